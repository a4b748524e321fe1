package redress

import (
	"context"
	"fmt"

	"casebook/app/look"
	"casebook/data/casework"
	"casebook/data/redress"
)

// open opens a line, and goes into its first field. One that cannot be changed
// any more shows how it was made.
func (v *View) open(id int) {
	if why := v.model.Locked(id); why != "" {
		for _, r := range v.model.Rows() {
			if r.ID == id {
				r.Line.Title = r.Title
				v.account(r.Line, none, why)
			}
		}
		return
	}
	v.model.Open(id)
	v.redraw("")
	v.toOpen()
}

// fold closes the line that is open and goes to its card. What was changed in
// it stays typed.
func (v *View) fold() {
	at := place{line: v.model.open}
	v.model.Fold()
	v.redraw("")
	v.goBack(at)
}

// step goes from the line that is open to the next or the one before.
func (v *View) step(by int) {
	rows := v.model.Rows()
	at := -1
	for i, r := range rows {
		if v.editor != nil && r.ID == v.model.open || v.editor == nil && v.openers[r.ID] != nil && v.openers[r.ID].Focused() {
			at = i
		}
	}
	if next := at + by; at >= 0 && next >= 0 && next < len(rows) {
		if v.editor == nil {
			look.Focus(v.openers[rows[next].ID])
			return
		}
		v.open(rows[next].ID)
	}
}

// across goes from the lines to what is done with them, and back (F6).
func (v *View) across() {
	canvas := v.deps.Shell.Window().Canvas()
	if v.next != nil && canvas.Focused() != v.next {
		look.Focus(v.next)
		return
	}
	v.FocusFirst()
}

// addKind begins a line of a kind.
func (v *View) addKind(kind redress.Kind) {
	v.model.Fold()
	v.model.Add(kind)
	v.redraw("")
	v.toOpen()
}

// keep keeps the line that is open (Ctrl+S), or says under its fields what is
// missing.
func (v *View) keep() {
	m, e := v.model, v.editor
	if e == nil {
		return
	}
	if wrong := m.Try(); wrong != nil {
		v.shown()
		e.form.ShowErrors(wrong)
		return
	}
	if m.Alone() {
		m.KeepLoose()
		v.redraw("")
		v.goBack(place{line: len(m.loose)})
		return
	}
	if err := m.MayChange(); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	id, said := m.open, m.titleOf(m.open)+" is in the ledger."
	if id != 0 {
		said = m.titleOf(id) + " is changed."
	}
	v.acts.Work(m.Keep, said, func(wrong map[string]string) {
		if wrong != nil {
			e.form.ShowErrors(fields(wrong))
			return
		}
		m.Forget()
		m.KeepTyped()
	})
}

// titleOf is what a line is called now.
func (m *Model) titleOf(id int) string {
	for _, r := range m.Rows() {
		if r.ID == id {
			return r.Title
		}
	}
	return "The line"
}

// putAway leaves a kept line as it was before it was typed into, with Undo.
func (v *View) putAway() {
	m := v.model
	id, title, was := m.open, m.titleOf(m.open), m.Draft().clone()
	m.Forget()
	v.redraw("")
	v.goBack(place{line: id})
	v.deps.Shell.Toast(title+" is as it was.", func() {
		m.drafts[id] = &was
		v.open(id)
	})
}

// removeOpen takes the line that is open out of the ledger (Ctrl+Del).
func (v *View) removeOpen() {
	if v.editor != nil {
		v.remove(v.model.open)
	}
}

// remove takes a line out, with Undo. A line that was never kept is put away
// with what was typed into it.
func (v *View) remove(id int) {
	m := v.model
	title := m.titleOf(id)
	typed := m.drafts[id]
	away := func() {
		delete(m.drafts, id)
		if m.open == id {
			m.open = none
		}
	}
	switch {
	case id == 0:
		was := typed.clone()
		away()
		v.redraw("")
		v.FocusFirst()
		v.deps.Shell.Toast(title+" is put away.", func() {
			m.drafts[0] = &was
			v.open(0)
		})
	case m.Alone():
		away()
		back := m.DropLoose(id)
		v.redraw("")
		v.FocusFirst()
		v.deps.Shell.Toast(title+" is removed.", func() { back(); v.redraw("") })
	default:
		v.acts.Work(func(ctx context.Context) (casework.Result, error) { return m.Drop(ctx, id) }, title+" is removed.", func(wrong map[string]string) {
			if wrong != nil {
				for _, words := range wrong {
					v.deps.Shell.Problem(fmt.Errorf("%s", words))
				}
				return
			}
			away()
		})
	}
}

// doNext is the one next action of the screen (Ctrl+Enter): to keep the line
// that is open while something is typed in it, else what the offer waits for.
func (v *View) doNext() {
	if v.editor != nil && (v.model.Alone() || v.model.changed(*v.editor.draft)) {
		v.keep()
		return
	}
	if v.next != nil {
		v.next.Press()
	}
}
