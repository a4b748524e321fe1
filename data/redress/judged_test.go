package redress

import (
	"strings"
	"testing"
)

// harm is an inconvenience of £220.00 in £100 to £600.
func harm() Input {
	return Input{Kind: Judged, Reason: "delay", Harm: Harm{Band: "serious", Sum: 22000, Impact: "No bath for 23 days"}}
}

func TestTheSumLiesInTheBandChosenBothEndsIncluded(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		band string
		sum  Pence
		code string // none: it is right
	}{
		{"", 4999, ""}, {"", 5000, "no-band"}, {"", 5001, "no-band"}, {"", 1, ""}, {"", 0, "no-sum"}, {"", -1, "no-sum"},
		{"service-failure", 4999, "out-of-band"}, {"service-failure", 5000, ""}, {"service-failure", 5001, ""},
		{"service-failure", 9999, ""}, {"service-failure", 10000, ""}, {"service-failure", 10001, "out-of-band"},
		{"serious", 9999, "out-of-band"}, {"serious", 10000, ""}, {"serious", 10001, ""},
		{"serious", 59999, ""}, {"serious", 60000, ""}, {"serious", 60001, "out-of-band"},
		{"significant", 59999, "out-of-band"}, {"significant", 60000, ""}, {"significant", 60001, ""},
		{"significant", 99999, ""}, {"significant", 100000, ""}, {"significant", 100001, "out-of-band"},
		{"severe", 99999, "out-of-band"}, {"severe", 100000, ""}, {"severe", 100001, ""},
		{"severe", Most - 1, ""}, {"severe", Most, ""}, {"severe", Most + 1, "too-much"},
		{"enormous", 22000, "unknown-band"},
	} {
		in := harm()
		in.Harm.Band, in.Harm.Sum = c.band, c.sum
		in.Harm.Below = "A small slip"
		in.Harm.Route, in.Harm.RouteWhy = RouteNo, "Nothing was damaged"
		line, err := Work(in, r)
		if c.code == "" && (err != nil || line.Sum != c.sum || line.Head != Inconvenience) {
			t.Errorf("%s in %q: %s, %v", c.sum, c.band, line.Sum, err)
		}
		if c.code != "" {
			if code, _ := refusal(t, in, r); code != c.code {
				t.Errorf("%s in %q: %s, want %s", c.sum, c.band, code, c.code)
			}
		}
	}
}

func TestAnInconvenienceHasToBeGivenWhole(t *testing.T) {
	severe := func(h *Harm) { h.Band, h.Sum = "severe", 100000 }
	for _, c := range []struct {
		name        string
		change      func(*Input)
		code, field string
	}{
		{"no reason", func(in *Input) { in.Reason = "" }, "no-reason", "reason"},
		{"a reason of a loss", func(in *Input) { in.Reason = "cleaning" }, "unknown-reason", "reason"},
		{"no impact", func(in *Input) { in.Harm.Impact = " \n" }, "no-impact", "impact"},
		{"below the bands without why", func(in *Input) { in.Harm.Band, in.Harm.Sum = "", 4999 }, "no-below", "below"},
		{"the topmost band without the route", func(in *Input) { severe(&in.Harm) }, "no-route", "route"},
		{"the route with another word", func(in *Input) { severe(&in.Harm); in.Harm.Route = "perhaps" }, "no-route", "route"},
		{"the route without why", func(in *Input) { severe(&in.Harm); in.Harm.Route = RouteYes }, "no-route-why", "route_why"},
		{"the other route without why", func(in *Input) { severe(&in.Harm); in.Harm.Route = RouteNo }, "no-route-why", "route_why"},
		{"a factor there is not", func(in *Input) { in.Harm.Factors = []Factor{{Factor: "weather"}} }, "unknown-factor", "factors"},
		{"a factor twice", func(in *Input) { in.Harm.Factors = []Factor{{Factor: "health"}, {Factor: "health"}} }, "twice", "factors"},
		{"a day to come", func(in *Input) { in.Harm.From, in.Harm.Until = oct(1), nov(14) }, "dates", "until"},
		{"half a period", func(in *Input) { in.Harm.From = oct(1) }, "no-date", "until"},
	} {
		in := harm()
		c.change(&in)
		if code, field := refusal(t, in, under(t, "current")); code != c.code || field != c.field {
			t.Errorf("%s: %s of %s, want %s of %s", c.name, code, field, c.code, c.field)
		}
	}
}

func TestTheRouteIsAskedForAtAThousandPoundsInItsBandOnly(t *testing.T) {
	r := under(t, "current")
	in := harm()
	in.Harm.Band, in.Harm.Sum = "significant", 100000
	if line := worked(t, in, r); line.Sum != 100000 {
		t.Errorf("£1,000.00 in the band that ends there: %s", line.Sum)
	}
	in.Harm.Band, in.Harm.Route, in.Harm.RouteWhy = "severe", RouteYes, "A claim for the damage is right"
	if line := worked(t, in, r); line.Input.Harm.Route != RouteYes || line.Input.Harm.RouteWhy == "" {
		t.Error("the answer about the route is not kept")
	}
}

func TestTheWorkingOfAJudgementSaysWhatItWeighed(t *testing.T) {
	r := under(t, "current")
	in := harm()
	in.Harm.Factors = []Factor{{"health", "asthma, which the damp made worse."}, {"prompt-apology", ""}, {"chasing", "four calls"}}
	in.Harm.From, in.Harm.Until = oct(6), oct(28)
	line := worked(t, in, r)
	want := "£220.00, in the band £100.00 to £600.00. No bath for 23 days. " +
		"Made it worse: age, health or disability (asthma, which the damp made worse); time spent chasing us (four calls). " +
		"Made it less: a prompt apology or repair. 6 October 2026 to 28 October 2026, both days counted."
	if line.Working != want {
		t.Errorf("the working is\n%s\nwant\n%s", line.Working, want)
	}
	if line.Rule != "current page, Other financial redress; current page, Financial redress; ruling 18" || line.Version != "current@1" || line.Title != "Inconvenience" {
		t.Errorf("it follows %q of %q", line.Rule, line.Version)
	}
	in.Harm = Harm{Sum: 2500, Impact: "One wasted morning!", Below: "A single short slip"}
	if line := worked(t, in, r); line.Working != "£25.00, below the bands: A single short slip. One wasted morning!" {
		t.Errorf("below the bands: %s", line.Working)
	}
	if line := worked(t, Judge("delay", "", 2500, "One wasted morning"), r); line.Working != "£25.00, below the bands: One wasted morning." {
		t.Errorf("the impact is the reason: %s", line.Working)
	}
	in.Harm = Harm{Band: "severe", Sum: 150000, Impact: "A winter without heating", Route: RouteNo, RouteWhy: "Nothing to claim for"}
	if line := worked(t, in, r); !strings.HasPrefix(line.Working, "£1,500.00, in the band £1,000.00 and over.") {
		t.Errorf("in the open band: %s", line.Working)
	}
}

// Factors only move the judgement: they are worth no sum of their own.
func TestFactorsChangeNoSum(t *testing.T) {
	r := under(t, "current")
	in := harm()
	for _, f := range r.Set.Factors() {
		in.Harm.Factors = append(in.Harm.Factors, Factor{Factor: f.ID, Note: "so"})
		if line := worked(t, in, r); line.Sum != 22000 {
			t.Errorf("with %q it is %s", f.Title, line.Sum)
		}
	}
}

// An office's own policy may name neither reasons, heads nor where money is from.
func TestAPolicyMayNameNothing(t *testing.T) {
	r := under(t, "earlier")
	bare := *r.Policy
	bare.InconvenienceReasons, bare.Remedies = nil, nil
	r.Policy = &bare
	line := worked(t, Input{Kind: Judged, Harm: Harm{Sum: 2500, Impact: "One wasted morning"}}, r)
	if line.Sum != 2500 || line.Reason != "" || line.Rule != "Complaints procedure (earlier page)" {
		t.Errorf("the line is %+v", line)
	}
	if code, field := refusal(t, harm(), r); code != "unknown-reason" || field != "reason" {
		t.Errorf("a reason where there are none: %s of %s", code, field)
	}
}

// The earlier page names two reasons and no bands: the investigator decides.
func TestTheEarlierPolicyHasNoBands(t *testing.T) {
	r := under(t, "earlier")
	for _, sum := range []Pence{1, 4999, 5000, 250000} {
		in := Input{Kind: Judged, Reason: "pursuing", Harm: Harm{Sum: sum, Impact: "Nine calls in a month"}}
		line := worked(t, in, r)
		if line.Sum != sum || line.Working != sum.String()+" for the inconvenience. Nine calls in a month." || line.Version != "earlier@1" {
			t.Errorf("%s: %+v", sum, line)
		}
	}
	if line := worked(t, Judge("cause", "", 2500, "One wasted morning"), r); line.Working != "£25.00 for the inconvenience. One wasted morning." {
		t.Errorf("below bands that there are not: %s", line.Working)
	}
	in := harm()
	if code, field := refusal(t, in, r); code != "unknown-reason" || field != "reason" {
		t.Errorf("a reason of the current page: %s of %s", code, field)
	}
	in.Reason = "cause"
	if code, field := refusal(t, in, r); code != "unknown-band" || field != "band" {
		t.Errorf("a band of the current page: %s of %s", code, field)
	}
}
