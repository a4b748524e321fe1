package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
)

// Holder is a widget with objects inside it that may take the focus. Reveal
// walks through it as through a container.
type Holder interface {
	Held() []fyne.CanvasObject
}

// Parted is a widget of which one part matters when it is focused: of a list,
// the row under the cursor.
type Parted interface {
	Part() (top, height float32)
}

// Reveal scrolls every scroll that holds o so that o can be seen with a little
// room round it. The toolkit's scrolls do not follow the focus by themselves;
// each focusable of the kit calls this when it gains it.
func Reveal(o fyne.CanvasObject) {
	if p, ok := o.(Parted); ok {
		top, height := p.Part()
		reveal(o, top, height, false)
		return
	}
	reveal(o, 0, o.Size().Height, false)
}

// reveal scrolls so that a part of o can be seen: of one that is too tall its
// upper end, or nothing where only the whole is worth a scroll.
func reveal(o fyne.CanvasObject, top, height float32, whole bool) {
	root := rootOf(o)
	if root == nil {
		return
	}
	for _, s := range scrollsAbove(root, o) {
		const room = 28 // the label above a field, or the line below it
		if whole && height+2*room > s.Size().Height {
			continue
		}
		in, _ := depth(s, o)
		in += top
		offset := s.Offset
		if above := in - room; above < 0 {
			offset.Y += above
		} else if below := in + height + room - s.Size().Height; below > 0 {
			offset.Y += min(below, above)
		}
		offset.Y = max(0, min(offset.Y, s.Content.MinSize().Height-s.Size().Height))
		if offset != s.Offset {
			ScrollTo(s, offset)
		}
	}
}

// rootOf is what o lies under on its canvas: the uppermost overlay, or the
// window's content. A real window knows the canvas of an object only once it
// has drawn it, so what was put on screen just now is looked for in the windows
// that are open.
func rootOf(o fyne.CanvasObject) fyne.CanvasObject {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		if top := c.Overlays().Top(); top != nil {
			return top
		}
		return c.Content()
	}
	for _, w := range driver.AllWindows() {
		for _, root := range append(w.Canvas().Overlays().List(), w.Canvas().Content()) {
			if found, _ := walk(root, o); found {
				return root
			}
		}
	}
	return nil
}

// depth is how far below the upper edge of at the object o lies. The toolkit
// tells it only of what it has drawn already.
func depth(at, o fyne.CanvasObject) (y float32, found bool) {
	if at == o {
		return 0, true
	}
	for _, child := range heldBy(at) {
		if child == nil {
			continue
		}
		if y, found := depth(child, o); found {
			return child.Position().Y + y, true
		}
	}
	return 0, false
}

// scrollsAbove lists the scrolls between root and o, the innermost first.
func scrollsAbove(root, o fyne.CanvasObject) []*container.Scroll {
	found, scrolls := walk(root, o)
	if !found {
		return nil
	}
	return scrolls
}

func walk(at, o fyne.CanvasObject) (bool, []*container.Scroll) {
	if at == o {
		return true, nil
	}
	for _, child := range heldBy(at) {
		if child == nil {
			continue
		}
		if found, scrolls := walk(child, o); found {
			if s, ok := at.(*container.Scroll); ok {
				scrolls = append(scrolls, s)
			}
			return true, scrolls
		}
	}
	return false, nil
}

func heldBy(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case Holder:
		return o.Held()
	}
	return nil
}

// Scroll is a scroll downwards whose content keeps room for focus rings, which
// a scroll would cut. The room is taken from what lies round the scroll, so
// that its content stands in line with what is above it.
func Scroll(content fyne.CanvasObject) *fyne.Container {
	return Pad(-ringRoom, -ringRoom, 0, -ringRoom, container.NewVScroll(Pad(ringRoom, ringRoom, ringRoom, ringRoom, content)))
}

// ringRoom is what a focus ring needs round a widget.
const ringRoom = 8

// Focus moves the focus to o, when o is on a canvas and not under a drawer or
// dialog: the toolkit would move it there unseen, and what is typed be lost.
// A real window knows the canvas of an object only once it has drawn it, so
// what was put on screen just now is looked for in the windows that are open.
func Focus(o fyne.Focusable) {
	obj, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(obj); c != nil {
		if beneath, _ := walk(c.Content(), obj); !beneath || c.Overlays().Top() == nil {
			c.Focus(o)
		}
		return
	}
	for _, w := range driver.AllWindows() {
		for _, root := range append(w.Canvas().Overlays().List(), w.Canvas().Content()) {
			if found, _ := walk(root, obj); found {
				w.Canvas().Focus(o)
				return
			}
		}
	}
}

// Holds says whether the focus of the canvas is within root, or nowhere: a page
// that is drawn again may take it then, and else leaves the officer where they
// are.
func Holds(c fyne.Canvas, root fyne.CanvasObject) bool {
	focused, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return true
	}
	found, _ := walk(root, focused)
	return found
}

// press is what buttons, links, options and toggles have in common: one stop
// for Tab, a visible ring, Space and Enter to press, a click, and every other
// key offered to the router.
type press struct {
	widget.BaseWidget
	focused bool
	shut    bool
	do      func()
	also    func(fyne.KeyName) bool // keys that the widget itself takes first
	outer   fyne.Widget
}

// FocusGained is part of fyne.Focusable.
func (p *press) FocusGained() {
	p.focused = true
	p.Refresh()
	if s := p.super(); s != nil {
		Reveal(s)
	}
}

// FocusLost is part of fyne.Focusable.
func (p *press) FocusLost() {
	p.focused = false
	p.Refresh()
}

// Focused reports whether the widget has the focus.
func (p *press) Focused() bool { return p.focused }

// TypedRune offers the character to the router.
func (p *press) TypedRune(r rune) { keys.Rune(p.super(), r) }

// TypedKey presses on Space and Enter and offers any other key to the router.
func (p *press) TypedKey(ev *fyne.KeyEvent) {
	if p.also != nil && p.also(ev.Name) {
		return
	}
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Press()
	default:
		keys.Key(p.super(), ev)
	}
}

// TypedShortcut offers the shortcut to the router.
func (p *press) TypedShortcut(s fyne.Shortcut) { keys.Shortcut(p.super(), s) }

// Tapped presses and takes the focus, so that Tab goes on from here.
func (p *press) Tapped(*fyne.PointEvent) {
	if f, ok := p.super().(fyne.Focusable); ok && !p.focused {
		Focus(f)
	}
	p.Press()
}

// Cursor shows a hand over what can be pressed.
func (p *press) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Press does what the widget is for, unless it is shut.
func (p *press) Press() {
	if !p.shut && p.do != nil {
		p.do()
	}
}

// super is the widget that embeds press, once it has been extended.
func (p *press) super() fyne.CanvasObject { return p.outer }

func (p *press) extend(w fyne.Widget) {
	p.outer = w
	p.ExtendBaseWidget(w)
}

// ring draws the focus ring outside a widget's own edge, 2 thick at a distance
// of 2.
func ring(radius float32) *Rect { return NewFrame(Nothing, 2, radius+4) }

// setRing shows or hides a ring round a widget of the given size.
func setRing(r *Rect, size fyne.Size, on bool) {
	r.Move(fyne.NewPos(-4, -4))
	r.Resize(size.AddWidthHeight(8, 8))
	if on {
		r.Paint(Nothing, Accent, 2)
	} else {
		r.Paint(Nothing, Nothing, 2)
	}
}
