package casework

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// Faults lists whatever is true of a case that must never be, as sentences.
// A case that was reached by acts has none; the register's check looks for
// them in what it has kept. The zero Case is no case yet.
func Faults(c Case) []string {
	if c.ID == 0 {
		return nil
	}
	f := &faults{c: c}
	f.whole()
	f.stages()
	f.ending()
	f.exclusions()
	f.letters()
	f.handling()
	f.hazards()
	f.referrals()
	f.promised()
	f.money()
	f.numbers()
	return f.found
}

type faults struct {
	c     Case
	found []string
}

// no notes a fault where it is one.
func (f *faults) no(fault bool, format string, args ...any) {
	if fault {
		f.found = append(f.found, fmt.Sprintf(format, args...))
	}
}

func (f *faults) whole() {
	c := f.c
	f.no(c.Reference == "", "it has no reference")
	f.no(c.Received.IsZero(), "it has no day of receipt")
	f.no(c.Received.After(c.Recorded), "it was received on %s and recorded before that, on %s", c.Received, c.Recorded)
	f.no(c.Kind == Complaint && len(c.Stages) == 0, "it is a complaint without a stage (Code 5.3)")
	f.no(c.Kind == Complaint && len(c.Points) == 0, "it is a complaint without a point (Code 5.6)")
	f.no(len(c.Stages) > 2, "it has %d stages (Code 5.3)", len(c.Stages))
}

func (f *faults) stages() {
	for i := range f.c.Stages {
		s := &f.c.Stages[i]
		f.no(s.Number != i+1, "stage %d stands in place %d", s.Number, i+1)
		if i > 0 {
			f.secondStage(&f.c.Stages[i-1], s)
		}
		f.dates(s)
		f.extensions(s)
		f.updates(s)
		f.answer(s, i == len(f.c.Stages)-1)
	}
}

// secondStage holds stage 2 and the appeal to what came before: answered first,
// and nobody in both (Code 6.10, 6.13, ruling 14).
func (f *faults) secondStage(first, s *Stage) {
	f.no(first.Responded.IsZero(), "stage %d was opened before stage %d was answered (Code 6.10)", s.Number, first.Number)
	f.no(s.Asked.Before(first.Responded), "stage %d was asked for before stage %d was answered (Code 6.10)", s.Number, first.Number)
	who := slices.Clone(s.Handlers)
	for _, v := range s.Covers {
		who = append(who, v.Officer)
	}
	for _, v := range s.Reviews {
		who = append(who, v.By)
	}
	for _, p := range f.c.Points {
		who = append(who, p.At(s.Number).By)
	}
	for _, l := range f.c.Letters {
		if l.Stage == s.Number && l.Kind == Response && !l.Elsewhere {
			who = append(who, l.By)
		}
	}
	who = append(who, f.c.decidedMoney(s.Number)...)
	slices.Sort(who)
	for _, officer := range slices.Compact(who) {
		if officer != 0 {
			did := f.c.part(first, officer)
			f.no(did != "", "officer %d had a part in stage %d and in stage %d, and %s (Code 6.13)", officer, first.Number, s.Number, did)
		}
	}
}

// explained says whether a date is kept with the working that reached it.
func explained(d policy.Deadline) bool {
	return !d.Due.IsZero() && d.Due == d.Working.Due && len(d.Working.Steps) > 0 && d.Policy != ""
}

func (f *faults) dates(s *Stage) {
	f.no(s.AcknowledgeBy.Act == "" && !s.Appeal, "stage %d has no date for its acknowledgement (Code 6.2)", s.Number)
	f.no(s.AcknowledgeBy.Act != "" && !explained(s.AcknowledgeBy), "stage %d has an acknowledgement date without its working", s.Number)
	f.no(!explained(s.RespondBy), "stage %d has a response date without its working", s.Number)
	f.no(s.Latest.Act != "" && !explained(s.Latest), "stage %d has a latest date without its working", s.Number)
	f.no(s.Asked.IsZero(), "stage %d has no day on which it was asked for", s.Number)
	f.no(s.Appeal && s.AppointedBy == "", "the appeal has nobody who appointed its manager (ruling 3)")
	if s.Acknowledged.IsZero() {
		return
	}
	f.no(s.RespondBy.Provisional, "stage %d is acknowledged and its response date is still provisional (ruling 6)", s.Number)
	f.no(s.Acknowledged.Before(s.Asked), "stage %d was acknowledged before it was asked for", s.Number)
	f.no(!f.went(Acknowledgement, s.Number, s.Acknowledged), "stage %d counts as acknowledged and no letter went (ruling 7)", s.Number)
}

func (f *faults) extensions(s *Stage) {
	days, pending := 0, 0
	for _, e := range s.Extensions {
		f.no(!explained(e.Due), "an extension of stage %d has a date without its working", s.Number)
		f.no(e.Due.Due.After(s.Latest.Due), "stage %d is extended to %s, beyond %s (ruling 8)", s.Number, e.Due.Due, s.Latest.Due)
		f.no(e.Days <= days, "an extension of stage %d is no longer than the one before", s.Number)
		f.no(e.Reason == "", "an extension of stage %d has no reason (Code 6.4)", s.Number)
		f.no(!e.Told.IsZero() && e.Told.Before(s.Acknowledged), "an extension of stage %d was told before the acknowledgement", s.Number)
		days = e.Days
		if e.Told.IsZero() {
			pending++
		}
	}
	f.no(pending > 1, "stage %d has %d extensions that nobody was told of (ruling 8)", s.Number, pending)
	f.no(s.Due().Due.After(later(s.Latest.Due, s.RespondBy.Due)), "stage %d is due later than any extension allows (ruling 8)", s.Number)
}

func (f *faults) updates(s *Stage) {
	b := s.Beyond
	f.no(!b.Expected.IsZero() && (b.Reason == "" || b.By == 0 || b.On.IsZero()), "stage %d is expected late without a reason or without anybody who gave it (ruling 8)", s.Number)
	f.no(!b.Expected.IsZero() && len(s.Updates) == 0, "stage %d is expected late and no update is agreed (Code 5.9)", s.Number)
	for _, u := range s.Updates {
		f.no(!u.Given.IsZero() && !f.went(HoldingUpdate, s.Number, u.Given), "an update of stage %d counts as given and no letter went (ruling 7)", s.Number)
	}
}

// answer holds an answered stage to its letter, its outcome and its points.
// The points of a stage that is not the last may have been set out anew.
func (f *faults) answer(s *Stage, last bool) {
	if s.Responded.IsZero() {
		f.no(s.Outcome != "", "stage %d has an outcome and no answer", s.Number)
		return
	}
	f.no(s.Outcome == "", "stage %d was answered without an outcome", s.Number)
	f.no(s.Responded.Before(s.Asked), "stage %d was answered before it was asked for", s.Number)
	f.no(!f.went(Response, s.Number, s.Responded), "stage %d counts as answered and no letter went (ruling 7)", s.Number)
	f.no(s.Refused.Stands(), "stage %d was refused and answered", s.Number)
	if !last {
		return
	}
	for _, p := range f.c.Unanswered(s) {
		f.no(true, "stage %d was answered without an answer to point %d (Code 6.7)", s.Number, p.ID)
	}
}

// ending holds a closed case to how it came to be closed.
func (f *faults) ending() {
	c := &f.c
	f.no(c.Closed.IsZero() && c.Ended != "", "it has ended and is open")
	f.no(c.Closed.IsZero() && !c.Void.IsZero(), "it was recorded in error and is open")
	f.no(!c.Void.IsZero() && c.VoidWhy == "", "it was recorded in error and nobody says why")
	f.no(!c.Void.IsZero() && told(c), "it counts as recorded in error and a letter about it went (ruling 16)")
	s := c.Current()
	f.no(s == nil && !c.Withdrawn.IsZero() && c.Withdrawn.Before(c.Received), "it was withdrawn before it was made")
	if s != nil && !c.Withdrawn.IsZero() {
		f.no(c.Withdrawn.Before(s.Asked), "it was withdrawn before it was made")
		f.no(!s.Responded.IsZero(), "it was withdrawn and answered")
	}
	if c.Closed.IsZero() || !c.Void.IsZero() {
		return
	}
	f.no(c.Closed.Before(c.Received), "it was closed before it was received")
	letters := slices.Clone(c.Letters)
	for i := range letters {
		if !letters[i].Erred.Before(c.Closed) {
			letters[i].Erred = calendar.Date{} // found out when it was closed already
		}
	}
	if _, _, err := ended(&Case{Kind: c.Kind, Stages: c.Stages, Points: c.Points, Letters: letters, Withdrawn: c.Withdrawn, Received: c.Received,
		Petition: c.Petition, Claim: c.Claim}); err != nil {
		f.no(true, "it is closed too early: %s", err)
	}
}

func (f *faults) exclusions() {
	overturned := map[int]bool{}
	for _, p := range f.c.Points {
		f.exclusion(p.Excluded, fmt.Sprintf("point %d", p.ID))
		overturned[1] = overturned[1] || !p.Excluded.Overturned.IsZero()
		f.no(p.Excluded.Stands() && p.Finding != "", "point %d was left out and answered", p.ID)
		f.no(p.Finding != "" && (p.By == 0 || p.Answered.IsZero() || p.Reasons == ""), "point %d has a finding without its reasons, day or officer (Code 6.7)", p.ID)
		f.no(p.Stage > len(f.c.Stages), "point %d was answered at stage %d, which there is not", p.ID, p.Stage)
		f.no(!p.Passed.Told.IsZero() && p.Passed.Told.Before(p.Passed.On), "the resident was told of passing on point %d before it was", p.ID)
		for _, e := range p.Earlier {
			f.no(e.Stage >= p.Stage, "point %d keeps an earlier finding of stage %d", p.ID, e.Stage)
		}
	}
	for _, s := range f.c.Stages {
		f.exclusion(s.Refused, fmt.Sprintf("stage %d", s.Number))
		f.no(!s.FirstAcknowledgeBy.Due.IsZero() && !overturned[s.Number] && s.Refused.Overturned.IsZero(),
			"stage %d counts from an overturned refusal and there is none (ruling 13)", s.Number)
	}
}

func (f *faults) exclusion(e Exclusion, what string) {
	if e.Reason == "" {
		f.no(!e.Told.IsZero() || !e.Overturned.IsZero(), "%s was told of or overturned and never refused", what)
		return
	}
	f.no(e.By == 0 || e.On.IsZero(), "nobody decided, or on no day, to leave out %s", what)
	f.no(!explained(e.TellBy), "the letter that leaves out %s has a date without its working (ruling 13)", what)
	f.no(!e.Told.IsZero() && e.Told.Before(e.On), "the resident was told that %s is left out before that was decided", what)
	f.no(!e.Told.IsZero() && !f.went(RefusalLetter, 0, e.Told) && !f.went(PassOnLetter, 0, e.Told) && !f.went(EscalationRefusal, 0, e.Told),
		"the resident counts as told that %s is left out and no letter went (ruling 7)", what)
	f.no(!e.Overturned.IsZero() && (e.Overturned.Before(e.On) || e.Overturner == ""), "%s was let back in before it was left out, or by nobody", what)
}

// went says whether a letter of a kind left us on a day; stage 0 is any.
func (f *faults) went(kind LetterKind, stage int, on calendar.Date) bool {
	return slices.ContainsFunc(f.c.Letters, func(l Letter) bool {
		return l.Kind == kind && (stage == 0 || l.Stage == stage) && l.Sent == on
	})
}

func (f *faults) letters() {
	for _, l := range f.c.Letters {
		what := fmt.Sprintf("letter %d, %s,", l.ID, l.Kind)
		f.no(!slices.Contains(LetterKinds(), l.Kind), "%s is of no kind", what)
		f.no(l.Document == "" && !l.Elsewhere, "%s has no document", what)
		f.no(l.Stage > len(f.c.Stages), "%s belongs to stage %d, which there is not", what, l.Stage)
		f.no(l.Sent.IsZero() && (l.Elsewhere || l.How != "" || l.SentBy != 0), "%s went on no day", what)
		f.no(!l.Sent.IsZero() && (l.How == "" || l.To == "" || l.SentBy == 0), "%s went without saying how, to whom or by whom (ruling 7)", what)
		f.no(!l.Sent.IsZero() && l.Sent != l.Dated, "%s is dated %s and went on %s (ruling 7)", what, l.Dated, l.Sent)
		f.no(!l.Erred.IsZero() && (l.Sent.IsZero() || l.Error == "" || l.Erred.Before(l.Sent)), "%s was sent in error and not sent, or nothing was wrong with it (ruling 16)", what)
		for _, id := range l.Points {
			f.no(f.c.Point(id) == nil, "%s tells of point %d, which there is not", what, id)
		}
	}
}

// numbers holds the items of each list to numbers of their own.
func (f *faults) numbers() {
	c := f.c
	distinct(f, "points", c.Points, func(v Point) int { return v.ID })
	distinct(f, "letters", c.Letters, func(v Letter) int { return v.ID })
	distinct(f, "remedies", c.Remedies, func(v Remedy) int { return v.ID })
	distinct(f, "promises", c.Promises, func(v Promise) int { return v.ID })
	distinct(f, "calls", c.Calls, func(v Call) int { return v.ID })
	distinct(f, "notes", c.Notes, func(v Note) int { return v.ID })
	distinct(f, "hazards", c.Hazards, func(v Hazard) int { return v.ID })
	distinct(f, "sums of money", c.Redress, func(v redress.Line) int { return v.ID })
	distinct(f, "offers", c.Offers, func(v Offer) int { return v.ID })
	distinct(f, "payments", c.Payments, func(v Payment) int { return v.ID })
	distinct(f, "waivers", c.Waived, func(v Waiver) int { return v.ID })
	distinct(f, "referrals", c.Referrals, func(v Referral) int { return v.ID })
	distinct(f, "pieces of evidence", c.Evidence, func(v Evidence) int { return v.ID })
	for i := range c.Stages {
		distinct(f, "extensions", c.Stages[i].Extensions, func(v Extension) int { return v.ID })
		distinct(f, "updates", c.Stages[i].Updates, func(v Update) int { return v.ID })
	}
}

func distinct[T any](f *faults, what string, list []T, id func(T) int) {
	seen := map[int]bool{0: true}
	for _, v := range list {
		f.no(seen[id(v)], "two %s have the number %d", what, id(v))
		seen[id(v)] = true
	}
}
