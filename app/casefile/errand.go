package casefile

import (
	"context"
	"path/filepath"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
)

// settle goes where a row or a notice leads.
func (v *View) settle(e Errand) {
	switch {
	case e.Case != 0:
		v.deps.OpenCase(e.Case)
	case e.Evidence != 0:
		v.openEvidence(e.Evidence)
	case e.Act == casework.ActAnswer:
		v.answer(e.Item)
	case e.Letter != "":
		v.write(e.Letter)
	case e.Act == casework.ActKeepPromise:
		for _, p := range v.model.Page.Promises {
			if p.ID == e.Item {
				v.keepPromise(p)
			}
		}
	case e.Act != "":
		v.model.about = e
		v.pressAct(e.Act)
		v.model.about = Errand{}
	}
}

// narrow keeps of a list what the officer came for, so that its form begins with
// it chosen; all of it where they came for nothing of it.
func narrow[T any](m *Model, act casework.ActName, all []T, is func(T) bool) []T {
	if m.about.Act != act {
		return all
	}
	for _, item := range all {
		if is(item) {
			return []T{item}
		}
	}
	return all
}

// pressAct opens the form of an act.
func (v *View) pressAct(act casework.ActName) {
	for _, a := range v.actions() {
		if a.act == act {
			v.press(a)
			return
		}
	}
}

// leadsTo says where an errand leads, as a button does.
func (v *View) leadsTo(e Errand) string {
	switch {
	case e.Case != 0:
		return "Open that case"
	case e.Evidence != 0:
		return "Open it"
	case e.Act == casework.ActAnswer:
		return "Answer the point"
	case e.Act == casework.ActKeepPromise:
		return "It was kept"
	}
	for _, a := range v.actions() {
		if a.act == e.Act && e.Act != "" {
			return a.words
		}
	}
	return ""
}

// read shows a row whole: what does not fit into its two lines, and the way on.
func (v *View) read(r Row) {
	sheet := &look.Sheet{}
	body := look.Column(10, look.NewSentence(look.Bold(r.Name).At(look.SizeSection)))
	if r.Mark != "" {
		body.Add(look.Line(0, look.NewChip(r.Mark, look.OnTime(r.Tone))))
	}
	if r.Second != "" {
		body.Add(look.NewSentence(look.Words(r.Second)))
	}
	buttons := look.Line(10, look.Gap())
	layer := keys.NewBlocking()
	if words := v.leadsTo(r.Leads); words != "" {
		on := func() { sheet.Close(); v.settle(r.Leads) }
		layer.On("Ctrl+Enter", on)
		buttons.Add(look.NewPrimary(words, on).With("", "Ctrl+Enter"))
	}
	shut := look.NewButton("Close", func() { sheet.Close() }).With("", "Esc")
	buttons.Add(shut)
	body.Add(look.Pad(8, 0, 0, 0, buttons))
	sheet = look.OpenDialog(v.deps.Shell.Window().Canvas(), formWidth, body, layer, shut)
}

// openEvidence opens a piece of evidence in the computer's own viewer where its
// kind only shows something; any other kind is saved where the officer says, and
// never started from here.
func (v *View) openEvidence(id int) {
	e, ok := v.model.Evidence(id)
	if !ok {
		return
	}
	m := v.model
	if e.Opens() {
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (struct{}, error) {
			content, err := m.EvidenceBytes(ctx, e)
			if err != nil {
				return struct{}{}, err
			}
			return struct{}{}, v.deps.OpenPaper(ctx, content, e.Type)
		}, func(_ struct{}, err error) { v.deps.Shell.Problem(err) })
		return
	}
	v.deps.Shell.SaveAs("Save a copy of the evidence", filepath.Join(v.deps.Folder, e.Name), func(path string) string {
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (struct{}, error) {
			content, err := m.EvidenceBytes(ctx, e)
			if err != nil {
				return struct{}{}, err
			}
			return struct{}{}, v.deps.WriteFile(path, content)
		}, func(_ struct{}, err error) {
			if err != nil {
				v.deps.Shell.Problem(err)
				return
			}
			v.deps.Shell.Toast("Saved as "+path+".", nil)
		})
		return ""
	})
}

// watchUndo takes the hint away when the time to take an act back has passed.
func (v *View) watchUndo() {
	if v.unwatch != nil {
		v.unwatch()
		v.unwatch = nil
	}
	what, left := v.model.Undoable()
	if what == "" {
		return
	}
	v.unwatch = v.deps.Shell.Tasks().After(left, func() {
		v.model.ForgetUndo()
		v.deps.Shell.ShowHints()
	})
}
