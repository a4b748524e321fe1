package letter

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// UpdateFacts are what a holding update may say.
type UpdateFacts struct {
	Facts
	Why      string
	WasDue   string // the day that the answer was, or is, due
	Overdue  bool   // that day has passed
	Late     bool   // the answer is expected after it
	Expected string
	Next     string // when the resident hears from us again
	Answer   bool   // what they hear then is the answer
}

var updateKind = letterKind{
	name: casework.HoldingUpdate, staged: true, script: plainly("holding-update"), obliged: always(policy.HoldingUpdate),
	facts: updateFacts, about: aboutUpdate, officers: []string{"why"},
	looks: map[string]look{"next-update": lookNextUpdate, "reasons": lookWhyLate, "expected": lookExpected},
	house: []houseRule{{"money", true, "", nil, lookNoMoney}},
	days: func(r *reader) []calendar.Date {
		w := waitOf(r.in, r.stage)
		return []calendar.Date{r.stage.Due().Due, w.expected, w.next}
	},
}

// wait is how it stands with an answer that takes longer (Code 5.9).
type wait struct {
	update   int           // the agreed update that the letter is, by number
	expected calendar.Date // no date where nobody has said
	next     calendar.Date // when the resident hears from us again
	answer   bool          // with the answer
}

// waitOf reads a stage as it stands for a letter.
func waitOf(in Input, s *casework.Stage) wait {
	w := wait{expected: s.Beyond.Expected}
	if due := s.Due().Due; w.expected.IsZero() && !in.Today.After(due) {
		w.expected = due
	}
	after := in.Today
	for _, u := range s.Updates {
		open := u.Given.IsZero() || u.Given == in.Today
		if in.About == u.ID || in.About == 0 && w.update == 0 && open {
			w.update = u.ID
			if u.Due.After(after) {
				after = u.Due // told before its day: the next one counts from there
			}
		}
	}
	for _, u := range s.Updates {
		if u.Due.After(after) && (w.next.IsZero() || u.Due.Before(w.next)) {
			w.next = u.Due
		}
	}
	if w.next.IsZero() && w.expected.After(after) {
		w.next, w.answer = w.expected, true
	}
	return w
}

func aboutUpdate(in Input, s *casework.Stage) int { return waitOf(in, s).update }

func updateFacts(f *filling, in Input) (any, error) {
	w, due := waitOf(in, f.stage), f.stage.Due().Due
	if w.update == 0 {
		return nil, fmt.Errorf("%s has no update that was agreed and has still to be given: agree days for updates with the resident first", in.Case.Reference)
	}
	facts := UpdateFacts{
		Facts: f.Facts, WasDue: long(due, "the day we said"), Overdue: in.Today.After(due),
		Expected: long(w.expected, "when we expect to answer"), Next: long(w.next, "the day of the next update"), Answer: w.answer,
	}
	facts.Late = facts.Overdue || f.stage.Beyond.Expected.After(due)
	facts.Why = f.stage.Beyond.Reason
	if facts.Late {
		facts.Why = known(facts.Why, "why the answer is late")
	}
	return facts, nil
}

// lookNextUpdate finds when the resident hears from us again: the day that was
// agreed with them, or that of the answer (Code 5.9).
func lookNextUpdate(r *reader, base Finding) []Finding {
	const tag = "next update"
	w := waitOf(r.in, r.stage)
	days := dayLike.FindAllString(r.blocks[tag], -1)
	switch {
	case w.update == 0 || w.next.IsZero():
		return base.wrong("Agree with the resident when they hear from us next", tag, Fix{Act: casework.ActAgreeUpdates})
	case len(days) != 1 || days[0] != w.next.Long():
		return base.wrong("The letter does not say when the resident hears from us next: "+w.next.Long(), tag, again)
	case !w.answer && !strings.Contains(r.blocks[tag], "agreed"):
		return base.wrong("The letter does not say that this day was agreed with the resident", tag, Fix{Page: PageWords})
	}
	return base.holds("Next update on " + w.next.Long())
}

// lookWhyLate finds the good reason as it was written for the resident, and the
// apology, where the answer is or will be late (ruling 8).
func lookWhyLate(r *reader, base Finding) []Finding {
	due := r.stage.Due().Due
	late := r.in.Today.After(due) || r.stage.Beyond.Expected.After(due)
	var wrong []Finding
	if days := dayLike.FindAllString(r.blocks["was due"], -1); len(days) != 1 || days[0] != due.Long() {
		wrong = append(wrong, base.fails("The day that our answer is due, "+due.Long()+", is not there", "was due", again))
	}
	switch {
	case !late:
	case r.stage.Beyond.Reason == "":
		wrong = append(wrong, base.fails("Nobody has written why the answer is late. Agree the updates again, with the reason", "why", Fix{Act: casework.ActAgreeUpdates}))
	case !r.ends("why", r.stage.Beyond.Reason):
		wrong = append(wrong, base.fails("Why the answer is late is not on the page as it is in the case. Make the letter again", "why", again))
	}
	if late && !strings.Contains(r.blocks["opening"], "sorry") {
		wrong = append(wrong, base.fails("The answer is late, and the letter does not say sorry", "opening", Fix{Page: PageWords}))
	}
	return base.or(wrong, "Says why the resident still waits")
}

// lookExpected finds the day by which the answer is expected.
func lookExpected(r *reader, base Finding) []Finding {
	const tag = "expected"
	w := waitOf(r.in, r.stage)
	days := dayLike.FindAllString(r.blocks[tag], -1)
	switch {
	case w.expected.IsZero() || w.expected.Before(r.in.Today):
		return base.wrong("Say by when the answer is expected: that day has passed or was never given", tag, Fix{Act: casework.ActAgreeUpdates})
	case len(days) != 1 || days[0] != w.expected.Long():
		return base.wrong("The day by which the answer is expected, "+w.expected.Long()+", is not there", tag, again)
	}
	return base.holds("Answer expected by " + w.expected.Long())
}
