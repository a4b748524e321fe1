package letter_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// spoiled is one thing gone wrong with a paper, and the finding that has to
// say so.
type spoiled struct {
	paper string
	how   string
	do    func(s *sheet) bool
	found string
}

func without(paper, tag, found string) spoiled {
	return spoiled{paper, "without " + tag, func(s *sheet) bool { return s.drop(tag) }, found}
}

func other(paper, tag, from, to, found string) spoiled {
	return spoiled{paper, from + " became " + to, func(s *sheet) bool { return s.replace(tag, from, to) }, found}
}

func since(paper, how, found string, change func(c *casework.Case)) spoiled {
	return spoiled{paper, how, func(s *sheet) bool {
		s.in.Case.Points = slices.Clone(s.in.Case.Points)
		s.in.Case.Promises = slices.Clone(s.in.Case.Promises)
		s.in.Case.Restrictions = slices.Clone(s.in.Case.Restrictions)
		change(&s.in.Case)
		return true
	}, found}
}

// promiseSpoiled are the ways in which a table of promises goes wrong.
func promiseSpoiled(paper, number, found string) []spoiled {
	return []spoiled{
		without(paper, "promise "+number, found), without(paper, "owner "+number, found), without(paper, "promised "+number, found),
		since(paper, "another promise since", found, func(c *casework.Case) {
			c.Promises = append(c.Promises, casework.Promise{ID: 99, Text: "Ring you", Owner: "Dan Okafor", Due: today})
		}),
	}
}

func serviceSpoiled() []spoiled {
	const p = "service request"
	return append(promiseSpoiled(p, "1", "next-step"),
		without(p, "opening", "logged"), without(p, "story", "said"), without(p, "wanted", "said"), without(p, "housing reference", "said"),
		without(p, "next step 1", "next-step"), without(p, "choice", "choice"), without(p, "support", "support"),
		without(p, "contact", "contact"), without(p, "route housing", "ombudsman"),
		other(p, "opening", "service request", "complaint", "logged"), other(p, "opening", "28 October 2026", "27 October 2026", "logged"),
		other(p, "choice", "you can complain", "you cannot complain", "choice"), other(p, "choice", "five working days", "ten working days", "choice"),
		other(p, "choice", "01332 888777", "01332 888778", "choice"),
		since(p, "answered by the contractor", "next-step", func(c *casework.Case) {
			c.Requests = slices.Clone(c.Requests)
			c.Requests[0].Answered = received
		}),
		since(p, "nothing to be done", "next-step", func(c *casework.Case) { c.Promises, c.Requests = nil, nil }),
	)
}

func passOnSpoiled() []spoiled {
	const p = "pass-on"
	all := []spoiled{
		without(p, "remains", "remains"), other(p, "remains", "point 1", "point 2", "remains"), other(p, "remains", "stays the same", "moves", "remains"),
		without(p, "opening", "not-turned-away"), without(p, "contact", "contact"), without(p, "route housing", "ombudsman"),
		other(p, "passed why 4", "Homefinder banding review", "banding review", "passed-why"), other(p, "passed why 4", "within 21 days", "within 28 days", "passed-why"),
		other(p, "passed why 3", "insurance route", "usual route", "passed-why"), other(p, "passed why 2", "stays with us", "goes with it", "passed-why"),
		other(p, "passed why 5", "number 16", "number 18", "passed-why"), other(p, "passed to 6", "DE1 2FS", "DE1 2FT", "passed-to"),
		other(p, "passed to 2", "01332 888777", "01332 888778", "passed-to"), other(p, "passed on 3", "3 November 2026", "2 November 2026", "passed-to"),
		since(p, "a refusal set aside since", "passed-points", func(c *casework.Case) { c.Points[1].Excluded.Overturned = acknowledged }),
		since(p, "nothing is passed on", "passed-points", func(c *casework.Case) {
			for i := range c.Points {
				c.Points[i].Excluded, c.Points[i].Passed = casework.Exclusion{}, casework.Passing{}
			}
		}),
		since(p, "another point stays ours", "remains", func(c *casework.Case) { c.Points = append(c.Points, casework.Point{ID: 8, Text: "The gate"}) }),
	}
	for _, n := range []string{"2", "3", "4", "5", "6", "7"} {
		all = append(all, without(p, "point "+n, "passed-points"), without(p, "passed to "+n, "passed-to"), without(p, "passed on "+n, "passed-to"), without(p, "passed why "+n, "passed-why"))
	}
	return all
}

func slipSpoiled() []spoiled {
	const c, p, f = "complaint slip", "progress slip", "consent form"
	return []spoiled{
		without(c, "not an acknowledgement", "not-an-acknowledgement"), without(c, "nothing lost", "nothing-lost"), without(c, "correct us", "right-to-complain"),
		without(c, "time limit", "right-to-complain"), without(c, "route housing", "ombudsman"), without(c, "subject", "right-to-complain"),
		without(c, "recorded", "told"), other(c, "time limit", "12 months", "6 months", "right-to-complain"),
		other(c, "not an acknowledgement", "not an", "an", "not-an-acknowledgement"), other(c, "correct us", "01332 888777", "01332 888778", "right-to-complain"),
		other(c, "correct us", "five working days", "eight working days", "right-to-complain"),
		without(p, "stands", "stands"), without(p, "has it", "stands"), without(p, "next date", "stands"), without(p, "private", "private"),
		without(p, "not an acknowledgement", "not-an-acknowledgement"), without(p, "correct us", "contact"), without(p, "route housing", "ombudsman"), without(p, "recorded", "reference"),
		other(p, "has it", "Dan Okafor", "Rosa Castell", "stands"), other(p, "has it", "01632 960114", "01632 960115", "made-out"),
		other(p, "next date", "17 November 2026", "18 November 2026", "stands"),
		other(p, "private", "nobody else", "Łukasz Nguyễn", "private"),
		since(p, "answered since", "stands", func(c *casework.Case) {
			s := *c.Current()
			s.Responded, s.Outcome = calendar.On(2026, 11, 9), casework.Upheld
			c.Stages = []casework.Stage{s}
		}),
		without(f, "may", "authority"), without(f, "what for", "authority"), without(f, "until", "authority"), without(f, "take back", "take-back"), without(f, "privacy", "privacy"),
		without(f, "sign resident", "signatures"), without(f, "sign representative", "signatures"), without(f, "opening", "nothing-before"),
		without(f, "correct us", "contact"), without(f, "route housing", "ombudsman"), without(f, "recorded", "reference"),
		other(f, "take back", "at any time", "once a year", "take-back"), other(f, "recorded", "Łukasz Nguyễn", "Somebody else", "authority"),
		other(f, "recorded", "Maureen Tilley", "Joan Pickard", "authority"),
		since(f, "somebody else speaks for her", "authority", func(c *casework.Case) { c.Representative.Name = "Rosa Bell" }),
	}
}

func endingSpoiled() []spoiled {
	const w, a = "withdrawal", "action completed"
	return slices.Concat(promiseSpoiled(w, "1", "open-promises"), promiseSpoiled(a, "2", "open-promises"), []spoiled{
		without(w, "opening", "received"), without(w, "withdrawn", "withdrawn"), without(w, "carries on", "carries-on"), without(w, "come back", "come-back"),
		without(w, "time limit", "come-back"), without(w, "route housing", "ombudsman"), other(w, "withdrawn", "3 November 2026", "4 November 2026", "withdrawn"),
		other(w, "come back", "at any time", "once", "come-back"), other(w, "come back", "five working days", "ten working days", "come-back"),
		since(w, "the promise was kept since", "open-promises", func(c *casework.Case) { c.Promises[0].Kept = today }),
		without(a, "promise 1", "action"), without(a, "done", "action"), without(a, "satisfied", "satisfied"), without(a, "opening", "received"), without(a, "route housing", "ombudsman"),
		other(a, "done", "3 December 2026", "2 December 2026", "action"), other(a, "done", "27 November 2026", "28 November 2026", "action"),
		other(a, "done", "I am sorry", "We note", "action"), other(a, "promise 1", "landing carpet", "stair carpet", "action"),
		since(a, "the promise is open again", "action", func(c *casework.Case) { c.Promises[0].Kept = calendar.Date{} }),
	})
}

func restrictionSpoiled() []spoiled {
	const p, kept, ended = "restriction", "restriction kept", "restriction ended"
	return []spoiled{
		without(p, "opening", "restriction"), without(p, "restriction", "restriction"), without(p, "restriction why", "restriction-why"), without(p, "considered", "considered"),
		without(p, "still works", "still-works"), without(p, "review", "review"), without(p, "challenge", "challenge"), without(p, "contact", "contact"), without(p, "route housing", "ombudsman"),
		other(p, "review", "3 February 2027", "3 March 2027", "review"), other(p, "opening", "3 November 2026", "2 November 2026", "restriction"),
		other(p, "still works", "make a complaint", "write", "still-works"), other(p, "restriction why", "41 times", "40 times", "restriction-why"),
		since(p, "nobody considered the Equality Act", "considered", func(c *casework.Case) { c.Restrictions[0].Equality = "" }),
		since(p, "ended since", "restriction", func(c *casework.Case) { c.Restrictions[0].Ended = acknowledged }),
		since(p, "the review has passed", "review", func(c *casework.Case) { c.Restrictions[0].Review = acknowledged.AddDays(-1) }),
		other(kept, "opening", "stays for now", "ends now", "restriction"), other(kept, "restriction why", "nine times", "eight times", "restriction-why"),
		other(ended, "opening", "13 November 2026", "12 November 2026", "restriction"), without(ended, "challenge", "challenge"),
		since(ended, "in force again", "restriction", func(c *casework.Case) { c.Restrictions[0].Ended = calendar.Date{} }),
	}
}

func TestEachThingThatAPaperOwesIsLookedFor(t *testing.T) {
	papers := map[string]sheet{}
	for _, p := range anytimePapers(t) {
		papers[p.name] = sheet{filled(t, p.in), p.in}
	}
	tried := map[casework.LetterKind]map[string]bool{}
	for _, d := range slices.Concat(serviceSpoiled(), passOnSpoiled(), slipSpoiled(), endingSpoiled(), restrictionSpoiled()) {
		s := copied(papers[d.paper])
		if !d.do(&s) {
			t.Errorf("%s could not be spoiled: %s", d.paper, d.how)
			continue
		}
		if tried[s.in.Kind] == nil {
			tried[s.in.Kind] = map[string]bool{}
		}
		tried[s.in.Kind][d.found] = true
		var ids []string
		for _, f := range letter.Failing(letter.Check(s.letter, s.in)) {
			ids = append(ids, f.ID)
		}
		if !slices.Contains(ids, d.found) {
			t.Errorf("%s, %s: found %q and not %s", d.paper, d.how, ids, d.found)
		}
	}
	everyDuty(t, tried)
}

// everyDuty holds that each obligation of the policies' own for a kind was
// spoiled at least once.
func everyDuty(t *testing.T, tried map[casework.LetterKind]map[string]bool) {
	t.Helper()
	for _, name := range []string{"current", "earlier"} {
		p, _ := policies(t).Named(name)
		for kind, found := range tried {
			duties := p.Obligations(strings.ReplaceAll(string(kind), " ", "-"))
			if len(duties) <= len(p.Obligations("any")) {
				t.Errorf("the %s policy asks nothing of a %s", name, kind)
			}
			for _, o := range duties[len(p.Obligations("any")):] {
				if !found[o.ID] {
					t.Errorf("no %s was spoiled in %s", kind, o.ID)
				}
			}
		}
	}
}
