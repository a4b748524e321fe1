package casefile

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/data/casework"
)

func (v *View) addNote() {
	v.form("Add a note", "Keep the note", "Note added.", casework.ActNote, func(f *field.Form) (fyne.CanvasObject, filled) {
		note := f.Notes("note", "Note", 4)
		note.Hint("Internal. The resident may ask to see it.")
		return rows(&note.Row), func() (casework.Act, map[string]string) { return casework.AddNote{Text: note.Value()}, nil }
	})
}

// correctNote puts a note right by a new one; the old one stays.
func (v *View) correctNote() {
	v.form("Correct a note", "Keep the correction", "Note corrected.", casework.ActCorrectNote, func(f *field.Form) (fyne.CanvasObject, filled) {
		which := picks(f, "which", "Which note", v.model.Standing(), func(n casework.Note) string {
			return fmt.Sprintf("%s: %s", n.On.Short(), short(n.Text))
		})
		note := f.Notes("note", "The note as it should be", 4)
		note.Hint("The old one stays beside it: a note can be corrected but not erased.")
		take := func(string) {
			if n, ok := which.chosen(); ok {
				note.Set(n.Text)
			}
		}
		which.Changed = take
		take("")
		return rows(&which.Row, &note.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.CorrectNote{Note: which.must(wrong, "Choose the note").ID, Text: note.Value()}, wrong
		}
	})
}

// Standing are the notes that no other corrects.
func (m *Model) Standing() []casework.Note {
	corrected := map[int]bool{}
	for _, n := range m.Page.Case.Notes {
		corrected[n.Corrects] = true
	}
	var all []casework.Note
	for _, n := range m.Page.Case.Notes {
		if !corrected[n.ID] {
			all = append(all, n)
		}
	}
	return narrow(m, casework.ActCorrectNote, all, func(n casework.Note) bool { return n.ID == m.about.Item })
}

// logCall records a conversation or an attempt at one, by any way, with anybody.
func (v *View) logCall() {
	v.form("Record a conversation or an attempt", "Keep the record", "Recorded.", casework.ActLogCall, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When")
		way := ways(f, "How")
		way.Set(capital(string(casework.Telephone)))
		with := f.Text("with", "With whom, where not the resident")
		with.Optional()
		reached := f.Choice("reached", "Did you speak to them?", "Yes", "No")
		note := f.Notes("note", "What was said, or why not", 4)
		if d := v.model.Page.Contact.DoNot; d != "" {
			note.Hint("They asked: " + d + ".")
		}
		return rows(&on.Row, &way.Row, &with.Row, &reached.Row, &note.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			how, _ := way.chosen()
			act := casework.LogCall{On: v.day(on, wrong), Way: how, With: with.Value(), Reached: reached.Value() == "Yes", Note: note.Value()}
			if reached.Value() == "" {
				wrong["reached"] = "Choose yes or no"
			}
			return act, wrong
		}
	})
}

// addEvidence keeps a file with the case (Code 5.8, 5.12).
func (v *View) addEvidence() {
	var path *field.Picker
	build := func(f *field.Form) (fyne.CanvasObject, filled) {
		path = f.Path("file", "The file, with its folder", v.deps.Shell.Tasks(), casework.EvidenceEndings()...)
		path.Hint(fmt.Sprintf("A PDF, picture, e-mail, document, sound or video of up to %d MB.", casework.MaxEvidence>>20))
		from := f.Text("from", "Who gave it")
		note := f.Text("note", "What it shows")
		received := v.dayField(f, "received", "When we got it")
		point := points(f, "point", "Which point it is about", v.model.Page.Case.Points)
		point.Set("")
		point.Hint("None chosen means the whole case.")
		optional(from, note, point)
		return rows(&path.Row, &from.Row, &note.Row, &received.Row, &point.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			p, _ := point.chosen()
			return casework.AddEvidence{File: filepath.Base(path.Value()), From: from.Value(), Note: note.Value(), Received: v.day(received, wrong), Point: p.ID}, wrong
		}
	}
	v.ask("Add evidence", "Keep the file", casework.ActEvidence, build, func(act casework.Act, done func(map[string]string)) {
		name, a := path.Value(), act.(casework.AddEvidence)
		v.acts.Work(func(ctx context.Context) (casework.Result, error) {
			return v.model.AddEvidence(ctx, v.deps.ReadFile, name, a)
		}, "Evidence kept with the case.", done)
	})
}

// AddEvidence keeps the bytes of a file of this computer with the case.
func (m *Model) AddEvidence(ctx context.Context, read func(string) ([]byte, error), path string, act casework.AddEvidence) (casework.Result, error) {
	if path == "" {
		return casework.Result{}, noFile("Choose the file, such as a photograph or a letter")
	}
	content, err := read(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return casework.Result{}, noFile("There is no such file. Look at its folder and its name again")
	case err != nil:
		return casework.Result{}, noFile("The file could not be read. Copy it to this computer and choose it there")
	}
	return m.reg.KeepEvidence(ctx, m.by, m.id, m.Page.Case.Version, act, content)
}

func noFile(reason string) error {
	return &casework.Refusal{Code: "no-file", Field: "file", Reason: reason}
}

// copyClosingNote puts the case's closing note on the clipboard, to paste into
// the housing system.
func (v *View) copyClosingNote() {
	fyne.CurrentApp().Clipboard().SetContent(v.model.ClosingNote())
	v.deps.Shell.Toast("Closing note copied. Paste it into the housing system.", nil)
}

// ClosingNote is the case in plain words for the housing system.
func (m *Model) ClosingNote() string { return casework.ClosingNote(m.Page.Case, m.moment) }
