// Package board counts complaints for the board and draws the workbook that
// the board receives every three months. Figures are plain numbers, each with
// its definition, what is above and below its line, and the cases behind it;
// they know nothing of Excel, so a screen shows the same ones. Nothing here
// reads a clock or a register: the facts, the day and the seal are handed in.
package board

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"casebook/data/calendar"
)

// Period is one quarter of a financial year, which begins on 1 April: quarter
// 1 is April to June. The zero value is no period.
type Period struct {
	year    int // the calendar year in which the financial year begins
	quarter int // 1 to 4
}

// Quarters is how many quarters the trend shows, this one included.
const Quarters = 8

var periodText = regexp.MustCompile(`^\s*(\d{4})\s*[-/]\s*(\d{2}|\d{4})\s*[- ]?\s*[Qq]\s*([1-4])\s*$`)

// ParsePeriod reads a quarter as people write it: 2026-27Q2, 2026/27 Q2,
// 2026-2027 q2. The years must follow each other. The error is one sentence
// that says what to type.
func ParsePeriod(text string) (Period, error) {
	parts := periodText.FindStringSubmatch(text)
	if parts == nil {
		return Period{}, fmt.Errorf("%q is not a quarter: write it as 2026-27Q2", text)
	}
	first, _ := strconv.Atoi(parts[1])
	last, _ := strconv.Atoi(parts[2])
	quarter, _ := strconv.Atoi(parts[3])
	following := first + 1
	if len(parts[2]) == 2 {
		following %= 100
	}
	if last != following || first < 1900 {
		return Period{}, fmt.Errorf("%q is not a financial year: one that begins in April 2026 is written 2026-27", parts[1]+"-"+parts[2])
	}
	return Period{first, quarter}, nil
}

// PeriodOf returns the quarter in which a day lies.
func PeriodOf(day calendar.Date) Period {
	sinceApril := (int(day.Month()) + 8) % 12 // April is 0, March 11
	year := day.Year()
	if day.Month() < time.April {
		year--
	}
	return Period{year, 1 + sinceApril/3}
}

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p.quarter == 0 }

// From is the quarter's first day.
func (p Period) From() calendar.Date {
	return calendar.On(p.year, time.April, 1).AddMonths(3 * (p.quarter - 1))
}

// To is the quarter's last day.
func (p Period) To() calendar.Date { return p.From().AddMonths(3).AddDays(-1) }

// YearFrom is 1 April of the quarter's financial year, from which the year to
// date is counted.
func (p Period) YearFrom() calendar.Date { return calendar.On(p.year, time.April, 1) }

// Back returns the quarter n quarters earlier.
func (p Period) Back(n int) Period {
	at := p.year*4 + p.quarter - 1 - n
	return Period{at / 4, 1 + at%4}
}

// Previous is the quarter before.
func (p Period) Previous() Period { return p.Back(1) }

// LastYear is the same quarter of the year before.
func (p Period) LastYear() Period { return p.Back(4) }

// Trend lists the quarters of the trend, oldest first; p is the last.
func (p Period) Trend() []Period {
	trend := make([]Period, Quarters)
	for i := range trend {
		trend[i] = p.Back(Quarters - 1 - i)
	}
	return trend
}

// FactsFrom is the first day from which a report on p needs facts, to the day
// it is made on: a quarter before its trend, since an answer due in the first
// quarter of the trend may have been given before it.
func (p Period) FactsFrom() calendar.Date { return p.Back(Quarters).From() }

// String writes the quarter as 2026-27Q2.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d-%02dQ%d", p.year, (p.year+1)%100, p.quarter)
}

// Name writes the quarter as "Quarter 2, 2026/27".
func (p Period) Name() string {
	return fmt.Sprintf("Quarter %d, %d/%02d", p.quarter, p.year, (p.year+1)%100)
}

// Short writes the quarter as "Q2 26/27", to stand under a column.
func (p Period) Short() string {
	return fmt.Sprintf("Q%d %02d/%02d", p.quarter, p.year%100, (p.year+1)%100)
}

// Long writes the quarter with its days, since the name of a quarter alone is
// easily misread: "Quarter 2, 2026/27: 1 July to 30 September 2026".
func (p Period) Long() string {
	return fmt.Sprintf("%s: %s", p.Name(), between(p.From(), p.To()))
}

// YearLong writes the year to date with its days.
func (p Period) YearLong() string {
	return "Year to date: " + between(p.YearFrom(), p.To())
}

func between(from, to calendar.Date) string {
	start := fmt.Sprintf("%d %s", from.Day(), from.Month())
	if from.Year() != to.Year() {
		start = from.Letter()
	}
	return start + " to " + to.Letter()
}

// MarshalText writes the quarter as String does.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }
