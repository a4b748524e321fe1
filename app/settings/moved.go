package settings

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
	"casebook/reports/letter"
)

// DayChange is a change of the bank holidays with all that it would move.
type DayChange struct {
	Day   string // what changes: "Friday 19 March 2027 is a bank holiday here"
	Edit  func(*casework.Settings)
	Days  []calendar.Exception // the office's own days after it
	Found register.HolidayChange
	Done  bool
}

// TryDay looks at what an edit of the bank holidays would move, and changes
// nothing. It begins from the settings as they are now.
func (m *Model) TryDay(ctx context.Context, day string, edit func(*casework.Settings)) (DayChange, error) {
	c := DayChange{Day: day, Edit: edit}
	now, err := m.reg.Settings(ctx, m.By)
	if err != nil {
		return c, err
	}
	after := clone(now)
	edit(&after)
	c.Days = after.Holidays
	c.Found, err = m.reg.TryHolidays(ctx, m.By, c.Days)
	return c, err
}

// ApplyDay makes the change that was looked at, whole or not at all.
func (m *Model) ApplyDay(ctx context.Context, c DayChange) (DayChange, error) {
	found, err := m.reg.ApplyHolidays(ctx, m.By, c.Days, c.Found.Seen)
	if err == nil {
		c.Found, c.Done = found, true
	}
	return c, err
}

// OutOfDate says that something else would move by now than was looked at.
func OutOfDate(err error) bool {
	var no *casework.Refusal
	return errors.As(err, &no) && no.Code == "changed-since"
}

// Sentence says what would move, or what has.
func (c DayChange) Sentence() string {
	move := "would move"
	if c.Done {
		move = "moved"
	}
	words := "No open date " + move + "."
	if n := len(c.Found.Moved); n > 0 {
		words = fmt.Sprintf("%s of %s %s.", plural(n, "open date", "open dates"), plural(c.Found.Cases, "case", "cases"), move)
	}
	switch n := len(c.Found.Promised); n {
	case 0:
	case 1:
		words += " 1 date stays as the resident was told it: write to them."
	default:
		words += fmt.Sprintf(" %d dates stay as residents were told them: write to them.", n)
	}
	return words + " Closed cases are not touched."
}

// MovedRow is one date in the list: whose, which, and old beside new.
type MovedRow struct {
	Case              int64
	Name, Ref, Second string
}

// Moves lists the dates that move.
func (c DayChange) Moves() []MovedRow {
	var rows []MovedRow
	for _, d := range c.Found.Moved {
		rows = append(rows, MovedRow{Case: d.Case, Name: d.Old.Short() + " becomes " + d.New.Short(), Second: string(d.Reference) + ", " + stageAct(d.Stage, d.Act)})
	}
	return rows
}

// Stays lists the residents to write to.
func (c DayChange) Stays() []MovedRow {
	var rows []MovedRow
	for _, d := range c.Found.Promised {
		rows = append(rows, MovedRow{Case: d.Case, Name: nameOr(d.Name), Ref: string(d.Reference), Second: sentence(stageAct(d.Stage, d.Act)) + ", told " + d.Told.Short() + ", would be " + d.Would.Short()})
	}
	return rows
}

// ToldList is the page of the residents to write to.
func (c DayChange) ToldList(landlord string, today calendar.Date) letter.ToldList {
	list := letter.ToldList{Landlord: landlord, Day: c.Day, Today: today}
	for _, d := range c.Found.Promised {
		list.Rows = append(list.Rows, letter.ToldRow{Who: nameOr(d.Name), Reference: string(d.Reference), What: sentence(stageAct(d.Stage, d.Act)), Told: d.Told, Would: d.Would})
	}
	return list
}

// Copied is the same list as lines of text, a tab between their parts.
func (c DayChange) Copied() string {
	lines := []string{"Resident\tReference\tDate\tTold\tWould be"}
	for _, d := range c.Found.Promised {
		lines = append(lines, strings.Join([]string{nameOr(d.Name), string(d.Reference), stageAct(d.Stage, d.Act), d.Told.Letter(), d.Would.Letter()}, "\t"))
	}
	return strings.Join(lines, "\n") + "\n"
}

func stageAct(stage int, act policy.Act) string {
	if stage == 0 {
		return act.Title()
	}
	return fmt.Sprintf("stage %d: %s", stage, act.Title())
}

func nameOr(name string) string {
	if name == "" {
		return "Name not given"
	}
	return name
}
