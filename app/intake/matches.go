package intake

import (
	"context"
	"fmt"
	"slices"

	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

// mostMatches is how many other contacts are listed beside the form.
const mostMatches = 20

// look asks the register for other contacts of the same person or home. The
// officer goes on typing meanwhile; nothing ever stands in the way.
func (m *Model) look() {
	resident, home := m.form.Resident.ID, m.form.Dwelling.ID
	block := m.form.Dwelling.Home.Block
	m.matches, m.block, m.matchWhy = nil, nil, ""
	if resident == 0 && home == 0 {
		m.matchLane.Drop()
		return
	}
	by := m.deps.By
	task.RunLatest(m.matchLane, func(ctx context.Context) ([]register.Match, error) {
		return m.deps.Register.Matches(ctx, by, resident, home, block, mostMatches)
	}, func(found []register.Match, err error) {
		m.matches = found
		if err != nil {
			m.matches, m.matchWhy = nil, "Earlier contacts could not be looked up: "+lower(sentence(err))
		}
		m.Changed()
	})
}

// Match is another contact of the same person, home or, once asked for, block.
type Match struct {
	ID        int64
	Reference string
	Second    string // "Stage 1, received Mon 9 Nov 2026, D. Okafor"
	About     string
	Why       string // "Same resident"
}

// Matches lists the contacts that may be the same. What happened at other
// homes is a count until it is asked for (ruling 26).
func (m *Model) Matches() []Match {
	var all []Match
	add := func(r register.Row, why register.Why) {
		all = append(all, Match{
			ID: r.ID, Reference: string(r.Reference), Second: stands(r), About: r.About, Why: sentenceOf(string(why)),
		})
	}
	for _, f := range m.matches {
		if f.Why != register.SameBlock {
			add(f.Row, f.Why)
		}
	}
	for _, r := range m.block {
		add(r, register.SameBlock)
	}
	return all
}

// AskBlock shows the open contacts at other homes of the block. The officer
// asks for it by hand, since the screen faces the public.
func (m *Model) AskBlock() {
	if m.sameBlock() == 0 || len(m.block) > 0 {
		return
	}
	by, mine := m.deps.By, m.Matches()
	view := register.View{Open: true, Block: m.form.Dwelling.Home.Block}
	task.RunLatest(m.matchLane, func(ctx context.Context) (register.Page, error) {
		return m.deps.Register.Cases(ctx, by, view, register.Cursor{}, mostMatches)
	}, func(found register.Page, err error) {
		if err != nil {
			m.matchWhy = "The other homes could not be looked up: " + lower(sentence(err))
		}
		for _, r := range found.Rows {
			if !slices.ContainsFunc(mine, func(known Match) bool { return known.ID == r.ID }) {
				m.block = append(m.block, r)
			}
		}
		m.Changed()
	})
}

// sameBlock is the number of open contacts at other homes of the block.
func (m *Model) sameBlock() int {
	n := 0
	for _, f := range m.matches {
		n += f.Open
	}
	return n
}

// stands says where a contact stands, and with whom.
func stands(r register.Row) string {
	words := "Service request"
	if r.Kind == casework.Complaint {
		words = fmt.Sprintf("Stage %d", r.Stage)
	}
	if !r.Closed.IsZero() {
		return words + ", closed " + dated(r.Closed)
	}
	words += ", received " + dated(r.Received)
	if r.HandlerName != "" {
		words += ", " + r.HandlerName
	}
	return words
}

// MatchNote is the line under the matches: the count at other homes, or why
// there is nothing.
func (m *Model) MatchNote() string {
	switch {
	case m.matchWhy != "":
		return m.matchWhy
	case m.form.Resident.ID == 0 && m.form.Dwelling.ID == 0:
		return "Shows when the resident or the home is known."
	}
	if n := m.sameBlock(); n > 0 && len(m.block) == 0 {
		return fmt.Sprintf("Same block, %d open", n)
	}
	if len(m.Matches()) == 0 {
		return "No match found. Carry on."
	}
	return ""
}

// OpenMatch opens another contact; the draft is kept.
func (m *Model) OpenMatch(place int) {
	if all := m.Matches(); place >= 0 && place < len(all) {
		m.Keep()
		m.deps.Ways.OpenCase(all[place].ID)
	}
}
