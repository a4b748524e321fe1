package today

import (
	"fmt"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
)

// Writer puts duties into words on a day.
type Writer struct {
	moment casework.Moment
	now    time.Time // zero where only the day is known
}

// NewWriter writes as of a moment. now matters only for what is due by the
// minute, and only on the moment's own day.
func NewWriter(m casework.Moment, now time.Time) Writer {
	if calendar.Of(now) != m.Today {
		now = time.Time{}
	}
	return Writer{m, now}
}

// Duty is a row of whatever is owed: whose case, what, when and who has it.
func (w Writer) Duty(d register.DutyRow) Row {
	r := w.row(d)
	r.Second = w.say(d.Duty)
	r.Right = w.handler(d)
	return r
}

// Promise is a row of what we said we would do, or owe: that itself stands
// first, then whom it was said to (Code 6.6, 7.3).
func (w Writer) Promise(d register.DutyRow) Row {
	r := w.row(d)
	r.Second = "To " + r.Name + w.when(d.Duty)
	r.Name, r.Right = d.Duty.Text, d.Duty.Owner
	if d.Duty.Kind == casework.DutyPay {
		r.Name, r.Right = What(d.Duty), w.handler(d)
	}
	return r
}

// Others is a row of what somebody else owes us: who it is stands first.
func (w Writer) Others(d register.DutyRow) Row {
	r := w.row(d)
	r.Second = d.Duty.Text + ", for " + r.Name + w.when(d.Duty)
	r.Name, r.Right = d.Duty.Owner, w.handler(d)
	return r
}

// Letter is a row of a letter that no clock asks for: since when it is owed.
func (w Writer) Letter(d register.DutyRow) Row {
	r := w.row(d)
	r.Second, r.Right = What(d.Duty), w.handler(d)
	r.Left, r.Tone = "Withdrawn "+d.Duty.Due.Short(), casework.Soon
	return r
}

// waiting is a row of the officer's own work, whatever kind it is.
func (w Writer) waiting(d register.DutyRow) Row {
	r := w.row(d)
	r.Second = w.say(d.Duty)
	r.Right = "Since " + d.Received.Short()
	if d.Duty.Handler != w.moment.By.ID {
		r.Right = "For " + w.short(d.Duty.Handler)
	}
	return r
}

// unassigned says what it is or what it is about, since that decides who should
// have it, and what is next on it.
func (w Writer) unassigned(d register.DutyRow) Row {
	r := w.row(d)
	what := w.about(d.Subject)
	if d.Row.Kind.Promised() {
		what = first(string(d.Row.Kind))
	}
	r.Second = what + ". " + w.say(d.Duty)
	return r
}

func (w Writer) row(d register.DutyRow) Row {
	left, tone := w.left(d.Duty)
	name := d.Resident
	if name == "" {
		name = "Name not given"
	}
	return Row{Case: d.ID, Number: d.Duty.Promise, Item: d.Duty.Item, Kind: d.Duty.Kind, Stage: d.Duty.Stage,
		Name: name, Ref: string(d.Reference), Left: left, Tone: tone}
}

// left is the time that is left in words. A danger now goes before any date
// (Building Safety Act 2022, s.93), a minute before a day (ruling 10).
func (w Writer) left(d casework.Duty) (string, casework.Tone) {
	today := w.moment.Today
	switch {
	case ByMinute(d) && (w.passed(d) || d.Due.Before(today)):
		return "Late since " + w.minute(d), casework.Late
	case ByMinute(d):
		return "By " + w.minute(d), casework.Due
	case d.Risk == casework.RiskDanger:
		return "Danger now", casework.Late
	case d.Due.After(today) && w.moment.Holidays.Between(today, d.Due) == 0:
		return "On " + d.Due.Weekday().String(), casework.Soon // before the next working day
	}
	return casework.LeftOf(d.Kind, d.Due, today, w.moment.Holidays)
}

// ByMinute says whether the law counts hours, so that the minute matters.
func ByMinute(d casework.Duty) bool {
	return !d.At.IsZero() && !d.At.Equal(calendar.LastMinute(d.Due))
}

// passed says whether the minute of something due today is over.
func (w Writer) passed(d casework.Duty) bool {
	return ByMinute(d) && !w.now.IsZero() && w.now.After(d.At)
}

// minute is the time, with its day unless that is today.
func (w Writer) minute(d casework.Duty) string {
	if ends := d.At.In(calendar.London()); ends.Hour() == 0 && ends.Minute() == 0 {
		before := calendar.Of(d.At).AddDays(-1) // midnight is the end of the day before
		if before == w.moment.Today {
			return "the end of today"
		}
		return "the end of " + before.Short()
	}
	at := d.At.In(calendar.London()).Format("15:04")
	if d.Due == w.moment.Today {
		return at
	}
	return at + " " + d.Due.Short()
}

// say is what is owed, and the day unless the mark says it.
func (w Writer) say(d casework.Duty) string {
	text := What(d)
	switch {
	case ByMinute(d):
		if d.Risk == casework.RiskDanger {
			text = "Danger now. " + text
		}
		return text
	case d.Risk == casework.RiskDanger && d.Due == w.moment.Today:
		return text + ", due today"
	}
	return text + w.when(d)
}

// What names a duty in plain words.
func What(d casework.Duty) string {
	stage := ""
	if d.Stage > 1 {
		stage = fmt.Sprintf("Stage %d ", d.Stage)
	}
	switch d.Kind {
	case casework.DutyPromise:
		return "Promise: " + d.Text
	case casework.DutyAcknowledge:
		return first(stage + "acknowledgement")
	case casework.DutyRefuse:
		return first(stage + leftOut(d))
	case casework.DutyUpdate:
		return "Agreed update"
	case casework.DutyEvidence:
		return "Ombudsman's evidence: " + d.Text
	case casework.DutyOrder:
		return "Ombudsman's order: " + d.Text
	case casework.DutyWaiting:
		return "Answer from " + d.Owner + ": " + d.Text
	case casework.DutyWithdrawal:
		return "Letter that confirms the withdrawal"
	case casework.DutyHazard:
		return strings.Replace(d.Text, policy.HazardEmergency.Title(), "Investigate and make safe", 1) // a row is short
	case casework.DutyReview, casework.DutyPetition, casework.DutyClaim, casework.DutyRepair, casework.DutyFixed:
		return d.Text
	case casework.DutyApprove:
		return "Approve the offer of " + d.Text
	case casework.DutyPay:
		return "Pay " + d.Text
	}
	return fmt.Sprintf("Stage %d response", d.Stage)
}

// leftOut names the letter about what is not dealt with as a complaint: a
// refusal, unless the duty says that it was passed on.
func leftOut(d casework.Duty) string {
	if d.Text != "" {
		return d.Text
	}
	return "refusal letter"
}

// first begins a sentence with a capital.
func first(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// when adds the day, except today's, which the mark says already.
func (w Writer) when(d casework.Duty) string {
	switch {
	case d.Due == w.moment.Today:
		return ""
	case d.Due.Before(w.moment.Today) && d.Kind.Ages():
		return ", since " + d.Due.Short()
	case d.Due.Before(w.moment.Today):
		return ", was due " + d.Due.Short()
	}
	return ", due " + d.Due.Short()
}

// handler is who has it, and who looks after it today where they are away.
func (w Writer) handler(d register.DutyRow) string {
	if d.Duty.Handler == 0 {
		return "Nobody"
	}
	who := w.short(d.Duty.Handler)
	if d.Handler == d.Duty.Handler && d.Handler != w.moment.By.ID {
		who = casework.ShortName(d.HandlerName)
	}
	today := w.moment.Today
	if c := d.Duty; c.Cover != 0 && !today.Before(c.From) && !today.After(c.Until) {
		return w.short(c.Cover) + " for " + who
	}
	return who
}

func (w Writer) short(id int64) string {
	if id == w.moment.By.ID {
		return "You"
	}
	if o, ok := w.moment.Officer(id); ok {
		return casework.ShortName(o.Name)
	}
	return ""
}

func (w Writer) about(subject string) string {
	if s, ok := w.moment.Policies.InForceOn(w.moment.Today).Subject(subject); ok {
		return s.Title
	}
	return "Subject not set"
}
