package letter

import (
	"fmt"
	"regexp"
	"slices"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// dayNamed is a day as an officer writes it, with or without its year.
var dayNamed = regexp.MustCompile(`\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)(?: (\d{4}))?\b`)

// lookUnpromised points out a day to come that an officer names in the reasons
// or remedies and that no promise has: a commitment that nobody would be held
// to (Code 6.6). It keeps no letter back.
func lookUnpromised(r *reader, base Finding) []Finding {
	promised := map[calendar.Date]bool{}
	for _, p := range r.in.Case.Promises {
		promised[p.Due] = true
	}
	var wrong []Finding
	for _, tag := range r.tags {
		if !oneOf(tag, []string{"reasons", "remedies"}) {
			continue
		}
		for _, words := range dayNamed.FindAllString(r.blocks[tag], -1) {
			if d := nearest(words, r.in.Today); d.After(r.in.Today) && !promised[d] {
				wrong = append(wrong, base.fails(fmt.Sprintf("“%s” is a day to come, and no promise has it. Make it a promise", words), tag, Fix{Act: casework.ActPromise}))
			}
		}
	}
	return base.or(wrong, "Every day to come is a promise")
}

// nearest is the day that words name; without a year, the one nearest to
// today. Words that are no day are no date.
func nearest(words string, today calendar.Date) calendar.Date {
	part := dayNamed.FindStringSubmatch(words)
	years := []string{part[3]}
	if part[3] == "" {
		years = nil
		for y := today.Year() - 1; y <= today.Year()+1; y++ {
			years = append(years, fmt.Sprint(y))
		}
	}
	var days []calendar.Date
	for _, y := range years {
		if t, err := time.Parse("2 January 2006", part[1]+" "+part[2]+" "+y); err == nil {
			days = append(days, calendar.On(t.Year(), t.Month(), t.Day()))
		}
	}
	if len(days) == 0 {
		return calendar.Date{}
	}
	return slices.MinFunc(days, func(a, b calendar.Date) int { return apart(a, today) - apart(b, today) })
}

func apart(a, b calendar.Date) int {
	n := a.DaysUntil(b)
	return max(n, -n)
}

// lookOverdue points out a promise whose day has passed: it is kept or
// explained before another answer repeats it (Code 6.6, 7.3).
func lookOverdue(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, p := range r.in.Case.Promises {
		if p.Kept.IsZero() && !p.Due.IsZero() && p.Due.Before(r.in.Today) {
			wrong = append(wrong, base.fails(fmt.Sprintf("The promise %s was due on %s. Record that it was kept, or explain it and give a new day", quoted(p.Text), p.Due.Letter()),
				fmt.Sprintf("promised %d", p.ID), Fix{Act: casework.ActExplainPromise}))
		}
	}
	return base.or(wrong, "No promise is overdue")
}
