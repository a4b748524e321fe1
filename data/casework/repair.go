package casework

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// StartRepair puts a repair under the Right to Repair in a record that is open:
// a complaint, a request, or a payment by itself. Its first period runs from the
// day it was reported (SI 1994/133, ruling 20).
type StartRepair struct {
	Defect     string // a row of the schedule, or redress.HeatingLoss
	What       string
	Cost       policy.Pence // the estimate
	Reported   calendar.Date
	Contractor string
}

// Name is the act's name in history.
func (a StartRepair) Name() ActName { return ActStartRepair }

func (a StartRepair) happened() calendar.Date { return a.Reported }

func (a StartRepair) summary(c Case, _ Moment) string {
	return fmt.Sprintf("Right to Repair: first period ends %s", c.Repairs[len(c.Repairs)-1].FirstBy.Due.Letter())
}

func (a StartRepair) decide(c *Case, m Moment) error {
	if err := goesOn(c); err != nil {
		return err
	}
	if err := a.check(c, m); err != nil {
		return err
	}
	by, err := redress.RepairDeadline(a.Defect, a.Reported, RulesOf(*c, 0, m))
	if err != nil {
		return problem(err)
	}
	c.Repairs = append(c.Repairs, RepairRight{
		ID:     nextID(c.Repairs, func(r RepairRight) int { return r.ID }),
		Defect: a.Defect, What: a.What, Cost: a.Cost, Reported: a.Reported, Contractor: a.Contractor, FirstBy: by,
	})
	return nil
}

// check refuses a repair that the law does not give the right for.
func (a StartRepair) check(c *Case, m Moment) error {
	if err := c.repairable(); err != nil {
		return err
	}
	law, err := rightToRepair(m)
	switch {
	case err != nil:
		return err
	case blank(a.What):
		return &Refusal{Code: "no-what", Field: "what", Reason: "Write what is broken and where"}
	case a.Cost <= 0:
		return &Refusal{Code: "no-cost", Field: "cost", Source: law.Source.String(), Reason: "Enter what the repair is thought to cost"}
	case a.Cost > law.CostLimit:
		return &Refusal{Code: "too-dear", Field: "cost", Source: law.Source.String(),
			Reason: fmt.Sprintf("The Right to Repair is for repairs of up to %s. Report the repair all the same", law.CostLimit)}
	case blank(a.Contractor):
		return &Refusal{Code: "no-contractor", Field: "contractor", Reason: "Enter the contractor who is to do the repair"}
	case slices.ContainsFunc(c.Repairs, a.same):
		return &Refusal{Code: "same", Field: "what", Source: law.Source.String(),
			Reason: "This repair is in the record already, reported on the same day. Write where the other one is, if there are two"}
	}
	return onField(past(a.Reported, calendar.Date{}, m), "reported")
}

// same says whether a repair is the one that is to be started: it would be paid
// for twice.
func (a StartRepair) same(r RepairRight) bool {
	return r.Ended.IsZero() && r.Defect == a.Defect && r.Reported == a.Reported && samePerson(r.What, a.What)
}

// repairable refuses the Right to Repair to a home that is not marked as having
// it: it is for secure tenancies (ruling 20).
func (c *Case) repairable() error {
	if c.hasRepairRight() {
		return nil
	}
	held := "it is not marked how this home is held"
	if t := c.Concerns().Tenure; t != "" {
		held = "this home is held otherwise: " + string(t)
	}
	return &Refusal{Code: "no-right", Field: "defect", Source: "ruling 20",
		Reason: fmt.Sprintf("Only a secure tenancy has the Right to Repair, and %s. Report the repair all the same", held)}
}

func (c Case) hasRepairRight() bool { return c.Concerns().Tenure == Secure }

// onField puts a refusal at another field.
func onField(err error, field string) error {
	if r, ok := err.(*Refusal); ok {
		moved := *r
		moved.Field = field
		return &moved
	}
	return err
}

// AskSecond records that the tenant asked for a second contractor, once the
// first period was missed. Its period runs from the day they asked, and starts
// on the working day after (ruling 20).
type AskSecond struct {
	Repair     int
	On         calendar.Date
	Contractor string
}

// Name is the act's name in history.
func (a AskSecond) Name() ActName { return ActAskSecond }

func (a AskSecond) happened() calendar.Date { return a.On }

func (a AskSecond) summary(c Case, _ Moment) string {
	return fmt.Sprintf("Second contractor asked for: second period ends %s", c.Repair(a.Repair).SecondBy.Due.Letter())
}

func (a AskSecond) decide(c *Case, m Moment) error {
	r, err := repairOf(c, a.Repair)
	if err != nil {
		return err
	}
	if err := c.repairable(); err != nil {
		return err
	}
	if !r.Asked.IsZero() {
		return refuse("asked", "", "A second contractor was asked for on %s: %s", r.Asked.Letter(), r.Second)
	}
	if err := past(a.On, r.Reported, m); err != nil {
		return err
	}
	switch {
	case !a.On.After(r.FirstBy.Due):
		return &Refusal{Code: "in-time", Field: "on", Source: "SI 1994/133",
			Reason: fmt.Sprintf("The first contractor has until the end of %s. A second one can be asked for from the day after", r.FirstBy.Due.Long())}
	case !r.Done.IsZero() && !a.On.Before(r.Done):
		return refuse("done", "SI 1994/133", "The repair was done on %s, before a second contractor was asked for. Nothing more is owed under the Right to Repair", r.Done.Letter())
	case blank(a.Contractor) || samePerson(a.Contractor, r.Contractor):
		return &Refusal{Code: "no-contractor", Field: "contractor", Source: "SI 1994/133", Reason: "Enter the second contractor. It is another than " + r.Contractor}
	}
	by, err := redress.SecondDeadline(r.Defect, a.On, RulesOf(*c, 0, m))
	if err != nil {
		return problem(err)
	}
	r.Asked, r.Second, r.SecondBy = a.On, a.Contractor, by
	c.repairMoved(r.ID)
	return nil
}

// RepairDone records the day a repair was finished.
type RepairDone struct {
	Repair int
	On     calendar.Date
}

// Name is the act's name in history.
func (a RepairDone) Name() ActName { return ActRepairDone }

func (a RepairDone) happened() calendar.Date { return a.On }

func (a RepairDone) summary(c Case, _ Moment) string {
	return "Repair done on " + c.Repair(a.Repair).Done.Letter()
}

func (a RepairDone) decide(c *Case, m Moment) error {
	r, err := repairOf(c, a.Repair)
	if err != nil {
		return err
	}
	if !r.Done.IsZero() {
		return refuse("done", "", "The repair was done on %s", r.Done.Letter())
	}
	if err := past(a.On, later(r.Reported, r.Asked), m); err != nil {
		return err
	}
	r.Done = a.On
	c.repairMoved(r.ID)
	return nil
}

// EndRepair ends the right to one repair: access was refused, or the repair is
// not ours. Nothing is paid for it then (ruling 20).
type EndRepair struct {
	Repair int
	On     calendar.Date
	Why    string
}

// Name is the act's name in history.
func (a EndRepair) Name() ActName { return ActEndRepair }

func (a EndRepair) happened() calendar.Date { return a.On }

func (a EndRepair) summary(Case, Moment) string { return "Right to Repair ended" }

func (a EndRepair) decide(c *Case, m Moment) error {
	r, err := repairOf(c, a.Repair)
	switch {
	case err != nil:
		return err
	case !r.Done.IsZero():
		return refuse("done", "", "The repair was done on %s, and the right with it", r.Done.Letter())
	case blank(a.Why):
		return &Refusal{Code: "no-reason", Field: "why", Source: "SI 1994/133",
			Reason: "Write what ended the right, such as access that was refused or a repair that is not ours"}
	}
	if err := past(a.On, later(r.Reported, r.Asked), m); err != nil {
		return err
	}
	r.Ended, r.EndedWhy = a.On, a.Why
	c.repairMoved(r.ID)
	return nil
}

// Repair finds a repair of the case by its number.
func (c *Case) Repair(id int) *RepairRight {
	for i := range c.Repairs {
		if c.Repairs[i].ID == id {
			return &c.Repairs[i]
		}
	}
	return nil
}

// repairOf is a repair whose right has not ended. The law's periods run on
// whether the case about it is closed or not.
func repairOf(c *Case, id int) (*RepairRight, error) {
	r := c.Repair(id)
	switch {
	case !c.Void.IsZero():
		return nil, refuse("void", "", "%s was recorded in error on %s", c.Reference, c.Void.Letter())
	case r == nil:
		return nil, refuse("no-repair", "", "There is no repair %d under the Right to Repair in this record", id)
	case !r.Ended.IsZero():
		return nil, refuse("ended", "", "The right to this repair ended on %s: %s", r.Ended.Letter(), r.EndedWhy)
	}
	return r, nil
}

// Running says whether a repair is still to be done under the right.
func (r RepairRight) Running() bool { return r.Done.IsZero() && r.Ended.IsZero() }

// late says whether a repair was done after the second period too, so that the
// law pays for it.
func (r RepairRight) late() bool {
	return r.Ended.IsZero() && !r.Asked.IsZero() && r.Done.After(r.SecondBy.Due)
}

// repairUnpaid says whether the law owes for a repair that no line pays for.
func (c *Case) repairUnpaid() bool {
	return slices.ContainsFunc(c.Repairs, func(r RepairRight) bool { return r.late() && r.Line == 0 })
}

// By is the day by which a repair is to be done as things stand: the second
// contractor's where one was asked for.
func (r RepairRight) By() policy.Deadline {
	if !r.Asked.IsZero() {
		return r.SecondBy
	}
	return r.FirstBy
}

// RepairInput is what a line of the ledger for a repair is worked out from.
func RepairInput(r RepairRight, c Case) redress.Input {
	return c.asTold(redress.Input{Kind: redress.Repaired, Title: r.What, Repair: redress.Repair{
		ID: r.ID, Defect: r.Defect, Right: c.hasRepairRight(), Cost: r.Cost,
		Reported: r.Reported, Asked: r.Asked, Done: r.Done, Ended: r.EndedWhy,
	}})
}

// asTold gives the input of a repair of the case the periods that the case
// keeps, as long as it is about the same days.
func (c *Case) asTold(in redress.Input) redress.Input {
	r := c.Repair(in.Repair.ID)
	if in.Kind != redress.Repaired || r == nil || in.Repair.Defect != r.Defect {
		return in
	}
	if in.Repair.Reported == r.Reported {
		in.Repair.FirstBy = r.FirstBy
	}
	if in.Repair.Asked == r.Asked {
		in.Repair.SecondBy = r.SecondBy
	}
	return in
}

// rightToRepair is the law's scheme as the promises have it.
func rightToRepair(m Moment) (*policy.RightToRepair, error) {
	p, ok := m.Policies.Promise(repairPromise)
	if !ok || p.Repair == nil {
		return nil, refuse("no-promise", "ruling 1", "The Right to Repair is not among the office's promises")
	}
	return p.Repair, nil
}
