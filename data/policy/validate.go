package policy

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"casebook/data/calendar"
)

// letterKinds are the kinds of letter that an obligation can be written for.
var letterKinds = []string{AnyLetter, Acknowledgement, Response, Extension, Stage2Acknowledgement, Stage2Response,
	Stage2Extension, RefusalLetter, EscalationRefusal, ServiceRequestLetter, HoldingUpdate, Receipt,
	AppealAcknowledgement, AppealResponse, WithdrawalLetter, PassOnLetter, ConsentForm, ComplaintSlip, ProgressSlip, ActionLetter, RestrictionLetter,
	OfferLetter, FixedPaymentLetter, RepairNotice, SecondNotice, RepairPaymentLetter, PetitionAcknowledgement, PetitionOutcome, ClaimCover}

// validate holds what one policy must have to be used at all.
func (p *Policy) validate() error {
	if p.Name == "" || p.Version == "" || p.Title == "" || p.Definition.Text == "" {
		return errors.New("a policy needs a name, a version, a title and a definition")
	}
	if len(p.Outcomes) == 0 {
		return errors.New("there is no outcome")
	}
	for _, check := range []func() error{p.validStages, p.validWords, p.validOthers, p.validBands, p.validRoutes} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (p *Policy) validStages() error {
	if err := validClocks(p.Clocks); err != nil {
		return err
	}
	if _, ok := p.Stage(1); !ok {
		return errors.New("there is no stage 1")
	}
	for _, s := range p.Stages {
		for _, act := range []Act{s.Acknowledge, s.Respond} {
			if _, ok := p.Clock(act); !ok {
				return fmt.Errorf("stage %d: there is no clock for %q", s.Number, act)
			}
		}
		if s.Extended == "" {
			continue
		}
		c, ok := p.Clock(s.Extended)
		if !ok {
			return fmt.Errorf("stage %d: there is no clock for %q", s.Number, s.Extended)
		}
		if c.From != FromDue {
			return fmt.Errorf("stage %d: an extension runs from %q, not %q", s.Number, FromDue, c.From)
		}
	}
	return nil
}

func (p *Policy) validWords() error {
	for _, e := range p.Exclusions {
		if e.Kind != ReRoute && e.Kind != Refusal {
			return fmt.Errorf("exclusion %q: the kind is %q or %q, not %q", e.ID, ReRoute, Refusal, e.Kind)
		}
		if e.Kind == ReRoute && e.To == "" {
			return fmt.Errorf("exclusion %q: a re-route says where to", e.ID)
		}
		if e.Kind == Refusal && e.Letter == "" {
			return fmt.Errorf("exclusion %q: a refusal says why, as the resident is told it", e.ID)
		}
	}
	for _, g := range p.Gaps {
		if g.Used != "page" && g.Used != "code" {
			return fmt.Errorf("gap %q: used is \"page\" or \"code\", not %q", g.ID, g.Used)
		}
	}
	for _, o := range p.Letters {
		if !slices.Contains(letterKinds, o.Letter) {
			return fmt.Errorf("obligation %q: there is no kind of letter %q", o.ID, o.Letter)
		}
	}
	return nil
}

// validBands holds that bands rise and touch, so that every sum from the least
// upwards has one.
func (p *Policy) validBands() error {
	for i, b := range p.Bands {
		last := i == len(p.Bands)-1
		if (b.Most == 0) != last || (!last && b.Most <= b.Least) {
			return fmt.Errorf("band %q: only the last is open, and each ends above its start", b.ID)
		}
		if !last && p.Bands[i+1].Least != b.Most {
			return fmt.Errorf("band %q: the next one starts at %s, not at %s", b.ID, p.Bands[i+1].Least, b.Most)
		}
	}
	return nil
}

// validRoutes holds that every subject leads to an ombudsman who can be reached.
func (p *Policy) validRoutes() error {
	for _, o := range p.Ombudsmen {
		if o.Telephone == "" || len(o.Address) == 0 || o.When == "" {
			return fmt.Errorf("ombudsman %q: a letter needs its telephone, its address and when it can be asked", o.ID)
		}
	}
	for _, s := range p.Subjects {
		if len(s.Route) == 0 {
			return fmt.Errorf("subject %q: there is no ombudsman", s.ID)
		}
		for _, id := range slices.Concat(s.Route, s.HighRise) {
			if _, ok := p.Ombudsman(id); !ok {
				return fmt.Errorf("subject %q: there is no ombudsman %q", s.ID, id)
			}
		}
	}
	for _, e := range p.Exclusions {
		for _, id := range e.Never {
			if _, ok := p.Subject(id); !ok {
				return fmt.Errorf("exclusion %q: there is no subject %q", e.ID, id)
			}
		}
	}
	return nil
}

func (p Promise) validate() error {
	if !p.Until.IsZero() && p.Until.Before(p.From) {
		return fmt.Errorf("it ends on %s, before it starts", p.Until)
	}
	for _, c := range p.Clocks {
		if c.From != FromReceipt {
			return fmt.Errorf("clock %q: a promise runs from %q, not %q", c.Act, FromReceipt, c.From)
		}
	}
	if p.Payment != nil && (p.Payment.Sum < 1 || p.Payment.Per == "period" && p.Payment.Period < 1) {
		return errors.New("a payment needs a sum and, for each period, how many days that is")
	}
	if p.Repair != nil {
		if err := p.Repair.validate(); err != nil {
			return err
		}
	}
	return validClocks(p.Clocks)
}

// validate holds that a sum for longer than a day says how many days that is.
func (t Tariff) validate() error {
	if t.Sum < 1 || t.From.IsZero() || t.Per == "week" && t.Days < 1 {
		return errors.New("it needs a sum, the day it began and, for a week, its days")
	}
	return nil
}

func (r RightToRepair) validate() error {
	for _, day := range []string{r.WinterFrom, r.WinterUntil} {
		if _, err := time.Parse("01-02", day); err != nil {
			return fmt.Errorf("%q is not a day of the year: write it as month-day, 11-01", day)
		}
	}
	for _, row := range r.Repairs {
		if row.Days < 1 || !slices.Contains([]string{"", "winter", "summer"}, row.Season) {
			return fmt.Errorf("repair %q: it needs a number of days, and a season only of winter or summer", row.ID)
		}
	}
	return nil
}

func validClocks(clocks []Clock) error {
	seen := map[Act]bool{}
	for _, c := range clocks {
		switch {
		case c.Act == "" || seen[c.Act]:
			return fmt.Errorf("clock %q: every clock has an act of its own", c.Act)
		case c.Days < 1:
			return fmt.Errorf("clock %q: %d is not a length of time", c.Act, c.Days)
		case c.Unit != calendar.WorkingDays && c.Unit != calendar.CalendarDays && c.Unit != calendar.Weeks:
			return fmt.Errorf("clock %q: %q is not a unit of time", c.Act, c.Unit)
		case c.From != FromReceipt && c.From != FromAcknowledgement && c.From != FromDue && c.From != FromOverturning:
			return fmt.Errorf("clock %q: nothing runs from %q", c.Act, c.From)
		}
		seen[c.Act] = true
	}
	return nil
}

// validate holds what the policies must be together: one for every day, and
// never two on the same.
func (s *Set) validate() error {
	if len(s.policies) == 0 {
		return errors.New("there is no policy: at least one file is needed")
	}
	if first := s.policies[0]; !first.From.IsZero() {
		return fmt.Errorf("the oldest policy, %q, has no date in force, so that every day has a policy: remove %s", first.Name, first.From)
	}
	for i, p := range s.policies[1:] {
		if p.From == s.policies[i].From {
			return fmt.Errorf("%q and %q are in force from the same day", s.policies[i].Name, p.Name)
		}
	}
	return s.validRulings()
}
