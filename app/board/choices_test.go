package board

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// counting answers only for the choices.
type counting struct {
	Register
	from, to calendar.Date
	counts   []register.DeclinedCount
	err      error
}

func (c *counting) Declined(_ context.Context, _ casework.Officer, from, to calendar.Date) ([]register.DeclinedCount, error) {
	c.from, c.to = from, to
	return c.counts, c.err
}

func TestTheChoicesDeclinedAddUpByOfficeBeforeItsOfficers(t *testing.T) {
	reg := &counting{counts: []register.DeclinedCount{
		{Office: 1, OfficeName: "Alvaston", Officer: 4, Name: "Priya Nair", Offered: 12, Declined: 3},
		{Office: 1, OfficeName: "Alvaston", Officer: 6, Name: "Fay Ross", Offered: 1},
		{Office: 2, OfficeName: "Mackworth", Officer: 7, Name: "Owen Marsh", Offered: 4, Declined: 4},
	}}
	m := New(reg, casework.Officer{Role: casework.Investigator}, func() calendar.Date { return calendar.On(2026, 11, 13) }, "Alvaston")
	all, err := m.Choices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, c := range all {
		got += fmt.Sprintf("%s: %s. %s\n", c.Name, c.Said(), c.Second())
	}
	want := `Alvaston: 3 not today. Offered to 13 residents who were dissatisfied, by everybody
Priya Nair: 3 not today. Offered to 12 residents who were dissatisfied
Fay Ross: None declined. Offered to 1 resident who was dissatisfied
Mackworth: 4 not today. Offered to 4 residents who were dissatisfied, by everybody
Owen Marsh: 4 not today. Offered to 4 residents who were dissatisfied
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	// The board begins with the quarter from July to September.
	if reg.from != calendar.On(2026, 7, 1) || reg.to != calendar.On(2026, 9, 30) {
		t.Errorf("counted from %s to %s", reg.from, reg.to)
	}
	m.Period = m.Quarters()[0]
	if m.ChoicesSpan() != "Quarter 3, 2026/27, 1 October 2026 to 13 November 2026" {
		t.Errorf("this quarter is %q", m.ChoicesSpan())
	}
	reg.err = errors.New("not yours")
	if _, err := m.Choices(t.Context()); err == nil {
		t.Error("a refusal is lost")
	}
}
