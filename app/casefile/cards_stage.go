package casefile

import (
	"casebook/app/look"
	"casebook/data/casework"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
)

func (v *View) stageCard() fyne.CanvasObject {
	p := v.model.Page
	if p.Case.Current() == nil {
		if p.Case.Kind.Promised() {
			return v.promisedCard()
		}
		return look.Card(look.Column(8, look.NewTxt(capital(string(p.Case.Kind)), look.SizeCard, look.Text, true), look.NewSentence(look.Words(noComplaint(p.Case)))))
	}
	at := v.stage
	if at < 0 || at >= len(p.Clocks) {
		at = len(p.Clocks) - 1
	}
	k := p.Clocks[at]
	why := look.NewLink("Why?", v.openWhy) // short, so that the title keeps to one line
	why.Font = look.SizeSmall
	rows := []fyne.CanvasObject{look.Line(8, look.Stretch(1, look.NewSentence(look.Bold(k.Title).At(look.SizeCard))), why, look.NewKeycap("F4"))}
	if len(p.Clocks) > 1 {
		rows = append(rows, v.stageSwitch(p.Clocks, at))
	}
	if k.Of > 0 {
		rows = append(rows, stageClock(k))
	}
	rows = append(rows, facts(k.Dates))
	if k.Note != "" {
		rows = append(rows, look.Hint(k.Note))
	}
	if len(p.ToDo) > 0 {
		rows = append(rows, look.NewSentence(look.Bold("Not yet: ").In(look.Amber).At(look.SizeSmall),
			look.Words(strings.Join(p.ToDo, ", ")+".").At(look.SizeSmall)))
	}
	return look.Card(look.Column(10, rows...))
}

// noComplaint says what a record that is no complaint means for its resident.
func noComplaint(c casework.Case) string {
	switch {
	case c.Anonymous:
		return "Nobody's name is known, so nobody is written to. It is kept as information, and any hazard in it is acted on."
	case c.Choice.Answer == casework.NotToday:
		return "The resident was offered the choice and did not want to complain today. They can at any time."
	case c.Kind == casework.Information:
		return "Kept as information. Not a complaint."
	}
	return "Not a complaint. If the resident is unhappy with what we do about it, they can complain at any time."
}

// stageSwitch goes between the stages' cards by arrows.
func (v *View) stageSwitch(all []Clock, at int) fyne.CanvasObject {
	var names []string
	for _, k := range all {
		names = append(names, k.Name)
	}
	s := look.NewSegmented(names, func(place int) {
		v.stage = place
		v.draw()
		if v.stages != nil {
			look.Focus(v.stages)
		}
	})
	s.Set(at)
	v.stages = s
	return s
}

// facts are the dates of a stage; what is long goes on below.
func facts(all []Fact) fyne.CanvasObject {
	col := look.Column(6)
	for _, f := range all {
		text := look.Words(f.Text)
		if f.Strong {
			text = text.Strong()
		}
		col.Add(look.Line(4, look.AtLeast(112, 22, look.NewTxt(f.Label, look.SizeBody, look.Muted, false)), look.Stretch(1, look.NewSentence(text))))
	}
	return col
}

// mostBoxes is how many days are drawn as numbered boxes; more make a bar.
const mostBoxes = 10

// stageClock draws the working days of a stage: boxes for a few, a bar with a
// mark at the first due date for many.
func stageClock(k Clock) fyne.CanvasObject {
	if k.Of > mostBoxes || k.Of < 1 {
		bar := look.NewBar(200)
		if k.Of > 0 {
			bar.Set(float32(k.Day) / float32(k.Of))
			if k.First < k.Of {
				bar.Mark(float32(k.First) / float32(k.Of))
			}
		}
		return bar
	}
	boxes := make([]fyne.CanvasObject, k.Of)
	for i := range boxes {
		fill, ink := look.Sunken, look.Muted
		if i < k.Day {
			fill, ink = look.Fill, look.OnFill
		}
		box := look.NewRect(fill, 4)
		if i == k.Day-1 {
			box.Paint(fill, look.Amber, 2)
		}
		number := look.NewTxt(fmt.Sprint(i+1), look.SizeSmall, ink, i == k.Day-1).Centre()
		boxes[i] = look.Stretch(1, look.AtLeast(20, 28, look.Stack(box, number)))
	}
	return look.Line(4, boxes...)
}
