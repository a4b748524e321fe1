package cases

import (
	"context"
	"errors"
	"fmt"

	"casebook/data/casework"
	"casebook/data/register"
)

// MayAssign is nil, or the refusal that says who may give cases to an officer.
func (m *Model) MayAssign() error {
	return casework.May(m.by, casework.ActAssign, casework.Case{})
}

// Handlers are the officers who may have cases, whatever the case.
func (m *Model) Handlers() []casework.Officer {
	var may []casework.Officer
	for _, o := range m.officers {
		if casework.May(o, casework.ActMakeAck, casework.Case{}) == nil {
			may = append(may, o)
		}
	}
	return may
}

// Proposal is one case that would be given to an officer, or why not.
type Proposal struct {
	Row     register.Row
	From    string // who has it now: "nobody", "R. Castell"
	Refused string // empty where it may be done
	version int
	before  int64
}

// Proposing looks at each selected case as it is now and says what giving it to
// an officer would do. Nothing is changed.
func (m *Model) Proposing(cursor int, to int64) func(context.Context) ([]Proposal, error) {
	reg, by, rows, moment := m.reg, m.by, append([]register.Row(nil), m.chosen(cursor)...), m.moment
	return func(ctx context.Context) ([]Proposal, error) {
		all := make([]Proposal, 0, len(rows))
		for _, r := range rows {
			p, err := propose(ctx, reg, by, r, to, moment)
			if err != nil {
				return nil, err
			}
			all = append(all, p)
		}
		return all, nil
	}
}

func propose(ctx context.Context, reg Register, by casework.Officer, r register.Row, to int64, moment casework.Moment) (Proposal, error) {
	c, err := reg.Case(ctx, by, r.ID)
	if errors.Is(err, register.ErrNotFound) {
		return Proposal{Row: r, Refused: "This case is no longer yours to see"}, nil
	}
	if err != nil {
		return Proposal{}, err
	}
	p := Proposal{Row: r, From: "nobody", version: c.Version}
	if has := c.HandledBy(); has != 0 {
		p.before = has
		if o, ok := moment.Officer(has); ok {
			p.From = casework.ShortName(o.Name)
		}
	}
	if p.before == to && to != 0 {
		p.Refused = "Has it already"
	} else if _, err := casework.Apply(c, casework.Assign{To: to}, moment); err != nil {
		p.Refused = err.Error()
	}
	return p, nil
}

// Assigned is what became of each proposal.
type Assigned struct {
	To      casework.Officer
	Done    []Proposal
	Refused []Proposal
}

// Assigning gives each case that may be given to the officer, one act at a
// time, on the version that was proposed. What a case refuses meanwhile is
// named in the outcome; any other error stops, and the outcome tells what had
// been done by then.
func (m *Model) Assigning(to int64, proposals []Proposal) func(ctx context.Context, report func(done int)) (Assigned, error) {
	reg, by, officer := m.reg, m.by, m.officer(to)
	return func(ctx context.Context, report func(done int)) (Assigned, error) {
		out := Assigned{To: officer}
		for i, p := range proposals {
			if p.Refused == "" {
				var err error
				if p, err = assign(ctx, reg, by, p, to); err != nil {
					return out, err
				}
			}
			if p.Refused == "" {
				out.Done = append(out.Done, p)
			} else {
				out.Refused = append(out.Refused, p)
			}
			report(i + 1)
		}
		return out, nil
	}
}

// assign does one act and tells a refusal from a fault.
func assign(ctx context.Context, reg Register, by casework.Officer, p Proposal, to int64) (Proposal, error) {
	if err := ctx.Err(); err != nil {
		return p, err
	}
	out, err := reg.Do(ctx, by, p.Row.ID, p.version, casework.Assign{To: to})
	var no *casework.Refusal
	var changed *register.Conflict
	switch {
	case errors.As(err, &no), errors.As(err, &changed):
		p.Refused = err.Error()
	case errors.Is(err, register.ErrNotFound):
		p.Refused = "This case is no longer yours to see"
	case err != nil:
		return p, err
	default:
		p.version = out.Case.Version
	}
	return p, nil
}

func (m *Model) officer(id int64) casework.Officer {
	for _, o := range m.officers {
		if o.ID == id {
			return o
		}
	}
	return casework.Officer{}
}

// Sentence says what was done: "2 cases given to R. Castell. 1 not given:
// C-2026-0298-H."
func (a Assigned) Sentence() string {
	name := casework.ShortName(a.To.Name)
	words := "Nothing given to " + name + "."
	switch len(a.Done) {
	case 0:
	case 1:
		words = fmt.Sprintf("%s now has %s.", name, a.Done[0].Row.Reference)
	default:
		words = fmt.Sprintf("%d cases given to %s.", len(a.Done), name)
	}
	switch len(a.Refused) {
	case 0:
	case 1:
		words += fmt.Sprintf(" Not given: %s.", a.Refused[0].Row.Reference)
	default:
		words += fmt.Sprintf(" %d not given.", len(a.Refused))
	}
	return words
}

// CanUndo says that every case given had an officer before, to whom it can be
// given back. A case cannot be given to nobody.
func (a Assigned) CanUndo() bool {
	for _, p := range a.Done {
		if p.before == 0 {
			return false
		}
	}
	return len(a.Done) > 0
}

// Undoing gives each case back to the officer who had it. It is one more act
// on each, and history keeps both. A case that has changed since is left alone.
func (m *Model) Undoing(a Assigned) func(context.Context) (int, error) {
	reg, by := m.reg, m.by
	return func(ctx context.Context) (int, error) {
		for i, p := range a.Done {
			if _, err := reg.Do(ctx, by, p.Row.ID, p.version, casework.Assign{To: p.before}); err != nil {
				return i, err
			}
		}
		return len(a.Done), nil
	}
}
