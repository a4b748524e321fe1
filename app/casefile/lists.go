package casefile

import (
	"casebook/data/casework"
	"casebook/data/policy"
)

type hazardKind = policy.Hazard

// Hazards are the kinds of danger that the law times.
func (m *Model) Hazards() []policy.Hazard {
	if m.moment.Policies == nil {
		return nil
	}
	return m.moment.Policies.Hazards()
}

// HazardStep is one step of a hazard that has still to be taken.
type HazardStep struct {
	Hazard int
	Clock  casework.HazardClock
}

// HazardSteps are the steps that the law still waits for.
func (m *Model) HazardSteps() []HazardStep {
	var all []HazardStep
	for _, h := range m.Page.Case.Hazards {
		for _, k := range h.Clocks {
			if h.NotHazard == "" && k.Done.IsZero() {
				all = append(all, HazardStep{Hazard: h.ID, Clock: k})
			}
		}
	}
	return narrow(m, casework.ActHazardStep, all, func(s HazardStep) bool { return s.Hazard == m.about.Item && s.Clock.Step == m.about.Step })
}

// Ask is evidence that an ombudsman asked for.
type Ask struct {
	Referral int
	casework.EvidenceAsk
}

// Asks are the requests for evidence that nothing was sent for yet.
func (m *Model) Asks() []Ask {
	var all []Ask
	for _, r := range m.Page.Case.Referrals {
		for _, a := range r.Asks {
			if a.Sent.IsZero() {
				all = append(all, Ask{Referral: r.ID, EvidenceAsk: a})
			}
		}
	}
	return narrow(m, casework.ActEvidenceSent, all, func(a Ask) bool { return a.Referral == m.about.Item && a.ID == m.about.Part })
}

// Order is something that an ombudsman ordered or recommended.
type Order struct {
	Referral int
	casework.Order
}

// Orders are those that have still to be carried out.
func (m *Model) Orders() []Order {
	var all []Order
	for _, r := range m.Page.Case.Referrals {
		for _, o := range r.Orders {
			if o.Done.IsZero() {
				all = append(all, Order{Referral: r.ID, Order: o})
			}
		}
	}
	return narrow(m, casework.ActComply, all, func(o Order) bool { return o.Referral == m.about.Item && o.ID == m.about.Part })
}

// Unkept are the promises that have still to be kept.
func (m *Model) Unkept() []casework.Promise {
	var all []casework.Promise
	for _, p := range m.Page.Case.Promises {
		if p.Kept.IsZero() {
			all = append(all, p)
		}
	}
	return all
}

// Ombudsmen are the bodies that the case's policy knows.
func (m *Model) Ombudsmen() []policy.Ombudsman {
	p, err := casework.PolicyOf(m.Page.Case, 1, m.Page.Case.Received, m.moment.Policies)
	if err != nil {
		return nil
	}
	return p.Ombudsmen
}

// body is what a referral's ombudsman is called.
func (m *Model) body(id string) string {
	for _, o := range m.Ombudsmen() {
		if o.ID == id {
			return o.Name
		}
	}
	return id
}

// Exclusions are what a point may be left out for, or only what may refuse a
// stage 2 that was asked for.
func (m *Model) Exclusions(refusals bool) []policy.Exclusion {
	p := m.policy()
	if p == nil {
		return nil
	}
	var all []policy.Exclusion
	for _, e := range p.Exclusions {
		if !refusals || e.Refuses() {
			all = append(all, e)
		}
	}
	return all
}

// TellBy is the last day for the letter that a point is left out, or that stage
// 2 is not opened (ruling 13): what an exclusion would be kept with.
func (m *Model) TellBy() string {
	d, ok := casework.TellBy(m.Page.Case, m.moment)
	if !ok {
		return ""
	}
	return d.Due.Long()
}

// wouldBe is the case as it would be after an act, and what refuses it.
func (m *Model) wouldBe(act casework.Act) (casework.Case, error) {
	out, err := casework.Apply(m.Page.Case, act, m.moment)
	return out.Case, err
}

// WouldExtend says to which day an extension by so many working days would
// move the response; "" where it cannot be said.
func (m *Model) WouldExtend(days int) string {
	next, err := m.wouldBe(casework.Extend{Days: days, Reason: typed})
	if s := next.Current(); err == nil && s != nil {
		return s.Extensions[len(s.Extensions)-1].Due.Due.Long()
	}
	return ""
}

// For are the officers of whom an act on the case is not refused.
func (m *Model) For(act func(officer int64) casework.Act) []casework.Officer {
	var may []casework.Officer
	for _, o := range m.officers {
		if o.Left {
			continue
		}
		if _, err := casework.Apply(m.Page.Case, act(o.ID), m.asManager()); err == nil {
			may = append(may, o)
		}
	}
	return may
}

// Colleagues are the officers who work here and see cases.
func (m *Model) Colleagues() []casework.Officer {
	var all []casework.Officer
	for _, o := range m.officers {
		if !o.Left && casework.MayDo(o, casework.SeeCases) == nil {
			all = append(all, o)
		}
	}
	return all
}
