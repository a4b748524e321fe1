package letter

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// CompletedFacts are what the letter about a kept promise may say beyond
// AnytimeFacts.
type CompletedFacts struct {
	AnytimeFacts
	DoneNumber int
	Done       string // what was promised
	DoneOn     string
	DoneBy     string // the day that was first given
	Late       bool
}

// noneLeft are the words for no open promise, in the letter about a kept one.
const noneLeft = "Nothing else that we promised you is still open"

var completedKind = letterKind{
	name: casework.ActionLetter, script: plainly("action-completed"), obliged: always(policy.ActionLetter),
	subjectless: true, facts: completedFacts, about: func(in Input, _ *casework.Stage) int { p, _ := keptPromise(in); return p.ID },
	days: func(r *reader) []calendar.Date {
		p, _ := keptPromise(r.in)
		return []calendar.Date{firstDue(p)}
	},
	looks: map[string]look{
		"received": lookTold, "action": lookAction, "open-promises": lookOpenPromises("no promises", noneLeft),
	},
	house: []houseRule{
		{"satisfied", true, "Code 6.6", nil, saying("satisfied", "what the resident can do if it is not right", fixed("tell me", "complain about it at any time"))},
		{"needs", true, "Code 5.10", nil, lookNeeds},
	},
}

func completedFacts(f *filling, in Input) (any, error) {
	p, ok := keptPromise(in)
	if !ok {
		return nil, fmt.Errorf("%s has no promise that was kept: record first what was done, and when", in.Case.Reference)
	}
	due := firstDue(p)
	c := CompletedFacts{
		AnytimeFacts: anytime(f, in), DoneNumber: p.ID, Done: p.Text, DoneOn: day(p.Kept, "the day"), DoneBy: day(due, "the day"), Late: late(p),
	}
	c.Promises = promiseFacts(openPromises(in))
	return c, nil
}

// keptPromise is the promise that the letter tells of: the one asked for, or
// the last that was kept.
func keptPromise(in Input) (casework.Promise, bool) {
	var last casework.Promise
	for _, p := range in.Case.Promises {
		if p.Kept.IsZero() || p.Kept.After(in.Today) || in.About != 0 && p.ID != in.About {
			continue
		}
		if last.ID == 0 || !p.Kept.Before(last.Kept) {
			last = p
		}
	}
	return last, last.ID != 0
}

// firstDue is the day that a promise had before any was moved.
func firstDue(p casework.Promise) calendar.Date {
	if len(p.Moved) > 0 {
		return p.Moved[0].From
	}
	return p.Due
}

// late says whether a promise was kept after the day first given, which the
// resident is owed an apology for even where a later one was explained.
func late(p casework.Promise) bool { return !p.Due.IsZero() && p.Kept.After(firstDue(p)) }

// lookAction finds what was promised, the day it was done and, where that was
// late, that we say so (Code 6.6, 7.3).
func lookAction(r *reader, base Finding) []Finding {
	in := r.in
	if in.About == 0 {
		in.About = r.letter.About
	}
	p, ok := keptPromise(in)
	tag := fmt.Sprintf("promise %d", p.ID)
	switch {
	case !ok:
		return base.wrong("The promise is open again. This letter must not go", "done", Fix{Act: casework.ActKeepPromise})
	case p.ID != r.letter.About || !r.ends(tag, "What we promised: "+p.Text):
		return base.wrong("The promise is not on the page as it is in the case. Make the letter again", tag, again)
	}
	want := []string{p.Kept.Letter()}
	if late(p) {
		want = append(want, firstDue(p).Letter())
	}
	if days := dayLike.FindAllString(r.blocks["done"], -1); !slices.Equal(days, want) {
		return base.wrong("The page does not say that it was done on "+p.Kept.Letter(), "done", again)
	}
	if late(p) {
		return saying("done", "that it was late, and that we are sorry", fixed("I am sorry that it was late"))(r, base)
	}
	return base.holds("Says what was done, and when")
}
