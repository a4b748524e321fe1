package redress

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSumsGivenBeforeAreSpreadBySmallSteps(t *testing.T) {
	set := under(t, "current").Set
	for _, c := range []struct {
		name                              string
		sums                              []Pence
		least, lower, median, upper, most Pence
	}{
		// Halves 1 2 and 4 5: 1.5 goes up to 2, 4.5 to 5.
		{"five", []Pence{5, 3, 1, 4, 2}, 1, 2, 3, 5, 5},
		// Halves 10 20 30 and 40 50 60; between 30 and 40.
		{"six", []Pence{10, 20, 30, 40, 50, 60}, 10, 20, 35, 50, 60},
		// Halves 10 20 30 and 50 60 70.
		{"seven", []Pence{70, 60, 50, 40, 30, 20, 10}, 10, 20, 40, 60, 70},
		// Halves 10 20 30 40 and 50 60 70 80.
		{"eight", []Pence{10, 20, 30, 40, 50, 60, 70, 80}, 10, 25, 45, 65, 80},
		{"all alike", []Pence{7, 7, 7, 7, 7}, 7, 7, 7, 7, 7},
		{"the dearest", []Pence{Most, Most, Most, Most, Most, Most}, Most, Most, Most, Most, Most},
	} {
		before := slices.Clone(c.sums)
		s, ok := SpreadOf(c.sums, set)
		if want := (Spread{len(c.sums), c.least, c.lower, c.median, c.upper, c.most, 0}); !ok || s != want {
			t.Errorf("%s: %+v, want %+v", c.name, s, want)
		}
		if !slices.Equal(before, c.sums) {
			t.Errorf("%s: the sums were put in another order", c.name)
		}
	}
}

func TestFewerThanFiveSayNothing(t *testing.T) {
	set := under(t, "current").Set
	for n := range 7 {
		if _, ok := SpreadOf(make([]Pence, n), set); ok != (n >= 5) {
			t.Errorf("of %d sums the spread is said: %v", n, ok)
		}
	}
}

func TestTheSpreadLiesInOrderAndHalvesTheSums(t *testing.T) {
	set := under(t, "current").Set
	rapid.Check(t, func(t *rapid.T) {
		sums := rapid.SliceOfN(rapid.Map(rapid.Int64Range(0, int64(Most)), func(n int64) Pence { return Pence(n) }), 5, 40).Draw(t, "sums")
		s, ok := SpreadOf(sums, set)
		if !ok || !slices.IsSorted([]Pence{s.Least, s.Lower, s.Median, s.Upper, s.Most}) {
			t.Fatalf("out of order: %+v", s)
		}
		count := func(in func(Pence) bool) (n int) {
			for _, sum := range sums {
				if in(sum) {
					n++
				}
			}
			return n
		}
		if 2*count(func(p Pence) bool { return p < s.Median }) > len(sums) || 2*count(func(p Pence) bool { return p > s.Median }) > len(sums) {
			t.Fatalf("the middle one is not in the middle: %+v", s)
		}
		if 4*count(func(p Pence) bool { return p < s.Lower }) > len(sums) || 4*count(func(p Pence) bool { return p > s.Upper }) > len(sums) {
			t.Fatalf("more than a quarter lie outside a quartile: %+v", s)
		}
	})
}

func TestWhatWasGivenBeforeIsSaidInWords(t *testing.T) {
	s := Spread{Count: 24, Lower: 15000, Median: 22000, Upper: 27500}
	if got := s.Sentence(); got != "Our last 24 like this: half were £150.00 to £275.00, and the middle one was £220.00." {
		t.Error(got)
	}
	s.Inferred = 3
	if got := s.Sentence(); got != "Our last 24 like this: half were £150.00 to £275.00, and the middle one was £220.00. In 3 of them the band was inferred from the sum." {
		t.Error(got)
	}
}

// An old line has no band: the lower end belongs to it and the upper to the
// next (ruling 18). A line with a band keeps it, whatever its sum.
func TestTheBandOfAnOldLineIsInferredAndSaysSo(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		sum  Pence
		band string
	}{
		{0, ""}, {4999, ""}, {5000, "service-failure"}, {9999, "service-failure"}, {10000, "serious"}, {59999, "serious"}, {60000, "significant"},
		{99999, "significant"}, {100000, "severe"}, {Most, "severe"},
	} {
		line := Line{Head: Inconvenience, Sum: c.sum}
		b, inferred, ok := BandOf(line, r.Policy)
		if b.ID != c.band || inferred != (c.band != "") || ok != (c.band != "") {
			t.Errorf("%s is inferred as %q (%v, %v), want %q", c.sum, b.ID, inferred, ok, c.band)
		}
		if said := slices.ContainsFunc(Warnings(line, r), func(w Warning) bool { return w.Code == "inferred" }); said != (c.band != "") {
			t.Errorf("%s: that the band is inferred is said: %v", c.sum, said)
		}
	}
	in := harm()
	in.Harm.Sum = 60000
	if b, inferred, ok := BandOf(worked(t, in, r), r.Policy); b.ID != "serious" || inferred || !ok {
		t.Errorf("£600.00 in the band chosen: %q, %v", b.ID, inferred)
	}
	if _, _, ok := BandOf(worked(t, carpet(), r), r.Policy); ok {
		t.Error("a financial loss has a band")
	}
	in.Harm = Harm{Sum: 2500, Impact: "A wasted morning", Below: "One short slip"}
	if b, inferred, ok := BandOf(worked(t, in, r), r.Policy); ok || inferred {
		t.Errorf("below the bands: %q", b.ID)
	}
}
