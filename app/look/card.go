package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Stack lays objects over one another, each as large as the whole.
func Stack(objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewStackLayout(), objs...)
}

// Card is a white sheet with its content at a distance of 16 from its edge.
func Card(content fyne.CanvasObject) *fyne.Container {
	return Tinted(Plain, Pad(12, 16, 12, 16, content))
}

// Tinted is a sheet in a tone: amber needs you, red stops. The content sits at
// the edge; pad it as needed.
func Tinted(t Tone, content fyne.CanvasObject) *fyne.Container {
	sheet := NewRect(t.Tint, 8)
	sheet.Edge, sheet.EdgeWidth = t.Edge, 1
	return Stack(sheet, content)
}

// Banner is a sentence in a tone across the screen with the next action at its
// right: what is due, when, how long, with whom.
func Banner(t Tone, sentence fyne.CanvasObject, action fyne.CanvasObject) *fyne.Container {
	row := []fyne.CanvasObject{Stretch(1, AtLeast(120, 0, sentence))}
	if t.Icon != "" {
		row = append([]fyne.CanvasObject{NewIco(t.Icon, t.Ink, 24)}, row...)
	}
	body := Line(12, row...)
	if action != nil { // below the sentence, where that would be broken within words
		body = container.New(&titleLayout{gap: 12}, body, action)
	}
	return Tinted(t, Pad(11, 13, 11, 17, body))
}

// Headed is a card with a head row, a line and a body. The body reaches the
// edges, as a list does; give it its own padding otherwise.
func Headed(t Tone, head, body fyne.CanvasObject) *fyne.Container {
	sheet := NewRect(Surface, 8)
	tint := NewRect(t.Tint, 8)
	tint.TopOnly = true
	edge := Border
	if t.Tint != Surface {
		edge = t.Edge
	}
	bar := Stack(tint, Pad(0, 16, 0, 16, AtLeast(0, 44, head)))
	return Stack(sheet,
		Edges(Column(0, bar, NewRule(edge)), nil, clipped(Pad(0, 1, 0, 1, body)), nil, Space(1, 6)),
		NewFrame(Border, 1, 8))
}

// clipped cuts what sticks out, but asks for the room that it needs.
func clipped(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&clipLayout{inner: o}, Clip(o))
}

// Clip cuts what sticks out of the room it is given and asks for none itself.
func Clip(o fyne.CanvasObject) *container.Clip {
	c := container.NewClip(o)
	c.ExtendBaseWidget(c) // or its first size would not reach its content
	return c
}

type clipLayout struct{ inner fyne.CanvasObject }

func (l *clipLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.inner.MinSize() }

func (l *clipLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	place(objs[0], 0, 0, size.Width, size.Height)
}

// Head is the head row of a card: its title, and what stands at the right.
func Head(title string, right ...fyne.CanvasObject) fyne.CanvasObject {
	row := []fyne.CanvasObject{NewTxt(title, SizeCard, Text, true), Gap()}
	return Line(10, append(row, right...)...)
}

// CountHead is the head row of a list: icon, count and title in a tone, and
// what stands at the right.
func CountHead(t Tone, count, title string, right ...fyne.CanvasObject) fyne.CanvasObject {
	row := []fyne.CanvasObject{
		NewIco(t.Icon, t.Ink, 20),
		NewTxt(count, SizeTitle, t.Ink, true),
		NewTxt(title, SizeCard, t.Ink, true),
		Gap(),
	}
	return Line(9, append(row, right...)...)
}

// Titled is the top of a screen: its name, a sentence beside it, and what
// stands at the right. Where the text is large or the window narrow, the right
// part goes below.
func Titled(title string, beside fyne.CanvasObject, right ...fyne.CanvasObject) fyne.CanvasObject {
	row := []fyne.CanvasObject{NewTxt(title, SizeTitle, Text, true)}
	if beside != nil {
		row = append(row, beside)
	}
	return container.New(&titleLayout{gap: 16}, append([]fyne.CanvasObject{Line(16, row...)}, right...)...)
}

// Screen pads a screen's content as every screen is padded: 24 at the sides,
// 16 above, 12 below.
func Screen(content fyne.CanvasObject) *fyne.Container {
	return Pad(16, 24, 12, 24, content)
}

// EmptyState says in one line why there is nothing, with at most one button.
func EmptyState(why string, action fyne.CanvasObject) fyne.CanvasObject {
	objs := []fyne.CanvasObject{NewSentence(Words(why).In(Muted))}
	if action != nil {
		objs = append(objs, Line(0, action))
	}
	return Pad(16, 16, 16, 16, Column(12, objs...))
}

// Facts is a table of two columns: a muted name and its value.
func Facts(nameWidth float32, facts ...Fact) *fyne.Container {
	col := Column(8)
	for _, f := range facts {
		value := NewCut(f.Value, SizeBody, Text, f.Bold)
		col.Add(Line(0, AtLeast(nameWidth, 22, NewTxt(f.Name, SizeBody, Muted, false)), Stretch(1, value)))
	}
	return col
}

// Fact is one row of [Facts].
type Fact struct {
	Name, Value string
	Bold        bool
}

// Framed is a card whose content reaches its edges: a table.
func Framed(content fyne.CanvasObject) *fyne.Container {
	sheet := NewRect(Surface, 8)
	return Stack(sheet, clipped(Pad(1, 1, 1, 1, content)), NewFrame(Border, 1, 8))
}
