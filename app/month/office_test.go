package month

import (
	"context"
	"testing"

	"casebook/app/command/demotest"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/register"
)

func TestInAWholeOfficeTheDaysListWhatTheMonthCounts(t *testing.T) {
	ctx := context.Background()
	reg, err := register.Open(ctx, demotest.Register(t), register.Options{Now: noon, Today: func() calendar.Date { return friday }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = reg.Close() })
	by, err := reg.SignIn(ctx, demotest.User, "")
	if err != nil {
		t.Fatal(err)
	}
	s := show(t, reg, by, look.Light)
	total, listed, shared := 0, 0, 0
	for _, d := range s.model.Days {
		total += d.total
		s.model.GoTo(d.Date)
		l, err := s.model.LoadingDay()(ctx)
		if err != nil {
			t.Fatal(err)
		}
		listed += l.list.Total
	}
	for _, o := range s.model.Load.Rows {
		shared += o.Total
	}
	if total == 0 || total != listed || total != shared {
		t.Errorf("the month counts %d, its days list %d and its officers have %d", total, listed, shared)
	}
	s.toToday()
	s.press("F5")
	shelltest.Picture(t, s.canvas, "month-office")
	s.press("Alt+O")
	shelltest.Picture(t, s.canvas, "month-office-load")
}
