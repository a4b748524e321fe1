package board

import (
	"fmt"
	"strings"
)

// section is a titled run of figures, by their plain ids.
type section struct {
	title string
	ids   []string
}

// for both stages: "stageN.open" stands for stage1.open and stage2.open.
func stages(title string, names ...string) section {
	s := section{title: title}
	for n := 1; n <= 2; n++ {
		for _, name := range names {
			s.ids = append(s.ids, fmt.Sprintf("stage%d.%s", n, name))
		}
	}
	return s
}

func of(prefix string, names ...string) []string {
	ids := make([]string, len(names))
	for i, name := range names {
		ids[i] = prefix + name
	}
	return ids
}

func (b *book) summary() {
	b.figures(summarySheet, []section{
		stages("Received", "received", "per_1000"),
		stages("In time, of what was received", "acknowledged_in_time", "responded_in_time", "responded_in_time_with_extension",
			"responded_in_time_from_receipt", "acknowledged_late", "not_yet_due_with_extension"),
		stages("As things stand", "open", "overdue"),
		stages("Time to answer", "average_from_receipt", "median_from_receipt"),
		stages("Outcomes of answers sent", "upheld"),
		{"Escalation and redress", []string{"escalation", "redress.offered", "redress.cases", "redress.average"}},
		{"Tenant satisfaction measures, stage 1, since 1 April", ofMeasures(1)},
		{"Tenant satisfaction measures, stage 2, since 1 April", ofMeasures(2)},
	})
}

func ofMeasures(n int) []string {
	ch01, ch02 := fmt.Sprintf("ch01.stage%d", n), fmt.Sprintf("ch02.stage%d", n)
	return append(of(ch01, "", ".counted", ".left_out", ".all"),
		of(ch02, "", ".both_in_time", ".acknowledged_late", ".not_yet_due", ".no_due_date", ".withdrawn")...)
}

func (b *book) timeliness() {
	names := []string{"received", "withdrawn", "not_accepted", "acknowledged_in_time", "acknowledged_late", "acknowledgement_not_yet_due",
		"responded_in_time", "not_yet_due", "responded_in_time_with_extension", "not_yet_due_with_extension", "responded_late",
		"no_due_date", "extended", "responded_in_time_from_receipt", "acknowledged_and_responded_in_time",
		"responded_in_time_after_late_acknowledgement", "due", "due_in_time", "open", "overdue",
		"average_from_receipt", "median_from_receipt", "average_from_acknowledgement", "median_from_acknowledgement"}
	b.figures(timelinessSheet, []section{{"Stage 1", of("stage1.", names...)}, {"Stage 2", of("stage2.", names...)}})
}

func (b *book) outcomes() {
	names := []string{"answered", "upheld", "upheld_all_points", "upheld_some_points_not", "not_upheld", "outcome_not_recorded"}
	b.figures(outcomesSheet, []section{
		{"Stage 1", of("stage1.", names...)},
		{"Stage 2", of("stage2.", names...)},
		{"Escalation", []string{"escalation", "appeals.received"}},
		{"Redress offered", of("redress.", "offered", "stage1", "stage2", "cases", "average")},
	})
}

func (b *book) categories() {
	var sections []section
	titles := map[string]string{"stage1.subject": "Stage 1 received, by what it is about", "stage2.subject": "Stage 2 asked for, by what it is about",
		"stage1.channel": "Stage 1 received, by how it reached us", "stage1.area": "Stage 1 received, by area"}
	for _, part := range b.report.groups {
		s := section{title: titles[part.id]}
		for _, g := range part.groups {
			s.ids = append(s.ids, part.id+"."+g.slug)
		}
		sections = append(sections, s)
	}
	b.figures(categoriesSheet, sections)
}

// definitionWidth is the width of the column of definitions beside figures.
const definitionWidth = 84.0

// figures draws a sheet of figures: each beside the quarter before, the same
// quarter a year before and the year to date, with how it is made.
func (b *book) figures(sheet string, sections []section) {
	p := b.report.Period
	b.begin(sheet, []float64{46, 12, 19, 12, 12, 13, 19, definitionWidth},
		"Figure", ">"+p.Short(), "|Made of", ">"+p.Previous().Short(), ">"+p.LastYear().Short(), ">Year to date", "|Made of", "|What it counts")
	row := headRow + 1
	for _, s := range sections {
		for column := 1; column <= 8; column++ {
			b.put(sheet, column, row, nil, b.style.section)
		}
		b.put(sheet, 1, row, s.title, b.style.section)
		row++
		if len(s.ids) == 0 {
			b.put(sheet, 1, row, "None since 1 April", b.style.text)
			row++
		}
		defined := ""
		for _, id := range s.ids {
			defined = b.line(sheet, row, id, defined)
			row++
		}
	}
}

// line draws one figure with its comparisons. The groups of one kind share a
// definition, which is not said again where it was the one before.
func (b *book) line(sheet string, row int, id, before string) (definition string) {
	p := b.report.Period
	quarter, inQuarter := b.report.Figure(id)
	year, inYear := b.report.Figure(id + YearToDate)
	if isYearOnly(id) {
		quarter, inQuarter, year, inYear = Figure{}, false, quarter, inQuarter
	}
	named := quarter
	if !inQuarter {
		named = year
	}
	label := named.Label
	if named.group != "" {
		label = named.group
	}
	name := b.put(sheet, 1, row, label, b.style.wrapped)
	for column := 2; column <= 7; column++ {
		b.put(sheet, column, row, nil, b.style.right)
	}
	show := func(column int, f Figure, ok bool, when Period) {
		if !ok {
			return
		}
		at := shown{showing: showing{plain(f.ID), when}, sheet: sheet, cell: b.figure(sheet, column, row, f), figure: f, from: when.From(), to: when.To()}
		if when.IsZero() {
			at.from, at.to = p.YearFrom(), p.To()
		}
		if f.group != "" {
			at.label = name
		}
		b.show(at)
	}
	show(2, quarter, inQuarter, p)
	b.put(sheet, 3, row, madeOf(quarter, inQuarter), b.style.quiet)
	previous, ok := b.report.Before(id)
	show(4, previous, ok, p.Previous())
	lastYear, ok := b.report.YearBefore(id)
	show(5, lastYear, ok, p.LastYear())
	show(6, year, inYear, Period{})
	b.put(sheet, 7, row, madeOf(year, inYear), b.style.quiet)
	b.put(sheet, 8, row, nil, b.style.quiet)
	if named.Definition != before {
		b.put(sheet, 8, row, named.Definition, b.style.quiet)
		b.tall(sheet, row, definitionWidth, named.Definition)
	}
	return named.Definition
}

// madeOf is how a figure is made, or nothing where none is shown.
func madeOf(f Figure, shown bool) any {
	if text := f.MadeOf(); shown && text != "" {
		return text
	}
	return nil
}

// show remembers where a figure stands first, for the checks.
func (b *book) show(at shown) {
	if !b.known[at.showing] {
		b.known[at.showing] = true
		b.shown = append(b.shown, at)
	}
}

func isYearOnly(id string) bool {
	return strings.HasPrefix(id, "ch01.") || strings.HasPrefix(id, "ch02.")
}
