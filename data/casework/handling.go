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
}

// Note is an internal note; it can be corrected but not erased.
type Note struct {
	ID   int           `json:"id"`
	Text string        `json:"text" history:"personal"`
	On   calendar.Date `json:"on"`
	By   int64         `json:"by"`
}
