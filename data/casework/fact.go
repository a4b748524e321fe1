package casework

import (
	"casebook/data/calendar"
	"casebook/data/redress"
)

// StageFact is one stage of one case as the board counts it: no names, no
// words of anybody. What is no complaint has one fact, with Stage 0.
type StageFact struct {
	Case      int64     `json:"case"`
	Reference Reference `json:"reference"`
	Office    int64     `json:"office"`
	Kind      Kind      `json:"kind"`
	Stage     int       `json:"stage"`
	Policy    string    `json:"policy"`
	Channel   Channel   `json:"channel"`
	Subject   string    `json:"subject"`
	Area      string    `json:"area"`
	Measured  bool      `json:"measured"` // counts for CH01 and CH02 (ruling 25)

	Received      calendar.Date `json:"received"` // or the day stage 2 was asked for
	AcknowledgeBy calendar.Date `json:"acknowledge_by"`
	Acknowledged  calendar.Date `json:"acknowledged"`
	RespondBy     calendar.Date `json:"respond_by"`  // the original due date
	ExtendedTo    calendar.Date `json:"extended_to"` // zero without a valid extension (ruling 8)
	Responded     calendar.Date `json:"responded"`
	Closed        calendar.Date `json:"closed"`

	Outcome Outcome       `json:"outcome"`
	Mixed   bool          `json:"mixed"`
	Choice  Answer        `json:"choice"`
	Offered redress.Pence `json:"offered"` // offered at this stage, counted once responded

	Refused   calendar.Date `json:"refused,omitzero"`     // the day every point, or the stage itself, was not accepted (ruling 24)
	Withdrawn calendar.Date `json:"withdrawn,omitzero"`   // the day it was withdrawn, before it was answered (ruling 24)
	Void      bool          `json:"void,omitempty"`       // recorded in error: counted nowhere
	Appeal    bool          `json:"appeal,omitempty"`     // the earlier policy's appeal, which is no stage 2 (ruling 3)
	Reported  calendar.Date `json:"reported,omitzero"`    // the Operational Board that had a petition
	OfferedBy int64         `json:"offered_by,omitempty"` // who offered the choice to complain, where it was declined (ruling 12)
}

// Facts takes a case apart for counting.
func Facts(c Case) []StageFact {
	base := StageFact{
		Case: c.ID, Reference: c.Reference, Office: c.Office, Kind: c.Kind, Policy: c.Policy,
		Channel: c.Channel, Subject: c.Subject, Area: c.Concerns().Area, Measured: c.Concerns().Tenure.Measured(),
		Received: c.Received, Closed: c.Closed, Choice: c.Choice.Answer, Void: !c.Void.IsZero(),
	}
	if c.Choice.Answer == NotToday {
		base.OfferedBy = c.Choice.By
	}
	if c.Kind != Complaint {
		return []StageFact{promised(c, base)}
	}
	var facts []StageFact
	for _, s := range c.Stages {
		f := base
		f.Stage, f.Received = s.Number, s.Asked
		f.AcknowledgeBy, f.Acknowledged = s.AcknowledgeBy.Due, s.Acknowledged
		f.RespondBy, f.Responded = s.RespondBy.Due, s.Responded
		if due := s.Due().Due; due != s.RespondBy.Due {
			f.ExtendedTo = due
		}
		f.Outcome, f.Mixed = s.Outcome, s.Mixed
		f.Offered = c.Redress.Stage(s.Number)
		f.Refused, f.Appeal = c.refusedOn(&s), s.Appeal
		if s.Responded.IsZero() {
			f.Withdrawn = c.Withdrawn
		}
		facts = append(facts, f)
	}
	return facts
}

// promised is what is counted of a standing promise: a petition by its
// acknowledgement and its investigation, a claim by the day its form was sent
// on, a fixed payment by the day its letter went (ruling 24).
func promised(c Case, f StageFact) StageFact {
	switch c.Kind {
	case PetitionKind:
		p := c.Petition
		f.AcknowledgeBy, f.Acknowledged = p.AcknowledgeBy.Due, p.Acknowledged
		f.RespondBy, f.Responded, f.Reported = p.InvestigateBy.Due, p.Investigated, p.Reported
	case ClaimKind:
		f.RespondBy, f.Responded = c.Claim.SendBy.Due, c.Claim.Sent
	case FixedSum:
		for _, o := range c.Offers {
			if !o.Told.IsZero() {
				f.Responded = o.Told
				f.Offered += o.Sum
			}
		}
	}
	f.Withdrawn = c.Withdrawn
	return f
}
