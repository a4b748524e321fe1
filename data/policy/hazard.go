package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"casebook/data/calendar"
)

// Hazard is a kind of danger in a home for which the law sets times, beside the
// complaint's (ruling 10).
type Hazard struct {
	ID      string        `toml:"id"`
	Title   string        `toml:"title"`
	Text    string        `toml:"text"`    // what it covers, for whoever has to choose
	From    calendar.Date `toml:"from"`    // the first day on which being told starts the clocks
	Outside []string      `toml:"outside"` // tenures that the law leaves out; one not known is within it
	Words   []string      `toml:"words"`   // any of them starts the clocks, each in the singular
	Pairs   []Pair        `toml:"pair"`    // words that start them together only
	NotIn   []string      `toml:"not-in"`  // phrases in which the words mean something else
	Clocks  []Clock       `toml:"clock"`
	Source  Source        `toml:"source"`

	words finder
}

// Pair is two lists of words: one of each has to be there.
type Pair struct {
	Words []string `toml:"words"`
	With  []string `toml:"with"`

	words, with finder
}

// Covers says whether the law's times hold for a home held in this way, on the
// day that we were told.
func (h Hazard) Covers(tenure string) bool { return !slices.Contains(h.Outside, tenure) }

// InForceOn says whether being told on a day starts the clocks.
func (h Hazard) InForceOn(d calendar.Date) bool { return !d.Before(h.From) }

// hazardsFile holds the hazards, and the words of dissatisfaction.
const hazardsFile = "hazards.toml"

// hazards is that file. The most urgent hazard stands first.
type hazards struct {
	Name    string          `toml:"name"`
	Version string          `toml:"version"`
	Title   string          `toml:"title"`
	Denial  denial          `toml:"denial"`
	Hazards []Hazard        `toml:"hazard"`
	Unhappy dissatisfaction `toml:"dissatisfaction"`
}

func (s *Set) readHazards(dir fs.FS) error {
	text, err := fs.ReadFile(dir, hazardsFile)
	if err != nil {
		return err
	}
	if err := decode(hazardsFile, text, &s.hazards); err != nil {
		return err
	}
	all := &s.hazards
	for i := range all.Hazards {
		h := &all.Hazards[i]
		if err := h.validate(); err != nil {
			return fmt.Errorf("%s: hazard %q: %w", hazardsFile, h.ID, err)
		}
		h.words = newFinder(h.Words, h.NotIn, all.Denial)
		for j := range h.Pairs {
			p := &h.Pairs[j]
			p.words, p.with = newFinder(p.Words, h.NotIn, all.Denial), newFinder(p.With, h.NotIn, all.Denial)
		}
	}
	if len(all.Unhappy.Words) == 0 {
		return fmt.Errorf("%s: there are no words of dissatisfaction", hazardsFile)
	}
	all.Unhappy.words = newFinder(all.Unhappy.Words, all.Unhappy.NotIn, denial{})
	return nil
}

func (h Hazard) validate() error {
	if h.Title == "" || h.From.IsZero() || len(h.Words) == 0 {
		return errors.New("it needs a title, the day the law began and words")
	}
	for _, p := range h.Pairs {
		if len(p.Words) == 0 || len(p.With) == 0 {
			return errors.New("a pair needs words on both sides")
		}
	}
	if c, ok := h.investigation(); !ok || c.From != FromTold {
		return fmt.Errorf("there is no clock for %q or %q from %q", HazardInvestigate, HazardEmergency, FromTold)
	}
	return validHazardClocks(h.Clocks)
}

func validHazardClocks(clocks []Clock) error {
	seen := map[Act]bool{}
	for _, c := range clocks {
		switch {
		case titles[c.Act] == "" || seen[c.Act]:
			return fmt.Errorf("clock %q: every clock has a known act of its own", c.Act)
		case c.Days < 1:
			return fmt.Errorf("clock %q: %d is not a length of time", c.Act, c.Days)
		case c.From != FromTold && c.From != FromInvestigation:
			return fmt.Errorf("clock %q: a hazard's clock runs from %q or %q, not %q", c.Act, FromTold, FromInvestigation, c.From)
		case c.Unit == calendar.Hours && c.From != FromTold:
			return fmt.Errorf("clock %q: hours run from %q only", c.Act, FromTold)
		case !slices.Contains([]string{calendar.Hours, calendar.WorkingDays, calendar.CalendarDays, calendar.Weeks}, c.Unit):
			return fmt.Errorf("clock %q: %q is not a unit of time", c.Act, c.Unit)
		}
		seen[c.Act] = true
	}
	return nil
}

// Clock returns the clock of a step, if the hazard has one.
func (h Hazard) Clock(a Act) (Clock, bool) {
	return find(h.Clocks, func(c Clock) bool { return c.Act == a })
}

// Investigates says whether the end of a step is the end of the investigation,
// from which the later steps are counted.
func (a Act) Investigates() bool { return a == HazardInvestigate || a == HazardEmergency }

func (h Hazard) investigation() (Clock, bool) {
	return find(h.Clocks, func(c Clock) bool { return c.Act.Investigates() })
}

// Hazards returns the kinds of hazard, the most urgent first.
func (s *Set) Hazards() []Hazard { return slices.Clone(s.hazards.Hazards) }

// Hazard returns one of them by id: "emergency" or "damp-mould".
func (s *Set) Hazard(id string) (Hazard, bool) {
	return find(s.hazards.Hazards, func(h Hazard) bool { return h.ID == id })
}

// HazardTime is one step of a hazard: its day with the working, and the last
// minute for it.
type HazardTime struct {
	Deadline Deadline
	By       time.Time // in UTC
}

// HazardTimes counts every clock of a kind of hazard in order. Told is the
// minute any of our people was told. Investigated is the day the investigation
// ended; while it is no date, what runs from it is provisional and counted from
// the last day for the investigation.
func (s *Set) HazardTimes(id string, told time.Time, investigated calendar.Date, h *calendar.Holidays) []HazardTime {
	kind, ok := s.Hazard(id)
	if !ok || told.IsZero() {
		return nil
	}
	ended, provisional := investigated, investigated.IsZero()
	if provisional {
		first, _ := kind.investigation()
		ended = s.hazards.time(first, told, calendar.Of(told), h).Deadline.Due
	}
	var times []HazardTime
	for _, c := range kind.Clocks {
		from := calendar.Of(told)
		if c.From == FromInvestigation {
			from = ended
		}
		t := s.hazards.time(c, told, from, h)
		t.Deadline.Provisional = provisional && c.From == FromInvestigation
		times = append(times, t)
	}
	return times
}

// time counts one clock: hours from the minute, anything else from the day.
func (f hazards) time(c Clock, told time.Time, from calendar.Date, h *calendar.Holidays) HazardTime {
	policy := f.Name + "@" + f.Version
	if c.Unit == calendar.Hours {
		by, working := calendar.CountHours(told, c.Days)
		return HazardTime{By: by, Deadline: Deadline{Act: c.Act, Due: working.Due, Policy: policy, Source: c.Source, Working: working}}
	}
	d := c.deadline(from, c.Days, policy, h)
	return HazardTime{By: calendar.LastMinute(d.Due), Deadline: d}
}
