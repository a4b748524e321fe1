package paper

import (
	"fmt"
	"strings"
)

// Envelope says where an address shows through, on the letter's own paper.
// There is no single window position in use, so it is an office setting.
type Envelope struct {
	Name  string
	Safe  Zone      // always visible, however the sheet lies in the envelope
	Clear Zone      // sometimes visible: nothing but the address may stand here
	Folds []float64 // mm from the top of the sheet
}

// Window is an envelope as a ruler measures it, in millimetres.
type Window struct {
	Width, Height             float64 // of the envelope
	Left, Up                  float64 // window to the left edge; to the lower edge
	WindowWidth, WindowHeight float64
	Panel                     float64 // height of the folded sheet
}

// Common stationery: a window of 35 by 90 mm, 20 mm from the left, 18 mm up on
// DL and 60 mm up on C5. Sheets folded in thirds or in half.
var (
	windowDL = Window{Width: 220, Height: 110, Left: 20, Up: 18, WindowWidth: 90, WindowHeight: 35, Panel: 99}
	windowC5 = Window{Width: 229, Height: 162, Left: 20, Up: 60, WindowWidth: 90, WindowHeight: 35, Panel: 148.5}
)

// Envelope works out the two zones from the play that the folded sheet has in
// the envelope. Safe is what the window shows wherever the sheet slides to;
// Clear is what it can show at one end of the play or the other.
func (w Window) Envelope(name string, folds ...float64) Envelope {
	playX, playY := w.Width-A4.Width, w.Height-w.Panel
	top := w.Height - w.Up - w.WindowHeight
	return Envelope{
		Name:  name,
		Safe:  Zone{w.Left, top, w.WindowWidth - playX, w.WindowHeight - playY},
		Clear: Zone{w.Left - playX, top - playY, w.WindowWidth + playX, w.WindowHeight + playY},
		Folds: folds,
	}
}

// Check says in one sentence why measures typed by an office cannot be right;
// nil when they can.
func (w Window) Check() error {
	const (
		leastWidth  = 50.0 // mm of safe zone: a line of about 35 letters at 8 points
		leastHeight = 15.0 // mm: five lines at 8 points
	)
	safe := w.Envelope("").Safe
	switch {
	case w.Width < A4.Width || w.Height < w.Panel || w.Panel <= 0:
		return fmt.Errorf("an envelope of %g by %g mm does not hold a sheet folded to %g mm: measure again", w.Width, w.Height, w.Panel)
	case w.Left < 0 || w.Up < 0 || w.Left+w.WindowWidth > w.Width || w.Up+w.WindowHeight > w.Height:
		return fmt.Errorf("a window of %g by %g mm does not fit the envelope there: measure again", w.WindowWidth, w.WindowHeight)
	case safe.Width < leastWidth || safe.Height < leastHeight:
		return fmt.Errorf("only %.0f by %.0f mm would always show, too little for an address: use another envelope", max(safe.Width, 0), max(safe.Height, 0))
	}
	return nil
}

// The envelopes that ship, by the names an office sets.
const (
	EnvelopeDL     = "DL"
	EnvelopeC5     = "C5"
	EnvelopeNotify = "Notify"
	EnvelopePlain  = "none"
)

// Envelopes lists what an office can choose from. Notify is the zone of GOV.UK
// Notify's letter specification, for an office that has its letters posted;
// the plain envelope has no window.
func Envelopes() []Envelope {
	return []Envelope{
		windowDL.Envelope(EnvelopeDL, 99, 198),
		windowC5.Envelope(EnvelopeC5, 148.5),
		{Name: EnvelopeNotify, Safe: Zone{24.6, 39.5, 95.4, 26.8}, Clear: Zone{15, 30, 105, 65}},
		{Name: EnvelopePlain, Folds: []float64{99, 198}},
	}
}

// EnvelopeNamed finds a shipped envelope; false where none has the name.
func EnvelopeNamed(name string) (Envelope, bool) {
	for _, e := range Envelopes() {
		if strings.EqualFold(e.Name, name) {
			return e, true
		}
	}
	return Envelope{}, false
}

// HasWindow reports whether anything shows through.
func (e Envelope) HasWindow() bool { return e.Safe.Width > 0 }

// addressZone is where the address goes: the safe zone, or where DL has it
// when there is no window.
func (e Envelope) addressZone() Zone {
	if e.HasWindow() {
		return e.Safe
	}
	return windowDL.Envelope("").Safe
}

// bodyTop is the first place for the letter's text: below everything that the
// window can show, and never above 95 mm, where letters of every window start.
func (e Envelope) bodyTop() float64 {
	const (
		usual = 95.0
		below = 3.0 // mm from the window's reach to the first line
	)
	return max(usual, e.Clear.Bottom()+below)
}

// The limits of an address (Royal Mail; GOV.UK Notify).
const (
	MinAddressLines = 3
	MaxAddressLines = 7
	MinAddressSize  = 8.0 // points: the smallest that sorting machines read
)

// WindowFinding is one reason why a letter should not go into its envelope.
type WindowFinding struct {
	Text string // one sentence for the officer
	Word string // what stands wrongly; "" where it is not one word
}

// CheckWindow looks at the first page as laid out: the address has three to
// seven lines, all of it always shows, and nothing else ever does (a word such
// as "complaint" in the window tells the street). No findings means it may go.
func CheckWindow(doc Document, e Envelope) []WindowFinding {
	if len(doc.Pages) == 0 {
		return []WindowFinding{{Text: "There is no page to post."}}
	}
	page := doc.Pages[0]
	findings := append(addressLines(page), offPage(doc)...)
	if !e.HasWindow() {
		return findings
	}
	for _, w := range page.Words {
		switch {
		case w.Tag == TagAddress && !e.Safe.Holds(w.Zone()):
			findings = append(findings, WindowFinding{fmt.Sprintf(
				"“%s” in the address can slip out of the %s window: shorten the address or use a plain envelope.", w.Text, e.Name), w.Text})
		case w.Tag != TagAddress && e.Clear.Touches(w.Zone()):
			findings = append(findings, WindowFinding{fmt.Sprintf(
				"“%s” can be read through the %s window: nothing but the address may show.", w.Text, e.Name), w.Text})
		}
	}
	for _, l := range page.Lines {
		if e.Clear.Touches(l.Zone()) {
			findings = append(findings, WindowFinding{Text: fmt.Sprintf("A line crosses the %s window.", e.Name)})
		}
	}
	for _, b := range page.Boxes {
		if e.Clear.Touches(b.Zone) {
			findings = append(findings, WindowFinding{Text: fmt.Sprintf("A box crosses the %s window.", e.Name)})
		}
	}
	return findings
}

// offPage finds words that a too long entry has pushed off the paper: one for
// each block.
func offPage(doc Document) []WindowFinding {
	var findings []WindowFinding
	told := map[string]bool{}
	for _, page := range doc.Pages {
		sheet := Zone{Width: page.Width, Height: page.Height}
		for _, w := range page.Words {
			if !told[w.Tag] && !sheet.Holds(w.Zone()) {
				told[w.Tag] = true
				findings = append(findings, WindowFinding{fmt.Sprintf("“%s” runs off the page (%s): shorten it.", w.Text, w.Tag), w.Text})
			}
		}
	}
	return findings
}

func addressLines(page Page) []WindowFinding {
	var address []Word
	small := false
	for _, w := range page.Words {
		if w.Tag == TagAddress {
			address = append(address, w)
			small = small || w.Size < MinAddressSize
		}
	}
	var findings []WindowFinding
	if lines := lineCount(address); lines < MinAddressLines || lines > MaxAddressLines {
		findings = append(findings, WindowFinding{Text: fmt.Sprintf(
			"The address has %d lines: it needs %d to %d, with the name and the postcode.", lines, MinAddressLines, MaxAddressLines)})
	}
	if small {
		findings = append(findings, WindowFinding{Text: fmt.Sprintf(
			"The address is smaller than %g points, which sorting machines cannot read.", MinAddressSize)})
	}
	return findings
}
