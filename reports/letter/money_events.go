package letter

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// EventFacts is one thing that a fixed payment is for, with its day.
type EventFacts struct {
	Tag        string // the line's number and its own: "2 1"
	What       redress.Kind
	Day        string // of the appointment, of the letter's receipt, or the first day without the door entry
	Slot       string // "in the morning"
	Contractor bool
	Late       int    // minutes
	ToldAt     string // "11:40", where the resident was told
	ToldOn     string // the day of that, where it was another
	Until      string // the letter was acknowledged, or the door entry worked again
	Excluded   string // why nothing is paid for it

	days []calendar.Date // as they stand on the page
}

// slots are the parts of a day in words; an appointment for all day has none.
var slots = map[redress.Slot]string{redress.Morning: "in the morning", redress.Afternoon: "in the afternoon"}

// events are what the fixed payments among some lines are for, in their order.
func events(ledger redress.Ledger) []EventFacts {
	var all []EventFacts
	for _, l := range ledger {
		add := func(e EventFacts, days ...calendar.Date) {
			e.Tag, e.What = fmt.Sprintf("%d %d", l.ID, len(all)+1), l.Input.Kind
			for _, d := range days {
				if !d.IsZero() {
					e.days = append(e.days, d)
				}
			}
			all = append(all, e)
		}
		switch l.Input.Kind {
		case redress.Visits:
			for _, v := range l.Input.Visits {
				e, toldOn := missed(v)
				add(e, v.On, toldOn)
			}
		case redress.Letters:
			for _, u := range l.Input.Letters {
				add(EventFacts{Day: day(u.Received, "the day we got it"), Until: held(u.Acknowledged.Letter()), Excluded: u.Excluded}, u.Received, u.Acknowledged)
			}
		case redress.DoorOut:
			d := l.Input.Door
			add(EventFacts{Day: day(d.From, "the first day"), Until: held(d.Until.Letter()), Excluded: d.Excluded}, d.From, d.Until)
		}
	}
	return all
}

// missed is an appointment that was not kept. The day on which the resident was
// told is there where it was another than the appointment's.
func missed(v redress.Visit) (e EventFacts, toldOn calendar.Date) {
	e = EventFacts{Day: long(v.On, "the day"), Slot: slots[v.Slot], Contractor: v.Contractor, Excluded: v.Excluded}
	if v.Came {
		e.Late = v.Late
	}
	if v.Told {
		e.ToldAt = v.ToldAt.String()
		if !v.ToldOn.IsZero() && v.ToldOn != v.On {
			toldOn, e.ToldOn = v.ToldOn, day(v.ToldOn, "")
		}
	}
	return e, toldOn
}

// RepairFacts is one repair under the Right to Repair that was late.
type RepairFacts struct {
	Number   int // of the line
	What     string
	Defect   string
	Reported string
	Asked    string // the second contractor was asked for
	By       string // the second contractor's last day
	Done     string // "" while it is not

	days []calendar.Date
}

// repairs are the late repairs among the lines of a letter.
func repairs(in Input) []RepairFacts {
	var all []RepairFacts
	for _, l := range in.Case.Redress {
		if l.Input.Kind != redress.Repaired {
			continue
		}
		p := l.Input.Repair
		by := secondBy(in, l)
		f := RepairFacts{
			Number: l.ID, What: l.Title, Defect: defectTitle(in, p.Defect, p.Reported),
			Reported: day(p.Reported, "the day"), Asked: day(p.Asked, "the day"), By: day(by, "the last day"), Done: held(p.Done.Letter()),
		}
		f.days = []calendar.Date{p.Reported, p.Asked, by}
		if !p.Done.IsZero() {
			f.days = append(f.days, p.Done)
		}
		all = append(all, f)
	}
	return all
}

// secondBy is the second contractor's last day: as the tenant was told, or as
// the line was worked out where the case has no such repair.
func secondBy(in Input, l redress.Line) calendar.Date {
	for _, r := range in.Case.Repairs {
		if r.ID == l.Input.Repair.ID && r.Asked == l.Input.Repair.Asked {
			return r.SecondBy.Due
		}
	}
	var by calendar.Date
	for _, d := range l.Dates {
		if d.Working.From == l.Input.Repair.Asked {
			by = d.Due
		}
	}
	return by
}

// defectTitle is a defect in the words of the law's schedule. Its period, and
// with it heating's season, starts on the working day after a day (ruling 20).
func defectTitle(in Input, defect string, from calendar.Date) string {
	if law := rightToRepair(in); law != nil {
		if row, ok := law.Row(defect, in.Holidays.Add(from, 1)); ok {
			return row.Title
		}
	}
	return sentence(strings.ReplaceAll(defect, "-", " "))
}

// rightToRepair is the law's scheme; nil where the office's promises have none.
func rightToRepair(in Input) *policy.RightToRepair {
	p, _ := in.Policies.Promise("right-to-repair")
	return p.Repair
}
