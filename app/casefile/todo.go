package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// toDoLines are what the case owes and what others owe it, the soonest first,
// then what has still to be found out, then the promises that were kept. open is
// how many are not done.
func toDoLines(c casework.Case, m casework.Moment, name func(int64) string) (all []Row, open int) {
	duties := casework.Duties(c)
	slices.SortStableFunc(duties, func(a, b casework.Duty) int {
		return cmp.Or(a.Due.Compare(b.Due), a.At.Compare(b.At))
	})
	for _, d := range duties {
		all = append(all, dutyLine(c, d, m, name))
	}
	for _, missing := range casework.HazardToDo(c) {
		all = append(all, Row{Name: missing, Second: "Ask at once, so that nobody is in danger while nobody was told", Mark: "Now", Tone: casework.Due,
			Leads: Errand{Act: casework.ActHazardJob}})
	}
	open = len(all)
	for _, p := range c.Promises {
		if !p.Kept.IsZero() {
			all = append(all, Row{Name: p.Text, Second: sentenceOf(p.Owner, p.Note), Mark: "Kept " + p.Kept.Short(), Tone: casework.Ended})
		}
	}
	return all, open
}

func dutyLine(c casework.Case, d casework.Duty, m casework.Moment, name func(int64) string) Row {
	line := Row{Name: dutyName(c, d), Second: owner(c, d, m.Today, name), Leads: settles(c, d)}
	line.Mark, line.Tone = casework.LeftOf(d.Kind, d.Due, m.Today, m.Holidays)
	if k := hazardClock(c, d); k != nil && k.Deadline.Working.Unit == calendar.Hours {
		line.Mark, line.Tone = minutesLeft(k.By, d.Due, m)
		line.Second += " at " + k.By.In(calendar.London()).Format("15:04")
	}
	return line
}

// dutyName says what is owed in a few words.
func dutyName(c casework.Case, d casework.Duty) string {
	stage := fmt.Sprintf("Stage %d", d.Stage)
	if s := stageOf(c, d.Stage); s != nil && s.Appeal {
		stage = "Appeal"
	}
	switch d.Kind {
	case casework.DutyAcknowledge:
		return stage + " acknowledgement"
	case casework.DutyRespond:
		return stage + " response"
	case casework.DutyRefuse:
		if s := stageOf(c, d.Stage); s != nil && s.Refused.Stands() {
			return "Letter: stage 2 is not opened"
		}
		return "Letter on what is left out"
	case casework.DutyUpdate:
		return "Letter on how it stands"
	case casework.DutyEvidence:
		return "Send the ombudsman: " + d.Text
	case casework.DutyOrder:
		return "Carry out the order: " + d.Text
	case casework.DutyWithdrawal:
		return "Letter that confirms the withdrawal"
	case casework.DutyApprove:
		if c.Kind == casework.FixedSum {
			return "Approve the payment of " + d.Text
		}
		return "Approve the offer of " + d.Text
	case casework.DutyPay:
		return "Pay " + d.Text
	}
	return orNot(d.Text, capital(string(d.Kind)))
}

// owner says who owes it, to whom where that matters, and by when.
func owner(c casework.Case, d casework.Duty, today calendar.Date, name func(int64) string) string {
	by := ", by " + d.Due.Short()
	switch d.Kind {
	case casework.DutyWaiting:
		return "Owed to us by " + d.Owner + by + reminded(c, d.Item)
	case casework.DutyPromise:
		return d.Owner + by + moved(c, d.Promise)
	}
	who := "Nobody yet"
	if d.Handler != 0 {
		who = name(d.Handler)
	}
	if d.Cover != 0 && !today.Before(d.From) && !today.After(d.Until) {
		who = fmt.Sprintf("%s, for %s until %s", name(d.Cover), who, d.Until.Short())
	}
	return who + by
}

// reminded says how often somebody was reminded of a question.
func reminded(c casework.Case, request int) string {
	for _, r := range c.Requests {
		if n := len(r.Reminded); r.ID == request && n > 0 {
			return ", reminded " + r.Reminded[n-1].Short()
		}
	}
	return ""
}

// moved says that a promise was not kept by its first day.
func moved(c casework.Case, promise int) string {
	for _, p := range c.Promises {
		if n := len(p.Moved); p.ID == promise && n > 0 {
			return ", first " + p.Moved[0].From.Short()
		}
	}
	return ""
}

// settles is the act that settles a duty.
func settles(c casework.Case, d casework.Duty) Errand {
	letter := func(k casework.LetterKind) Errand { return Errand{Act: casework.MakeAct(k), Letter: k} }
	if e, ok := promisedErrand(c, d); ok {
		return e
	}
	s := stageOf(c, d.Stage)
	switch d.Kind {
	case casework.DutyAcknowledge:
		return letter(casework.Acknowledgement)
	case casework.DutyRespond:
		if open := c.Unanswered(s); len(open) > 0 {
			return Errand{Act: casework.ActAnswer, Item: open[0].ID}
		}
		return letter(casework.Response)
	case casework.DutyRefuse:
		return letter(leftOutLetter(c, s))
	case casework.DutyUpdate:
		e := letter(casework.HoldingUpdate)
		if u, ok := s.NextUpdate(); ok {
			e.About = u.ID
		}
		return e
	case casework.DutyWithdrawal:
		return letter(casework.WithdrawalLetter)
	case casework.DutyPromise:
		return Errand{Act: casework.ActKeepPromise, Item: d.Promise}
	case casework.DutyWaiting:
		return Errand{Act: casework.ActGotAnswer, Item: d.Item}
	case casework.DutyHazard:
		e := Errand{Act: casework.ActHazardStep, Item: d.Item}
		if k := hazardClock(c, d); k != nil {
			e.Step = k.Step
		}
		return e
	case casework.DutyEvidence, casework.DutyOrder:
		return ombudsmanErrand(c, d)
	}
	return reviewErrand(c, d)
}

// stageOf is the stage with a number, or nil.
func stageOf(c casework.Case, number int) *casework.Stage {
	for i := range c.Stages {
		if c.Stages[i].Number == number {
			return &c.Stages[i]
		}
	}
	return nil
}

// leftOutLetter is the letter that the first thing left out of a stage needs.
func leftOutLetter(c casework.Case, s *casework.Stage) casework.LetterKind {
	if s.Refused.Stands() {
		return casework.EscalationRefusal
	}
	for _, p := range c.StagePoints(s) {
		if e := p.Excluded; e.Stands() && e.Told.IsZero() && e.ReRoute {
			return casework.PassOnLetter
		} else if e.Stands() && e.Told.IsZero() {
			break
		}
	}
	return casework.RefusalLetter
}

// hazardClock is the step of a hazard that a duty speaks of; nil for any other
// duty.
func hazardClock(c casework.Case, d casework.Duty) *casework.HazardClock {
	h := c.Hazard(d.Item)
	if d.Kind != casework.DutyHazard || h == nil {
		return nil
	}
	for i := range h.Clocks {
		if k := &h.Clocks[i]; k.Done.IsZero() && k.By.Equal(d.At) && k.Step.Title() == d.Text {
			return k
		}
	}
	return nil
}

func ombudsmanErrand(c casework.Case, d casework.Duty) Errand {
	r := c.Referral(d.Item)
	if r == nil {
		return Errand{}
	}
	for _, a := range r.Asks {
		if d.Kind == casework.DutyEvidence && a.Sent.IsZero() && a.Due == d.Due && a.What == d.Text {
			return Errand{Act: casework.ActEvidenceSent, Item: r.ID, Part: a.ID}
		}
	}
	for _, o := range r.Orders {
		if d.Kind == casework.DutyOrder && o.Done.IsZero() && o.Due == d.Due && o.Text == d.Text {
			return Errand{Act: casework.ActComply, Item: r.ID, Part: o.ID}
		}
	}
	return Errand{}
}

// reviewErrand is how something agreed is looked at again.
func reviewErrand(c casework.Case, d casework.Duty) Errand {
	switch {
	case d.Item != 0:
		return Errand{Act: casework.ActReviewLimit, Item: d.Item}
	case d.Due == c.Representative.Until && strings.Contains(d.Text, "authority"):
		return Errand{Act: casework.ActAuthority}
	}
	return Errand{Act: casework.ActChangeContact}
}

// minutesLeft says how far an instant is from now: to the minute within a day,
// else in working days.
func minutesLeft(by time.Time, due calendar.Date, m casework.Moment) (string, casework.Tone) {
	left := by.Sub(m.Now.Truncate(time.Minute))
	const day = 24 * time.Hour
	switch {
	case m.Now.IsZero() || left > day || left < -day:
		return casework.TimeLeft(due, m.Today, m.Holidays)
	case left < 0:
		return hours(-left) + " late", casework.Late
	}
	return hours(left) + " left", casework.Due
}

// hours says a length of time under a day: "3 h 20 min".
func hours(d time.Duration) string {
	h, min := int(d.Hours()), int(d.Minutes())%60
	switch {
	case h == 0:
		return fmt.Sprintf("%d min", min)
	case min == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %d min", h, min)
}

// sentenceOf joins what is known with full stops between.
func sentenceOf(parts ...string) string {
	var known []string
	for _, p := range parts {
		if p = strings.TrimRight(strings.TrimSpace(p), "."); p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, ". ")
}
