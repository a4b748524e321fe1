package field

import "casebook/app/look"

// Boxes is a field with a few short answers, each in a box of its own, which
// wrap where there is no room for all of them side by side.
type Boxes struct {
	Row
	boxes *look.Boxes
	// Changed is called when the officer chooses, never by [Boxes.Set].
	Changed func(place int)
}

// Boxes adds a choice of boxes with none chosen.
func (f *Form) Boxes(name, label string, options ...string) *Boxes {
	b := &Boxes{}
	b.boxes = look.NewBoxes(options, func(place int) {
		if b.Changed != nil {
			b.Changed(place)
		}
	})
	b.build(name, label, b.boxes, b.boxes, b.boxes.Mark)
	f.add(&b.Row)
	return b
}

// Place is the place of the answer, or -1.
func (b *Boxes) Place() int { return b.boxes.Chosen() }

// Set chooses an answer, or none with -1, without telling Changed.
func (b *Boxes) Set(place int) { b.boxes.Set(place) }
