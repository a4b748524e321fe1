package keys

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Layer is one set of bindings: the program's, a screen's, or a dialog's.
type Layer struct {
	blocks bool
	acts   map[Chord]func()
	always map[Chord]func()
}

// NewLayer is a layer that lets what it does not bind fall through.
func NewLayer() *Layer {
	return &Layer{acts: map[Chord]func(){}, always: map[Chord]func(){}}
}

// NewBlocking is a layer for a dialog or drawer: nothing beneath it hears a
// key while it is up, except what was bound with [Layer.Always].
func NewBlocking() *Layer {
	l := NewLayer()
	l.blocks = true
	return l
}

// On binds a chord and returns the layer, so that bindings read as a list.
func (l *Layer) On(c Chord, do func()) *Layer {
	l.acts[c] = do
	return l
}

// Always binds a chord that is heard even while a dialog is up.
func (l *Layer) Always(c Chord, do func()) *Layer {
	l.always[c] = do
	return l
}

// Off takes a binding away.
func (l *Layer) Off(c Chord) {
	delete(l.acts, c)
	delete(l.always, c)
}

// Router holds the layers of one window.
type Router struct {
	global *Layer
	screen *Layer
	top    []*Layer
}

// routers finds the router of a canvas. Only the interface's goroutine uses it.
var routers = map[fyne.Canvas]*Router{}

// Attach gives a canvas its router and listens to the keys that come when
// nothing is focused. A second call returns the same router.
func Attach(c fyne.Canvas) *Router {
	if r, ok := routers[c]; ok {
		return r
	}
	r := &Router{global: NewLayer(), screen: NewLayer()}
	routers[c] = r
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { r.key(ev) })
	c.SetOnTypedRune(func(ch rune) { r.rune(ch) })
	for _, s := range modified() {
		c.AddShortcut(s, func(pressed fyne.Shortcut) { r.shortcut(pressed) })
	}
	return r
}

// Detach forgets the router of a closed window.
func Detach(c fyne.Canvas) { delete(routers, c) }

// modified lists the shortcuts a canvas must be told of, because it hears only
// those it was told of: Ctrl, Alt and Ctrl+Shift with each letter, digit and Enter.
func modified() []fyne.Shortcut {
	var all []fyne.Shortcut
	for _, c := range []Chord{"Ctrl+Z", "Ctrl+Y", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A"} {
		all = append(all, shortcutFor(c))
	}
	names := []fyne.KeyName{
		fyne.KeyReturn, fyne.KeyEnter, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeySlash, fyne.KeyDelete,
	}
	for ch := 'A'; ch <= 'Z'; ch++ {
		names = append(names, fyne.KeyName(string(ch)))
	}
	for ch := '0'; ch <= '9'; ch++ {
		names = append(names, fyne.KeyName(string(ch)))
	}
	for _, mod := range []fyne.KeyModifier{
		fyne.KeyModifierControl, fyne.KeyModifierSuper, fyne.KeyModifierAlt,
		fyne.KeyModifierControl | fyne.KeyModifierShift,
	} {
		for _, name := range names {
			all = append(all, &desktop.CustomShortcut{KeyName: name, Modifier: mod})
		}
	}
	return all
}

// Of is the router of the window that shows o, or that has given o the focus: a
// real window knows what it shows only once it has drawn it, and a key may come
// sooner. Otherwise it is an empty router, so a caller never asks twice.
func Of(o fyne.CanvasObject) *Router {
	if r, ok := routers[fyne.CurrentApp().Driver().CanvasForObject(o)]; ok {
		return r
	}
	for c, r := range routers {
		if focused, ok := c.Focused().(fyne.CanvasObject); ok && focused == o {
			return r
		}
	}
	return &Router{global: NewLayer(), screen: NewLayer()}
}

// Global is the layer of the whole program.
func (r *Router) Global() *Layer { return r.global }

// SetScreen replaces the layer of the screen; nil means that it binds nothing.
func (r *Router) SetScreen(l *Layer) {
	if l == nil {
		l = NewLayer()
	}
	r.screen = l
}

// Push puts a dialog's layer on top and returns what takes it away again.
func (r *Router) Push(l *Layer) (pop func()) {
	r.top = append(r.top, l)
	return func() {
		for i, other := range r.top {
			if other == l {
				r.top = append(r.top[:i], r.top[i+1:]...)
				return
			}
		}
	}
}

// Blocked reports whether a dialog or drawer is up.
func (r *Router) Blocked() bool {
	for _, l := range r.top {
		if l.blocks {
			return true
		}
	}
	return false
}

// Act runs what is bound to the chord now and reports whether anything was.
func (r *Router) Act(c Chord) bool {
	if do := r.find(c); do != nil {
		do()
		return true
	}
	return false
}

func (r *Router) find(c Chord) func() {
	for i := len(r.top) - 1; i >= 0; i-- {
		if do := r.top[i].acts[c]; do != nil {
			return do
		}
		if do := r.top[i].always[c]; do != nil {
			return do
		}
		if r.top[i].blocks {
			return r.alwaysBeneath(c)
		}
	}
	for _, l := range []*Layer{r.screen, r.global} {
		if do := l.acts[c]; do != nil {
			return do
		}
	}
	return r.alwaysBeneath(c)
}

func (r *Router) alwaysBeneath(c Chord) func() {
	if do := r.screen.always[c]; do != nil {
		return do
	}
	return r.global.always[c]
}

func (r *Router) key(ev *fyne.KeyEvent) bool {
	if len(ev.Name) == 1 || ev.Name == fyne.KeySpace {
		return false // it comes again as a rune
	}
	return r.Act(chordOf(ev.Name, 0))
}

func (r *Router) rune(ch rune) bool {
	if ch == ' ' {
		return false // Space presses what is focused, and nothing else
	}
	return r.Act(Chord(string(ch)))
}

func (r *Router) shortcut(s fyne.Shortcut) bool {
	c, ok := ofShortcut(s)
	return ok && r.Act(c)
}

// Key offers a key without modifier that o was given; true means it was taken.
func Key(o fyne.CanvasObject, ev *fyne.KeyEvent) bool { return Of(o).key(ev) }

// Rune offers a typed character that o, not being a text field, was given.
func Rune(o fyne.CanvasObject, ch rune) bool { return Of(o).rune(ch) }

// Shortcut offers a key with modifiers that o was given.
func Shortcut(o fyne.CanvasObject, s fyne.Shortcut) bool { return Of(o).shortcut(s) }
