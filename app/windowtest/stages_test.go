//go:build windowtest

package windowtest

import (
	"context"
	"errors"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// responds answers the one point of the stage, and hands the answer over.
func (d *desk) responds(finding string) casework.Case {
	d.t.Helper()
	c := d.now()
	stage := c.StageNumber()
	d.presses("Alt+L")
	d.mends(d.now(), "answer the point", finding, "Tab")
	d.types("We looked at the records and asked those who were there.")
	d.confirms("the point is answered", func(c casework.Case) bool { return c.Points[0].Stage == stage && c.Points[0].Finding != "" })
	d.closes()
	d.presses("Alt+L")
	if d.now().Points[0].Finding == casework.Upheld {
		remedies := len(d.now().Remedies)
		d.mends(d.now(), "add a remedy", "Space", "Enter", "Tab")
		d.types("We are sorry. The light was mended on the day.")
		d.confirms("there is a remedy", func(c casework.Case) bool { return len(c.Remedies) > remedies })
		d.closes()
		d.presses("Alt+L")
	}
	calls := len(d.now().Calls)
	d.mends(d.now(), "record the call", "Tab", "Tab", "Tab", "Right", "Tab")
	d.types("She was told that the letter comes today.")
	d.confirms("the call is recorded", func(c casework.Case) bool { return len(c.Calls) > calls })
	d.closes()
	return d.sends("response")
}

func TestExtendedTwice(t *testing.T) {
	o := officeOf(t, residents, few)
	d := o.opensOn(calendar.On(2027, time.March, 1))
	c := d.complains(stairLight)
	d.by("the acknowledgement", c.Stages[0].AcknowledgeBy, calendar.On(2027, time.March, 8), "2=1 3=2 4=3 5=4 8=5")

	d = d.comesBack(calendar.On(2027, time.March, 2))
	c = d.sends("acknowledgement")
	d.by("the response", c.Stages[0].RespondBy, calendar.On(2027, time.March, 16), "3=1 4=2 5=3 8=4 9=5 10=6 11=7 12=8 15=9 16=10")

	d = d.comesBack(calendar.On(2027, time.March, 15))
	d.extends("4", "The survey is on Thursday.", 1)
	if due := d.now().Stages[0].Due(); due.Due != calendar.On(2027, time.March, 16) {
		t.Errorf("an extension that nobody was told of moved the date to %s", due.Due)
	}
	c = d.sends("extension")
	d.by("the date that stands", c.Stages[0].Due(), calendar.On(2027, time.March, 22), "17=1 18=2 19=3 22=4")
	d.reads(c, casework.ExtensionNotice, "We need more time to answer your complaint at stage 1", neighbour, "The survey is on Thursday.", "22 March 2027", "Housing Ombudsman")

	d = d.comesBack(calendar.On(2027, time.March, 22))
	d.presses("Alt+X")
	d.rests()
	d.fills("11", "The surveyor is ill.")
	d.presses("Ctrl+Enter")
	d.rests()
	d.photographs("eleven days, refused")
	if n := len(d.now().Stages[0].Extensions); n != 1 {
		t.Fatalf("eleven days were given: %d extensions", n)
	}
	d.presses("Esc")
	d.closes()
	d.extends("10", "The surveyor is ill.", 2)
	c = d.sends("extension, the second")
	d.by("the date that stands", c.Stages[0].Due(), calendar.On(2027, time.April, 1), "17=1 18=2 19=3 22=4 23=5 24=6 25=7 30=8 31=9 1=10")

	d = d.comesBack(calendar.On(2027, time.April, 1))
	c = d.responds("Right")
	f := casework.Facts(c)[0]
	if !f.Responded.After(f.RespondBy) || f.Responded.After(f.ExtendedTo) || f.Outcome != casework.Upheld {
		t.Errorf("answered %s, due %s, extended to %s, %s", f.Responded, f.RespondBy, f.ExtendedTo, f.Outcome)
	}
	d.counts("extended twice and answered", 95)
	d.balances()
}

// extends decides an extension by its form.
func (d *desk) extends(days, reason string, all int) {
	d.t.Helper()
	d.presses("Alt+X")
	d.rests()
	d.fills(days, reason)
	d.confirms("extended by "+days, func(c casework.Case) bool { return len(c.Stages[0].Extensions) == all })
	d.closes()
}

func TestStage2WithoutAReason(t *testing.T) {
	o := officeOf(t, residents, few)
	d := o.opensOn(calendar.On(2026, time.November, 13))
	c := d.complains(stairLight)
	d.by("the acknowledgement", c.Stages[0].AcknowledgeBy, calendar.On(2026, time.November, 20), "16=1 17=2 18=3 19=4 20=5")
	d.presses("Ctrl+Enter")
	c = d.handsOver("acknowledgement")
	d.by("the response", c.Stages[0].RespondBy, calendar.On(2026, time.November, 27), "16=1 17=2 18=3 19=4 20=5 23=6 24=7 25=8 26=9 27=10")

	d = d.comesBack(calendar.On(2026, time.November, 27))
	d.responds("Right")

	d = d.comesBack(calendar.On(2026, time.December, 9))
	d.presses("Alt+S")
	d.rests()
	c = d.confirms("stage 2 is asked for", func(c casework.Case) bool { return len(c.Stages) == 2 })
	d.closes()
	s := c.Stages[1]
	d.by("the acknowledgement of stage 2", s.AcknowledgeBy, calendar.On(2026, time.December, 16), "10=1 11=2 14=3 15=4 16=5")
	if s.Reason != "" || s.Handler != 0 {
		t.Errorf("asked for with the reason %q, given to %d", s.Reason, s.Handler)
	}

	d = d.comesBack(calendar.On(2026, time.December, 10))
	d.presses("Alt+A")
	d.rests()
	d.types("r") // Ros Castell; whoever had a part in stage 1 is not on the list
	c = d.confirms("stage 2 is given to another officer", func(c casework.Case) bool { return c.Stages[1].Handler != 0 })
	d.closes()
	if c.Stages[1].Handler == c.Stages[0].Handlers[0] {
		t.Error("stage 2 was given to who had stage 1")
	}
	_, err := o.reg.Do(context.Background(), o.me, c.ID, 0, casework.Assign{To: o.me.ID})
	var refused *casework.Refusal
	if !errors.As(err, &refused) || refused.Code != "same-person" {
		t.Errorf("stage 2 given to who answered stage 1: %v", err)
	}
	o.sits("Ros Castell")
	d = d.comesBack(calendar.On(2026, time.December, 10))
	c = d.sends("stage 2 acknowledgement")
	s = c.Stages[1]
	d.by("the response at stage 2", s.RespondBy, calendar.On(2027, time.January, 12), "11=1 14=2 15=3 16=4 17=5 18=6 21=7 22=8 23=9 24=10 29=11 30=12 31=13 4=14 5=15 6=16 7=17 8=18 11=19 12=20")
	d.by("the latest extension", s.Latest, calendar.On(2027, time.February, 9), "13=1 14=2 15=3 18=4 19=5 20=6 21=7 22=8 25=9 26=10 27=11 28=12 29=13 1=14 2=15 3=16 4=17 5=18 8=19 9=20")
	d.counts("both stages to the acknowledgement of stage 2", 80)
	o.sits(manager) // who may check the register
	d.balances()
}
