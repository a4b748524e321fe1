package board

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// inAreas makes so many stage 1 complaints in each area, received on a day.
func inAreas(first int, on calendar.Date, counts map[string]int) []casework.StageFact {
	var facts []casework.StageFact
	n := first
	for _, area := range someAreas {
		for range counts[area] {
			f := complaint(n, on)
			f.Area = area
			facts = append(facts, f)
			n++
		}
	}
	return facts
}

func areaText(t *testing.T, r Report, area string) string {
	t.Helper()
	return need(t, r, "stage1.area."+area).Text() + ", " + need(t, r, "stage1.area."+area+YearToDate).Text()
}

func TestASmallAreaIsHiddenWithOneMoreThatWouldGiveItAway(t *testing.T) {
	facts := inAreas(1, calendar.On(2026, 5, 4), map[string]int{"Alvaston": 20, "Mackworth": 9, "Sinfin": 6, "Spondon": 3})
	r := Make(inputOf(t, "2026-27Q1", calendar.On(2026, 11, 13), facts))
	for area, want := range map[string]string{"alvaston": "20, 20", "mackworth": "9, 9", "sinfin": "hidden, hidden", "spondon": "hidden, hidden"} {
		if got := areaText(t, r, area); got != want {
			t.Errorf("%s shows %s; want %s", area, got, want)
		}
	}
}

func TestAnAreaHiddenInOneQuarterStaysHiddenForTheYear(t *testing.T) {
	facts := append(inAreas(1, calendar.On(2026, 5, 4), map[string]int{"Alvaston": 20, "Sinfin": 6, "Spondon": 3}),
		inAreas(100, calendar.On(2026, 8, 4), map[string]int{"Alvaston": 20, "Sinfin": 7, "Spondon": 8})...)
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), facts))
	for area, want := range map[string]string{"alvaston": "20, 40", "sinfin": "7, hidden", "spondon": "8, hidden"} {
		if got := areaText(t, r, area); got != want {
			t.Errorf("%s shows %s; want %s", area, got, want)
		}
	}
}

func TestAHiddenFigureGivesNothingAway(t *testing.T) {
	facts := inAreas(1, calendar.On(2026, 5, 4), map[string]int{"Alvaston": 20, "Sinfin": 6, "Spondon": 3})
	r := Make(inputOf(t, "2026-27Q1", calendar.On(2026, 11, 13), facts))
	f := need(t, r, "stage1.area.spondon")
	text, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	if f.Value() != nil || f.MadeOf() != "" || len(f.Cases) > 0 || f.Numerator != 0 || !strings.Contains(string(text), `"value":null`) || !strings.Contains(string(text), `"numerator":null`) {
		t.Errorf("the hidden figure is %+v, written %s", f, text)
	}
	if _, ok := r.Before("stage1.area.alvaston"); ok {
		t.Error("areas are compared with another quarter, from which a hidden one could be worked out")
	}
	path, book := drawnBook(t, r)
	rows, err := book.GetRows(dataSheet)
	if err != nil {
		t.Fatal(err)
	}
	areas := map[string]int{}
	for _, row := range rows[headRow:] {
		areas[row[7]]++
	}
	if got := fmt.Sprint(areas); got != "map[Alvaston:20 hidden:9]" {
		t.Errorf("the data sheet shows the areas %s", got)
	}
	if _, differ, _ := verdicts(t, recalculated(t, path)); len(differ) > 0 {
		t.Errorf("these differ: %s", strings.Join(differ, "\n"))
	}
}

func TestNoAreaUnderFiveIsShownOrCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyOffice(seeded(rapid.Uint64().Draw(t, "seed")), rapid.IntRange(0, 150).Draw(t, "cases"), calendar.On(2026, 4, 1), calendar.On(2026, 12, 31))
		for _, quarter := range []string{"2026-27Q1", "2026-27Q2", "2026-27Q3"} {
			p, _ := ParsePeriod(quarter)
			r := Make(Input{Period: p, Facts: facts, Holidays: england, Policies: theShipped, Today: calendar.On(2027, 1, 10)})
			for _, at := range []string{"", YearToDate} {
				total, _ := r.Figure("stage1.received" + at)
				left, hidden := total.Numerator, 0
				for _, f := range r.Figures {
					if !strings.HasPrefix(f.ID, "stage1.area.") || strings.HasSuffix(f.ID, YearToDate) != (at != "") {
						continue
					}
					if f.Hidden {
						hidden++
						continue
					}
					if f.Numerator > 0 && f.Numerator < Least {
						t.Fatalf("%s in %s shows %d", f.ID, quarter, f.Numerator)
					}
					left -= f.Numerator
				}
				if hidden == 1 && left > 0 && left < total.Numerator {
					t.Fatalf("in %s%s one area is hidden alone: %d", quarter, at, left)
				}
				if hidden > 0 && left < Least && left < total.Numerator && left > 0 {
					t.Fatalf("in %s%s the hidden areas are %d together", quarter, at, left)
				}
			}
		}
	})
}

func TestSubjectsAndChannelsAddUpToAllReceived(t *testing.T) {
	facts := anyOffice(seeded(21), 400, calendar.On(2026, 4, 1), calendar.On(2026, 9, 30))
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), facts))
	for prefix, all := range map[string]string{"stage1.subject.": "stage1.received", "stage2.subject.": "stage2.received", "stage1.channel.": "stage1.received"} {
		for _, at := range []string{"", YearToDate} {
			sum := int64(0)
			for _, f := range r.Figures {
				if strings.HasPrefix(f.ID, prefix) && strings.HasSuffix(f.ID, YearToDate) == (at != "") {
					sum += f.Numerator
				}
			}
			if want := need(t, r, all+at).Numerator; sum != want || sum == 0 {
				t.Errorf("%s%s add up to %d of %d", prefix, at, sum, want)
			}
		}
	}
}
