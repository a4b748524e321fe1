package redress

import (
	"strings"
	"testing"

	"casebook/data/calendar"
)

func TestMoneySpentIsPaidAsItIs(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		sum  Pence
		on   calendar.Date
		says string
	}{
		{1, calendar.Date{}, "£0.01 spent."},
		{8500, oct(3), "£85.00 spent on 3 October 2026."},
		{8500, friday, "£85.00 spent on 13 November 2026."},
		{Most - 1, calendar.Date{}, ""},
		{Most, calendar.Date{}, ""},
	} {
		line := worked(t, Input{Kind: Spent, Reason: "cleaning", Cost: Cost{Sum: c.sum, On: c.on}}, r)
		if line.Sum != c.sum || line.Head != FinancialLoss || line.Title != "Cleaning bills" || line.Version != "current@1" ||
			c.says != "" && line.Working != c.says {
			t.Errorf("%s: %+v", c.sum, line)
		}
	}
	for _, c := range []struct {
		in          Input
		code, field string
	}{
		{Input{Kind: Spent, Reason: "cleaning"}, "no-sum", "sum"},
		{Input{Kind: Spent, Reason: "cleaning", Cost: Cost{Sum: -1}}, "no-sum", "sum"},
		{Input{Kind: Spent, Reason: "cleaning", Cost: Cost{Sum: Most + 1}}, "too-much", "sum"},
		{Input{Kind: Spent, Reason: "cleaning", Cost: Cost{Sum: 1, On: nov(14)}}, "dates", "on"},
		{Input{Kind: Spent, Cost: Cost{Sum: 1}}, "no-reason", "reason"},
		{Input{Kind: Spent, Reason: "delay", Cost: Cost{Sum: 1}}, "unknown-reason", "reason"},
	} {
		if code, field := refusal(t, c.in, r); code != c.code || field != c.field {
			t.Errorf("%+v: %s of %s", c.in.Cost, code, field)
		}
	}
}

func TestSoManyTimesAtOnePrice(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		name string
		rate Rate
		want Pence
		says string
	}{
		// 23 to 31 October are 9 days, 1 to 5 November 5 more: 14 × 1.62 = 22.68
		{"the worked example", Rate{Unit: "day", Each: 162, From: oct(23), Until: nov(5)}, 2268,
			"14 days × £1.62 = £22.68. 23 October 2026 to 5 November 2026, both days counted."},
		{"the number typed too", Rate{Count: 14, Unit: "day", Each: 162, From: oct(23), Until: nov(5)}, 2268, ""},
		{"a day less", Rate{Unit: "day", Each: 162, From: oct(24), Until: nov(5)}, 2106, ""},
		{"a day more", Rate{Unit: "day", Each: 162, From: oct(22), Until: nov(5)}, 2430, ""},
		{"one day", Rate{Unit: "day", Each: 162, From: nov(5), Until: nov(5)}, 162, "1 day × £1.62 = £1.62. On 5 November 2026."},
		{"up to today", Rate{Unit: "day", Each: 1, From: nov(12), Until: friday}, 2, ""},
		{"no days given", Rate{Count: 14, Unit: "day", Each: 162}, 2268, "14 days × £1.62 = £22.68."},
		{"meals over some days", Rate{Count: 9, Unit: "meal", Each: 750, From: oct(23), Until: nov(5)}, 6750,
			"9 meals × £7.50 = £67.50. 23 October 2026 to 5 November 2026, both days counted."},
		{"as much as there is", Rate{Count: 1, Unit: "week", Each: Most}, Most, ""},
		{"as often as there is", Rate{Count: int(Most), Unit: "week", Each: 1}, Most, ""},
	} {
		line := worked(t, Input{Kind: Rated, Reason: "utilities", Rate: c.rate}, r)
		if line.Sum != c.want || line.Head != FinancialLoss || c.says != "" && line.Working != c.says {
			t.Errorf("%s: %s, %s", c.name, line.Sum, line.Working)
		}
	}
	for _, c := range []struct {
		name        string
		rate        Rate
		code, field string
	}{
		{"no unit", Rate{Count: 1, Each: 1}, "no-unit", "unit"},
		{"no price", Rate{Count: 1, Unit: "day"}, "no-sum", "each"},
		{"no number", Rate{Unit: "day", Each: 1}, "no-count", "count"},
		{"less than none", Rate{Count: -1, Unit: "day", Each: 1}, "no-count", "count"},
		{"no number of meals", Rate{Unit: "meal", Each: 1, From: oct(1), Until: oct(2)}, "no-count", "count"},
		{"one less than the days", Rate{Count: 13, Unit: "day", Each: 162, From: oct(23), Until: nov(5)}, "count", "count"},
		{"one more than the days", Rate{Count: 15, Unit: "day", Each: 162, From: oct(23), Until: nov(5)}, "count", "count"},
		{"only the first day", Rate{Count: 1, Unit: "day", Each: 1, From: oct(1)}, "no-date", "until"},
		{"only the last day", Rate{Count: 1, Unit: "meal", Each: 1, Until: oct(1)}, "no-date", "from"},
		{"days upside down", Rate{Unit: "day", Each: 1, From: oct(2), Until: oct(1)}, "dates", "until"},
		{"a day to come", Rate{Unit: "day", Each: 1, From: oct(2), Until: nov(14)}, "dates", "until"},
		{"too much", Rate{Count: 2, Unit: "day", Each: Most}, "too-much", "count"},
		{"too often", Rate{Count: int(Most) + 1, Unit: "day", Each: 1}, "too-much", "count"},
		{"beyond the integer", Rate{Count: 1 << 62, Unit: "day", Each: 4}, "too-much", "count"},
	} {
		if code, field := refusal(t, Input{Kind: Rated, Rate: c.rate}, r); code != "no-reason" || field != "reason" {
			t.Errorf("%s, without a reason: %s of %s", c.name, code, field)
		}
		if code, field := refusal(t, Input{Kind: Rated, Reason: "utilities", Rate: c.rate}, r); code != c.code || field != c.field {
			t.Errorf("%s: %s of %s", c.name, code, field)
		}
	}
}

func TestElectricityOfAnApplianceThatHadToRun(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		name  string
		power Power
		want  Pence
		says  string
	}{
		// 500 W × 12 h × 14 days = 84 kWh; 84 × 27p = 22.68
		{"a dehumidifier", Power{Watts: 500, Hours: 12, Days: 14, Price: 2700}, 2268,
			"500 watts × 12 hours a day × 14 days = 84 kWh. 84 kWh × 27p = £22.68."},
		{"by its days", Power{Watts: 500, Hours: 12, Price: 2700, From: oct(23), Until: nov(5)}, 2268,
			"500 watts × 12 hours a day × 14 days = 84 kWh. 84 kWh × 27p = £22.68. 23 October 2026 to 5 November 2026, both days counted."},
		// 0.1 kWh at 4.99p, 5p and 5.01p: 0.499, 0.5 and 0.501 of a penny.
		{"under half a penny", Power{Watts: 100, Hours: 1, Days: 1, Price: 499}, 0, "100 watts × 1 hour a day × 1 day = 0.1 kWh. 0.1 kWh × 4.99p = £0.00, to the nearest penny."},
		{"half a penny", Power{Watts: 100, Hours: 1, Days: 1, Price: 500}, 1, ""},
		{"over half a penny", Power{Watts: 100, Hours: 1, Days: 1, Price: 501}, 1, ""},
		// 1500 W × 1 h × 1 day = 1.5 kWh at 27.01p = 40.515p
		{"rounded once", Power{Watts: 1500, Hours: 1, Days: 1, Price: 2701}, 41, "1500 watts × 1 hour a day × 1 day = 1.5 kWh. 1.5 kWh × 27.01p = £0.41, to the nearest penny."},
		// 100 kW × 24 h × 4166 days = 9 998 400 kWh at 1 penny = £99,984.00
		{"the largest of each", Power{Watts: 100_000, Hours: 24, Days: 4166, Price: 100}, 9_998_400, ""},
	} {
		line := worked(t, Input{Kind: Powered, Power: c.power}, r)
		if line.Sum != c.want || line.Reason != "utilities" || c.says != "" && line.Working != c.says {
			t.Errorf("%s: %s, %s", c.name, line.Sum, line.Working)
		}
	}
	for _, c := range []struct {
		name        string
		power       Power
		code, field string
	}{
		{"no watts", Power{Hours: 1, Days: 1, Price: 1}, "no-watts", "watts"},
		{"too many watts", Power{Watts: 100_001, Hours: 1, Days: 1, Price: 1}, "no-watts", "watts"},
		{"no hours", Power{Watts: 1, Days: 1, Price: 1}, "no-hours", "hours"},
		{"25 hours a day", Power{Watts: 1, Hours: 25, Days: 1, Price: 1}, "no-hours", "hours"},
		{"no days", Power{Watts: 1, Hours: 1, Price: 1}, "no-count", "days"},
		{"too many days", Power{Watts: 1, Hours: 1, Days: 36_601, Price: 1}, "no-days", "days"},
		{"no price", Power{Watts: 1, Hours: 1, Days: 1}, "no-price", "price"},
		{"too dear", Power{Watts: 1, Hours: 1, Days: 1, Price: 100_001}, "no-price", "price"},
		{"more than there is", Power{Watts: 100_000, Hours: 24, Days: 36_600, Price: 100_000}, "too-much", ""},
	} {
		if code, field := refusal(t, Input{Kind: Powered, Power: c.power}, r); code != c.code || field != c.field {
			t.Errorf("%s: %s of %s", c.name, code, field)
		}
	}
}

func TestAnAwardIsNoOffer(t *testing.T) {
	r := under(t, "current")
	for _, sum := range []Pence{1, 25000, Most} {
		line := worked(t, Input{Kind: Ordered, Award: AwardedSum{Body: "housing", Referral: 1, Order: 2, Sum: sum}}, r)
		if line.Head != Award || line.Sum != sum || line.Title != "Award of the Housing Ombudsman" || !strings.Contains(line.Working, "Nothing is taken off it") {
			t.Errorf("%s: %+v", sum, line)
		}
	}
	if line := worked(t, Input{Kind: Ordered, Award: AwardedSum{Body: "The court", Sum: 1}}, r); line.Title != "Award of The court" {
		t.Errorf("somebody else's: %q", line.Title)
	}
	for _, c := range []struct {
		award       AwardedSum
		code, field string
	}{
		{AwardedSum{Sum: 1}, "no-body", "body"},
		{AwardedSum{Body: "housing"}, "no-sum", "sum"},
		{AwardedSum{Body: "housing", Sum: -1}, "no-sum", "sum"},
		{AwardedSum{Body: "housing", Sum: Most + 1}, "too-much", "sum"},
	} {
		if code, field := refusal(t, Input{Kind: Ordered, Award: c.award}, r); code != c.code || field != c.field {
			t.Errorf("%+v: %s of %s", c.award, code, field)
		}
	}
}
