package casework

import "casebook/data/calendar"

// Call is an attempt to speak to the resident, or the reason for not making
// one. The page promises an attempt before the full response goes.
type Call struct {
	ID      int           `json:"id"`
	On      calendar.Date `json:"on"`
	Reached bool          `json:"reached"`
	Note    string        `json:"note" history:"personal"` // what was said, or why nobody was called
	By      int64         `json:"by"`
	Stage   int           `json:"stage"`
	Way     Channel       `json:"way,omitempty"`                     // how; empty means by telephone
	With    string        `json:"with,omitempty" history:"personal"` // who, where not the resident
}

// Note is an internal note; it can be corrected but not erased.
type Note struct {
	ID   int           `json:"id"`
	Text string        `json:"text" history:"personal"`
	On   calendar.Date `json:"on"`
	By   int64         `json:"by"`

	Corrects int `json:"corrects,omitempty"` // the note that this one puts right
}

// Link joins two cases: the same matter before, a request that became this
// complaint, new matters raised at stage 2 (Code 1.5, 6.8).
type Link struct {
	ID        int           `json:"id"`
	Case      int64         `json:"case"`
	Reference Reference     `json:"reference"`
	Kind      LinkKind      `json:"kind"`
	On        calendar.Date `json:"on"`
}

// LinkKind is what another case is to this one.
type LinkKind string

// The kinds of link, each with its other end beside it.
const (
	Related    LinkKind = "related"     // both ways
	CameFrom   LinkKind = "came from"   // this complaint came from that record
	Became     LinkKind = "became"      // this record became that complaint
	RaisedIn   LinkKind = "raised in"   // these new matters were raised in that case
	NewMatters LinkKind = "new matters" // new matters from this case went to that one
	Repeat     LinkKind = "happened again after"
	RepeatedBy LinkKind = "happened again as"
)

// Evidence is a paper, picture or recording that belongs to the case
// (Code 5.8, 5.12). Its bytes are a document of the register.
type Evidence struct {
	ID       int           `json:"id"`
	Name     string        `json:"name" history:"personal"` // the file's name as given
	Type     string        `json:"type"`                    // the media type that its bytes show
	Size     int           `json:"size"`                    // bytes
	Document string        `json:"document"`                // SHA-256 of the bytes, in hex
	From     string        `json:"from" history:"personal"` // who gave it
	Note     string        `json:"note" history:"personal"` // what it shows
	Received calendar.Date `json:"received"`
	By       int64         `json:"by"`
	Point    int           `json:"point,omitempty"` // the point it is about; 0 the whole case
}

// Request is a question to another team or contractor that the answer waits
// for.
type Request struct {
	ID       int             `json:"id"`
	Whom     string          `json:"whom"`
	What     string          `json:"what" history:"personal"`
	Asked    calendar.Date   `json:"asked"`
	Due      calendar.Date   `json:"due"`
	By       int64           `json:"by"`
	Reminded []calendar.Date `json:"reminded,omitempty"`
	Answered calendar.Date   `json:"answered,omitzero"`
	Answer   string          `json:"answer,omitempty" history:"personal"`
}

// Enquiry is a resident asking how it stands, the commonest walk-in
// (ruling 28).
type Enquiry struct {
	ID   int           `json:"id"`
	On   calendar.Date `json:"on"`
	Way  Channel       `json:"way"`
	Note string        `json:"note" history:"personal"`
	By   int64         `json:"by"`
}

// Restriction limits how a resident may contact us after unacceptable
// behaviour: evidenced, proportionate and reviewed (Code 5.14, 5.15).
type Restriction struct {
	ID       int           `json:"id"`
	What     string        `json:"what" history:"personal"`
	Why      string        `json:"why" history:"personal"`
	Equality string        `json:"equality" history:"personal"` // how the Equality Act was considered
	From     calendar.Date `json:"from"`
	Review   calendar.Date `json:"review"`
	By       int64         `json:"by"`
	Ended    calendar.Date `json:"ended,omitzero"`

	Reviews []LimitReview `json:"reviews,omitempty"`
}

// LimitReview is one review of a restriction: whether it stays, and why.
type LimitReview struct {
	ID   int           `json:"id"`
	On   calendar.Date `json:"on"`
	Keep bool          `json:"keep"`
	Why  string        `json:"why" history:"personal"`
	By   int64         `json:"by"`
}

// Conflict is an interest that keeps an officer from handling a case
// (Code 5.8).
type Conflict struct {
	ID      int           `json:"id"`
	Officer int64         `json:"officer"`
	What    string        `json:"what" history:"personal"`
	On      calendar.Date `json:"on"`
}
