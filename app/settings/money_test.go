package settings

import (
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"

	"fyne.io/fyne/v2/test"
)

func shippedSet(t *testing.T) *policy.Set {
	t.Helper()
	set, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// typedMoney is the page as it is filled from settings that say nothing.
func typedMoney(set *policy.Set) Money {
	m := Money{FinishDay: true, Limits: map[string]string{}}
	for _, l := range (casework.Settings{}).Redress.LimitsIn(set) {
		m.Limits[l.Role] = l.Most.String()
	}
	return m
}

// TestWhatIsNotTypedStaysAsShipped: a page saved as it was filled makes none of
// the office's own tables.
func TestWhatIsNotTypedStaysAsShipped(t *testing.T) {
	set := shippedSet(t)
	edit, wrong := typedMoney(set).Edit(casework.Settings{}, set)
	var s casework.Settings
	edit(&s)
	if len(wrong) > 0 || s.Redress.Lives != nil || s.Redress.Conditions != nil || s.Redress.Limits != nil || s.Redress.NoFinishDay || s.Redress.Missed != 0 {
		t.Errorf("%v, %+v", wrong, s.Redress)
	}
}

func TestMoneyThatCannotBeReadIsNamedUnderItsField(t *testing.T) {
	set := shippedSet(t)
	m := typedMoney(set)
	m.Missed, m.MissedWhy, m.Floor, m.Offset = "£15", "The guidance of April 2026", "10%", true
	edit, wrong := m.Edit(casework.Settings{}, set)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	var s casework.Settings
	edit(&s)
	if r := s.Redress; r.Missed != 1500 || r.Floor != 10 || !r.Offset {
		t.Errorf("%+v", r)
	}
	for name, spoil := range map[string]func(m *Money){
		"missed":     func(m *Money) { m.Missed = "plenty" },
		"missed_why": func(m *Money) { m.MissedWhy = " " },
		"floor":      func(m *Money) { m.Floor = "1000" },
	} {
		bad := m
		spoil(&bad)
		if _, wrong := bad.Edit(casework.Settings{}, set); wrong[name] == "" {
			t.Errorf("%s: nothing under its field, %v", name, wrong)
		}
	}
}

// TestMoneyIsSavedByKeys saves a rate and ends a promise as a manager does, on a
// real register.
func TestMoneyIsSavedByKeys(t *testing.T) {
	s := sit(t, seat{})
	s.section("Money")
	sh := s.v.sheets["Money"]
	if s.v.model.Warning(0) == "" || !strings.Contains(s.v.model.Warning(1000), "£15") || s.v.model.Warning(1500) != "" {
		t.Errorf("the warning: %q", s.v.model.Warning(0))
	}
	sh.form.Focus("missed")
	test.Type(s.c.Focused(), "15")
	sh.save()
	if got := sh.form.Errors()["missed_why"]; got == "" {
		t.Errorf("another rate without a reason: %v", sh.form.Errors())
	}
	sh.form.Focus("missed_why")
	test.Type(s.c.Focused(), "The guidance of April 2026")
	sh.save()
	if got := s.v.model.Settings.Redress; got.Missed != 1500 || got.MissedWhy == "" {
		t.Errorf("saved is %+v, %v", got, sh.form.Errors())
	}
	end := calendar.On(2026, 12, 31)
	if _, err := s.v.model.Save(t.Context(), s.v.model.Settings, DatePromise("letter", calendar.Date{}, end)); err != nil {
		t.Fatal(err)
	}
	s.v.Refresh()
	for _, p := range s.v.model.Promises() {
		if p.ID == "letter" && p.Words != "Stands until 31 December 2026" || p.ByLaw && p.Words != "Law. The office cannot end it" {
			t.Errorf("%s: %q", p.ID, p.Words)
		}
	}
}
