package letter_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/reports/letter"
)

// randomFurther is a letter that is right, of one of the kinds beside and after
// the answer at stage 1.
func randomFurther(tb testing.TB, r *rand.Rand) letter.Input {
	tb.Helper()
	received := calendar.On(2024+r.IntN(4), 4, 2).AddDays(r.IntN(360))
	var in letter.Input
	switch r.IntN(6) {
	case 0:
		in = randomExtension(tb, r, received)
	case 1:
		in = randomUpdate(tb, r, received)
	case 2:
		in = randomRefusal(tb, r, received)
	default:
		in = randomAgain(tb, r, received)
	}
	in.LargePrint = in.Case.Contact.Needs(casework.LargePrint) || r.IntN(6) == 0
	in.Envelope = pick(r, []string{"", "DL", "C5", "none", "Notify"})
	return in
}

func randomExtension(tb testing.TB, r *rand.Rand, received calendar.Date) letter.Input {
	sent, told := holidays.Add(received, 1+r.IntN(4)), holidays.Add(received, 5+r.IntN(6))
	c := apply(tb, randomContact(tb, r, received), sent, casework.SentElsewhere{Kind: casework.Acknowledgement, On: sent, How: casework.Posted, To: "the resident"})
	c = apply(tb, c, told, casework.Extend{Days: 1 + r.IntN(10), Reason: strings.Join(some(r, ground, 1, 3), " ")})
	return input(tb, casework.ExtensionNotice, c, told)
}

func randomUpdate(tb testing.TB, r *rand.Rand, received calendar.Date) letter.Input {
	sent, late := holidays.Add(received, 2), holidays.Add(received, 14+r.IntN(9))
	first := late.AddDays(1 + r.IntN(9))
	c := apply(tb, randomContact(tb, r, received), sent, casework.SentElsewhere{Kind: casework.Acknowledgement, On: sent, How: casework.Posted, To: "the resident"})
	c = applyAs(tb, marsh, c, late, casework.AgreeUpdates{
		Days: []calendar.Date{first, first.AddDays(7 + r.IntN(5))}, Expected: first.AddDays(40), Reason: strings.Join(some(r, ground, 1, 3), " "),
	})
	return input(tb, casework.HoldingUpdate, c, first)
}

func randomRefusal(tb testing.TB, r *rand.Rand, received calendar.Date) letter.Input {
	c := randomContact(tb, r, received)
	on := holidays.Add(received, r.IntN(5))
	for _, i := range r.Perm(len(c.Points))[:1+r.IntN(len(c.Points))] {
		happened := received.AddDays(-800 - r.IntN(900))
		old := casework.Exclude{
			Point: c.Points[i].ID, Reason: "over-12-months", Happened: happened, Aware: happened.AddDays(r.IntN(300)),
			Discretion: pick(r, ground), Merits: strings.Join(some(r, ground, 1, 2), " "),
		}
		c = apply(tb, c, on, old)
	}
	return input(tb, casework.RefusalLetter, c, on)
}

// randomAgain is an acknowledgement or an answer at stage 2.
func randomAgain(tb testing.TB, r *rand.Rand, received calendar.Date) letter.Input {
	answered := holidays.Add(received, 2+r.IntN(9))
	c := apply(tb, randomResponse(tb, r, received, answered), answered, casework.SentElsewhere{Kind: casework.Response, On: answered, How: casework.Posted, To: "the resident"})
	asked := answered.AddDays(r.IntN(400))
	ask := casework.AskStage2{On: asked, Handler: marsh.ID, Wanted: pick(r, append(wanted, ""))}
	for _, p := range c.Points {
		if r.IntN(2) == 0 {
			ask.Points = append(ask.Points, p.ID)
		}
	}
	for _, id := range ask.Points {
		if r.IntN(2) == 0 {
			ask.Still = append(ask.Still, casework.StillText{Point: id, Text: pick(r, said)})
		}
	}
	c = applyAs(tb, marsh, c, asked, ask)
	sent := holidays.Add(asked, r.IntN(5))
	if r.IntN(3) == 0 {
		return input(tb, casework.Acknowledgement, c, sent)
	}
	on := holidays.Add(sent, r.IntN(20))
	c = applyAs(tb, marsh, c, sent, casework.SentElsewhere{Kind: casework.Acknowledgement, On: sent, How: casework.Posted, To: "the resident"})
	acts := []casework.Act{casework.LogCall{On: on, Reached: true, Note: "Rang at ten"}}
	upheld := false
	for _, p := range c.StagePoints(c.Current()) {
		if p.NotOurs != "" {
			continue
		}
		finding := pick(r, []casework.Outcome{casework.Upheld, casework.NotUpheld})
		upheld = upheld || finding == casework.Upheld
		acts = append(acts, casework.AnswerPoint{Point: p.ID, Finding: finding, Reasons: strings.Join(some(r, ground, 1, 4), " ")})
	}
	if upheld {
		acts = append(acts, casework.AddRemedy{Kind: "apology", Text: pick(r, putRight)})
		for range r.IntN(3) {
			acts = append(acts, casework.OfferRedress{Input: harm(asked, redress.Pence(1+r.IntN(90000)), pick(r, working))})
		}
	}
	return input(tb, casework.Response, agreed(tb, marsh, applyAs(tb, marsh, c, on, acts...), on), on)
}

func TestGoodFurtherLettersAreLetThrough(t *testing.T) {
	const count = 150
	r := rand.New(rand.NewPCG(2027, 2))
	for i := range count {
		in := randomFurther(t, r)
		for _, f := range letter.Failing(letter.Check(filled(t, in), in)) {
			t.Errorf("letter %d, %s at stage %d: %s: %s [%s]", i, in.Kind, in.Case.StageNumber(), f.ID, f.Words, f.Block)
		}
	}
}

func TestAMarkLeftAnywhereShutsAFurtherLetter(t *testing.T) {
	const count = 60
	r := rand.New(rand.NewPCG(8, 2))
	for range count {
		in := randomFurther(t, r)
		s := copied(sheet{filled(t, in), in})
		tag := pick(r, s.letter.Document.Tags())
		if s.add(tag, "[date]"); !letter.Shut(letter.Check(s.letter, in)) {
			t.Errorf("a %s with a mark in %q was let through", in.Kind, tag)
		}
	}
}
