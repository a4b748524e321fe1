package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// moneyFields are the fields of the page Money.
type moneyFields struct {
	missed           *field.Money
	why, floor       *field.Text
	finish, offset   *field.Check
	working          *field.Check
	limits           map[string]*field.Money
	lives, condition *tableView
}

// tableWidth is how wide a table with where its rows come from gets at 100 %.
const tableWidth = 1000

// moneySheet is what the office decides about money and about the promises that
// have a price. Managers only.
func (v *View) moneySheet() *sheet {
	s := &sheet{form: field.NewForm(), keys: map[keys.Chord]func(){}}
	f := s.form
	m := moneyFields{limits: map[string]*field.Money{}}
	tied := func(t *field.Text, get func(casework.Settings) string) { v.text(s, t, get) }
	tick := func(c *field.Check, get func(casework.Settings) bool) {
		word := func(on bool) string { return map[bool]string{true: "yes"}[on] }
		s.bounds = append(s.bounds, bound{get: func(x casework.Settings) string { return word(get(x)) },
			value: func() string { return word(c.On()) }, set: func(text string) { c.Set(text != "") }})
	}
	warning := look.NewSentence()
	warn := func(string) {
		sum, _ := Sum(m.missed.Value())
		warning.Say(look.Words(v.model.Warning(sum)).In(look.Amber))
	}
	m.missed = f.Money("missed", "A missed appointment pays")
	m.missed.Optional()
	m.missed.Hint("Empty is the sum of the landlord's page. It is the office's rate, never chosen case by case.")
	tied(m.missed.Text, func(x casework.Settings) string { return sumText(x.Redress.Missed) })
	m.missed.Changed = warn
	m.why = f.Text("missed_why", "Why another sum than the page's")
	m.why.Optional()
	tied(m.why, func(x casework.Settings) string { return x.Redress.MissedWhy })

	limits := []fyne.CanvasObject{}
	for _, l := range v.model.Settings.Redress.LimitsIn(v.model.Policies) {
		role := l.Role
		box := f.Money("limit "+role, sentence(role))
		tied(box.Text, func(x casework.Settings) string { return x.Redress.LimitOf(role, v.model.Policies).String() })
		m.limits[role] = box
		limits = append(limits, box.Object())
	}
	m.finish = f.Check("finish day", "The finishing day of a late repair counts")
	tick(m.finish, func(x casework.Settings) bool { return !x.Redress.NoFinishDay })
	m.offset = f.Check("offset", "Repair money may be set against arrears")
	tick(m.offset, func(x casework.Settings) bool { return x.Redress.Offset })
	m.working = f.Check("petition_working", "Petitions in working days, not calendar days")
	tick(m.working, func(x casework.Settings) bool { return x.PetitionWorking })

	m.floor = f.Text("floor", "The least an item is worth, in %")
	m.floor.Optional()
	tied(m.floor, func(x casework.Settings) string { return HomesText(x.Redress.Floor) })
	m.lives, m.condition = v.newTable(s, LivesTable), v.newTable(s, ConditionsTable)

	s.save = func() {
		typed := Money{Missed: m.missed.Value(), MissedWhy: m.why.Value(), Floor: m.floor.Value(), FinishDay: m.finish.On(), Offset: m.offset.On(),
			Working: m.working.On(), Limits: map[string]string{}}
		for role, box := range m.limits {
			typed.Limits[role] = box.Value()
		}
		edit, wrong := typed.Edit(s.base, v.model.Policies)
		v.keep(s, wrong, edit, "Saved. Sums worked out from now on go by it; those already kept stay as they are.", nil)
	}
	promises := look.Column(0)
	s.renew = func() {
		v.fillPromises(promises)
		warn("")
		m.lives.fill()
		m.condition.fill()
	}
	s.renew()
	head := func(words string) fyne.CanvasObject { return look.NewTxt(words, look.SizeCard, look.Text, true) }
	form := look.AtMost(formWidth, look.Column(16,
		head("Missed appointments"), m.missed.Object(), m.why.Object(), warning,
		look.NewRule(look.Border), head("Limits by role"), look.Grid(2, 250, 12, limits...),
		look.Hint("The largest whole offer that each may decide alone: all lines of both stages together (ruling 21). Above every limit a manager records who agreed outside Casebook."),
		look.NewRule(look.Border), head("Standing promises"), promises,
		look.NewRule(look.Border), head("How promises are counted"), m.finish.Object(), m.offset.Object(), m.working.Object(),
		look.Hint("What an Ombudsman ordered is never set against arrears."),
		look.NewRule(look.Border), head("What things are worth"), m.floor.Object()))
	content := []fyne.CanvasObject{f.Summary(), form, m.lives.row.Object(), m.condition.row.Object(),
		look.Hint("A change of a row is saved at once. Ctrl+Z undoes it while its message shows.")}
	s.object = f.In(page("Money", "What the office pays, who may decide it, and the promises that have a price.", tableWidth, content, v.saveButton("Save", s.save)))
	return s
}

// fillPromises lists the standing promises, each with its days.
func (v *View) fillPromises(into *fyne.Container) {
	var objs []fyne.CanvasObject
	for i, p := range v.model.Promises() {
		if i > 0 {
			objs = append(objs, look.NewRule(look.Border))
		}
		line := []fyne.CanvasObject{look.Stretch(1, look.Column(0, look.NewSentence(look.Bold(p.Title)), look.Hint(p.Words+".")))}
		if !p.ByLaw {
			line = append(line, look.NewLink("Change its days", func() { v.datePromise(p) }))
		}
		objs = append(objs, look.Pad(6, 0, 6, 0, look.Line(12, line...)))
	}
	into.Objects = objs
	into.Refresh()
}

// datePromise asks from which day until which a promise stands (ruling 1).
func (v *View) datePromise(p Standing) {
	f := field.NewForm()
	day := func(name, label string, is calendar.Date) *field.Date {
		d := f.Date(name, label, func(text string) (string, error) {
			_, echo, err := v.model.Day(text)
			return echo, err
		})
		d.Optional()
		if !is.IsZero() {
			d.Set(is.Letter())
			d.Again()
		}
		return d
	}
	from, until := day("from", "Stands from", p.From), day("promise dates", "Last day", p.Until)
	from.Hint("Empty: as far back as records go.")
	until.Hint("Empty while it stands. What failed on the last day or before is still paid.")
	v.dialog(p.Title, "Save its days", f, look.Column(12, from.Object(), until.Object()), func(shut func()) {
		wrong := map[string]string{}
		read := func(d *field.Date) calendar.Date {
			if strings.TrimSpace(d.Value()) == "" {
				return calendar.Date{}
			}
			on, _, err := v.model.Day(d.Value())
			if err != nil {
				wrong[d.Name()] = sentence(err.Error())
			}
			return on
		}
		edit := DatePromise(p.ID, read(from), read(until))
		if f.ShowErrors(wrong); len(wrong) > 0 {
			return
		}
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (casework.Settings, error) {
			return v.model.Save(ctx, v.model.Settings, edit)
		}, func(_ casework.Settings, err error) {
			if err != nil {
				v.failed(f, err)
				return
			}
			shut()
			v.told("policy", "The promise's days are saved.")
		})
	})
}
