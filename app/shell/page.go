package shell

import (
	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
)

// Route names a screen and what it should show: a case reference, a filter.
// Arg is a value that can be compared with ==, or nil.
type Route struct {
	Screen string
	Arg    any
}

// Page is one screen as it is shown. It stays in the history with all it
// holds, so that going back finds a list where it was left.
type Page interface {
	Object() fyne.CanvasObject
}

// Titled pages have a name for the window's title.
type Titled interface{ Title() string }

// Hinted pages name the keys that work here; the status bar shows four at most.
type Hinted interface{ Hints() []Hint }

// Leaver pages may refuse to be left; one that does has said why.
type Leaver interface{ CanLeave() bool }

// Refresher pages read again on F5 and when they are come back to.
type Refresher interface{ Refresh() }

// FocusFirst pages put the cursor where it belongs when they are shown.
type FocusFirst interface{ FocusFirst() }

// Keyed pages bind keys of their own while they are shown.
type Keyed interface{ Keys() *keys.Layer }

// Backer pages use Esc themselves first: true means that it was used.
type Backer interface{ Escape() bool }

// Closer pages give up their subscriptions when they leave the history.
type Closer interface{ Close() }

// Commander pages add commands to the palette while they are shown.
type Commander interface{ Commands() []Command }

// Hint is a key and what it does here.
type Hint struct {
	Key   keys.Chord
	Words string
}

// Command is a line of the palette.
type Command struct {
	Words string
	Key   keys.Chord // shown beside it; "" when there is none
	Do    func()
}

// Item is a place on the rail.
type Item struct {
	Screen string
	Word   string
	Icon   look.Icon
	Key    keys.Chord
	Low    bool // stands at the foot of the rail
}

// items are all the places there are, in the order of the rail.
var items = []Item{
	{"today", "Today", look.IconToday, "Ctrl+1", false},
	{"new", "New", look.IconNew, "Ctrl+2", false},
	{"cases", "Cases", look.IconCases, "Ctrl+3", false},
	{"promises", "Promises", look.IconPromise, "Ctrl+4", false},
	{"letters", "Letters", look.IconLetter, "Ctrl+5", false},
	{"board", "Board", look.IconChart, "Ctrl+6", false},
	{"settings", "Settings", look.IconSettings, "Ctrl+7", true},
	{"help", "Help", look.IconHelp, "F1", true},
}

// ItemsFor is the rail of someone who may see the named screens, in the
// rail's own order. A front-desk officer has today, new, cases and help
// (ruling 29).
func ItemsFor(screens ...string) []Item {
	var some []Item
	for _, it := range items {
		for _, s := range screens {
			if it.Screen == s {
				some = append(some, it)
			}
		}
	}
	return some
}
