package redress

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/data/redress"
)

func slots() []Choice {
	return []Choice{{string(redress.Morning), "Morning"}, {string(redress.Afternoon), "Afternoon"}, {string(redress.AllDay), "All day"}}
}

func happenings() []Choice {
	return []Choice{{nobodyCame, nobodyCame}, {toldBefore, toldBefore}, {cameLate, cameLate}}
}

// visits are the appointments that were not kept, one under the other.
func (e *editor) visits() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i, said := range e.draft.Visits {
		p := part{e, said, rowField("visit", i, "")}
		all = append(all, e.row(fmt.Sprintf("Appointment %d", i+1), len(e.draft.Visits) > 1, func() { e.dropRow(&e.draft.Visits, i) }, p.visit()...))
	}
	return append(all, e.another("Add an appointment", func() { e.addRow(&e.draft.Visits, newVisit(), "visit", "on") }))
}

func (p part) visit() []fyne.CanvasObject {
	on, slot, happened := p.day("on", "The day"), p.boxes("slot", "When", slots()), p.boxes("happened", "What happened", happenings())
	toldOn, toldAt := p.day("told_on", "Told on"), p.text("told_at", "At what time")
	toldOn.Optional()
	toldOn.Hint("The day of the appointment itself, unless you type another.")
	toldAt.Hint("Such as 8:00 or 12.40 pm.")
	late, contact := p.text("late", "Minutes late"), p.tick("contact", "They got in touch about it")
	p.follow(func(Worked) {
		visible(toldOn, p.said["happened"] == toldBefore)
		visible(toldAt, p.said["happened"] == toldBefore)
		visible(late, p.said["happened"] == cameLate)
		visible(contact, p.said["happened"] == cameLate)
	})
	excluded := p.text("excluded", "Why nothing is paid for this one")
	excluded.Optional()
	return []fyne.CanvasObject{
		look.Grid(2, 250, 12, on.Object(), slot.Object()),
		happened.Object(),
		p.grid(2, 200, &toldOn.Row, &toldAt.Row, &late.Row, &contact.Row),
		look.Grid(2, 250, 12, excluded.Object(), look.Pad(22, 0, 0, 0, p.tick("contractor", "A contractor of ours").Object())),
	}
}

// letters are those that were not acknowledged in time.
func (e *editor) letters() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i, said := range e.draft.Letters {
		p := part{e, said, rowField("letter", i, "")}
		received, acknowledged := p.day("received", "Received on"), p.day("acknowledged", "Acknowledged on")
		ticks := look.Column(2, p.tick("paper", "On paper, not by e-mail").Object(), p.tick("delivered", "Addressed and delivered to one housing office").Object(),
			p.tick("own_matter", "About something that office can settle").Object())
		excluded := p.text("excluded", "Why nothing is paid for this one")
		acknowledged.Optional()
		excluded.Optional()
		acknowledged.Hint("Leave it empty where it has not been yet.")
		all = append(all, e.row(fmt.Sprintf("Letter %d", i+1), len(e.draft.Letters) > 1, func() { e.dropRow(&e.draft.Letters, i) },
			look.Grid(2, 200, 12, received.Object(), acknowledged.Object()), ticks, excluded.Object()))
	}
	return append(all, e.another("Add a letter", func() { e.addRow(&e.draft.Letters, Said{}, "letter", "received") }))
}

// door is a communal door entry system that did not work.
func (p part) door() []fyne.CanvasObject {
	from, until, excluded := p.day("from", "First day it did not work"), p.day("until", "Working again on"), p.text("excluded", "Why nothing is paid")
	until.Optional()
	excluded.Optional()
	until.Hint("Leave it empty where it does not work yet: it is counted to today.")
	return []fyne.CanvasObject{look.Grid(2, 200, 12, from.Object(), until.Object()), excluded.Object()}
}

// row is one of several within a line, with a way to take it out.
func (e *editor) row(name string, removable bool, remove func(), fields ...fyne.CanvasObject) fyne.CanvasObject {
	head := look.Line(10, look.NewTxt(name, look.SizeBody, look.Text, true), look.Gap())
	if removable {
		head.Add(look.NewSmall("Take it out", remove).With(look.IconCross, ""))
	}
	column := look.Column(10, head)
	for _, f := range fields {
		column.Add(f)
	}
	ground := look.NewRect(look.Bg, 6)
	return look.Stack(ground, look.Pad(10, 12, 12, 12, column))
}

func (e *editor) another(words string, add func()) fyne.CanvasObject {
	return look.Flow(8, 8, look.NewSmall(words, add).With(look.IconPlus, ""))
}

// addRow adds a row and goes to its first field.
func (e *editor) addRow(rows *[]Said, row Said, name, first string) {
	*rows = append(*rows, row)
	e.v.redraw(rowField(name, len(*rows)-1, first))
}

func (e *editor) dropRow(rows *[]Said, place int) {
	*rows = append((*rows)[:place:place], (*rows)[place+1:]...)
	e.v.redraw("")
}

// proofs are the receipts, quotes and photographs that were looked at.
func (e *editor) proofs() fyne.CanvasObject {
	column := look.Column(10)
	for i, said := range e.draft.Proofs {
		p := part{e, said, rowField("proof", i, "")}
		what, on := p.text("what", "What you saw"), p.day("on", "Dated")
		on.Optional()
		what.Hint("Such as Quote, Receipt or Photograph.")
		fields := []fyne.CanvasObject{what.Object(), on.Object()}
		if kept := e.v.model.Evidence(); len(kept) > 0 {
			s := p.pick("evidence", "Which of the evidence", append([]Choice{{"", "None of it: only seen"}}, kept...))
			s.Optional()
			fields = append(fields, s.Object())
		}
		away := look.NewIconButton(look.IconCross, "Take this proof out", func() { e.dropRow(&e.draft.Proofs, i) })
		column.Add(look.TopLine(8, look.Stretch(1, look.Grid(3, 180, 12, fields...)), look.Column(0, look.Pad(24, 0, 0, 0, away))))
	}
	words := "Add a receipt, quote or photograph"
	if len(e.draft.Proofs) > 0 {
		words = "Add another"
	}
	column.Add(e.another(words, func() { e.addRow(&e.draft.Proofs, Said{}, "proof", "what") }))
	return column
}
