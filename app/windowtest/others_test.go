//go:build windowtest

package windowtest

import (
	"testing"

	"casebook/data/casework"
)

func TestAnUnknownResidentIsRecordedAndAcknowledged(t *testing.T) {
	d := newOffice(t, residents).opens()
	d.unknownResident(func() { d.presses("Ctrl+Down") }) // on to what happened
	d.counts("unknown resident, from Today to the printed acknowledgement", 60)
}

func TestAnInterruptionCostsAFewKeysAndNoWords(t *testing.T) {
	d := newOffice(t, residents).opens()
	d.unknownResident(func() {
		d.presses("F8")
		d.types("gwenllian ach")
		d.presses("Down", "Enter")
		d.keeps("3 Ferrers Close")
		d.types(second)
		d.keeps(second)
		d.presses("Alt+1") // back to the first, where the conversation stood
	})
	d.counts("unknown resident with an interruption", 60)
	waiting := d.drafts()
	if len(waiting) != 1 || !waiting[0].Parked {
		t.Fatalf("%d drafts are left on the desk", len(waiting))
	}
	d.presses("Ctrl+N")
	d.sees("New contact")
	d.presses("Alt+1")
	for range 6 { // from who it is to the choice
		d.presses("Ctrl+Down")
	}
	d.presses("Down", "Down", "Down") // only asks for a service
	d.photographs("the second resident, brought back")
	d.presses("Ctrl+S", "Ctrl+S")
	c := d.recorded("Gwenllian Achterberg")
	if c.Kind != casework.ServiceRequest || c.Story != second {
		t.Errorf("the second resident's contact is %+v", c)
	}
	d.balances()
}

// second is what the second resident says; nothing in it is a reproach.
const second = "The light on the second landing is out."

const (
	stranger = "Zoë Žižek-Müller"
	street   = "4 Larkspur Way"
)

// unknownResident takes a contact of somebody who is on no list, whose name
// the keyboard has no keys for, to the printed acknowledgement. After the
// address, then leads to what happened, straight or by way of somebody else.
func (d *desk) unknownResident(then func()) {
	d.t.Helper()
	d.presses("Ctrl+N")
	d.sees("New contact")
	d.pastes(stranger)
	d.presses("Tab")
	d.types("01632 960003")
	d.presses("Tab", "Tab")
	d.types(street + ", Derby")
	d.presses("Tab")
	d.types("de247qh")
	d.keeps(street)
	then()
	d.types(story)
	d.presses("Tab")
	d.types("last fri")
	d.presses("Tab", "Tab")
	d.types(wanted)
	d.presses("Tab")
	d.types("heat")
	d.presses("Ctrl+Down", "Ctrl+Down", "Tab")
	d.types("not before 10 am")
	d.presses("Ctrl+Down", "Space")
	d.keeps(`"complain"`)
	d.photographs("new contact, filled")
	d.presses("Ctrl+S", "Ctrl+S")
	c := d.acknowledges(stranger)
	d.acknowledged(c, stranger, street)
	if c.ResidentID != 0 || c.Home.Postcode != "DE24 7QH" || c.Contact.DoNot != "not before 10 am" {
		d.t.Errorf("recorded is %+v", c)
	}
}
