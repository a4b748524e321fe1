package letter_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
	"casebook/reports/letter"
)

// randomMoney is a letter about money or one of the pages' promises, for a
// contact of any of the kinds that a desk meets.
func randomMoney(tb testing.TB, r *rand.Rand) letter.Input {
	tb.Helper()
	told := calendar.On(2019+r.IntN(8), 1, 2).AddDays(r.IntN(360))
	on := holidays.Add(told, 1+r.IntN(4))
	anybody := func(rec *casework.Record) {
		from := randomContact(tb, r, told)
		rec.Resident, rec.Home, rec.Contact, rec.Representative, rec.Subject = from.Resident, from.Home, from.Contact, from.Representative, from.Subject
		rec.Home.Tenure, rec.Story = casework.Secure, pick(r, said)
	}
	kind := pick(r, casework.LetterKinds()[slices.Index(casework.LetterKinds(), casework.OfferLetter):])
	var of casework.Case
	switch kind {
	case casework.OfferLetter:
		of = randomOffer(tb, r, told, on, anybody)
	case casework.FixedPaymentLetter:
		of = owing(tb, fixedRecord(tb, "missed-visit", told, anybody), on, randomFixed(r, told))
	case casework.PetitionAcknowledgement, casework.PetitionOutcome:
		of = apply(tb, casework.Case{}, told, casework.RecordPetition{Record: common(told, casework.PetitionKind, "", anybody), Signatures: 1 + r.IntN(4000)})
		if kind == casework.PetitionOutcome {
			looked := told.AddDays(r.IntN(25))
			on = looked.AddDays(r.IntN(60))
			of = apply(tb, of, looked, casework.InvestigatePetition{On: looked, Findings: strings.Join(some(r, ground, 1, 3), " ")})
			of = apply(tb, of, on, casework.PetitionReported{On: on, Outcome: strings.Join(some(r, putRight, 1, 2), " ")})
		}
	case casework.ClaimCover:
		against := pick(r, []string{"", "Alder Roofing", "Birch & Sons, 4 Mill Lane, Derby DE1 2AB"})
		of = apply(tb, casework.Case{}, told, casework.RecordClaim{Record: common(told, casework.ClaimKind, "", anybody), Against: against, Injury: r.IntN(2) == 0})
		if r.IntN(3) > 0 {
			of = apply(tb, of, on, casework.VisitClaim{On: told.AddDays(r.IntN(told.DaysUntil(on) + 1)), Seen: pick(r, ground)})
		}
	default:
		of, on = randomRepair(tb, r, kind, told, anybody)
	}
	in := input(tb, kind, of, on)
	in.Settings.Redress.Offset = r.IntN(2) == 0
	in.LargePrint = of.Contact.Needs(casework.LargePrint) || r.IntN(6) == 0
	in.Envelope = pick(r, []string{"", "DL", "C5", "none", "Notify"})
	return in
}

// randomOffer is an offer in a complaint at either stage, or of fixed sums of
// every kind.
func randomOffer(tb testing.TB, r *rand.Rand, told, on calendar.Date, anybody func(*casework.Record)) casework.Case {
	tb.Helper()
	for range 3 {
		if c := randomResponse(tb, r, told, holidays.Add(told, 2+r.IntN(8))); len(c.ToOffer()) > 0 && r.IntN(2) == 0 {
			return c
		}
	}
	var acts []casework.OfferRedress
	for range 1 + r.IntN(5) {
		acts = append(acts, randomFixed(r, told))
	}
	return owing(tb, fixedRecord(tb, "missed-visit", told, anybody), on, acts...)
}

// randomFixed is a fixed payment with what it is for.
func randomFixed(r *rand.Rand, told calendar.Date) casework.OfferRedress {
	first := told.AddDays(-100 - r.IntN(900))
	in := redress.Input{Also: "Each is a failing of its own."}
	switch r.IntN(3) {
	case 0:
		in.Kind = redress.Visits
		for n := range 1 + r.IntN(4) {
			v := redress.Visit{On: first.AddDays(n), Slot: pick(r, []redress.Slot{redress.Morning, redress.Afternoon}), Contractor: r.IntN(2) == 0}
			if r.IntN(3) == 0 {
				v.Told, v.ToldAt = true, policy.Minute(12*60+1+r.IntN(300))
			}
			in.Visits = append(in.Visits, v)
		}
	case 1:
		in.Kind = redress.Letters
		for n := range 1 + r.IntN(3) {
			u := redress.Unheard{Received: first.AddDays(n), Paper: true, Delivered: true, OwnMatter: true}
			if n > 0 {
				u.Acknowledged = first.AddDays(n + 20)
			}
			in.Letters = append(in.Letters, u)
		}
	default:
		in.Kind = redress.DoorOut
		in.Door = redress.Door{From: first}
		if r.IntN(2) == 0 {
			in.Door.Until = first.AddDays(70)
		}
	}
	return casework.OfferRedress{Input: in}
}

// broken is what tenants report, as a desk writes it down.
var broken = []string{"The pipe under the bath leaks", "Tap in the yard, cannot be turned off", "Radiators are cold. All four of them, since Sunday.", "“Drip, drip” in the attic!"}

// randomRepair is a repair under the Right to Repair, as far as a letter needs.
func randomRepair(tb testing.TB, r *rand.Rand, kind casework.LetterKind, told calendar.Date, anybody func(*casework.Record)) (casework.Case, calendar.Date) {
	tb.Helper()
	record := common(told, casework.ServiceRequest, "", anybody)
	record.Answer = casework.ServiceOnly
	c := apply(tb, casework.Case{}, told, record, casework.StartRepair{
		Defect: pick(r, []string{"roof", "tap", "leaking-pipe", redress.HeatingLoss, "extractor-fan"}), What: pick(r, broken), Cost: 9000, Reported: told, Contractor: "Alder Plumbing"})
	if kind == casework.RepairNotice {
		return c, told.AddDays(r.IntN(2))
	}
	asked := c.Repairs[0].FirstBy.Due.AddDays(1 + r.IntN(30))
	c = apply(tb, c, asked, casework.AskSecond{Repair: 1, On: asked, Contractor: pick(r, []string{"Birch Building", "Łukasz & Sons"})})
	if kind == casework.SecondNotice {
		return c, asked.AddDays(r.IntN(2))
	}
	done := c.Repairs[0].SecondBy.Due.AddDays(1 + r.IntN(40))
	if r.IntN(3) > 0 || c.Repairs[0].SecondBy.Due.DaysUntil(done) < 20 { // before that its sum still grows
		c = apply(tb, c, done, casework.RepairDone{Repair: 1, On: done})
	}
	return paidFor(tb, c, done), done
}

func TestGoodLettersOnMoneyAndPromisesAreLetThrough(t *testing.T) {
	const count = 300
	r := rand.New(rand.NewPCG(21, 11))
	seen := map[casework.LetterKind]int{}
	for range count {
		in := randomMoney(t, r)
		seen[in.Kind]++
		for _, f := range letter.Failing(letter.Check(filled(t, in), in)) {
			t.Errorf("a %s of %s was shut: %s: %s [%s]", in.Kind, in.Today.Letter(), f.ID, f.Words, f.Block)
		}
	}
	if len(seen) != 8 {
		t.Errorf("only %v were tried", seen)
	}
}

// The ledger's words and figures are the letter's, whatever becomes of either: a
// penny more or less on any line shuts it.
func TestAPennyMoreOrLessShutsALetterOnMoney(t *testing.T) {
	const count = 120
	r := rand.New(rand.NewPCG(100, 1))
	for range count {
		in := randomMoney(t, r)
		if !in.Kind.Offers() {
			continue
		}
		l := filled(t, in)
		in.Case.Redress = slices.Clone(in.Case.Redress)
		i, by := r.IntN(len(in.Case.Redress)), redress.Pence(1-2*r.IntN(2))
		if in.Case.Redress[i].Sum += by; !letter.Shut(letter.Check(l, in)) {
			t.Errorf("line %d of a %s changed by %d penny, and the letter of before was let through", i+1, in.Kind, by)
		}
		total := redress.Ledger(in.Case.Redress).Total() - by
		if words := l.Document.TextOf("offer"); !strings.Contains(words, fmt.Sprintf("%s in all (", total)) {
			t.Errorf("the total is %s: %s", total, words)
		}
	}
}

func TestAMarkLeftAnywhereShutsALetterOnMoney(t *testing.T) {
	const count = 80
	r := rand.New(rand.NewPCG(9, 9))
	for range count {
		in := randomMoney(t, r)
		s := copied(sheet{filled(t, in), in})
		tag := pick(r, s.letter.Document.Tags())
		if s.add(tag, "[date]"); !letter.Shut(letter.Check(s.letter, in)) {
			t.Errorf("a %s with a mark in %q was let through", in.Kind, tag)
		}
	}
}
