package look

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/task"
)

// ToastTime is how long a message stays; while its button is focused it stays
// longer. Undo itself lasts in the history.
const ToastTime = 10 * time.Second

// Toaster is the layer of the window in which messages appear, at the bottom
// centre. It is no pop-up: typing goes on beneath it.
type Toaster struct {
	tasks *task.Runner
	layer *fyne.Container
	undo  func()
	stop  func()
	line  *Sentence
	press *Button
}

// NewToaster shows messages; tasks counts their time.
func NewToaster(tasks *task.Runner) *Toaster {
	t := &Toaster{tasks: tasks}
	t.layer = container.New(&toastLayout{t})
	return t
}

// Object is the layer, to be stacked over the window's content.
func (t *Toaster) Object() fyne.CanvasObject { return t.layer }

// Say shows what changed. With undo the message has a button, and Ctrl+Z does
// the same where the shell binds it to [Toaster.Undo].
func (t *Toaster) Say(words string, undo func()) {
	t.Hide()
	t.undo = undo
	t.line = NewSentence(Words(words).In(OnToast))
	row := []fyne.CanvasObject{NewIco(IconCheck, OnToast, 18), Stretch(1, t.line)}
	right := float32(18)
	var button *Button
	if undo != nil {
		button = NewSmall("Undo", func() { t.Undo() }).With("", "Ctrl+Z")
		button.Kind = Quiet
		row, right = append(row, button), 8
	}
	ground := NewRect(Toast, 6)
	t.layer.Objects = []fyne.CanvasObject{Stack(ground, Pad(8, right, 8, 18, AtLeast(0, 32, Line(16, row...))))}
	t.layer.Refresh()
	t.press = button
	t.wait()
}

func (t *Toaster) wait() {
	t.stop = t.tasks.After(ToastTime, func() {
		if t.press != nil && t.press.Focused() {
			t.wait()
			return
		}
		t.Hide()
	})
}

// Words is the message that shows, or "".
func (t *Toaster) Words() string {
	if t.line == nil || len(t.layer.Objects) == 0 {
		return ""
	}
	return t.line.Text()
}

// Undo takes back what the message tells of and reports whether there was
// anything to take back.
func (t *Toaster) Undo() bool {
	undo := t.undo
	t.Hide()
	if undo == nil {
		return false
	}
	undo()
	return true
}

// Hide takes the message away.
func (t *Toaster) Hide() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	if t.press != nil && t.press.Focused() {
		// A button that is gone must not keep the keys from the program.
		if c := fyne.CurrentApp().Driver().CanvasForObject(t.press); c != nil {
			c.Unfocus()
		}
	}
	t.undo, t.press = nil, nil
	t.layer.Objects = nil
	t.layer.Refresh()
}

// toastLayout keeps the message at the bottom centre, in one line where the
// window has room and in more where it has not: its button has to be in reach.
type toastLayout struct{ of *Toaster }

func (*toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *toastLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objs {
		words := Measure(l.of.line.Text(), SizeBody, false).Width + 1
		w := min(o.MinSize().Width-l.of.line.MinSize().Width+words, s.Width-2*toastEdge)
		o.Resize(fyne.NewSize(w, o.MinSize().Height)) // the height goes by the width
		h := o.MinSize().Height
		place(o, (s.Width-w)/2, s.Height-h-Px(28)-20, w, h)
	}
}

// toastEdge is what stays free at either side of a message.
const toastEdge = 16

// bottomLayout keeps its object at the bottom centre, above the status bar.
type bottomLayout struct{}

func (bottomLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (bottomLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objs {
		m := o.MinSize()
		w := min(m.Width, s.Width)
		place(o, (s.Width-w)/2, s.Height-m.Height-Px(28)-20, w, m.Height)
	}
}

// AtFoot is a layer whose objects stand at the bottom centre of the window.
func AtFoot() *fyne.Container { return container.New(&bottomLayout{}) }
