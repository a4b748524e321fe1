package casefile

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
)

// askStage2 records that stage 2 was asked for: for some points or all, without
// reasons (ruling 14; Code 6.10 to 6.12). New matters become a complaint of
// their own, linked to this one (Code 6.8).
func (v *View) askStage2() {
	var matters *field.Check
	build := func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When they asked")
		on.Hint("By mouth is enough, to anybody, at any time (Code 6.10).")
		taken := v.takenFields(f)
		wanted := f.Notes("wanted", "What would put it right now", 2)
		wanted.Set(v.model.Page.Case.Wanted)
		reason := f.Notes("reason", "Why they are unhappy with the answer", 2)
		reason.Hint("They need give no reason (Code 6.12).")
		handler := officers(f, "handler", "Who gets stage 2", v.model.For(func(id int64) casework.Act {
			return casework.AskStage2{On: v.model.Today(), Handler: id}
		}))
		handler.Hint("Those who had a part in stage 1 are not offered (Code 6.13). It may wait for somebody.")
		optional(wanted, reason, handler)
		objs := []fyne.CanvasObject{on.Object()}
		for _, t := range taken {
			objs = append(objs, look.Column(4, t.tick.Object(), look.Pad(0, 0, 0, 28, t.still.Object())))
		}
		objs = append(objs, wanted.Object(), reason.Object(), handler.Object())
		if v.deps.Complain != nil {
			matters = f.Check("new matters", "They also raise something new: go on to a new complaint, linked to this one")
			objs = append(objs, matters.Object())
		}
		return look.Column(12, objs...), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.AskStage2{On: v.day(on, wrong), Wanted: wanted.Value(), Reason: reason.Value()}
			o, _ := handler.chosen()
			act.Handler = o.ID
			act.Points, act.Still = stage2Points(taken, v.model.Page.Case)
			if len(taken) > 0 && len(act.Points) == 0 && !allTaken(taken) {
				wrong[taken[0].tick.Name()] = "Tick at least one point"
			}
			return act, wrong
		}
	}
	v.ask("The resident asks for stage 2", "Start stage 2", casework.ActAskStage2, build, func(act casework.Act, done func(map[string]string)) {
		v.acts.Do(act, "Stage 2 started.", func(wrong map[string]string) {
			done(wrong)
			if wrong == nil && matters != nil && matters.On() {
				v.deps.Complain(v.model.id, casework.RaisedIn)
			}
		})
	})
}

// taken is a point that may be taken to stage 2, with what is unresolved of it.
type taken struct {
	point int
	tick  *field.Check
	still *field.Text
}

// takenFields offers every point that was dealt with, all of them ticked.
func (v *View) takenFields(f *field.Form) []taken {
	var all []taken
	for _, p := range v.model.Page.Case.Points {
		if p.Excluded.Stands() {
			continue
		}
		t := taken{point: p.ID, tick: f.Check(fmt.Sprintf("point %d", p.ID), pointWord(p)), still: f.Text(fmt.Sprintf("still %d", p.ID), "What is still unresolved")}
		t.tick.Set(true)
		t.still.Optional()
		t.tick.Changed = func(on bool) {
			if on {
				t.still.Show()
			} else {
				t.still.Hide()
			}
		}
		all = append(all, t)
	}
	return all
}

func allTaken(all []taken) bool {
	for _, t := range all {
		if !t.tick.On() {
			return false
		}
	}
	return true
}

// stage2Points are the points ticked, none where that is the whole case, and
// what was said of each.
func stage2Points(all []taken, c casework.Case) (points []int, still []casework.StillText) {
	for _, t := range all {
		if !t.tick.On() {
			continue
		}
		points = append(points, t.point)
		if t.still.Value() != "" {
			still = append(still, casework.StillText{Point: t.point, Text: t.still.Value()})
		}
	}
	if len(points) == len(c.Points) {
		points = nil // all of them
	}
	return points, still
}

// askAppeal opens the earlier policy's appeal, which has no time (ruling 3).
func (v *View) askAppeal() {
	v.form("The resident appeals", "Open the appeal", "Appeal opened.", casework.ActAskAppeal, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When they asked")
		reasons := f.Notes("reasons", "Why they say that it was not fully investigated", 3)
		by := picks(f, "appointed by", "Who appointed the manager", v.model.Appointers(), func(who string) string { return who })
		manager := officers(f, "manager", "The manager who hears it", v.model.Colleagues())
		answer := v.comingDay(f, "answer by", "The day by which it will be answered")
		body := look.Column(12, said(casework.AppealHasNoTime), on.Object(), reasons.Object(), by.Object(), manager.Object(), answer.Object())
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			who, _ := by.chosen()
			o, _ := manager.chosen()
			return casework.AskAppeal{On: v.day(on, wrong), Reasons: reasons.Value(), AppointedBy: who, Manager: o.ID, AnswerBy: v.ahead(answer, wrong)}, wrong
		}
	})
}

// Appointers are those who may name the manager that hears an appeal.
func (m *Model) Appointers() []string {
	p, err := casework.PolicyOf(m.Page.Case, 1, m.Page.Case.Received, m.moment.Policies)
	if err != nil || p.Appeal == nil {
		return nil
	}
	return casework.Appointers(*p.Appeal)
}

// withdraw goes on to the letter that confirms it.
func (v *View) withdraw() {
	v.form("The resident withdraws", "Record it", "Withdrawal recorded. The letter confirms it.", casework.ActWithdraw, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When they said so")
		why := f.Notes("why", "Why", 2)
		why.Optional()
		why.Hint("They need give no reason. The case is closed once the letter has gone.")
		return rows(&on.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Withdraw{On: v.day(on, wrong), Why: why.Value()}, wrong
		}
	})
}
