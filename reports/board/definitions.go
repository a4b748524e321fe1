package board

import (
	"fmt"
	"strings"
)

// unitNames says in words what a figure is measured in.
var unitNames = map[Unit]string{
	Count: "number", Percent: "%", PerThousand: "per 1,000 homes", Pence: "£", WorkingDays: "working days",
}

// definitionsWidth is the width of the column of definitions.
const definitionsWidth = 100.0

// definitions draws one row for every figure, the groups of one kind together.
func (b *book) definitions() {
	b.begin(definitionsSheet, []float64{46, 17, definitionsWidth, 46}, "Figure", "|Measured in", "|What is above the line ÷ what is below it", "|Id")
	row := headRow + 1
	for _, line := range b.general() {
		b.put(definitionsSheet, 1, row, line[0], b.style.wrapped)
		b.put(definitionsSheet, 2, row, nil, b.style.quiet)
		b.put(definitionsSheet, 3, row, line[1], b.style.quiet)
		b.put(definitionsSheet, 4, row, nil, b.style.quiet)
		b.tall(definitionsSheet, row, definitionsWidth, line[1])
		row++
	}
	seen := map[string]bool{}
	for _, f := range b.report.Figures {
		id, label := plain(f.ID), f.Label
		if f.group != "" {
			id = strings.Join(strings.Split(id, ".")[:2], ".")
			label, _, _ = strings.Cut(label, ":")
			label += " …"
		}
		if seen[id] {
			continue
		}
		seen[id] = true
		b.put(definitionsSheet, 1, row, label, b.style.wrapped)
		b.put(definitionsSheet, 2, row, unitNames[f.Unit], b.style.quiet)
		b.put(definitionsSheet, 3, row, f.Definition, b.style.quiet)
		b.put(definitionsSheet, 4, row, id, b.style.quiet)
		b.tall(definitionsSheet, row, definitionsWidth, f.Definition)
		row++
	}
}

// general is what holds for every figure.
func (b *book) general() [][2]string {
	homes := "Not known, so the figures per 1,000 homes are n/a. The number is a setting of the office."
	if b.report.Homes > 0 {
		homes = thousands(int64(b.report.Homes)) + " homes owned, below the line of every figure per 1,000 homes."
	}
	return [][2]string{
		{"Periods", "The financial year begins on 1 April; quarter 1 is April to June. " + b.report.Period.Long() + ". " + b.report.Period.YearLong() + "."},
		{"The day counted up to", b.report.Today.Long() + ". What happened later is not counted. A due date is over when its day is."},
		{"Homes", homes},
		{"Working days", "Monday to Friday, bank holidays in England left out. The day of receipt is day 0."},
		{"Percentages", "Shown to one decimal place, kept unrounded; “made of” says how many of how many. n/a where nothing is below the line: never 0% or 100%."},
		{"A late acknowledgement", "Is a breach of its own. The answer is due from the actual acknowledgement, so the figure from receipt stands beside it: no time is bought by acknowledging late."},
		{"Hidden groups", fmt.Sprintf("Areas are groups of people: 1 to %d are not shown, and neither is the next smallest area where a hidden one could be worked out from the total or an earlier quarter. Subjects and channels are not groups of people.", Least-1)},
		{"The same figure again", "The register seal names the state of the register that these figures were counted from. Counted again on the same records they are the same. Figures’ digest: " + b.report.Hash()[:16] + "."},
	}
}
