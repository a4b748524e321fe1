package demo

import (
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// watchHazards plans what becomes of the hazards that the words of a contact
// started: the repairs job at once, then each step that the law times, mostly
// in time (ruling 10).
func (l *life) watchHazards() {
	for _, h := range l.c.Hazards {
		l.plan(l.day, l.counter(), casework.HazardJob{Hazard: h.ID, Job: l.job(), Told: "Repairs desk"})
		if l.turn != nil && l.turn.noHazard {
			l.then(l.Holidays.Add(l.day, 2), func(on calendar.Date) error {
				return l.act(on, l.handler(), casework.NotHazard{Hazard: h.ID, Why: "The inspector looked at it with the resident: it is an old stain and the wall is dry."})
			})
			continue
		}
		l.investigate(h)
	}
}

// investigate plans the steps of a hazard, counted from the end of its
// investigation.
func (l *life) investigate(h casework.Hazard) {
	told := calendar.Of(h.Told)
	looked := l.Holidays.Add(told, 2+l.rng.IntN(7))
	step := policy.HazardInvestigate
	found := "Mould over two square metres of the outside wall."
	if h.Clocks[0].Step == policy.HazardEmergency {
		step, found = policy.HazardEmergency, "Made safe and cordoned off."
		looked = told.AddDays(1)
	}
	if l.chance(8) {
		looked = l.Holidays.Add(looked, 6) // late
	}
	l.plannedStep(looked, h.ID, step, found)
	l.plannedStep(l.Holidays.Add(looked, 1+l.rng.IntN(3)), h.ID, policy.HazardSummary, "Given to the resident in writing.")
	l.plannedStep(l.Holidays.Add(looked, 2+l.rng.IntN(4)), h.ID, policy.HazardMakeSafe, "Cleaned, treated and a fan lent.")
	l.plannedStep(looked.AddDays(30+l.rng.IntN(50)), h.ID, policy.HazardWorks, "Insulation of the wall begun.")
}

// plannedStep plans one step of a hazard early on the day on which it is recorded.
func (l *life) plannedStep(on calendar.Date, hazard int, step policy.Act, note string) {
	l.then(on, func(on calendar.Date) error {
		h := l.c.Hazard(hazard)
		at := time.Date(on.Year(), on.Month(), on.Day(), 8, 30, 0, 0, calendar.London()).UTC()
		for _, k := range h.Clocks {
			if k.Step != step {
				continue
			}
			return l.act(on, l.investigator(), casework.HazardStep{Hazard: hazard, Step: step, Done: at, Note: note})
		}
		return nil // the law times no such step for this hazard
	})
}

// investigator is who may record the steps of a hazard.
func (l *life) investigator() casework.Officer {
	if l.c.Current() == nil {
		return l.answer[0]
	}
	return l.handler()
}

// toldAt is the minute at which an emergency was told: the evening before it
// was recorded, or early that morning.
func toldAt(k *contact, r *casework.Record) {
	hour, minute := 18, 20
	if k.recorded == k.received {
		hour, minute = 9, 10
	}
	d := k.received
	r.ToldAt = time.Date(d.Year(), d.Month(), d.Day(), hour, minute, 0, 0, calendar.London()).UTC()
	if r.ToldTo == "" {
		r.ToldTo = k.by.Name
	}
}

// risky says how urgent a building safety matter is (Building Safety Act 2022,
// s.93).
func (l *life) risky() (over bool, err error) {
	risk := pick(l.maker, casework.Risks())
	return false, l.do(l.day, l.counter(), casework.SetRisk{Risk: risk, Why: "The door is on the only staircase of the block."})
}

// hazardsHold says whether the law times hazards for who complains on a day.
func (m *maker) hazardsHold(received calendar.Date) bool {
	h, ok := m.Policies.Hazard("emergency")
	return ok && h.InForceOn(received)
}
