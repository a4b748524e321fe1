package policy

import (
	"slices"

	"casebook/data/calendar"
)

// Promise is something the landlord promised outside the complaints policy,
// with dates in force of its own (ruling 1).
type Promise struct {
	ID         string             `toml:"id"`
	Title      string             `toml:"title"`
	Text       string             `toml:"text"`
	From       calendar.Date      `toml:"from"`   // no date: as far back as records go
	Until      calendar.Date      `toml:"until"`  // the last day; no date while it stands
	ByLaw      bool               `toml:"by-law"` // the office cannot end it
	Conditions []string           `toml:"conditions"`
	Excludes   []string           `toml:"excludes"`
	Clocks     []Clock            `toml:"clock"`
	Payment    *Payment           `toml:"payment"`
	Missed     *MissedAppointment `toml:"missed-appointment"`
	Repair     *RightToRepair     `toml:"right-to-repair"`
	Source     Source             `toml:"source"`
}

// InForceOn reports whether the promise stood on a day. A tariff goes by the day
// of the failing, not by that of the complaint.
func (p Promise) InForceOn(d calendar.Date) bool {
	return !d.Before(p.From) && (p.Until.IsZero() || !d.After(p.Until))
}

// Set is every policy and every dated promise of the office. It is immutable;
// the With methods return a changed copy.
type Set struct {
	policies []*Policy // by date in force, the oldest first
	promises promises
	hazards  hazards
	rulings  []Ruling
	redress  redress
}

type promises struct {
	Name     string    `toml:"name"`
	Version  string    `toml:"version"`
	Title    string    `toml:"title"`
	Promises []Promise `toml:"promise"`
	Tariffs  []Tariff  `toml:"tariff"`
}

// Policies returns every policy, the oldest first.
func (s *Set) Policies() []*Policy { return slices.Clone(s.policies) }

// Named returns the policy with this name.
func (s *Set) Named(name string) (*Policy, bool) {
	return find(s.policies, func(p *Policy) bool { return p.Name == name })
}

// InForceOn returns the policy of a complaint received on this day, which the
// case keeps.
func (s *Set) InForceOn(received calendar.Date) *Policy {
	in := s.policies[0]
	for _, p := range s.policies {
		if !received.Before(p.From) {
			in = p
		}
	}
	return in
}

// WithStart returns the set with the office's own date in force of a policy; a
// name it does not know changes nothing.
func (s *Set) WithStart(name string, from calendar.Date) *Set {
	changed := *s
	changed.policies = make([]*Policy, len(s.policies))
	for i, p := range s.policies {
		own := *p
		if own.Name == name {
			own.From = from
		}
		changed.policies[i] = &own
	}
	changed.sort()
	return &changed
}

// With returns the set with an office's own policy in it: a further one, or its
// own version of one with the same name. Two that start on one day are refused.
func (s *Set) With(own *Policy) (*Set, error) {
	changed := *s
	changed.policies = slices.DeleteFunc(slices.Clone(s.policies), func(p *Policy) bool { return p.Name == own.Name })
	changed.policies = append(changed.policies, own)
	changed.sort()
	if err := changed.validate(); err != nil {
		return nil, err
	}
	return &changed, nil
}

func (s *Set) sort() {
	slices.SortStableFunc(s.policies, func(a, b *Policy) int { return a.From.Compare(b.From) })
}

// Promises returns the promises that are not about complaints.
func (s *Set) Promises() []Promise { return slices.Clone(s.promises.Promises) }

// Promise returns one of them by id: "petition", "insurance", "letter",
// "door-entry", "missed-visit" or "right-to-repair".
func (s *Set) Promise(id string) (Promise, bool) {
	return find(s.promises.Promises, func(p Promise) bool { return p.ID == id })
}

// PromisesName names the file of promises as a policy is named.
func (s *Set) PromisesName() string { return s.promises.Name }

// PromisesID names the file of promises and its version: "promises@1".
func (s *Set) PromisesID() string { return s.promises.Name + "@" + s.promises.Version }

// Tariff returns one sum of the Ombudsman's guidance by id.
func (s *Set) Tariff(id string) (Tariff, bool) {
	return find(s.promises.Tariffs, func(t Tariff) bool { return t.ID == id })
}

// WithPromise returns the set with the office's own dates for a promise: until
// is no date while it stands. A promise that is law keeps its dates, and an id
// it does not know changes nothing.
func (s *Set) WithPromise(id string, from, until calendar.Date) *Set {
	return s.changePromise(id, func(p *Promise) {
		if !p.ByLaw {
			p.From, p.Until = from, until
		}
	})
}

// WithPetitionUnit returns the set with petitions investigated in calendar days,
// as the page says, or in working days (ruling 11).
func (s *Set) WithPetitionUnit(working bool) *Set {
	unit := calendar.CalendarDays
	if working {
		unit = calendar.WorkingDays
	}
	return s.changePromise("petition", func(p *Promise) {
		for i := range p.Clocks {
			if p.Clocks[i].Act == InvestigatePetition {
				p.Clocks[i].Unit = unit
			}
		}
	})
}

func (s *Set) changePromise(id string, change func(*Promise)) *Set {
	changed := *s
	changed.promises.Promises = slices.Clone(s.promises.Promises)
	for i := range changed.promises.Promises {
		if p := &changed.promises.Promises[i]; p.ID == id {
			p.Clocks = slices.Clone(p.Clocks)
			change(p)
		}
	}
	return &changed
}

// PromiseDeadlines counts every clock of a promise from a day.
func (s *Set) PromiseDeadlines(id string, received calendar.Date, h *calendar.Holidays) []Deadline {
	p, ok := s.Promise(id)
	if !ok || received.IsZero() {
		return nil
	}
	var deadlines []Deadline
	for _, c := range p.Clocks {
		deadlines = append(deadlines, c.deadline(received, c.Days, s.promises.Name+"@"+s.promises.Version, h))
	}
	return deadlines
}

// Tariffs returns the sums that the Ombudsman's guidance names for a failing on
// this day.
func (s *Set) Tariffs(failing calendar.Date) []Tariff {
	var all []Tariff
	for _, t := range s.promises.Tariffs {
		if !failing.Before(t.From) {
			all = append(all, t)
		}
	}
	return all
}

// SecondStage returns the policy whose stage 2 is open to a case received under
// p. A policy with a stage 2 of its own gives that. A case received under one
// without, and not closed on the day a later policy with a stage 2 began, gets
// that policy's stage 2 (ruling 3); closed is no date while it is open. False
// means that only the policy's own appeal is left, on the day asked about.
func (s *Set) SecondStage(p *Policy, closed, today calendar.Date) (*Policy, bool) {
	if _, ok := p.Stage(2); ok {
		return p, true
	}
	for _, later := range s.policies {
		_, has := later.Stage(2)
		begun := later.From.After(p.From) && !today.Before(later.From)
		if has && begun && (closed.IsZero() || !closed.Before(later.From)) {
			return later, true
		}
	}
	return nil, false
}
