package calendar

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"
)

// Exception adds a bank holiday that the rules do not know, or removes one that
// they wrongly have.
type Exception struct {
	Date    Date   `json:"date"`
	Name    string `json:"name"`
	Removed bool   `json:"removed,omitempty"` // true: the day is an ordinary one after all
}

// Holiday is one bank holiday as it is kept, on the day it is kept.
type Holiday struct {
	Date Date   `json:"date"`
	Name string `json:"name"`
}

// shipped are the one-off days that the rules in rickar/cal lack.
var shipped = []Exception{
	{Date: On(2022, time.September, 19), Name: "State Funeral of Queen Elizabeth II"},
}

// proclaimedTo is the last day of the list that GOV.UK publishes. Beyond it
// the rules are applied, but a bank holiday may still be moved or added.
var proclaimedTo = On(2028, time.December, 31)

// Holidays answers which days are bank holidays in England and which are
// working days. It is immutable and safe for use by several goroutines.
type Holidays struct {
	office  []Exception
	byYear  map[int][]Exception
	version string
	years   [lastYear - firstYear + 1]atomic.Pointer[yearTable] // each worked out when first asked about
}

// yearTable is one year worked out: what is closed, and how many working days
// have passed by each day, so that counting across years costs nothing.
type yearTable struct {
	holidays []Holiday
	names    map[int]string // day of the year -> bank holiday
	open     [367]bool      // by day of the year
	passed   [367]int16     // working days up to and including a day of the year
	total    int16          // working days of the whole year
}

// England returns England's bank holidays: the standing rules, the days shipped
// with the program, and the office's own additions and removals, which win.
func England(extra ...Exception) *Holidays {
	h := &Holidays{office: slices.Clone(extra), byYear: map[int][]Exception{}}
	for _, e := range slices.Concat(shipped, extra) {
		if !e.Date.IsZero() {
			h.byYear[e.Date.Year()] = append(h.byYear[e.Date.Year()], e)
		}
	}
	h.version = h.fingerprint()
	return h
}

// fingerprint names the list by its days, so that a later release of the rules
// with the same days keeps its name, and another day changes it.
func (h *Holidays) fingerprint() string {
	sum := sha256.New()
	sum.Write(standing())
	own := slices.Clone(h.office)
	slices.SortStableFunc(own, func(a, b Exception) int { return a.Date.Compare(b.Date) })
	for _, e := range own {
		fmt.Fprintln(sum, e.Date, e.Removed)
	}
	return "england-" + hex.EncodeToString(sum.Sum(nil))[:8]
}

// standing is a digest of the days that every office starts with.
var standing = sync.OnceValue(func() []byte {
	sum := sha256.New()
	for year := 2000; year <= proclaimedTo.Year()+10; year++ {
		for _, day := range slices.SortedFunc(maps.Keys(ruled(year)), Date.Compare) {
			fmt.Fprintln(sum, day)
		}
	}
	for _, e := range shipped {
		fmt.Fprintln(sum, e.Date, e.Removed)
	}
	return sum.Sum(nil)
})

// Version returns a short id of this list of days. It is kept with every sum,
// so that a date can be explained under the list it was reached with.
func (h *Holidays) Version() string { return h.version }

// Exceptions returns the office's own additions and removals.
func (h *Holidays) Exceptions() []Exception { return slices.Clone(h.office) }

// ProclaimedTo returns the last day up to which the bank holidays are
// proclaimed. Dates beyond it carry a warning.
func (h *Holidays) ProclaimedTo() Date { return proclaimedTo }

// In returns the bank holidays kept in a year, in order.
func (h *Holidays) In(year int) []Holiday { return slices.Clone(h.year(year).holidays) }

// Name returns the name of the bank holiday kept on d, if it is one.
func (h *Holidays) Name(d Date) (string, bool) {
	if d.IsZero() {
		return "", false
	}
	t := d.time()
	name, ok := h.year(t.Year()).names[t.YearDay()]
	return name, ok
}

// IsWorking reports whether d is Monday to Friday and not a bank holiday.
func (h *Holidays) IsWorking(d Date) bool {
	if d.IsZero() {
		return false
	}
	t := d.time()
	return h.year(t.Year()).open[t.YearDay()]
}

func (h *Holidays) year(year int) *yearTable {
	if year < firstYear || year > lastYear {
		return h.workOut(year) // no date at a desk is so far away
	}
	known := &h.years[year-firstYear]
	if table := known.Load(); table != nil {
		return table
	}
	table := h.workOut(year) // two readers may both work it out, to the same end
	known.Store(table)
	return table
}

func (h *Holidays) workOut(year int) *yearTable {
	named := ruled(year)
	for _, e := range h.byYear[year] {
		if e.Removed {
			delete(named, e.Date)
		} else {
			named[e.Date] = e.Name
		}
	}
	table := &yearTable{names: make(map[int]string, len(named))}
	passed := int16(0)
	for d := On(year, time.January, 1); d.Year() == year; d = d.AddDays(1) {
		of := d.time().YearDay()
		if name, ok := named[d]; ok {
			table.holidays = append(table.holidays, Holiday{Date: d, Name: name})
			table.names[of] = name
		} else if !isWeekend(d) {
			table.open[of] = true
			passed++
		}
		table.passed[of] = passed
	}
	table.total = passed
	return table
}

// ruled applies the standing rules to one year. A substitute that falls on
// another holiday's own day hands it over and takes the later one, which is how
// the days are proclaimed: in 2022 Boxing Day was Monday 26 December, and
// Tuesday 27 stood in for Christmas Day.
func ruled(year int) map[Date]string {
	type kept struct {
		name          string
		own, observed Date
	}
	var days []kept
	for _, rule := range gb.Holidays {
		own, observed := rule.Calc(year)
		if !own.IsZero() {
			days = append(days, kept{plainName(rule), On(own.Date()), On(observed.Date())})
		}
	}
	for i := range days {
		for j := range days {
			if i != j && days[i].observed == days[j].own && days[j].observed != days[j].own && !isWeekend(days[j].own) {
				days[i].observed, days[j].observed = days[j].observed, days[i].observed
			}
		}
	}
	named := make(map[Date]string, len(days))
	for _, day := range days {
		if day.observed != day.own {
			day.name += " (substitute)"
		}
		named[day.observed] = day.name
	}
	return named
}

func plainName(rule *cal.Holiday) string {
	if rule == gb.EarlyMay {
		return "Early May bank holiday"
	}
	return rule.Name
}

func isWeekend(d Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}
