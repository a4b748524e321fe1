package redress

import "fmt"

// loss begins a line of financial loss: the policy's head of loss, its words and
// its source. A policy that names no heads has losses without one.
func loss(reason string, r Rules) (Line, error) {
	line := Line{Head: FinancialLoss, Title: "Financial loss", Rule: r.rule(), Version: r.Policy.ID()}
	if len(r.Policy.LossHeads) == 0 {
		if !blank(reason) {
			return Line{}, refuse("unknown-reason", "reason", "", "The %s policy names no heads of financial loss: leave this empty", r.Policy.Name)
		}
		return line, nil
	}
	head, ok := r.Policy.LossHead(reason)
	switch {
	case blank(reason):
		return Line{}, refuse("no-reason", "reason", r.Policy.LossHeads[0].Source.String(), "Choose what the loss was")
	case !ok:
		return Line{}, refuse("unknown-reason", "reason", r.Policy.LossHeads[0].Source.String(), "The %s policy has no head of loss %q: choose one of its own", r.Policy.Name, reason)
	}
	line.Reason, line.Title, line.Rule = head.ID, head.Title, head.Source.Full()
	return line, nil
}

// headOr is the head that an officer chose, or the one that is plain from what
// was lost, where the policy has it.
func headOr(reason, plain string, r Rules) string {
	if _, ok := r.Policy.LossHead(plain); blank(reason) && ok {
		return plain
	}
	return reason
}

// spent is a bill or a receipt.
func spent(in Input, r Rules) (Line, error) {
	line, err := loss(in.Reason, r)
	if err != nil {
		return Line{}, err
	}
	if err := sum(in.Cost.Sum, "sum"); err != nil {
		return Line{}, err
	}
	line.Sum = in.Cost.Sum
	line.Working = fmt.Sprintf("%s spent.", line.Sum)
	if on := in.Cost.On; !on.IsZero() {
		if !r.Today.IsZero() && on.After(r.Today) {
			return Line{}, refuse("dates", "on", "", "%s has not come yet: enter the day the money was spent", on.Letter())
		}
		line.Working = fmt.Sprintf("%s spent on %s.", line.Sum, on.Letter())
	}
	return line, nil
}

// rated is a number of days, meals or weeks at one price. Days are counted from
// the first to the last where those are given.
func rated(in Input, r Rules) (Line, error) {
	line, err := loss(in.Reason, r)
	if err != nil {
		return Line{}, err
	}
	rate := in.Rate
	if blank(rate.Unit) {
		return Line{}, refuse("no-unit", "unit", "", "Choose what is counted: days, weeks or meals")
	}
	if err := sum(rate.Each, "each"); err != nil {
		return Line{}, err
	}
	count, when := rate.Count, period{rate.From, rate.Until}
	if rate.Unit == "day" {
		count, err = when.days(count, r.Today, "count")
	} else if err = when.check(r.Today); err == nil && count < 1 {
		err = refuse("no-count", "count", "", "Enter how many, from 1 up")
	}
	if err != nil {
		return Line{}, err
	}
	if Pence(count) > Most/rate.Each {
		return Line{}, refuse("too-much", "count", "", "That comes to more than %s: look at the figures again", Most)
	}
	line.Sum = Pence(count) * rate.Each
	line.Working = fmt.Sprintf("%s × %s = %s.%s", many(count, rate.Unit), rate.Each, line.Sum, when.words())
	return line, nil
}
