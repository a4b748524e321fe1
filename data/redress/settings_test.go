package redress

import (
	"errors"
	"testing"
)

func TestSettingsThatNoSumComesFromAreRefused(t *testing.T) {
	life := func(change func(*Life)) Settings {
		l := Life{ID: "boat", Title: "Boat", Months: 240, Least: 120, Source: "the harbour"}
		change(&l)
		return Settings{Lives: []Life{l}}
	}
	condition := func(change func(*Condition)) Settings {
		c := Condition{ID: "dry", Title: "Dry", Percent: 50, Source: "the harbour"}
		change(&c)
		return Settings{Conditions: []Condition{c}}
	}
	for _, c := range []struct {
		name     string
		settings Settings
		field    string // none: they are right
	}{
		{"none", Settings{}, ""},
		{"a rate with its reason", Settings{Missed: 1500, MissedWhy: "As the guidance names"}, ""},
		{"a rate without", Settings{Missed: 1500}, "missed_why"},
		{"a rate below nothing", Settings{Missed: -1, MissedWhy: "so"}, "missed"},
		{"a rate beyond belief", Settings{Missed: Most + 1, MissedWhy: "so"}, "missed"},
		{"all of a new one", Settings{Floor: 100}, ""},
		{"more than a new one", Settings{Floor: 101}, "floor"},
		{"less than nothing", Settings{Floor: -1}, "floor"},
		{"a life", life(func(*Life) {}), ""},
		{"a life of a month", life(func(l *Life) { l.Months, l.Least = 1, 0 }), ""},
		{"a life of none", life(func(l *Life) { l.Months, l.Least = 0, 0 }), "lives"},
		{"a hundred years", life(func(l *Life) { l.Months = 1200 }), ""},
		{"a month more", life(func(l *Life) { l.Months = 1201 }), "lives"},
		{"a range of nothing", life(func(l *Life) { l.Least = 240 }), ""},
		{"a range upside down", life(func(l *Life) { l.Least = 241 }), "lives"},
		{"a life without a name", life(func(l *Life) { l.Title = " " }), "lives"},
		{"a life without an id", life(func(l *Life) { l.ID = "" }), "lives"},
		{"a life from nowhere", life(func(l *Life) { l.Source = "" }), "lives"},
		{"one life twice", Settings{Lives: append(life(func(*Life) {}).Lives, life(func(*Life) {}).Lives...)}, "lives"},
		{"a condition", condition(func(*Condition) {}), ""},
		{"a condition worth nothing", condition(func(c *Condition) { c.Percent = 0 }), ""},
		{"a condition worth all", condition(func(c *Condition) { c.Percent = 100 }), ""},
		{"a condition worth more", condition(func(c *Condition) { c.Percent = 101 }), "conditions"},
		{"a condition worth less", condition(func(c *Condition) { c.Percent = -1 }), "conditions"},
		{"a condition without a name", condition(func(c *Condition) { c.Title = "" }), "conditions"},
		{"a condition without an id", condition(func(c *Condition) { c.ID = "" }), "conditions"},
		{"a condition from nowhere", condition(func(c *Condition) { c.Source = "" }), "conditions"},
		{"limits", Settings{Limits: []Limit{{"front desk", 0}, {"complaints manager", Most}}}, ""},
		{"a limit of nobody", Settings{Limits: []Limit{{"", 1}}}, "limits"},
		{"two limits of one role", Settings{Limits: []Limit{{"front desk", 0}, {"front desk", 1}}}, "limits"},
		{"a limit below nothing", Settings{Limits: []Limit{{"front desk", -1}}}, "limits"},
		{"a limit beyond belief", Settings{Limits: []Limit{{"front desk", Most + 1}}}, "limits"},
	} {
		err := c.settings.Check()
		var p *Problem
		if c.field == "" && err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.field != "" && (!errors.As(err, &p) || p.Field != c.field) {
			t.Errorf("%s: %v, want the field %s", c.name, err, c.field)
		}
	}
}

// The tables that come with the program pass as an office's own.
func TestTheShippedTablesWouldPass(t *testing.T) {
	set := under(t, "current").Set
	var s Settings
	own := Settings{Lives: s.LivesIn(set), Conditions: s.ConditionsIn(set), Limits: s.LimitsIn(set), Floor: s.FloorIn(set)}
	if err := own.Check(); err != nil {
		t.Error(err)
	}
}
