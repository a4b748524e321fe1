package casefile

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// extend moves the response date. Without a day it goes on to the letter that
// tells the resident, which alone makes it count (ruling 8).
func (v *View) extend() {
	v.form("Extend the response date", "Extend it", "Extension decided. It counts once the resident has been told.", casework.ActExtend, func(f *field.Form) (fyne.CanvasObject, filled) {
		days := f.Text("days", "Working days after the first due date, in all")
		days.EchoOf(func(text string) string {
			if day := v.model.WouldExtend(number(text)); day != "" {
				return "The response would be due " + day
			}
			return ""
		})
		reason := f.Notes("reason", "Why, as the resident is told it", 3)
		by := f.Choice("by", "How the resident is told", "By a letter from here", "Told already, outside Casebook")
		by.Set("By a letter from here")
		told := f.Date("on", "The day they were told", v.model.EchoDay)
		told.Hint("On or before the date that stands now, with the Ombudsman's details, or it is not an extension (Code 6.4, 6.5).")
		how := f.Choice("how", "How", dispatches()...)
		elsewhere := func() bool { return by.Place() == 1 }
		show := func(string) {
			for _, r := range []*field.Row{&told.Row, &how.Row} {
				if elsewhere() {
					r.Show()
				} else {
					r.Hide()
				}
			}
		}
		by.Changed = show
		show("")
		return rows(&days.Row, &reason.Row, &by.Row, &told.Row, &how.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.Extend{Days: number(days.Value()), Reason: reason.Value()}
			if act.Days < 1 {
				wrong["days"] = "Enter a number of working days, such as 5"
			}
			if elsewhere() {
				act.Told, act.How = v.day(told, wrong), dispatch(how.Value())
				if act.Told.IsZero() && wrong["on"] == "" {
					wrong["on"] = "Enter the day the resident was told, such as today or 27 3 2026"
				}
			}
			return act, wrong
		}
	})
}

// number is a whole number as typed; 0 is none.
func number(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 0
	}
	return n
}

// updateDays is how many days the form of updates offers; empty ones are none.
const updateDays = 4

// agreeUpdates keeps the days on which the resident hears how it stands, where
// the answer will be later than the Code allows (Code 5.9).
func (v *View) agreeUpdates() {
	v.form("Agree days for updates", "Keep the days", "Days for updates agreed.", casework.ActAgreeUpdates, func(f *field.Form) (fyne.CanvasObject, filled) {
		var days []*field.Date
		var boxes []*field.Row
		shares := make([]float32, updateDays)
		for i := range updateDays {
			name, label := "days", "The days agreed"
			if i > 0 {
				name, label = fmt.Sprintf("days %d", i+1), "and"
			}
			d := v.comingDay(f, name, label)
			d.Hint("")
			days, boxes, shares[i] = append(days, d), append(boxes, &d.Row), 1
		}
		days[0].Hint("Such as each Friday until the answer: fri, 27 11, +5wd.")
		expected := v.comingDay(f, "expected", "When the answer is expected")
		expected.Hint("Only where it will be later than the date that stands. It counts as late all the same (ruling 8).")
		reason := f.Notes("reason", "The good reason for the delay, as the resident is told it", 3)
		optional(expected, reason)
		body := look.Column(12, field.Beside(shares, boxes...), expected.Object(), reason.Object())
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.AgreeUpdates{Expected: v.ahead(expected, wrong), Reason: reason.Value()}
			for _, d := range days {
				if on := v.ahead(d, wrong); !on.IsZero() {
					act.Days = append(act.Days, on)
				}
			}
			return act, wrong
		}
	})
}

// cover has a colleague look after the case while its handler is away.
func (v *View) cover() {
	v.form("Have somebody look after it during an absence", "Keep it", "Somebody looks after the case meanwhile.", casework.ActCover, func(f *field.Form) (fyne.CanvasObject, filled) {
		today := v.model.Today()
		who := officers(f, "officer", "Who looks after it", v.model.For(func(id int64) casework.Act {
			return casework.CoverFor{Officer: id, From: today, Until: today}
		}))
		who.Hint("Whoever covers has had a part in the stage (Code 6.13).")
		from, until := v.comingDay(f, "from", "First day of the absence"), v.comingDay(f, "until", "Last day")
		until.Hint("")
		body := look.Column(12, who.Object(), field.Beside([]float32{1, 1}, &from.Row, &until.Row))
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			o, _ := who.chosen()
			return casework.CoverFor{Officer: o.ID, From: v.ahead(from, wrong), Until: v.ahead(until, wrong)}, wrong
		}
	})
}

// recount counts the open dates again after a change of bank holidays, and
// shows first what moves.
func (v *View) recount() {
	v.form("Count the dates again", "Count them again", "Dates counted again.", casework.ActRecount, func(*field.Form) (fyne.CanvasObject, filled) {
		body := look.Column(6)
		for _, move := range v.model.Moves() {
			body.Add(said(move))
		}
		return body, tells(casework.Recount{})
	})
}

// Moves says of each open date that other bank holidays would move what it was
// and would be.
func (m *Model) Moves() []string {
	var all []string
	for _, v := range casework.Moves(m.Page.Case, m.moment) {
		what := fmt.Sprintf("%s: %s, now %s.", v.Act.Title(), v.Old.Long(), v.New.Long())
		if v.Promised {
			what = fmt.Sprintf("%s: %s stays, since the resident was told it. It would be %s now: write to them.", v.Act.Title(), v.Old.Long(), v.New.Long())
		}
		all = append(all, what)
	}
	return all
}

// ahead reads a day that is to come, or says what to type. An empty field is no
// day.
func (v *View) ahead(d *field.Date, wrong map[string]string) calendar.Date {
	if strings.TrimSpace(d.Value()) == "" {
		return calendar.Date{}
	}
	on, err := v.model.DayAhead(d.Value())
	if err != nil {
		wrong[d.Name()] = capital(err.Error())
	}
	return on
}
