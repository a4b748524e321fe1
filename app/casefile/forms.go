package casefile

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// formWidth is the width of a form's dialog at 100 %.
const formWidth = 640

// filled makes the act of a filled form, or says by field what is wrong.
type filled func() (act casework.Act, wrong map[string]string)

// form asks for what an act needs. Typed text stays when the act is refused;
// each refusal stands under its field.
func (v *View) form(title, yes, said string, act casework.ActName, build func(f *field.Form) (fyne.CanvasObject, filled)) {
	if err := v.model.May(act); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	f := field.NewForm()
	body, fill := build(f)
	sheet := &look.Sheet{}
	save := func() {
		act, wrong := fill()
		if len(wrong) > 0 {
			f.ShowErrors(wrong)
			return
		}
		v.do(act, said, func(wrong map[string]string) {
			if wrong != nil {
				f.ShowErrors(wrong)
				return
			}
			sheet.Close()
		})
	}
	f.Default = save
	buttons := look.Line(10, look.Gap(), look.NewPrimary(yes, save).With("", "Ctrl+Enter"), look.NewButton("Leave it", func() { sheet.Close() }).With("", "Esc"))
	content := look.Column(12, look.NewTxt(title, look.SizeSection, look.Text, true), f.Summary(), body, buttons)
	f.Relay = func() { sheet.Refit() }
	layer := keys.NewBlocking().On("Ctrl+Enter", save).On("Ctrl+S", save)
	sheet = look.OpenDialog(v.deps.Shell.Window().Canvas(), formWidth, content, layer, nil)
	v.asking = f
	sheet.Closed = func() {
		v.asking = nil
		if v.deps.Shell.Window().Canvas().Focused() == nil {
			v.FocusFirst() // what had the focus was drawn anew meanwhile
		}
	}
	f.First()
}

// rows stacks fields.
func rows(all ...*field.Row) fyne.CanvasObject {
	objs := make([]fyne.CanvasObject, len(all))
	for i, r := range all {
		objs[i] = r.Object()
	}
	return look.Column(12, objs...)
}

// dayField is a date that says how it was understood; it begins as today.
func (v *View) dayField(f *field.Form, name, label string) *field.Date {
	d := f.Date(name, label, v.model.EchoDay)
	d.Set("today")
	d.Again()
	return d
}

// day reads a date field into a day, or says what to type.
func (v *View) day(d *field.Date, wrong map[string]string) calendar.Date {
	on, err := v.model.Day(d.Value())
	if err != nil {
		wrong[d.Name()] = capital(err.Error())
	}
	return on
}

func (v *View) answer(point int) {
	p := v.model.Page.Case.Point(point)
	if p == nil {
		return
	}
	v.form(fmt.Sprintf("Answer point %d", point), "Keep the answer", fmt.Sprintf("Point %d answered.", point), casework.ActAnswer,
		func(f *field.Form) (fyne.CanvasObject, filled) {
			finding := f.Choice("finding", "Our finding", capital(string(casework.Upheld)), capital(string(casework.NotUpheld)))
			finding.Set(capital(string(p.Finding)))
			reasons := f.Notes("reasons", "Reasons, as the resident will read them", 5)
			reasons.Set(p.Reasons)
			body := look.Column(12, look.NewSentence(look.Words(p.Text).In(look.Muted)), finding.Object(), reasons.Object())
			return body, func() (casework.Act, map[string]string) {
				return casework.AnswerPoint{Point: point, Finding: casework.Outcome(strings.ToLower(finding.Value())), Reasons: reasons.Value()}, nil
			}
		})
}

func (v *View) assign() {
	v.form("Give the case to an officer", "Give it", "The case has a new handler.", casework.ActAssign, func(f *field.Form) (fyne.CanvasObject, filled) {
		officers := v.model.Handlers()
		names := make([]string, len(officers))
		for i, o := range officers {
			names[i] = o.Name
		}
		to := f.Select("to", "Officer", names...)
		if s := v.model.Page.Case.Current(); s != nil && s.Number > 1 {
			to.Hint("Those who had a part in stage 1 are not offered (Code 6.13).")
		}
		return rows(&to.Row), func() (casework.Act, map[string]string) {
			for _, o := range officers {
				if o.Name == to.Value() {
					return casework.Assign{To: o.ID}, nil
				}
			}
			return nil, map[string]string{"to": "Choose who gets the case"}
		}
	})
}

func (v *View) addNote() {
	v.form("Add a note", "Keep the note", "Note added.", casework.ActNote, func(f *field.Form) (fyne.CanvasObject, filled) {
		note := f.Notes("note", "Note", 4)
		note.Hint("Internal. The resident may ask to see it.")
		return rows(&note.Row), func() (casework.Act, map[string]string) { return casework.AddNote{Text: note.Value()}, nil }
	})
}

func (v *View) logCall() {
	v.form("Record a call to the resident", "Keep the record", "Call recorded.", casework.ActLogCall, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When")
		reached := f.Choice("reached", "Did you speak to them?", "Yes", "No")
		note := f.Notes("note", "What was said, or why not", 4)
		if d := v.model.Page.Contact.DoNot; d != "" {
			note.Hint("They asked: " + d + ".")
		}
		return rows(&on.Row, &reached.Row, &note.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.LogCall{On: v.day(on, wrong), Reached: reached.Value() == "Yes", Note: note.Value()}
			if reached.Value() == "" {
				wrong["reached"] = "Choose yes or no"
			}
			return act, wrong
		}
	})
}

func (v *View) addRemedy() {
	v.form("Add a remedy", "Add it", "Remedy added.", casework.ActAddRemedy, func(f *field.Form) (fyne.CanvasObject, filled) {
		remedies := v.model.Remedies()
		titles := make([]string, len(remedies))
		for i, r := range remedies {
			titles[i] = r.Title
		}
		kind := f.Select("kind", "How we put it right", titles...)
		text := f.Notes("remedy", "What exactly, as the resident will read it", 3)
		return rows(&kind.Row, &text.Row), func() (casework.Act, map[string]string) {
			for _, r := range remedies {
				if r.Title == kind.Value() {
					return casework.AddRemedy{Kind: r.ID, Text: text.Value()}, nil
				}
			}
			return nil, map[string]string{"kind": "Choose one of the policy's remedies"}
		}
	})
}

func (v *View) offerRedress() {
	v.form("Offer money", "Add the sum", "Sum added to the answer.", casework.ActOfferRedress, func(f *field.Form) (fyne.CanvasObject, filled) {
		heads := []string{redress.FinancialLoss, redress.Inconvenience}
		head := f.Choice("head", "What it is for", capital(heads[0]), capital(heads[1]))
		reason := f.Select("reason", "Reason")
		choose := func(string) {
			var titles []string
			for _, r := range v.model.Reasons(strings.ToLower(head.Value())) {
				titles = append(titles, r.Title)
			}
			reason.SetOptions(titles...)
		}
		head.Changed = choose
		sum := f.Money("sum", "Sum")
		working := f.Notes("working", "How the sum was reached", 3)
		return rows(&head.Row, &reason.Row, &sum.Row, &working.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			pence, err := sum.Pence()
			if err != nil {
				wrong["sum"] = capital(err.Error())
			}
			act := casework.OfferRedress{Head: strings.ToLower(head.Value()), Working: working.Value(), Sum: pence}
			for _, r := range v.model.Reasons(act.Head) {
				if r.Title == reason.Value() {
					act.Reason = r.ID
				}
			}
			if act.Reason == "" {
				wrong["reason"] = "Choose the reason that fits best"
			}
			return act, wrong
		}
	})
}

func (v *View) makePromise() {
	v.form("Promise something by a day", "Make the promise", "Promise made.", casework.ActPromise, func(f *field.Form) (fyne.CanvasObject, filled) {
		text := f.Text("promise", "What we will do")
		owner := f.Text("owner", "Who sees to it")
		due := f.Date("due", "By when", v.model.EchoDay)
		due.Hint("A day such as 27 11 2026, or +10wd for ten working days from today.")
		return rows(&text.Row, &owner.Row, &due.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.MakePromise{Text: text.Value(), Owner: owner.Value(), Due: v.day(due, wrong)}, wrong
		}
	})
}

func (v *View) keepPromise(p Promise) {
	v.form("Promise kept?", "It was kept", "Promise kept.", casework.ActKeepPromise, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When")
		note := f.Text("note", "Note")
		note.Optional()
		body := look.Column(12, look.NewSentence(look.Words(p.Text).In(look.Muted)), on.Object(), note.Object())
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.KeepPromise{Promise: p.ID, On: v.day(on, wrong), Note: note.Value()}, wrong
		}
	})
}

func (v *View) extend() {
	v.form("Extend the response date", "Extend it", "Response date extended.", casework.ActExtend, func(f *field.Form) (fyne.CanvasObject, filled) {
		days := f.Text("days", "Working days after the first due date, in all")
		reason := f.Notes("reason", "Why, as the resident was told", 3)
		told := v.dayField(f, "on", "When the resident was told")
		how := f.Choice("how", "How", dispatches()...)
		told.Hint("On or before the date that stands now, with the Ombudsman's details, or it is not an extension (Code 6.4, 6.5).")
		return rows(&days.Row, &reason.Row, &told.Row, &how.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			n, err := strconv.Atoi(strings.TrimSpace(days.Value()))
			if err != nil {
				wrong["days"] = "Enter a number of working days, such as 5"
			}
			return casework.Extend{Days: n, Reason: reason.Value(), Told: v.day(told, wrong), How: dispatch(how.Value())}, wrong
		}
	})
}

func dispatches() []string {
	var all []string
	for _, d := range casework.Dispatches() {
		all = append(all, capital(string(d)))
	}
	return all
}

func dispatch(word string) casework.Dispatch { return casework.Dispatch(strings.ToLower(word)) }

func (v *View) sentElsewhere(kind casework.LetterKind) {
	act := casework.SentElsewhere{Kind: kind}
	v.form(fmt.Sprintf("Record the %s sent outside Casebook", kind), "Keep the record", "Recorded as sent.", act.Name(),
		func(f *field.Form) (fyne.CanvasObject, filled) {
			on := v.dayField(f, "on", "When it went")
			how := f.Choice("how", "How it went", dispatches()...)
			to := f.Text("to", "To whom")
			to.Set(v.model.Page.Case.Resident.Name)
			if v.model.Page.Case.StageNumber() > 1 {
				on.Hint("Casebook has no text for stage 2 letters. Write it elsewhere and record here how it went.")
			}
			return rows(&on.Row, &how.Row, &to.Row), func() (casework.Act, map[string]string) {
				wrong := map[string]string{}
				return casework.SentElsewhere{Kind: kind, On: v.day(on, wrong), How: dispatch(how.Value()), To: to.Value()}, wrong
			}
		})
}

func (v *View) askStage2() {
	v.form("The resident asks for stage 2", "Start stage 2", "Stage 2 started.", casework.ActAskStage2, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When they asked")
		reason := f.Notes("reason", "What they are unhappy with", 3)
		reason.Optional()
		reason.Hint("They need give no reason (Code 6.12).")
		points := f.Toggles("points", "Which points", v.pointWords()...)
		points.Hint("None chosen means all of them.")
		return rows(&on.Row, &reason.Row, &points.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.AskStage2{On: v.day(on, wrong), Reason: reason.Value()}
			for _, word := range points.Value() {
				for _, p := range v.model.Page.Case.Points {
					if word == pointWord(p) {
						act.Points = append(act.Points, p.ID)
					}
				}
			}
			return act, wrong
		}
	})
}

func (v *View) pointWords() []string {
	var all []string
	for _, p := range v.model.Page.Case.Points {
		all = append(all, pointWord(p))
	}
	return all
}

// pointWord names a point shortly enough for a chip.
func pointWord(p casework.Point) string {
	text := []rune(p.Text)
	if len(text) > 40 {
		text = append(text[:39], '…')
	}
	return fmt.Sprintf("%d. %s", p.ID, string(text))
}

func (v *View) closeCase() {
	v.form("Close the case", "Close the case", "Case closed.", casework.ActClose, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "Closed on")
		if n := openPromises(v.model.Page); n > 0 {
			on.Hint(fmt.Sprintf("%d not kept yet. They stay on Today until they are (Code 6.6).", n))
		}
		return rows(&on.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Close{On: v.day(on, wrong)}, wrong
		}
	})
}

func openPromises(p Page) int {
	n := 0
	for _, at := range p.Promises {
		if !at.Kept {
			n++
		}
	}
	return n
}
