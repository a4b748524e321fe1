package casework

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/redress"
)

// Pay records money that left us for lines that are owed: never more than is
// due on them, and with finance's reference to reconcile by.
type Pay struct {
	Lines     []int
	Sum       redress.Pence
	On        calendar.Date
	Method    PayMethod
	Reference string
}

// Name is the act's name in history.
func (a Pay) Name() ActName { return ActPay }

func (a Pay) happened() calendar.Date { return a.On }

func (a Pay) summary(Case, Moment) string { return fmt.Sprintf("%s paid by %s", a.Sum, a.Method) }

func (a Pay) decide(c *Case, m Moment) error {
	owed, err := a.owed(c)
	if err != nil {
		return err
	}
	first := c.Received
	for _, o := range owed {
		first = later(first, o.Since)
	}
	if err := past(a.On, first, m); err != nil {
		return err
	}
	if err := a.allowed(c, owed, m); err != nil {
		return err
	}
	p := Payment{ID: nextID(c.Payments, func(p Payment) int { return p.ID }),
		Sum: a.Sum, On: a.On, Method: a.Method, Reference: a.Reference, By: m.By.ID}
	left := a.Sum
	for _, o := range owed { // line by line, as listed, until the sum is used up
		if share := min(left, o.Sum); share > 0 {
			p.Shares = append(p.Shares, Share{ID: o.Line, Sum: share})
			left -= share
		}
	}
	c.Payments = append(c.Payments, p)
	return nil
}

// owed are the lines named, each with what is still owed on it.
func (a Pay) owed(c *Case) ([]OwedSum, error) {
	if !c.Void.IsZero() {
		return nil, refuse("void", "", "%s was recorded in error on %s. Nothing is paid on it", c.Reference, c.Void.Letter())
	}
	all := Owed(*c)
	var owed []OwedSum
	for i, id := range a.Lines {
		if slices.Contains(a.Lines[:i], id) {
			continue
		}
		l := c.Line(id)
		if l == nil {
			return nil, &Refusal{Code: "no-line", Field: "lines", Reason: fmt.Sprintf("There is no sum %d on this case", id)}
		}
		at := slices.IndexFunc(all, func(o OwedSum) bool { return o.Line == id })
		switch {
		case at >= 0:
			owed = append(owed, all[at])
		case c.paid()[id] > 0:
			return nil, &Refusal{Code: "paid", Field: "lines", Reason: l.Title + " has been paid already"}
		case l.Head.Outright():
			return nil, &Refusal{Code: "not-told", Field: "lines", Source: "ruling 21", Reason: "The resident has not been told of this: " + l.Title + ". Have it approved and send its letter before it is paid"}
		default:
			return nil, &Refusal{Code: "not-accepted", Field: "lines", Reason: l.Title + " has not been accepted. Record the resident's answer before it is paid"}
		}
	}
	if len(owed) == 0 {
		return nil, &Refusal{Code: "no-line", Field: "lines", Reason: "Choose the sums that were paid"}
	}
	return owed, nil
}

// allowed refuses a sum, a method or a reference that cannot be. Only money
// under the Right to Repair may be set against arrears, where the office says
// so, and never an ombudsman's award (ruling 21).
func (a Pay) allowed(c *Case, owed []OwedSum, m Moment) error {
	var due redress.Pence
	for _, o := range owed {
		due += o.Sum
		switch {
		case o.Head == redress.Award && a.Method.toRent():
			return &Refusal{Code: "no-offset", Field: "method", Source: "ruling 21", Reason: "What an ombudsman ordered is never set against arrears, and is paid to the resident and not to the rent account. Choose another way to pay it"}
		case a.Method != Arrears:
		case o.Head != redress.RightToRepair:
			return &Refusal{Code: "no-offset", Field: "method", Source: "ruling 21", Reason: "Only Right to Repair money may be set against arrears. Choose another way to pay " + o.Title}
		case !m.Settings.Redress.Offset:
			return &Refusal{Code: "no-offset", Field: "method", Source: "ruling 21", Reason: "This office does not set money against arrears. Choose another way to pay it"}
		case !c.MayOffset(o.Line):
			return &Refusal{Code: "no-offset", Field: "method", Source: "ruling 21", Reason: "The resident was told that none of this is taken for rent: " + o.Title + ". Choose another way to pay it"}
		}
	}
	switch {
	case a.Sum <= 0:
		return &Refusal{Code: "no-sum", Field: "sum", Reason: "Enter the sum that was paid, such as £75 or £294.00"}
	case a.Sum > due:
		return &Refusal{Code: "too-much", Field: "sum", Reason: fmt.Sprintf("Enter the sum that was paid. Not more than %s is owed", due)}
	case !slices.Contains(PayMethods(), a.Method):
		return &Refusal{Code: "no-method", Field: "method", Reason: "Choose how it was paid"}
	case blank(a.Reference):
		return &Refusal{Code: "no-reference", Field: "reference", Reason: "Enter finance's reference for the payment"}
	}
	return nil
}

// MayOffset says whether the letter that told of a line said that it may go
// towards rent. What the resident was told holds, whatever the office has set
// since.
func (c *Case) MayOffset(line int) bool {
	o := c.OfferOf(line)
	return o != nil && o.Offset
}

// toRent says whether money paid in a way ends on the rent account. Where rent is
// owed that sets it against arrears, whoever asked for it.
func (p PayMethod) toRent() bool { return p == RentAccount || p == Arrears }

// PaidInError records that something was wrong with the record of a payment:
// the wrong person, sum or case. What was paid stays on the record, and the
// lines are owed again (ruling 16).
type PaidInError struct {
	Payment int
	What    string
}

// Name is the act's name in history.
func (a PaidInError) Name() ActName { return ActPaidInError }

func (a PaidInError) summary(c Case, _ Moment) string {
	for _, p := range c.Payments {
		if p.ID == a.Payment {
			return fmt.Sprintf("Payment of %s on %s marked as made in error", p.Sum, p.On.Letter())
		}
	}
	return "Payment marked as made in error"
}

func (a PaidInError) decide(c *Case, m Moment) error {
	i := slices.IndexFunc(c.Payments, func(p Payment) bool { return p.ID == a.Payment })
	switch {
	case i < 0:
		return refuse("no-payment", "", "There is no payment number %d on this case", a.Payment)
	case !c.Payments[i].Erred.IsZero():
		return refuse("marked", "", "This payment was marked as made in error on %s", c.Payments[i].Erred.Letter())
	case blank(a.What):
		return &Refusal{Code: "no-reason", Field: "what", Reason: "Write what was wrong with the payment"}
	}
	c.Payments[i].Error, c.Payments[i].Erred = a.What, m.Today
	return nil
}
