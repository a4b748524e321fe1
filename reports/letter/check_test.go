package letter_test

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"casebook/assets"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/letter"
)

// mustPass fails the test with every finding that shuts a letter.
func mustPass(t *testing.T, in letter.Input) {
	t.Helper()
	for _, f := range letter.Failing(letter.Check(filled(t, in), in)) {
		t.Errorf("%s (%s): %s [%s]", f.ID, f.Source, f.Words, f.Block)
	}
}

func TestGoodLettersPass(t *testing.T) {
	cases := map[string]letter.Input{
		"acknowledgement":         input(t, casework.Acknowledgement, recorded(t, received), acknowledged),
		"response":                input(t, casework.Response, answered(t), today),
		"receipt":                 input(t, casework.Receipt, recorded(t, received), received),
		"receipt of a request":    input(t, casework.Receipt, recorded(t, received, func(r *casework.Record) { r.Answer = casework.NotToday }), received),
		"earlier acknowledgement": input(t, casework.Acknowledgement, recorded(t, calendar.On(2022, 3, 1)), calendar.On(2022, 3, 2)),
	}
	for name, in := range cases {
		t.Run(name, func(t *testing.T) { mustPass(t, in) })
		in.LargePrint = true
		t.Run(name+", large print", func(t *testing.T) { mustPass(t, in) })
	}
}

func TestOurOwnTextsReadAtElevenOrYounger(t *testing.T) {
	for _, in := range []letter.Input{
		input(t, casework.Acknowledgement, recorded(t, received), acknowledged), input(t, casework.Response, answered(t), today),
		input(t, casework.Response, notUpheld(t, "allocations"), today),
		input(t, casework.Response, answeredOn(t, calendar.On(2022, 3, 1), calendar.On(2022, 3, 14)), calendar.On(2022, 3, 14)),
	} {
		findings := letter.Check(filled(t, in), in)
		i := slices.IndexFunc(findings, func(f letter.Finding) bool { return f.ID == "reading" })
		if i < 0 || !findings[i].OK || findings[i].Must {
			t.Errorf("%s: %+v", in.Kind, findings[i])
		}
	}
}

func TestAnObligationThatNobodyReadsForShutsTheLetter(t *testing.T) {
	files := fstest.MapFS{}
	dir, err := fs.Sub(assets.Policy, "policy")
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(dir, "*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "current.toml" {
			data = append(data, "\n[[obligation]]\nletter = \"response\"\nid = \"leaflet\"\ntext = \"that a leaflet is enclosed\"\nmust = true\nsource = { page = \"current page\" }\n"...)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	in := input(t, casework.Response, answered(t), today)
	if in.Policies, err = policy.Load(files); err != nil {
		t.Fatal(err)
	}
	failing := letter.Failing(letter.Check(filled(t, in), in))
	if len(failing) != 1 || failing[0].ID != "leaflet" {
		t.Errorf("found %+v", failing)
	}
}
