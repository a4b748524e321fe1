package signin

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
)

// stand is a gate in a window without a screen, on real files.
type stand struct {
	t     *testing.T
	gate  *Gate
	c     fyne.Canvas
	in    *In // once somebody is in
	prefs map[string]string
	dir   string // offered for the register
	fault error  // of the practice register
}

func (s *stand) Preference(name string) (string, error) { return s.prefs[name], nil }
func (s *stand) SetPreference(name, value string) error { s.prefs[name] = value; return nil }

type seat struct {
	mode   look.Mode
	width  float32
	size   float32
	places Places
}

func sit(t *testing.T, how seat) *stand {
	t.Helper()
	app := test.NewTempApp(t)
	if how.width == 0 {
		how.width = 1366
	}
	if how.size == 0 {
		how.size = 1
	}
	if how.places == nil {
		how.places = real{}
	}
	look.NewTheme().Set(app, how.mode, how.size)
	w := test.NewTempWindow(t, look.Stack())
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	s := &stand{t: t, c: w.Canvas(), prefs: map[string]string{}, dir: t.TempDir()}
	s.gate = New(Deps{
		Window: w, Tasks: task.Inline(), Desk: s, Places: how.places, Policies: policies,
		Today: func() calendar.Date { return calendar.Of(noon) }, User: "hmarsh", FullName: "Helen Marsh", Folder: s.dir,
		Restore: func(ctx context.Context, file, address string, progress func(int, int)) error {
			_, err := register.Restore(ctx, file, address, options, progress)
			return err
		},
		Practice: s.practice,
		Done: func(in In) {
			s.in = &in
			t.Cleanup(func() { in.Register.Close() })
		},
	})
	t.Cleanup(func() { keys.Detach(w.Canvas()) })
	w.Resize(fyne.NewSize(how.width, 741))
	return s
}

func (s *stand) practice(ctx context.Context, o casework.Officer, _ func(int, int)) (string, error) {
	if s.fault != nil {
		return "", s.fault
	}
	address := filepath.Join(s.dir, "practice.db")
	r, err := register.Create(ctx, address, register.First{
		Settings: casework.Settings{Landlord: "Practice"}, Office: casework.Office{Name: "Practice"}, Officer: o}, options)
	if err != nil {
		return "", err
	}
	return address, r.Close()
}

// made makes a register with Helen as the computer's user.
func (s *stand) made() string {
	s.t.Helper()
	f := whole(s.t)
	r, err := f.Make(s.t.Context(), real{}, "hmarsh")
	if err != nil {
		s.t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		s.t.Fatal(err)
	}
	return f.Address()
}

// words is all that can be seen in the window.
func (s *stand) words() string {
	var b strings.Builder
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case *look.Txt:
			b.WriteString(o.Text + "\n")
		case *look.Sentence:
			b.WriteString(o.Text() + "\n")
		case *widget.RichText:
			b.WriteString(o.String() + "\n")
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	for _, root := range append(s.c.Overlays().List(), s.c.Content()) {
		walk(root)
	}
	return b.String()
}

func (s *stand) says(want string) {
	s.t.Helper()
	if !strings.Contains(s.words(), want) {
		s.t.Errorf("the window does not say %q, but:\n%s", want, s.words())
	}
}

// picture keeps a picture of the window where CASEBOOK_PICTURES says.
func (s *stand) picture(name string) {
	s.t.Helper()
	shelltest.Picture(s.t, s.c, name)
}

func (s *stand) press(chords ...keys.Chord) {
	for _, c := range chords {
		keys.Press(s.c, c)
	}
}
