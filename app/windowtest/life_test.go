//go:build windowtest

package windowtest

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// The tests of this file tell some of the written scenarios of
// data/casework/scenario at the window, by keyboard, with the days that were
// counted there by hand. What happens on another day happens at a program that
// was started anew on that day.

// few are the cases that are in the office already.
const few = 12

// neighbour is who complains in these scenarios.
const neighbour = "Gwenllian Achterberg"

// told is a complaint as it is typed, and what it is about.
type told struct {
	story, wanted, subject string
	also                   func(d *desk) // after the story, before what would put it right
}

var (
	stairLight = told{story: "The stair light has been out for three weeks and nobody came on Saturday.", wanted: "The light mended and an apology.", subject: "repai"}
	oldFence   = told{story: "The fence was left down after the storm.", wanted: "The fence put up.", subject: "repai"}
)

// complains takes a contact from the counter into the register.
func (d *desk) complains(what told) casework.Case {
	d.t.Helper()
	d.presses("Ctrl+N")
	d.sees("New contact")
	d.types("gwenllian ach")
	d.presses("Down", "Enter")
	d.keeps("3 Ferrers Close")
	d.types(what.story)
	d.keeps(what.story)
	if what.also != nil {
		what.also(d)
	}
	d.presses("Ctrl+Down")
	d.types(what.wanted)
	d.presses("Tab")
	d.types(what.subject)
	d.presses("Ctrl+Down", "Ctrl+Down", "Ctrl+Down", "Space")
	d.keeps(`"complain"`)
	d.photographs("new contact, filled")
	d.presses("Ctrl+S", "Ctrl+S")
	return d.recorded(neighbour)
}

// comesBack ends the window and opens the case at one of another day.
func (d *desk) comesBack(day calendar.Date) *desk {
	d.t.Helper()
	keys, letters := d.keys, d.letters
	d.ends()
	next := d.office.opensOn(day)
	next.keys, next.letters, next.pictures = keys, letters, d.pictures
	c, _ := next.office.finds(neighbour)
	next.finds(c)
	next.rests()
	next.photographs("the case on " + day.String())
	return next
}

// now is the neighbour's case as it is in the register.
func (d *desk) now() casework.Case {
	c, _ := d.office.finds(neighbour)
	return c
}

// sends opens the letter that the case leads to, prints it and hands it over.
func (d *desk) sends(name string) casework.Case {
	d.t.Helper()
	d.presses("Alt+L")
	return d.handsOver(name)
}

// handsOver prints the letter that shows and hands it over.
func (d *desk) handsOver(name string) casework.Case {
	d.t.Helper()
	c := d.now()
	d.sees(letterTo(c))
	d.rests()
	d.photographs(name)
	d.presses("Ctrl+P")
	d.sees(letterTo(c) + ", made")
	d.presses("Ctrl+Enter")
	d.sees(letterTo(c) + ", sent")
	return d.now()
}

// chooses finds something to do by typing, and opens its form.
func (d *desk) chooses(words string) {
	d.t.Helper()
	d.presses("Alt+M")
	d.rests()
	d.types(words)
	d.rests()
	d.presses("Enter")
	d.rests()
	d.waits("its form is open", func() bool { return d.bar() != d.bare }) // the list hides that part of the bar and does not dim it
	d.rests()
}

// fills types into one field after another, from the one that has the focus.
func (d *desk) fills(texts ...string) {
	d.t.Helper()
	for i, text := range texts {
		if i > 0 {
			d.presses("Tab")
		}
		d.types(text)
	}
}

// confirms keeps a form, and waits until the case is as is said.
func (d *desk) confirms(what string, is func(casework.Case) bool) casework.Case {
	d.t.Helper()
	d.photographs(what)
	d.presses("Ctrl+Enter")
	d.waits(what, func() bool { return is(d.now()) })
	return d.now()
}

// by holds a date to the day counted by hand, and to what was counted: "22=1
// 23=2" says which day of the month was which working day.
func (d *desk) by(what string, got policy.Deadline, day calendar.Date, hand string) {
	d.t.Helper()
	if got.Due != day {
		d.t.Errorf("%s is due %s, by hand it is %s", what, got.Due.Long(), day.Long())
	}
	var counted []string
	for _, s := range got.Working.Steps {
		if s.Counts() {
			counted = append(counted, strconv.Itoa(s.Date.Day())+"="+strconv.Itoa(s.Number))
		}
	}
	if text := strings.Join(counted, " "); text != hand {
		d.t.Errorf("%s counts %s, by hand it is %s", what, text, hand)
	}
}

func TestABankHolidayWeekAtChristmas(t *testing.T) {
	o := officeOf(t, residents, few)
	d := o.opensOn(calendar.On(2026, time.December, 21))
	c := d.complains(stairLight)
	d.by("the acknowledgement", c.Stages[0].AcknowledgeBy, calendar.On(2026, time.December, 30), "22=1 23=2 24=3 29=4 30=5")
	d.presses("Ctrl+Enter")
	c = d.handsOver("acknowledgement")
	s := c.Stages[0]
	d.by("the response", s.RespondBy, calendar.On(2027, time.January, 7), "22=1 23=2 24=3 29=4 30=5 31=6 4=7 5=8 6=9 7=10")
	d.by("the latest extension", s.Latest, calendar.On(2027, time.January, 21), "8=1 11=2 12=3 13=4 14=5 15=6 18=7 19=8 20=9 21=10")
	d.reads(c, casework.Acknowledgement, "We are looking into your complaint at stage 1", neighbour, "our full answer by Thursday 7 January 2027")
	d.counts("a complaint at Christmas, to the acknowledgement handed over", 30)
	d.balances()
}

func TestRefusedAsTooOldAndThenOverturned(t *testing.T) {
	o := officeOf(t, residents, few)
	d := o.opensOn(calendar.On(2026, time.November, 5))
	c := d.complains(oldFence)
	d.by("the acknowledgement", c.Stages[0].AcknowledgeBy, calendar.On(2026, time.November, 12), "6=1 9=2 10=3 11=4 12=5")

	d = d.comesBack(calendar.On(2026, time.November, 9))
	d.chooses("leave a point")
	d.leavesOutAsOld()
	d.fills("10 11 2025", "10 11 2025", "Considered by the manager: nothing kept her from telling us sooner.", "The fence was put up again in October 2025.")
	d.presses("Ctrl+Enter")
	d.rests()
	d.photographs("in time, refused")
	if d.now().Points[0].Excluded.Reason != "" {
		t.Fatal("a matter of less than twelve months was left out as too old")
	}
	d.presses("Esc")
	d.closes()
	d.chooses("leave a point")
	d.leavesOutAsOld()
	d.fills("1 9 2025", "1 10 2025", "Considered by the manager: nothing kept her from telling us sooner.", "The fence was put up again in October 2025.")
	c = d.confirms("the point is left out", func(c casework.Case) bool { return c.Points[0].Excluded.Reason == "over-12-months" })
	d.by("the letter about the point", c.Points[0].Excluded.TellBy, calendar.On(2026, time.November, 12), "6=1 9=2 10=3 11=4 12=5")

	d = d.comesBack(calendar.On(2026, time.November, 11))
	c = d.sends("refusal")
	if told := c.Points[0].Excluded.Told; told != calendar.On(2026, time.November, 11) {
		t.Errorf("told on %s", told)
	}
	d.reads(c, casework.RefusalLetter, "Why we will not look into your complaint", neighbour, "The fence was put up again in October 2025.", "Housing Ombudsman")

	d = d.comesBack(calendar.On(2026, time.December, 14))
	d.chooses("set a refusal")
	d.presses("Tab", "Tab") // the refusal and the day are there
	d.fills("the Housing Ombudsman", "She was in hospital until August 2026.")
	c = d.confirms("the refusal is set aside", func(c casework.Case) bool { return !c.Points[0].Excluded.Overturned.IsZero() })
	s := c.Stages[0]
	d.by("the acknowledgement after the overturning", s.AcknowledgeBy, calendar.On(2026, time.December, 21), "15=1 16=2 17=3 18=4 21=5")
	if s.FirstAcknowledgeBy.Due != calendar.On(2026, time.November, 12) || c.Received != calendar.On(2026, time.November, 5) {
		t.Errorf("first due %s, received %s", s.FirstAcknowledgeBy.Due, c.Received)
	}

	d = d.comesBack(calendar.On(2026, time.December, 16))
	c = d.sends("acknowledgement")
	d.by("the response", c.Stages[0].RespondBy, calendar.On(2027, time.January, 4), "17=1 18=2 21=3 22=4 23=5 24=6 29=7 30=8 31=9 4=10")
	d.counts("refused, told, set aside and acknowledged", 75)
	d.balances()
}

// leavesOutAsOld chooses the reason of a form whose one point is there already.
// The questions of the reason come up before the next is answered.
func (d *desk) leavesOutAsOld() {
	d.t.Helper()
	d.presses("Tab")
	d.rests()
	d.types("i") // It happened more than 12 months ago
	d.rests()
	d.presses("Tab")
	d.rests()
}

func TestDampInAChildsBedroom(t *testing.T) {
	o := officeOf(t, residents, few)
	d := o.opensOn(calendar.On(2026, time.December, 17))
	c := d.complains(told{
		story: "There is black mould over my daughter's bed and nobody has been since October.", wanted: "The wall treated.", subject: "damp",
		also: func(d *desk) {
			d.rests()
			d.presses("Tab", "Tab", "Tab") // since when, told us before
			d.fills("10.40")
			d.presses("Tab")
			d.fills("", "Repairs desk", "R-118204")
			d.keeps("R-118204")
		},
	})
	d.by("the acknowledgement", c.Stages[0].AcknowledgeBy, calendar.On(2026, time.December, 24), "18=1 21=2 22=3 23=4 24=5")
	if len(c.Hazards) != 1 {
		t.Fatalf("%d hazards", len(c.Hazards))
	}
	h := c.Hazards[0]
	if want := time.Date(2026, time.December, 17, 10, 40, 0, 0, time.UTC); !h.Told.Equal(want) || h.Rough || h.Job != "R-118204" || h.JobTold != "Repairs desk" {
		t.Errorf("the hazard was told %s, rough %v, job %q, %q", h.Told, h.Rough, h.Job, h.JobTold)
	}
	d.by("the investigation", clockOf(h, policy.HazardInvestigate).Deadline, calendar.On(2027, time.January, 5), "18=1 21=2 22=3 23=4 24=5 29=6 30=7 31=8 4=9 5=10")

	d = d.comesBack(calendar.On(2026, time.December, 21))
	d.chooses("a step on")
	d.types("d") // Damp and mould: investigate, the first
	d.presses("Tab", "Tab")
	d.fills("14:30", "Mould over two square metres.")
	c = d.confirms("the investigation is recorded", func(c casework.Case) bool { return !c.Hazards[0].Clocks[0].Done.IsZero() })
	h = c.Hazards[0]
	d.by("the summary", clockOf(h, policy.HazardSummary).Deadline, calendar.On(2026, time.December, 24), "22=1 23=2 24=3")
	d.by("the safety works", clockOf(h, policy.HazardMakeSafe).Deadline, calendar.On(2026, time.December, 30), "22=1 23=2 24=3 29=4 30=5")
	d.by("the lasting works", clockOf(h, policy.HazardWorks).Deadline, calendar.On(2027, time.March, 15), "28=1 4=2 11=3 18=4 25=5 1=6 8=7 15=8 22=9 1=10 8=11 15=12")
	d.by("the acknowledgement, as it was", c.Stages[0].AcknowledgeBy, calendar.On(2026, time.December, 24), "18=1 21=2 22=3 23=4 24=5")
	d.counts("damp recorded with its job, and looked at", 45)
	d.balances()
}

func clockOf(h casework.Hazard, step policy.Act) casework.HazardClock {
	for _, k := range h.Clocks {
		if k.Step == step {
			return k
		}
	}
	return casework.HazardClock{}
}
