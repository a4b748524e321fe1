package casework

import (
	"casebook/data/calendar"
	"casebook/data/redress"
)

// LetterKind is what a letter is for.
type LetterKind string

// The letters of a case. Some set a date when they are dispatched (ruling 7):
// an acknowledgement, a response, an extension, a refusal, a holding update.
// The read-back receipt and the slips are paper too, and acknowledge nothing.
const (
	Acknowledgement   LetterKind = "acknowledgement"    // of any stage (Code 6.2, 6.11)
	Response          LetterKind = "response"           // of any stage (Code 6.9, 6.19)
	Receipt           LetterKind = "receipt"            // the read-back at the counter
	ExtensionNotice   LetterKind = "extension"          // of any stage (Code 6.4, 6.5, 6.15, 6.16)
	RefusalLetter     LetterKind = "refusal"            // of one or more points (Code 2.4)
	EscalationRefusal LetterKind = "escalation refusal" // stage 2 is not opened (Code 5.11)
	ServiceLetter     LetterKind = "service request"    // logged as a request, and the right to complain (Code 1.4, 1.5)
	WithdrawalLetter  LetterKind = "withdrawal"         // the resident withdrew it
	HoldingUpdate     LetterKind = "holding update"     // on an agreed day (Code 5.9)
	PassOnLetter      LetterKind = "pass-on"            // somebody else deals with a point
	ConsentForm       LetterKind = "consent form"       // authority for a representative
	ComplainSlip      LetterKind = "complaint slip"     // the right to complain, when not today (ruling 12)
	ProgressSlip      LetterKind = "progress slip"      // how it stands (ruling 28)
	ActionLetter      LetterKind = "action completed"   // a promise was kept (Code 6.6)
	RestrictionLetter LetterKind = "restriction"        // of contact, and its review (Code 5.14, 5.15)

	// Money, and what the pages promise besides complaints (rulings 1, 11, 20, 21).
	OfferLetter             LetterKind = "offer"                        // of money outside the response, with a slip to answer on
	FixedPaymentLetter      LetterKind = "fixed payment"                // a missed visit, a letter, the door entry
	RepairNotice            LetterKind = "right to repair notice"       // the contractor and the last day (SI 1994/133)
	SecondNotice            LetterKind = "second contractor notice"     // and what is paid when that one is late too
	RepairPaymentLetter     LetterKind = "right to repair compensation" // with its working
	PetitionAcknowledgement LetterKind = "petition acknowledgement"     // to the lead petitioner
	PetitionOutcome         LetterKind = "petition outcome"             // what was found, and what the Operational Board decided
	ClaimCover              LetterKind = "insurance claim cover"        // with the completed form, to whoever decides the claim
)

// LetterKinds lists every kind in the order of the constants.
func LetterKinds() []LetterKind {
	return []LetterKind{Acknowledgement, Response, Receipt, ExtensionNotice, RefusalLetter, EscalationRefusal, ServiceLetter,
		WithdrawalLetter, HoldingUpdate, PassOnLetter, ConsentForm, ComplainSlip, ProgressSlip, ActionLetter, RestrictionLetter,
		OfferLetter, FixedPaymentLetter, RepairNotice, SecondNotice, RepairPaymentLetter, PetitionAcknowledgement, PetitionOutcome, ClaimCover}
}

// Words says a kind as an officer does: "the extension letter".
func (k LetterKind) Words() string {
	if words, ok := letterNames[k]; ok {
		return words
	}
	return string(k)
}

// letterNames are the kinds that need a noun of their own.
var letterNames = map[LetterKind]string{
	ExtensionNotice: "extension letter", RefusalLetter: "refusal letter", EscalationRefusal: "letter refusing stage 2",
	ServiceLetter: "service request letter", WithdrawalLetter: "withdrawal letter", PassOnLetter: "pass-on letter",
	ActionLetter: "letter on a promise kept", RestrictionLetter: "restriction letter",
	OfferLetter: "offer letter", FixedPaymentLetter: "fixed payment letter", RepairPaymentLetter: "Right to Repair payment letter",
	RepairNotice: "Right to Repair notice", PetitionAcknowledgement: "acknowledgement of a petition",
	PetitionOutcome: "letter on a petition's outcome", ClaimCover: "cover letter of an insurance claim",
}

// Slip says whether a kind is handed over at the counter on A5: it acknowledges
// nothing and says so.
func (k LetterKind) Slip() bool { return k == Receipt || k == ComplainSlip || k == ProgressSlip }

// SetsDate says whether the day a kind goes is one that the rules count from or
// ask for: from then on the resident holds something that cannot be undone
// (rulings 7 and 16).
func (k LetterKind) SetsDate() bool {
	switch k {
	case Acknowledgement, Response, ExtensionNotice, RefusalLetter, EscalationRefusal, PassOnLetter, HoldingUpdate, WithdrawalLetter:
		return true
	}
	return tells[k] != nil
}

// ToResident says whether a kind goes to the resident or to whoever speaks for
// them. The cover of an insurance claim goes to whoever decides the claim.
func (k LetterKind) ToResident() bool { return k != ClaimCover }

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

	Money  redress.Pence `json:"money,omitempty"`                    // the case's whole offer when a letter that makes one was written
	Ledger string        `json:"ledger,omitempty"`                   // and the mark of its lines then, see Case.ledgerMark
	About  int           `json:"about,omitempty"`                    // the extension, update, promise, restriction or repair it tells of, by number
	Points []int         `json:"points,omitempty"`                   // the points it tells of, where not all
	Error  string        `json:"error,omitempty" history:"personal"` // sent in error: what was wrong with it (ruling 16)
	Erred  calendar.Date `json:"erred,omitzero"`                     // the day that was recorded
}

// What became of handing a letter to the printer. None of them means that it
// left us.
const (
	HandedToPrinter = "handed to the printer"
	OpenedInViewer  = "opened to print"
	PrintFailed     = "not printed"
)
