package casework

import "casebook/data/calendar"

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
