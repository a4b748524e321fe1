package redress

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/policy"
)

// unacknowledged names the promise of the earlier page about letters.
const unacknowledged = "letter"

// letters pays for each letter on paper that was not acknowledged in time
// (earlier page, Paying Compensation; rulings 1 and 5).
func letters(in Input, r Rules) (Line, error) {
	p, line, err := r.promised(unacknowledged, "Letters not acknowledged")
	if err != nil {
		return Line{}, err
	}
	if len(in.Letters) == 0 {
		return Line{}, refuse("no-letter", "letters", "", "Add the letter that was not acknowledged")
	}
	late, said := 0, []string(nil)
	for i, u := range in.Letters {
		if err := u.check(r, fmt.Sprintf("letter.%d.", i+1)); err != nil {
			return Line{}, err
		}
		due, ok := r.acknowledgeBy(u)
		if !ok {
			return Line{}, refuse("no-promise", "", "", "The office's promises have no time for acknowledging a letter")
		}
		counts, why := u.late(p, due, r)
		if counts {
			late++
		}
		line.Dates = append(line.Dates, due)
		said = append(said, fmt.Sprintf("Received %s: %s.", u.Received.Long(), why))
	}
	line.Sum = Pence(late) * p.Payment.Sum
	line.Working = strings.Join(append([]string{times(late, "letter", p.Payment.Sum)}, said...), " ")
	return line, nil
}

// promised begins the line of a fixed payment.
func (r Rules) promised(id, title string) (policy.Promise, Line, error) {
	p, ok := r.Set.Promise(id)
	if !ok || p.Payment == nil {
		return policy.Promise{}, Line{}, refuse("no-promise", "", "ruling 1", "The office's promises have no payment for this")
	}
	return p, Line{Head: FixedPayment, Reason: id, Title: title, Rule: p.Source.Full(), Version: r.Set.PromisesID()}, nil
}

// check refuses a letter whose days cannot be.
func (u Unheard) check(r Rules, at string) error {
	switch {
	case u.Received.IsZero():
		return refuse("no-date", at+"received", "", "Enter the day the letter was received")
	case !r.Today.IsZero() && u.Received.After(r.Today):
		return refuse("dates", at+"received", "", "%s has not come yet", u.Received.Letter())
	case u.Acknowledged.IsZero():
	case u.Acknowledged.Before(u.Received):
		return refuse("dates", at+"acknowledged", "", "It cannot have been acknowledged before it was received, on %s", u.Received.Letter())
	case !r.Today.IsZero() && u.Acknowledged.After(r.Today):
		return refuse("dates", at+"acknowledged", "", "%s has not come yet: leave it empty until it is acknowledged", u.Acknowledged.Letter())
	}
	return nil
}

// acknowledgeBy is the last day for acknowledging a letter.
func (r Rules) acknowledgeBy(u Unheard) (policy.Deadline, bool) {
	all := r.Set.PromiseDeadlines(unacknowledged, u.Received, r.Holidays)
	i := slices.IndexFunc(all, func(d policy.Deadline) bool { return d.Act == policy.AcknowledgeLetter })
	if i < 0 {
		return policy.Deadline{}, false
	}
	return all[i], true
}

// late says whether a letter is paid for, and why. The day of the failing is the
// last day on which it could have been acknowledged in time (ruling 1).
func (u Unheard) late(p policy.Promise, due policy.Deadline, r Rules) (bool, string) {
	by := due.Due.Long()
	switch {
	case !blank(u.Excluded):
		return false, "not paid: " + strings.Trim(u.Excluded, " .")
	case !u.Paper:
		return false, "not paid: it was not on paper"
	case !u.Delivered:
		return false, "not paid: it was not addressed and delivered to one housing office"
	case !u.OwnMatter:
		return false, "not paid: it was not about something that the office could settle"
	case !p.InForceOn(due.Due):
		return false, fmt.Sprintf("not paid: due by %s, when the promise did not stand", by)
	case !u.Acknowledged.IsZero() && !u.Acknowledged.After(due.Due):
		return false, fmt.Sprintf("acknowledged %s, in time until %s", u.Acknowledged.Long(), by)
	case !u.Acknowledged.IsZero():
		return true, fmt.Sprintf("due by %s, acknowledged %s", by, u.Acknowledged.Long())
	case !r.Today.After(due.Due):
		return false, "not late yet: there is time until " + by
	}
	return true, fmt.Sprintf("due by %s, not acknowledged yet on %s", by, r.Today.Long())
}

// times is a number of things at one price.
func times(n int, thing string, each Pence) string {
	if n == 0 {
		return "Nothing is payable."
	}
	return fmt.Sprintf("%s × %s = %s.", many(n, thing), each, Pence(n)*each)
}
