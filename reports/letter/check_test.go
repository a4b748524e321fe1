package letter_test

import (
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
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
