package redress

import (
	"strings"
	"testing"
)

// offer is the mockup's ledger with the office's own rate for appointments.
func offer() Ledger {
	return Ledger{
		{ID: 1, Head: FinancialLoss, Title: "Landing carpet", Sum: 29400, Stage: 1},
		{ID: 2, Head: FinancialLoss, Title: "Dehumidifier electricity", Sum: 2268, Stage: 1},
		{ID: 3, Head: FixedPayment, Title: "Missed appointments", Sum: 2000, Stage: 1},
		{ID: 4, Head: RightToRepair, Title: "Right to Repair", Sum: 4000, Stage: 1},
		{ID: 5, Head: Inconvenience, Title: "Inconvenience", Sum: 22000, Stage: 1},
	}
}

func TestTheParagraphSaysEveryLineAndTheTotal(t *testing.T) {
	want := "We offer you £596.68: £294.00 for landing carpet, £22.68 for dehumidifier electricity, £20.00 for missed appointments, " +
		"£40.00 under the Right to Repair and £220.00 for inconvenience. Accepting does not stop you asking for stage 2 or going to the Housing Ombudsman."
	if got := offer().Paragraph(1, ToStage2); got != want {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
}

func TestTheParagraphOfEachKindOfOffer(t *testing.T) {
	more := append(offer(), Line{ID: 6, Head: Inconvenience, Title: "Delay in answering", Sum: 5000, Stage: 2})
	beside := append(offer()[:1:1], Line{ID: 6, Head: FixedPayment, Title: "Missed appointments", Sum: 2000})
	ordered := append(offer()[:1:1], Line{ID: 6, Head: Award, Title: "Award of the Housing Ombudsman", Sum: 30000})
	for _, c := range []struct {
		name    string
		ledger  Ledger
		stage   int
		further Further
		want    string
	}{
		{"nothing", nil, 1, ToStage2, ""},
		{"a line that is worth nothing", Ledger{{Head: FinancialLoss, Title: "Sofa", Stage: 1}}, 1, ToStage2, ""},
		{"one line", offer()[:1], 1, ToStage2,
			"We offer you £294.00 for landing carpet. Accepting does not stop you asking for stage 2 or going to the Housing Ombudsman."},
		{"one line under the Right to Repair, named", Ledger{{Head: RightToRepair, Title: "Leaking pipe", Sum: 4000, Stage: 1}}, 1, ToAppeal,
			"We offer you £40.00 under the Right to Repair (leaking pipe). Accepting does not stop you asking for an appeal or going to the Housing Ombudsman."},
		{"no title", Ledger{{Head: FinancialLoss, Sum: 4000, Stage: 1}}, 1, Nothing,
			"We offer you £40.00 for financial loss. Accepting does not stop you going to the Housing Ombudsman."},
		{"a title in capitals", Ledger{{Head: FinancialLoss, Title: "TV.", Sum: 4000, Stage: 1}}, 1, Nothing,
			"We offer you £40.00 for TV. Accepting does not stop you going to the Housing Ombudsman."},
		{"stage 2 adds a line", more, 2, Nothing,
			"We now offer you £646.68 in all: £294.00 for landing carpet, £22.68 for dehumidifier electricity, £20.00 for missed appointments, " +
				"£40.00 under the Right to Repair, £220.00 for inconvenience and £50.00 for inconvenience (delay in answering). " +
				"Of this, we offered £596.68 in our first answer. Accepting does not stop you going to the Housing Ombudsman."},
		{"stage 1 of two", more, 1, ToStage2, offer().Paragraph(1, ToStage2)},
		{"stage 2 adds nothing", offer()[:2], 2, Nothing,
			"We still offer you £316.68, as in our first answer: £294.00 for landing carpet and £22.68 for dehumidifier electricity. Accepting does not stop you going to the Housing Ombudsman."},
		{"stage 2 adds nothing to one line", offer()[:1], 2, Nothing,
			"We still offer you £294.00, as in our first answer, for landing carpet. Accepting does not stop you going to the Housing Ombudsman."},
		{"stage 2 is the first to offer", Ledger{{Head: Inconvenience, Title: "Inconvenience", Sum: 7500, Stage: 2}}, 2, Nothing,
			"We offer you £75.00 for inconvenience. Accepting does not stop you going to the Housing Ombudsman."},
		{"outside a complaint", Ledger{{Head: FixedPayment, Title: "Missed appointments", Sum: 2000}}, 0, ToComplain,
			"We will pay you £20.00 for missed appointments. Accepting does not stop you making a complaint or going to the Housing Ombudsman."},
		{"a fixed payment that is no part of the answer", beside, 1, Nothing,
			"We offer you £294.00 for landing carpet. Accepting does not stop you going to the Housing Ombudsman."},
		{"goodwill outside a complaint", Ledger{{Head: Inconvenience, Title: "Inconvenience", Sum: 2000}}, 0, ToComplain,
			"We offer you £20.00 for inconvenience. Accepting does not stop you making a complaint or going to the Housing Ombudsman."},
		{"an award beside an offer", ordered, 1, Nothing,
			"We offer you £294.00 for landing carpet. Accepting does not stop you going to the Housing Ombudsman. " +
				"Apart from any offer, we pay you £300.00 (award of the Housing Ombudsman). Nothing is taken off that for rent you may owe."},
		{"an award alone", ordered[1:], 0, Nothing,
			"Apart from any offer, we pay you £300.00 (award of the Housing Ombudsman). Nothing is taken off that for rent you may owe."},
	} {
		if got := c.ledger.Paragraph(c.stage, c.further); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// No paragraph settles anything for good.
func TestTheParagraphNeverClosesTheMatter(t *testing.T) {
	for stage := range 3 {
		for _, f := range []Further{ToStage2, ToAppeal, ToComplain, Nothing} {
			text := strings.ToLower(offer().Paragraph(stage, f))
			if strings.Contains(text, "final") || strings.Contains(text, "settlement") || text != "" && !strings.Contains(text, "housing ombudsman") {
				t.Errorf("stage %d: %s", stage, text)
			}
		}
	}
}
