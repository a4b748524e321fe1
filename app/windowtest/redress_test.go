//go:build windowtest

package windowtest

import (
	"context"
	"database/sql"
	"os/exec"
	"os/user"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// The officers of the demonstration office who take part.
const (
	investigator = "Dan Okafor"
	manager      = "Helen Marsh"
	frontDesk    = "Priya Nair"
)

var leak = told{story: "The pipe under the bath leaked for three weeks and the landing carpet is ruined.", wanted: "The carpet paid for.", subject: "repai"}

// The offer, line by line, worked by hand: the carpet keeps 7 of 10 years, £420
// × 7/10; the dehumidifier takes 300 W × 20 h = 6 kWh a day at 27p, £1.62, for
// 14 days; two appointments at £10; the second contractor was due on 29
// September and came on 14 October, £10 and 15 days at £2; and the
// inconvenience as judged.
var offered = []struct {
	title string
	sum   redress.Pence
	words string
}{
	{"Landing carpet", 29400, "£294.00"},
	{"Dehumidifier", 2268, "£22.68"},
	{"Missed appointments", 2000, "£20.00"},
	{"Right to Repair", 4000, "£40.00"},
	{"Inconvenience", 22000, "£220.00"},
}

const wholeOffer, wholeWords = redress.Pence(59668), "£596.68"

func TestMoneyFromTheFirstLineToThePayment(t *testing.T) {
	o := officeOf(t, residents, few)
	o.sits(investigator)
	d := o.opensOn(today)
	d.complains(leak)
	d.presses("Ctrl+Enter")
	d.handsOver("acknowledgement")

	d = d.comesBack(calendar.On(2026, time.November, 24))
	d.answersThePoint()
	d.counts("recorded, acknowledged and the point answered", 25)
	d.opensRedress()
	d.addsTheLines()
	d.counts("five lines of money", 62)
	d.presses("Ctrl+Enter")
	d.waits("the offer is with the manager", func() bool { c := d.now(); return len(c.Offers) == 1 && c.Offers[0].SentTo != 0 })
	d.photographs("sent to the manager")
	if offer := d.now().Offers[0]; offer.Whole != wholeOffer || !offer.Approved.IsZero() {
		t.Fatalf("sent is %+v", offer)
	}
	d.presses("Esc", "Alt+L")
	d.sees(letterTo(d.now()))
	d.presses("Ctrl+P")
	d.rests()
	d.photographs("response, not approved")
	if letterOf(d.now(), casework.Response) != nil {
		t.Fatal("a response was made with money that nobody approved")
	}

	o.sits(manager)
	d = d.comesBack(calendar.On(2026, time.November, 25))
	d.opensRedress()
	d.photographs("the manager reads it")
	d.presses("Ctrl+Enter")
	d.waits("the offer is approved", func() bool { return !d.now().Offers[0].Approved.IsZero() })
	if offer := d.now().Offers[0]; offer.ApprovedBy == offer.ProposedBy || offer.ApprovedBy != offer.SentTo {
		t.Errorf("approved is %+v", offer)
	}

	o.sits(investigator)
	d = d.comesBack(calendar.On(2026, time.November, 26))
	d.presses("Alt+L")
	d.mends(d.now(), "record the call", "Tab", "Tab", "Tab", "Right", "Tab")
	d.types("She was told what we offer.")
	d.confirms("the call is recorded", func(c casework.Case) bool { return len(c.Calls) == 1 })
	d.closes()
	d.opensRedress()
	d.presses("Ctrl+Enter") // write the response
	c := d.handsOver("response")
	says := []string{neighbour, "We offer you " + wholeWords}
	for _, line := range offered {
		says = append(says, line.words)
	}
	d.reads(c, casework.Response, "Our stage 1 answer to your complaint", says...)
	if strings.Contains(strings.ToLower(unbroken(d.kept(c, casework.Response).text)), "full and final") {
		t.Error("the response says that the offer is full and final")
	}
	if told := c.Offers[0].Told; told != calendar.On(2026, time.November, 26) {
		t.Errorf("the offer was told on %s", told)
	}

	d = d.comesBack(calendar.On(2026, time.December, 1))
	if owed := casework.Owed(d.now()); len(owed) != 2 {
		t.Errorf("before any answer is owed %+v", owed) // what the page and the law promise needs no acceptance
	}
	d.presses("Alt+Y") // past the payment of those: record the answer
	d.sees("Redress " + string(d.now().Reference))
	d.rests()
	d.presses("Tab", "Right", "Tab")
	d.types("She sent the slip back, signed.")
	c = d.confirms("the offer is accepted", func(c casework.Case) bool { return c.Offers[0].Answer == casework.AcceptedAll })
	d.closes()
	if owed := casework.Owed(c); len(owed) != len(offered) {
		t.Errorf("owed is %+v", owed)
	}

	d = d.comesBack(calendar.On(2026, time.December, 3))
	d.opensRedress()
	d.presses("Ctrl+Enter") // record a payment: every line and its sum are there
	d.rests()
	d.presses("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Down", "Enter", "Tab")
	d.types("F-2291")
	c = d.confirms("the payment is kept", func(c casework.Case) bool { return len(c.Payments) == 1 })
	d.closes()
	d.photographs("paid")
	if p := c.Payments[0]; p.Sum != wholeOffer || p.On != calendar.On(2026, time.December, 3) || p.Method != casework.PayMethods()[0] || p.Reference != "F-2291" {
		t.Errorf("paid is %+v", p)
	}
	if owed := casework.Owed(c); len(owed) != 0 {
		t.Errorf("after the payment is owed %+v", owed)
	}
	d.counts("from the offer to its payment", 52)
	o.sits(manager)
	d.balances()
}

// answersThePoint upholds the one point, by way of the letter that lacks it.
func (d *desk) answersThePoint() {
	d.t.Helper()
	d.presses("Alt+L")
	d.mends(d.now(), "answer the point", "Right", "Tab")
	d.types("The second contractor came fifteen days late.")
	d.confirms("the point is answered", func(c casework.Case) bool { return c.Points[0].Finding == casework.Upheld })
	d.closes()
}

// opensRedress goes from the case to its money.
func (d *desk) opensRedress() {
	d.t.Helper()
	d.presses("Alt+R")
	d.sees("Redress " + string(d.now().Reference))
	d.rests()
}

// addsTheLines puts the five lines into the ledger and holds each to the sum
// that was worked by hand.
func (d *desk) addsTheLines() {
	d.t.Helper()
	d.begins("d")
	d.typesTheCarpet()
	d.presses("Tab")
	d.types("Landing carpet")
	d.keepsLine(1)

	d.begins("e")
	d.fills("300", "20", "14", "27p")
	d.presses("Tab", "Tab", "Tab") // past the two days
	d.types("Dehumidifier")
	d.keepsLine(2)

	d.begins("missed")
	d.types("24 9 2026")
	d.presses("Tab", "Space")                      // in the morning
	d.presses("Tab", "Tab", "Tab", "Tab", "Space") // nobody came; another
	d.types("15 10 2026")
	d.presses("Tab", "Right", "Right") // in the afternoon
	d.keepsLine(3)

	d.begins("r")
	d.types("le") // Leak from a water or heating pipe, tank or cistern
	d.presses("Tab")
	d.types("180")
	d.presses("Tab", "Tab") // the tenancy has the right: it is secure, so that is ticked
	d.fills("21 9 2026", "28 9 2026", "14 10 2026")
	d.keepsLine(4)

	d.begins("i")
	d.presses("Right", "Right") // £100 to £600
	d.photographs("inconvenience, the band")
	d.judges()
	d.keepsLine(5)
	if total := d.now().Redress.Total(); total != wholeOffer {
		d.t.Errorf("the ledger has %s", total)
	}
}

// judges goes from the band past what made it worse or better to the sum.
func (d *desk) judges() {
	d.t.Helper()
	for range 11 { // what made it worse or better is ten chips
		d.presses("Tab")
	}
	d.types("220")
	d.presses("Tab")
	d.types("No bath for three weeks, with two small children.")
	d.presses("Tab", "Tab")
	d.types("aa") // the second that begins so: A facility lost for a long time
}

// begins begins a line of the kind that begins with some letters.
func (d *desk) begins(kind string) {
	d.t.Helper()
	d.presses("Ins")
	d.rests()
	d.types(kind)
	d.presses("Enter")
	d.rests()
}

// typesTheCarpet types what a new carpet costs, its age, its life and its
// condition.
func (d *desk) typesTheCarpet() {
	d.t.Helper()
	d.fills("420", "3")
	d.presses("Tab")
	d.types("c")
	d.presses("Tab")
	d.types("g")
}

// keepsLine keeps the line that is open, and holds it to what was worked by
// hand.
func (d *desk) keepsLine(line int) {
	d.t.Helper()
	want := offered[line-1]
	d.photographs("line " + want.words)
	d.presses("Ctrl+S")
	d.waits(want.words+" is in the ledger", func() bool { return len(d.now().Redress) == line })
	d.rests()
	if got := d.now().Redress[line-1]; got.Sum != want.sum || got.Title != want.title {
		d.t.Errorf("line %d is %s, %s: %s", line, got.Title, got.Sum, got.Working)
	}
}

func TestWhatWouldItBeKeepsNothing(t *testing.T) {
	o := officeOf(t, residents, few)
	o.sits(frontDesk)
	d := o.opensOn(today)
	before := o.entries()
	d.presses("Ctrl+K")
	d.rests()
	d.types("what would it be")
	d.rests()
	d.presses("Enter")
	d.sees("What would it be?")
	d.rests()
	d.photographs("calculator")
	d.begins("d")
	d.typesTheCarpet()
	d.photographs("carpet, typed")
	d.presses("Ctrl+Enter")
	d.rests()
	d.presses("F7")
	d.rests()
	d.photographs("the offer in words")
	d.presses("Ctrl+C")
	d.waits("the sum can be pasted elsewhere", func() bool { return strings.Contains(d.copied(), "£294.00") })
	d.presses("Esc")
	d.closes()
	d.counts("what a carpet would be", 13)
	d.presses("Esc")
	d.sees("Today")
	if after := o.entries(); after != before {
		t.Errorf("the register had %d entries and has %d", before, after)
	}
	if kept := d.drafts(); len(kept) != 0 {
		t.Errorf("%d drafts are kept", len(kept))
	}
	o.sits(manager)
	d.balances()
}

// copied is what lies on the clipboard.
func (d *desk) copied() string {
	clip := exec.Command("xclip", "-selection", "clipboard", "-o")
	clip.Env = d.machine.environment()
	out, _ := clip.Output() // nothing has been copied yet
	return string(out)
}

// entries is how many changes the register has kept, of every kind.
func (o *office) entries() int {
	o.t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+o.path+"?mode=ro")
	if err != nil {
		o.t.Fatal(err)
	}
	defer pool.Close()
	n := 0
	if err := pool.QueryRow("SELECT count(*) FROM entries").Scan(&n); err != nil {
		o.t.Fatal(err)
	}
	return n
}

// sits gives the computer's user to an officer: who opens the window next is
// that one.
func (o *office) sits(name string) {
	o.t.Helper()
	me, err := user.Current()
	if err != nil {
		o.t.Fatal(err)
	}
	all, err := o.reg.Officers(context.Background(), o.me)
	if err != nil {
		o.t.Fatal(err)
	}
	login := func(of func(casework.Officer) bool, login string) {
		for _, officer := range all {
			if of(officer) {
				officer.Login = login
				if _, err := o.reg.SaveOfficer(context.Background(), o.me, officer, ""); err != nil {
					o.t.Fatal(err)
				}
			}
		}
	}
	login(func(one casework.Officer) bool { return one.Login == me.Username && one.Name != name }, "")
	login(func(one casework.Officer) bool { return one.Name == name }, me.Username)
}
