package redress

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// rightToRepair names the promise that is law (SI 1994/133).
const rightToRepair = "right-to-repair"

// RepairDeadline counts the period of a defect: from the day it was reported, or
// from the day a second contractor was asked for. It starts on the working day
// after, and the season is that day's (ruling 20). The act is that of the first
// period; SecondDeadline is the other.
func RepairDeadline(defect string, from calendar.Date, r Rules) (policy.Deadline, error) {
	return repairDeadline(policy.RepairFirst, defect, from, r)
}

// SecondDeadline counts the second contractor's period, of the same length by
// the season of its own first day.
func SecondDeadline(defect string, asked calendar.Date, r Rules) (policy.Deadline, error) {
	return repairDeadline(policy.RepairSecond, defect, asked, r)
}

func repairDeadline(act policy.Act, defect string, from calendar.Date, r Rules) (policy.Deadline, error) {
	p, err := r.repairLaw()
	if err != nil {
		return policy.Deadline{}, err
	}
	law := p.Repair
	row, ok := law.Row(defect, r.Holidays.Add(from, 1))
	if !ok {
		return policy.Deadline{}, refuse("no-defect", "defect", law.Source.String(), "Choose the defect from the law's list. Any other repair has no payment under the Right to Repair")
	}
	if from.IsZero() {
		return policy.Deadline{}, refuse("no-date", "reported", law.Source.String(), "Enter the day the repair was reported")
	}
	working := r.Holidays.Count(from, row.Days)
	return policy.Deadline{Act: act, Due: working.Due, Policy: r.Set.PromisesID(), Source: row.Source, Working: working}, nil
}

// repairLaw is the promise that holds the scheme.
func (r Rules) repairLaw() (policy.Promise, error) {
	p, ok := r.Set.Promise(rightToRepair)
	if !ok || p.Repair == nil {
		return policy.Promise{}, refuse("no-promise", "", "ruling 1", "The Right to Repair is not among the office's promises")
	}
	return p, nil
}

// repaired is what the law gives for one repair: nothing for the first period
// alone, then a sum once the second contractor is late too and one for every
// further day, up to the most. While the repair is not done it is what is payable
// so far.
func repaired(in Input, r Rules) (Line, error) {
	p, err := r.repairLaw()
	if err != nil {
		return Line{}, err
	}
	one := in.Repair
	if err := one.check(p, r.Today); err != nil {
		return Line{}, err
	}
	first, err := RepairDeadline(one.Defect, one.Reported, r)
	if err != nil {
		return Line{}, err
	}
	first = promised(one.FirstBy, first)
	line := Line{Head: RightToRepair, Reason: rightToRepair, Title: "Right to Repair", Rule: p.Source.Full(), Version: r.Set.PromisesID(), Dates: []policy.Deadline{first}}
	if one.Asked.IsZero() {
		line.Working = one.firstAlone(first, r.Today)
		return line, nil
	}
	if !one.Asked.After(first.Due) {
		return Line{}, refuse("too-early", "asked", p.Source.String(), "The first contractor has until the end of %s. A second one can be asked for from the day after", first.Due.Long())
	}
	second, err := SecondDeadline(one.Defect, one.Asked, r)
	if err != nil {
		return Line{}, err
	}
	second = promised(one.SecondBy, second)
	line.Dates = append(line.Dates, second)
	line.Sum, line.Working = one.pays(*p.Repair, second.Due, r)
	return line, nil
}

// promised is a period as the tenant was told it, or as it is counted now.
func promised(told, counted policy.Deadline) policy.Deadline {
	if told.Due.IsZero() {
		return counted
	}
	return told
}

// check refuses a repair that the law does not give the right for, and days that
// cannot be.
func (one Repair) check(p policy.Promise, today calendar.Date) error {
	law := p.Source.String()
	switch {
	case !one.Right:
		return refuse("no-right", "right", "ruling 20", "Only a tenancy marked as having the Right to Repair is paid under it. Tick it if this one has it, or take the line out")
	case one.Cost <= 0:
		return refuse("no-cost", "cost", law, "Enter what the repair would cost about")
	case one.Cost > p.Repair.CostLimit:
		return refuse("too-dear", "cost", law, "The Right to Repair is for repairs of up to %s", p.Repair.CostLimit)
	case one.Reported.IsZero():
		return refuse("no-date", "reported", law, "Enter the day the repair was reported")
	case !p.InForceOn(one.Reported):
		return refuse("not-in-force", "reported", law, "The Right to Repair began on %s", p.From.Letter())
	case !one.Done.IsZero() && one.Done.Before(one.Reported):
		return refuse("dates", "done", law, "It cannot have been finished before it was reported, on %s", one.Reported.Letter())
	case !one.Done.IsZero() && one.Done.Before(one.Asked):
		return refuse("dates", "asked", law, "It was finished on %s, before another contractor was asked for. Leave this empty", one.Done.Letter())
	}
	return one.notYet(today)
}

// notYet refuses days that have not come.
func (one Repair) notYet(today calendar.Date) error {
	if today.IsZero() {
		return nil
	}
	for _, day := range []struct {
		field string
		on    calendar.Date
	}{{"reported", one.Reported}, {"asked", one.Asked}, {"done", one.Done}} {
		if day.on.After(today) {
			return refuse("dates", day.field, "", "%s has not come yet", day.on.Letter())
		}
	}
	return nil
}

// firstAlone says why a repair without a second contractor pays nothing.
func (one Repair) firstAlone(first policy.Deadline, today calendar.Date) string {
	words := "Nothing is payable for the first period alone. First contractor due " + first.Due.Long() + one.finished(today) + "."
	switch {
	case !blank(one.Ended):
		return "Nothing is payable: the right ended. " + sentence(one.Ended)
	case one.Done.IsZero() && today.After(first.Due):
		words += " The tenant can ask for a second contractor."
	}
	return words
}

// finished says when a repair was done, or that it is not.
func (one Repair) finished(today calendar.Date) string {
	if one.Done.IsZero() {
		return ", not finished on " + today.Long()
	}
	return ", finished " + one.Done.Long()
}

// pays is the sum for a second contractor who had until a day, with the working.
func (one Repair) pays(law policy.RightToRepair, due calendar.Date, r Rules) (Pence, string) {
	if !blank(one.Ended) {
		return 0, "Nothing is payable: the right ended. " + sentence(one.Ended)
	}
	end := one.Done
	if end.IsZero() {
		end = r.Today
	}
	when := fmt.Sprintf(" Second contractor due %s%s.", due.Long(), one.finished(r.Today))
	if !end.After(due) {
		kept := "was kept"
		if one.Done.IsZero() {
			kept = "is not over"
		}
		return 0, "Nothing is payable: the second period " + kept + "." + when
	}
	further := due.DaysUntil(end)
	if !law.FinishDay || r.Office.NoFinishDay {
		further--
	}
	owed := law.First + Pence(further)*law.Daily
	words := fmt.Sprintf("%s + %s × %s = %s", law.First, many(further, "day"), law.Daily, owed)
	if owed > law.Most {
		return law.Most, words + fmt.Sprintf(", and the most it can be is %s.", law.Most) + when
	}
	words += "." + when + fmt.Sprintf(" Most it can be: %s.", law.Most)
	if one.Done.IsZero() && owed < law.Most {
		words += " Payable so far."
	}
	return owed, words
}

// repairReadings stand beside every sum under the Right to Repair: how the law
// is read where its text could not be checked.
func repairReadings(l Line, r Rules) []Warning {
	p, err := r.repairLaw()
	if l.Input.Kind != Repaired || err != nil {
		return nil
	}
	var all []Warning
	for _, reading := range p.Repair.Readings {
		all = append(all, Warning{"not-verified", reading.Text, reading.Source.Full()})
	}
	return all
}

// visitReadings say how the pages are read where they are silent.
func visitReadings(l Line, r Rules) []Warning {
	if l.Input.Kind != Visits {
		return nil
	}
	for _, v := range l.Input.Visits {
		rules := r.missedRules(v)
		unsaid := v.Slot == AllDay || v.Told && len(rules) == 1 && rules[0].id == r.Set.PromisesID()
		if unsaid && len(rules) > 0 && rules[0].Note != "" {
			return []Warning{{"reading", rules[0].Note, "ruling 19"}}
		}
	}
	return nil
}
