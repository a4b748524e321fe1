package field

import (
	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// Choice is a field with two to four short answers side by side.
type Choice struct {
	Row
	seg     *look.Segmented
	options []string
	// Changed is called when the officer chooses, never by [Choice.Set].
	Changed func(option string)
}

// Choice adds a choice of short answers with none chosen.
func (f *Form) Choice(name, label string, options ...string) *Choice {
	c := &Choice{options: options}
	c.seg = look.NewSegmented(options, func(place int) {
		if c.Changed != nil {
			c.Changed(options[place])
		}
	})
	c.build(name, label, c.seg, c.seg, c.seg.Mark)
	f.add(&c.Row)
	return c
}

// Value is the answer chosen, or "".
func (c *Choice) Value() string { return optionAt(c.options, c.seg.Chosen()) }

// Place is the place of the answer, or -1.
func (c *Choice) Place() int { return c.seg.Chosen() }

// Set chooses an answer, or none with "", without telling Changed.
func (c *Choice) Set(option string) { c.seg.Set(placeOf(c.options, option)) }

// Options is a field whose answers matter enough to be cards.
type Options struct {
	Row
	cards *look.Options
	words []string
	// Changed is called when the officer chooses, never by [Options.Set].
	Changed func(place int)
}

// Options adds a choice of cards with none chosen.
func (f *Form) Options(name, label string, options ...look.Option) *Options {
	o := &Options{}
	for _, opt := range options {
		o.words = append(o.words, opt.Word)
	}
	o.cards = look.NewOptions(options, func(place int) {
		if o.Changed != nil {
			o.Changed(place)
		}
	})
	o.build(name, label, o.cards, o.cards, o.cards.Mark)
	f.add(&o.Row)
	return o
}

// Place is the place of the card chosen, or -1.
func (o *Options) Place() int { return o.cards.Chosen() }

// Value is the bold word of the card chosen, or "".
func (o *Options) Value() string { return optionAt(o.words, o.cards.Chosen()) }

// Set chooses a card, or none with -1, without telling Changed.
func (o *Options) Set(place int) { o.cards.Set(place) }

// Toggles is a field with several answers, any of which may be on.
type Toggles struct {
	Row
	chips []*look.Toggle
	// Changed is called when the officer turns one on or off.
	Changed func(on []string)
}

// Toggles adds chips that toggle; Tab visits each.
func (f *Form) Toggles(name, label string, options ...string) *Toggles {
	t := &Toggles{}
	objs := make([]fyne.CanvasObject, len(options))
	for i, o := range options {
		chip := look.NewToggle(o, func(bool) {
			if t.Changed != nil {
				t.Changed(t.Value())
			}
		})
		t.chips = append(t.chips, chip)
		objs[i] = chip
	}
	t.build(name, label, look.Flow(6, 8, objs...), t.chips[0], func(bool) {})
	f.add(&t.Row)
	return t
}

// Value is the answers that are on, in their order.
func (t *Toggles) Value() []string {
	var on []string
	for _, c := range t.chips {
		if c.On() {
			on = append(on, c.Words)
		}
	}
	return on
}

// Set turns on just the given answers without telling Changed.
func (t *Toggles) Set(on []string) {
	for _, c := range t.chips {
		c.Set(placeOf(on, c.Words) >= 0)
	}
}

// Check is a tick box with a sentence.
type Check struct {
	Row
	tick *look.Toggle
	// Changed is called when the officer ticks or clears it.
	Changed func(on bool)
}

// Check adds a tick box; its words stand beside it and there is no label above.
func (f *Form) Check(name, words string) *Check {
	c := &Check{}
	c.tick = look.NewTick(words, func(on bool) {
		if c.Changed != nil {
			c.Changed(on)
		}
	})
	c.build(name, "", c.tick, c.tick, func(bool) {})
	f.add(&c.Row)
	return c
}

// On reports whether it is ticked.
func (c *Check) On() bool { return c.tick.On() }

// Set ticks or clears it without telling Changed.
func (c *Check) Set(on bool) { c.tick.Set(on) }

func optionAt(options []string, place int) string {
	if place < 0 || place >= len(options) {
		return ""
	}
	return options[place]
}

func placeOf(options []string, option string) int {
	for i, o := range options {
		if o == option {
			return i
		}
	}
	return -1
}
