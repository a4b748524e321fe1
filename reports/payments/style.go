package payments

import "github.com/xuri/excelize/v2"

// styles are the workbook's cell styles by the numbers that excelize gives them.
type styles struct {
	title, note, head int
	total, totalMoney int
	text, money, date int
	number            int
}

// Formats of numbers, as people expect of a workbook.
const (
	moneyFormat = "£#,##0.00"
	dateFormat  = "d mmm yyyy"
)

func newStyles(f *excelize.File) (styles, error) {
	var failed error
	add := func(size float64, bold bool, format string, more excelize.Style) int {
		more.Font = &excelize.Font{Size: size, Bold: bold, Family: "Calibri", Color: "17252B"}
		if more.Fill.Type != "" {
			more.Font.Color = "FFFFFF"
		}
		if format != "" {
			more.CustomNumFmt = &format
		}
		id, err := f.NewStyle(&more)
		if failed == nil {
			failed = err
		}
		return id
	}
	top := excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	head := top
	head.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"0F5B78"}}
	return styles{
		title: add(16, true, "", excelize.Style{}), note: add(9, false, "", excelize.Style{}), head: add(10, true, "", head),
		total: add(11, true, "", excelize.Style{}), totalMoney: add(11, true, moneyFormat, excelize.Style{}),
		text: add(10, false, "", top), money: add(10, false, moneyFormat, top), date: add(10, false, dateFormat, top), number: add(10, false, "0", top),
	}, failed
}
