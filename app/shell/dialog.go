package shell

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

// dialogWidth is the width of a dialog at 100 %.
const dialogWidth = 520

// Advice is implemented by errors that know what to do next.
type Advice interface{ Advice() string }

// Problem is the one door for errors: it says what happened in the words of
// the error and what to do, without codes. A nil error shows nothing.
func (s *Shell) Problem(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return // what an officer stopped is no problem to tell of
	}
	if s.cfg.Log != nil {
		s.cfg.Log(err)
	}
	words := sentence(err.Error())
	body := []fyne.CanvasObject{look.NewSentence(look.Words(words))}
	var a Advice
	if errors.As(err, &a) {
		body = append(body, look.NewSentence(look.Words(a.Advice()).In(look.Muted)))
	} else {
		body = append(body, look.NewSentence(look.Words("What you typed is kept. Try again, or go on with something else.").In(look.Muted)))
	}
	s.ask(look.Late, "That did not work", body, []answer{{words: "Close"}}, nil)
}

// sentence makes an error's words read as a sentence.
func sentence(words string) string {
	words = strings.TrimSpace(words)
	if words == "" {
		return "Something went wrong."
	}
	r := []rune(words)
	out := strings.ToUpper(string(r[:1])) + string(r[1:])
	if !strings.ContainsAny(out[len(out)-1:], ".!?") {
		out += "."
	}
	return out
}

// Confirm asks before something that cannot simply be undone. Yes names the
// act ("Close the case"); the focus is on the safe answer, Esc is the safe
// answer, and the focus goes back to where it was.
func (s *Shell) Confirm(question, words, yes string, do func()) {
	s.ask(look.Soon.As(look.IconHelp), question, []fyne.CanvasObject{look.NewSentence(look.Words(words))},
		[]answer{{words: "Not now"}, {words: yes, do: do, primary: true}}, nil)
}

// Ask asks for one line of text. do returns what is wrong with it, or "" when
// it was taken; then the dialog closes.
func (s *Shell) Ask(question, label, hint, yes string, do func(text string) (wrong string)) {
	f := field.NewForm()
	t := f.Text("answer", label)
	t.Hint(hint)
	var sheet *look.Sheet
	try := func() {
		if wrong := do(t.Value()); wrong != "" {
			t.Err(wrong)
			t.Focus()
			return
		}
		sheet.Close()
	}
	f.Default = try
	f.Relay = func() { sheet.Refit() }
	sheet = s.ask(look.Plain, question, []fyne.CanvasObject{t.Object()},
		[]answer{{words: yes, do: try, primary: true, stay: true}, {words: "Not now"}}, t.Focusable())
}

type answer struct {
	words   string
	do      func()
	primary bool
	stay    bool // the act closes the dialog itself
}

// ask shows a dialog. The focus goes to first, or to the first answer.
func (s *Shell) ask(t look.Tone, title string, body []fyne.CanvasObject, answers []answer, first fyne.Focusable) *look.Sheet {
	var sheet *look.Sheet
	row := []fyne.CanvasObject{look.Gap()}
	for _, a := range answers {
		b := look.NewButton(a.words, func() {
			if !a.stay {
				sheet.Close()
			}
			if a.do != nil {
				a.do()
			}
		})
		if a.primary {
			b.Kind = look.Primary
		}
		if first == nil {
			first = b
		}
		row = append(row, b)
	}
	head := []fyne.CanvasObject{look.NewTxt(title, look.SizeSection, look.Text, true)}
	if t.Icon != "" {
		head = append([]fyne.CanvasObject{look.NewIco(t.Icon, t.Ink, 22)}, head...)
	}
	all := append([]fyne.CanvasObject{look.Line(10, head...)}, body...)
	all = append(all, look.Pad(8, 0, 0, 0, look.Line(10, row...)))
	sheet = look.OpenDialog(s.cfg.Window.Canvas(), dialogWidth, look.Column(12, all...), keys.NewBlocking(), first)
	return sheet
}

// Blank covers the window while the public can see it; a draft beneath stays
// as it is. The same key, Enter or Esc brings it back (ruling 26).
func (s *Shell) Blank() {
	if s.blank != nil {
		s.blank.Remove()
		return
	}
	pop := s.router.Push(keys.NewBlocking())
	s.blank = look.NewCover(s.cfg.Window.Canvas(), "Casebook", "Press Enter to go on", func() {
		s.blank = nil
		pop()
	})
}

// Blanked reports whether the window is covered.
func (s *Shell) Blanked() bool { return s.blank != nil }
