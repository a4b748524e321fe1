package board

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"casebook/data/calendar"
)

// The sheets, in their order.
const (
	summarySheet     = "Summary"
	trendSheet       = "Trend"
	timelinessSheet  = "Timeliness"
	outcomesSheet    = "Outcomes"
	categoriesSheet  = "Categories"
	operationalSheet = "Operational"
	dataSheet        = "Data"
	definitionsSheet = "Definitions"
	checksSheet      = "Checks"
)

// headRow is the row of the column heads on every sheet, under the title.
const headRow = 6

// book is a workbook being drawn. Every step does nothing after the first
// error, which the last one returns.
type book struct {
	report   Report
	file     *excelize.File
	style    styles
	shown    []shown // where each figure stands, for the checks
	known    map[showing]bool
	progress func(done, total int) error
	err      error
}

// showing is a figure and the period it is shown for.
type showing struct {
	id     string
	period Period // zero: the year to date
}

// shown is a figure in its cell.
type shown struct {
	showing
	sheet, cell string
	label       string // the cell of the group's name, for a group
	figure      Figure
	from, to    calendar.Date
}

// Workbook draws the report as an Excel workbook and writes it to w. progress,
// which may be nil, is told how many rows are done and may stop the work by
// returning an error, which Workbook then returns. What a person has typed is
// only ever the text of a cell; formulas stand on the checks sheet alone.
func Workbook(r Report, w io.Writer, progress func(done, total int) error) (err error) {
	if progress == nil {
		progress = func(int, int) error { return nil }
	}
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	style, err := newStyles(f)
	if err != nil {
		return err
	}
	b := &book{report: r, file: f, style: style, progress: progress, known: map[showing]bool{}}
	b.sheets(summarySheet, trendSheet, timelinessSheet, outcomesSheet, categoriesSheet, operationalSheet, dataSheet, definitionsSheet, checksSheet)
	b.summary()
	b.trend()
	b.timeliness()
	b.outcomes()
	b.categories()
	b.operational()
	b.data()
	b.definitions()
	b.checks()
	b.describe()
	if b.err != nil {
		return b.err
	}
	return f.Write(w)
}

// try keeps the first error.
func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// sheets makes the sheets; excelize begins with one, which takes the first
// name.
func (b *book) sheets(names ...string) {
	b.try(b.file.SetSheetName("Sheet1", names[0]))
	for _, name := range names[1:] {
		_, err := b.file.NewSheet(name)
		b.try(err)
	}
	for _, name := range names {
		b.page(name)
	}
}

// page sets a sheet up for printing: A4 across, as wide as the page, the head
// rows on every page, and a foot that says what the page is.
func (b *book) page(sheet string) {
	const a4 = 9
	paper, across, wide, tall := a4, "landscape", 1, 0
	if sheet == trendSheet {
		tall = 1
	}
	b.try(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: ptr(paper), Orientation: ptr(across), FitToWidth: ptr(wide), FitToHeight: ptr(tall)}))
	b.try(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: ptr(true)}))
	margin := 0.5
	b.try(b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: ptr(0.6), Bottom: ptr(0.7)}))
	plain := strings.NewReplacer("&", "&&")
	b.try(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddFooter: fmt.Sprintf("&L&8 %s, %s&C&8 %s&R&8 Page &P of &N", plain.Replace(short(b.whose(), 60)), b.report.Period.Name(), sheet),
	}))
	b.try(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%d:$%d", sheet, headRow, headRow), Scope: sheet,
	}))
	b.try(b.file.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: ptr(false)}))
}

func ptr[T any](v T) *T { return &v }

// short cuts a text to n letters.
func short(text string, n int) string {
	if letters := []rune(text); len(letters) > n {
		return string(letters[:n-1]) + "…"
	}
	return text
}

// whose says whose complaints these are.
func (b *book) whose() string {
	landlord, office := b.report.Landlord, b.report.Office
	if landlord == "" {
		landlord = "Complaints"
	}
	if office == "" {
		office = "all offices"
	}
	return landlord + ", " + office
}

// heading is the five lines that begin every sheet.
func (b *book) heading(sheet string) []string {
	period := b.report.Period.Long()
	if b.report.SoFar() {
		period += " (not over)"
	}
	seal := b.report.Seal
	if seal == "" {
		seal = "none"
	}
	return []string{
		"Complaints report to the board: " + strings.ToLower(sheet),
		b.whose() + ". " + period + ". " + b.report.Period.YearLong() + ".",
		fmt.Sprintf("Counted up to %s from the register as it was at %s. Register seal: %s.", b.report.Today.Long(), clock(b.report.CutOff), seal),
		notes[sheet],
	}
}

// notes says on each sheet how its numbers are to be read.
var notes = map[string]string{
	summarySheet:     "In time, unless it says otherwise, includes extensions told to the resident in time. More complaints are not worse: the Code asks us to welcome them. n/a: nothing is below the line.",
	trendSheet:       "Received counts by the day we were told. In time: answered by the due date, a valid extension counted ÷ received in the quarter and answered or overdue.",
	timelinessSheet:  "Of what was received in the period. Not yet due is shown apart; unanswered and overdue is late. n/a: nothing is below the line.",
	outcomesSheet:    "By the day the answer left us. A complaint is upheld if any of its points is. n/a: nothing is below the line.",
	categoriesSheet:  fmt.Sprintf("By the day we were told. Areas with 1 to %d people are hidden, with the next smallest where a hidden one could be worked out.", Least-1),
	operationalSheet: "For the Operational Board: what the landlord's pages promise besides complaints. None of it is counted as a complaint. n/a: nothing is below the line.",
	dataSheet:        "One row for each stage of each case, without names. An empty date has not happened. Areas stand on stage 1 rows only, and not where their group is hidden.",
	definitionsSheet: "What every figure counts: what is above the line and what is below it.",
	checksSheet:      "Each figure recounted by a formula from the Data sheet, and compared with the cell in which it is shown.",
}

func clock(t time.Time) string {
	return t.In(calendar.London()).Format("3.04 pm on 2 January 2006")
}

// begin writes a sheet's heading and column heads and sets widths. Heads that
// begin with ">" stand over numbers, to the right; with "|" over small words.
func (b *book) begin(sheet string, widths []float64, heads ...string) {
	for i, line := range b.heading(sheet) {
		style := []int{b.style.title, b.style.subtitle, b.style.note, b.style.note}[i]
		b.put(sheet, 1, i+1, line, style)
	}
	for i, width := range widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.try(err)
		b.try(b.file.SetColWidth(sheet, name, name, width))
	}
	for i, head := range heads {
		if text, right := strings.CutPrefix(head, ">"); right {
			b.put(sheet, i+1, headRow, text, b.style.headRight)
		} else if text, aside := strings.CutPrefix(head, "|"); aside {
			b.put(sheet, i+1, headRow, text, b.style.headAside)
		} else {
			b.put(sheet, i+1, headRow, head, b.style.head)
		}
	}
	b.try(b.file.SetRowHeight(sheet, headRow, 2*lineHeight))
	b.try(b.file.SetPanes(sheet, frozen(headRow)))
}

// lineHeight is the height of one line of a row, in points.
const lineHeight = 14.0

// tall makes a row as tall as its longest text needs in a column of a width:
// not every program works that out by itself.
func (b *book) tall(sheet string, row int, width float64, text string) {
	const lettersForWidth = 1.35 // small type is narrower than the digit that widths are counted in
	lines, used := 1, 0.0
	for word := range strings.FieldsSeq(text) {
		length := float64(utf8.RuneCountInString(word))
		if used > 0 && used+length > width*lettersForWidth {
			lines, used = lines+1, 0
		}
		used += length + 1
	}
	b.try(b.file.SetRowHeight(sheet, row, max(1, float64(lines))*lineHeight))
}

// frozen keeps the rows above and the first column in sight.
func frozen(rows int) *excelize.Panes {
	return &excelize.Panes{
		Freeze: true, XSplit: 1, YSplit: rows, ActivePane: "bottomRight",
		TopLeftCell: fmt.Sprintf("B%d", rows+1),
		Selection:   []excelize.Selection{{SQRef: "A1", ActiveCell: "A1", Pane: "bottomRight"}},
	}
}

// put writes one cell. A string is always written as a string.
func (b *book) put(sheet string, column, row int, value any, style int) string {
	cell, err := excelize.CoordinatesToCellName(column, row)
	b.try(err)
	if b.err != nil {
		return cell
	}
	if value != nil {
		b.try(b.file.SetCellValue(sheet, cell, value))
	}
	b.try(b.file.SetCellStyle(sheet, cell, cell, style))
	return cell
}

// figure writes a figure's value into a cell.
func (b *book) figure(sheet string, column, row int, f Figure) string {
	value := f.cell()
	if _, words := value.(string); words {
		return b.put(sheet, column, row, value, b.style.right)
	}
	return b.put(sheet, column, row, value, b.style.number[f.Unit])
}

// cell is a figure as a workbook has it: a percentage as a fraction, money in
// pounds, words where there is no number.
func (f Figure) cell() any {
	switch {
	case !f.Known():
		return f.Text()
	case f.Unit == Count:
		return f.Numerator
	case f.Unit == Percent:
		return float64(f.Numerator) / float64(f.Denominator)
	case f.Unit == Pence:
		return *f.Value() / 100
	}
	return *f.Value()
}

// describe fills in what a file says of itself, and has Excel work the checks
// out when it opens the file.
func (b *book) describe() {
	made := b.report.CutOff.UTC().Format(time.RFC3339)
	b.try(b.file.SetDocProps(&excelize.DocProperties{
		Title:   "Complaints report to the board, " + b.report.Period.Name(),
		Subject: b.report.Period.Long(), Creator: "Casebook", LastModifiedBy: "Casebook",
		Created: made, Modified: made, Language: "en-GB",
	}))
	b.try(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: ptr(true)}))
}
