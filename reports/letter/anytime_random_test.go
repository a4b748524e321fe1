package letter_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// randomPaper is a paper of any of the kinds that can go at any time, about a
// contact of any of the kinds that a desk meets.
func randomPaper(tb testing.TB, r *rand.Rand) letter.Input {
	tb.Helper()
	told := calendar.On(2019+r.IntN(9), 1, 2).AddDays(r.IntN(360))
	on := holidays.Add(told, 1+r.IntN(8))
	complaint := randomContact(tb, r, told)
	request := complaint
	request.Kind, request.Stages, request.Points, request.Choice.Answer = casework.ServiceRequest, nil, nil, casework.ServiceOnly
	promise := casework.MakePromise{Text: pick(r, todo), Owner: pick(r, owners), Due: on.AddDays(r.IntN(40))}
	of := complaint
	kind := pick(r, []casework.LetterKind{
		casework.ServiceLetter, casework.PassOnLetter, casework.ConsentForm, casework.ComplainSlip, casework.ProgressSlip,
		casework.WithdrawalLetter, casework.ActionLetter, casework.RestrictionLetter,
	})
	switch kind {
	case casework.ServiceLetter:
		of = apply(tb, request, on, promise, casework.AskOthers{Whom: pick(r, owners), What: "When?", Due: on.AddDays(9)})
	case casework.ComplainSlip:
		of = request
	case casework.PassOnLetter:
		point := 1
		if r.IntN(3) == 0 {
			of, point = request, 0
		}
		of = apply(tb, of, on, casework.PassOn{Point: point, To: pick(r, []string{"Derby City Council", "the water company", "Seven Trees Housing"}), On: on, How: "by e-mail", Why: pick(r, ground)})
	case casework.WithdrawalLetter:
		of = apply(tb, of, on, promise, casework.Withdraw{On: on, Why: pick(r, said)})
	case casework.ActionLetter:
		of = apply(tb, of, on, promise, promise, casework.KeepPromise{Promise: 1 + r.IntN(2), On: on})
	case casework.RestrictionLetter:
		of = applyAs(tb, marsh, of, on, casework.Restrict{What: pick(r, ground), Why: strings.Join(some(r, ground, 1, 3), " "), Equality: "No need is known.", From: on, Review: on.AddMonths(6)})
	case casework.ProgressSlip:
		if r.IntN(2) == 0 {
			of = apply(tb, of, on, promise)
		}
	}
	in := input(tb, kind, of, on)
	in.LargePrint = of.Contact.Needs(casework.LargePrint) || r.IntN(6) == 0
	in.Envelope = pick(r, []string{"", "DL", "C5", "none", "Notify"})
	in.Officers[marsh.ID] = marsh
	return in
}

func TestGoodPapersOfAnyContactAreLetThrough(t *testing.T) {
	const count = 250
	r := rand.New(rand.NewPCG(28, 11))
	for range count {
		in := randomPaper(t, r)
		for _, f := range letter.Failing(letter.Check(filled(t, in), in)) {
			t.Errorf("a %s of %s was shut: %s: %s [%s]", in.Kind, in.Today.Letter(), f.ID, f.Words, f.Block)
		}
	}
}

func TestAMarkLeftAnywhereShutsAPaper(t *testing.T) {
	const count = 60
	r := rand.New(rand.NewPCG(8, 11))
	for range count {
		in := randomPaper(t, r)
		s := copied(sheet{filled(t, in), in})
		tag := pick(r, s.letter.Document.Tags())
		if s.add(tag, "[date]"); !letter.Shut(letter.Check(s.letter, in)) {
			t.Errorf("a %s with a mark in %q was let through", in.Kind, tag)
		}
	}
}
