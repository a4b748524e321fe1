package casework

import "testing"

func TestClearEmptiesPersonalFieldsAndNothingElse(t *testing.T) {
	whole := func() Case {
		return Case{
			Reference: "C-2026-0001-A", Story: "It leaks", Subject: "repairs",
			Resident: Person{Name: "Ann Patel", Telephones: []string{"07700 900123"}},
			Points:   []Point{{ID: 2, Text: "The leak", Finding: Upheld}},
		}
	}
	for field, cleared := range map[string]bool{
		"story": true, "resident.name": true, "resident.telephones": true, "points.2.text": true,
		"subject": false, "reference": false, "points.2.finding": false, "points.1.text": false,
		"resident": false, "resident.shoe": false, "version": false, "": false,
	} {
		c := whole()
		if got := Clear(&c, field); got != cleared {
			t.Errorf("Clear(%q) = %v, want %v", field, got, cleared)
		}
		changes := Diff(whole(), c)
		if cleared && (len(changes) != 1 || changes[0].Field != field || changes[0].New != "") {
			t.Errorf("clearing %q changed %+v", field, changes)
		}
		if !cleared && len(changes) != 0 {
			t.Errorf("refusing %q changed %+v", field, changes)
		}
	}
}
