package app

import (
	"strings"
	"testing"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

func TestTodayLeadsToTheMonthAndToItsListsAmongTheCases(t *testing.T) {
	for _, role := range []casework.Role{casework.FrontDesk, casework.Manager} {
		p, _, _ := opened(t, role, look.Light)
		c := p.window.Canvas()
		keys.Press(c, "Ctrl+1")
		for _, step := range []struct{ chord, title string }{
			{"Alt+M", "Month"}, {"Esc", "Today"}, {"Alt+L", "Cases"}, {"Esc", "Cases"}, {"Esc", "Today"}, // Esc first takes the list's narrowing away
		} {
			keys.Press(c, keys.Chord(step.chord))
			if step.chord == "Alt+L" {
				p.picture(t, "todaylists-cases")
			}
			if !strings.HasPrefix(p.title(), step.title) {
				t.Errorf("%s: %s shows %q, want %s", role, step.chord, p.title(), step.title)
			}
		}
	}
}

// TestASearchSaysWhatARecordWithoutStagesIs, also once it is closed.
func TestASearchSaysWhatARecordWithoutStagesIs(t *testing.T) {
	closed := calendar.On(2026, 11, 20)
	for want, row := range map[string]register.Row{
		"stage 2": {Kind: casework.Complaint, Stage: 2}, "closed": {Kind: casework.Complaint, Stage: 1, Closed: closed},
		"fixed payment": {Kind: casework.FixedSum}, "petition, closed": {Kind: casework.PetitionKind, Closed: closed},
		"service request": {Kind: casework.ServiceRequest}, "record": {Kind: casework.Information},
	} {
		if got := standing(row); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
