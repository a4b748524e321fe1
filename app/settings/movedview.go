package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/calendar"
)

// movedView is what a change of the bank holidays would move, and after it was
// made what has.
type movedView struct {
	days   *daysView
	change DayChange
	day    calendar.Date
	moves  *look.List
	stays  *look.List
	do     *look.Button
	object fyne.CanvasObject
}

func newMovedView(d *daysView, c DayChange, day calendar.Date) *movedView {
	m := &movedView{days: d, change: c, day: day}
	m.build()
	return m
}

// build sets the account, both lists and the buttons.
func (m *movedView) build() {
	c := m.change
	title := c.Day + ": what would move"
	if c.Done {
		title = c.Day
	}
	m.moves, m.stays = m.list(c.Moves()), m.list(c.Stays())
	content := []fyne.CanvasObject{look.NewSentence(look.Bold(title).At(look.SizeSection)), verdict(len(c.Found.Promised) == 0, c.Sentence()),
		look.Flow(10, 8, m.buttons()...)}
	part := func(title string, list *look.List, n int) {
		if n > 0 {
			content = append(content, look.NewTxt(fmt.Sprintf("%s: %d", title, n), look.SizeCard, look.Text, true),
				look.Framed(look.AtLeast(0, 57*float32(min(n, 4)), list)))
		}
	}
	part("Residents to write to", m.stays, len(c.Found.Promised))
	dates := "Dates that move"
	if c.Done {
		dates = "Dates that moved"
	}
	part(dates, m.moves, len(c.Found.Moved))
	if len(c.Found.Moved)+len(c.Found.Promised) > 0 {
		content = append(content, look.Hint("Enter opens the case; Esc comes back here."))
	}
	m.object = look.Edges(nil, nil, look.Scroll(look.Pad(0, 12, 12, 0, look.AtMost(formWidth+120, look.Column(12, content...)))), nil, nil)
}

func (m *movedView) buttons() []fyne.CanvasObject {
	var row []fyne.CanvasObject
	m.do = nil
	back := look.NewButton("Leave it as it is", func() { m.days.leave() }).With("", "Esc")
	if m.change.Done {
		back.Say("Back to the list")
	} else {
		m.do = look.NewPrimary("Apply the change", m.apply).With("", "Ctrl+Enter")
		row = append(row, m.do)
	}
	if len(m.change.Found.Promised) > 0 {
		row = append(row, look.NewButton("Print the residents", m.print).With(look.IconPrint, "Ctrl+P"),
			look.NewButton("Copy them", m.copy).With("", "Alt+C"))
	}
	return append(row, back)
}

// list is dates in rows of two lines; Enter opens the case.
func (m *movedView) list(rows []MovedRow) *look.List {
	l := look.NewList(57, func() int { return len(rows) }, func() fyne.CanvasObject { return look.NewTwoLines() },
		func(place int, o fyne.CanvasObject) {
			r := rows[place]
			o.(*look.TwoLines).Say(look.RowWords{Name: r.Name, Ref: r.Ref, Second: r.Second})
		})
	l.Words = func(place int) string { return rows[place].Name }
	l.Open = func(place int) { m.days.v.deps.OpenCase(rows[place].Case) }
	return l
}

// first is where the focus begins: the residents to write to, or the dates.
func (m *movedView) first() fyne.Focusable {
	switch {
	case len(m.change.Found.Promised) > 0:
		return m.stays
	case len(m.change.Found.Moved) > 0:
		return m.moves
	case m.do != nil:
		return m.do
	}
	return m.days.v.list
}

// apply makes the change in one transaction. Where something else would move
// by now it is looked at again, so that nothing moves that nobody saw.
func (m *movedView) apply() {
	if m.change.Done {
		return
	}
	v, c := m.days.v, m.change
	long(v, "Moving the open dates", func(ctx context.Context, _ func(done, total int)) (DayChange, error) {
		return v.model.ApplyDay(ctx, c)
	}, func(done DayChange, err error) {
		switch {
		case OutOfDate(err):
			v.deps.Shell.Toast("The cases or the settings have changed since you looked. This is what would move now: look again, then apply it.", nil)
			m.days.try(c.Day, m.day, c.Edit)
			return
		case err != nil:
			v.deps.Shell.Problem(err)
			return
		}
		m.change = done
		m.build()
		m.days.show(m.object)
		look.Focus(m.first())
		m.days.day.Set("")
		m.days.name.Set("")
		v.told("holidays", done.Day+". The dates are moved.")
	})
}

func (m *movedView) print() {
	if m == nil || len(m.change.Found.Promised) == 0 {
		return
	}
	v := m.days.v
	list := m.change.ToldList(v.model.Settings.Landlord, v.deps.Today())
	task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (string, error) { return v.deps.PrintTold(ctx, list) },
		func(words string, err error) {
			if err != nil {
				v.deps.Shell.Problem(err)
				return
			}
			v.deps.Shell.Toast(words, nil)
		})
}

func (m *movedView) copy() {
	if m == nil {
		return
	}
	if n := len(m.change.Found.Promised); n > 0 {
		fyne.CurrentApp().Clipboard().SetContent(m.change.Copied())
		m.days.v.deps.Shell.Toast(plural(n, "resident is", "residents are")+" copied. Paste the list where you need it.", nil)
	}
}
