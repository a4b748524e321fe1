package demo

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
)

// photograph is a small invented picture: a wall with a patch on it. No two
// have the same bytes.
func (m *maker) photograph() ([]byte, error) {
	const wide, high = 48, 32
	wall := color.NRGBA{R: uint8(190 + m.rng.IntN(50)), G: uint8(185 + m.rng.IntN(50)), B: uint8(170 + m.rng.IntN(50)), A: 255}
	patch := color.NRGBA{R: 60, G: uint8(60 + m.rng.IntN(60)), B: 55, A: 255}
	atX, atY, size := m.rng.IntN(wide), m.rng.IntN(high), 4+m.rng.IntN(9)
	picture := image.NewNRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			shade := wall
			if dx, dy := x-atX, y-atY; dx*dx+dy*dy < size*size {
				shade = patch
			}
			picture.SetNRGBA(x, y, shade)
		}
	}
	var out bytes.Buffer
	err := png.Encode(&out, picture)
	return out.Bytes(), err
}

// sheet is a small invented PDF of one page with a few plain lines, such as a
// contractor's job sheet.
func sheet(lines ...string) []byte {
	var text strings.Builder
	text.WriteString("BT /F1 11 Tf 50 780 Td 16 TL\n")
	for _, line := range lines {
		fmt.Fprintf(&text, "(%s) Tj T*\n", pdfText.Replace(line))
	}
	text.WriteString("ET")
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", text.Len(), text.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return out.Bytes()
}

// pdfText keeps a line within its brackets.
var pdfText = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`)
