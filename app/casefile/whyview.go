package casefile

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
)

// openWhy opens the drawer that explains the case's dates (F4). Arrows go from
// date to date.
func (v *View) openWhy() {
	all := v.model.Whys()
	if len(all) == 0 {
		v.deps.Shell.Toast("This record has no deadline of the complaints policy.", nil)
		return
	}
	c, at := v.model.Page.Case, 0
	printIt := func() {
		w := all[at]
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (string, error) { return v.deps.PrintWhy(ctx, c, w) },
			func(words string, err error) {
				if err != nil {
					v.deps.Shell.Problem(err)
					return
				}
				v.deps.Shell.Toast(words, nil)
			})
	}
	copyIt := func() {
		fyne.CurrentApp().Clipboard().SetContent(all[at].Text())
		v.deps.Shell.Toast("Copied.", nil)
	}
	layer := keys.NewBlocking().On("Ctrl+P", printIt).On("Ctrl+C", copyIt)
	buttons := look.Line(8, look.NewPrimary("Print for the resident", printIt).With(look.IconPrint, "Ctrl+P"),
		look.NewButton("Copy as text", copyIt).With("", "Ctrl+C"))
	body := look.Stack()
	show := func(place int) {
		at = place
		body.Objects = []fyne.CanvasObject{whyBody(all[at], at > 0)}
		body.Refresh()
	}
	show(0)
	var top fyne.CanvasObject
	var first fyne.Focusable
	if len(all) > 1 {
		var names []string
		for _, w := range all {
			names = append(names, w.Name)
		}
		tabs := look.NewTabs(names, show)
		top, first = look.Pad(0, 0, 12, 0, tabs), tabs
	}
	content := look.Scroll(look.Edges(top, nil, look.AtLeast(0, leastWhy, body), nil, nil)) // the names of many dates may need the height themselves
	v.deps.Shell.Drawer(all[0].Question, look.Edges(nil, nil, content, nil, look.Pad(12, 0, 0, 0, buttons)), layer, first)
}

// leastWhy is the height that an account has at the least, at 100 %.
const leastWhy = 160

// whyBody is the account of one date. One that is not the drawer's own begins
// with its question.
func whyBody(w Why, another bool) fyne.CanvasObject {
	col := look.Column(14, whySteps(w))
	switch {
	case len(w.Hours) > 0:
		col.Add(whyHours(w))
	case len(w.Weeks) > 0:
		col.Add(whyCalendar(w))
		col.Add(whyLegend())
	}
	col.Add(look.Hint(w.Foot))
	head := look.Column(4)
	if another {
		head.Add(look.NewSentence(look.Bold(w.Question).At(look.SizeSection)))
	}
	length, rest, _ := strings.Cut(w.Answer, " after ")
	if rest != "" {
		head.Add(look.NewSentence(look.Bold(length), look.Words(" after "+rest)))
	} else {
		head.Add(look.NewSentence(look.Words(w.Answer)))
	}
	return look.Edges(look.Pad(0, 0, 12, 0, head), nil, look.Scroll(col), nil, nil)
}

// whyHours are the hours of a working, a day's in one line.
func whyHours(w Why) fyne.CanvasObject {
	col := look.Column(8)
	var row []fyne.CanvasObject
	day := w.Deadline.Working.From.Short()
	end := func() {
		if len(row) > 0 {
			col.Add(look.NewTxt(day, look.SizeSmall, look.Text, true))
			col.Add(look.Flow(6, 6, row...))
			row = nil
		}
	}
	for i, h := range w.Hours {
		if h.Day != "" {
			end()
			day = h.Day
		}
		fill, ink := look.AccentTint, look.Accent
		if i == len(w.Hours)-1 {
			fill, ink = look.Fill, look.OnFill
		}
		row = append(row, look.AtLeast(92, 32, look.Stack(look.NewRect(fill, 4), look.Pad(0, 8, 0, 8, look.Line(4,
			look.NewTxt(h.At, look.SizeBody, ink, i == len(w.Hours)-1), look.Gap(), look.NewTxt(strconv.Itoa(h.Number), look.SizeSmall, ink, true))))))
	}
	end()
	return col
}

func whySteps(w Why) fyne.CanvasObject {
	col := look.Column(0, look.NewRule(look.Border))
	for i, s := range w.Steps {
		col.Add(look.Pad(5, 0, 5, 0, look.Line(12, look.Number(strconv.Itoa(i+1), look.AccentTint),
			look.Stretch(1, look.NewPhrase(look.Words(s.Text+"  "), look.Words(s.Source).In(look.Muted).At(look.SizeSmall))),
			look.NewTxt(s.Date, look.SizeBody, look.Text, true))))
		col.Add(look.NewRule(look.Border))
	}
	return col
}

// The widths of the ledger's columns: a working day holds a date and a
// holiday's name, a weekend only a date.
const (
	monthWidth   = 34
	workdayWidth = 99
	weekendWidth = 36
)

var weekdayNames = [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}

func cellWidth(i int) float32 {
	if i >= 5 {
		return weekendWidth
	}
	return workdayWidth
}

func whyCalendar(w Why) fyne.CanvasObject {
	head := []fyne.CanvasObject{look.AtLeast(monthWidth, 18, look.Space(1, 1))}
	for i, name := range weekdayNames {
		head = append(head, look.AtLeast(cellWidth(i), 18, look.NewTxt(name, look.SizeSmall, look.Muted, false)))
	}
	col := look.Column(4, look.Line(4, head...))
	for _, week := range w.Weeks {
		row := []fyne.CanvasObject{look.AtLeast(monthWidth, 40, look.NewTxt(week.Month, look.SizeSmall, look.Text, true))}
		for i, c := range week.Days {
			row = append(row, look.AtLeast(cellWidth(i), 40, ledgerCell(c)))
		}
		col.Add(look.Line(4, row...))
	}
	return col
}

// ledgerCell draws one day: the date at the left, at the right what it counted
// as. The edge marks day 0, today and nothing else.
func ledgerCell(c Cell) fyne.CanvasObject {
	fill, ink := look.Surface, look.Muted
	bold := false
	switch c.Kind {
	case Counted:
		fill, ink = look.AccentTint, look.Accent
	case Extension:
		fill, ink = look.LedgerExt, look.Accent
	case Weekend:
		fill = look.Sunken
	case BankHoliday:
		fill, ink = look.LedgerHol, look.Text
	case DueDay:
		fill, ink, bold = look.Fill, look.OnFill, true
	case DayZero:
		ink = look.Text
	}
	ground := look.NewRect(fill, 4)
	switch {
	case c.Today:
		ground.Paint(fill, look.Amber, 2)
	case c.Kind == DayZero:
		ground.Paint(fill, look.Accent, 1)
	case c.Kind == Outside:
		ground.Paint(fill, look.Border, 1)
	case c.Kind == Limit:
		ground.Paint(fill, look.FieldEdge, 1)
	}
	dateInk := look.Text
	if c.Kind == DueDay {
		dateInk = look.OnFill
	}
	if c.Kind == Weekend || c.Kind == Outside {
		dateInk = look.Muted
	}
	label := c.Label
	if c.Today && c.Kind != DueDay {
		label = "Today " + label
		if c.Kind == DayZero {
			label = "Today"
		}
	}
	return look.Stack(ground, look.Pad(0, 7, 0, 8, look.Line(4,
		look.NewTxt(strconv.Itoa(c.Date.Day()), look.SizeBody, dateInk, c.Kind == BankHoliday || bold), look.Gap(),
		look.NewTxt(label, look.SizeSmall, ink, c.Kind != BankHoliday && c.Kind != DayZero))))
}

func whyLegend() fyne.CanvasObject {
	item := func(fill look.Token, words string) fyne.CanvasObject {
		swatch := look.NewRect(fill, 3)
		swatch.Paint(fill, look.FieldEdge, 1)
		swatch.Least = fyne.NewSquareSize(14)
		return look.Line(6, look.AtLeast(14, 14, swatch), look.NewTxt(words, look.SizeSmall, look.Muted, false))
	}
	return look.Flow(18, 6, item(look.AccentTint, "Counted"), item(look.LedgerExt, "Counted, extension"),
		item(look.Sunken, "Weekend, not counted"), item(look.LedgerHol, "Bank holiday, not counted"))
}
