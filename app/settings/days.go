package settings

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// The two changes to the standing list.
const (
	addDay    = "Add a day"
	removeDay = "Take a day off the list"
)

// daysView is the bank holidays on the screen.
type daysView struct {
	v    *View
	s    *sheet
	year *field.Choice
	what *field.Choice
	day  *field.Date
	name *field.Text
	list *fyne.Container

	found *movedView // what a change would move, while it is looked at
	all   *fyne.Container
	form  fyne.CanvasObject
}

// holidaysSheet is the year's bank holidays, with the office's own changes.
func (v *View) holidaysSheet() *sheet {
	s := &sheet{form: field.NewForm()}
	d := &daysView{v: v, s: s, list: look.Column(0)}
	this := v.deps.Today().Year()
	years := []string{strconv.Itoa(this - 1), strconv.Itoa(this), strconv.Itoa(this + 1), strconv.Itoa(this + 2)}
	d.year = s.form.Choice("year", "Year", years...)
	d.year.Set(years[1])
	d.year.Changed = func(string) { d.fill() }
	d.what = s.form.Choice("what", "Change", addDay, removeDay)
	d.what.Set(addDay)
	d.day = s.form.Date("day", "Which day", func(text string) (string, error) {
		_, echo, err := v.model.Day(text)
		return echo, err
	})
	d.day.Hint("Such as 27 3 2027.")
	d.name = s.form.Text("name", "What the day is")
	d.what.Changed = func(what string) {
		if what == addDay {
			d.name.Show()
		} else {
			d.name.Hide()
		}
	}
	for _, t := range []*field.Text{d.day.Text, d.name} { // typed and not saved is not to be left by mistake
		s.bounds = append(s.bounds, bound{get: func(casework.Settings) string { return "" }, value: t.Value, set: t.Set})
	}
	s.renew = func() { d.fill() }
	s.renew()
	s.save = d.save
	s.form.Default = d.save
	proclaimed := "Bank holidays are proclaimed up to " + v.model.Holidays.ProclaimedTo().Long() + ". Dates beyond it carry a warning: a day may still be moved or added."
	content := []fyne.CanvasObject{s.form.Summary(), d.year.Object(), look.Card(d.list), look.Hint(proclaimed)}
	var save fyne.CanvasObject
	if v.model.May(casework.ChangeSettings) == nil {
		content = append(content, look.NewRule(look.Border), look.NewTxt("This office's own days", look.SizeCard, look.Text, true), d.what.Object(),
			field.Beside([]float32{1, 1}, &d.day.Row, &d.name.Row))
		save = v.saveButton("See what it would move", d.save)
	} else {
		for _, r := range []*field.Row{&d.what.Row, &d.day.Row, &d.name.Row} {
			r.Hide()
		}
	}
	content = append(content, look.Hint("You see every open date that a change would move before anything moves. Dates already promised stay as residents were told them."))
	d.form = s.form.In(page("Bank holidays", "The days that are no working days. Every date is counted around them.", formWidth, content, save))
	d.all = look.Stack(d.form)
	s.object = d.all
	s.escape = d.leave
	s.keys = map[keys.Chord]func(){
		"Ctrl+P": func() { d.found.print() }, "Alt+C": func() { d.found.copy() },
	}
	return s
}

// fill lists the year's days; the office's own can be taken back.
func (d *daysView) fill() {
	year, err := strconv.Atoi(d.year.Value())
	if err != nil {
		return
	}
	may := d.v.model.May(casework.ChangeSettings) == nil
	var objs []fyne.CanvasObject
	for i, row := range HolidayRows(d.v.model.Holidays, year) {
		if i > 0 {
			objs = append(objs, look.NewRule(look.Border))
		}
		line := []fyne.CanvasObject{look.AtLeast(220, 26, look.NewTxt(row.Date.Long(), look.SizeBody, look.Text, false)),
			look.Stretch(1, look.NewCut(row.Name, look.SizeBody, look.Text, false))}
		if row.Note != "" {
			line = append(line, look.NewTxt(row.Note, look.SizeSmall, look.Accent, true))
		}
		if row.Own && may {
			line = append(line, look.NewLink("Take this back", func() { d.drop(row) }))
		}
		objs = append(objs, look.Line(12, line...))
	}
	d.list.Objects = objs
	d.list.Refresh()
	if d.s.form.Relay != nil {
		d.s.form.Relay()
	}
}

func (d *daysView) save() {
	if d.found != nil {
		d.found.apply()
		return
	}
	if d.v.model.May(casework.ChangeSettings) != nil {
		return
	}
	wrong := map[string]string{}
	day, _, err := d.v.model.Day(d.day.Value())
	e := calendar.Exception{Date: day, Name: strings.TrimSpace(d.name.Value()), Removed: d.what.Value() == removeDay}
	if err != nil {
		wrong["day"] = sentence(err.Error())
	} else {
		for field, say := range DayWrong(e, d.v.model.Holidays) {
			wrong[field] = say
		}
	}
	if e.Removed {
		e.Name, _ = d.v.model.Holidays.Name(day)
	}
	d.s.form.ShowErrors(wrong)
	if len(wrong) > 0 {
		return
	}
	said := day.Long() + " is a bank holiday here"
	if e.Removed {
		said = day.Long() + " is an ordinary day here"
	}
	d.try(said, day, AddDay(e))
}

// try looks at what a change of the days would move, and shows it in place of
// the form.
func (d *daysView) try(said string, day calendar.Date, edit func(*casework.Settings)) {
	v := d.v
	long(v, "Looking at every open date", func(ctx context.Context, _ func(done, total int)) (DayChange, error) {
		return v.model.TryDay(ctx, said, edit)
	}, func(c DayChange, err error) {
		if err != nil {
			v.failed(d.s.form, err)
			return
		}
		d.year.Set(strconv.Itoa(day.Year()))
		d.found = newMovedView(d, c, day)
		d.show(d.found.object)
		look.Focus(d.found.first())
	})
}

func (d *daysView) show(o fyne.CanvasObject) {
	d.all.Objects = []fyne.CanvasObject{o}
	d.all.Refresh()
}

// leave goes back from what would move to the form; Esc does.
func (d *daysView) leave() bool {
	if d.found == nil {
		return false
	}
	d.found = nil
	d.show(d.form)
	d.s.form.First()
	return true
}

// drop lets a day be again what the standing list says.
func (d *daysView) drop(row HolidayRow) {
	d.try(row.Date.Long()+" is again what the standing list says", row.Date, DropDay(row.Date))
}
