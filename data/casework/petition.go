package casework

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// The promises that a record other than a complaint is under, by the policy's
// ids.
const (
	petitionPromise  = "petition"
	insurancePromise = "insurance"
	missedPromise    = "missed-visit"
	letterPromise    = "letter"
	doorPromise      = "door-entry"
	repairPromise    = "right-to-repair"
)

// RecordPetition puts a petition in the register. Its resident is the lead
// petitioner, whom we write to, and its story is what the petition says. A
// petition is not a complaint; the lead may make one as well, and it is linked.
type RecordPetition struct {
	Record
	Signatures int
}

// Name is the act's name in history.
func (a RecordPetition) Name() ActName { return ActRecordPetition }

// Kind is what the contact is.
func (a RecordPetition) Kind() Kind { return PetitionKind }

// WithCommon is the petition with other parts of what every contact has.
func (a RecordPetition) WithCommon(r Record) Recording {
	a.Record = r
	return a
}

func (a RecordPetition) summary(c Case, _ Moment) string {
	return fmt.Sprintf("Petition handed in, %s, %s", count(c.Petition.Signatures, "signature", "signatures"), channelWords[a.Channel])
}

func (a RecordPetition) decide(c *Case, m Moment) error {
	if err := a.check(*c, m); err != nil {
		return err
	}
	if err := a.checkNoComplaint("petition"); err != nil {
		return err
	}
	if a.Signatures < 1 {
		return &Refusal{Code: "no-signatures", Field: "signatures", Reason: "Enter how many people signed the petition"}
	}
	clocks, err := promiseClocks(m, petitionPromise, a.Received)
	if err != nil {
		return err
	}
	return a.begin(c, PetitionKind, m, func() error {
		c.Handler = a.Handler
		c.Petition = Petition{Signatures: a.Signatures, AcknowledgeBy: clocks[policy.AcknowledgePetition], InvestigateBy: clocks[policy.InvestigatePetition]}
		return nil
	})
}

// checkNoComplaint refuses what would make a record of another kind a
// complaint, or leave it without anybody to answer.
func (r Record) checkNoComplaint(what string) error {
	switch {
	case r.Answer == Complain || !r.Overturned.IsZero():
		return &Refusal{Code: "not-a-complaint", Field: "choice", Source: "ruling 24",
			Reason: fmt.Sprintf("A %s is not a complaint. Record the complaint by itself, and link the two", what)}
	case r.Anonymous:
		return &Refusal{Code: "anonymous", Field: "name", Reason: fmt.Sprintf("A %s needs somebody to answer. Record it as not anonymous", what)}
	}
	return nil
}

// promiseClocks counts the clocks of a promise from the day of receipt, where the
// office stood by it on that day (ruling 1).
func promiseClocks(m Moment, id string, received calendar.Date) (map[policy.Act]policy.Deadline, error) {
	if err := inForce(m, id, received); err != nil {
		return nil, err
	}
	clocks := map[policy.Act]policy.Deadline{}
	for _, d := range m.Policies.PromiseDeadlines(id, received, m.Holidays) {
		clocks[d.Act] = d
	}
	return clocks, nil
}

// inForce refuses a promise that the office had ended, or not begun, on a day.
func inForce(m Moment, id string, on calendar.Date) error {
	p, ok := m.Policies.Promise(id)
	switch {
	case !ok:
		return &Refusal{Code: "no-promise", Field: "promise", Source: "ruling 1", Reason: "Choose which promise it is about"}
	case p.InForceOn(on):
		return nil
	case !p.Until.IsZero() && on.After(p.Until):
		return &Refusal{Code: "ended", Field: "received", Source: "ruling 1", Reason: fmt.Sprintf(
			"The promise %q ended on %s, before %s. Record this as a service request or, if the resident wishes, a complaint", p.Title, p.Until.Long(), on.Long())}
	}
	return &Refusal{Code: "not-begun", Field: "received", Source: "ruling 1", Reason: fmt.Sprintf(
		"The promise %q began on %s, after %s. Record this as a service request or, if the resident wishes, a complaint", p.Title, p.From.Long(), on.Long())}
}

// petitionOf refuses what only a petition that goes on may have.
func petitionOf(c *Case) (*Petition, error) {
	if c.Kind != PetitionKind {
		return nil, refuse("not-a-petition", "", "This is for a petition. %s is %s", c.Reference, c.Kind.one())
	}
	return &c.Petition, goesOn(c)
}

// goesOn refuses acts on a record that is closed or withdrawn.
func goesOn(c *Case) error {
	if err := open(c); err != nil {
		return err
	}
	if !c.Withdrawn.IsZero() {
		return refuse("withdrawn", "", "The resident withdrew this on %s. Reopen it first", c.Withdrawn.Letter())
	}
	return nil
}

// InvestigatePetition records that a petition was investigated and what was
// found.
type InvestigatePetition struct {
	On       calendar.Date
	Findings string
}

// Name is the act's name in history.
func (a InvestigatePetition) Name() ActName { return ActInvestigatePetition }

func (a InvestigatePetition) happened() calendar.Date { return a.On }

func (a InvestigatePetition) summary(Case, Moment) string { return "Petition investigated" }

func (a InvestigatePetition) decide(c *Case, m Moment) error {
	p, err := petitionOf(c)
	switch {
	case err != nil:
		return err
	case !p.Investigated.IsZero():
		return refuse("investigated", "", "The petition was investigated on %s", p.Investigated.Letter())
	case blank(a.Findings):
		return &Refusal{Code: "no-findings", Field: "findings", Reason: "Write what was found, for the report to the Operational Board"}
	}
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	p.Investigated, p.Findings = a.On, a.Findings
	return nil
}

// SetBoard says which Operational Board is to have a petition. The page gives
// no time for it, so the officer types the day.
type SetBoard struct{ On calendar.Date }

// Name is the act's name in history.
func (a SetBoard) Name() ActName { return ActSetBoard }

func (a SetBoard) summary(Case, Moment) string {
	return "Petition goes to the Operational Board of " + a.On.Letter()
}

func (a SetBoard) decide(c *Case, m Moment) error {
	p, err := petitionOf(c)
	switch {
	case err != nil:
		return err
	case !p.Reported.IsZero():
		return refuse("reported", "", "The Operational Board had the petition on %s", p.Reported.Letter())
	case a.On.IsZero():
		return &Refusal{Code: "no-day", Field: "on", Reason: "Enter the day of the Operational Board"}
	case a.On.Before(later(c.Received, p.Investigated)):
		return &Refusal{Code: "too-early", Field: "on", Reason: "Enter the day of the Operational Board. It cannot be before " + later(c.Received, p.Investigated).Long()}
	case a.On == p.Board:
		return &Refusal{Code: "same", Field: "on", Reason: "The petition goes to the Operational Board of that day already"}
	}
	p.Board = a.On
	return nil
}

// PetitionReported records what came of a petition at the Operational Board.
type PetitionReported struct {
	On      calendar.Date
	Outcome string
}

// Name is the act's name in history.
func (a PetitionReported) Name() ActName { return ActPetitionReported }

func (a PetitionReported) happened() calendar.Date { return a.On }

func (a PetitionReported) summary(Case, Moment) string {
	return "Petition reported to the Operational Board"
}

func (a PetitionReported) decide(c *Case, m Moment) error {
	p, err := petitionOf(c)
	switch {
	case err != nil:
		return err
	case p.Investigated.IsZero():
		return refuse("not-investigated", "", "The petition has not been investigated. Record the investigation first")
	case !p.Reported.IsZero():
		return refuse("reported", "", "The Operational Board had the petition on %s", p.Reported.Letter())
	case blank(a.Outcome):
		return &Refusal{Code: "no-outcome", Field: "outcome", Reason: "Write what the Operational Board decided, as the lead petitioner will be told"}
	}
	if err := past(a.On, p.Investigated, m); err != nil {
		return err
	}
	p.Reported, p.Outcome = a.On, a.Outcome
	return nil
}
