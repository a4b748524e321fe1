package keys

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Chord is a key with its modifiers, spelled as the keycaps on screen spell
// it: "F4", "Esc", "Ctrl+Enter", "Alt+1", "PgDn". A single digit or letter
// without modifier ("1") is heard only while no text field has the cursor.
type Chord string

// named gives our spelling of Fyne's key names where they differ. The keypad's
// Enter is the same key to an officer.
var named = map[fyne.KeyName]string{
	fyne.KeyEscape:   "Esc",
	fyne.KeyReturn:   "Enter",
	fyne.KeyEnter:    "Enter",
	fyne.KeyPageUp:   "PgUp",
	fyne.KeyPageDown: "PgDn",
	fyne.KeyInsert:   "Ins",
	fyne.KeyDelete:   "Del",
}

// keyName is the other way round, for tests and the palette.
var keyName = map[string]fyne.KeyName{
	"Esc": fyne.KeyEscape, "Enter": fyne.KeyReturn, "PgUp": fyne.KeyPageUp,
	"PgDn": fyne.KeyPageDown, "Ins": fyne.KeyInsert, "Del": fyne.KeyDelete,
}

func spelled(k fyne.KeyName) string {
	if s, ok := named[k]; ok {
		return s
	}
	return string(k)
}

func chordOf(k fyne.KeyName, mod fyne.KeyModifier) Chord {
	var b strings.Builder
	for _, m := range []struct {
		bit  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl+"},
		{fyne.KeyModifierSuper, "Ctrl+"}, // the command key of a Mac
		{fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"},
	} {
		if mod&m.bit != 0 {
			b.WriteString(m.name)
		}
	}
	return Chord(b.String() + spelled(k))
}

// parts takes a chord apart into Fyne's names.
func (c Chord) parts() (fyne.KeyName, fyne.KeyModifier) {
	var mod fyne.KeyModifier
	rest := string(c)
	for {
		head, tail, found := strings.Cut(rest, "+")
		if !found || tail == "" {
			break
		}
		switch head {
		case "Ctrl":
			mod |= fyne.KeyModifierControl
		case "Alt":
			mod |= fyne.KeyModifierAlt
		case "Shift":
			mod |= fyne.KeyModifierShift
		}
		rest = tail
	}
	if k, ok := keyName[rest]; ok {
		return k, mod
	}
	return fyne.KeyName(rest), mod
}

// ofShortcut names the chord behind any shortcut that Fyne makes of a key.
func ofShortcut(s fyne.Shortcut) (Chord, bool) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		return chordOf(s.KeyName, s.Modifier), true
	case *fyne.ShortcutUndo:
		return "Ctrl+Z", true
	case *fyne.ShortcutRedo:
		return "Ctrl+Y", true
	case *fyne.ShortcutCopy:
		return "Ctrl+C", true
	case *fyne.ShortcutCut:
		return "Ctrl+X", true
	case *fyne.ShortcutPaste:
		return "Ctrl+V", true
	case *fyne.ShortcutSelectAll:
		return "Ctrl+A", true
	}
	return "", false
}

// shortcutFor is the shortcut that Fyne makes of a chord with a modifier.
func shortcutFor(c Chord) fyne.Shortcut {
	switch c {
	case "Ctrl+Z":
		return &fyne.ShortcutUndo{}
	case "Ctrl+Y":
		return &fyne.ShortcutRedo{}
	case "Ctrl+C":
		return &fyne.ShortcutCopy{Clipboard: clipboard()}
	case "Ctrl+X":
		return &fyne.ShortcutCut{Clipboard: clipboard()}
	case "Ctrl+V":
		return &fyne.ShortcutPaste{Clipboard: clipboard()}
	case "Ctrl+A":
		return &fyne.ShortcutSelectAll{}
	}
	k, mod := c.parts()
	return &desktop.CustomShortcut{KeyName: k, Modifier: mod}
}

func clipboard() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }
