package redress

import (
	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

// choose offers every kind of line (Ins). Letters find a kind, Enter begins it.
func (v *View) choose() {
	m := v.model
	if err := m.MayChange(); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	all := m.KindsHere()
	sheet := &look.Sheet{}
	list := look.NewList(57, func() int { return len(all) }, func() fyne.CanvasObject { return look.NewTwoLines() },
		func(i int, o fyne.CanvasObject) {
			o.(*look.TwoLines).Say(look.RowWords{Name: all[i].Name, Second: all[i].When})
		})
	list.Words = func(i int) string { return all[i].Name }
	begin := func(i int) {
		sheet.Close()
		v.addKind(all[i].Kind)
	}
	list.Open, list.Select = begin, begin
	canvas := v.deps.Shell.Window().Canvas()
	rows := look.AtLeast(0, 57*float32(len(all)), look.Stack())
	room := look.Within(func() float32 { return canvas.Size().Height - aroundForm }, rows)
	content := look.Column(12, look.NewTxt("What is the sum for?", look.SizeSection, look.Text, true),
		look.Stack(room, list), look.Line(8, look.Stretch(1, look.Hint("Enter begins it; letters find it.")), look.NewButton("Close", func() { sheet.Close() }).With("", "Esc")))
	sheet = look.OpenDialog(canvas, formWidth, content, keys.NewBlocking(), list)
}

// dayCard asks for the day whose rules count, where there is no case.
func (v *View) dayCard() fyne.CanvasObject {
	f := field.NewForm()
	d := f.Date("day", "Complaint made on", v.model.EchoDay)
	d.Set(v.model.on.Letter())
	if v.model.on == v.model.Today() {
		d.Set("today")
	}
	d.Again()
	d.Hint("Its policy gives the bands and reasons. Each tariff goes by the day of its own failing.")
	d.Changed = func(text string) {
		if v.model.RulesOn(text) == nil {
			v.typing()
		}
	}
	f.Default = v.FocusFirst
	f.Relay = v.whole.Refresh
	v.dayForm = f
	return look.Card(look.AtMost(420, d.Object()))
}
