package redress

import (
	"strings"
	"testing"
)

// carpet is the worked example: £420.00, 3 of 10 years old, good.
func carpet() Input {
	return Input{Kind: Damaged, Title: "Landing carpet", Item: Item{Replacement: 42000, Age: 36, Life: "carpet", Condition: "good"}}
}

func TestADamagedItemIsWorthWhatWasLeftOfIt(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		name      string
		price     Pence
		age       int
		condition string
		want      Pence
		working   string
	}{
		// 420.00 × 84/120 = 294.00
		{"the worked example", 42000, 36, "good", 29400, "£420.00 × 7 ÷ 10 = £294.00. 7 of 10 years were left on the day it was damaged. Its condition was good."},
		// 420.00 × 90/120 = 315.00
		{"half a year younger", 42000, 30, "good", 31500, "£420.00 × 90 ÷ 120 months = £315.00. 90 of 120 months were left on the day it was damaged. Its condition was good."},
		// 294.00 × 75% = 220.50
		{"fair", 42000, 36, "fair", 22050, "£420.00 × 7 ÷ 10 × 75% = £220.50. 7 of 10 years were left on the day it was damaged. Its condition was fair."},
		{"poor", 42000, 36, "poor", 14700, ""},
		{"as new", 42000, 36, "new", 29400, ""},

		{"new on the day", 42000, 0, "good", 42000, "£420.00 × 10 ÷ 10 = £420.00. 10 of 10 years were left on the day it was damaged. Its condition was good."},
		{"a month short of its life", 42000, 119, "good", 350, ""},
		{"as old as its life", 42000, 120, "good", 0, "£420.00 × 0 ÷ 10 = £0.00. It was 10 years old and usually lasts 10 years, so none of its life was left. Its condition was good."},
		{"a month past its life", 42000, 121, "good", 0, ""},
		{"a hundred years old", 42000, 1200, "new", 0, ""},

		// A month of 120 left: 59p gives 0.4917, 60p 0.5, 61p 0.5083 of a penny.
		{"under half a penny", 59, 119, "good", 0, ""},
		{"half a penny", 60, 119, "good", 1, "£0.60 × 1 ÷ 120 months = £0.01, to the nearest penny. 1 of 120 months was left on the day it was damaged. Its condition was good."},
		{"over half a penny", 61, 119, "good", 1, ""},
		// 179p gives 1.4917, 180p 1.5, 181p 1.5083.
		{"under one and a half", 179, 119, "good", 1, ""},
		{"one and a half", 180, 119, "good", 2, ""},
		{"over one and a half", 181, 119, "good", 2, ""},
		// 60p, poor: 0.25 of a penny; rounded before the condition it would be 1p.
		{"rounded once only", 60, 119, "poor", 0, ""},
		{"under half a penny, poor", 119, 119, "poor", 0, ""},
		{"half a penny, poor", 120, 119, "poor", 1, ""},

		{"a penny, new", 1, 0, "new", 1, ""},
		{"the dearest", Most, 0, "good", Most, ""},
		{"a penny less than the dearest", Most - 1, 0, "good", Most - 1, ""},
	} {
		in := carpet()
		in.Item.Replacement, in.Item.Age, in.Item.Condition = c.price, c.age, c.condition
		line := worked(t, in, r)
		if line.Sum != c.want || c.working != "" && line.Working != c.working {
			t.Errorf("%s: %s\n%s\nwant %s\n%s", c.name, line.Sum, line.Working, c.want, c.working)
		}
	}
}

func TestALineOfADamagedItemSaysWhereItComesFrom(t *testing.T) {
	r := under(t, "current")
	line := worked(t, carpet(), r)
	if line.Head != FinancialLoss || line.Reason != "flooring" || line.Title != "Landing carpet" || line.Input.Item != carpet().Item {
		t.Errorf("the line is %+v", line)
	}
	if line.Rule != "current page, Financial loss; ruling 22; usual life of 10 years" || line.Version != "current@1; redress@1" {
		t.Errorf("it follows %q of %q", line.Rule, line.Version)
	}
	in := carpet()
	in.Title, in.Reason = "", "possessions"
	if line := worked(t, in, r); line.Title != "Carpet" || line.Reason != "possessions" {
		t.Errorf("without a title, under another head: %q, %q", line.Title, line.Reason)
	}
}

func TestTheFloorIsTheLeastThatAnItemIsWorth(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		name  string
		price Pence
		age   int
		floor int
		want  Pence
	}{
		{"none of its life left", 42000, 120, 10, 4200},
		{"exactly as much left", 42000, 108, 10, 4200},
		{"a month more left", 42000, 107, 10, 4550}, // 13/120
		{"a month less left", 42000, 109, 10, 4200},
		{"half a penny", 5, 120, 10, 1},
		{"under half a penny", 4, 120, 10, 0},
		{"a new one, whatever its age", 42000, 1200, 100, 42000},
		{"one in a hundred", 42000, 1200, 1, 420},
		{"not set", 42000, 1200, 0, 0},
	} {
		in := carpet()
		in.Item.Replacement, in.Item.Age = c.price, c.age
		r.Office.Floor = c.floor
		line := worked(t, in, r)
		if line.Sum != c.want {
			t.Errorf("%s: %s, want %s", c.name, line.Sum, c.want)
		}
		if applied := strings.Contains(line.Working, "the least we pay"); applied != (c.age > 108 && c.floor > 0) {
			t.Errorf("%s: %s", c.name, line.Working)
		}
	}
	for _, floor := range []int{-1, 101} {
		r.Office.Floor = floor
		line, err := Work(carpet(), r)
		if floor < 0 && (err != nil || line.Sum != 29400) {
			t.Errorf("a floor below nothing is not set: %v, %v", line.Sum, err)
		}
		if floor > 100 && err == nil {
			t.Errorf("a floor of %d%% pays %s", floor, line.Sum)
		}
	}
}

func TestAnOfficeKeepsItsOwnTables(t *testing.T) {
	r := under(t, "current")
	r.Office.Lives = []Life{{ID: "carpet", Title: "Carpet", Months: 60, Source: "the scheme of 2025"}}
	r.Office.Conditions = []Condition{{ID: "good", Title: "Good", Percent: 90}}
	// 420.00 × 24/60 × 90% = 151.20
	in := carpet()
	in.Reason = "flooring"
	line := worked(t, in, r)
	if line.Sum != 15120 || line.Version != "current@1; the office's own table" || !strings.HasPrefix(line.Working, "£420.00 × 2 ÷ 5 × 90% = £151.20.") {
		t.Errorf("by the office's tables: %s, %s, %s", line.Sum, line.Version, line.Working)
	}
}

func TestALifeMayBeTypedWithTheReason(t *testing.T) {
	r := under(t, "current")
	in := carpet()
	in.Reason = "possessions"
	in.Item.Life, in.Item.Months, in.Item.LifeWhy, in.Item.Age = "", 30, "The maker says so", 10
	line := worked(t, in, r) // 420.00 × 20/30 = 280.00
	if line.Sum != 28000 || !strings.HasPrefix(line.Working, "£420.00 × 20 ÷ 30 months = £280.00.") {
		t.Errorf("%s: %s", line.Sum, line.Working)
	}
}

func TestADamagedItemHasToBeGivenWhole(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Input, *Rules)
		code   string
		field  string
	}{
		{"no sum", func(in *Input, _ *Rules) { in.Item.Replacement = 0 }, "no-sum", "replacement"},
		{"a sum below nothing", func(in *Input, _ *Rules) { in.Item.Replacement = -1 }, "no-sum", "replacement"},
		{"a penny too much", func(in *Input, _ *Rules) { in.Item.Replacement = Most + 1 }, "too-much", "replacement"},
		{"not made yet", func(in *Input, _ *Rules) { in.Item.Age = -1 }, "no-age", "age"},
		{"over a hundred years", func(in *Input, _ *Rules) { in.Item.Age = 1201 }, "no-age", "age"},
		{"no life", func(in *Input, _ *Rules) { in.Item.Life = "" }, "no-life", "life"},
		{"a life there is not", func(in *Input, _ *Rules) { in.Item.Life = "boat" }, "no-life", "life"},
		{"months without why", func(in *Input, _ *Rules) { in.Item.Life, in.Item.Months = "", 30 }, "no-reason", "life_why"},
		{"months below nothing", func(in *Input, _ *Rules) { in.Item.Life, in.Item.Months, in.Item.LifeWhy = "", -1, "why" }, "no-life", "months"},
		{"months beyond belief", func(in *Input, _ *Rules) { in.Item.Life, in.Item.Months, in.Item.LifeWhy = "", 1201, "why" }, "no-life", "months"},
		{"no condition", func(in *Input, _ *Rules) { in.Item.Condition = "" }, "no-condition", "condition"},
		{"a condition there is not", func(in *Input, _ *Rules) { in.Item.Condition = "superb" }, "no-condition", "condition"},
		{"a head there is not", func(in *Input, _ *Rules) { in.Reason = "weather" }, "unknown-reason", "reason"},
		{"nothing that says the head", func(in *Input, _ *Rules) { in.Item.Life, in.Item.Months, in.Item.LifeWhy = "", 30, "why" }, "no-reason", "reason"},
		{"an office's row of no life", func(_ *Input, r *Rules) { r.Office.Lives = []Life{{ID: "carpet"}} }, "no-life", "months"},
		{"an office's condition above new", func(_ *Input, r *Rules) { r.Office.Conditions = []Condition{{ID: "good", Title: "Good", Percent: 101}} }, "table", "condition"},
		{"an office's condition below nothing", func(_ *Input, r *Rules) { r.Office.Conditions = []Condition{{ID: "good", Title: "Good", Percent: -1}} }, "table", "condition"},
		{"no policy", func(_ *Input, r *Rules) { r.Policy = nil }, "no-policy", ""},
		{"no policies at all", func(_ *Input, r *Rules) { r.Set = nil }, "no-policy", ""},
		{"no kind", func(in *Input, _ *Rules) { in.Kind = "" }, "no-kind", "kind"},
	} {
		in, r := carpet(), under(t, "current")
		c.change(&in, &r)
		if code, field := refusal(t, in, r); code != c.code || field != c.field {
			t.Errorf("%s: %s of %s, want %s of %s", c.name, code, field, c.code, c.field)
		}
	}
}

// The earlier page pays compensation without naming heads of loss or bands.
func TestTheEarlierPolicyHasNoHeadsOfLoss(t *testing.T) {
	r := under(t, "earlier")
	line := worked(t, carpet(), r)
	if line.Sum != 29400 || line.Reason != "" || line.Title != "Landing carpet" || !strings.HasPrefix(line.Rule, "earlier page, Remedy and compensation") {
		t.Errorf("under the earlier policy: %+v", line)
	}
	in := carpet()
	in.Reason = "flooring"
	if code, field := refusal(t, in, r); code != "unknown-reason" || field != "reason" {
		t.Errorf("a head that the earlier page does not name: %s of %s", code, field)
	}
}
