package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
)

// everywhere is the keys that work on every screen.
var everywhere = []Hint{
	{"Ctrl+N", "New contact, with the cursor in Who"},
	{"Ctrl+F", "Find a case or a person"},
	{"Ctrl+K", "Every command, by typing a part of it"},
	{"Ctrl+1", "Today; Ctrl+2 to Ctrl+7 the other places of the rail"},
	{"Ctrl+Enter", "The one next action on this screen"},
	{"Ctrl+S", "Save or record"},
	{"Ctrl+P", "Print or preview"},
	{"Ctrl+Z", "Undo"},
	{"F1", "Help on this screen"},
	{"F2", "Edit, or fix the first failing check"},
	{"F4", "Why this date, how this figure is made"},
	{"F5", "Read the screen again"},
	{"F6", "Next part of the screen"},
	{"F8", "Park a draft; Alt+1 to Alt+9 bring one back"},
	{"PgDn", "Read on where a page is longer than the window; PgUp goes back"},
	{"F9", "Hide the screen from the public; Enter brings it back"},
	{"Esc", "Close or go back; a draft is kept"},
	{"Tab", "Next field or button; Shift+Tab the one before"},
	{"Space", "Press, tick, select; Enter presses and opens too"},
}

// Help opens the keys of this screen and of the program, and what counts as a
// complaint, in a drawer over the screen (F1).
func (s *Shell) Help() {
	var here []Hint
	if h, ok := s.Current().(Hinted); ok {
		here = h.Hints()
	}
	layer := keys.NewBlocking()
	if s.cfg.Guide != nil {
		layer.On("Ctrl+P", s.printGuide)
	}
	var sheet *look.Sheet
	sheet = s.Drawer("Help", s.helpContent(here, func() { sheet.Close() }), layer, nil)
}

// printGuide prints what can be done, and when, and says what became of it.
func (s *Shell) printGuide() {
	task.Long(s.cfg.Tasks, s.busy, "Making the guide", func(ctx context.Context, _ func(task.Progress)) (string, error) {
		return s.cfg.Guide(ctx)
	}, func(words string, err error) {
		if err != nil {
			s.Problem(err)
			return
		}
		s.Toast("What can be done, and when: "+words, nil)
	})
}

// helpContent is Help; leave is done before it leads to another screen.
func (s *Shell) helpContent(here []Hint, leave func()) fyne.CanvasObject {
	var col []fyne.CanvasObject
	if s.cfg.WhatIf != nil {
		col = append(col, look.Flow(0, 0, look.NewButton("What would it be? Work a sum out", func() {
			leave()
			s.cfg.WhatIf()
		}).With(look.IconPound, "")))
	}
	if s.cfg.Guide != nil {
		col = append(col, look.Flow(0, 0, look.NewButton("What can be done, and when: print", s.printGuide).With(look.IconPrint, "Ctrl+P")))
	}
	if len(here) > 0 {
		col = append(col, look.NewTxt("On this screen", look.SizeCard, look.Text, true), keyList(here))
	}
	col = append(col, look.NewTxt("Everywhere", look.SizeCard, look.Text, true), keyList(everywhere))
	if s.cfg.Definition != "" {
		col = append(col, look.NewTxt("What is a complaint?", look.SizeCard, look.Text, true),
			look.NewSentence(look.Words(s.cfg.Definition)))
	}
	return look.Scroll(look.Column(12, col...))
}

func keyList(hints []Hint) fyne.CanvasObject {
	col := look.Column(6)
	for _, h := range hints {
		col.Add(look.Line(0, look.AtLeast(110, 22, look.Line(0, look.NewKeycap(h.Key))),
			look.Stretch(1, look.NewSentence(look.Words(h.Words)))))
	}
	return col
}

// help is the same as a screen, for the rail.
type help struct {
	object fyne.CanvasObject
	layer  *keys.Layer
}

func newHelp(s *Shell) *help {
	head := look.Pad(0, 0, 12, 0, look.Titled("Help", nil))
	h := &help{look.Screen(look.Edges(head, nil, look.AtMost(760, s.helpContent(nil, func() {})), nil, nil)), keys.NewLayer()}
	if s.cfg.Guide != nil {
		h.layer.On("Ctrl+P", s.printGuide)
	}
	return h
}

// Keys is part of Keyed.
func (h *help) Keys() *keys.Layer { return h.layer }

// Object is part of Page.
func (h *help) Object() fyne.CanvasObject { return h.object }

// Title is part of Titled.
func (h *help) Title() string { return "Help" }
