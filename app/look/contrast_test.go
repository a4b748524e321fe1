package look_test

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"casebook/app/look"
)

// luminance is the relative luminance of WCAG 2.2 for six hexadecimal digits.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatalf("%q is not a colour", hex)
	}
	line := func(c uint64) float64 {
		v := float64(c&0xFF) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*line(n>>16) + 0.7152*line(n>>8) + 0.0722*line(n)
}

func ratio(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func TestTheFormulaKnowsBlackOnWhite(t *testing.T) {
	if r := ratio(t, "000000", "FFFFFF"); math.Abs(r-21) > 1e-9 {
		t.Errorf("black on white is %v, not 21", r)
	}
	if r := ratio(t, "767676", "FFFFFF"); math.Abs(r-4.54) > 0.01 {
		t.Errorf("#767676 on white is %v, not 4.54", r)
	}
}

// text is which words are written on which grounds: 4.5 to 1 (WCAG 1.4.3).
var text = map[look.Token][]look.Token{
	look.Text:      {look.Bg, look.Surface, look.Sunken, look.AccentTint, look.RedTint, look.AmberTint, look.GreenTint, look.LedgerExt, look.LedgerHol},
	look.Muted:     {look.Bg, look.Surface, look.Sunken, look.AccentTint},
	look.Accent:    {look.Bg, look.Surface, look.AccentTint, look.LedgerExt},
	look.OnFill:    {look.Fill},
	look.OnRail:    {look.Rail},
	look.OnRailSel: {look.Rail, look.RailSel},
	look.Red:       {look.Bg, look.Surface, look.RedTint, look.AccentTint},
	look.Amber:     {look.Bg, look.Surface, look.AmberTint, look.AccentTint},
	look.Green:     {look.Bg, look.Surface, look.GreenTint, look.AccentTint},
	look.Grey:      {look.Surface, look.GreyTint},
	look.OnToast:   {look.Toast},
}

// controls is what must be told from its ground to be used: 3 to 1 (WCAG
// 1.4.11). Card edges and row lines carry no meaning and are not among them.
var controls = map[look.Token][]look.Token{
	look.FieldEdge:  {look.Surface, look.Bg},
	look.Accent:     {look.Surface, look.Bg, look.Sunken},
	look.Fill:       {look.Bg},
	look.Red:        {look.Surface, look.Bg},
	look.RailMark:   {look.Rail, look.RailSel},
	look.ChartPast:  {look.Surface},
	look.ChartPast2: {look.Surface},
}

func TestEveryColourCanBeReadOnItsGround(t *testing.T) {
	for mode, name := range map[look.Mode]string{look.Light: "light", look.Dark: "dark", look.Contrast: "high contrast"} {
		for _, rule := range []struct {
			pairs map[look.Token][]look.Token
			least float64
		}{{text, 4.5}, {controls, 3}} {
			for ink, grounds := range rule.pairs {
				for _, ground := range grounds {
					r := ratio(t, look.Hex(ink, mode), look.Hex(ground, mode))
					if r < rule.least {
						t.Errorf("%s: %s on %s is %s, less than %v", name, ink, ground, fmt.Sprintf("%.2f", r), rule.least)
					}
				}
			}
		}
	}
}
