package redress

import (
	"slices"
	"strings"
	"testing"
)

// codes are the warnings of a line, without those of the Ombudsman's guidance.
func codes(l Line, r Rules) []string {
	var all []string
	for _, w := range Warnings(l, r) {
		if w.Code != "guidance" {
			all = append(all, w.Code)
		}
	}
	return all
}

func TestALineIsShownWithWhatHasToBeKnown(t *testing.T) {
	proof := []ProofSeen{{What: "Quote", On: nov(12)}}
	own := Rules{Office: Settings{
		Lives:      []Life{{ID: "carpet", Title: "Carpet", Months: 120, Head: "flooring"}},
		Conditions: []Condition{{ID: "good", Title: "Good", Percent: 100}},
	}}
	for _, c := range []struct {
		name   string
		policy string
		office Settings
		in     Input
		want   []string
	}{
		{"no proof, a life that is not verified", "current", Settings{}, carpet(), []string{"no-proof", "not-verified"}},
		{"a quote", "current", Settings{}, func() Input { in := carpet(); in.Proofs = proof; return in }(), []string{"not-verified"}},
		{"the office's own table", "current", own.Office, func() Input { in := carpet(); in.Proofs = proof; return in }(), nil},
		{"a condition that is not verified", "current", Settings{}, func() Input { in := carpet(); in.Proofs, in.Item.Condition = proof, "fair"; return in }(),
			[]string{"not-verified", "not-verified"}},
		{"a month short of its life", "current", own.Office, func() Input { in := carpet(); in.Proofs, in.Item.Age = proof, 119; return in }(), nil},
		{"as old as its life", "current", own.Office, func() Input { in := carpet(); in.Proofs, in.Item.Age = proof, 120; return in }(), []string{"older"}},
		{"a bill without a receipt", "current", Settings{}, bill(8500, oct(3)), []string{"no-proof"}},
		{"a bill with one", "current", Settings{}, func() Input { in := bill(8500, oct(3)); in.Proofs = proof; return in }(), nil},
		{"meals without receipts", "current", Settings{}, meals("", 750, oct(1), oct(2)), []string{"no-proof"}},
		{"electricity", "current", Settings{}, running(500, oct(1), oct(2)), nil},
		{"an inconvenience", "current", Settings{}, harm(), nil},
		{"a factor without a note", "current", Settings{}, func() Input {
			in := harm()
			in.Harm.Factors = []Factor{{"health", " "}, {"children", "two"}}
			return in
		}(), []string{"no-note"}},
		{"a legal route", "current", Settings{}, func() Input {
			in := harm()
			in.Harm = Harm{Band: "severe", Sum: 100000, Impact: "A winter", Route: RouteYes, RouteWhy: "A claim is right"}
			return in
		}(), []string{"route"}},
		{"no legal route", "current", Settings{}, func() Input {
			in := harm()
			in.Harm = Harm{Band: "severe", Sum: 100000, Impact: "A winter", Route: RouteNo, RouteWhy: "Nothing to claim"}
			return in
		}(), nil},
		{"a loss under the earlier policy", "earlier", Settings{}, Input{Kind: Spent, Cost: Cost{Sum: 1}, Proofs: proof}, []string{"no-heads"}},
		{"an award", "current", Settings{}, order(1, 1), nil},
	} {
		r := under(t, c.policy)
		r.Office = c.office
		if got := codes(worked(t, c.in, r), r); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhatIsNotVerifiedSaysSoWithItsRange(t *testing.T) {
	r := under(t, "current")
	in := carpet()
	in.Item.Condition = "fair"
	var all []string
	for _, w := range Warnings(worked(t, in, r), r) {
		if w.Code == "not-verified" {
			all = append(all, w.Text)
		}
	}
	want := []string{
		"Not verified: how long it usually lasts (8 years to 10 years, and the longest is used). No source for it could be checked.",
		"Not verified: the 75% for the condition fair. No source for it could be checked.",
	}
	if !slices.Equal(all, want) {
		t.Errorf("it says\n%s", strings.Join(all, "\n"))
	}
}

// A table may change under a line that was worked out long ago.
func TestARowThatIsGoneIsSaid(t *testing.T) {
	r := under(t, "current")
	line := worked(t, carpet(), r)
	r.Office.Lives = []Life{{ID: "boat", Title: "Boat", Months: 12}}
	if got := codes(line, r); !slices.Contains(got, "gone") {
		t.Errorf("found %q", got)
	}
	for _, less := range []Rules{{}, {Set: r.Set}, {Policy: r.Policy}} {
		if got := Warnings(line, less); got != nil {
			t.Errorf("without rules: %+v", got)
		}
	}
}

// Reported Monday 21 September 2026, asked Monday 28, due Tuesday 29: on Monday
// 19 October it is twenty days and the most.
func TestASumThatStillGrowsSaysSo(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		today, asked, done string
		grows              bool
	}{
		{"2026-10-18", "2026-09-28", "", true}, {"2026-10-19", "2026-09-28", "", false}, {"2026-09-29", "2026-09-28", "", true},
		{"2026-10-18", "2026-09-28", "2026-10-14", false}, {"2026-10-18", "", "", false},
	} {
		r.Today = date(c.today)
		line := worked(t, repair("leaking-pipe", "2026-09-21", c.asked, c.done), r)
		said := slices.ContainsFunc(Warnings(line, r), func(w Warning) bool { return w.Code == "grows" })
		if said != c.grows {
			t.Errorf("on %s, asked %q, done %q: says that it grows %v", c.today, c.asked, c.done, said)
		}
	}
}
