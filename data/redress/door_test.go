package redress

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// Money is whole pence: no fraction of the machine's own comes near it, in no
// file of this package that is not a test, by name or by number.
func TestNoFloatingPointAnywhere(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		text, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"float" + "32", "float" + "64", "Parse" + "Float", "\"math\""} {
			if strings.Contains(string(text), word) {
				t.Errorf("%s mentions %s", f.Name(), word)
			}
		}
		tree, err := parser.ParseFile(token.NewFileSet(), f.Name(), text, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && (lit.Kind == token.FLOAT || lit.Kind == token.IMAG) {
				t.Errorf("%s has the number %s", f.Name(), lit.Value)
			}
			return true
		})
		read++
	}
	if read < 15 {
		t.Errorf("only %d files were looked at", read)
	}
}

// No type of the ledger has a fraction in it, however deep.
func TestNoTypeOfTheLedgerHoldsAFraction(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type, string)
	walk = func(typ reflect.Type, path string) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		switch typ.Kind() {
		case reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
			t.Errorf("%s is a %s", path, typ)
		case reflect.Struct:
			for i := range typ.NumField() {
				walk(typ.Field(i).Type, path+"."+typ.Field(i).Name)
			}
		case reflect.Slice, reflect.Pointer, reflect.Array, reflect.Map:
			walk(typ.Elem(), path+"[]")
		}
	}
	walk(reflect.TypeFor[Line](), "Line")
	walk(reflect.TypeFor[Settings](), "Settings")
	walk(reflect.TypeFor[Spread](), "Spread")
	if len(seen) < 20 {
		t.Errorf("only %d types were looked at", len(seen))
	}
}

// More of a failing is never worth less: a dearer or newer item, a day, an hour
// or a penny more.
func TestMoreIsNeverWorthLess(t *testing.T) {
	r := under(t, "current")
	lives, conditions := []string{"carpet", "mattress", "decorations"}, []string{"poor", "fair", "good", "new"}
	rapid.Check(t, func(rt *rapid.T) {
		less := Input{Kind: Damaged, Item: Item{
			Replacement: Pence(rapid.Int64Range(1, 200_000).Draw(rt, "price")), Age: rapid.IntRange(1, 150).Draw(rt, "age"),
			Life: rapid.SampledFrom(lives).Draw(rt, "life"), Condition: rapid.SampledFrom(conditions[:3]).Draw(rt, "condition"),
		}}
		office := r
		office.Office.Floor = rapid.IntRange(0, 99).Draw(rt, "floor")
		first := worked(t, less, office).Sum
		for i, change := range []func(*Input, *Rules){
			func(in *Input, _ *Rules) { in.Item.Replacement++ },
			func(in *Input, _ *Rules) { in.Item.Age-- },
			func(in *Input, _ *Rules) { in.Item.Condition = conditions[1+index(conditions, in.Item.Condition)] },
			func(_ *Input, r *Rules) { r.Office.Floor++ },
		} {
			in, rules := less, office
			change(&in, &rules)
			if sum := worked(t, in, rules).Sum; sum < first {
				rt.Fatalf("change %d makes %s of %s", i, sum, first)
			} else if sum > in.Item.Replacement {
				rt.Fatalf("%s for an item that costs %s new", sum, in.Item.Replacement)
			}
		}
		power := Input{Kind: Powered, Power: Power{
			Watts: rapid.IntRange(1, 3000).Draw(rt, "watts"), Hours: rapid.IntRange(1, 23).Draw(rt, "hours"),
			Days: rapid.IntRange(1, 90).Draw(rt, "days"), Price: rapid.IntRange(1, 9999).Draw(rt, "rate"),
		}}
		first = worked(t, power, r).Sum
		for i, change := range []func(*Power){
			func(p *Power) { p.Watts++ }, func(p *Power) { p.Hours++ }, func(p *Power) { p.Days++ }, func(p *Power) { p.Price++ },
		} {
			in := power
			change(&in.Power)
			if sum := worked(t, in, r).Sum; sum < first {
				rt.Fatalf("change %d of the electricity makes %s of %s", i, sum, first)
			}
		}
	})
}

func index(all []string, s string) int {
	for i, one := range all {
		if one == s {
			return i
		}
	}
	return -1
}

// FuzzWork gives every kind of line anything at all: what comes back is a sum
// within the limits with its working, or a sentence with the field to mend.
func FuzzWork(f *testing.F) {
	f.Add(uint8(0), int64(42000), int64(36), int64(0), int64(0), "carpet", "good", "flooring", 0, 0, uint8(0))
	f.Add(uint8(3), int64(500), int64(12), int64(14), int64(2700), "day", "", "utilities", -20, -8, uint8(1))
	f.Add(uint8(4), int64(22000), int64(1), int64(0), int64(0), "serious", "no", "delay", -30, -1, uint8(255))
	f.Add(uint8(5), int64(1), int64(1), int64(3), int64(9), "2026", "x", "visits", -3, -1, uint8(3))
	f.Add(uint8(5), int64(1), int64(31), int64(480), int64(1), "morning", "", "", -20, -20, uint8(255))
	f.Add(uint8(6), int64(1), int64(1), int64(1), int64(1), "", "", "", -20, -8, uint8(254))
	f.Add(uint8(7), int64(1), int64(1), int64(1), int64(1), "", "", "", -90, -8, uint8(6))
	f.Add(uint8(8), int64(25000), int64(0), int64(0), int64(0), HeatingLoss, "", "", -90, -2, uint8(7))
	f.Add(uint8(2), int64(1)<<62, int64(1)<<40, int64(-1), int64(7), "day", "poor", "meals", -90, 90, uint8(8))
	current, earlier := under(f, "current"), under(f, "earlier")
	f.Fuzz(func(t *testing.T, kind uint8, a, b, c, d int64, x, y, reason string, start, end int, flags uint8) {
		r := current
		if flags&1 != 0 {
			r = earlier
		}
		if flags&2 != 0 {
			r.Office = Settings{Floor: int(a % 200), Missed: Pence(b), Lives: []Life{{ID: x, Months: int(c)}}, Conditions: []Condition{{ID: y, Percent: int(d)}}}
		}
		in := anything(kind, a, b, c, d, x, y, reason, day(start), day(end), flags)
		line, err := Work(in, r)
		if err != nil {
			var p *Problem
			if !errors.As(err, &p) || p.Code == "" || p.Reason == "" {
				t.Fatalf("%+v: %v", in, err)
			}
			return
		}
		if line.Sum < 0 || line.Sum > Most || line.Working == "" || line.Rule == "" || line.Version == "" || line.Title == "" || line.Head == "" {
			t.Fatalf("%+v gives %+v", in, line)
		}
		if again, err := Work(in, r); err != nil || !reflect.DeepEqual(line, again) {
			t.Fatalf("%+v gives another line the second time: %v", in, err)
		}
		survives(t, line, r)
	})
}

// survives asks everything that can be asked of a line.
func survives(t *testing.T, line Line, r Rules) {
	t.Helper()
	line.Stage = 1
	for _, w := range Warnings(line, r) {
		if w.Code == "" || w.Text == "" {
			t.Fatalf("%+v has the warning %+v", line, w)
		}
	}
	ledger := Ledger{line, line}
	for _, c := range Clashes(ledger) {
		if c.Event == "" {
			t.Fatalf("%+v clashes about nothing", line)
		}
	}
	if err := CheckAlso(Ledger{line}, line); err != nil && !blank(line.Also) {
		t.Fatalf("decided, and still %v", err)
	}
	ledger.Paragraph(1, ToStage2)
	kept, err := json.Marshal(line)
	if err != nil {
		t.Fatal(err)
	}
	var back Line
	if err := json.Unmarshal(kept, &back); err != nil {
		t.Fatalf("%s: %v", kept, err)
	}
	if back.Sum != line.Sum || back.Head != line.Head {
		t.Fatalf("%s is kept as %s", line.Sum, back.Sum)
	}
}

// day is a day near the one everything is worked out on; 0 is no date.
func day(n int) calendar.Date {
	if n == 0 {
		return calendar.Date{}
	}
	return calendar.On(2026, time.November, 13).AddDays(n % 100_000)
}

// anything fills every part of an input.
func anything(kind uint8, a, b, c, d int64, x, y, reason string, from, until calendar.Date, flags uint8) Input {
	yes := func(bit int) bool { return flags&(1<<bit) != 0 }
	all := Kinds()
	return Input{
		Kind: all[int(kind)%len(all)], Title: y, Reason: reason, Also: reason,
		Item:  Item{Replacement: Pence(a), Age: int(b), Life: x, Months: int(c), LifeWhy: y, Condition: y},
		Cost:  Cost{Sum: Pence(a), On: from},
		Rate:  Rate{Count: int(b), Unit: x, Each: Pence(a), From: from, Until: until},
		Power: Power{Watts: int(a), Hours: int(b), Days: int(c), Price: int(d), From: from, Until: until},
		Harm: Harm{Band: x, Sum: Pence(a), Impact: y, Factors: []Factor{{x, y}, {"health", ""}}[:int(b&1)+int(c&1)], Below: reason,
			Route: y, RouteWhy: x, Lost: x, From: from, Until: until},
		Visits: []Visit{{On: from, Slot: Slot(x), Told: yes(2), ToldOn: until, ToldAt: policy.Minute(c), Came: yes(3), Late: int(b), Contact: yes(4), Contractor: yes(5)},
			{On: until, Slot: Morning, Excluded: y}}[:1+int(d&1)],
		Letters: []Unheard{{Received: from, Acknowledged: until, Paper: yes(2), Delivered: yes(3), OwnMatter: yes(4), Excluded: y}},
		Door:    Door{From: from, Until: until, Excluded: x},
		Repair:  Repair{Defect: x, Right: yes(2), Cost: Pence(a), Reported: from, Asked: from.AddDays(int(b % 1000)), Done: until, Ended: y},
		Award:   AwardedSum{Body: x, Referral: int(b), Order: int(c), Sum: Pence(a)},
	}
}

func TestOnlyWhatCountsIsKept(t *testing.T) {
	r := under(t, "current")
	in := carpet()
	in.Harm, in.Cost, in.Award = harm().Harm, Cost{Sum: 1}, AwardedSum{Body: "housing"}
	if line := worked(t, in, r); !reflect.DeepEqual(line.Input, carpet()) {
		t.Errorf("kept %+v", line.Input)
	}
	for _, k := range Kinds() {
		all := anything(0, 1, 1, 1, 1, "x", "y", "z", oct(1), oct(2), 255)
		all.Kind = k
		kept, parts := reflect.ValueOf(all.only()), 0
		for i := range kept.NumField() {
			switch kept.Type().Field(i).Name {
			case "Kind", "Title", "Reason", "Also", "Proofs":
			default:
				if !kept.Field(i).IsZero() {
					parts++
				}
			}
		}
		if parts != 1 {
			t.Errorf("%s keeps %d parts", k, parts)
		}
	}
}
