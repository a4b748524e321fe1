package casefile

import (
	"fyne.io/fyne/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// WhyDeadline explains a date that stands outside the case's own clocks, from
// the working kept with it. since is what it counts from: "the repair was
// reported".
func WhyDeadline(name string, d policy.Deadline, since string, today calendar.Date) Why {
	w := count(d, nil, since, today)
	w.Name, w.Steps = name, []WhyStep{step(length(d.Working), d)}
	return w
}

// payWhys are the days by which money that is owed is to be paid: one for each
// day from which some of it is. An ombudsman's own day has no working.
func (m *Model) payWhys() []Why {
	var all []Why
	seen := map[calendar.Date]redress.Pence{}
	owed := casework.Owed(m.Page.Case)
	for _, o := range owed {
		seen[o.By.Working.From] += o.Sum
	}
	for _, o := range owed {
		from := o.By.Working.From
		if from.IsZero() || seen[from] == 0 {
			continue
		}
		w := m.count(o.By, nil, "it became owed")
		w.Name, w.What, w.From = "Pay "+seen[from].String(), "our payment", "it became yours"
		w.Steps = []WhyStep{{Text: "The resident said yes to it, or was told of it where it needs no answer", Date: from.Short()}, step(length(o.By.Working), o.By)}
		all, seen[from] = append(all, w), 0
	}
	return all
}

// WhyBody is the account of a date on the screen.
func WhyBody(w Why) fyne.CanvasObject { return whyBody(w, true) }
