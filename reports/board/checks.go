package board

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Where the checks sheet keeps what its formulas share.
const (
	dayCell    = "$F$5"
	homesCell  = "$H$5"
	agrees     = "agrees"
	differs    = "differs"
	checkFirst = headRow + 1
)

// checks draws the recount: for each figure shown, formulas that count what is
// above and below its line from the data sheet's columns, between the dates of
// the row, and a verdict. They share nothing with the counting in this
// program: in time, late and not yet due are worked out from the dates anew.
func (b *book) checks() {
	b.begin(checksSheet, []float64{50, 15, 13, 13, 14, 14, 14, 14, 11, 44},
		"Figure", "For", ">From", ">To", ">Shown", ">Above the line", ">Below the line", ">Recounted", "Verdict", "|Id")
	b.put(checksSheet, 5, 5, "Counted up to", b.style.note)
	b.put(checksSheet, 6, 5, serial(b.report.Today), b.style.date)
	b.put(checksSheet, 7, 5, "Homes", b.style.note)
	b.put(checksSheet, 8, 5, b.report.Homes, b.style.number[Count])
	row := checkFirst
	for _, s := range b.shown {
		if s.figure.Hidden {
			continue
		}
		formula, ok := recounts[plain(s.figure.ID)]
		if s.label != "" {
			formula, ok = groupRecount(s), true
		}
		if !ok {
			b.try(fmt.Errorf("the figure %s has no recount", s.figure.ID))
			return
		}
		b.check(row, s, formula)
		row++
	}
	b.verdict(checkFirst, row-1)
}

// check draws one row.
func (b *book) check(row int, s shown, r recount) {
	when := s.period.Short()
	if s.period.IsZero() {
		when = "Year to date"
	}
	unit := s.figure.Unit
	b.put(checksSheet, 1, row, s.figure.Label, b.style.text)
	b.put(checksSheet, 2, row, when, b.style.text)
	b.put(checksSheet, 3, row, serial(s.from), b.style.date)
	b.put(checksSheet, 4, row, serial(s.to), b.style.date)
	b.formula(5, row, fmt.Sprintf("%s!%s", s.sheet, s.cell), b.style.number[unit], false)
	b.formula(6, row, r.over.at(row), b.style.number[Count], r.array)
	b.formula(7, row, r.below.at(row), b.style.number[Count], false)
	b.formula(8, row, fmt.Sprintf(`IF(G%[1]d=0,"%[2]s",F%[1]d/G%[1]d*%[3]d)`, row, NotKnown, inExcel(unit)), b.style.number[unit], false)
	b.formula(9, row, fmt.Sprintf(`IF(IF(ISNUMBER(E%[1]d),ISNUMBER(H%[1]d),FALSE),IF(ABS(E%[1]d-H%[1]d)<0.0000001,"%[2]s","%[3]s"),IF(E%[1]d=H%[1]d,"%[2]s","%[3]s"))`, row, agrees, differs), b.style.text, false)
	b.put(checksSheet, 10, row, s.figure.ID, b.style.quiet)
}

// inExcel is what numerator over denominator is multiplied by for a cell: a
// percentage is kept as a fraction, and money is already in pounds.
func inExcel(u Unit) int64 {
	if u == PerThousand {
		return u.scale()
	}
	return 1
}

// verdict draws the line at the top that counts the differences.
func (b *book) verdict(first, last int) {
	column := fmt.Sprintf("I%d:I%d", first, last)
	text := fmt.Sprintf(`IF(AND(COUNTIF(%[1]s,"%[3]s")=0,COUNTIF(%[1]s,"%[2]s")=%[4]d),"All %[4]d figures agree with the data sheet",%[4]d-COUNTIF(%[1]s,"%[2]s")&" of %[4]d figures differ from the data sheet")`,
		column, agrees, differs, last-first+1)
	b.formula(1, 5, text, b.style.result, false)
	b.try(b.file.SetConditionalFormat(checksSheet, column, []excelize.ConditionalFormatOptions{
		{Type: "cell", Criteria: "!=", Value: `"` + agrees + `"`, Format: &b.style.alert},
	}))
}

// formula writes a formula, the only place where one is written.
func (b *book) formula(column, row int, formula string, style int, array bool) {
	cell, err := excelize.CoordinatesToCellName(column, row)
	b.try(err)
	if b.err != nil {
		return
	}
	var options []excelize.FormulaOpts
	if array {
		kind := excelize.STCellFormulaTypeArray
		options = append(options, excelize.FormulaOpts{Type: &kind, Ref: &cell})
	}
	b.try(b.file.SetCellFormula(checksSheet, cell, formula, options...))
	b.try(b.file.SetCellStyle(checksSheet, cell, cell, style))
}
