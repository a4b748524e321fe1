package settings

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// stand is the screen in a window without a screen, on a real register.
type stand struct {
	*office
	v        *View
	c        fyne.Canvas
	shell    *shell.Shell
	news     *news.Desk
	printed  string
	switched bool
	opened   []int64
	told     letter.ToldList
}

type seat struct {
	mode  look.Mode
	width float32
	size  float32
	by    casework.Role
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
	theme := look.NewTheme()
	theme.Set(app, how.mode, how.size)
	s := &stand{office: newOffice(t), news: &news.Desk{}}
	by := s.helen
	if how.by != "" {
		by = s.officer("Priya Shah", how.by)
	}
	w := test.NewTempWindow(t, look.Stack())
	s.c = w.Canvas()
	s.shell = shell.New(shell.Config{
		Window: w, Tasks: task.Inline(), Theme: theme, Items: shell.ItemsFor("today", "new", "cases", "board", "settings", "help"),
		Today: "Friday 13 November 2026", Office: "Alvaston", Officer: by.Name, Role: string(by.Role),
		Log: func(err error) { t.Logf("a problem was shown: %v", err) },
	})
	s.shell.Register("settings", func(any) shell.Page {
		s.v = NewView(Deps{
			Shell: s.shell, Theme: theme, Register: s.office, By: by, Today: today, News: s.news, Address: s.address,
			BackupWords: func(folder string) (string, bool) { return BackupWords(folder, noon) },
			PrintSheet: func(_ context.Context, envelope string) (string, error) {
				s.printed = envelope
				return "Handed to the printer.", nil
			},
			OpenCase: func(id int64) { s.opened = append(s.opened, id) },
			PrintTold: func(_ context.Context, l letter.ToldList) (string, error) {
				s.told = l
				return "Handed to the printer.", nil
			},
			Switch: func() { s.switched = true },
		})
		return s.v
	})
	t.Cleanup(func() { keys.Detach(s.c) })
	w.Resize(fyne.NewSize(how.width, 741))
	s.shell.Go(shell.Route{Screen: "settings"})
	w.Resize(fyne.NewSize(how.width, 741))
	return s
}

func (s *stand) press(chords ...keys.Chord) {
	for _, c := range chords {
		keys.Press(s.c, c)
	}
}

// section goes to a section by the keys.
func (s *stand) section(name string) {
	s.t.Helper()
	look.Focus(s.v.list)
	s.press("Home")
	for range 12 {
		if s.v.sections[s.v.at].name == name {
			return
		}
		s.press("Down")
	}
	s.t.Fatalf("there is no section %s", name)
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
