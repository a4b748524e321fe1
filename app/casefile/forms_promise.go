package casefile

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
)

// makePromise makes a dated commitment (Code 6.6, 7.3).
func (v *View) makePromise() {
	v.form("Promise something by a day", "Make the promise", "Promise made.", casework.ActPromise, func(f *field.Form) (fyne.CanvasObject, filled) {
		text := f.Text("promise", "What we will do")
		owner := f.Text("owner", "Who sees to it")
		due := v.comingDay(f, "due", "By when")
		return rows(&text.Row, &owner.Row, &due.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.MakePromise{Text: text.Value(), Owner: owner.Value(), Due: v.ahead(due, wrong)}, wrong
		}
	})
}

// keepPromise records that one promise was kept; the resident is told by a
// letter (Code 6.6).
func (v *View) keepPromise(p Promise) {
	v.form("Promise kept?", "It was kept", "Promise kept.", casework.ActKeepPromise, func(f *field.Form) (fyne.CanvasObject, filled) {
		on, note := v.keptFields(f)
		body := look.Column(12, said(p.Text), on.Object(), note.Object())
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.KeepPromise{Promise: p.ID, On: v.day(on, wrong), Note: note.Value()}, wrong
		}
	})
}

// keepOne is keepPromise where the promise has still to be chosen.
func (v *View) keepOne() {
	v.form("A promise was kept", "It was kept", "Promise kept.", casework.ActKeepPromise, func(f *field.Form) (fyne.CanvasObject, filled) {
		promise := promises(f, v.model.Unkept())
		on, note := v.keptFields(f)
		return rows(&promise.Row, &on.Row, &note.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			p := promise.must(wrong, "Choose the promise")
			return casework.KeepPromise{Promise: p.ID, On: v.day(on, wrong), Note: note.Value()}, wrong
		}
	})
}

func (v *View) keptFields(f *field.Form) (*field.Date, *field.Text) {
	on := v.dayField(f, "on", "When it was done")
	note := f.Text("note", "Note")
	note.Optional()
	return on, note
}

// explainPromise gives a promise a new day, with the words the resident is owed
// (Code 7.3).
func (v *View) explainPromise() {
	v.form("Explain a promise not kept in time", "Keep the new day", "Promise has a new day.", casework.ActExplainPromise, func(f *field.Form) (fyne.CanvasObject, filled) {
		promise := promises(f, v.model.Unkept())
		why := f.Notes("why", "Why it is not done by then, in words for the resident", 3)
		to := v.comingDay(f, "to", "The new day")
		return rows(&promise.Row, &why.Row, &to.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			p := promise.must(wrong, "Choose the promise")
			return casework.ExplainPromise{Promise: p.ID, To: v.ahead(to, wrong), Why: why.Value()}, wrong
		}
	})
}

func promises(f *field.Form, from []casework.Promise) *pick[casework.Promise] {
	return picks(f, "promise", "Which promise", from, func(p casework.Promise) string {
		return fmt.Sprintf("%s, by %s", short(p.Text), p.Due.Short())
	})
}
