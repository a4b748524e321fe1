package casefile

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
)

// openWhy opens the drawer that explains the date (F4).
func (v *View) openWhy() {
	w, ok := v.model.Why()
	if !ok {
		v.deps.Shell.Toast("A service request has no deadline of the complaints policy.", nil)
		return
	}
	layer := keys.NewBlocking()
	printIt := func() {
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (string, error) { return v.deps.PrintWhy(ctx, v.model) },
			func(words string, err error) {
				if err != nil {
					v.deps.Shell.Problem(err)
					return
				}
				v.deps.Shell.Toast(words, nil)
			})
	}
	copyIt := func() {
		fyne.CurrentApp().Clipboard().SetContent(w.Text())
		v.deps.Shell.Toast("Copied.", nil)
	}
	layer.On("Ctrl+P", printIt).On("Ctrl+C", copyIt)
	buttons := look.Line(8, look.NewPrimary("Print for the resident", printIt).With(look.IconPrint, "Ctrl+P"),
		look.NewButton("Copy as text", copyIt).With("", "Ctrl+C"))
	middle := look.Scroll(look.Column(14, whySteps(w), whyCalendar(w), whyLegend(), look.Hint(w.Foot)))
	content := look.Edges(look.Pad(0, 0, 12, 0, look.NewSentence(look.Words(w.Answer))), nil, middle, nil, look.Pad(12, 0, 0, 0, buttons))
	v.deps.Shell.Drawer(w.Question, content, layer, nil)
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
