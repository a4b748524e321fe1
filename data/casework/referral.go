package casework

import (
	"casebook/data/calendar"
	"casebook/data/redress"
)

// Referral is a case before an ombudsman or regulator.
type Referral struct {
	ID         int                `json:"id"`
	Body       string             `json:"body"` // the policy's id of the ombudsman
	On         calendar.Date      `json:"on"`
	Theirs     string             `json:"theirs" history:"personal"` // their reference
	What       string             `json:"what" history:"personal"`
	Asks       []EvidenceAsk      `json:"asks,omitempty"`
	Determined calendar.Date      `json:"determined,omitzero"`
	Findings   []OmbudsmanFinding `json:"findings,omitempty"`
	Orders     []Order            `json:"orders,omitempty"`
	Progress   []ProgressNote     `json:"progress,omitempty"` // on severe maladministration (Code 9.7(c))
	Closed     calendar.Date      `json:"closed,omitzero"`
}

// EvidenceAsk is the ombudsman's request for evidence.
type EvidenceAsk struct {
	ID    int           `json:"id"`
	What  string        `json:"what" history:"personal"`
	Asked calendar.Date `json:"asked"`
	Due   calendar.Date `json:"due"`
	Sent  calendar.Date `json:"sent,omitzero"`
}

// Maladministration is what an ombudsman found of one matter; a determination
// has several findings.
type Maladministration string

// The Housing Ombudsman's findings, and those of the others.
const (
	Severe         Maladministration = "severe maladministration"
	Maladmin       Maladministration = "maladministration"
	ServiceFailure Maladministration = "service failure"
	NoMaladmin     Maladministration = "no maladministration"
	PutRight       Maladministration = "reasonable redress"
	OutsideScheme  Maladministration = "outside jurisdiction"
	FaultFound     Maladministration = "fault"
	NoFault        Maladministration = "no fault"
)

// OmbudsmanFinding is the finding on one matter.
type OmbudsmanFinding struct {
	ID      int               `json:"id"`
	Matter  string            `json:"matter" history:"personal"`
	Finding Maladministration `json:"finding"`
}

// Order is something that an ombudsman ordered or recommended, with proof that
// it was done.
type Order struct {
	ID          int           `json:"id"`
	Text        string        `json:"text" history:"personal"`
	Recommended bool          `json:"recommended,omitempty"` // a recommendation binds nobody
	Sum         redress.Pence `json:"sum,omitempty"`         // never set against arrears (ruling 21)
	Due         calendar.Date `json:"due"`
	Done        calendar.Date `json:"done,omitzero"`
	Proof       string        `json:"proof,omitempty" history:"personal"`
	Evidence    int           `json:"evidence,omitempty"` // the piece of evidence that proves it
}

// ProgressNote is one report on putting severe maladministration right.
type ProgressNote struct {
	ID   int           `json:"id"`
	On   calendar.Date `json:"on"`
	Text string        `json:"text" history:"personal"`
	By   int64         `json:"by"`
}
