package casework

import (
	"casebook/data/redress"
	"slices"
)

// money holds offers and payments to their rules. That each line's sum is what
// its inputs come to is for the register's check, which has the rules.
func (f *faults) money() {
	f.lines()
	for _, o := range f.c.Offers {
		f.offer(o)
	}
	f.payments()
	for _, w := range f.c.Waived {
		f.no(w.By == 0 || w.On.IsZero() || blank(w.Why), "the lateness of stage %d was waived without a name, a day and a reason", w.Stage)
	}
}

func (f *faults) lines() {
	for _, l := range f.c.Redress {
		f.no(l.Sum < 0, "line %d is less than nothing", l.ID)
		f.no(l.Head == redress.Award && l.Stage != 0, "the award of line %d is offered at stage %d (ruling 21)", l.ID, l.Stage)
		f.no(l.Stage > len(f.c.Stages), "line %d is offered at stage %d, which there is not", l.ID, l.Stage)
		in := 0
		for _, o := range f.c.Offers {
			for _, id := range o.Lines {
				if id == l.ID {
					in++
				}
			}
		}
		f.no(in > 1, "line %d is offered %d times", l.ID, in)
		f.no(in > 0 && l.Head == redress.Award, "the award of line %d is part of an offer (ruling 21)", l.ID)
		if l.By != 0 && l.Stage > 0 && l.Stage <= len(f.c.Stages) && !f.c.refused(&f.c.Stages[l.Stage-1]) {
			f.no(!f.c.Stages[l.Stage-1].Responded.IsZero() && !f.c.told(l.ID), "line %d went with an answer and was never told (ruling 7)", l.ID)
		}
	}
}

// offer holds one offer: its sum is its lines', and nobody was told of it before
// somebody who may had agreed (ruling 21).
func (f *faults) offer(o Offer) {
	var sum redress.Pence
	for _, id := range o.Lines {
		l := f.c.Line(id)
		f.no(l == nil, "offer %d holds a line %d that there is not", o.ID, id)
		if l != nil {
			sum += l.Sum
			f.no(l.Stage != o.Stage, "offer %d is of stage %d and line %d of stage %d", o.ID, o.Stage, id, l.Stage)
		}
	}
	f.no(sum != o.Sum, "offer %d is %s and its lines come to %s", o.ID, o.Sum, sum)
	f.no(o.Told.IsZero() && len(o.Lines) > 0 && o.Whole != f.c.Whole(), "offer %d was proposed as part of %s and the whole is %s (ruling 21)", o.ID, o.Whole, f.c.Whole())
	f.no(len(o.Lines) > 0 && (o.Proposed.IsZero() || o.ProposedBy == 0), "offer %d was proposed by nobody", o.ID)
	f.no(!o.Approved.IsZero() && o.ApprovedBy == 0, "offer %d was approved by nobody", o.ID)
	f.no(!o.Approved.IsZero() && o.SentTo != 0 && o.ApprovedBy == o.ProposedBy, "offer %d was approved by its proposer (ruling 21)", o.ID)
	f.no(!o.Approved.IsZero() && o.SentTo == 0 && o.ApprovedBy != o.ProposedBy, "offer %d went to nobody and somebody else approved it", o.ID)
	f.no(!o.Told.IsZero() && o.Approved.IsZero(), "offer %d was told before it was approved (ruling 21)", o.ID)
	f.no(o.Answer != "" && (o.Told.IsZero() || o.Replied.Before(o.Told)), "offer %d was answered before it was told", o.ID)
	f.no(o.Answer == DeclinedAll && len(o.Accepted) > 0, "offer %d was declined and some of it accepted", o.ID)
	within := f.c.within(&o)
	for _, p := range o.PayBy {
		f.no(!slices.Contains(within, p.ID), "offer %d does not hold line %d, which is to be paid by %s", o.ID, p.ID, p.By.Due)
		f.no(o.Told.IsZero() || p.By.Working.From.Before(o.Told), "line %d was owed before offer %d was told", p.ID, o.ID)
	}
	for _, id := range o.Accepted {
		f.no(!slices.Contains(within, id), "offer %d does not hold line %d, which was accepted", o.ID, id)
	}
}

// payments holds what was paid: never more than is owed, and nothing but Right
// to Repair money against arrears (ruling 21).
func (f *faults) payments() {
	for _, p := range f.c.Payments {
		var sum redress.Pence
		for _, s := range p.Shares {
			sum += s.Sum
			l := f.c.Line(s.ID)
			f.no(l == nil, "payment %d is for a line %d that there is not", p.ID, s.ID)
			if l == nil {
				continue
			}
			f.no(p.Method.toRent() && l.Head == redress.Award, "payment %d put the award of line %d on the rent account (ruling 21)", p.ID, s.ID)
			f.no(p.Method == Arrears && l.Head != redress.RightToRepair, "payment %d set line %d against arrears, and it is %s (ruling 21)", p.ID, s.ID, l.Head)
			since, _ := f.c.owedSince(*l)
			f.no(p.Erred.IsZero() && since.IsZero(), "payment %d paid line %d, which was not owed", p.ID, s.ID)
		}
		f.no(sum != p.Sum || p.Sum <= 0, "payment %d is %s and its lines take %s", p.ID, p.Sum, sum)
	}
	for id, sum := range f.c.paid() {
		if l := f.c.Line(id); l != nil {
			f.no(sum > l.Sum, "%s was paid for line %d, which is %s", sum, id, l.Sum)
		}
	}
}
