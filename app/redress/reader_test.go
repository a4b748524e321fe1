package redress

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"casebook/data/calendar"
	"casebook/data/redress"
)

func TestAnAgeIsReadAsAnOfficerTypesIt(t *testing.T) {
	for text, want := range map[string]int{
		"3": 36, "3 years": 36, "1 year": 12, "18 months": 18, "2y 6m": 30, "2 years 6 months": 30, "2 years and 6 months": 30,
		"0": 0, "0 months": 0, " 10 YEARS ": 120, "1 month": 1, "5yrs": 60, "6 m": 6,
	} {
		if got, err := ParseMonths(text); err != nil || got != want {
			t.Errorf("%q: %d months, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "old", "-3", "3.5 years", "years", "3 weeks", "1000000", "3 years old", "two"} {
		if got, err := ParseMonths(text); err == nil {
			t.Errorf("%q was read as %d months", text, got)
		}
	}
}

func TestWhatAnAgeIsWrittenAsReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 1200).Draw(t, "months")
		if got, err := ParseMonths(months(n)); err != nil || got != n {
			t.Fatalf("%d months are written %q and read back as %d, %v", n, months(n), got, err)
		}
	})
}

func TestThePriceOfAKilowattHourIsReadInHundredthsOfAPenny(t *testing.T) {
	for text, want := range map[string]int{"27.03p": 2703, "27.03": 2703, "27p": 2700, "27.5": 2750, "£0.27": 2700, "£0.2703": 2703, "£.2703": 2703, "£1.00": 10000, "0.5p": 50} {
		if got, err := ParsePrice(text); err != nil || got != want {
			t.Errorf("%q: %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "p", "27.035p", "£27", "cheap", "-1p", "27,03"} {
		if got, err := ParsePrice(text); err == nil {
			t.Errorf("%q was read as %d", text, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 99_999).Draw(t, "price")
		if got, err := ParsePrice(price(n)); err != nil || got != n {
			t.Fatalf("%d is written %q and read back as %d, %v", n, price(n), got, err)
		}
	})
}

// readDay reads a day as the screen does, on Friday 13 November 2026.
func readDay(text string) (calendar.Date, error) {
	return calendar.Parse(text, day("2026-11-13"), calendar.England())
}

// What a line was made from comes back as it was when it goes through the
// fields of the screen, for every kind of line.
func TestEveryKindOfLineSurvivesItsFields(t *testing.T) {
	proofs := []redress.ProofSeen{{What: "Receipt", On: day("2026-10-12")}, {What: "Photograph", Evidence: 3}}
	for _, in := range []redress.Input{
		carpet, drying, harm, missed, pipe,
		{Kind: redress.Damaged, Title: "Piano", Reason: "possessions", Proofs: proofs,
			Item: redress.Item{Replacement: 120050, Age: 7, Months: 600, LifeWhy: "The tuner says fifty years", Condition: "fair"}},
		{Kind: redress.Damaged, Item: redress.Item{Replacement: 100, Life: "sofa", Condition: "good"}},
		{Kind: redress.Spent, Reason: "cleaning", Also: "Two cleaners came", Cost: redress.Cost{Sum: 4500, On: day("2026-10-02")}},
		{Kind: redress.Rated, Reason: "meals", Rate: redress.Rate{Count: 9, Unit: "meal", Each: 650}},
		{Kind: redress.Powered, Power: redress.Power{Watts: 2000, Hours: 12, Days: 14, Price: 2703}},
		{Kind: redress.Powered, Power: redress.Power{Watts: 250, Hours: 24, Price: 2450, From: day("2026-10-01"), Until: day("2026-10-09")}},
		{Kind: redress.Judged, Reason: "delay", Harm: redress.Harm{Sum: 2500, Below: "A small slip, put right the same day", Impact: "A worry."}},
		{Kind: redress.Judged, Reason: "facility", Harm: redress.Harm{Band: "severe", Sum: 150000, Impact: "Four months.", Route: "no", RouteWhy: "They want it settled",
			Lost: "heating-or-hot-water", From: day("2026-06-01"), Until: day("2026-10-01")}},
		{Kind: redress.Letters, Letters: []redress.Unheard{{Received: day("2026-10-01"), Paper: true, Delivered: true, OwnMatter: true},
			{Received: day("2026-10-05"), Acknowledged: day("2026-10-20"), Excluded: "Sent by e-mail"}}},
		{Kind: redress.DoorOut, Door: redress.Door{From: day("2026-08-01"), Until: day("2026-10-01"), Excluded: "Cut by the tenant"}},
		{Kind: redress.Visits, Visits: []redress.Visit{{On: day("2026-10-01"), Slot: redress.AllDay, Came: true, Late: 45, Contact: true, Contractor: true}}},
		{Kind: redress.Ordered, Award: redress.AwardedSum{Body: "housing", Referral: 1, Order: 2, Sum: 30000}},
	} {
		d := DraftOf(redress.Line{ID: 4, Input: in})
		got, wrong := input(d, readDay)
		if len(wrong) > 0 {
			t.Errorf("%s: %v", in.Kind, wrong)
		}
		if !sameInput(got, in) {
			t.Errorf("%s came back as\n%+v\nand was\n%+v", in.Kind, got, in)
		}
		if d.Line != 4 || !d.same(d.clone()) {
			t.Errorf("%s: the draft is not the line's own", in.Kind)
		}
	}
}

// sameInput compares two inputs; factors have no order.
func sameInput(a, b redress.Input) bool {
	a.Harm.Factors, b.Harm.Factors = sortedFactors(a.Harm.Factors), sortedFactors(b.Harm.Factors)
	return deep(a) == deep(b)
}

func TestWhatCannotBeReadIsSaidUnderItsField(t *testing.T) {
	d := NewDraft(redress.Visits)
	d.Visits = []Said{{"on": "24 9 2026", "slot": "morning"}, {"on": "the other day", "happened": toldBefore, "told_at": "teatime"}}
	d.Proofs = []Said{{}, {"what": "Card", "on": "31 2 2026"}}
	in, wrong := input(d, readDay)
	for _, name := range []string{"visit.2.on", "visit.2.told_at", "proof.2.on"} {
		if wrong[name] == "" {
			t.Errorf("nothing is said under %s", name)
		}
	}
	if len(wrong) != 3 || in.Visits[0].On != day("2026-09-24") {
		t.Errorf("%v, %+v", wrong, in.Visits)
	}
	for name, words := range wrong {
		if words[:1] != strings.ToUpper(words[:1]) {
			t.Errorf("%s: %q does not begin a sentence", name, words)
		}
	}
}

func TestTheBandIsChosenAndNeverWorkedOut(t *testing.T) {
	d := NewDraft(redress.Judged)
	d.Said["sum"] = "£300"
	if _, wrong := input(d, readDay); !strings.Contains(wrong["band"], "the sum does not decide it") {
		t.Errorf("%v", wrong)
	}
}
