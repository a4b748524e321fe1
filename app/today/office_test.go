package today

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/command/demotest"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/reports/letter"
)

// nowhere leads out of the screen to nothing.
type nowhere struct{}

func (nowhere) OpenCase(int64)                                {}
func (nowhere) OpenForm(int64, casework.ActName, int)         {}
func (nowhere) OpenList(List, register.Owing, register.Scope) {}
func (nowhere) OpenMonth()                                    {}

// demonstration is an office full of cases, and its complaints manager.
func demonstration(t *testing.T) (*register.Register, casework.Officer) {
	t.Helper()
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
	return reg, by
}

func TestInAWholeOfficeEveryListHasTheCasesThatItOpens(t *testing.T) {
	reg, by := demonstration(t)
	for range 2 { // that nobody has
		petition := casework.RecordPetition{Signatures: 46, Record: casework.Record{Office: by.Office, Received: friday, Channel: casework.Counter,
			Resident: casework.Person{Name: "Grace Adeyemi"}, Story: "Lights in the car park."}}
		if _, err := reg.RecordPromised(t.Context(), by, petition, 0, ""); err != nil {
			t.Fatal(err)
		}
	}
	m := NewModel(reg, by, "Alvaston", func() calendar.Date { return friday }, func() time.Time { return time.Time{} })
	for scope := range m.Scopes() {
		m.SetScope(scope)
		l, err := m.Loading()(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		m.Show(l)
		for list := range listCount {
			s, ofCases := m.Lists[list], map[int64]bool{}
			for _, r := range s.Rows {
				ofCases[r.Case] = true
			}
			if len(s.Rows) != s.Total || (s.Total == 0) != (s.Empty != "") {
				t.Errorf("%s counts %d and shows %d, %q", list.Title(), s.Total, len(s.Rows), s.Empty)
			}
			if list == Waiting { // has one thing of each case, and opens all of them
				continue
			}
			view := register.View{Owing: m.Owing(list)}
			if list == Unassigned {
				view = register.View{Open: true, Nobody: true}
				if len(ofCases) != len(s.Rows) || s.Total < 2 {
					t.Errorf("in scope %d %d cases stand %d times among those that nobody has", scope, len(ofCases), len(s.Rows))
				}
			}
			if m.Of() == register.OwnOffice {
				view.Office = by.Office
			}
			if n, err := reg.Count(t.Context(), by, view); err != nil || n != len(ofCases) {
				t.Errorf("%s in scope %d: %d cases are listed, %d open, %v", list.Title(), scope, len(ofCases), n, err)
			}
		}
	}
}

func TestPictureOfAWholeOffice(t *testing.T) {
	reg, by := demonstration(t)
	s := shelltest.Open(t, by, look.Light)
	c := shelltest.Show(s, "today", func() shell.Page {
		return New(Deps{By: by, Office: "Alvaston", Register: reg, Today: func() calendar.Date { return friday }, Now: noon, Tasks: task.Inline(),
			Frame: s, Ways: nowhere{}, Print: func(context.Context, letter.Huddle) error { return nil }})
	})
	shelltest.Picture(t, c, "today-office")
	keys.Type(c, "8")
	s.Window().Resize(fyne.NewSize(1280, 690))
	shelltest.Picture(t, c, "today-office-1280")
}
