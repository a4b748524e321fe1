// Package casework holds the words of the field (case, resident, home, stage,
// complaint point, remedy, promise, officer, office) and what may happen to a
// case. Each act is a pure function: the case as it is, the act, the day and
// the officer go in; the case as it becomes, or a refusal that says why, comes
// out. Nothing here knows how a case is kept or shown.
package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// Kind says what a contact is.
type Kind string

// The two kinds of contact (Code 1.2, 1.4). A service request is recorded,
// monitored and reviewed, and is never counted as stage 1 (ruling 24).
const (
	Complaint      Kind = "complaint"
	ServiceRequest Kind = "service request"
)

// Channel is how a contact reached us: any way, to any member of staff
// (Code 3.1, 3.2).
type Channel string

// The channels, in the order in which a desk meets them.
const (
	Counter     Channel = "counter"
	Telephone   Channel = "telephone"
	ByLetter    Channel = "letter"
	ByEmail     Channel = "email"
	WebForm     Channel = "web form"
	SocialMedia Channel = "social media"
	Survey      Channel = "survey"
	Councillor  Channel = "councillor or MP"
	ThirdParty  Channel = "third party"
)

// Channels lists every channel in the order of the constants.
func Channels() []Channel {
	return []Channel{Counter, Telephone, ByLetter, ByEmail, WebForm, SocialMedia, Survey, Councillor, ThirdParty}
}

// Case is everything that one contact has become: a complaint with its
// stages, or a service request. It is a plain value; acts return a new one.
//
// Fields tagged history:"personal" hold a person's own data: history keeps
// them beside its entries under salted digests, so that they can be erased
// after retention while the chain still verifies.
type Case struct {
	ID        int64     `json:"id" history:"-"`
	Reference Reference `json:"reference"`
	Version   int       `json:"version" history:"-"` // number of the case's last history entry
	Office    int64     `json:"office"`
	Kind      Kind      `json:"kind"`
	Draft     string    `json:"draft"`  // id of the desk's draft it was recorded from; a crash records nothing twice
	Policy    string    `json:"policy"` // name@version, kept for life (ruling 1)

	Received   calendar.Date `json:"received"` // day 0: told to any member of staff or contractor (ruling 5)
	Recorded   calendar.Date `json:"recorded"` // the day it was put in the register
	RecordedBy int64         `json:"recorded_by"`
	Channel    Channel       `json:"channel"`

	ResidentID     int64          `json:"resident_id"` // 0 when the person is not on the housing list
	HomeID         int64          `json:"home_id"`
	Resident       Person         `json:"resident"` // as given for this case; a reload of the list never changes it
	Home           Home           `json:"home"`
	Representative Representative `json:"representative"`
	Contact        Contact        `json:"contact"`

	Choice   Choice  `json:"choice"`
	Story    string  `json:"story" history:"personal"`  // what happened, in the resident's words
	Wanted   string  `json:"wanted" history:"personal"` // the outcome sought (Code 5.6)
	Happened Day     `json:"happened"`
	Before   string  `json:"before" history:"personal"` // what the resident told us before
	Subject  string  `json:"subject"`                   // policy subject; decides the ombudsman's route
	Points   []Point `json:"points"`

	Stages   []Stage        `json:"stages"`
	Remedies []Remedy       `json:"remedies"`
	Redress  redress.Ledger `json:"redress"`
	Promises []Promise      `json:"promises"`
	Letters  []Letter       `json:"letters"`
	Calls    []Call         `json:"calls"`
	Notes    []Note         `json:"notes"`

	Closed       calendar.Date `json:"closed"`
	Confidential bool          `json:"confidential"`
	Access       []int64       `json:"access"` // officers who may see a confidential case
}

// Person is a resident or a representative as given to us. Names may be in
// any script and are kept as typed.
type Person struct {
	Name       string   `json:"name" history:"personal"`       // empty means "not given" (ruling 27)
	Address    string   `json:"address_as" history:"personal"` // how the person likes to be addressed, if said
	Telephones []string `json:"telephones" history:"personal"`
	Email      string   `json:"email" history:"personal"`
	Tenancy    string   `json:"tenancy" history:"personal"` // the housing system's tenancy reference
}

// Tenure is how a home is held; it decides what the law and the measures
// count (ruling 25).
type Tenure string

// The tenures that the rules tell apart.
const (
	Secure          Tenure = "secure"
	Introductory    Tenure = "introductory"
	Assured         Tenure = "assured"
	Leasehold       Tenure = "leasehold"
	SharedOwnership Tenure = "shared ownership"
	Temporary       Tenure = "temporary"
	OtherTenure     Tenure = "other"
)

// Tenures lists every tenure in the order of the constants.
func Tenures() []Tenure {
	return []Tenure{Secure, Introductory, Assured, Leasehold, SharedOwnership, Temporary, OtherTenure}
}

// Measured says whether a tenure counts for the regulator's CH01 and CH02,
// which leave out leaseholders and tenures outside social rent (ruling 25).
// An unknown tenure counts, so that nothing is left out by an empty field.
func (t Tenure) Measured() bool {
	switch t {
	case Leasehold, Temporary, OtherTenure:
		return false
	}
	return true
}

// Home is a dwelling as given to us or as on the housing list.
type Home struct {
	Reference string   `json:"reference" history:"personal"` // the housing system's property reference
	Lines     []string `json:"lines" history:"personal"`     // address without the postcode
	Postcode  string   `json:"postcode" history:"personal"`
	Block     string   `json:"block" history:"personal"`
	Storeys   int      `json:"storeys"`
	HighRise  bool     `json:"high_rise"` // Building Safety Regulator's route
	Tenure    Tenure   `json:"tenure"`
	Landlord  string   `json:"landlord"`
	Area      string   `json:"area"`
}

// Representative speaks for the resident (Code 1.3, 3.6).
type Representative struct {
	Name       string        `json:"name" history:"personal"`
	Relation   string        `json:"relation" history:"personal"`
	Telephone  string        `json:"telephone" history:"personal"`
	Email      string        `json:"email" history:"personal"`
	Lines      []string      `json:"lines" history:"personal"`
	Postcode   string        `json:"postcode" history:"personal"`
	Authority  string        `json:"authority"` // how the resident's authority was given; empty means not yet
	Until      calendar.Date `json:"until"`     // last day of the authority, if it ends
	WriteToRep bool          `json:"write_to_rep"`
}

// Reply is how the resident wants to hear from us.
type Reply string

// The ways to reply.
const (
	RingThenLetter Reply = "ring, then letter"
	ReplyLetter    Reply = "letter"
	ReplyEmail     Reply = "email"
	ReplyCollect   Reply = "collect"
)

// Contact is how we may and may not reach the resident, and what makes it
// easier for them (Code 5.10): needs, never a diagnosis.
type Contact struct {
	Reply       Reply        `json:"reply"`
	DoNot       string       `json:"do_not" history:"personal"` // "not before 10 am"
	Adjustments []Adjustment `json:"adjustments"`
}

// Adjustment is one reasonable adjustment asked for.
type Adjustment struct {
	Kind string `json:"kind"` // one of AdjustmentKinds
	Note string `json:"note" history:"personal"`
}

// The kinds of adjustment that change how letters and calls are made.
const (
	TextFirst   = "text before calling"
	LargePrint  = "large print"
	Interpreter = "interpreter"
	ExtraTime   = "extra time"
	OtherNeed   = "other"
)

// AdjustmentKinds lists the kinds in the order of the constants.
func AdjustmentKinds() []string {
	return []string{TextFirst, LargePrint, Interpreter, ExtraTime, OtherNeed}
}

// Needs says whether the contact asks for one kind of adjustment.
func (c Contact) Needs(kind string) bool {
	for _, a := range c.Adjustments {
		if a.Kind == kind {
			return true
		}
	}
	return false
}

// Answer is the resident's answer when asked whether to treat their
// dissatisfaction as a complaint.
type Answer string

// The answers. ServiceOnly stands only where nothing but a service is asked
// for; any dissatisfaction shows the choice (ruling 12; Code 1.3, 1.4).
const (
	Complain    Answer = "complain"
	NotToday    Answer = "not today"
	ServiceOnly Answer = "service only"
)

// Choice is the record that the resident was offered the choice to complain.
type Choice struct {
	Answer Answer        `json:"answer"`
	By     int64         `json:"by"` // the officer who offered it
	On     calendar.Date `json:"on"`
}

// Day is a day that may be known only roughly ("early March").
type Day struct {
	Date  calendar.Date `json:"date"`
	Rough string        `json:"rough" history:"personal"`
}

// Outcome is a finding. A finding is not a traffic light.
type Outcome string

// The two outcomes of the current page.
const (
	Upheld    Outcome = "upheld"
	NotUpheld Outcome = "not upheld"
)

// Point is one thing complained of; each gets its own answer (Code 6.7).
type Point struct {
	ID       int           `json:"id"`
	Text     string        `json:"text" history:"personal"`
	NotOurs  string        `json:"not_ours" history:"personal"` // why we are not responsible for it (Code 5.7); empty means we are
	Added    calendar.Date `json:"added"`
	Finding  Outcome       `json:"finding"`
	Reasons  string        `json:"reasons" history:"personal"`
	Answered calendar.Date `json:"answered"`
	By       int64         `json:"by"`
	Stage    int           `json:"stage"` // the stage of the last finding
}

// Stage is one of the two stages of a complaint (Code 5.3), or the single
// answer and the appeal of the earlier policy.
type Stage struct {
	Number   int           `json:"number"`
	Asked    calendar.Date `json:"asked"` // received, or the day stage 2 was asked for: day 0
	Reason   string        `json:"reason" history:"personal"`
	Points   []int         `json:"points"` // the points taken to this stage; empty means all
	Handler  int64         `json:"handler"`
	Handlers []int64       `json:"handlers"` // everybody who has had it (Code 6.13)

	AcknowledgeBy policy.Deadline `json:"acknowledge_by"`
	Acknowledged  calendar.Date   `json:"acknowledged"`
	RespondBy     policy.Deadline `json:"respond_by"` // provisional until acknowledged (ruling 6)
	Latest        policy.Deadline `json:"latest"`     // the furthest an extension may go
	Extensions    []Extension     `json:"extensions"`
	Responded     calendar.Date   `json:"responded"`
	Outcome       Outcome         `json:"outcome"`
	Mixed         bool            `json:"mixed"` // upheld, some points not (ruling 15)
}

// Extension moves the response date, told to the resident in time (ruling 8).
type Extension struct {
	ID     int             `json:"id"`
	Days   int             `json:"days"` // working days after the original due date, in all
	Due    policy.Deadline `json:"due"`
	Reason string          `json:"reason" history:"personal"`
	Told   calendar.Date   `json:"told"`
	How    Dispatch        `json:"how"`
	By     int64           `json:"by"`
}

// Remedy is one way of putting things right (Code 7.1), by the policy's id.
type Remedy struct {
	ID    int    `json:"id"`
	Kind  string `json:"kind"`
	Text  string `json:"text" history:"personal"`
	Stage int    `json:"stage"`
}

// Promise is a dated commitment. It outlives the closing of its case
// (Code 6.6, 7.3).
type Promise struct {
	ID    int           `json:"id"`
	Text  string        `json:"text" history:"personal"`
	Owner string        `json:"owner"`
	Due   calendar.Date `json:"due"`
	Made  calendar.Date `json:"made"`
	Kept  calendar.Date `json:"kept"`
	Note  string        `json:"note" history:"personal"`
}

// LetterKind is what a letter is for.
type LetterKind string

// The letters that set a date when they are dispatched (ruling 7). The
// read-back receipt is paper too, and is not an acknowledgement.
const (
	Acknowledgement LetterKind = "acknowledgement"
	Response        LetterKind = "response"
	Receipt         LetterKind = "receipt"
)

// Dispatch is how a letter left us.
type Dispatch string

// The ways that count as leaving us (ruling 7).
const (
	Emailed    Dispatch = "emailed"
	Posted     Dispatch = "posted"
	Collected  Dispatch = "collected"
	HandedOver Dispatch = "handed over"
)

// Dispatches lists the ways in the order of the constants.
func Dispatches() []Dispatch { return []Dispatch{HandedOver, Posted, Emailed, Collected} }

// Letter is a letter made for a case. Its exact bytes are a document of the
// register, found by Document.
type Letter struct {
	ID         int           `json:"id"`
	Kind       LetterKind    `json:"kind"`
	Stage      int           `json:"stage"`
	Dated      calendar.Date `json:"dated"`
	Document   string        `json:"document"` // SHA-256 of the bytes, in hex; empty when written elsewhere
	Pages      int           `json:"pages"`
	LargePrint bool          `json:"large_print"`
	By         int64         `json:"by"`
	Elsewhere  bool          `json:"elsewhere"` // written outside Casebook, recorded afterwards
	Printer    string        `json:"printer"`   // what became of the last hand-over: "", HandedToPrinter, OpenedInViewer, PrintFailed
	Sent       calendar.Date `json:"sent"`
	How        Dispatch      `json:"how"`
	To         string        `json:"to" history:"personal"`
	SentBy     int64         `json:"sent_by"`
}

// What became of handing a letter to the printer. None of them means that it
// left us.
const (
	HandedToPrinter = "handed to the printer"
	OpenedInViewer  = "opened to print"
	PrintFailed     = "not printed"
)

// Call is an attempt to speak to the resident, or the reason for not making
// one. The page promises an attempt before the full response goes.
type Call struct {
	ID      int           `json:"id"`
	On      calendar.Date `json:"on"`
	Reached bool          `json:"reached"`
	Note    string        `json:"note" history:"personal"` // what was said, or why nobody was called
	By      int64         `json:"by"`
	Stage   int           `json:"stage"`
}

// Note is an internal note; it can be corrected but not erased.
type Note struct {
	ID   int           `json:"id"`
	Text string        `json:"text" history:"personal"`
	On   calendar.Date `json:"on"`
	By   int64         `json:"by"`
}
