package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme answers Fyne's questions from the token table. There is one for the
// program; its mode and text size change in place with [Theme.Set].
type Theme struct {
	mode  Mode
	scale float32
	stock fyne.Theme
}

// NewTheme is the light theme at 100 %.
func NewTheme() *Theme {
	return &Theme{scale: 1, stock: theme.DefaultTheme()}
}

// TextSizes are the steps of text size an officer may choose, as factors.
// Steps and not a slider: each change makes the toolkit read its fonts again.
var TextSizes = []float32{1, 1.25, 1.5, 2}

// Set changes mode and text size and redraws every window of the app.
func (t *Theme) Set(app fyne.App, m Mode, textSize float32) {
	t.mode, t.scale = m, textSize
	app.Settings().SetTheme(t)
}

// Mode is the palette in use.
func (t *Theme) Mode() Mode { return t.mode }

// TextSize is the factor in use, 1 for 100 %.
func (t *Theme) TextSize() float32 { return t.scale }

// current is the app's theme when it is ours. Before the app has one, and in
// a test that sets none, it is the light theme.
func current() *Theme {
	if a := fyne.CurrentApp(); a != nil {
		if t, ok := a.Settings().Theme().(*Theme); ok {
			return t
		}
	}
	return plain
}

var plain = NewTheme()

// ColorOf is the token's colour in the theme in use; no token draws nothing.
func ColorOf(t Token) color.Color {
	if t == "" {
		t = Nothing
	}
	return rgba(palette[t][current().mode])
}

// Px is a length for things that grow with the text, in Fyne's units.
func Px(v float32) float32 { return v * current().scale }

// stockNames maps Fyne's own colour names to tokens, for the few stock widgets
// that are used.
var stockNames = map[fyne.ThemeColorName]Token{
	theme.ColorNameBackground:          Bg,
	theme.ColorNameButton:              Surface,
	theme.ColorNameDisabled:            Muted,
	theme.ColorNameDisabledButton:      Sunken,
	theme.ColorNameError:               Red,
	theme.ColorNameFocus:               Accent,
	theme.ColorNameForeground:          Text,
	theme.ColorNameForegroundOnError:   OnFill,
	theme.ColorNameForegroundOnPrimary: OnFill,
	theme.ColorNameForegroundOnSuccess: OnFill,
	theme.ColorNameForegroundOnWarning: OnFill,
	theme.ColorNameHeaderBackground:    Sunken,
	theme.ColorNameHover:               Nothing,
	theme.ColorNameHyperlink:           Accent,
	theme.ColorNameInputBackground:     Nothing,
	theme.ColorNameInputBorder:         Nothing,
	theme.ColorNameMenuBackground:      Surface,
	theme.ColorNameOverlayBackground:   Surface,
	theme.ColorNamePlaceHolder:         Muted,
	theme.ColorNamePressed:             AccentTint,
	theme.ColorNamePrimary:             Accent, // also the cursor in a field
	theme.ColorNameScrollBar:           Thumb,
	theme.ColorNameScrollBarBackground: Nothing,
	theme.ColorNameSelection:           LedgerExt,
	theme.ColorNameSeparator:           Border,
	theme.ColorNameShadow:              Nothing, // scrolls would draw one at a cut edge
	theme.ColorNameSuccess:             Green,
	theme.ColorNameWarning:             Amber,
}

// Color answers for tokens and for Fyne's own names.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if own, ok := stockNames[name]; ok {
		name = own
	}
	if c, ok := palette[name]; ok {
		return rgba(c[t.mode])
	}
	variant := theme.VariantLight
	if t.mode == Dark {
		variant = theme.VariantDark
	}
	return t.stock.Color(name, variant)
}

// entryInset is how far a stock Entry keeps its text from its edge. It is
// wide so that its scroll bars can be hung outside the clip of our field.
const entryInset = 18

// Size answers with the kit's sizes; those of text grow with the text size.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 15 * t.scale
	case theme.SizeNameCaptionText:
		return 13 * t.scale
	case theme.SizeNameSubHeadingText:
		return 18 * t.scale
	case theme.SizeNameHeadingText:
		return 24 * t.scale
	case SizeCard:
		return 16 * t.scale
	case SizeFigure:
		return 32 * t.scale
	case theme.SizeNamePadding, theme.SizeNameInputRadius, theme.SizeNameLineSpacing:
		return 0 // the kit's own layouts space things
	case theme.SizeNameInnerPadding:
		return entryInset
	case theme.SizeNameInputBorder:
		return 2 // the width of the cursor too
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 6
	case theme.SizeNameScrollBarRadius:
		return 3
	}
	return t.stock.Size(name)
}

// Font is the bundled Noto Sans.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return t.stock.Font(s) }

// Icon is the stock icon; the kit draws its own with [NewIco].
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.stock.Icon(n) }
