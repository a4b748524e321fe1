package letter

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// Why is what the account of one date is made from: the date with the working
// that is kept with it, never one counted anew.
type Why struct {
	Reference  casework.Reference
	What       string // what is due, in a sentence: "our stage 1 answer"
	From       string // what the count starts from: "you told us", "we acknowledged your complaint"
	Deadline   policy.Deadline
	Settings   casework.Settings
	Today      calendar.Date
	LargePrint bool
}

// DayFacts is one row of the account.
type DayFacts struct {
	Day   string
	Count string // "1", or "not counted"
	Note  string // "Boxing Day"
}

// WhyFacts are what the account of a date may say.
type WhyFacts struct {
	Landlord, Telephone string
	Reference, Date     string
	What, From          string
	Start, Due          string
	Length              string // "ten working days"
	Working             bool   // counted in working days
	Provisional         bool
	Rule                string // where the rule comes from
	Warning             string
	Days                []DayFacts
}

// WhyPage sets the account of a date for the resident: every day between, and
// why it was or was not counted.
func WhyPage(w Why) (Letter, error) {
	d := w.Deadline
	f := WhyFacts{
		Landlord: known(w.Settings.Landlord, "the landlord's name"), Telephone: held(w.Settings.Telephone),
		Reference: string(w.Reference), Date: day(w.Today, "date"), What: w.What, From: w.From,
		Start: long(d.Working.From, "the first day"), Due: long(d.Due, "the day"),
		Length:  number(d.Working.Days) + " " + d.Working.Unit,
		Working: d.Working.Unit == calendar.WorkingDays, Provisional: d.Provisional,
		Rule: d.Source.String(), Warning: d.Working.Warning,
	}
	for _, step := range d.Working.Steps {
		row := DayFacts{Day: step.Date.Long(), Count: "not counted", Note: step.Why}
		if step.Counts() {
			row.Count = fmt.Sprintf("day %d", step.Number)
		}
		if step.At != "" {
			row.Day, row.Count = step.At+" on "+row.Day, fmt.Sprintf("hour %d", step.Number)
		}
		f.Days = append(f.Days, row)
	}
	s, err := scriptNamed("why")
	if err != nil {
		return Letter{}, err
	}
	title, blocks, err := s.write(f)
	if err != nil {
		return Letter{}, err
	}
	doc := paper.Lay(paper.Sheet{
		Title: title + " " + f.Reference, Large: w.LargePrint, Running: "Our ref " + f.Reference,
	}, blocks)
	return Letter{Title: title, Dated: w.Today, LargePrint: w.LargePrint, Author: author(w.Settings), Document: doc}, nil
}
