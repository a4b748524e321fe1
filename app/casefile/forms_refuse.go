package casefile

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
	"casebook/data/policy"
)

// exclude leaves one point out, for a reason of the policy and with that
// reason's own questions (ruling 13; Code 2.1 to 2.5).
func (v *View) exclude() {
	var g *groundFields
	build := func(f *field.Form) (fyne.CanvasObject, filled) {
		point := points(f, "point", "Which point", v.model.Page.Case.Points)
		g = v.groundFields(f, v.model.Exclusions(false))
		return look.Column(12, point.Object(), g.object), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := g.exclude(v, wrong)
			act.Point = point.must(wrong, "Choose the point that is left out").ID
			return act, wrong
		}
	}
	v.ask("Leave a point out of the complaint", "Keep the decision", casework.ActExclude, build, func(act casework.Act, done func(map[string]string)) {
		v.acts.Do(act, "Point left out. The letter tells the resident.", func(wrong map[string]string) { done(g.atChoice(wrong)) })
	})
}

// refuseStage2 refuses to open the stage 2 that was asked for (Code 5.11).
func (v *View) refuseStage2() {
	var g *groundFields
	build := func(f *field.Form) (fyne.CanvasObject, filled) {
		g = v.groundFields(f, v.model.Exclusions(true))
		return g.object, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			e := g.exclude(v, wrong)
			return casework.RefuseStage2{Reason: e.Reason, Evidence: e.Evidence, Filed: e.Filed, Court: e.Court,
				Happened: e.Happened, Aware: e.Aware, Discretion: e.Discretion, Merits: e.Merits}, wrong
		}
	}
	v.ask("Refuse to open stage 2", "Refuse it", casework.ActRefuseStage2, build, func(act casework.Act, done func(map[string]string)) {
		v.acts.Do(act, "Stage 2 refused. The letter tells the resident.", func(wrong map[string]string) { done(g.atChoice(wrong)) })
	})
}

// atChoice puts a refusal of the question that is a choice here under it.
func (g *groundFields) atChoice(wrong map[string]string) map[string]string {
	e, _ := g.reason.chosen()
	name := fmt.Sprintf("evidence %d", disrepairQuestion(e)+1)
	if words := wrong[name]; words != "" && disrepairQuestion(e) >= 0 {
		return map[string]string{g.claim.Name(): words}
	}
	return wrong
}

// groundFields are the reason and the questions that the policy has for it.
type groundFields struct {
	reason   *pick[policy.Exclusion]
	tells    *look.Sentence
	filed    *field.Date
	court    *field.Text
	happened *field.Date
	aware    *field.Date
	words    []*field.Text // for the questions that have no field of their own
	claim    *field.Choice // whether it is a disrepair claim
	discrete *field.Text
	merits   *field.Text
	object   fyne.CanvasObject
}

// mostQuestions is how many questions without a field of their own a reason of
// the policy may have.
const mostQuestions = 4

func (v *View) groundFields(f *field.Form, from []policy.Exclusion) *groundFields {
	g := &groundFields{tells: look.NewSentence()}
	g.reason = picks(f, "reason", "Why", from, func(e policy.Exclusion) string { return e.Title })
	g.claim = f.Choice("claim", "Is it a disrepair claim?", "No", "Yes")
	g.filed = f.Date("filed", "The day the claim form was filed at court", v.model.EchoDay)
	g.court = f.Text("court", "The court's reference")
	g.happened = f.Date("happened", "The day it happened", v.model.EchoDay)
	g.aware = f.Date("aware", "The day the resident became aware of it", v.model.EchoDay)
	g.aware.Hint("Where that was later.")
	objs := []fyne.CanvasObject{g.reason.Object(), g.tells, g.claim.Object(), g.filed.Object(), g.court.Object(), g.happened.Object(), g.aware.Object()}
	for i := range mostQuestions {
		w := f.Text(fmt.Sprintf("evidence %d", i+1), "Question")
		g.words = append(g.words, w)
		objs = append(objs, w.Object())
	}
	g.discrete = f.Notes("discretion", "Why discretion to take an older matter was or was not used, and by whom", 2)
	g.merits = f.Notes("merits", "The circumstances of this case that were considered", 3)
	g.merits.Hint("Nothing is refused by rule alone (Code 2.5).")
	g.object = look.Column(12, append(objs, g.discrete.Object(), g.merits.Object())...)
	g.reason.Changed = func(string) { g.show(v.model.TellBy()) }
	g.show(v.model.TellBy())
	return g
}

// show brings up the fields that the reason chosen asks for.
func (g *groundFields) show(tellBy string) {
	e, ok := g.reason.chosen()
	asked := map[string]bool{"merits": ok && e.Refuses(), "happened": e.Months > 0, "aware": e.Months > 0, "discretion": e.Months > 0}
	for i, q := range e.Evidence {
		name := casework.QuestionField(q)
		asked[name] = true
		if i < len(g.words) {
			showRow(&g.words[i].Row, name == "" && !asksOfDisrepair(e, q))
			g.words[i].Relabel(capital(q))
		}
	}
	for i := len(e.Evidence); i < len(g.words); i++ {
		g.words[i].Hide()
	}
	showRow(&g.claim.Row, disrepairQuestion(e) >= 0)
	for name, r := range map[string]*field.Row{"filed": &g.filed.Row, "court": &g.court.Row, "happened": &g.happened.Row,
		"aware": &g.aware.Row, "discretion": &g.discrete.Row, "merits": &g.merits.Row} {
		showRow(r, asked[name])
	}
	g.tells.Say(whatItDoes(e, ok, tellBy)...)
}

func showRow(r *field.Row, on bool) {
	if on {
		r.Show()
	} else {
		r.Hide()
	}
}

// whatItDoes says whether a reason refuses or passes on, what stays a complaint
// all the same, and by when the resident is told.
func whatItDoes(e policy.Exclusion, ok bool, tellBy string) []look.Part {
	if !ok {
		return []look.Part{look.Words("Choose the reason, and its questions follow.").In(look.Muted)}
	}
	first := "This passes the point to " + e.To + ". It is not a refusal. "
	if e.Refuses() {
		first = "This refuses it, with the reason and the right to go to the Ombudsman. "
	}
	parts := []look.Part{look.Bold(first)}
	if e.Except != "" {
		parts = append(parts, look.Words(e.Except+" "))
	}
	if tellBy != "" {
		parts = append(parts, look.Words("The letter goes by "+tellBy+".").In(look.Muted))
	}
	return parts
}

// exclude is the act as filled in, without its point.
func (g *groundFields) exclude(v *View, wrong map[string]string) casework.Exclude {
	e, _ := g.reason.chosen()
	act := casework.Exclude{Reason: e.ID}
	if g.filed.Visible() {
		act.Filed, act.Court = v.day(g.filed, wrong), g.court.Value()
	}
	if g.happened.Visible() {
		act.Happened, act.Aware, act.Discretion = v.day(g.happened, wrong), v.day(g.aware, wrong), g.discrete.Value()
	}
	if g.merits.Visible() {
		act.Merits = g.merits.Value()
	}
	for i, q := range e.Evidence {
		switch {
		case asksOfDisrepair(e, q):
			act.Evidence = append(act.Evidence, casework.QuestionAnswer{Question: q, Answer: disrepairAnswer(g.claim.Value())})
			if g.claim.Value() == "" {
				wrong["claim"] = "Choose yes or no"
			}
		case casework.QuestionField(q) == "" && i < len(g.words):
			act.Evidence = append(act.Evidence, casework.QuestionAnswer{Question: q, Answer: g.words[i].Value()})
		}
	}
	return act
}

// overturn sets a refusal aside: the office itself, or the Ombudsman (Code 2.4).
func (v *View) overturn() {
	v.form("Set a refusal aside", "Set it aside", "Refusal set aside.", casework.ActOverturn, func(f *field.Form) (fyne.CanvasObject, filled) {
		what := picks(f, "what", "Which refusal", v.model.Refusals(), func(r Refusal) string { return r.Words })
		on := v.dayField(f, "on", "When")
		on.Hint("The day of receipt stays. The acknowledgement is due from this day (ruling 13).")
		who := f.Text("who", "Who set it aside")
		who.Hint("An officer, or the Ombudsman.")
		why := f.Notes("why", "Why", 3)
		return rows(&what.Row, &on.Row, &who.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			r := what.must(wrong, "Choose what is set aside")
			return casework.Overturn{Point: r.Point, On: v.day(on, wrong), Who: who.Value(), Why: why.Value()}, wrong
		}
	})
}
