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

// common is what every record of the money tests begins with.
func common(on calendar.Date, kind casework.Kind, story string, change ...func(*casework.Record)) casework.Record {
	r := casework.Record{
		ID: 1, Reference: casework.NewReference(kind, on.Year(), 377), Received: on, Channel: casework.Counter, ResidentID: 9, HomeID: 12,
		Resident: casework.Person{Name: "Maureen Tilley", Telephones: []string{"01632 960377"}},
		Home:     casework.Home{Lines: []string{"14 Ladywell Rise", "Derby"}, Postcode: "DE24 7QH", Tenure: casework.Secure},
		Contact:  casework.Contact{Reply: casework.ReplyLetter}, Story: story, Handler: okafor.ID,
	}
	for _, f := range change {
		f(&r)
	}
	return r
}

// owing is a record that owes fixed sums, worked out and approved.
func owing(tb testing.TB, c casework.Case, on calendar.Date, acts ...casework.OfferRedress) casework.Case {
	tb.Helper()
	for _, a := range acts {
		c = apply(tb, c, on, a)
	}
	return agreed(tb, okafor, c, on)
}

func fixedRecord(tb testing.TB, promise string, on calendar.Date, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	return apply(tb, casework.Case{}, on, casework.RecordFixed{Record: common(on, casework.FixedSum, "Nobody came.", change...), Promise: promise})
}

// twoVisits are a Thursday morning that nobody kept, and a Friday afternoon of
// which she was told at 12:40.
func twoVisits() redress.Input {
	return redress.Input{Kind: redress.Visits, Visits: []redress.Visit{
		{On: calendar.On(2026, 9, 24), Slot: redress.Morning},
		{On: calendar.On(2026, 10, 2), Slot: redress.Afternoon, Told: true, ToldAt: 12*60 + 40, Contractor: true},
	}}
}

func missedVisits(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	return owing(tb, fixedRecord(tb, "missed-visit", received, change...), acknowledged, casework.OfferRedress{Input: twoVisits()})
}

// unheard is a letter of Friday 9 October 2026, to be acknowledged by Wednesday
// the 14th.
func unheard(tb testing.TB) casework.Case {
	tb.Helper()
	return owing(tb, fixedRecord(tb, "letter", received), acknowledged, casework.OfferRedress{Input: redress.Input{Kind: redress.Letters, Letters: []redress.Unheard{
		{Received: calendar.On(2026, 10, 9), Acknowledged: calendar.On(2026, 10, 20), Paper: true, Delivered: true, OwnMatter: true},
	}}})
}

// notPaid is a visit that nobody kept, for which nothing is paid.
func notPaid(tb testing.TB) casework.Case {
	tb.Helper()
	visit := redress.Visit{On: calendar.On(2026, 9, 24), Slot: redress.Morning, Excluded: "The gas company had shut the road, and nobody could get in."}
	return owing(tb, fixedRecord(tb, "missed-visit", received), acknowledged, casework.OfferRedress{Input: redress.Input{Kind: redress.Visits, Visits: []redress.Visit{visit}}})
}

// doorOut is a time without the door entry, from Monday 24 August 2026. To Monday
// 26 October it is 63 days: two whole periods of 28. To Sunday 20 September it is
// 27, and no period is whole.
func doorOut(tb testing.TB, until calendar.Date) casework.Case {
	tb.Helper()
	return owing(tb, fixedRecord(tb, "door-entry", received), acknowledged, casework.OfferRedress{Input: redress.Input{
		Kind: redress.DoorOut, Door: redress.Door{From: calendar.On(2026, 8, 24), Until: until}}})
}

// The pipe was reported on Monday 21 September 2026, due the next day, and not
// done. The second contractor, asked for on Monday 28 September, had until
// Tuesday the 29th and came on Wednesday 14 October, 15 days later:
// £10.00 and 15 times £2.00 are £40.00.
var (
	piped       = calendar.On(2026, 9, 21)
	askedSecond = calendar.On(2026, 9, 28)
	secondBy    = calendar.On(2026, 9, 29)
	mended      = calendar.On(2026, 10, 14)
	mostBy      = calendar.On(2026, 10, 19) // 20 further days: £50.00, which is the most
)

// leaking is a request with a repair under the Right to Repair, as it stood on
// the day it was reported.
func leaking(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	r := common(piped, casework.ServiceRequest, "The pipe under the bath drips.", change...)
	r.Answer, r.Subject = casework.ServiceOnly, "repairs"
	return apply(tb, casework.Case{}, piped, r, casework.StartRepair{
		Defect: "leaking-pipe", What: "The pipe under the bath leaks", Cost: 9000, Reported: piped, Contractor: "Alder Plumbing"})
}

func secondAsked(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	return apply(tb, leaking(tb, change...), askedSecond, casework.AskSecond{Repair: 1, On: askedSecond, Contractor: "Birch Building"})
}

func repairLate(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	return paidFor(tb, apply(tb, secondAsked(tb, change...), mended, casework.RepairDone{Repair: 1, On: mended}), mended)
}

// paidFor has the law's payment for its first repair.
func paidFor(tb testing.TB, c casework.Case, on calendar.Date) casework.Case {
	tb.Helper()
	return owing(tb, c, on, casework.OfferRedress{Repair: 1, Input: casework.RepairInput(c.Repairs[0], c)})
}

// claimed is a claim against a contractor, or against ourselves where none is
// named.
func claimed(tb testing.TB, against string, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	c := apply(tb, casework.Case{}, received, casework.RecordClaim{
		Record: common(received, casework.ClaimKind, "The ceiling fell on my table.", change...), Against: against, Injury: against == ""})
	c = apply(tb, c, acknowledged, casework.VisitClaim{On: acknowledged, Seen: "The ceiling is down. We should have mended the roof."})
	c.Evidence = []casework.Evidence{{ID: 1, Name: "table.jpg", Type: "image/jpeg", Size: 9, Document: strings.Repeat("ab", 32), From: "The resident", Received: received}}
	return c
}

// promisedPapers is one of each letter about money and the pages' promises.
func promisedPapers(tb testing.TB) []struct {
	name string
	in   letter.Input
} {
	tb.Helper()
	offset := input(tb, casework.RepairPaymentLetter, repairLate(tb), mended)
	offset.Settings.Redress.Offset = true
	return []struct {
		name string
		in   letter.Input
	}{
		{"offer", input(tb, casework.OfferLetter, answered(tb), today)},
		{"offer at stage 2", input(tb, casework.OfferLetter, answeredAgain(tb), finished2)},
		{"offer of one sum", input(tb, casework.OfferLetter, missedVisits(tb), acknowledged)},
		{"offer to a representative", input(tb, casework.OfferLetter, missedVisits(tb, represented), acknowledged)},
		{"fixed payment", input(tb, casework.FixedPaymentLetter, missedVisits(tb), acknowledged)},
		{"fixed payment for a letter", input(tb, casework.FixedPaymentLetter, unheard(tb), acknowledged)},
		{"fixed payment for the door entry", input(tb, casework.FixedPaymentLetter, doorOut(tb, calendar.On(2026, 10, 26)), acknowledged)},
		{"fixed payment of nothing, door entry", input(tb, casework.FixedPaymentLetter, doorOut(tb, calendar.On(2026, 9, 20)), acknowledged)},
		{"fixed payment of nothing, excluded", input(tb, casework.FixedPaymentLetter, notPaid(tb), acknowledged)},
		{"right to repair notice", input(tb, casework.RepairNotice, leaking(tb), piped)},
		{"right to repair notice, after its last day", input(tb, casework.RepairNotice, leaking(tb), piped.AddDays(4))},
		{"second contractor notice", input(tb, casework.SecondNotice, secondAsked(tb), askedSecond)},
		{"second contractor notice, after its last day", input(tb, casework.SecondNotice, secondAsked(tb), secondBy.AddDays(1))},
		{"right to repair compensation", input(tb, casework.RepairPaymentLetter, repairLate(tb), mended)},
		{"right to repair compensation, towards rent", offset},
		{"right to repair compensation, still not done", input(tb, casework.RepairPaymentLetter, paidFor(tb, secondAsked(tb), mostBy), mostBy)},
		{"petition acknowledgement", input(tb, casework.PetitionAcknowledgement, petitioned(tb), handedIn.AddDays(2))},
		{"petition acknowledgement, late", input(tb, casework.PetitionAcknowledgement, petitioned(tb), handedIn.AddDays(8))},
		{"petition acknowledgement, after the day to look into it", input(tb, casework.PetitionAcknowledgement, petitioned(tb), handedIn.AddDays(16))},
		{"petition acknowledgement, looked into", input(tb, casework.PetitionAcknowledgement, lookedAt(tb, handedIn.AddDays(2)), handedIn.AddDays(3))},
		{"petition outcome", input(tb, casework.PetitionOutcome, heard(tb, calendar.On(2026, 12, 15)), board)},
		{"petition outcome, looked into late", input(tb, casework.PetitionOutcome, heard(tb, calendar.On(2026, 12, 17)), board)},
		{"insurance claim cover", input(tb, casework.ClaimCover, claimed(tb, ""), acknowledged)},
		{"insurance claim cover to a contractor", input(tb, casework.ClaimCover, claimed(tb, "Alder Roofing Ltd, Unit 4, Mill Lane, Derby DE1 2AB"), acknowledged)},
	}
}

func addPromised(tb testing.TB, fill func(name string, in letter.Input)) {
	tb.Helper()
	for _, p := range promisedPapers(tb) {
		fill(p.name, p.in)
		if slices.Contains([]string{"offer at stage 2", "right to repair compensation, towards rent", "petition outcome"}, p.name) {
			p.in.LargePrint = true
			fill(p.name+" in large print", p.in)
		}
	}
}

func TestGoodLettersOnMoneyAndPromisesPass(t *testing.T) {
	for _, p := range promisedPapers(t) {
		t.Run(p.name, func(t *testing.T) { mustPass(t, p.in) })
		p.in.LargePrint = true
		t.Run(p.name+", large print", func(t *testing.T) { mustPass(t, p.in) })
	}
}

func TestLettersOnMoneyAndPromisesReadAtElevenOrYounger(t *testing.T) {
	for _, p := range promisedPapers(t) {
		for _, f := range letter.Check(filled(t, p.in), p.in) {
			if f.ID == "reading" && !f.OK {
				t.Errorf("%s: %s", p.name, f.Words)
			}
		}
	}
}

// Every letter that offers or pays money is Casebook's and not a settlement.
func TestNoLetterIsFullAndFinal(t *testing.T) {
	for _, p := range promisedPapers(t) {
		words := strings.ToLower(text(filled(t, p.in)))
		for _, closes := range []string{"full and final", "settle", "bank account", "sort code"} {
			if strings.Contains(words, closes) {
				t.Errorf("%s says %q", p.name, closes)
			}
		}
		if toResident := p.in.Kind != casework.ClaimCover; toResident != strings.Contains(words, "housing ombudsman at any time") {
			t.Errorf("%s: the Ombudsman's line is there: %v", p.name, !toResident)
		}
	}
}

func TestALetterAboutMoneyTellsOfItsOwnOfferAlone(t *testing.T) {
	c := answeredAgain(t)
	l := filled(t, input(t, casework.OfferLetter, c, finished2))
	if l.Stage != 2 || !strings.Contains(l.Document.TextOf("offer"), "£732.68") || !strings.Contains(l.Document.TextOf("offered before"), "£606.68") {
		t.Errorf("stage %d: %s %s", l.Stage, l.Document.TextOf("offer"), l.Document.TextOf("offered before"))
	}
	// What an ombudsman orders is no offer of ours, and is on no letter of one.
	c.Redress = append(c.Redress, redress.Line{ID: 90, Head: redress.Award, Title: "Ordered", Working: "Ordered.", Sum: 77700})
	for _, kind := range []casework.LetterKind{casework.OfferLetter, casework.Response} {
		if again := filled(t, input(t, kind, c, finished2)); strings.Contains(text(again), "£777.00") || strings.Contains(text(again), "£1,509.68") {
			t.Errorf("the %s offers the award", kind)
		}
	}
	// A fixed sum that became owed after the answer has a letter of its own.
	done := apply(t, answered(t), answeredDay, casework.SentElsewhere{Kind: casework.Response, On: answeredDay, How: casework.Posted, To: "her"})
	visits := twoVisits()
	visits.Also = "The answer paid for the trouble, and this is the page's own sum."
	done = owing(t, done, answeredDay, casework.OfferRedress{Input: visits})
	in := input(t, casework.FixedPaymentLetter, done, answeredDay)
	mustPass(t, in)
	if l := filled(t, in); l.Stage != 0 || l.About != 2 || strings.Contains(text(l), "£606.68") || !strings.Contains(text(l), "£20.00") {
		t.Errorf("stage %d, offer %d: %s", l.Stage, l.About, text(l))
	}
	in.Kind = casework.Response
	if words := text(filled(t, in)); strings.Contains(words, "£20.00") {
		t.Error("a sum owed since is on the answer that went before it")
	}
}

func TestALetterAboutMoneyReadsAsItDidOnceItHasGone(t *testing.T) {
	in := input(t, casework.OfferLetter, answered(t), today)
	made := apply(t, in.Case, today, casework.MakeLetter{Kind: casework.OfferLetter, Dated: today, Document: strings.Repeat("ab", 32), Pages: 1})
	l := made.Letters[len(made.Letters)-1]
	then := text(filled(t, in))
	gone := apply(t, made, today.AddDays(3), casework.SentElsewhere{Kind: casework.Response, On: today.AddDays(3), How: casework.Posted, To: "her"})
	in.Case, in.Stage, in.About = gone, l.Stage, l.About
	if now := text(filled(t, in)); now != then {
		t.Errorf("it reads otherwise:\n%s\n%s", then, now)
	}
}

func TestAPaperOnMoneyThatTheCaseHasNotSaysWhy(t *testing.T) {
	complaint := recorded(t, received)
	for _, c := range []struct {
		kind casework.LetterKind
		of   casework.Case
		says string
	}{
		{casework.OfferLetter, complaint, "no money"}, {casework.FixedPaymentLetter, complaint, "no money"}, {casework.RepairPaymentLetter, missedVisits(t), "offer letter"},
		{casework.FixedPaymentLetter, answered(t), "offer letter"}, {casework.RepairNotice, complaint, "Right to Repair"}, {casework.SecondNotice, leaking(t), "second contractor"},
		{casework.PetitionAcknowledgement, complaint, "not a petition"}, {casework.PetitionOutcome, complaint, "not a petition"}, {casework.PetitionOutcome, petitioned(t), "Operational Board"},
		{casework.ClaimCover, complaint, "not an insurance claim"},
	} {
		if _, err := letter.Fill(input(t, c.kind, c.of, today)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.kind, err)
		}
	}
}

func TestAClaimGoesToWhoDecidesIt(t *testing.T) {
	for _, c := range []struct{ against, address, greeting string }{
		{"", "Insurance section By hand or by e-mail", "Dear colleague"},
		{"Derby Homes", "Insurance section By hand or by e-mail", "Dear colleague"},
		{"Alder Roofing", "Alder Roofing By hand or by e-mail", "Dear Alder Roofing"},
		{"Alder Roofing Ltd, Unit 4, Mill Lane, Derby de1 2ab", "Alder Roofing Ltd Unit 4 Mill Lane DERBY DE1 2AB", "Dear Alder Roofing Ltd"},
		{"Alder Roofing, and whoever it sent", "Alder Roofing By hand or by e-mail", "Dear Alder Roofing"},
	} {
		in := input(t, casework.ClaimCover, claimed(t, c.against), acknowledged)
		mustPass(t, in)
		l := filled(t, in)
		if got := l.Document.TextOf("address"); got != c.address || l.Document.TextOf("greeting") != c.greeting {
			t.Errorf("against %q: %q, %q", c.against, got, l.Document.TextOf("greeting"))
		}
		if words := text(l); strings.Contains(words, "mended the roof") || strings.Contains(words, "Ombudsman") {
			t.Errorf("against %q: the cover says what was seen, or names an ombudsman", c.against)
		}
	}
}

func TestAClaimAgainstUsGoesToTheSectionInTheSettings(t *testing.T) {
	street := []string{"Risk House, 2 Mill Lane", "Derby", "de1 2ab"}
	for _, c := range []struct {
		name    string
		lines   []string
		email   string
		against string
		address string
	}{
		{"Risk and insurance", nil, "", "", "Risk and insurance By hand or by e-mail"},
		{"Risk and insurance", street, "", "", "Risk and insurance Risk House 2 Mill Lane DERBY DE1 2AB"},
		{"", street, "claims@example.org", "", "Insurance section Risk House 2 Mill Lane DERBY DE1 2AB"},
		{"", nil, "claims@example.org", "", "Insurance section By e-mail to claims@example.org"},
		{"Complaints and insurance", []string{"Derby"}, "", "", "Complaints and insurance By hand or by e-mail"}, // nothing to post it by
		{"Risk and insurance", street, "claims@example.org", "Alder Roofing", "Alder Roofing By hand or by e-mail"},
	} {
		in := input(t, casework.ClaimCover, claimed(t, c.against), acknowledged)
		in.Settings.InsuranceName, in.Settings.InsuranceAddress, in.Settings.InsuranceEmail = c.name, c.lines, c.email
		mustPass(t, in)
		l := filled(t, in)
		if got := l.Document.TextOf("address"); got != c.address {
			t.Errorf("%+v: %q", c, got)
		}
		if got := l.Document.TextOf("greeting"); c.against == "" && got != "Dear colleague" {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestTheHeatingIsNamedByItsSeason(t *testing.T) {
	for _, c := range []struct {
		reported calendar.Date
		season   string
	}{
		{calendar.On(2026, 4, 29), "1 November to 30 April"}, {calendar.On(2026, 4, 30), "1 May to 31 October"}, // its time starts on Friday 1 May
		{calendar.On(2026, 10, 29), "1 May to 31 October"}, {calendar.On(2026, 10, 30), "1 November to 30 April"}, // on Monday 2 November
	} {
		r := common(c.reported, casework.ServiceRequest, "The heating is off.")
		r.Answer, r.Subject = casework.ServiceOnly, "heating"
		of := apply(t, casework.Case{}, c.reported, r, casework.StartRepair{Defect: redress.HeatingLoss, What: "No heating", Cost: 9000, Reported: c.reported, Contractor: "Alder"})
		in := input(t, casework.RepairNotice, of, c.reported)
		mustPass(t, in)
		if got := filled(t, in).Document.TextOf("defect"); !strings.Contains(got, c.season) {
			t.Errorf("reported on %s: %s", c.reported, got)
		}
	}
}

func TestAnOfferNamesWhatWasWrongWithATime(t *testing.T) {
	for _, c := range []struct {
		visit redress.Visit
		says  string
	}{
		{redress.Visit{On: today, Slot: redress.Morning}, "We did not come to your appointment on Friday 13 November 2026, in the morning."},
		{redress.Visit{On: today, Slot: redress.AllDay, Contractor: true}, "Our contractor did not come to your appointment on Friday 13 November 2026."},
		{redress.Visit{On: today, Slot: redress.Morning, Came: true, Late: 31}, "We came 31 minutes late to your appointment on Friday 13 November 2026, in the morning."},
		{redress.Visit{On: today, Slot: redress.Morning, Told: true, ToldAt: 8*60 + 1}, "You were told at 08:01 that day."},
		{redress.Visit{On: today, Slot: redress.Morning, Told: true, ToldOn: today.AddDays(-1), ToldAt: policy.Minute(18 * 60)}, "You were told at 18:00 on 12 November 2026."},
		{redress.Visit{On: today, Slot: redress.Morning, Excluded: "Nobody could have come in the flood."}, "Nobody could have come in the flood."},
	} {
		of := missedVisits(t)
		of.Redress = slices.Clone(of.Redress)
		of.Redress[0].Input.Visits = []redress.Visit{c.visit}
		in := input(t, casework.FixedPaymentLetter, of, today)
		mustPass(t, in)
		if got := filled(t, in).Document.TextOf("event 1 1"); !strings.Contains(got, c.says) {
			t.Errorf("%q is not in %q", c.says, got)
		}
	}
}

// TestALetterSaysWhatIsOwedWhateverTheResidentSays: a fixed payment and Right to
// Repair money are paid whether or not the rest of an offer is accepted. Where
// there is no rest, none is spoken of.
func TestALetterSaysWhatIsOwedWhateverTheResidentSays(t *testing.T) {
	for _, in := range []letter.Input{
		input(t, casework.Response, answered(t), answeredDay), input(t, casework.OfferLetter, answered(t), today),
		input(t, casework.Response, answeredAgain(t), finished2), input(t, casework.OfferLetter, answeredAgain(t), finished2),
	} {
		plain := filled(t, in)
		in.Case.Redress = slices.Clone(in.Case.Redress)
		in.Case.Redress[0].Head = redress.FixedPayment
		says := func(l letter.Letter) bool {
			return !slices.ContainsFunc(letter.Failing(letter.Check(l, in)), func(f letter.Finding) bool { return f.ID == "offer" && strings.Contains(f.Words, "whatever") })
		}
		if says(plain) {
			t.Errorf("%s: a letter that makes it all wait for an answer passes", in.Kind)
		}
		some := filled(t, in)
		got := some.Document.TextOf("choice") + some.Document.TextOf("paid by")
		if rest := len(in.Case.Redress) > 1; !says(some) || strings.Contains(got, "the rest") != rest {
			t.Errorf("%s, with a rest %v: %q", in.Kind, rest, got)
		}
	}
}
