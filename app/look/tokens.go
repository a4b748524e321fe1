package look

import (
	"fmt"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
)

// Token names a colour by its meaning. Every widget of the kit keeps the name
// and asks for the colour when it draws, so that a change of theme reaches it.
type Token = fyne.ThemeColorName

// The tokens. A tint is the quiet ground on which its own colour is written.
const (
	Bg         Token = "bg"          // the window
	Surface    Token = "surface"     // cards, fields, bars
	Sunken     Token = "sunken"      // table heads, shut buttons, weekends
	Border     Token = "border"      // card edges and row lines; never carries meaning
	FieldEdge  Token = "field"       // edges of fields and buttons
	Text       Token = "text"        // all main text
	Muted      Token = "muted"       // second lines and hints
	Accent     Token = "accent"      // links, focus rings, icons
	AccentTint Token = "accent-tint" // a selected row or option
	Fill       Token = "fill"        // the primary button
	OnFill     Token = "on-fill"     // words on fill
	Rail       Token = "rail"        // the navigation rail
	RailSel    Token = "rail-sel"    // the rail's selected item
	OnRail     Token = "on-rail"     // words on the rail
	OnRailSel  Token = "on-rail-sel" // words and mark of the selected item
	RailMark   Token = "rail-mark"   // the bar at its left
	Red        Token = "red"         // overdue, "do not", shuts Print
	RedTint    Token = "red-tint"
	RedEdge    Token = "red-edge"
	Amber      Token = "amber" // due today or soon, needs you
	AmberTint  Token = "amber-tint"
	AmberEdge  Token = "amber-edge"
	Green      Token = "green" // on track, understood, check passed
	GreenTint  Token = "green-tint"
	GreenEdge  Token = "green-edge"
	Grey       Token = "grey" // closed, kept, not upheld
	GreyTint   Token = "grey-tint"
	LedgerExt  Token = "ledger-ext" // working days inside an extension
	LedgerHol  Token = "ledger-hol" // bank holidays
	ChartPast  Token = "chart-past" // earlier quarters, stage 1
	ChartPast2 Token = "chart-past-2"
	Toast      Token = "toast" // the message at the bottom
	OnToast    Token = "on-toast"
	ToastEdge  Token = "toast-edge"
	Scrim      Token = "scrim"   // over what a drawer covers
	Thumb      Token = "thumb"   // the scroll bar
	Nothing    Token = "nothing" // draws nothing
)

// Mode is one of the three palettes.
type Mode int

// The palettes. Contrast has black and white text and stronger edges.
const (
	Light Mode = iota
	Dark
	Contrast
)

// palette holds each token as it is in light, dark and high contrast: red,
// green, blue and, where there are eight digits, how opaque.
var palette = map[Token][3]string{
	Bg:         {"F3F6F7", "11191D", "FFFFFF"},
	Surface:    {"FFFFFF", "192329", "FFFFFF"},
	Sunken:     {"EAEFF1", "222E35", "EDEDED"},
	Border:     {"D5DDE0", "33434B", "595959"},
	FieldEdge:  {"75858C", "80939C", "000000"},
	Text:       {"17252B", "E9EFF1", "000000"},
	Muted:      {"4B5B62", "B2C0C6", "1F1F1F"},
	Accent:     {"0F5B78", "7FC6DF", "00354A"},
	AccentTint: {"E4F0F4", "1C3945", "D3ECF5"},
	Fill:       {"0F5B78", "247998", "00354A"},
	OnFill:     {"FFFFFF", "FFFFFF", "FFFFFF"},
	Rail:       {"0F3A4B", "0C1418", "000000"},
	RailSel:    {"1F5468", "1C3945", "00354A"},
	OnRail:     {"DCE9EE", "CBD7DC", "FFFFFF"},
	OnRailSel:  {"FFFFFF", "FFFFFF", "FFFFFF"},
	RailMark:   {"8ED0E6", "7FC6DF", "FFFFFF"},
	Red:        {"A3201D", "FFA39A", "7A0000"},
	RedTint:    {"FBEAE8", "44211F", "FFE9E6"},
	RedEdge:    {"E2B4B0", "7A3D39", "7A0000"},
	Amber:      {"844A00", "F4C072", "5A3000"},
	AmberTint:  {"FCF1DE", "3B2B12", "FFF2D9"},
	AmberEdge:  {"E3C793", "6E5426", "5A3000"},
	Green:      {"1D6A41", "8BD6A6", "00401F"},
	GreenTint:  {"E6F3EB", "183723", "E0F5E8"},
	GreenEdge:  {"A9CDB8", "2F6144", "00401F"},
	Grey:       {"4B5B62", "B9C5CA", "1F1F1F"},
	GreyTint:   {"E8EDEF", "2B373D", "E6E6E6"},
	LedgerExt:  {"CADFE8", "214452", "B5DAE8"},
	LedgerHol:  {"B4C0C6", "46565E", "C2C2C2"},
	ChartPast:  {"5A8CA1", "5A8CA1", "3D6F84"},
	ChartPast2: {"74848B", "74848B", "5C5C5C"},
	Toast:      {"17252B", "E9EFF1", "000000"},
	OnToast:    {"FFFFFF", "17252B", "FFFFFF"},
	ToastEdge:  {"5E6E75", "75858C", "FFFFFF"},
	Scrim:      {"0A141975", "00000075", "000000A0"},
	Thumb:      {"B9C4C9", "4A5B63", "595959"},
	Nothing:    {"00000000", "00000000", "00000000"},
}

// Hex is the token's colour in a mode as six digits, without transparency.
func Hex(t Token, m Mode) string { return palette[t][m][:6] }

// Known reports whether t is one of the tokens.
func Known(t Token) bool { _, ok := palette[t]; return ok }

func rgba(hex string) color.NRGBA {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		panic(fmt.Sprintf("look: %q is not a colour", hex))
	}
	if len(hex) == 6 {
		n = n<<8 | 0xFF
	}
	return color.NRGBA{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8), uint8(n)}
}
