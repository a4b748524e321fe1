package board

import (
	"testing"

	"casebook/data/calendar"
)

func TestAQuarterIsReadAsPeopleWriteIt(t *testing.T) {
	for _, text := range []string{"2026-27Q2", "2026/27 Q2", "2026-27q2", " 2026-2027 q2 ", "2026/27-Q2"} {
		p, err := ParsePeriod(text)
		if err != nil || p.String() != "2026-27Q2" {
			t.Errorf("ParsePeriod(%q) = %v, %v; want 2026-27Q2", text, p, err)
		}
	}
}

func TestWhatIsNotAQuarterIsRefused(t *testing.T) {
	for _, text := range []string{"", "2026", "Q2", "2026-27", "2026-27Q0", "2026-27Q5", "2026-28Q1", "2026-26Q1", "26-27Q1", "2026-27Q22", "2026-2028Q1", "2026-27Q2; drop"} {
		if p, err := ParsePeriod(text); err == nil {
			t.Errorf("ParsePeriod(%q) = %v; want a refusal", text, p)
		}
	}
}

func TestAQuarterSaysItsDays(t *testing.T) {
	for text, want := range map[string]string{
		"2026-27Q1": "Quarter 1, 2026/27: 1 April to 30 June 2026",
		"2026-27Q2": "Quarter 2, 2026/27: 1 July to 30 September 2026",
		"2026-27Q3": "Quarter 3, 2026/27: 1 October to 31 December 2026",
		"2026-27Q4": "Quarter 4, 2026/27: 1 January to 31 March 2027",
		"1999-00Q4": "Quarter 4, 1999/00: 1 January to 31 March 2000",
	} {
		p, err := ParsePeriod(text)
		if err != nil || p.Long() != want {
			t.Errorf("%s is %q (%v); want %q", text, p.Long(), err, want)
		}
	}
	p, _ := ParsePeriod("2026-27Q4")
	if want := "Year to date: 1 April 2026 to 31 March 2027"; p.YearLong() != want {
		t.Errorf("YearLong is %q; want %q", p.YearLong(), want)
	}
}

func TestEveryDayLiesInItsQuarter(t *testing.T) {
	for day := calendar.On(2019, 1, 1); day.Year() < 2030; day = day.AddDays(1) {
		p := PeriodOf(day)
		if day.Before(p.From()) || day.After(p.To()) {
			t.Fatalf("%s is put in %s", day, p.Long())
		}
		if again, err := ParsePeriod(p.String()); err != nil || again != p {
			t.Fatalf("%s is read back as %v, %v", p, again, err)
		}
		if next := PeriodOf(p.To().AddDays(1)); next.Previous() != p {
			t.Fatalf("the quarter before %s is %s; want %s", next, next.Previous(), p)
		}
	}
}

func TestTheTrendEndsWithItsQuarter(t *testing.T) {
	p, _ := ParsePeriod("2026-27Q2")
	trend := p.Trend()
	if len(trend) != 8 || trend[0].String() != "2024-25Q3" || trend[3] != p.LastYear() || trend[6] != p.Previous() || trend[7] != p {
		t.Errorf("the trend is %v", trend)
	}
	if p.FactsFrom() != calendar.On(2024, 7, 1) {
		t.Errorf("facts are needed from %s", p.FactsFrom())
	}
	if p.YearFrom() != calendar.On(2026, 4, 1) {
		t.Errorf("the year begins on %s", p.YearFrom())
	}
}
