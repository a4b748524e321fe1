package letter_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
	"casebook/reports/letter"
)

// stageSince changes the stage after its letter was made.
func stageSince(paper, how, found string, change func(s *casework.Stage)) spoiled {
	return since(paper, how, found, func(c *casework.Case) {
		c.Stages = slices.Clone(c.Stages)
		s := c.Current()
		s.Extensions, s.Updates = slices.Clone(s.Extensions), slices.Clone(s.Updates)
		change(s)
	})
}

// made is a letter looked at on another day.
func made(paper, how, found string, change func(in *letter.Input)) spoiled {
	return spoiled{paper, how, func(s *sheet) bool {
		change(&s.in)
		l, err := letter.Fill(s.in)
		s.letter = l
		return err == nil
	}, found}
}

func againSpoiled() []spoiled {
	const a, r = "stage 2 acknowledgement", "stage 2 response"
	return []spoiled{
		without(a, "opening", "received"), other(a, "opening", "1 December 2026", "2 December 2026", "received"),
		other(a, "subject", "stage 2", "stage 1", "stage"), other(a, "opening", "stage 2", "stage 3", "stage"),
		without(a, "point 3", "understanding"), other(a, "point 1", "the hall", "the loft", "understanding"),
		without(a, "wanted", "outcome-sought"), other(a, "wanted", "23 days", "30 days", "outcome-sought"),
		without(a, "responsibility", "responsibility"), other(a, "handler", "had no part", "had a part", "other-officer"),
		without(a, "due", "due"), other(a, "due", "7 January", "8 January", "due"), other(a, "due", "20 working days", "10 working days", "due"),
		without(a, "support", "support"), without(a, "handler", "contact"), without(a, "route housing", "ombudsman"),
		since(a, "given to who handled stage 1", "other-officer", func(c *casework.Case) {
			c.Stages = slices.Clone(c.Stages)
			c.Current().Handler = okafor.ID
		}),
		since(a, "the reviewer had reviewed stage 1", "other-officer", func(c *casework.Case) {
			c.Stages = slices.Clone(c.Stages)
			c.Stages[0].Reviews = []casework.Review{{ID: 1, By: marsh.ID}}
		}),
		since(a, "another point taken to stage 2", "understanding", func(c *casework.Case) {
			c.Stages = slices.Clone(c.Stages)
			c.Current().Points = []int{1, 2, 3, 4}
		}),
		other(r, "subject", "stage 2", "stage 1", "stage"), other(r, "opening", "final answer,", "answer,", "stage"),
		without(r, "point 1", "definition"), without(r, "wanted", "definition"), without(r, "decision 3", "decision"),
		without(r, "first 3", "decision"), other(r, "first 3", "Not upheld", "Upheld", "decision"), other(r, "decision 3", "Upheld", "Not upheld", "decision"),
		without(r, "reasons 4", "reasons"), without(r, "remedies", "remedy"), without(r, "promised 3", "actions"),
		without(r, "escalation", "escalation"), other(r, "escalation", "our last answer,", "our answer,", "escalation"),
		other(r, "escalation", "Housing Ombudsman", "council", "escalation"), other(r, "opening", "had no part", "had a part", "other-officer"),
		without(r, "route housing", "ombudsman"), other(r, "route housing", "12 months", "12 weeks", "ombudsman"), other(r, "route housing", "at any time", "now", "ombudsman"),
		without(r, "offered before", "offer"), other(r, "offered before", "£606.68", "£606.00", "offer"), other(r, "total", "£732.68", "£126.00", "offer"),
		other("stage 2 response about allocations", "route lgsco", "12 months", "12 weeks", "route"),
		other("stage 2 response about Money Advice", "route fos", "six months", "nine months", "route"),
		since(r, "a point unanswered at stage 2", "every-point", func(c *casework.Case) {
			c.Points[0].Earlier = []casework.Finding{{Stage: 1, Outcome: casework.Upheld}}
			c.Points[0].Finding, c.Points[0].Stage = casework.Upheld, 1
		}),
		since(r, "nobody was called at stage 2", "call", func(c *casework.Case) { c.Calls = c.Calls[:1] }),
		since(r, "more offered at stage 1", "offer", func(c *casework.Case) {
			c.Redress = append(redress.Ledger{{ID: 99, Head: redress.Inconvenience, Working: "More.", Sum: 100, Stage: 1}}, c.Redress...)
		}),
	}
}

func longerSpoiled() []spoiled {
	const e, again, u, last = "extension", "stage 2 extension", "holding update", "holding update, the last"
	late := calendar.On(2026, 11, 18)
	return []spoiled{
		other(e, "subject", "stage 1", "stage 2", "stage"), other(again, "opening", "stage 2", "stage 1", "stage"),
		without(e, "new day", "new-date"), other(e, "new day", "24 November", "25 November", "new-date"), other(e, "new day", "five working days", "ten working days", "new-date"),
		without(e, "was due", "new-date"), other(e, "was due", "17 November", "18 November", "new-date"), other(e, "was due", "I am sorry", "You will see", "sorry"),
		without(e, "why", "reasons"), other(e, "why", "surveyor", "plumber", "reasons"), without(e, "route housing", "ombudsman-address"),
		other(e, "route housing", "PO Box 1484,", "PO Box 1485,", "ombudsman-address"), without(e, "contact", "contact"), without(e, "opening", "received"),
		without(again, "new day", "new-date"), without(again, "why", "reasons"), without(again, "route housing", "ombudsman-address"), other(again, "subject", "stage 2", "stage 1", "stage"),
		made(e, "a day too late", "in-time", func(in *letter.Input) { in.Today = late }),
		made(again, "a day too late", "in-time", func(in *letter.Input) { in.Today = calendar.On(2027, 1, 8) }),
		stageSince(e, "taken back since", "new-date", func(s *casework.Stage) { s.Extensions = nil }),
		stageSince(e, "the reason changed since", "reasons", func(s *casework.Stage) { s.Extensions[0].Reason = "Something else." }),
		without(u, "next update", "next-update"), other(u, "next update", "4 December", "5 December", "next-update"), other(u, "next update", "we agreed", "I think", "next-update"),
		without(u, "why", "reasons"), other(u, "why", "receiver", "firm", "reasons"), without(u, "expected", "expected"), other(u, "expected", "11 December", "18 December", "expected"),
		other(u, "opening", "sorry", "glad", "reasons"), without(u, "was due", "reasons"), other(u, "was due", "17 November", "19 November", "reasons"),
		other(last, "next update", "11 December", "14 December", "next-update"), without(u, "route housing", "ombudsman"),
		stageSince(u, "no further day agreed", "next-update", func(s *casework.Stage) { s.Updates, s.Beyond.Expected = s.Updates[:1], s.Updates[0].Due }),
		stageSince(u, "nobody said why", "reasons", func(s *casework.Stage) { s.Beyond.Reason = "" }),
		stageSince(u, "the expected day has passed", "expected", func(s *casework.Stage) { s.Beyond.Expected = s.Updates[0].Due.AddDays(-1) }),
	}
}

func refusalSpoiled() []spoiled {
	const p, w, e = "refusal of a point", "refusal of the whole", "escalation refusal"
	all := []spoiled{
		without(p, "point 3", "reasons"), without(p, "ground 3", "reasons"), other(p, "ground 3", "12 months", "6 months", "reasons"),
		without(p, "heading point 3", "reasons"), without(p, "happened 3", "reasons"), other(p, "happened 3", "2 May 2024", "3 May 2024", "reasons"),
		without(p, "merits 3", "circumstances"), other(p, "merits 3", "unwell", "away", "circumstances"),
		without(p, "discretion 3", "discretion"), other(p, "discretion 3", "Dan Okafor", "Jo Marsh", "discretion"), other(p, "discretion 3", "left the firm", "left town", "discretion"),
		without(p, "goes on", "goes-on"), other(p, "goes on", "points 1, 2 and 4", "points 1 and 2", "goes-on"),
		without(p, "right", "right-to-ombudsman"), other(p, "right", "at any time", "later", "right-to-ombudsman"), other(p, "right", "our decision", "our answer", "right-to-ombudsman"),
		without(p, "route housing", "ombudsman"), other(p, "opening", "sorry", "glad", "sorry"), without(p, "contact", "contact"),
		without(w, "court 1", "proceedings"), other(w, "court 1", "14 September", "15 September", "proceedings"), other(w, "court 1", "K04DE219", "K04DE210", "proceedings"),
		without(e, "ground stage 2", "reasons"), without(e, "merits stage 2", "circumstances"), without(e, "court stage 2", "proceedings"),
		without(e, "discretion stage 2", "discretion"), without(e, "right", "right-to-ombudsman"), without(e, "basis stage 2", "evidence"), without(e, "stands", "stands"),
		other(e, "opening", "1 December 2026", "30 November 2026", "received"), without(e, "route housing", "ombudsman"),
		since(p, "set aside since", "reasons", func(c *casework.Case) { c.Points[2].Excluded.Overturned = received.AddDays(1) }),
		since(p, "another point refused since", "reasons", func(c *casework.Case) { c.Points[0].Excluded = c.Points[2].Excluded }),
		since(w, "another point goes on", "goes-on", func(c *casework.Case) { c.Points = append(c.Points, casework.Point{ID: 9, Text: "The gate"}) }),
		since(w, "no court is recorded", "proceedings", func(c *casework.Case) { c.Points[0].Excluded.Court = "" }),
		stageSince(e, "opened since", "reasons", func(s *casework.Stage) { s.Refused.Overturned = asked2.AddDays(1) }),
	}
	for _, field := range []struct {
		found  string
		change func(e *casework.Exclusion)
	}{
		{"circumstances", func(e *casework.Exclusion) { e.Merits = "" }}, {"discretion", func(e *casework.Exclusion) { e.Discretion = "" }},
		{"evidence", func(e *casework.Exclusion) { e.Evidence = nil }},
	} {
		all = append(all, made(p, "nobody wrote the "+field.found, field.found, func(in *letter.Input) {
			in.Case.Points = slices.Clone(in.Case.Points)
			field.change(&in.Case.Points[2].Excluded)
		}))
	}
	return all
}

func appealSpoiled() []spoiled {
	const a, r, old = "appeal acknowledgement", "appeal response after it ended", "appeal response while the designated person was law"
	return []spoiled{
		without(a, "opening", "received"), without(a, "point 1", "understanding"), without(a, "wanted", "outcome-sought"), without(a, "because", "appointed"),
		other(a, "handler", "Head of Service", "Chief Executive", "appointed"), other(a, "handler", "had no part", "had a part", "appointed"),
		other(a, "due", "22 November", "23 November", "due"), without(a, "route housing", "ombudsman"),
		without(r, "point 1", "definition"), without(r, "decision 1", "decision"), without(r, "first 2", "decision"), without(r, "reasons 2", "reasons"),
		without(r, "remedies", "remedy"), without(r, "no promises", "actions"), without(r, "escalation", "escalation"), other(r, "opening", "had no part", "had a part", "other-officer"),
		other(r, "route housing", "12 months", "12 weeks", "ombudsman"), without(old, "designated", "escalation"),
		{r, "the designated person is back", func(s *sheet) bool { return s.add("escalation", "Ask a designated person first.") }, "nothing-retired"},
		{r, "the eight weeks are back", func(s *sheet) bool { return s.add("escalation", "Wait eight weeks.") }, "nothing-retired"},
		since(r, "a point unanswered on appeal", "every-point", func(c *casework.Case) { c.Points[0].Finding = "" }),
	}
}

func deathSpoiled() []spoiled {
	const p = "acknowledgement to an executor"
	return []spoiled{
		without(p, "acts for", "recipient"), other(p, "greeting", "Helen Tilley", "Maureen Tilley", "recipient"),
		made(p, "nobody deals with her affairs", "recipient", func(in *letter.Input) { in.Case.Representative = casework.Representative{} }),
		made(p, "only somebody whom she had chosen in life", "recipient", func(in *letter.Input) {
			in.Case.Representative.Authority, in.Case.Representative.Until = "signed form", acknowledged
		}),
		made(p, "no address of the executor", "recipient", func(in *letter.Input) { in.Case.Representative.Lines = nil }),
		without("acknowledgement with a point refused", "not taken 3", "responsibility"),
		other("acknowledgement with a point refused", "responsibility", "points 1, 2 and 4", "points 1, 2 and 3", "responsibility"),
	}
}

// owed names the obligations that the papers answer to.
var owed = map[string][2]string{
	"stage 2 acknowledgement": {"current", policy.Stage2Acknowledgement}, "stage 2 response": {"current", policy.Stage2Response},
	"extension": {"current", policy.Extension}, "stage 2 extension": {"current", policy.Stage2Extension},
	"holding update": {"current", policy.HoldingUpdate}, "refusal of a point": {"current", policy.RefusalLetter},
	"refusal of the whole": {"current", policy.RefusalLetter}, "escalation refusal": {"current", policy.EscalationRefusal},
	"appeal acknowledgement": {"earlier", policy.AppealAcknowledgement}, "appeal response after it ended": {"earlier", policy.AppealResponse},
}

func TestEachThingThatAFurtherLetterOwesIsLookedFor(t *testing.T) {
	papers := further(t)
	tried := map[[2]string]map[string]bool{}
	for _, d := range slices.Concat(againSpoiled(), longerSpoiled(), refusalSpoiled(), appealSpoiled(), deathSpoiled()) {
		in := papers[d.paper]
		s := copied(sheet{filled(t, in), in})
		if !d.do(&s) {
			t.Errorf("%s could not be spoiled: %s", d.paper, d.how)
			continue
		}
		var ids []string
		for _, f := range letter.Failing(letter.Check(s.letter, s.in)) {
			ids = append(ids, f.ID)
		}
		if !slices.Contains(ids, d.found) {
			t.Errorf("%s, %s: found %q and not %s", d.paper, d.how, ids, d.found)
		}
		kind := owed[d.paper]
		if tried[kind] == nil {
			tried[kind] = map[string]bool{}
		}
		tried[kind][d.found] = true
	}
	for _, kind := range owed {
		p, _ := policies(t).Named(kind[0])
		for _, o := range p.Obligations(kind[1]) {
			if o.Letter == kind[1] && o.Must && !tried[kind][o.ID] {
				t.Errorf("no %s was spoiled in %s", kind[1], o.ID)
			}
		}
	}
}

// A figure of ours is a day, a sum, a number to ring or a time. One that is
// wrong must not go out.
func TestOneWrongFigureInAFurtherLetterShutsIt(t *testing.T) {
	theirs := slices.Concat(freely, []string{"why", "merits", "discretion", "basis", "because"})
	for name, in := range further(t) {
		good := sheet{filled(t, in), in}
		for i := range good.letter.Document.Pages {
			for j, w := range good.letter.Document.Pages[i].Words {
				block, _, _ := strings.Cut(w.Tag, " ")
				at := strings.IndexAny(w.Text, "0123456789")
				if at < 0 || slices.Contains(theirs, w.Tag) || slices.Contains(theirs, block) || strings.HasPrefix(w.Tag, "heading reasons") {
					continue
				}
				s := copied(good)
				s.letter.Document.Pages[i].Words[j].Text = w.Text[:at] + string('0'+(w.Text[at]-'0'+1)%10) + w.Text[at+1:]
				if !letter.Shut(letter.Check(s.letter, s.in)) {
					t.Errorf("%s: %s for %s in %q was let through", name, s.letter.Document.Pages[i].Words[j].Text, w.Text, w.Tag)
				}
			}
		}
	}
}
