package casefile

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// minuteFields are a day and a time of day beside it.
type minuteFields struct {
	day    *field.Date
	minute *field.Text
	object fyne.CanvasObject
}

func (v *View) minuteFields(f *field.Form, name, label string) minuteFields {
	m := minuteFields{day: v.dayField(f, name, label), minute: f.Text(name+" at", "Time")}
	m.minute.EchoOf(func(text string) string {
		if n, err := calendar.ParseMinute(text); err == nil {
			return fmt.Sprintf("At %02d:%02d", n/60, n%60)
		}
		return ""
	})
	m.object = field.Beside([]float32{2, 1}, &m.day.Row, &m.minute.Row)
	return m
}

// at is the minute typed; rough where there is only a day.
func (v *View) at(m minuteFields, wrong map[string]string) (at time.Time, rough bool) {
	on := v.day(m.day, wrong)
	if on.IsZero() {
		return time.Time{}, false
	}
	if strings.TrimSpace(m.minute.Value()) == "" {
		return calendar.FirstMinute(on), true
	}
	n, err := calendar.ParseMinute(m.minute.Value())
	if err == nil {
		at, err = calendar.MinuteOn(on, n)
	}
	if err != nil {
		wrong[m.minute.Name()] = capital(err.Error())
	}
	return at, false
}

// startHazard starts the clocks that the law sets for a danger in the home
// (ruling 10). It asks at once for the repairs job and who was told.
func (v *View) startHazard() {
	v.form("Start a hazard's clocks", "Start the clocks", "The hazard's clocks run.", casework.ActStartHazard, func(f *field.Form) (fyne.CanvasObject, filled) {
		kind := picks(f, "kind", "What kind of hazard", v.model.Hazards(), func(h policy.Hazard) string { return h.Title })
		kind.Changed = func(string) {
			if h, ok := kind.chosen(); ok {
				kind.Hint(h.Text)
			}
		}
		what := f.Notes("what", "What the danger is, and where in the home", 2)
		told := v.minuteFields(f, "told", "When any of our people or contractors was told")
		told.minute.Optional()
		told.minute.Hint("Without a time it counts from the first minute of the day.")
		toldTo := f.Text("told to", "Who of ours was told")
		job := f.Text("job", "Repairs job number")
		jobTold := f.Text("job told", "Who in repairs was told")
		for _, r := range []*field.Text{toldTo, job, jobTold} {
			r.Optional()
		}
		job.Hint("Ask for it now. What is not known is listed as to do.")
		asked := false
		body := look.Column(12, kind.Object(), what.Object(), told.object, toldTo.Object(), field.Beside([]float32{1, 1}, &job.Row, &jobTold.Row))
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			h, _ := kind.chosen()
			act := casework.StartHazard{Kind: h.ID, What: what.Value(), ToldTo: toldTo.Value(), Job: job.Value(), JobTold: jobTold.Value()}
			act.Told, act.Rough = v.at(told, wrong)
			if doubts := act.Doubts(v.model.moment); len(doubts) > 0 && len(wrong) == 0 && !asked {
				asked = true // asked about once, never refused
				return act, doubts
			}
			return act, wrong
		}
	})
}

// Running are the hazards that nobody has found to be none.
func (m *Model) Running() []casework.Hazard {
	var all []casework.Hazard
	for _, h := range m.Page.Case.Hazards {
		if h.NotHazard == "" {
			all = append(all, h)
		}
	}
	return all
}

func (m *Model) hazardWords(h casework.Hazard) string {
	kind, _ := m.moment.Policies.Hazard(h.Kind)
	return fmt.Sprintf("%s: %s", kind.Title, short(h.What))
}

func (v *View) hazardField(f *field.Form) *pick[casework.Hazard] {
	return picks(f, "hazard", "Which hazard", v.model.Running(), v.model.hazardWords)
}

func (v *View) hazardJob() {
	v.form("The repairs job of a hazard", "Keep it", "Repairs job kept.", casework.ActHazardJob, func(f *field.Form) (fyne.CanvasObject, filled) {
		hazard := v.hazardField(f)
		job, told := f.Text("job", "Repairs job number"), f.Text("told", "Who in repairs was told")
		optional(job, told)
		job.Hint("What is left empty stays as it is.")
		return rows(&hazard.Row, &job.Row, &told.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.HazardJob{Hazard: hazard.must(wrong, "Choose the hazard").ID, Job: job.Value(), Told: told.Value()}, wrong
		}
	})
}

// hazardStep records that a step was taken, to the minute.
func (v *View) hazardStep() {
	v.form("A step on a hazard was taken", "Record it", "Step recorded.", casework.ActHazardStep, func(f *field.Form) (fyne.CanvasObject, filled) {
		step := picks(f, "step", "Which step", v.model.HazardSteps(), v.model.stepWords)
		done := v.minuteFields(f, "done", "When")
		note := f.Notes("note", "What was found or done", 3)
		note.Optional()
		return look.Column(12, step.Object(), done.object, note.Object()), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			s := step.must(wrong, "Choose the step")
			act := casework.HazardStep{Hazard: s.Hazard, Step: s.Clock.Step, Note: note.Value()}
			rough := false
			if act.Done, rough = v.at(done, wrong); rough {
				wrong[done.minute.Name()] = "Enter the time, such as 18:20: the law counts to the minute"
			}
			return act, wrong
		}
	})
}

func (m *Model) stepWords(s HazardStep) string {
	h := m.Page.Case.Hazard(s.Hazard)
	kind, _ := m.moment.Policies.Hazard(h.Kind)
	return fmt.Sprintf("%s: %s, by %s", kind.Title, s.Clock.Step.Title(), s.Clock.Words())
}

func (v *View) notHazard() {
	v.form("Say that there is no hazard", "There is none", "The hazard's clocks have ended.", casework.ActNotHazard, func(f *field.Form) (fyne.CanvasObject, filled) {
		hazard := v.hazardField(f)
		why := f.Notes("why", "Why there is none, and who looked", 3)
		why.Hint("The " + v.model.Page.Case.Kind.Noun() + " goes on (ruling 10).")
		return rows(&hazard.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.NotHazard{Hazard: hazard.must(wrong, "Choose the hazard").ID, Why: why.Value()}, wrong
		}
	})
}

func (v *View) setRisk() {
	v.form("How urgent a building safety matter is", "Keep it", "Urgency kept.", casework.ActSetRisk, func(f *field.Form) (fyne.CanvasObject, filled) {
		var words []string
		for _, r := range casework.Risks() {
			words = append(words, capital(string(r)))
		}
		risk := f.Choice("risk", "How urgent", words...)
		risk.Set(capital(string(v.model.Page.Case.Risk)))
		why := f.Notes("why", "What the danger is", 3)
		why.Hint("How dangerous it is comes before its date.")
		return rows(&risk.Row, &why.Row), func() (casework.Act, map[string]string) {
			return casework.SetRisk{Risk: casework.Risk(strings.ToLower(risk.Value())), Why: why.Value()}, nil
		}
	})
}
