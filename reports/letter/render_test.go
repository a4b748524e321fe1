package letter_test

import (
	"os"
	"path/filepath"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// papers are one of every page that this package makes, by name.
func papers(tb testing.TB) map[string]letter.Letter {
	tb.Helper()
	all := map[string]letter.Letter{}
	add := func(name string, in letter.Input) {
		all[name] = filled(tb, in)
		in.LargePrint = true
		all[name+"-large"] = filled(tb, in)
	}
	add("acknowledgement", input(tb, casework.Acknowledgement, recorded(tb, received), acknowledged))
	add("response", input(tb, casework.Response, answered(tb), today))
	add("receipt", input(tb, casework.Receipt, recorded(tb, received), received))
	add("receipt-not-today", input(tb, casework.Receipt, recorded(tb, received, func(r *casework.Record) { r.Answer = casework.NotToday }), received))
	old := calendar.On(2022, 3, 1)
	add("earlier-acknowledgement", input(tb, casework.Acknowledgement, recorded(tb, old), old.AddDays(1)))
	return all
}

func TestRender(t *testing.T) {
	dir := os.Getenv("RENDER")
	for name, l := range papers(t) {
		pdf, err := letter.PDF(l)
		if err != nil {
			t.Fatal(name, err)
		}
		if dir != "" {
			os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o644)
		}
	}
}
