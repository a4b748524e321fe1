package letter_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/reports/letter"
)

// What people are called, where they live, what they say and what officers
// answer. Much of it looks like something a check might trip over and is right
// all the same.
var (
	names = []string{"Maureen Tilley", "Łukasz Nguyễn", "Zoë O’Brien-Smith", "Aneta Kowalska", "Siân Ddu", "Jean-Luc d’Arcy", "Ольга Петрова", "Şükrü Çelik", "A", "Bartholomew Featherstonehaugh-Cholmondeley"}
	homes = [][]string{{"14 Ladywell Rise", "Derby"}, {"31 Harebell Court, Derby"}, {"Flat 12b", "St Alkmund’s House", "Chaddesden Lane", "Derby"}, {"2 O’Hara Close", "Alvaston", "Derby"}}
	said  = []string{
		"The leak took 23 days to mend", "Two appointments were missed", "Nobody rang back!", "Why was I told to wait?",
		"I was told that mine was an informal complaint", "You called me a customer and not a resident", "I paid £40.00 a week to dry my clothes",
		"I asked for stage 2 in March and heard nothing", "The designated person I wrote to never answered", "On 3 March 2025 the boiler failed again",
		"My son rang 01632 960555 and nobody answered", "The heating is off. It has been off since 6 November. I have a baby.",
		"Reference C-2019-0001-A was closed without an answer", "The letter said \"partly upheld\"",
	}
	wanted = []string{"Mend it and say sorry.", "Pay for the carpet, and explain why nobody rang.", "I want somebody to ring me", "A new boiler by Christmas\nand an apology", "£75.00 for the taxi"}
	ground = []string{
		"You reported it on 21 September. We should have come in one working day.", "Our notes show three calls from you. Each time you were promised a call back, and none was made.",
		"I spoke to the plumber and to your neighbour. They both remember a short talk about the stop tap.", "You paid £75.00 for a plumber of your own and sent us the bill.",
		"The customer services team took the call at 4.20pm.", "The contractor came on 14 October 2026 and mended it.", "I listened to the recording. The officer was polite, and gave you the right date.",
		"Repairs of this kind have a time of 20 working days. This one was done in 12.", "We had an informal chat with the contractor, who agrees.",
	}
	putRight = []string{"We say sorry for the delay.", "We have changed how calls back are listed.", "The team has been trained again.", "We have put your record right."}
	todo     = []string{"Fit the new carpet", "Ring you every Friday until the work is done", "Send you the survey", "Check the boiler again"}
	owners   = []string{"Repairs team", "Dan Okafor", "Finance", "Surveyor"}
	working  = []string{"Landing carpet, £420.00 new, three years into a life of ten.", "Two missed visits at £15.00.", "21 days at £1.08 a day.", "23 days without a bath."}
	subjects = []string{"repairs", "heating", "damp-and-mould", "staff", "allocations", "homelessness", "building-safety", "money-advice", "complaint-handling", "rent-and-charges"}
)

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// some takes between least and all of a list, in another order.
func some(r *rand.Rand, from []string, least, most int) []string {
	taken := make([]string, 0, most)
	for _, i := range r.Perm(len(from))[:least+r.IntN(most-least+1)] {
		taken = append(taken, from[i])
	}
	return taken
}

// randomContact is a complaint of any of the kinds that a desk meets.
func randomContact(tb testing.TB, r *rand.Rand, on calendar.Date) casework.Case {
	return recorded(tb, on, func(rec *casework.Record) {
		rec.Reference = casework.NewReference(casework.Complaint, on.Year(), 1+r.IntN(20000))
		rec.Resident.Name = pick(r, names)
		rec.Home = casework.Home{Lines: pick(r, homes), Postcode: pick(r, []string{"DE24 7QH", "DE1 2FS", "de23 9aa"}), HighRise: r.IntN(2) == 0, Tenure: pick(r, casework.Tenures())}
		rec.Subject, rec.Wanted, rec.Points = pick(r, subjects), pick(r, wanted), some(r, said, 1, 5)
		rec.Contact.Reply = pick(r, []casework.Reply{casework.RingThenLetter, casework.ReplyLetter, casework.ReplyCollect})
		for _, kind := range some(r, casework.AdjustmentKinds(), 0, 2) {
			rec.Contact.Adjustments = append(rec.Contact.Adjustments, casework.Adjustment{Kind: kind})
		}
		if r.IntN(4) == 0 {
			rec.Contact.DoNot = "not before 10 am, and never on 01632 960377"
		}
		switch r.IntN(6) {
		case 0:
			rec.Representative = casework.Representative{Name: "Councillor Jo Marsh", Lines: []string{"Council House", "Derby"}, Postcode: "DE1 2FS", Authority: "signed form", WriteToRep: true}
		case 1:
			rec.Representative = casework.Representative{Name: "Helen Tilley", WriteToRep: true} // no authority: she gets no letter
		}
	})
}

// randomResponse is the case answered, with or without a remedy and money.
func randomResponse(tb testing.TB, r *rand.Rand, received, on calendar.Date) casework.Case {
	tb.Helper()
	c := randomContact(tb, r, received)
	sent := holidays.Add(received, 1)
	acts := []casework.Act{casework.SentElsewhere{Kind: casework.Acknowledgement, On: sent, How: casework.Posted, To: "the resident"}}
	texts := make([]casework.PointText, len(c.Points))
	for i, p := range c.Points {
		texts[i] = casework.PointText{ID: p.ID, Text: p.Text}
		if r.IntN(6) == 0 {
			texts[i].NotOurs = "The water company looks after the main in the street."
		}
	}
	acts = append(acts, casework.Describe{Points: texts, Wanted: c.Wanted, Subject: c.Subject}, casework.LogCall{On: on, Reached: r.IntN(2) == 0, Note: "Rang at ten"})
	upheld := false
	for _, p := range texts {
		if p.NotOurs != "" {
			continue
		}
		finding := pick(r, []casework.Outcome{casework.Upheld, casework.NotUpheld})
		upheld = upheld || finding == casework.Upheld
		acts = append(acts, casework.AnswerPoint{Point: p.ID, Finding: finding, Reasons: strings.Join(some(r, ground, 1, 4), " ")})
	}
	if upheld {
		for _, text := range some(r, putRight, 1, 3) {
			acts = append(acts, casework.AddRemedy{Kind: "apology", Text: text})
		}
		for range r.IntN(4) {
			acts = append(acts, casework.OfferRedress{Input: harm(received, redress.Pence(1+r.IntN(90000)), pick(r, working))})
		}
	}
	for range r.IntN(4) {
		acts = append(acts, casework.MakePromise{Text: pick(r, todo), Owner: pick(r, owners), Due: on.AddDays(r.IntN(60))})
	}
	return agreed(tb, okafor, apply(tb, c, on, acts...), on)
}

// randomInput is a letter that is right, of either kind under either policy.
func randomInput(tb testing.TB, r *rand.Rand) letter.Input {
	tb.Helper()
	received := calendar.On(2019+r.IntN(9), 1, 2).AddDays(r.IntN(360))
	var in letter.Input
	switch r.IntN(5) {
	case 0, 1:
		in = input(tb, casework.Acknowledgement, randomContact(tb, r, received), holidays.Add(received, r.IntN(5)))
	case 2:
		in = input(tb, casework.Receipt, randomContact(tb, r, received), received)
	default:
		on := holidays.Add(received, 2+r.IntN(12))
		in = input(tb, casework.Response, randomResponse(tb, r, received, on), on)
	}
	in.LargePrint = in.Case.Contact.Needs(casework.LargePrint) || r.IntN(6) == 0
	in.Envelope = pick(r, []string{"", "DL", "C5", "none", "Notify"})
	return in
}

func TestGoodLettersAreLetThrough(t *testing.T) {
	const count, allowed = 300, 0.02
	r := rand.New(rand.NewPCG(2026, 11))
	shut := map[string]int{}
	alarms := 0
	for range count {
		in := randomInput(t, r)
		if failing := letter.Failing(letter.Check(filled(t, in), in)); len(failing) > 0 {
			alarms++
			for _, f := range failing {
				shut[fmt.Sprintf("%s: %s [%s]", f.ID, f.Words, f.Block)]++
			}
		}
	}
	t.Logf("%d of %d good letters were shut", alarms, count)
	if float64(alarms) > allowed*count {
		for words, n := range shut {
			t.Logf("%4d %s", n, words)
		}
		t.Errorf("%d of %d good letters were shut: more than %.0f%%", alarms, count, allowed*100)
	}
}
