package casework

import (
	"fmt"

	"casebook/data/calendar"
)

// reviewWithin is the longest, in months, that a restriction may stand before
// it is looked at again. The Code wants it kept under review and gives no time;
// a year is the longest for which what was proportionate can be taken to be so
// still (Code 5.15). An earlier day is always allowed.
const reviewWithin = 12

// Restrict limits how a resident may contact us: for a reason that is written
// down, in proportion, with the Equality Act considered, and for a time after
// which it is looked at again (Code 5.14, 5.15). It never keeps a new complaint
// from being recorded.
type Restrict struct {
	What, Why, Equality string
	From, Review        calendar.Date
}

// Name is the act's name in history.
func (a Restrict) Name() ActName { return ActRestrict }

func (a Restrict) happened() calendar.Date { return a.From }

func (a Restrict) summary(Case, Moment) string {
	return "Contact restricted, to be reviewed by " + a.Review.Letter()
}

func (a Restrict) decide(c *Case, m Moment) error {
	switch {
	case blank(a.What):
		return &Refusal{Code: "no-restriction", Field: "what", Source: "Code 5.14", Reason: "Write how contact is limited, and what stays open to the resident"}
	case blank(a.Why):
		return &Refusal{Code: "no-reason", Field: "why", Source: "Code 5.14", Reason: "Write what happened and when, so that the reason can be shown"}
	case blank(a.Equality):
		return &Refusal{Code: "no-equality", Field: "equality", Source: "Code 5.15", Reason: "Write how the Equality Act 2010 was considered, such as a disability or a need that the restriction must allow for"}
	}
	for _, r := range c.Restrictions {
		if r.Ended.IsZero() {
			return refuse("restricted", "Code 5.15", "Contact is already restricted, from %s. Review that restriction first", r.From.Letter())
		}
	}
	if err := past(a.From, c.Received, m); err != nil {
		return inField(err, "from")
	}
	if err := reviewDay(a.Review, m.Today); err != nil {
		return err
	}
	c.Restrictions = append(c.Restrictions, Restriction{
		ID:   nextID(c.Restrictions, func(r Restriction) int { return r.ID }),
		What: a.What, Why: a.Why, Equality: a.Equality, From: a.From, Review: a.Review, By: m.By.ID,
	})
	return nil
}

// reviewDay refuses a day for the next review that is not ahead or too far.
func reviewDay(day, today calendar.Date) error {
	last := today.AddMonths(reviewWithin)
	if day.IsZero() || !day.After(today) || day.After(last) {
		return &Refusal{Code: "no-review", Field: "review", Source: "Code 5.15",
			Reason: fmt.Sprintf("Enter the day on which the restriction is reviewed, after today and by %s", last.Long())}
	}
	return nil
}

// inField says of a refusal that another field is the one to mend.
func inField(err error, field string) error {
	if r, ok := err.(*Refusal); ok && r.Field != "" {
		r.Field = field
	}
	return err
}

// ReviewRestriction looks at a restriction again: it is kept, until another
// review, or ended (Code 5.15).
type ReviewRestriction struct {
	Restriction int
	On          calendar.Date
	Keep        bool
	Review      calendar.Date // the next review, where it is kept
	Why         string
}

// Name is the act's name in history.
func (a ReviewRestriction) Name() ActName { return ActReviewLimit }

func (a ReviewRestriction) happened() calendar.Date { return a.On }

func (a ReviewRestriction) summary(Case, Moment) string {
	if a.Keep {
		return "Restriction of contact reviewed and kept, to be reviewed by " + a.Review.Letter()
	}
	return "Restriction of contact ended"
}

func (a ReviewRestriction) decide(c *Case, m Moment) error {
	var r *Restriction
	for i := range c.Restrictions {
		if c.Restrictions[i].ID == a.Restriction {
			r = &c.Restrictions[i]
		}
	}
	switch {
	case r == nil:
		return refuse("no-restriction", "", "There is no restriction %d of contact", a.Restriction)
	case !r.Ended.IsZero():
		return refuse("ended", "", "That restriction ended on %s", r.Ended.Letter())
	case blank(a.Why):
		return &Refusal{Code: "no-reason", Field: "why", Source: "Code 5.15", Reason: "Write why the restriction is kept or ended"}
	}
	first := r.From
	for _, v := range r.Reviews {
		first = v.On
	}
	if err := past(a.On, first, m); err != nil {
		return err
	}
	if a.Keep {
		if err := reviewDay(a.Review, m.Today); err != nil {
			return err
		}
		r.Review = a.Review
	} else {
		r.Ended = a.On
	}
	r.Reviews = append(r.Reviews, LimitReview{
		ID: nextID(r.Reviews, func(v LimitReview) int { return v.ID }), On: a.On, Keep: a.Keep, Why: a.Why, By: m.By.ID,
	})
	return nil
}
