package casefile

import (
	"fyne.io/fyne/v2"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// WhyDeadline explains a date that stands outside the case's own clocks, from
// the working kept with it. since is what it counts from: "the repair was
// reported".
func WhyDeadline(name string, d policy.Deadline, since string, today calendar.Date) Why {
	w := count(d, nil, since, today)
	w.Name, w.Steps = name, []WhyStep{step(length(d.Working), d)}
	return w
}

// WhyBody is the account of a date on the screen.
func WhyBody(w Why) fyne.CanvasObject { return whyBody(w, true) }
