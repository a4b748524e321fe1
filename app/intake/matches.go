package intake

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

const (
	// mostMatches is how many other contacts are listed beside the form.
	mostMatches = 20
	// mostWords is how many words in common a match names.
	mostWords = 4
	// likeRest is how long typing rests before like words are looked for.
	likeRest = 250 * time.Millisecond
)

// look asks the register for other contacts of the same person or home, or of
// like words. The officer goes on typing meanwhile; nothing ever stands in the
// way.
func (m *Model) look() {
	m.likePause.Stop()
	l := m.likeness()
	if l == (register.Likeness{}) {
		m.matches, m.others, m.matchWhy, m.lookedFor = nil, false, "", l
		m.matchLane.Drop()
		return
	}
	if l.ResidentID != m.lookedFor.ResidentID || l.HomeID != m.lookedFor.HomeID {
		m.matches, m.others, m.matchWhy = nil, false, "" // somebody else's are not left standing
	}
	l.Others = m.others
	m.lookedFor = l
	by := m.deps.By
	task.RunLatest(m.matchLane, func(ctx context.Context) ([]register.AlikeCase, error) {
		return m.deps.Register.Alike(ctx, by, l, mostMatches)
	}, func(found []register.AlikeCase, err error) {
		m.matches, m.matchWhy = found, ""
		if err != nil {
			m.matches, m.matchWhy = nil, "Earlier contacts could not be looked up: "+lower(sentence(err))
		}
		m.Changed()
	})
}

// lookLater looks once the typing rests, where there is anything new to find.
func (m *Model) lookLater() {
	l := m.likeness()
	l.Others = m.others
	if l != m.lookedFor {
		m.likePause.Call(m.look)
	}
}

// likeness is what the form knows so far. A story of a word or two is like
// everything, and an anonymous report asks for no person.
func (m *Model) likeness() register.Likeness {
	f := m.form
	l := register.Likeness{ResidentID: f.Resident.ID, HomeID: f.Dwelling.ID, Block: f.Dwelling.Home.Block}
	if name := f.line(Name); len(strings.Fields(name)) >= 2 {
		l.Name = name
	}
	if story := f.text(Story); len(strings.Fields(story)) >= 3 {
		l.Words = story
	}
	return l
}

// Match is another contact that may be the same, and what the officer said of
// it.
type Match struct {
	ID        int64
	Reference string
	Second    string // "Stage 1, received Mon 9 Nov 2026, D. Okafor"
	About     string
	Why       string // "Same resident, says “boiler”"
	Linked    bool
}

// Matches lists the contacts that may be the same. What a front desk may see of
// other homes is a count until it is asked for (ruling 26).
func (m *Model) Matches() []Match {
	var all []Match
	for _, f := range m.matches {
		if f.Count > 0 || slices.Contains(m.form.NotSame, f.Row.ID) {
			continue
		}
		all = append(all, Match{
			ID: f.Row.ID, Reference: string(f.Row.Reference), Second: stands(f.Row), About: f.Row.About,
			Why: whyWords(f), Linked: m.linked(f.Row.ID),
		})
	}
	return all
}

// whyWords say why a case may be the same; what follows from a closer reason is
// not said again.
func whyWords(f register.AlikeCase) string {
	var parts []string
	for _, why := range f.Why {
		switch {
		case why == register.SameName && slices.Contains(f.Why, register.SameResident):
		case why == register.SameBlock && slices.Contains(f.Why, register.SameHome):
		case why == register.LikeWords:
			parts = append(parts, "says “"+strings.Join(f.Words[:min(len(f.Words), mostWords)], "”, “")+"”")
		default:
			parts = append(parts, string(why))
		}
	}
	return sentenceOf(strings.Join(parts, ", "))
}

func (m *Model) linked(id int64) bool {
	return m.form.From.Case == id || slices.ContainsFunc(m.form.Links, func(l casework.Link) bool { return l.Case == id })
}

// AskOthers shows the contacts at other homes. The officer asks for it by hand,
// since the screen faces the public.
func (m *Model) AskOthers() {
	if !m.others && len(m.counts()) > 0 {
		m.others = true
		m.look()
	}
}

// counts are what there is at other homes, in numbers.
func (m *Model) counts() []string {
	var all []string
	for _, f := range m.matches {
		switch {
		case f.Count == 0:
		case f.Why[0] == register.SameBlock:
			all = append(all, fmt.Sprintf("same block, %d open", f.Count))
		case f.Why[0] == register.SameName:
			all = append(all, fmt.Sprintf("same name, %d", f.Count))
		default:
			all = append(all, fmt.Sprintf("like words, %d", f.Count))
		}
	}
	return all
}

// MatchNote is the line under the matches: the count at other homes, or why
// there is nothing.
func (m *Model) MatchNote() string {
	counts := m.counts()
	switch {
	case m.matchWhy != "":
		return m.matchWhy
	case len(counts) > 0:
		return "At other homes: " + strings.Join(counts, "; ") + ". F6 lists them."
	case len(m.Matches()) > 0:
		return ""
	case m.lookedFor == (register.Likeness{}):
		return "Shows when the resident, the home or what happened is known."
	}
	return "No match found. Carry on."
}

// stands says where a contact stands, and with whom.
func stands(r register.Row) string {
	words := "Service request"
	switch {
	case r.Kind == casework.Information:
		words = "Information"
	case r.Kind == casework.Complaint:
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

// OpenMatch opens another contact; the draft is kept.
func (m *Model) OpenMatch(place int) {
	if all := m.Matches(); place >= 0 && place < len(all) {
		m.Keep()
		m.deps.Ways.OpenCase(all[place].ID)
	}
}

// LinkMatch links the contact on screen to a match when it is recorded, or
// takes that back: the same again after one that is closed, otherwise one that
// belongs with it.
func (m *Model) LinkMatch(place int) {
	row, ok := m.matched(place)
	if !ok {
		return
	}
	f := &m.form
	switch {
	case f.From.Case == row.ID:
		f.From = casework.Link{}
	case m.linked(row.ID):
		f.Links = slices.DeleteFunc(slices.Clone(f.Links), func(l casework.Link) bool { return l.Case == row.ID })
	default:
		kind := casework.Related
		if !row.Closed.IsZero() {
			kind = casework.Repeat
		}
		f.Links = append(f.Links, casework.Link{Case: row.ID, Reference: row.Reference, Kind: kind})
	}
	m.touched()
}

// NotTheSame takes a match out of the list of this contact.
func (m *Model) NotTheSame(place int) {
	row, ok := m.matched(place)
	if !ok {
		return
	}
	if m.linked(row.ID) {
		m.LinkMatch(place)
	}
	m.form.NotSame = append(slices.Clone(m.form.NotSame), row.ID)
	m.touched()
}

// matched is the row of a match by its place in the list.
func (m *Model) matched(place int) (register.Row, bool) {
	all := m.Matches()
	if place < 0 || place >= len(all) {
		return register.Row{}, false
	}
	for _, f := range m.matches {
		if f.Row.ID == all[place].ID {
			return f.Row, true
		}
	}
	return register.Row{}, false
}
