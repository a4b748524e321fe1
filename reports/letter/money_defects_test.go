package letter_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/reports/letter"
)

// ledgerSince changes a line of the ledger after its letter was made.
func ledgerSince(paper, how, found string, change func(l *redress.Line)) spoiled {
	return since(paper, how, found, func(c *casework.Case) {
		c.Redress = slices.Clone(c.Redress)
		change(&c.Redress[0])
	})
}

// offerSince changes the offer after its letter was made.
func offerSince(paper, how, found string, change func(o *casework.Offer)) spoiled {
	return since(paper, how, found, func(c *casework.Case) {
		c.Offers = slices.Clone(c.Offers)
		change(&c.Offers[len(c.Offers)-1])
	})
}

func offerSpoiled() []spoiled {
	const o, again, one = "offer", "offer at stage 2", "offer of one sum"
	return []spoiled{
		without(o, "opening", "received"), without(o, "line 1", "offer"), without(o, "sum 2", "offer"), without(o, "total", "offer"), without(o, "offer", "offer"),
		other(o, "sum 1", "£294.00", "£294.01", "offer"), other(o, "total", "£606.68", "£606.67", "offer"), other(o, "offer", "£606.68", "£606.86", "offer"),
		other(o, "offer", "(six hundred and six pounds", "(six hundred and sixty pounds", "in-words"), other(o, "line 1", "£420.00 ×", "£240.00 ×", "offer"),
		without(again, "offered before", "offer"), other(again, "offered before", "£606.68", "£606.86", "offer"), other(again, "offered before", "stage 1", "stage 2", "offer"),
		other(again, "offer", "£732.68", "£126.00", "offer"), other(again, "opening", "1 December 2026", "28 October 2026", "received"),
		without(o, "accept", "accept"), other(o, "accept", "stage 2", "nothing", "accept"), other(o, "accept", "Ombudsman", "office", "accept"),
		other(again, "accept", "can still", "cannot", "accept"), other(one, "accept", "complain", "think", "accept"),
		{o, "it settles everything", func(s *sheet) bool { return s.add("accept", "This settles the matter.") }, "accept"},
		{o, "full and final", func(s *sheet) bool { return s.add("choice", "It is in full and final settlement.") }, "wording"},
		{o, "full and final on the slip", func(s *sheet) bool { return s.add("slip all", "in full and final settlement") }, "wording"},
		without(o, "slip", "slip"), without(o, "slip all", "slip"), without(o, "slip part", "slip"), without(o, "slip line 3", "slip"), without(o, "slip none", "slip"),
		without(o, "slip sign", "slip"), without(o, "slip return", "slip"), other(o, "slip all", "£606.68", "£606.00", "slip"), other(o, "slip line 2", "£22.68", "£22.86", "slip"),
		other(o, "slip return", "bank details", "name", "slip"), other(o, "slip", "C-2026-0377-D,", "C-2026-0378-D,", "slip"), other(o, "slip return", "839 London", "893 London", "slip"),
		without(o, "choice", "slip"), other(one, "choice", "All of it", "None of it", "offer"), without(o, "paid by", "paid-by"), other(o, "paid by", "10 working days", "10 days", "paid-by"), other(o, "paid by", "how you would", "that you would", "paid-by"),
		without(o, "arrears", "arrears"), other(o, "arrears", "do not take any", "may take some", "arrears"), without(o, "contact", "contact"), without(o, "route housing", "ombudsman"),
		ledgerSince(o, "a sum changed since", "offer", func(l *redress.Line) { l.Sum++ }), ledgerSince(o, "a working changed since", "offer", func(l *redress.Line) { l.Working = "Otherwise." }),
		since(o, "nothing waits for her answer since", "slip", func(c *casework.Case) {
			c.Redress = slices.Clone(c.Redress)
			for i := range c.Redress {
				c.Redress[i].Head = redress.FixedPayment
			}
		}),
		since(o, "a sum taken back since", "offer", func(c *casework.Case) { c.Redress, c.Offers = c.Redress[1:], nil }),
		offerSince(o, "waits for somebody since", "approved", func(p *casework.Offer) { p.Approved = calendar.Date{} }),
		{o, "another sum in our words", func(s *sheet) bool { return s.add("choice", "We will pay you £900.00.") }, "offer"},
	}
}

func fixedSpoiled() []spoiled {
	const v, u, d = "fixed payment", "fixed payment for a letter", "fixed payment for the door entry"
	return []spoiled{
		without(v, "opening", "received"), without(v, "event 1 1", "events"), without(v, "event 1 2", "events"), other(v, "event 1 1", "24 September", "25 September", "events"),
		other(u, "event 1 1", "9 October", "8 October", "events"), other(u, "event 1 1", "20 October", "21 October", "events"), other(d, "event 1 1", "24 August", "25 August", "events"),
		other(v, "event 1 2", "12:40", "11:40", "events"), other(v, "event 1 2", "Our contractor", "We", "events"),
		without(d, "event 1 1", "events"), without(v, "sum 1", "payment"), other(v, "sum 1", "£20.00", "£10.00", "payment"), other(v, "offer", "£20.00", "£30.00", "payment"), without(v, "total", "payment"),
		other(v, "line 1", "£20.00", "£10.00", "payment"), other(v, "offer", "(twenty", "(thirty", "in-words"),
		without(v, "accept", "accept"), other(v, "accept", "can still", "cannot", "accept"), other(v, "accept", "complain", "wonder", "accept"), without(v, "paid by", "paid-by"),
		other(v, "paid by", "10 working days", "20 working days", "paid-by"), without(v, "arrears", "arrears"), without(v, "contact", "contact"), without(v, "route housing", "ombudsman"),
		ledgerSince(v, "a visit taken out since", "events", func(l *redress.Line) { l.Input.Visits = l.Input.Visits[:1] }),
		ledgerSince(v, "a sum changed since", "payment", func(l *redress.Line) { l.Sum += 1000 }),
		ledgerSince(v, "nothing is said of what it is for", "events", func(l *redress.Line) { l.Input.Visits = nil }),
	}
}

func repairSpoiled() []spoiled {
	const n, s, p, rent = "right to repair notice", "second contractor notice", "right to repair compensation", "right to repair compensation, towards rent"
	repairSince := func(paper, how, found string, change func(r *casework.RepairRight)) spoiled {
		return since(paper, how, found, func(c *casework.Case) {
			c.Repairs = slices.Clone(c.Repairs)
			change(&c.Repairs[0])
		})
	}
	all := []spoiled{
		without(n, "opening", "repair"), other(n, "opening", "21 September", "22 September", "repair"), without(n, "second contractor", "second-contractor"),
		other(n, "second contractor", "second contractor.", "friend.", "second-contractor"), other(n, "second contractor", "01332 888777", "01332 888778", "second-contractor"),
		other(n, "second contractor", "nothing", "something", "second-contractor"), {n, "a sum in the first notice", func(s *sheet) bool { return s.add("last day", "Or we pay £10.00.") }, "money"},
		other(s, "opening", "28 September", "27 September", "repair"), without(s, "payable", "payable"), other(s, "payable", "£10.00", "£15.00", "payable"),
		other(s, "payable", "£2.00", "£3.00", "payable"), other(s, "payable", "£50.00", "£500.00", "payable"), {s, "another sum where it is paid", func(s *sheet) bool { return s.add("payable", "And £5.00.") }, "money"},
		without(p, "repair what 1", "repair"), without(p, "repair days 1", "repair"), other(p, "repair days 1", "28 September", "27 September", "repair"), other(p, "repair days 1", "29 September", "30 September", "repair"),
		other(p, "repair days 1", "14 October", "15 October", "repair"), other(p, "repair what 1", "bath", "sink", "repair"), without(p, "sum 1", "payment"), other(p, "sum 1", "£40.00", "£42.00", "payment"),
		other(p, "line 1", "15 days", "16 days", "payment"), other(p, "offer", "(forty", "(fifty", "in-words"), without(p, "accept", "accept"), without(p, "paid by", "paid-by"), without(p, "arrears", "arrears"),
		other(p, "arrears", "do not take any", "may take some", "arrears"), other(rent, "arrears", "£40.00", "£20.00", "arrears"), without(rent, "arrears", "arrears"), without(p, "route housing", "ombudsman"),
		ledgerSince(p, "no line of it since", "repair", func(l *redress.Line) { l.Head, l.Input = redress.FixedPayment, redress.Input{} }),
		repairSince(n, "done since", "repair", func(r *casework.RepairRight) { r.Done = piped }), repairSince(n, "ended since", "repair", func(r *casework.RepairRight) { r.Ended = piped }),
		repairSince(n, "another contractor since", "contractor", func(r *casework.RepairRight) { r.Contractor = "Cedar" }),
		repairSince(s, "counted again since", "last-day", func(r *casework.RepairRight) { r.SecondBy.Due = secondBy.AddDays(1) }),
		repairSince(p, "counted again since", "repair", func(r *casework.RepairRight) { r.SecondBy.Due = secondBy.AddDays(1) }),
	}
	for _, paper := range []string{n, s} {
		all = append(all, without(paper, "repair", "repair"), without(paper, "defect", "repair"), without(paper, "contractor", "contractor"), without(paper, "last day", "last-day"),
			other(paper, "last day", "end of", "start of", "last-day"), without(paper, "right ends", "right-ends"), other(paper, "right ends", "ours", "yours", "right-ends"),
			without(paper, "complain", "can-complain"), without(paper, "route housing", "ombudsman"), without(paper, "contact", "contact"), other(paper, "repair", "bath", "sink", "repair"))
	}
	return append(all, other(n, "last day", "Tuesday 22 September", "Wednesday 23 September", "last-day"), other(s, "last day", "Tuesday 29 September", "Wednesday 30 September", "last-day"))
}

func petitionSpoiled() []spoiled {
	const a, late, o, looked = "petition acknowledgement", "petition acknowledgement, late", "petition outcome", "petition outcome, looked into late"
	petitionSince := func(paper, how, found string, change func(p *casework.Petition)) spoiled {
		return since(paper, how, found, func(c *casework.Case) { change(&c.Petition) })
	}
	var all []spoiled
	for _, paper := range []string{a, o} {
		all = append(all, without(paper, "opening", "petition"), other(paper, "opening", "1 December", "2 December", "petition"), other(paper, "opening", "214 signatures", "241 signatures", "petition"),
			without(paper, "story", "petition"), other(paper, "story", "lights", "trees", "petition"), without(paper, "can complain", "can-complain"), other(paper, "can complain", "at any time", "once", "can-complain"),
			other(paper, "can complain", "anybody", "nobody", "can-complain"), other(paper, "can complain", "01332 888777", "01332 888778", "can-complain"), without(paper, "contact", "contact"), without(paper, "route housing", "ombudsman"),
			petitionSince(paper, "signatures counted again since", "petition", func(p *casework.Petition) { p.Signatures++ }))
	}
	return append(all,
		without(a, "investigated by", "investigated-by"), other(a, "investigated by", "Wednesday 16", "Thursday 17", "investigated-by"), without(a, "board", "board"),
		other(a, "board", "Operational Board", "office", "board"), other(a, "board", "do not promise", "promise", "board"), spoiled{a, "money in it", func(s *sheet) bool { return s.add("board", "We will pay £5.00.") }, "money"},
		without(late, "late", "late"), other(late, "late", "sorry", "glad", "late"), other(late, "late", "Tuesday 8", "Monday 7", "late"),
		petitionSince(a, "counted again since", "investigated-by", func(p *casework.Petition) { p.InvestigateBy.Due = p.InvestigateBy.Due.AddDays(6) }),
		petitionSince(a, "late after all", "late", func(p *casework.Petition) { p.AcknowledgeBy.Due = handedIn.AddDays(1) }),
		petitionSince(late, "in time after all", "late", func(p *casework.Petition) { p.AcknowledgeBy.Due = handedIn.AddDays(9) }),
		without(o, "findings", "findings"), other(o, "findings", "Three lamps", "Two lamps", "findings"), without(o, "outcome", "outcome"), other(o, "outcome", "£12,000.00", "£21,000.00", "outcome"),
		without(o, "heading outcome", "outcome"), other(o, "heading outcome", "9 February", "10 February", "outcome"), other(o, "can complain", "Ombudsman", "office", "can-complain"),
		without(looked, "late", "late"), other(looked, "late", "Wednesday 16", "Thursday 17", "late"),
		petitionSince(o, "found otherwise since", "findings", func(p *casework.Petition) { p.Findings = "Nothing." }),
		petitionSince(o, "decided otherwise since", "outcome", func(p *casework.Petition) { p.Outcome = "Nothing." }),
	)
}

func claimSpoiled() []spoiled {
	const own, theirs = "insurance claim cover", "insurance claim cover to a contractor"
	all := []spoiled{
		without(own, "claim", "claim"), other(own, "claim", "Maureen Tilley", "Joan Pickard", "claim"), other(own, "claim", "14 Ladywell", "41 Ladywell", "claim"), other(own, "claim", "Derby Homes Ltd", "Nobody", "claim"),
		other(theirs, "claim", "Alder Roofing Ltd,", "Birch Roofing Ltd,", "claim"), other(own, "claim", "somebody was hurt", "nobody was", "claim"), other(own, "claim", "3 November", "4 November", "claim"),
		without(own, "enclosed 1", "enclosed"), without(own, "enclosed 2", "enclosed"), other(own, "enclosed 2", "table.jpg", "chair.jpg", "enclosed"), other(own, "opening", "enclose", "have", "enclosed"),
		without(own, "opening", "received"), other(own, "opening", "28 October", "27 October", "received"), without(own, "view", "no-view"), without(own, "privacy", "private"), without(own, "contact", "contact"),
		without(theirs, "address", "recipient"), without(own, "greeting", "recipient"), other(theirs, "address", "Alder Roofing Ltd", "Maureen Tilley", "recipient"),
		other(own, "view", "your own reference", "a reference", "reply"), {own, "an ombudsman", func(s *sheet) bool { return s.add("view", "Ask the Ombudsman.") }, "ombudsman"},
		since(own, "more evidence since", "enclosed", func(c *casework.Case) {
			c.Evidence = append(slices.Clone(c.Evidence), casework.Evidence{ID: 2, Name: "receipt.pdf"})
		}),
		since(own, "against a contractor since", "recipient", func(c *casework.Case) { c.Claim.Against = "Alder Roofing" }),
	}
	for _, view := range []string{"We accept liability.", "We were at fault.", "I am sorry.", "The complaint was upheld.", "They were negligent.", "We offer £50.00.", "We should have mended it.", "Our finding was otherwise."} {
		all = append(all, spoiled{own, view, func(s *sheet) bool { return s.add("view", view) }, "no-view"})
	}
	return all
}

func TestEachThingThatALetterOnMoneyOrAPromiseOwesIsLookedFor(t *testing.T) {
	papers := map[string]sheet{}
	for _, p := range promisedPapers(t) {
		papers[p.name] = sheet{filled(t, p.in), p.in}
	}
	tried := map[casework.LetterKind]map[string]bool{}
	for _, d := range slices.Concat(offerSpoiled(), fixedSpoiled(), repairSpoiled(), petitionSpoiled(), claimSpoiled()) {
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
	if len(tried) != 8 {
		t.Errorf("%d kinds were spoiled", len(tried))
	}
	everyDuty(t, tried)
}

// A figure of ours is a day, a sum, a number to ring or a time. One that is
// wrong must not go out, and a sum less than any.
func TestOneWrongFigureInALetterOnMoneyShutsIt(t *testing.T) {
	theirs := []string{"story", "findings", "outcome"}
	for _, p := range promisedPapers(t) {
		good := sheet{filled(t, p.in), p.in}
		for i := range good.letter.Document.Pages {
			for j, w := range good.letter.Document.Pages[i].Words {
				block, _, _ := strings.Cut(w.Tag, " ")
				at := strings.IndexAny(w.Text, "0123456789")
				if at < 0 || slices.Contains(theirs, block) {
					continue
				}
				s := copied(good)
				s.letter.Document.Pages[i].Words[j].Text = w.Text[:at] + string('0'+(w.Text[at]-'0'+1)%10) + w.Text[at+1:]
				if !letter.Shut(letter.Check(s.letter, s.in)) {
					t.Errorf("%s: %s for %s in %q was let through", p.name, s.letter.Document.Pages[i].Words[j].Text, w.Text, w.Tag)
				}
			}
		}
	}
}
