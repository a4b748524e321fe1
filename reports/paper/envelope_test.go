package paper_test

import (
	"strings"
	"testing"

	"casebook/reports/paper"
)

func TestTheSafeZoneIsWhatShowsWhereverTheSheetSlides(t *testing.T) {
	windows := map[string]paper.Window{
		paper.EnvelopeDL: {Width: 220, Height: 110, Left: 20, Up: 18, WindowWidth: 90, WindowHeight: 35, Panel: 99},
		paper.EnvelopeC5: {Width: 229, Height: 162, Left: 20, Up: 60, WindowWidth: 90, WindowHeight: 35, Panel: 148.5},
	}
	for name, w := range windows {
		shipped := envelope(t, name)
		if shipped.Safe != w.Envelope("").Safe {
			t.Errorf("%s ships the zone %v, its measures give %v", name, shipped.Safe, w.Envelope("").Safe)
		}
		// Slide the sheet about and look through the window.
		for x := 0.0; x <= w.Width-210; x += 0.5 {
			for y := 0.0; y <= w.Height-w.Panel; y += 0.5 {
				shown := paper.Zone{
					X: w.Left - x, Y: w.Height - w.Up - w.WindowHeight - y, Width: w.WindowWidth, Height: w.WindowHeight,
				}
				if !shown.Holds(shipped.Safe) {
					t.Fatalf("%s: at %g, %g the window shows %v, not all of %v", name, x, y, shown, shipped.Safe)
				}
				if !shipped.Clear.Holds(shown) {
					t.Fatalf("%s: at %g, %g the window shows %v, beyond %v", name, x, y, shown, shipped.Clear)
				}
			}
		}
	}
}

func TestMeasuresThatCannotBeRightAreRefused(t *testing.T) {
	good := paper.Window{Width: 220, Height: 110, Left: 20, Up: 18, WindowWidth: 90, WindowHeight: 35, Panel: 99}
	if err := good.Check(); err != nil {
		t.Errorf("the DL envelope is refused: %v", err)
	}
	for what, change := range map[string]func(*paper.Window){
		"an envelope narrower than the sheet": func(w *paper.Window) { w.Width = 200 },
		"an envelope lower than the fold":     func(w *paper.Window) { w.Height = 90 },
		"no fold":                             func(w *paper.Window) { w.Panel = 0 },
		"a window beyond the edge":            func(w *paper.Window) { w.Left = 140 },
		"a negative distance":                 func(w *paper.Window) { w.Up = -1 },
		"a slit of a window":                  func(w *paper.Window) { w.WindowHeight = 20 },
		"centimetres instead of millimetres":  func(w *paper.Window) { w.WindowWidth = 9 },
	} {
		w := good
		change(&w)
		if w.Check() == nil {
			t.Errorf("%s is accepted", what)
		}
	}
}

func TestTheSafeZonesInMillimetres(t *testing.T) {
	for name, want := range map[string]paper.Zone{
		paper.EnvelopeDL:     {X: 20, Y: 57, Width: 80, Height: 24},
		paper.EnvelopeC5:     {X: 20, Y: 67, Width: 71, Height: 21.5},
		paper.EnvelopeNotify: {X: 24.6, Y: 39.5, Width: 95.4, Height: 26.8},
	} {
		if got := envelope(t, name).Safe; !got.Holds(want) || !want.Holds(got) {
			t.Errorf("%s: the zone is %v, want %v", name, got, want)
		}
	}
}

func TestFoldMarksStandAtTheFolds(t *testing.T) {
	for name, folds := range map[string][]float64{
		paper.EnvelopeDL: {99, 198}, paper.EnvelopeC5: {148.5}, paper.EnvelopeNotify: nil,
	} {
		var marks []float64
		for _, l := range paper.LayLetter(sampleLetter(t, name)).Pages[0].Lines {
			if l.Tag == paper.TagFold {
				marks = append(marks, l.Y1)
				if length := l.X2 - l.X1; l.X1 > 6 || length < 4 || length > 5 {
					t.Errorf("%s: a mark runs from %g to %g mm", name, l.X1, l.X2)
				}
			}
		}
		if len(marks) != len(folds) || len(folds) > 0 && marks[0] != folds[0] {
			t.Errorf("%s has marks at %v, want %v", name, marks, folds)
		}
	}
}

func TestAnAddressFitsItsWindowOrIsFound(t *testing.T) {
	seven := []string{"The Personal Representatives of", "Maureen Tilley", "Flat 2", "Ladywell House", "14 Ladywell Rise", "DERBY", "DE24 7QH"}
	long := []string{"Mrs Maureen Alexandra Fitzgerald-Tilley and Mr Christopher Fitzgerald-Tilley", "14 Ladywell Rise", "DERBY", "DE24 7QH"}
	endless := []string{strings.Repeat("Very Long Name ", 40), "14 Ladywell Rise", "DERBY", "DE24 7QH"}
	cases := []struct {
		what  string
		to    []string
		finds string
	}{
		{"three lines", []string{"Maureen Tilley", "DERBY", "DE24 7QH"}, ""},
		{"seven lines", seven, ""},
		{"one line too wide", long, ""},
		{"two lines", []string{"Maureen Tilley", "DE24 7QH"}, "2 lines"},
		{"eight lines", append([]string{"To"}, seven...), "8 lines"},
		{"no address", nil, "0 lines"},
		{"an endless name", endless, "can slip out"},
	}
	for _, c := range cases {
		for _, e := range paper.Envelopes() {
			if !e.HasWindow() && c.finds == "can slip out" {
				continue
			}
			for _, large := range []bool{false, true} {
				letter := sampleLetter(t, e.Name)
				letter.To, letter.Large = c.to, large
				doc := paper.LayLetter(letter)
				findings := paper.CheckWindow(doc, e)
				var said []string
				for _, f := range findings {
					said = append(said, f.Text)
				}
				if all := strings.Join(said, " "); (c.finds == "") != (all == "") || !strings.Contains(all, c.finds) {
					t.Errorf("%s in %s, large print %v: the findings are %q, want %q", c.what, e.Name, large, all, c.finds)
				}
				for _, w := range doc.Pages[0].Words {
					if w.Tag == paper.TagAddress && w.Size < paper.MinAddressSize {
						t.Errorf("%s in %s: %q has %g points", c.what, e.Name, w.Text, w.Size)
					}
				}
			}
		}
	}
}

func TestNothingButTheAddressMayShow(t *testing.T) {
	dl := envelope(t, paper.EnvelopeDL)
	spoil := map[string]func(*paper.Page){
		"a word at the edge of the window's reach": func(p *paper.Page) {
			p.Words = append(p.Words, paper.Word{X: 109, Y: 90, Width: 12, Size: 12, Text: "complaint"})
		},
		"the landlord's name pushed down": func(p *paper.Page) { move(p, paper.TagName, 0, 35) },
		"the date pushed left":            func(p *paper.Page) { move(p, paper.TagAbout, -40, 0) },
		"the address pushed down":         func(p *paper.Page) { move(p, paper.TagAddress, 0, 10) },
		"the address pushed left":         func(p *paper.Page) { move(p, paper.TagAddress, -8, 0) },
		"a line": func(p *paper.Page) {
			p.Lines = append(p.Lines, paper.Line{X1: 30, Y1: 60, X2: 40, Y2: 60, Stroke: 0.2})
		},
		"a box": func(p *paper.Page) {
			p.Boxes = append(p.Boxes, paper.Box{Zone: paper.Zone{X: 30, Y: 60, Width: 5, Height: 5}})
		},
	}
	for what, change := range spoil {
		doc := paper.LayLetter(sampleLetter(t, paper.EnvelopeDL))
		change(&doc.Pages[0])
		if len(paper.CheckWindow(doc, dl)) == 0 {
			t.Errorf("%s is not found", what)
		}
	}
}

func move(p *paper.Page, tag string, dx, dy float64) {
	for i := range p.Words {
		if p.Words[i].Tag == tag {
			p.Words[i].X += dx
			p.Words[i].Y += dy
		}
	}
}

func TestLongDetailsNeverReachTheWindowOrTheText(t *testing.T) {
	for _, e := range paper.Envelopes() {
		for _, large := range []bool{false, true} {
			letter := sampleLetter(t, e.Name)
			letter.Large = large
			letter.Head.Details = append(letter.Head.Details, "Monday to Friday, 9 am to 5 pm", "complaints@derbyhomes.example", "Text 07700 900123")
			letter.About = append(letter.About, "Direct line 01632 960114", "Please quote our reference whenever you write to us or ring")
			doc := paper.LayLetter(letter)
			if findings := paper.CheckWindow(doc, e); len(findings) > 0 {
				t.Errorf("%s, large print %v: %v", e.Name, large, findings)
			}
			words := doc.Pages[0].Words
			for i, w := range words {
				for _, other := range words[:i] {
					if w.Tag != other.Tag && inkOf(w).Touches(inkOf(other)) {
						t.Errorf("%s, large print %v: %q and %q overlap", e.Name, large, w.Text, other.Text)
					}
				}
			}
		}
	}
}

func TestTheTestSheetShowsTheWindowItIsFor(t *testing.T) {
	for _, e := range paper.Envelopes() {
		doc := paper.WindowTestSheet(e)
		if len(doc.Pages) != 1 {
			t.Errorf("%s: the test sheet has %d pages", e.Name, len(doc.Pages))
		}
		var safe bool
		for _, b := range doc.Pages[0].Boxes {
			safe = safe || b.Zone == e.Safe
		}
		if safe != e.HasWindow() {
			t.Errorf("%s: the safe zone is drawn: %v", e.Name, safe)
		}
		left, right := 1000.0, 0.0
		for _, l := range doc.Pages[0].Lines {
			if l.Tag == "scale" {
				left, right = min(left, l.X1), max(right, l.X2)
			}
		}
		if right-left != 100 {
			t.Errorf("%s: the scale measures %g mm", e.Name, right-left)
		}
	}
}
