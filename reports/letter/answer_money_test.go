package letter_test

import (
	"strings"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/reports/letter"
)

// TestAnAnswerSaysHowSoonItsMoneyIsPaid and what of it may go for rent: £40.00
// under the Right to Repair alone, and only where the office says so (Code 7.3,
// ruling 21).
func TestAnAnswerSaysHowSoonItsMoneyIsPaid(t *testing.T) {
	c := recorded(t, received)
	c = apply(t, c, acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "the resident"})
	for p := range c.Points {
		c = apply(t, c, today, casework.AnswerPoint{Point: p + 1, Finding: casework.Upheld, Reasons: "We were late."})
	}
	c = apply(t, c, today, casework.AddRemedy{Kind: "apology", Text: "We say sorry."})
	none := filled(t, input(t, casework.Response, c, today))
	if words := none.Document.TextOf("paid by") + none.Document.TextOf("arrears"); words != "" {
		t.Errorf("it offers nothing and says %q", words)
	}
	law := casework.OfferRedress{Input: redress.Input{Kind: redress.Repaired, Title: "The pipe", Repair: redress.Repair{
		Defect: "leaking-pipe", Right: true, Cost: 9000, Reported: piped, Asked: askedSecond, Done: mended}}}
	harm := casework.OfferRedress{Input: redress.Judge("delay", "serious", 20000, "23 days without a bath.")}
	for _, k := range []struct {
		name   string
		acts   []casework.OfferRedress
		offset bool
		says   string
	}{
		{"nothing for rent", []casework.OfferRedress{law, harm}, false, "We do not take any of it for rent that you may owe us."},
		{"part of it may", []casework.OfferRedress{law, harm}, true, "If you owe us rent, up to £40.00 of this may go towards it, because the law allows that for the Right to Repair. We do not take the rest for rent."},
		{"all of it may", []casework.OfferRedress{law}, true, "If you owe us rent, up to £40.00 of this may go towards it, because the law allows that for the Right to Repair."},
		{"nothing that may", []casework.OfferRedress{harm}, true, "We do not take any of it for rent that you may owe us."},
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
