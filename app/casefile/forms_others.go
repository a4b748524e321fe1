package casefile

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/data/casework"
	"casebook/data/register"
)

// askOthers asks another team for what the answer waits for. The clock goes on
// (ruling 9).
func (v *View) askOthers() {
	v.form("Ask another team or contractor", "Record the question", "Question recorded. It waits on Today.", casework.ActAskOthers, func(f *field.Form) (fyne.CanvasObject, filled) {
		whom := f.Text("whom", "Whom")
		what := f.Notes("what", "What you ask them", 3)
		due := v.comingDay(f, "due", "By when you need the answer")
		if len(v.model.Whys()) > 0 {
			due.Hint("The " + v.model.Page.Case.Kind.Noun() + "'s own clock goes on meanwhile.")
		}
		return rows(&whom.Row, &what.Row, &due.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.AskOthers{Whom: whom.Value(), What: what.Value(), Due: v.ahead(due, wrong)}, wrong
		}
	})
}

// Waiting are the questions that nobody has answered yet.
func (m *Model) Waiting() []casework.Request {
	var all []casework.Request
	for _, r := range m.Page.Case.Requests {
		if r.Answered.IsZero() {
			all = append(all, r)
		}
	}
	return narrow(m, casework.ActGotAnswer, all, func(r casework.Request) bool { return r.ID == m.about.Item })
}

func (v *View) requests(f *field.Form) *pick[casework.Request] {
	return picks(f, "request", "Which question", v.model.Waiting(), func(r casework.Request) string {
		return fmt.Sprintf("%s, by %s: %s", r.Whom, r.Due.Short(), short(r.What))
	})
}

func (v *View) remind() {
	v.form("Remind them", "Record the reminder", "Reminder recorded.", casework.ActRemind, func(f *field.Form) (fyne.CanvasObject, filled) {
		which := v.requests(f)
		on := v.dayField(f, "on", "When they were reminded")
		return rows(&which.Row, &on.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Remind{Request: which.must(wrong, "Choose the question").ID, On: v.day(on, wrong)}, wrong
		}
	})
}

func (v *View) gotAnswer() {
	v.form("They answered", "Keep the answer", "Answer kept.", casework.ActGotAnswer, func(f *field.Form) (fyne.CanvasObject, filled) {
		which := v.requests(f)
		on := v.dayField(f, "on", "When")
		answer := f.Notes("answer", "What they answered", 4)
		return rows(&which.Row, &on.Row, &answer.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.GotAnswer{Request: which.must(wrong, "Choose the question").ID, On: v.day(on, wrong), Answer: answer.Value()}, wrong
		}
	})
}

// passOn hands a point that is not ours to whoever deals with it, and goes on to
// the letter that tells the resident (Code 5.7).
func (v *View) passOn() {
	v.form("Pass on what is not ours", "Pass it on", "Passed on. The letter tells the resident.", casework.ActPassOn, func(f *field.Form) (fyne.CanvasObject, filled) {
		complaint := v.model.Page.Case.Kind == casework.Complaint
		point := points(f, "point", "Which point", v.model.Page.Case.Points)
		if !complaint {
			point.Optional()
			point.Hint("None chosen means all of this record.")
		}
		others := v.model.Elsewhere()
		to := f.Picker("to", "Who deals with it", func(text string, show func([]field.Suggestion)) {
			var found []field.Suggestion
			for _, name := range others {
				if strings.Contains(strings.ToLower(name), strings.ToLower(text)) {
					found = append(found, field.Suggestion{Words: name})
				}
			}
			show(found)
		})
		if len(others) > 0 {
			to.Set(others[0])
		}
		on := v.dayField(f, "on", "When it was passed on")
		how := f.Text("how", "How")
		how.Hint("Such as by e-mail, with what they were told.")
		why := f.Text("why", "Why it is not ours")
		why.Optional()
		return rows(&point.Row, &to.Row, &on.Row, &how.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			p, _ := point.chosen()
			return casework.PassOn{Point: p.ID, To: to.Value(), On: v.day(on, wrong), How: how.Value(), Why: why.Value()}, wrong
		}
	})
}

// Elsewhere names those to whom the policy passes what is not ours.
func (m *Model) Elsewhere() []string {
	var names []string
	p := m.moment.Policies.InForceOn(m.moment.Today)
	if p == nil {
		return nil
	}
	for _, e := range p.Others {
		names = append(names, e.Name)
	}
	return names
}

// linked says each kind of link as officers do.
var linked = []struct {
	kind  casework.LinkKind
	words string
}{
	{casework.Related, "About the same matter"},
	{casework.CameFrom, "This case came from it"},
	{casework.Became, "It came from this case"},
	{casework.Repeat, "This happened again after it"},
	{casework.RepeatedBy, "It happened again after this"},
	{casework.RaisedIn, "This was raised in it as something new"},
	{casework.NewMatters, "It has the new matters raised here"},
}

// link joins the case to another, found by its reference; both get their end.
func (v *View) link() {
	build := func(f *field.Form) (fyne.CanvasObject, filled) {
		ref := f.Text("case", "The other case's reference")
		ref.Hint("Such as C-2026-0377. The check letter may be left out.")
		var words []string
		for _, l := range linked {
			words = append(words, l.words)
		}
		kind := f.Select("kind", "What it is to this one", words...)
		kind.Set(words[0])
		return rows(&ref.Row, &kind.Row), func() (casework.Act, map[string]string) {
			other, err := casework.ParseReference(ref.Value())
			if err != nil {
				return nil, map[string]string{"case": capital(err.Error())}
			}
			act := casework.LinkTo{Reference: other}
			for _, l := range linked {
				if l.words == kind.Value() {
					act.Kind = l.kind
				}
			}
			return act, nil
		}
	}
	v.ask("Link it to another case", "Link them", casework.ActLink, build, func(act casework.Act, done func(map[string]string)) {
		v.acts.Work(func(ctx context.Context) (casework.Result, error) { return v.model.Link(ctx, act.(casework.LinkTo)) }, "Cases linked.", done)
	})
}

// Link joins the case to the one of a reference. A case that the officer may not
// see is one that is not there.
func (m *Model) Link(ctx context.Context, to casework.LinkTo) (casework.Result, error) {
	other, err := m.reg.CaseByReference(ctx, m.by, to.Reference)
	if errors.Is(err, register.ErrNotFound) {
		return casework.Result{}, &casework.Refusal{Code: "no-case", Field: "case", Reason: fmt.Sprintf("There is no case %s here. Look at the reference again", to.Reference)}
	}
	if err != nil {
		return casework.Result{}, err
	}
	return m.reg.Link(ctx, m.by, m.id, other.ID, to.Kind)
}

func (v *View) unlink() {
	var which *pick[casework.Link]
	build := func(f *field.Form) (fyne.CanvasObject, filled) {
		which = picks(f, "link", "Which link", v.model.Page.Case.Links, func(l casework.Link) string { return linkWords(l) })
		why := f.Text("why", "Why the cases do not belong together")
		return rows(&which.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Unlink{Link: which.must(wrong, "Choose the link").ID, Why: why.Value()}, wrong
		}
	}
	v.ask("Take a link away", "Take it away", casework.ActUnlink, build, func(act casework.Act, done func(map[string]string)) {
		m := v.model
		l, _ := which.chosen()
		v.acts.Work(func(ctx context.Context) (casework.Result, error) {
			return m.reg.Unlink(ctx, m.by, m.id, l.Case, act.(casework.Unlink).Why)
		}, "Link taken away.", done)
	})
}

func linkWords(l casework.Link) string {
	for _, k := range linked {
		if k.kind == l.Kind {
			return fmt.Sprintf("%s: %s", l.Reference, strings.ToLower(k.words[:1])+k.words[1:])
		}
	}
	return string(l.Reference)
}
