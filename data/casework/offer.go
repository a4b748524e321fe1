package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// Offer is what a resident is offered at one stage, or outside a complaint: the
// lines of that stage, who put them together, who agreed to them and what the
// resident said. Its sum is kept as it was approved: a line added or taken back
// afterwards makes the offer one to be approved again.
type Offer struct {
	ID    int           `json:"id"`
	Stage int           `json:"stage"` // 0 outside an answer to a complaint
	Lines []int         `json:"lines,omitempty"`
	Sum   redress.Pence `json:"sum"`   // the lines of this stage
	Whole redress.Pence `json:"whole"` // all lines, both stages: what limits go by (ruling 21)

	Proposed   calendar.Date `json:"proposed"`
	ProposedBy int64         `json:"proposed_by"`
	SentTo     int64         `json:"sent_to,omitempty"` // whom it waits for; 0 where it is within the proposer's own limit
	Approved   calendar.Date `json:"approved,omitzero"`
	ApprovedBy int64         `json:"approved_by,omitempty"` // never the proposer, unless within their own limit
	Outside    string        `json:"outside,omitempty"`     // who agreed outside Casebook, above every limit here
	SentBack   []SentBack    `json:"sent_back,omitempty"`

	Told     calendar.Date `json:"told,omitzero"`    // the letter that makes the offer left us (ruling 7)
	Offset   bool          `json:"offset,omitempty"` // it said that Right to Repair money may go towards rent (ruling 21)
	Replied  calendar.Date `json:"replied,omitzero"`
	Accepted []int         `json:"accepted,omitempty"` // the lines accepted; all of them where Answer is AcceptedAll
	Answer   OfferAnswer   `json:"answer,omitempty"`
	Said     string        `json:"said,omitempty" history:"personal"` // how and what, in words
	PayBy    []PayBy       `json:"pay_by,omitempty"`                  // the lines that are owed by it, each from its own day
}

// PayBy is the day by which a line is to be paid. Letters promise so many days
// from the call in which the resident says how; nobody keeps that day, so it is
// counted from the day the line became owed, which is never later.
type PayBy struct {
	ID int             `json:"id"` // the line
	By policy.Deadline `json:"by"` // its Working begins on the day the line became owed
}

// OfferAnswer is what a resident says to an offer. None of them stops the
// resident going to stage 2 or to the Ombudsman.
type OfferAnswer string

// The answers to an offer.
const (
	AcceptedAll  OfferAnswer = "accepted"
	AcceptedPart OfferAnswer = "accepted in part"
	DeclinedAll  OfferAnswer = "declined"
)

// SentBack is an approver's answer that an offer is not right yet.
type SentBack struct {
	ID  int           `json:"id"`
	On  calendar.Date `json:"on"`
	By  int64         `json:"by"`
	Why string        `json:"why"`
}

// Payment is money that left us, or was set against arrears, for lines of the
// ledger.
type Payment struct {
	ID        int           `json:"id"`
	Shares    []Share       `json:"shares"` // what of it went to each line
	Sum       redress.Pence `json:"sum"`
	On        calendar.Date `json:"on"`
	Method    PayMethod     `json:"method"`
	Reference string        `json:"reference"` // finance's own, to reconcile by
	By        int64         `json:"by"`
	Error     string        `json:"error,omitempty"` // recorded in error, with what was wrong (ruling 16)
	Erred     calendar.Date `json:"erred,omitzero"`
}

// Share is what of a payment went to one line.
type Share struct {
	ID  int           `json:"id"` // the line
	Sum redress.Pence `json:"sum"`
}

// PayMethod is how money was paid.
type PayMethod string

// The ways to pay. Arrears is for Right to Repair money only, where the office
// allows it, and never for an Ombudsman's award (ruling 21).
const (
	BankTransfer PayMethod = "bank transfer"
	Cheque       PayMethod = "cheque"
	Voucher      PayMethod = "voucher"
	RentAccount  PayMethod = "credit to the rent account at the resident's request"
	Arrears      PayMethod = "set against arrears"
)

// PayMethods lists every method in the order of the constants.
func PayMethods() []PayMethod {
	return []PayMethod{BankTransfer, Cheque, Voucher, RentAccount, Arrears}
}

// Waiver is a suggested line that somebody decided against, with the reason.
type Waiver struct {
	ID    int           `json:"id"`
	Stage int           `json:"stage"`
	At    int           `json:"at"` // the stage that was being answered when it was decided
	What  LateHandling  `json:"what"`
	Why   string        `json:"why"`
	By    int64         `json:"by"`
	On    calendar.Date `json:"on"`
}

// LateHandling is a lateness of our own that suggests a line for poor complaint
// handling (current page, Other financial redress).
type LateHandling string

// The latenesses.
const (
	LateAcknowledgement LateHandling = "late acknowledgement"
	LateResponse        LateHandling = "late response"
)
