package register

import (
	"slices"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

func TestMoneyIsOwedUntilItIsPaid(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		heater := redress.Input{Kind: redress.Spent, Title: "Fan heater", Reason: "utilities", Cost: redress.Cost{Sum: 4500, On: day0}}
		owed := func(when string, want ...OwedRow) {
			t.Helper()
			if got, err := o.Owed(o.ctx, o.manager); err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %+v\nwant %+v, %v", when, got, want, err)
			}
		}
		o.offered(o.walkIn("Ann Patel"), harm(7500))
		owed("offered and not answered")
		first := o.accepted(o.walkIn("Bob Ray"), harm(7500), heater)
		row := OwedRow{Case: first.ID, Reference: first.Reference, Resident: "Bob Ray", PayTo: "Bob Ray", Line: 1, Title: first.Redress[0].Title, Head: redress.Inconvenience,
			Sum: 7500, Since: day0, Due: calendar.On(2026, 4, 14), // ten working days from 27 March, over Easter
			Handler: first.HandledBy(), HandlerName: o.nameOf(first.HandledBy())}
		second := row
		second.Line, second.Title, second.Head, second.Sum = 2, "Fan heater", redress.FinancialLoss, 4500
		owed("accepted", row, second)

		// £100.00 of the £120.00 is paid: the first sum, and £25.00 of the heater.
		o.clock.set(day0.AddDays(3))
		o.do(first.ID, casework.Pay{Lines: []int{1, 2}, Sum: 10000, On: day0.AddDays(1), Method: casework.BankTransfer, Reference: "BACS 117"})
		second.Sum = 2000
		owed("paid in part", second)

		payment := PaidRow{Case: first.ID, Reference: first.Reference, Resident: "Bob Ray", Payment: 1, Sum: 10000, On: day0.AddDays(1),
			Titles: []string{row.Title, "Fan heater"}, Method: casework.BankTransfer, Theirs: "BACS 117", By: o.manager.ID, ByName: o.manager.Name}
		for _, period := range []struct{ from, to, n int }{{0, 0, 0}, {0, 1, 1}, {1, 1, 1}, {1, 3, 1}, {2, 3, 0}} {
			got, err := o.Payments(o.ctx, o.manager, day0.AddDays(period.from), day0.AddDays(period.to))
			if err != nil || len(got) != period.n || period.n == 1 && !samePayment(got[0], payment) {
				t.Errorf("days %d to %d: %+v, %v", period.from, period.to, got, err)
			}
		}
		o.do(first.ID, casework.PaidInError{Payment: 1, What: "The wrong account"})
		payment.Error, payment.Erred = "The wrong account", day0.AddDays(3)
		if got, err := o.Payments(o.ctx, o.manager, day0, day0.AddDays(3)); err != nil || len(got) != 1 || !samePayment(got[0], payment) {
			t.Errorf("in error: %+v, %v", got, err)
		}
		second.Sum = 4500
		owed("paid in error", row, second)
		o.do(first.ID, casework.Close{On: o.clock.Today()})
		if got, err := o.Owed(o.ctx, o.manager); err != nil || len(got) != 2 {
			t.Errorf("closed: %+v, %v", got, err)
		}
		o.clean(t)
	})
}

func (o *office) nameOf(officer int64) string {
	if officer == o.manager.ID {
		return o.manager.Name
	}
	return ""
}

func samePayment(a, b PaidRow) bool {
	titles := slices.Equal(a.Titles, b.Titles)
	a.Titles, b.Titles = nil, nil
	return titles && a.Reference == b.Reference && a.Resident == b.Resident && a.Case == b.Case && a.Payment == b.Payment && a.Sum == b.Sum &&
		a.On == b.On && a.Method == b.Method && a.Theirs == b.Theirs && a.By == b.By && a.ByName == b.ByName && a.Error == b.Error && a.Erred == b.Erred
}
