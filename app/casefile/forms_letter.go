package casefile

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/casework"
)

// write opens a new letter of a kind.
func (v *View) write(kind casework.LetterKind) { v.deps.Letter(v.model.id, kind, 0, 0) }

// lettersKey opens the letter that has still to go, or begins the next one. A
// slip is in the resident's hands and waits for nothing.
func (v *View) lettersKey() {
	letters := v.model.Page.Case.Letters
	for i := len(letters) - 1; i >= 0; i-- {
		if l := letters[i]; l.Sent.IsZero() && !l.Elsewhere && !l.Kind.Slip() {
			v.deps.Letter(v.model.id, l.Kind, l.ID, 0)
			return
		}
	}
	kind := v.model.NextLetter()
	if kind == "" {
		v.explain("No letter is to go next", "Choose the letter under More.")
		return
	}
	v.write(kind)
}

// NextLetter is the letter that the case as it stands leads to: the one of its
// next action, or else the first that fits.
func (m *Model) NextLetter() casework.LetterKind {
	if next := m.Page.Status.Next.Letter; next != "" {
		return next
	}
	kinds := []casework.LetterKind{casework.Acknowledgement, casework.Response, casework.ServiceLetter, casework.PassOnLetter, casework.WithdrawalLetter}
	switch s := m.Page.Case.Current(); {
	case s == nil: // what has no stages is not acknowledged and answered as a complaint
		kinds = []casework.LetterKind{casework.ServiceLetter, casework.PassOnLetter, casework.WithdrawalLetter}
	case !s.Acknowledged.IsZero():
		kinds = []casework.LetterKind{casework.Response} // shown as a draft, with the points that have no answer
	}
	for _, k := range kinds {
		if k == casework.Response && m.May(casework.MakeAct(k)) == nil || m.Shut(casework.MakeAct(k)) == "" {
			return k
		}
	}
	return ""
}

// sentElsewhere records a letter that was written and sent outside Casebook.
func (v *View) sentElsewhere(kind casework.LetterKind) {
	v.form(fmt.Sprintf("Record the %s sent outside Casebook", kind.Words()), "Keep the record", "Recorded as sent.", casework.ElsewhereAct(kind),
		func(f *field.Form) (fyne.CanvasObject, filled) {
			on := v.dayField(f, "on", "When it went")
			on.Hint("It sets what the letter would have set, by the day it really went (ruling 7).")
			how := f.Choice("how", "How it went", dispatches()...)
			to := f.Text("to", "To whom")
			to.Set(v.model.Page.Case.Resident.Name)
			if kind == casework.ClaimCover {
				v.goes(how, to)
			}
			return rows(&on.Row, &how.Row, &to.Row), func() (casework.Act, map[string]string) {
				wrong := map[string]string{}
				return casework.SentElsewhere{Kind: kind, On: v.day(on, wrong), How: dispatch(how.Value()), To: to.Value()}, wrong
			}
		})
}

// sentInError says what was wrong with a letter that went; it stays as it went
// (ruling 16).
func (v *View) sentInError() {
	v.form("A letter was sent in error", "Mark it", "Letter marked as sent in error. A corrected one may follow.", casework.ActSentInError, func(f *field.Form) (fyne.CanvasObject, filled) {
		var gone []casework.Letter
		for _, l := range v.model.Page.Case.Letters {
			if !l.Sent.IsZero() && l.Erred.IsZero() {
				gone = append(gone, l)
			}
		}
		letter := picks(f, "letter", "Which letter", gone, func(l casework.Letter) string {
			return fmt.Sprintf("%s, %s %s", letterTitle(l), l.How, l.Sent.Short())
		})
		what := f.Notes("what", "What was wrong with it", 3)
		what.Hint("The letter and its day stay, and the clock with them (ruling 16).")
		return rows(&letter.Row, &what.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.SentInError{Letter: letter.must(wrong, "Choose the letter").ID, What: what.Value()}, wrong
		}
	})
}

// enquireNow logs that the resident asked at the counter and prints the slip
// that says how the case stands, with one key (ruling 28).
func (v *View) enquireNow() {
	v.enquired(casework.Enquire{On: v.model.Today(), Way: casework.Counter}, func(wrong map[string]string) {
		for _, words := range wrong {
			v.deps.Shell.Problem(errors.New(words))
		}
	}, true)
}

// enquired logs an enquiry and, for somebody who is standing here, prints the
// slip. What was logged stays logged when the printer fails.
func (v *View) enquired(act casework.Enquire, done func(wrong map[string]string), slip bool) {
	m := v.model
	type result struct {
		logged bool
		words  string
	}
	task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (result, error) {
		out, err := m.Do(ctx, act)
		if err != nil {
			return result{}, err
		}
		r := result{true, "Asked for progress: logged."}
		if !slip {
			return r, nil
		}
		if _, err := casework.Apply(out.Case, casework.MakeLetter{Kind: casework.ProgressSlip, Dated: m.moment.Today, Document: typed, Pages: 1}, m.moment); err != nil {
			r.words += " There is no slip: " + err.Error() + "."
			return r, nil
		}
		words, err := v.deps.PrintSlip(ctx, m.id, casework.ProgressSlip)
		r.words += " " + words
		return r, err
	}, func(r result, err error) {
		if !r.logged {
			if wrong, theirs := Problems(err); theirs {
				done(wrong)
				return
			}
		}
		if err != nil {
			v.deps.Shell.Problem(err)
		} else {
			v.deps.Shell.Toast(r.words, nil)
		}
		if r.logged {
			done(nil)
			v.deps.News.Case.Publish(news.CaseChanged{Reference: m.Page.Reference, Act: string(casework.ActEnquire)})
		}
	})
}

// enquire is for a resident who asked another way or on another day.
func (v *View) enquire() {
	var slip *field.Check
	build := func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When they asked")
		way := ways(f, "How")
		note := f.Text("note", "Note")
		note.Optional()
		slip = f.Check("slip", "Print the slip that says how it stands")
		return rows(&on.Row, &way.Row, &note.Row, &slip.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			how, _ := way.chosen()
			return casework.Enquire{On: v.day(on, wrong), Way: how, Note: note.Value()}, wrong
		}
	}
	v.ask("The resident asked for progress", "Log it", casework.ActEnquire, build, func(act casework.Act, done func(map[string]string)) {
		v.enquired(act.(casework.Enquire), done, slip.On())
	})
}
