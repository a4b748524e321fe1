package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
)

// Petition is what the earlier page promises for petitions (rulings 1 and 11).
// The lead petitioner is the case's resident and the petition's words its story.
type Petition struct {
	Signatures    int             `json:"signatures,omitempty"`
	AcknowledgeBy policy.Deadline `json:"acknowledge_by,omitzero"`
	InvestigateBy policy.Deadline `json:"investigate_by,omitzero"`
	Acknowledged  calendar.Date   `json:"acknowledged,omitzero"` // by dispatch (ruling 7)
	Investigated  calendar.Date   `json:"investigated,omitzero"`
	Findings      string          `json:"findings,omitempty" history:"personal"`
	Board         calendar.Date   `json:"board,omitzero"`    // the Operational Board that is to have it
	Reported      calendar.Date   `json:"reported,omitzero"` // the Operational Board that had it
	Outcome       string          `json:"outcome,omitempty" history:"personal"`
	OutcomeTold   calendar.Date   `json:"outcome_told,omitzero"`
}

// Claim is an insurance claim (earlier page, Insurance claims). Liability is
// decided by the insurer and kept apart from every complaint; personal injury
// comes here and not into a complaint (ruling 13).
type Claim struct {
	Injury   bool            `json:"injury,omitempty"`
	Against  string          `json:"against,omitempty"` // ourselves, or the contractor by name
	SendBy   policy.Deadline `json:"send_by,omitzero"`
	Visited  calendar.Date   `json:"visited,omitzero"`
	Visit    string          `json:"visit,omitempty" history:"personal"` // what was seen
	Sent     calendar.Date   `json:"sent,omitzero"`                      // the completed form left us
	SentTo   string          `json:"sent_to,omitempty"`                  // the insurance section or the contractor
	SentHow  Dispatch        `json:"sent_how,omitempty"`
	Theirs   string          `json:"theirs,omitempty"` // the insurer's reference
	Decided  calendar.Date   `json:"decided,omitzero"`
	Decision ClaimDecision   `json:"decision,omitempty"`
	Note     string          `json:"note,omitempty" history:"personal"`
}

// ClaimDecision is what the insurer decided. It is never a finding of ours.
type ClaimDecision string

// The decisions on a claim.
const (
	ClaimSettled   ClaimDecision = "settled"
	ClaimDenied    ClaimDecision = "liability denied"
	ClaimWithdrawn ClaimDecision = "withdrawn"
)

// ClaimDecisions lists every decision in the order of the constants.
func ClaimDecisions() []ClaimDecision {
	return []ClaimDecision{ClaimSettled, ClaimDenied, ClaimWithdrawn}
}

// RepairRight is one repair under the Right to Repair with its two periods, as
// they were told to the tenant (SI 1994/133, ruling 20).
type RepairRight struct {
	ID         int             `json:"id"`
	Defect     string          `json:"defect"` // a row of the schedule, or redress.HeatingLoss
	What       string          `json:"what" history:"personal"`
	Cost       policy.Pence    `json:"cost"`
	Reported   calendar.Date   `json:"reported"`
	Contractor string          `json:"contractor"`
	FirstBy    policy.Deadline `json:"first_by"`
	FirstTold  calendar.Date   `json:"first_told,omitzero"` // its notice left us (ruling 7)
	Asked      calendar.Date   `json:"asked,omitzero"`      // the tenant asked for a second contractor
	Second     string          `json:"second,omitempty"`
	SecondBy   policy.Deadline `json:"second_by,omitzero"`
	SecondTold calendar.Date   `json:"second_told,omitzero"` // so did the second contractor's
	Done       calendar.Date   `json:"done,omitzero"`
	Ended      calendar.Date   `json:"ended,omitzero"` // the right ended
	EndedWhy   string          `json:"ended_why,omitempty" history:"personal"`
	Line       int             `json:"line,omitempty"` // the ledger's line that pays for it
}
