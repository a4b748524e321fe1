package month

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/register"
)

// Load is how much falls due for each officer in each week shown. Whoever may
// not see it has none (ruling 29).
type Load struct {
	Weeks []string // the days of each week: "9 to 15"
	Rows  []OfficerWeeks
	Heavy []string // overload, in sentences
}

// OfficerWeeks is one officer's part.
type OfficerWeeks struct {
	Name  string
	Weeks []int
	Heavy []bool
	Total int
	id    int64
}

// heavyTimes is from how many times the average an officer's week stands out.
// It only points somewhere: no date and no figure for the board goes by it.
const heavyTimes = 2

func loadOf(days []register.DayLoad, holidays *calendar.Holidays) Load {
	of := map[int64]*OfficerWeeks{}
	var l Load
	weeks := (len(days) + 6) / 7
	for i, d := range days {
		if i%7 == 0 {
			l.Weeks = append(l.Weeks, fmt.Sprint(d.Day.Day()))
		}
		for _, share := range d.Officers {
			o := of[share.Officer]
			if o == nil {
				o = &OfficerWeeks{Name: share.Name, Weeks: make([]int, weeks), Heavy: make([]bool, weeks), id: share.Officer}
				if o.id == 0 {
					o.Name = "Nobody yet"
				}
				of[share.Officer] = o
			}
			o.Weeks[i/7] += share.Total
			o.Total += share.Total
		}
	}
	for _, o := range of {
		l.Rows = append(l.Rows, *o)
	}
	slices.SortFunc(l.Rows, func(a, b OfficerWeeks) int {
		return cmp.Or(b.Total-a.Total, strings.Compare(a.Name, b.Name), cmp.Compare(a.id, b.id))
	})
	l.find(days, holidays)
	return l
}

// find names the weeks in which an officer has more than one thing for every
// working day and more than twice as much as the officers have on average.
func (l *Load) find(days []register.DayLoad, holidays *calendar.Holidays) {
	for w := range l.Weeks {
		week := days[w*7 : min((w+1)*7, len(days))]
		working := 0
		for _, d := range week {
			if holidays.IsWorking(d.Day) {
				working++
			}
		}
		sum, officers := 0, 0
		for _, o := range l.Rows {
			if o.id != 0 {
				sum += o.Weeks[w]
				officers++
			}
		}
		for _, o := range l.Rows {
			if o.id != 0 && o.Weeks[w] > working && o.Weeks[w]*officers > heavyTimes*sum {
				o.Heavy[w] = true
				l.Heavy = append(l.Heavy, fmt.Sprintf("%s has too much in the week of %s: %d, and the average is %d.",
					o.Name, week[0].Day.Letter(), o.Weeks[w], (sum+officers/2)/officers))
			}
		}
	}
}
