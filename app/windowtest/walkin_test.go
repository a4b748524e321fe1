//go:build windowtest

package windowtest

import (
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// residents is the list that the office's housing system gives out.
const residents = `Person ref,Tenancy ref,Name,Telephone,Email,Property ref,Address,Postcode,Tenure
P900001,T900001,Łukasz Nguyễn,01632 960201,lukasz.nguyen@example.org,U900001,"14 Ladywell Rise, Derby",DE24 7QH,Secure
P900002,T900002,Gwenllian Achterberg,01632 960202,,U900002,"3 Ferrers Close, Derby",DE24 7QJ,Secure
`

// Thirty words, as they are said at a counter.
const story = "Heating and hot water off since last Friday. I rang that day and was told someone would come. " +
	"Nobody came on Saturday. I have rung three times and I have a baby."

const wanted = "Heating mended this week, and an apology."

// The days that follow from a complaint of Friday 13 November 2026, counted on
// a wall calendar: no bank holiday falls between. Five working days to
// acknowledge, and ten from an acknowledgement on the day itself.
const (
	lastFriday    = "6 November 2026"
	toldOn        = "13 November 2026"
	acknowledgeBy = "20 November 2026" // 16 17 18 19 20
	answerBy      = "27 November 2026" // 16 17 18 19 20, 23 24 25 26 27
)

func TestAKnownResidentIsRecordedAcknowledgedAnsweredAndReported(t *testing.T) {
	o := newOffice(t, residents)
	d := o.opens()
	d.photographs("today")
	c := d.knownResident()
	d.counts("known resident, from Today to the printed acknowledgement", 35)
	d.acknowledged(c, "Łukasz Nguyễn", "14 Ladywell Rise")
	c = d.answers(c)
	d.savesTheWorkbook(c)
	d.balances()
}

// knownResident takes a contact of somebody on the housing list from the
// counter to the printed acknowledgement.
func (d *desk) knownResident() casework.Case {
	d.t.Helper()
	d.presses("Ctrl+N")
	d.sees("New contact")
	d.types("lukasz nguyen")
	d.presses("Down", "Enter")
	d.keeps("14 Ladywell Rise")
	d.types(story)
	d.presses("Tab")
	d.types("last fri")
	d.presses("Ctrl+Down")
	d.types(wanted)
	d.presses("Tab")
	d.types("heat")
	d.photographs("new contact")
	d.presses("Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
	d.presses("Space")
	d.keeps(`"complain"`)
	d.photographs("new contact, filled")
	d.presses("Ctrl+S")
	d.photographs("read back")
	d.presses("Ctrl+S")
	return d.acknowledges("Łukasz Nguyễn")
}

// acknowledges waits for the contact just recorded, and prints and hands over
// its acknowledgement.
func (d *desk) acknowledges(resident string) casework.Case {
	d.t.Helper()
	c := d.recorded(resident)
	d.photographs("recorded")
	d.presses("Ctrl+Enter")
	d.sees(letterTo(c))
	d.photographs("acknowledgement")
	d.presses("Ctrl+P")
	d.sees(letterTo(c) + ", made")
	d.photographs("acknowledgement, printed")
	d.presses("Ctrl+Enter") // it was handed over
	d.sees(letterTo(c) + ", sent")
	c, _ = d.office.finds(resident)
	return c
}

// recorded waits until the register has the resident's contact and the screen
// shows its reference: the draft goes at the same time.
func (d *desk) recorded(resident string) casework.Case {
	d.t.Helper()
	var c casework.Case
	d.waits(resident+" is in the register and off the desk", func() bool {
		var there bool
		if c, there = d.office.finds(resident); !there {
			return false
		}
		for _, kept := range d.drafts() {
			if kept.ID == c.Draft {
				return false
			}
		}
		return true
	})
	return c
}

func letterOf(c casework.Case, kind casework.LetterKind) *casework.Letter {
	for i := range c.Letters {
		if c.Letters[i].Kind == kind {
			return &c.Letters[i]
		}
	}
	return nil
}

// acknowledged compares the register and the printed sheets with what was
// typed and with the days counted by hand.
func (d *desk) acknowledged(c casework.Case, name, street string) {
	t := d.t
	t.Helper()
	if c.Resident.Name != name || c.Story != story || c.Wanted != wanted || c.Received != today || c.Recorded != today ||
		c.Subject != "heating" || c.Channel != casework.Counter || c.Choice.Answer != casework.Complain {
		t.Errorf("recorded is %+v", c)
	}
	s := c.Stages[0]
	if s.AcknowledgeBy.Due != calendar.On(2026, time.November, 20) || s.Acknowledged != today ||
		s.RespondBy.Due != calendar.On(2026, time.November, 27) {
		t.Errorf("to acknowledge by %s, acknowledged %s, to answer by %s", s.AcknowledgeBy.Due, s.Acknowledged, s.RespondBy.Due)
	}
	if l := letterOf(c, casework.Acknowledgement); l.How != casework.HandedOver || l.Sent != today {
		t.Errorf("the acknowledgement went %+v", l)
	}
	d.reads(c, casework.Receipt, "This is a receipt and not an acknowledgement",
		name, street, story, lastFriday, wanted, "Friday "+toldOn+", at the counter", "acknowledge your complaint by Friday "+acknowledgeBy)
	d.reads(c, casework.Acknowledgement, "We are looking into your complaint at stage 1",
		"Dear "+name, street, "telling us about this on "+toldOn, story, wanted, "our full answer by Friday "+answerBy)
}
