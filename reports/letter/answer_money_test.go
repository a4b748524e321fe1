package letter_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// TestAnAnswerSaysHowSoonItsMoneyIsPaid and what of it may go for rent: £40.00
// under the Right to Repair alone, and only where the office says so (Code 7.3,
// ruling 21).
func TestAnAnswerSaysHowSoonItsMoneyIsPaid(t *testing.T) {
	c := unoffered(t)
	none := filled(t, input(t, casework.Response, c, today))
	if words := none.Document.TextOf("paid by") + none.Document.TextOf("arrears"); words != "" {
		t.Errorf("it offers nothing and says %q", words)
	}
	for _, k := range []struct {
		name   string
		acts   []casework.OfferRedress
		offset bool
		says   string
	}{
		{"nothing for rent", []casework.OfferRedress{lawsMoney, delayHarm}, false, "We do not take any of it for rent that you may owe us."},
		{"part of it may", []casework.OfferRedress{lawsMoney, delayHarm}, true, "If you owe us rent, up to £40.00 of this may go towards it, because the law allows that for the Right to Repair. We do not take the rest for rent."},
		{"all of it may", []casework.OfferRedress{lawsMoney}, true, "If you owe us rent, up to £40.00 of this may go towards it, because the law allows that for the Right to Repair."},
		{"nothing that may", []casework.OfferRedress{delayHarm}, true, "We do not take any of it for rent that you may owe us."},
	} {
		in := input(t, casework.Response, owing(t, c, today, k.acts...), today)
		in.Settings.Redress.Offset = k.offset
		l := filled(t, in)
		if got := l.Document.TextOf("arrears"); got != k.says {
			t.Errorf("%s: %q", k.name, got)
		}
		if got := l.Document.TextOf("paid by"); !strings.Contains(got, "within 10 working days") {
			t.Errorf("%s: %q", k.name, got)
		}
		for _, f := range letter.Failing(letter.Check(l, in)) {
			if f.ID == "paid-by" || f.ID == "arrears" || f.ID == "offer" {
				t.Errorf("%s: %s", k.name, f.Words)
			}
		}
	}
}

// unoffered is the leak found upheld, before any money: acknowledged, rung and
// answered on each point.
func unoffered(tb testing.TB) casework.Case {
	tb.Helper()
	c := recorded(tb, received)
	c = apply(tb, c, acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "the resident"})
	c = apply(tb, c, today, casework.LogCall{On: today, Reached: true, Note: "Told her what I found"})
	for p := range c.Points {
		c = apply(tb, c, today, casework.AnswerPoint{Point: p + 1, Finding: casework.Upheld, Reasons: "We were late."})
	}
	return apply(tb, c, today, casework.AddRemedy{Kind: "apology", Text: "We say sorry."})
}

var (
	lawsMoney = casework.OfferRedress{Input: redress.Input{Kind: redress.Repaired, Title: "The pipe", Repair: redress.Repair{
		Defect: "leaking-pipe", Right: true, Cost: 9000, Reported: piped, Asked: askedSecond, Done: mended}}}
	delayHarm  = casework.OfferRedress{Input: redress.Judge("delay", "serious", 20000, "23 days without a bath.")}
	carpetLoss = casework.OfferRedress{Input: carpet("Landing carpet", 42000)}
	visitsOwed = casework.OfferRedress{Input: twoVisits()}
)

// partlyOwed offers £20.00 and £40.00 that are owed outright, and £494.00 that
// waits for her answer. owedOutright offers those £60.00 alone.
func partlyOwed(tb testing.TB) casework.Case {
	return owing(tb, unoffered(tb), today, carpetLoss, visitsOwed, delayHarm, lawsMoney)
}

func owedOutright(tb testing.TB) casework.Case {
	return owing(tb, unoffered(tb), today, visitsOwed, lawsMoney)
}

// TestTheSlipAsksOnlyAboutWhatWaitsForAnAnswer: what is owed outright is said to
// be the resident's, and no box can lose it. An answer that offers nothing, or
// nothing that has to be accepted, has no slip.
func TestTheSlipAsksOnlyAboutWhatWaitsForAnAnswer(t *testing.T) {
	for _, k := range []struct {
		name                           string
		of                             casework.Case
		keeps, all, part, none, choice string
		lines                          int
	}{
		{"no money", unoffered(t), "", "", "", "", "", 0},
		{"all owed outright", owedOutright(t), "", "", "", "", "All of it is yours. You do not have to say yes to it first.", 0},
		{"one sum to accept", owing(t, unoffered(t), today, delayHarm), "", "I accept all of it: £200.00", "", "I do not accept any of it",
			"You can say yes to all of it or to none of it. Please send the slip back, or tell me.", 0},
		{"one to accept and one owed", owing(t, unoffered(t), today, delayHarm, visitsOwed),
			"£20.00 of our offer is yours whatever you tick. This slip is about the rest.", "I accept all of the rest: £200.00", "", "I do not accept any of the rest",
			"£20.00 of it is yours whether or not you accept the rest. We owe you that as a fixed payment or under the Right to Repair. You can say yes to all of the rest or to none of it. Please send the slip back, or tell me.", 0},
		{"two to accept and two owed", partlyOwed(t),
			"£60.00 of our offer is yours whatever you tick. This slip is about the rest.", "I accept all of the rest: £494.00", "Or I accept only what I tick here:", "I do not accept any of the rest",
			"£60.00 of it is yours whether or not you accept the rest. We owe you that as a fixed payment or under the Right to Repair. You can say yes to all of the rest, to part of it or to none of it. Please send the slip back, or tell me.", 2},
		{"four to accept", answered(t), "", "I accept all of it: £606.68", "Or I accept only what I tick here:", "I do not accept any of it",
			"You can say yes to all of it, to part of it or to none of it. Please send the slip back, or tell me.", 4},
	} {
		for _, large := range []bool{false, true} {
			in := input(t, casework.Response, k.of, today)
			in.LargePrint = large
			mustPass(t, in)
			doc := filled(t, in).Document
			for tag, want := range map[string]string{"slip keeps": k.keeps, "slip all": k.all, "slip part": k.part, "slip none": k.none, "choice": k.choice} {
				if got := doc.TextOf(tag); got != want {
					t.Errorf("%s, %s: %q, not %q", k.name, tag, got, want)
				}
			}
			lines := 0
			for _, tag := range doc.Tags() {
				if strings.HasPrefix(tag, "slip line ") {
					lines++
				}
			}
			if cut := doc.TextOf("cut"); lines != k.lines || (cut == "") != (k.all == "") {
				t.Errorf("%s: %d boxes for a part, cut at %q", k.name, lines, cut)
			}
		}
	}
}

// TestTheSlipIsOneSheet: a slip of five sums fits one page in large print too.
// One that cannot is advised of and does not shut the printer.
func TestTheSlipIsOneSheet(t *testing.T) {
	long := "A dehumidifier that ran day and night on the landing and in the bathroom"
	dried := casework.OfferRedress{Input: redress.Input{Kind: redress.Rated, Title: long, Reason: "utilities", Rate: redress.Rate{Count: 21, Unit: "day", Each: 108}}}
	visits := casework.OfferRedress{Input: redress.Judge("visits", "", 3000, "Two missed visits at £15.00.")}
	hall := casework.OfferRedress{Input: carpet("Hall carpet", 18000)}
	five := owing(t, unoffered(t), today, carpetLoss, dried, visits, delayHarm, hall, lawsMoney)
	many := five
	for i := range 9 {
		many = owing(t, many, today, casework.OfferRedress{Input: carpet(long+" and in room "+strings.Repeat("I", i+1), 18000)})
	}
	for _, k := range []struct {
		of    casework.Case
		large bool
		whole bool
	}{{five, false, true}, {five, true, true}, {many, false, true}, {many, true, false}} {
		in := input(t, casework.Response, k.of, today)
		in.LargePrint = k.large
		l := filled(t, in)
		found := letter.Check(l, in)
		advised := slices.ContainsFunc(found, func(f letter.Finding) bool { return f.ID == "slip" && !f.OK })
		if letter.Shut(found) || advised == k.whole {
			t.Errorf("%d sums, large %v: shut %v, advised of its length %v", len(k.of.Redress), k.large, letter.Shut(found), advised)
		}
		pages := 0
		for _, p := range l.Document.Pages {
			if slices.ContainsFunc(p.Words, func(w paper.Word) bool { return strings.HasPrefix(w.Tag, "slip") }) {
				pages++
			}
		}
		if (pages == 1) != k.whole {
			t.Errorf("%d sums, large %v: the slip is on %d pages", len(k.of.Redress), k.large, pages)
		}
	}
}

// TestEveryAnswerWithMoneyShutsWithoutItsSlip takes each thing off the slip of
// each answer.
func TestEveryAnswerWithMoneyShutsWithoutItsSlip(t *testing.T) {
	asked := calendar.On(2022, 5, 3)
	again := appealAnswered(t, asked)
	papers := map[string]sheet{}
	for name, in := range map[string]letter.Input{
		"stage 1": input(t, casework.Response, answered(t), today), "stage 2": input(t, casework.Response, answeredAgain(t), finished2),
		"earlier": input(t, casework.Response, answeredOn(t, asked, asked.AddDays(14)), asked.AddDays(14)), "appeal": input(t, casework.Response, again, asked.AddDays(20)),
		"partly owed": input(t, casework.Response, partlyOwed(t), today), "all owed": input(t, casework.Response, owedOutright(t), today),
	} {
		mustPass(t, in)
		papers[name] = sheet{filled(t, in), in}
	}
	const some = "partly owed"
	all := []spoiled{
		other(some, "slip keeps", "£60.00", "£20.00", "slip"), without(some, "slip keeps", "slip"), other(some, "slip keeps", "whatever", "unless", "slip"),
		other(some, "slip all", "£494.00", "£554.00", "slip"), other(some, "slip all", "the rest:", "it:", "slip"), other(some, "slip none", "the rest", "it", "slip"),
		without(some, "slip line 1", "slip"), other(some, "slip line 3", "£200.00", "£20.00", "slip"), without(some, "choice", "offer"), other(some, "choice", "£60.00", "£40.00", "offer"),
		without("stage 2", "slip keeps", "slip"), other("stage 2", "slip keeps", "still stands", "is gone", "slip"), without("appeal", "slip keeps", "slip"),
		without("all owed", "choice", "offer"), other("all owed", "offer", "(sixty", "(sixteen", "in-words"),
	}
	for _, paper := range []string{"stage 1", "stage 2", "earlier", "appeal", some} {
		for _, tag := range []string{"slip", "slip all", "slip none", "slip sign", "slip return"} {
			all = append(all, without(paper, tag, "slip"))
		}
		all = append(all, without(paper, "choice", "slip"), without(paper, "offer", "in-words"))
	}
	for _, d := range all {
		s := copied(papers[d.paper])
		if !d.do(&s) {
			t.Errorf("%s could not be spoiled: %s", d.paper, d.how)
			continue
		}
		found := letter.Check(s.letter, s.in)
		if !letter.Shut(found) || !slices.ContainsFunc(letter.Failing(found), func(f letter.Finding) bool { return f.ID == d.found && f.Must }) {
			t.Errorf("%s, %s: Print is not shut by %s", d.paper, d.how, d.found)
		}
	}
}
