package casefile

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
	"casebook/data/policy"
)

// answer gives one point its finding (Code 6.7).
func (v *View) answer(point int) {
	p := v.model.Page.Case.Point(point)
	if p == nil {
		return
	}
	v.form(fmt.Sprintf("Answer point %d", point), "Keep the answer", fmt.Sprintf("Point %d answered.", point), casework.ActAnswer,
		func(f *field.Form) (fyne.CanvasObject, filled) {
			finding, reasons := findingFields(f)
			finding.Set(capital(string(p.Finding)))
			reasons.Set(p.Reasons)
			body := look.Column(12, said(p.Text), finding.Object(), reasons.Object())
			return body, func() (casework.Act, map[string]string) {
				return casework.AnswerPoint{Point: point, Finding: outcome(finding), Reasons: reasons.Value()}, nil
			}
		})
}

// answerOne is answer where the point has still to be chosen.
func (v *View) answerOne() {
	v.form("Answer a point", "Keep the answer", "Point answered.", casework.ActAnswer, func(f *field.Form) (fyne.CanvasObject, filled) {
		point := points(f, "point", "Which point", v.model.Page.Case.Points)
		finding, reasons := findingFields(f)
		point.Changed = func(string) {
			if p, ok := point.chosen(); ok && reasons.Value() == "" {
				finding.Set(capital(string(p.Finding)))
				reasons.Set(p.Reasons)
			}
		}
		return rows(&point.Row, &finding.Row, &reasons.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			p := point.must(wrong, "Choose the point")
			return casework.AnswerPoint{Point: p.ID, Finding: outcome(finding), Reasons: reasons.Value()}, wrong
		}
	})
}

func findingFields(f *field.Form) (*field.Choice, *field.Text) {
	finding := f.Choice("finding", "Our finding", capital(string(casework.Upheld)), capital(string(casework.NotUpheld)))
	return finding, f.Notes("reasons", "Reasons, as the resident will read them", 5)
}

func outcome(c *field.Choice) casework.Outcome { return casework.Outcome(strings.ToLower(c.Value())) }

// assign gives the current stage to an officer.
func (v *View) assign() {
	v.form("Give the case to an officer", "Give it", "The case has a new handler.", casework.ActAssign, func(f *field.Form) (fyne.CanvasObject, filled) {
		to := officers(f, "to", "Officer", v.model.Handlers())
		if s := v.model.Page.Case.Current(); s != nil && s.Number > 1 {
			to.Hint("Those who had a part in stage 1 are not offered (Code 6.13).")
		}
		return rows(&to.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Assign{To: to.must(wrong, "Choose who gets the case").ID}, wrong
		}
	})
}

// review records that a colleague read the answer before it goes.
func (v *View) review() {
	v.form("Review the answer", "I have reviewed it", "Answer reviewed.", casework.ActReview, func(f *field.Form) (fyne.CanvasObject, filled) {
		note := f.Notes("note", "What you looked at, or would change", 3)
		note.Optional()
		note.Hint("Whoever reviews stage 1 is not given stage 2 (Code 6.13).")
		return rows(&note.Row), func() (casework.Act, map[string]string) { return casework.ReviewAnswer{Note: note.Value()}, nil }
	})
}

func (v *View) addRemedy() {
	v.form("Add a remedy", "Add it", "Remedy added.", casework.ActAddRemedy, func(f *field.Form) (fyne.CanvasObject, filled) {
		kind := picks(f, "kind", "How we put it right", v.model.Remedies(), func(r policy.Remedy) string { return r.Title })
		text := f.Notes("remedy", "What exactly, as the resident will read it", 3)
		due := v.comingDay(f, "due", "By when")
		owner := f.Text("owner", "Who sees to it")
		optional(due, owner)
		due.Hint("With a day it is a promise too: it stays on Today until it is kept (Code 7.3).")
		return rows(&kind.Row, &text.Row, &due.Row, &owner.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			k, _ := kind.chosen()
			return casework.AddRemedy{Kind: k.ID, Text: text.Value(), Due: v.ahead(due, wrong), Owner: owner.Value()}, wrong
		}
	})
}

func (v *View) dropRemedy() {
	v.form("Take a remedy back", "Take it back", "Remedy taken back.", casework.ActDropRemedy, func(f *field.Form) (fyne.CanvasObject, filled) {
		remedy := picks(f, "remedy", "Which remedy", v.model.Page.Case.Remedies, func(r casework.Remedy) string { return short(r.Text) })
		remedy.Hint("Only of the answer that is being written. Its promise goes too, unless it was kept.")
		return rows(&remedy.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.DropRemedy{Remedy: remedy.must(wrong, "Choose the remedy").ID}, wrong
		}
	})
}

func (v *View) closeCase() {
	v.form("Close the case", "Close the case", "Case closed.", casework.ActClose, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "Closed on")
		if n := len(v.model.Unkept()); n > 0 {
			on.Hint(fmt.Sprintf("%s not kept yet. They stay on Today until they are (Code 6.6).", counted(n, "promise is", "promises are")))
		}
		return rows(&on.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Close{On: v.day(on, wrong)}, wrong
		}
	})
}

// pointWord names a point shortly enough for a line.
func pointWord(p casework.Point) string { return fmt.Sprintf("%d. %s", p.ID, short(p.Text)) }

// short is a text on one line of a list.
func short(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > 60 {
		return strings.TrimSpace(string(runes[:59])) + "…"
	}
	return string(runes)
}
