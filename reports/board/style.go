package board

import "github.com/xuri/excelize/v2"

// The colours of the workbook. None of them means anything by itself.
const (
	inkColour    = "17252B"
	quietColour  = "4B5B62"
	accentColour = "0F5B78"
	tintColour   = "E4F0F4"
	lineColour   = "D5DDE0"
	alertColour  = "A3201D"
	alertTint    = "FBEAE8"
)

// fontFamily is on every computer with Excel; others put one of the same
// widths in its place.
const fontFamily = "Calibri"

// styles are the workbook's cell styles by the numbers that excelize gives
// them.
type styles struct {
	title, subtitle, note int
	head, headRight       int
	headAside, section    int
	text, word            int // word stands between columns of numbers
	wrapped, quiet        int
	right                 int // words in a column of numbers
	date                  int
	number                map[Unit]int
	result                int
	alert                 int // conditional
}

// formats are the number formats of the units. A percentage is kept as a
// fraction and money in pounds, as people expect of a workbook.
var formats = map[Unit]string{
	Count:       "#,##0",
	Percent:     "0.0%",
	PerThousand: "0.0",
	Pence:       "£#,##0.00",
	WorkingDays: "0.0",
}

const dateFormat = "d mmm yyyy"

// styler makes styles and keeps the first error.
type styler struct {
	file *excelize.File
	err  error
}

func (s *styler) add(style excelize.Style) int {
	if style.Font == nil {
		style.Font = &excelize.Font{Size: 10, Color: inkColour}
	}
	style.Font.Family = fontFamily
	id, err := s.file.NewStyle(&style)
	if s.err == nil {
		s.err = err
	}
	return id
}

func newStyles(f *excelize.File) (styles, error) {
	s := styler{file: f}
	font := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Size: size, Bold: bold, Color: colour}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	line := []excelize.Border{{Type: "bottom", Color: lineColour, Style: 1}}
	top := &excelize.Alignment{Vertical: "top"}
	rightTop := &excelize.Alignment{Vertical: "top", Horizontal: "right"}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	aside := &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: true, Indent: 1}
	rightWrap := &excelize.Alignment{Vertical: "top", Horizontal: "right", WrapText: true}
	of := func(format string) int {
		return s.add(excelize.Style{CustomNumFmt: &format, Alignment: rightTop, Border: line})
	}
	made := styles{
		title:     s.add(excelize.Style{Font: font(16, true, inkColour)}),
		subtitle:  s.add(excelize.Style{Font: font(11, true, inkColour)}),
		note:      s.add(excelize.Style{Font: font(9, false, quietColour)}),
		head:      s.add(excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill(accentColour), Alignment: wrap}),
		headAside: s.add(excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill(accentColour), Alignment: aside}),
		headRight: s.add(excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill(accentColour), Alignment: rightWrap}),
		section:   s.add(excelize.Style{Font: font(10, true, inkColour), Fill: fill(tintColour), Alignment: top}),
		text:      s.add(excelize.Style{Alignment: top, Border: line}),
		word:      s.add(excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left", Indent: 1}, Border: line}),
		wrapped:   s.add(excelize.Style{Alignment: wrap, Border: line}),
		quiet:     s.add(excelize.Style{Font: font(9, false, quietColour), Alignment: aside, Border: line}),
		right:     s.add(excelize.Style{Font: font(9, false, quietColour), Alignment: rightTop, Border: line}),
		date:      of(dateFormat),
		result:    s.add(excelize.Style{Font: font(11, true, inkColour)}),
		number:    map[Unit]int{},
	}
	for unit, format := range formats {
		made.number[unit] = of(format)
	}
	if s.err != nil {
		return made, s.err
	}
	var err error
	made.alert, err = f.NewConditionalStyle(&excelize.Style{Font: font(10, true, alertColour), Fill: fill(alertTint)})
	return made, err
}
