package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"casebook/data/calendar"
)

// redressFile holds the tables that redress is worked out by; it is no policy.
const redressFile = "redress.toml"

// Life is how long a kind of item usually lasts, in months (ruling 22).
type Life struct {
	ID         string `toml:"id"`
	Title      string `toml:"title"`
	Months     int    `toml:"months"`
	Least      int    `toml:"least"`      // the shortest of what is usual; 0 where there is no range
	LossHead   string `toml:"loss-head"`  // the head of loss it belongs to, where the policy has heads
	Unverified bool   `toml:"unverified"` // usual among landlords, with no source that could be checked
	Source     Source `toml:"source"`
}

// Condition is what is left of an item's worth by its condition, in hundredths
// (ruling 22).
type Condition struct {
	ID         string `toml:"id"`
	Title      string `toml:"title"`
	Percent    int    `toml:"percent"`
	Unverified bool   `toml:"unverified"`
	Source     Source `toml:"source"`
}

// Floor is the least that an item is worth, in hundredths of a new one.
type Floor struct {
	Percent int    `toml:"percent"`
	Note    string `toml:"note"`
	Source  Source `toml:"source"`
}

// What a factor does to the judgement of an inconvenience.
const (
	Raises = "raises"
	Lowers = "lowers"
)

// Factor is something that makes an inconvenience weigh more or less.
type Factor struct {
	ID         string `toml:"id"`
	Title      string `toml:"title"`
	Effect     string `toml:"effect"` // Raises or Lowers
	Unverified bool   `toml:"unverified"`
	Source     Source `toml:"source"`
}

// Limit is the largest whole offer that a role decides alone (ruling 21). The
// shipped ones are to begin with: the office sets its own.
type Limit struct {
	Role   string `toml:"role"`
	Most   Pence  `toml:"most"`
	Source Source `toml:"source"`
}

// Comparison says how many earlier sums there must be to compare with.
type Comparison struct {
	Fewest int    `toml:"fewest"`
	Source Source `toml:"source"`
}

// Paying is how soon money is paid once the resident has said yes to it, as the
// letters promise. No page gives a time.
type Paying struct {
	Days   int    `toml:"days"`
	Unit   string `toml:"unit"` // calendar.WorkingDays or calendar.CalendarDays
	Note   string `toml:"note"`
	Source Source `toml:"source"`
}

// Words says the time as a letter does: "10 working days".
func (p Paying) Words() string { return fmt.Sprintf("%d %s", p.Days, p.Unit) }

// redress is the file of tables.
type redress struct {
	Name       string      `toml:"name"`
	Version    string      `toml:"version"`
	Title      string      `toml:"title"`
	Lives      []Life      `toml:"life"`
	Conditions []Condition `toml:"condition"`
	Floor      Floor       `toml:"floor"`
	Factors    []Factor    `toml:"factor"`
	Limits     []Limit     `toml:"limit"`
	Comparison Comparison  `toml:"comparison"`
	Paying     Paying      `toml:"paying"`
}

func (s *Set) readRedress(dir fs.FS) error {
	text, err := fs.ReadFile(dir, redressFile)
	if err != nil {
		return err
	}
	if err := decode(redressFile, text, &s.redress); err != nil {
		return err
	}
	for _, check := range []func() error{s.redress.validItems, s.redress.validLimits, s.validHeads} {
		if err := check(); err != nil {
			return fmt.Errorf("%s: %w", redressFile, err)
		}
	}
	return nil
}

func (r redress) validItems() error {
	if r.Name == "" || r.Version == "" || len(r.Lives) == 0 || len(r.Conditions) == 0 {
		return errors.New("it needs a name, a version, lives and conditions")
	}
	for _, l := range r.Lives {
		if l.Title == "" || l.Months < 1 || l.Least < 0 || l.Least > l.Months {
			return fmt.Errorf("life %q: it needs a title and months, the least of them no more than the most", l.ID)
		}
	}
	for _, c := range r.Conditions {
		if c.Title == "" || c.Percent < 1 || c.Percent > 100 {
			return fmt.Errorf("condition %q: it needs a title and from 1 to 100 percent, not %d", c.ID, c.Percent)
		}
	}
	if r.Floor.Percent < 0 || r.Floor.Percent > 100 {
		return fmt.Errorf("the floor is from 0 to 100 percent, not %d", r.Floor.Percent)
	}
	return nil
}

func (r redress) validLimits() error {
	for _, f := range r.Factors {
		if f.Title == "" || f.Effect != Raises && f.Effect != Lowers {
			return fmt.Errorf("factor %q: it needs a title, and its effect is %q or %q, not %q", f.ID, Raises, Lowers, f.Effect)
		}
	}
	seen := map[string]bool{}
	for _, l := range r.Limits {
		if l.Role == "" || seen[l.Role] || l.Most < 0 {
			return fmt.Errorf("limit %q: every limit has a role of its own and a sum from nothing up", l.Role)
		}
		seen[l.Role] = true
	}
	if r.Comparison.Fewest < 2 {
		return fmt.Errorf("the fewest sums to compare with are 2 or more, not %d", r.Comparison.Fewest)
	}
	if r.Paying.Days < 1 || r.Paying.Unit != calendar.WorkingDays && r.Paying.Unit != calendar.CalendarDays {
		return fmt.Errorf("money is paid within days or working days from 1 up, not %d %q", r.Paying.Days, r.Paying.Unit)
	}
	return nil
}

// validHeads holds that every item belongs to a head of loss that some policy
// has.
func (s *Set) validHeads() error {
	for _, l := range s.redress.Lives {
		knows := func(p *Policy) bool { _, ok := p.LossHead(l.LossHead); return ok }
		if l.LossHead != "" && !slices.ContainsFunc(s.policies, knows) {
			return fmt.Errorf("life %q: no policy has a head of loss %q", l.ID, l.LossHead)
		}
	}
	return nil
}

// LossHead returns the head of financial loss with this id.
func (p *Policy) LossHead(id string) (Reason, bool) {
	return find(p.LossHeads, func(r Reason) bool { return r.ID == id })
}

// InconvenienceReason returns the reason of inconvenience with this id.
func (p *Policy) InconvenienceReason(id string) (Reason, bool) {
	return find(p.InconvenienceReasons, func(r Reason) bool { return r.ID == id })
}

// RedressID names the tables and their version as they are kept with each line:
// "redress@1".
func (s *Set) RedressID() string { return s.redress.Name + "@" + s.redress.Version }

// Lives is the shipped table of how long things last.
func (s *Set) Lives() []Life { return slices.Clone(s.redress.Lives) }

// Conditions is the shipped table of conditions, the best first.
func (s *Set) Conditions() []Condition { return slices.Clone(s.redress.Conditions) }

// Floor is the least that an item is worth.
func (s *Set) Floor() Floor { return s.redress.Floor }

// Factors are what makes an inconvenience weigh more or less.
func (s *Set) Factors() []Factor { return slices.Clone(s.redress.Factors) }

// Factor returns one of them by id.
func (s *Set) Factor(id string) (Factor, bool) {
	return find(s.redress.Factors, func(f Factor) bool { return f.ID == id })
}

// Limits are the shipped limits of approval by role.
func (s *Set) Limits() []Limit { return slices.Clone(s.redress.Limits) }

// FewestToCompare is how many earlier sums there must be to compare with.
func (s *Set) FewestToCompare() int { return s.redress.Comparison.Fewest }

// Paying is how soon money is paid once the resident has said yes to it.
func (s *Set) Paying() Paying { return s.redress.Paying }

// PayBy counts the time to pay from the day on which money became owed.
func (s *Set) PayBy(from calendar.Date, h *calendar.Holidays) Deadline {
	p := s.redress.Paying
	return Clock{Act: Pay, Unit: p.Unit, Source: p.Source}.deadline(from, p.Days, s.RedressID(), h)
}
