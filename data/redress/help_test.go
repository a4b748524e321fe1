package redress

import (
	"errors"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// friday is the day on which everything here is worked out.
var friday = calendar.On(2026, time.November, 13)

// under are the shipped rules with one of the shipped policies.
func under(t testing.TB, name string) Rules {
	t.Helper()
	set, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	p, ok := set.Named(name)
	if !ok {
		t.Fatalf("there is no %s policy", name)
	}
	return Rules{Set: set, Policy: p, Holidays: calendar.England(), Today: friday}
}

// worked works a line out that has to be right.
func worked(t testing.TB, in Input, r Rules) Line {
	t.Helper()
	line, err := Work(in, r)
	if err != nil {
		t.Fatalf("%s: %v", in.Kind, err)
	}
	return line
}

// refusal is the code and the field of what keeps an input from being worked
// out.
func refusal(t testing.TB, in Input, r Rules) (code, field string) {
	t.Helper()
	line, err := Work(in, r)
	var p *Problem
	if !errors.As(err, &p) {
		t.Fatalf("%+v gives %s and %v", in, line.Sum, err)
	}
	if p.Reason == "" {
		t.Errorf("%s of %s says nothing", p.Code, p.Field)
	}
	return p.Code, p.Field
}

// oct and nov are days of 2026.
func oct(d int) calendar.Date { return calendar.On(2026, time.October, d) }
func nov(d int) calendar.Date { return calendar.On(2026, time.November, d) }
