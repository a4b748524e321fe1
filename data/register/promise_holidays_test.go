package register

import (
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// promisedDay is a day worked by hand: what is due then, and the second working
// day before it, from which Today lists it as due soon.
type promisedDay struct{ due, soon string }

// overHolidays are records received around the bank holidays of Christmas 2026
// (Friday 25 and Monday 28 December, Friday 1 January) and of Easter 2027
// (Friday 26 and Monday 29 March), each counted on a calendar by hand.
var overHolidays = []struct {
	received             string
	acknowledge          promisedDay // five working days
	investigate, working promisedDay // fifteen days, and fifteen working days
	claim                promisedDay // ten working days
}{
	// Friday 18 December. 21=1 22=2 23=3 24=4 29=5 30=6 31=7 4=8 5=9 6=10 7=11
	// 8=12 11=13 12=14 13=15. Fifteen days: Saturday 2 January.
	{"2026-12-18", promisedDay{"2026-12-29", "2026-12-23"}, promisedDay{"2027-01-02", "2026-12-30"}, promisedDay{"2027-01-13", "2027-01-11"}, promisedDay{"2027-01-06", "2027-01-04"}},
	// Christmas Eve, a Thursday. 29=1 30=2 31=3 4=4 5=5 6=6 7=7 8=8 11=9 12=10
	// 13=11 14=12 15=13 18=14 19=15. Fifteen days: Friday 8 January.
	{"2026-12-24", promisedDay{"2027-01-05", "2026-12-31"}, promisedDay{"2027-01-08", "2027-01-06"}, promisedDay{"2027-01-19", "2027-01-15"}, promisedDay{"2027-01-12", "2027-01-08"}},
	// Christmas Day: the working days are those of Christmas Eve. Fifteen days:
	// Saturday 9 January.
	{"2026-12-25", promisedDay{"2027-01-05", "2026-12-31"}, promisedDay{"2027-01-09", "2027-01-07"}, promisedDay{"2027-01-19", "2027-01-15"}, promisedDay{"2027-01-12", "2027-01-08"}},
	// New Year's Eve, a Thursday. 4=1 5=2 6=3 7=4 8=5 11=6 12=7 13=8 14=9 15=10
	// 18=11 19=12 20=13 21=14 22=15. Fifteen days: Friday 15 January.
	{"2026-12-31", promisedDay{"2027-01-08", "2027-01-06"}, promisedDay{"2027-01-15", "2027-01-13"}, promisedDay{"2027-01-22", "2027-01-20"}, promisedDay{"2027-01-15", "2027-01-13"}},
	// Friday 19 March. 22=1 23=2 24=3 25=4 30=5 31=6 1=7 2=8 5=9 6=10 7=11 8=12
	// 9=13 12=14 13=15. Fifteen days: Saturday 3 April.
	{"2027-03-19", promisedDay{"2027-03-30", "2027-03-24"}, promisedDay{"2027-04-03", "2027-04-01"}, promisedDay{"2027-04-13", "2027-04-09"}, promisedDay{"2027-04-06", "2027-04-02"}},
	// Maundy Thursday. 30=1 31=2 1=3 2=4 5=5 6=6 7=7 8=8 9=9 12=10 13=11 14=12
	// 15=13 16=14 19=15. Fifteen days: Friday 9 April.
	{"2027-03-25", promisedDay{"2027-04-05", "2027-04-01"}, promisedDay{"2027-04-09", "2027-04-07"}, promisedDay{"2027-04-19", "2027-04-15"}, promisedDay{"2027-04-12", "2027-04-08"}},
	// Easter Saturday: the working days are those of Maundy Thursday. Fifteen
	// days: Sunday 11 April.
	{"2027-03-27", promisedDay{"2027-04-05", "2027-04-01"}, promisedDay{"2027-04-11", "2027-04-08"}, promisedDay{"2027-04-19", "2027-04-15"}, promisedDay{"2027-04-12", "2027-04-08"}},
}

// TestWhatThePagesPromiseStandsOnTodayAndInTheMonth over the bank holidays, from
// the day it is near to the day after it was due.
func TestWhatThePagesPromiseStandsOnTodayAndInTheMonth(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		acknowledge, investigate := policy.AcknowledgePetition.Title(), policy.InvestigatePetition.Title()
		for _, working := range []bool{false, true} {
			s, err := o.Settings(o.ctx, o.manager)
			if err != nil {
				t.Fatal(err)
			}
			s.PetitionWorking = working
			if _, err := o.SaveSettings(o.ctx, o.manager, s); err != nil {
				t.Fatal(err)
			}
			for _, c := range overHolidays {
				o.clock.set(o.day(c.received))
				petition := o.promised(casework.RecordPetition{Record: o.contact("Grace Adeyemi", "Lights in the car park."), Signatures: 46})
				o.near(petition, acknowledge, c.acknowledge)
				if working {
					o.near(petition, investigate, c.working)
					continue
				}
				o.near(petition, investigate, c.investigate)
				claim := o.promised(casework.RecordClaim{Record: o.contact("Tom Reilly", "A loose step.")})
				o.near(claim, "Visit, and send the claim form on", c.claim)
			}
		}
	})
}

// near holds one thing owed to its days: on which of Today's lists it stands as
// the days go by, and on which day of the month.
func (o *office) near(c casework.Case, text string, by promisedDay) {
	o.t.Helper()
	due, soon := o.day(by.due), o.day(by.soon)
	has := func(list DutyList) bool {
		for _, r := range list.Rows {
			if r.ID == c.ID && r.Duty.Text == text {
				return true
			}
		}
		return false
	}
	for _, on := range []struct {
		day  calendar.Date
		list string
	}{{soon.AddDays(-1), ""}, {soon, "soon"}, {due.AddDays(-1), "soon"}, {due, "today"}, {due.AddDays(1), "overdue"}} {
		lists, err := o.Today(o.ctx, o.manager, on.day, Everybody)
		if err != nil {
			o.t.Fatal(err)
		}
		for name, list := range map[string]DutyList{"soon": lists.DueSoon, "today": lists.DueToday, "overdue": lists.Overdue} {
			if has(list) != (name == on.list) {
				o.t.Errorf("%s, received %s, on %s: listed as %s is %v, and should be %q", text, c.Received, on.day, name, has(list), on.list)
			}
		}
	}
	for d := c.Received; !d.After(due.AddDays(8)); d = d.AddDays(1) {
		list, err := o.DueOn(o.ctx, o.manager, Everybody, d)
		if err != nil || has(list) != (d == due) {
			o.t.Errorf("%s, received %s: the month has it on %s: %v, %v; it is due %s", text, c.Received, d, has(list), err, due)
		}
	}
	kind := casework.DutyPetition
	if c.Kind == casework.ClaimKind {
		kind = casework.DutyClaim
	}
	if days, err := o.Month(o.ctx, o.manager, Everybody, due, due); err != nil || days[0].Kinds[kind] == 0 {
		o.t.Errorf("%s: the month counts %+v on %s, %v", text, days, due, err)
	}
}

// day is a day as a table has it.
func (o *office) day(text string) calendar.Date {
	o.t.Helper()
	d, err := calendar.ParseISO(text)
	if err != nil {
		o.t.Fatal(err)
	}
	return d
}
