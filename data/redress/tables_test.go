package redress

import "testing"

func TestTheTablesAreTheOfficesOrTheShipped(t *testing.T) {
	set := under(t, "current").Set
	var s Settings
	lives := s.LivesIn(set)
	if len(lives) < 6 || lives[0].ID != "carpet" || lives[0].Months != 120 || lives[0].Least != 96 || !lives[0].Unverified || lives[0].Source == "" || lives[0].Head != "flooring" {
		t.Errorf("the shipped lives are %+v", lives)
	}
	if c := s.ConditionsIn(set); len(c) != 4 || c[1].ID != "good" || c[1].Percent != 100 || c[1].Source == "" {
		t.Errorf("the shipped conditions are %+v", c)
	}
	lives[0].Months = 1
	if again := s.LivesIn(set); again[0].Months != 120 {
		t.Error("the shipped table can be changed from outside")
	}
	own := Settings{
		Floor: 5, Lives: []Life{{ID: "boat"}}, Conditions: []Condition{{ID: "dry"}}, Limits: []Limit{{"investigating officer", 30000}},
	}
	if own.FloorIn(set) != 5 || s.FloorIn(set) != 0 || own.LivesIn(set)[0].ID != "boat" || own.ConditionsIn(set)[0].ID != "dry" {
		t.Error("the office's own tables are not used")
	}
	own.LivesIn(set)[0].ID = "raft"
	if own.Lives[0].ID != "boat" {
		t.Error("the office's table can be changed from outside")
	}
}

func TestLimitsAreByRole(t *testing.T) {
	set := under(t, "current").Set
	var shipped Settings
	own := Settings{Limits: []Limit{{"investigating officer", 30000}}}
	for _, c := range []struct {
		role      string
		by, byOwn Pence
	}{
		{"front desk", 0, 0}, {"investigating officer", 25000, 30000}, {"complaints manager", 100000, 0}, {"board reader", 0, 0}, {"", 0, 0},
	} {
		if got := shipped.LimitOf(c.role, set); got != c.by {
			t.Errorf("%q may decide %s, want %s", c.role, got, c.by)
		}
		if got := own.LimitOf(c.role, set); got != c.byOwn {
			t.Errorf("%q may decide %s by the office's limits, want %s", c.role, got, c.byOwn)
		}
	}
}
