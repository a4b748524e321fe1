package payments

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// The sheets, in their order.
const (
	toPaySheet = "To pay"
	paidSheet  = "Paid"
)

// book is a workbook being drawn.
type book struct {
	Book
	file  *excelize.File
	style styles
}

// total is a line under the title: words, and a formula with the value that it
// has now.
type total struct {
	words   string
	formula string
	sum     redress.Pence
}

// column is one column of a sheet.
type column struct {
	name  string
	width float64
}

// Workbook draws the book and writes it to w. What a person has typed is only
// ever the text of a cell; formulas are the totals alone, and name no cell but
// those of sums, methods and marks of ours.
func Workbook(in Book, w io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	b := book{Book: in, file: f}
	if b.style, err = newStyles(f); err != nil {
		return err
	}
	if err := f.SetSheetName("Sheet1", toPaySheet); err != nil {
		return err
	}
	if _, err := f.NewSheet(paidSheet); err != nil {
		return err
	}
	if err := b.toPay(); err != nil {
		return err
	}
	if err := b.paid(); err != nil {
		return err
	}
	_, err = f.WriteTo(w)
	return err
}

func (b book) toPay() error {
	columns := []column{{"Reference", 16}, {"Resident", 26}, {"Pay to", 26}, {"For", 34}, {"Kind", 18}, {"Sum", 13}, {"Owed since", 14}, {"Due", 14}, {"Days", 8}, {"Officer", 22}}
	totals := []total{{words: "To pay", sum: b.ToPay()}}
	if n := len(b.Owed); n > 0 {
		totals[0].formula = "SUM(" + cells("F", headRow(1), n) + ")"
	}
	return b.sheet(toPaySheet, "Owed and not paid on "+b.Today.Letter(), totals, columns, len(b.Owed), func(i int) []any {
		o := b.Owed[i]
		return []any{b.text(string(o.Reference)), b.text(o.Resident), b.text(orNobody(o.PayTo)), b.text(o.For), b.text(string(o.Head)), b.money(o.Sum),
			b.day(o.Since), b.day(o.Due), excelize.Cell{StyleID: b.style.number, Value: o.Days}, b.text(o.Officer)}
	})
}

// orNobody says that nobody is known whom a sum could be paid to.
func orNobody(name string) string {
	if name == "" {
		return "Not known yet"
	}
	return name
}

func (b book) paid() error {
	columns := []column{{"Reference", 16}, {"Resident", 26}, {"For", 34}, {"Sum", 13}, {"Paid on", 14}, {"How", 30}, {"Payment reference", 22},
		{"Recorded by", 22}, {"Counted", 10}, {"Made in error on", 16}, {"What was wrong", 34}}
	methods := casework.PayMethods()
	head, n := headRow(len(methods)+2), len(b.Paid)
	where := func(conditions ...string) string { // a column and what it says, in turn
		if n == 0 {
			return ""
		}
		formula := "SUMIFS(" + cells("D", head, n)
		for i := 0; i < len(conditions); i += 2 {
			formula += "," + cells(conditions[i], head, n) + `,"` + conditions[i+1] + `"`
		}
		return formula + ")"
	}
	totals := []total{{"Paid", where("I", "Yes"), b.PaidBy("")}}
	for _, m := range methods {
		totals = append(totals, total{"By " + string(m), where("I", "Yes", "F", string(m)), b.PaidBy(m)})
	}
	totals = append(totals, total{"Made in error, not counted", where("I", "No"), b.InError()})
	period := fmt.Sprintf("Paid from %s to %s", b.From.Letter(), b.To.Letter())
	return b.sheet(paidSheet, period, totals, columns, n, func(i int) []any {
		p := b.Paid[i]
		counts := "Yes"
		if !p.Erred.IsZero() {
			counts = "No"
		}
		return []any{b.text(string(p.Reference)), b.text(p.Resident), b.text(strings.Join(p.For, "; ")), b.money(p.Sum), b.day(p.On),
			b.text(string(p.Method)), b.text(p.Theirs), b.text(p.Officer), b.text(counts), b.day(p.Erred), b.text(p.Error)}
	})
}

// headRow is the row of the column heads: below the title, the landlord, the
// totals and an empty row.
func headRow(totals int) int { return 2 + totals + 2 }

// cells are those of a column below the heads.
func cells(column string, head, rows int) string {
	return fmt.Sprintf("%s%d:%s%d", column, head+1, column, head+rows)
}

// sheet streams one sheet.
func (b book) sheet(name, title string, totals []total, columns []column, rows int, row func(i int) []any) error {
	w, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	head := headRow(len(totals))
	for i, c := range columns {
		err = errors.Join(err, w.SetColWidth(i+1, i+1, c.width))
	}
	err = errors.Join(err, w.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: head, ActivePane: "bottomRight", TopLeftCell: fmt.Sprintf("B%d", head+1)}))
	set := func(at int, cells ...any) { err = errors.Join(err, w.SetRow(fmt.Sprintf("A%d", at), cells)) }
	whose := b.Landlord
	if b.Office != "" {
		whose += ", " + b.Office
	}
	set(1, excelize.Cell{StyleID: b.style.title, Value: title})
	set(2, excelize.Cell{StyleID: b.style.note, Value: whose})
	for i, t := range totals {
		set(3+i, excelize.Cell{StyleID: b.style.total, Value: t.words}, nil, nil,
			excelize.Cell{StyleID: b.style.totalMoney, Formula: t.formula, Value: pounds(t.sum)})
	}
	heads := make([]any, len(columns))
	for i, c := range columns {
		heads[i] = excelize.Cell{StyleID: b.style.head, Value: c.name}
	}
	set(head, heads...)
	for i := range rows {
		set(head+1+i, row(i)...)
		if err != nil {
			return err
		}
	}
	return errors.Join(err, w.Flush())
}

// text is what a cell says, whoever typed it: never a formula.
func (b book) text(s string) any {
	if s == "" {
		return nil
	}
	return excelize.Cell{StyleID: b.style.text, Value: s}
}

func (b book) money(p redress.Pence) any {
	return excelize.Cell{StyleID: b.style.money, Value: pounds(p)}
}

func (b book) day(d calendar.Date) any {
	if d.IsZero() {
		return nil
	}
	return excelize.Cell{StyleID: b.style.date, Value: calendar.On(1899, time.December, 30).DaysUntil(d)}
}

// pounds is a sum as a workbook keeps numbers; nothing is worked out from it
// here.
func pounds(p redress.Pence) float64 { return float64(p) / 100 }
