package board

import (
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/reports/paper"
)

func TestTheReportFitsOnOneLeafOfPaperAndSaysTheFigures(t *testing.T) {
	facts := anyOffice(seeded(8), 900, calendar.On(2024, 10, 1), calendar.On(2026, 9, 30))
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), facts))
	r.Seal = strings.Repeat("0123456789abcdef", 4)
	doc := Page(r)
	if len(doc.Pages) != 2 {
		t.Errorf("it takes %d pages", len(doc.Pages))
	}
	if all := doc.Text(); strings.Count(all, r.Seal) != 1 {
		t.Errorf("the seal does not stand whole on the first side:\n%s", all)
	}
	for _, id := range pageFigures {
		now, _ := r.Figure(id)
		before, _ := r.Before(id)
		year, _ := r.Figure(id + YearToDate)
		words := plainSpaces(doc.TextOf(id))
		for _, f := range []Figure{now, before, year} {
			if !strings.Contains(words, plainSpaces(f.brief())) {
				t.Errorf("the line of %s is %q; it does not say %q", id, words, f.brief())
			}
		}
	}
	for _, q := range r.Trend {
		f, _ := q.Figure("stage1.received")
		if words := doc.TextOf(q.Period.String()); !strings.Contains(words, f.Text()) {
			t.Errorf("the line of %s is %q", q.Period, words)
		}
	}
	if words := plainSpaces(doc.TextOf("ch01.stage1")); !strings.Contains(words, plainSpaces(need(t, r, "ch01.stage1").MadeOf())) {
		t.Errorf("the line of CH01 is %q", words)
	}
	pdf, err := paper.PDF(doc, paper.PDFOptions{Made: r.CutOff, Author: "Derby Homes"})
	if err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Errorf("the page cannot be drawn: %v", err)
	}
}

// plainSpaces makes every kind of space an ordinary one.
func plainSpaces(text string) string { return strings.Join(strings.Fields(text), " ") }
