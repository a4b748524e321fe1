package intake

import (
	"context"
	"slices"
	"strings"

	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

// Begin is the route's argument for a contact that comes from a case: a service
// request that becomes a complaint (casework.CameFrom), new matters raised at
// stage 2 (RaisedIn), the same again (Repeat). With What it is one of the pages'
// promises: the insurance claim that a point asks for.
type Begin struct {
	Case int64
	Kind casework.LinkKind
	What casework.Kind
}

// Begin puts a new draft on screen that comes from a case, with what is known
// filled in, and calls then. A draft that holds anything is parked first.
func (m *Model) Begin(b Begin, then func()) {
	if m.busy {
		return
	}
	by := m.deps.By
	task.RunLatest(m.beginLane, func(ctx context.Context) (casework.Case, error) {
		return m.deps.Register.Case(ctx, by, b.Case)
	}, func(c casework.Case, err error) {
		if err != nil {
			m.trouble = sentence(err)
			m.Changed()
			return
		}
		if m.page != Recorded && !m.form.empty() {
			m.putAside()
		}
		m.fresh()
		m.fill(c, b.Kind)
		if b.What == casework.ClaimKind {
			m.fillClaim(c)
		}
		m.look()
		m.touched()
		m.tellDraft()
		then()
	})
}

// fill takes from a case what is known, so that nothing is asked twice. What
// was told then is the background, not the new story.
func (m *Model) fill(c casework.Case, kind casework.LinkKind) {
	f := &m.form
	f.From = casework.Link{Case: c.ID, Reference: c.Reference, Kind: kind}
	home := casework.Dwelling{ID: c.HomeID, Office: c.Office, Home: c.Home}
	m.takeResident(register.Known{
		Resident: casework.Resident{ID: c.ResidentID, HomeID: c.HomeID, Person: c.Resident}, Dwelling: home,
	})
	f.Text[Before] = strings.TrimSpace(string(c.Reference) + ", " + c.Received.Letter() + ": " + short(c.Story, 1000))
	f.Subject = c.Subject
	f.Text[Subject] = m.subjectTitle()
	f.Reply, f.Text[DoNot] = c.Contact.Reply, c.Contact.DoNot
	if f.Reply == "" {
		f.Reply = casework.RingThenLetter
	}
	for _, a := range c.Contact.Adjustments {
		f.Needs = append(f.Needs, a.Kind)
		if a.Note != "" && explained(a.Kind) {
			f.Text[NeedNote] = a.Note
		}
	}
	f.Group = slices.Clone(c.Group)
	for i := range f.Group {
		f.Group[i].ID = 0
	}
	m.fillSpeaker(c.Representative)
	if kind == casework.CameFrom || kind == casework.RaisedIn {
		f.Answer = casework.Complain // that is what the officer was asked for when they came here
	}
	if kind == casework.CameFrom {
		f.Text[Wanted] = c.Wanted
	}
}

// fillClaim makes the contact the claim that a point of the case asks for. Who is
// liable is decided apart from the complaint, so nothing else of it is taken over
// (ruling 13).
func (m *Model) fillClaim(c casework.Case) {
	f := &m.form
	f.Kind, f.Answer = casework.ClaimKind, ""
	f.Text[Before], f.Text[Wanted] = "", ""
	f.Group = nil // a hurt is one person's, whoever complains together
	for _, claim := range casework.ClaimsToOpen(c) {
		f.Injury, f.Text[Story] = claim.Injury, claim.Story
		f.Received, f.Text[Received] = claim.Received, claim.Received.Letter()
		return
	}
}

func (m *Model) fillSpeaker(rep casework.Representative) {
	f := &m.form
	if rep.Name == "" {
		return
	}
	f.Behalf, f.RepGiven, f.RepUntil, f.WriteToRep = true, rep.Given, rep.Until, rep.WriteToRep
	for field, text := range map[string]string{
		RepName: rep.Name, RepRelation: rep.Relation, RepPhone: rep.Telephone, RepEmail: rep.Email,
		RepAddress: strings.TrimSpace(strings.Join(rep.Lines, ", ") + " " + rep.Postcode), RepPaper: rep.Authority, RepScope: rep.Scope,
	} {
		f.Text[field] = text
	}
	if !rep.Given.IsZero() {
		f.Text[RepGiven] = rep.Given.Letter()
	}
	if !rep.Until.IsZero() {
		f.Text[RepUntil] = rep.Until.Letter()
	}
}

// From says what the contact on screen comes from; "" for most.
func (m *Model) From() string {
	from := m.form.From
	if from.Case == 0 {
		return ""
	}
	ref := string(from.Reference)
	if m.form.Kind == casework.ClaimKind {
		return "This claim comes from " + ref + " and is decided apart from it. It gets its own reference and its own dates. Both are linked."
	}
	switch from.Kind {
	case casework.CameFrom:
		return "This complaint comes from " + ref + ", which stays as it is. It gets its own reference and its own dates. Both are linked."
	case casework.RaisedIn:
		return "These are new matters raised in " + ref + ". They get a complaint of their own, at stage 1, with its own dates. Both are linked."
	case casework.Repeat:
		return "This happened again after " + ref + ". Both are linked."
	}
	return "This belongs with " + ref + ". Both are linked."
}

// DropFrom takes the link away again.
func (m *Model) DropFrom() {
	m.form.From = casework.Link{}
	m.touched()
}
