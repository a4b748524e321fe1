package today

import (
	"fmt"

	"casebook/data/casework"
	"casebook/data/register"
)

// writer puts duties into words on a day.
type writer struct{ moment casework.Moment }

// duty is a row of what the policy times.
func (w writer) duty(d register.DutyRow) Row {
	r := w.row(d)
	r.Second = what(d.Duty) + w.when(d.Duty)
	r.Right = w.handler(d)
	return r
}

// promise is a row of what we said we would do: the promise itself stands
// first, then whom it was made to (Code 6.6, 7.3).
func (w writer) promise(d register.DutyRow) Row {
	r := w.row(d)
	r.Second = "To " + r.Name + w.when(d.Duty)
	r.Name, r.Right = d.Duty.Text, d.Duty.Owner
	return r
}

// waiting is a row of the officer's own work, whatever kind it is.
func (w writer) waiting(d register.DutyRow) Row {
	r := w.row(d)
	r.Second = what(d.Duty) + w.when(d.Duty)
	r.Right = "Since " + d.Received.Short()
	return r
}

// unassigned says what it is about, since that decides who should have it.
func (w writer) unassigned(d register.DutyRow) Row {
	r := w.row(d)
	r.Second = fmt.Sprintf("%s, respond by %s", w.about(d.Subject), d.Duty.Due.Short())
	return r
}

func (w writer) row(d register.DutyRow) Row {
	left, tone := casework.TimeLeft(d.Duty.Due, w.moment.Today, w.moment.Holidays)
	name := d.Resident
	if name == "" {
		name = "Name not given"
	}
	return Row{Case: d.ID, Number: d.Duty.Promise, Kind: d.Duty.Kind, Stage: d.Duty.Stage,
		Name: name, Ref: string(d.Reference), Left: left, Tone: tone}
}

// what names the duty.
func what(d casework.Duty) string {
	switch {
	case d.Kind == casework.DutyPromise:
		return "Promise: " + d.Text
	case d.Kind == casework.DutyAcknowledge && d.Stage < 2:
		return "Acknowledgement"
	case d.Kind == casework.DutyAcknowledge:
		return fmt.Sprintf("Stage %d acknowledgement", d.Stage)
	}
	return fmt.Sprintf("Stage %d response", d.Stage)
}

// when adds the day, except today's, which the mark says already.
func (w writer) when(d casework.Duty) string {
	switch {
	case d.Due == w.moment.Today:
		return ""
	case d.Due.Before(w.moment.Today):
		return ", was due " + d.Due.Short()
	}
	return ", due " + d.Due.Short()
}

func (w writer) handler(d register.DutyRow) string {
	switch {
	case d.Duty.Handler == 0:
		return "Nobody"
	case d.Duty.Handler == w.moment.By.ID:
		return "You"
	case d.Handler == d.Duty.Handler:
		return casework.ShortName(d.HandlerName)
	}
	if o, ok := w.moment.Officer(d.Duty.Handler); ok {
		return casework.ShortName(o.Name)
	}
	return ""
}

func (w writer) about(subject string) string {
	if s, ok := w.moment.Policies.InForceOn(w.moment.Today).Subject(subject); ok {
		return s.Title
	}
	return "Subject not set"
}
