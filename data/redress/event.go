package redress

import (
	"casebook/data/calendar"
	"slices"
)

// The events that two lines can be about. Each rule looks at one input and
// another, and says in words what they share.

// visitDay and letterDay name an event by its day.
func visitDay(v Visit) string    { return "the appointment on " + v.On.Letter() }
func letterDay(u Unheard) string { return "the letter received on " + u.Received.Letter() }

// paidVisits are the visits of an input for which an exclusion does not apply.
func paidVisits(in Input) []Visit {
	if in.Kind != Visits {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(in.Visits), func(v Visit) bool { return !blank(v.Excluded) || v.On.IsZero() })
}

func paidLetters(in Input) []Unheard {
	if in.Kind != Letters {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(in.Letters), func(u Unheard) bool { return !blank(u.Excluded) || u.Received.IsZero() })
}

// sameVisits: one day in two lines.
func sameVisits(a, b Input) []string {
	var shared []string
	for _, v := range paidVisits(a) {
		if slices.ContainsFunc(paidVisits(b), func(w Visit) bool { return w.On == v.On }) {
			shared = append(shared, visitDay(v))
		}
	}
	return shared
}

func twiceVisited(a, _ Input) []string {
	var shared []string
	visits := paidVisits(a)
	for i, v := range visits {
		if slices.ContainsFunc(visits[:i], func(w Visit) bool { return w.On == v.On }) {
			shared = append(shared, visitDay(v))
		}
	}
	return shared
}

// sameLetters: letters of one day in two lines.
func sameLetters(a, b Input) []string {
	var shared []string
	for _, u := range paidLetters(a) {
		if slices.ContainsFunc(paidLetters(b), func(w Unheard) bool { return w.Received == u.Received }) {
			shared = append(shared, letterDay(u))
		}
	}
	return shared
}

func twiceUnheard(a, _ Input) []string {
	var shared []string
	letters := paidLetters(a)
	for i, u := range letters {
		if slices.ContainsFunc(letters[:i], func(w Unheard) bool { return w.Received == u.Received }) {
			shared = append(shared, letterDay(u))
		}
	}
	return shared
}

// visitsAsHarm: missed appointments, and inconvenience from missed
// appointments.
func visitsAsHarm(a, b Input) []string {
	if b.Kind != Judged || b.Reason != "visits" {
		return nil
	}
	var shared []string
	for _, v := range paidVisits(a) {
		if (period{v.On, v.On}).meets(b.Harm.when()) {
			shared = append(shared, visitDay(v))
		}
	}
	return shared
}

// lettersAsHarm: letters not acknowledged, and inconvenience from how the
// complaint was handled. The earlier page calls that having to pursue it.
func lettersAsHarm(a, b Input) []string {
	if b.Kind != Judged || b.Reason != "complaint-handling" && b.Reason != "pursuing" {
		return nil
	}
	var shared []string
	for _, u := range paidLetters(a) {
		if (period{u.Received, u.Acknowledged}).meets(b.Harm.when()) {
			shared = append(shared, letterDay(u))
		}
	}
	return shared
}

// entryphone: the communal door entry, and the Right to Repair for the
// entryphone in the home, over the same days (ruling 20).
func entryphone(a, b Input) []string {
	if a.Kind != DoorOut || !blank(a.Door.Excluded) || b.Kind != Repaired || b.Repair.Defect != "entryphone" {
		return nil
	}
	if !a.Door.when().meets(b.Repair.when()) {
		return nil
	}
	return []string{"the door entry from " + a.Door.From.Letter()}
}

// heatingAsHarm: heating, water or power that was lost, and the Right to Repair
// for the same over the same days.
func heatingAsHarm(a, b Input) []string {
	if a.Kind != Judged || b.Kind != Repaired || !a.Harm.when().meets(b.Repair.when()) {
		return nil
	}
	what, defects := "", []string(nil)
	switch a.Harm.Lost {
	case "heating-and-hot-water", "heating-or-hot-water":
		what, defects = "the heating or hot water", []string{HeatingLoss, "heating-winter", "heating-summer"}
	case "power", "lighting":
		what, defects = "the electric power", []string{"total-power", "partial-power"}
	}
	if !slices.Contains(defects, b.Repair.Defect) {
		return nil
	}
	return []string{what + " reported on " + b.Repair.Reported.Letter()}
}

func sameDoor(a, b Input) []string {
	if a.Kind != DoorOut || b.Kind != DoorOut || !blank(a.Door.Excluded+b.Door.Excluded) || !a.Door.when().meets(b.Door.when()) {
		return nil
	}
	return []string{"the door entry from " + later(a.Door.From, b.Door.From).Letter()}
}

// sameRepair: one repair of the case or, where they have no numbers, one defect
// reported on one day, in two lines.
func sameRepair(a, b Input) []string {
	x, y := a.Repair, b.Repair
	same := x.Defect == y.Defect && x.Reported == y.Reported
	if x.ID != 0 && y.ID != 0 {
		same = x.ID == y.ID
	}
	if a.Kind != Repaired || b.Kind != Repaired || !same {
		return nil
	}
	return []string{"the repair reported on " + later(x.Reported, y.Reported).Letter()}
}

func sameOrder(a, b Input) []string {
	if a.Kind != Ordered || b.Kind != Ordered || a.Award.Referral == 0 || a.Award.Order == 0 ||
		a.Award.Referral != b.Award.Referral || a.Award.Order != b.Award.Order {
		return nil
	}
	return []string{"the same order of the ombudsman"}
}

// sameItem: one thing by its name, or by everything that was given of it.
func sameItem(a, b Input) []string {
	if a.Kind != Damaged || b.Kind != Damaged || !alike(a.Title, b.Title) && (a.Item != b.Item || differ(a.Title, b.Title)) {
		return nil
	}
	return []string{"the same item"}
}

// differ says whether two things are called by two names.
func differ(a, b string) bool { return !blank(a) && !blank(b) && !alike(a, b) }

// sameBill: the same money on the same day for the same head.
func sameBill(a, b Input) []string {
	if a.Kind != Spent || b.Kind != Spent || a.Reason != b.Reason || a.Cost != b.Cost || a.Cost.On.IsZero() {
		return nil
	}
	return []string{"the bill of " + a.Cost.On.Letter()}
}

// sameDays: the same days at the same price, or for the same appliance.
func sameDays(a, b Input) []string {
	var x, y period
	switch {
	case a.Kind != b.Kind || a.Reason != b.Reason || differ(a.Title, b.Title):
		return nil
	case a.Kind == Rated && a.Rate.Unit == b.Rate.Unit && a.Rate.Each == b.Rate.Each:
		x, y = period{a.Rate.From, a.Rate.Until}, period{b.Rate.From, b.Rate.Until}
	case a.Kind == Powered && a.Power.Watts == b.Power.Watts:
		x, y = period{a.Power.From, a.Power.Until}, period{b.Power.From, b.Power.Until}
	}
	if x.from.IsZero() || y.from.IsZero() || !x.meets(y) {
		return nil
	}
	return []string{"the days from " + later(x.from, y.from).Letter()}
}

// sameLoss: one loss worked out in two ways, such as a carpet by its age and by
// the bill for a new one, or an appliance by the day and by its watts. It goes by
// the name or, where one of them has none, by the head of loss.
func sameLoss(a, b Input) []string {
	x, y := lossWhen(a), lossWhen(b)
	switch {
	case !isLoss(a.Kind) || !isLoss(b.Kind) || a.Kind == b.Kind || differ(a.Title, b.Title) || !x.meets(y):
		return nil
	case alike(a.Title, b.Title):
	case a.Reason != b.Reason:
		return nil
	case a.Kind != Damaged && b.Kind != Damaged && (x.from.IsZero() || y.from.IsZero()):
		return nil // two bills for cleaning, without their days, are two bills
	}
	return []string{"the same loss"}
}

func isLoss(k Kind) bool { return k == Damaged || k == Spent || k == Rated || k == Powered }

// lossWhen is the time of a loss; none for an item, which has the age it had.
func lossWhen(in Input) period {
	switch in.Kind {
	case Spent:
		return period{in.Cost.On, in.Cost.On}
	case Rated:
		return period{in.Rate.From, in.Rate.Until}
	case Powered:
		return period{in.Power.From, in.Power.Until}
	}
	return period{}
}

// later is the later of two days: from there on both lines are about the same.
func later(a, b calendar.Date) calendar.Date {
	if b.After(a) {
		return b
	}
	return a
}

func (h Harm) when() period   { return period{h.From, h.Until} }
func (d Door) when() period   { return period{d.From, d.Until} }
func (r Repair) when() period { return period{r.Reported, r.Done} }

// meets says whether two periods have a day in common. A day that is not known
// does not keep them apart.
func (p period) meets(q period) bool {
	apart := func(end, start period) bool {
		return !end.until.IsZero() && !start.from.IsZero() && end.until.Before(start.from)
	}
	return !apart(p, q) && !apart(q, p)
}
