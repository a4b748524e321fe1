package signin

import (
	"context"
	"errors"
	"strings"

	"casebook/app/keys"
	"casebook/app/look"
)

// Trouble is why a register did not open, as three things to know.
type Trouble struct {
	Title string
	What  string // what happened, and what to do about it
	Safe  string // what is not lost
}

// TroubleOf puts an error of opening into words for the page.
func TroubleOf(address string, err error) Trouble {
	t := Trouble{Title: "The register did not open", What: said(err),
		Safe: "Nothing in the register was changed. What was typed at this computer and not recorded yet is kept here."}
	if isServer(address) {
		t.Title = "The shared register did not open"
		t.Safe = "Nothing on the server was changed. What was typed at this computer and not recorded yet is kept here."
	}
	if errors.Is(err, context.Canceled) {
		t.What = "Opening it was stopped."
	}
	return t
}

// Shown is an address as it may stand on a screen: a server's without its
// password.
func Shown(address string) string {
	if !isServer(address) {
		return address
	}
	scheme, rest, _ := strings.Cut(address, "://")
	at := strings.LastIndex(rest, "@")
	if at < 0 {
		return address
	}
	name, _, _ := strings.Cut(rest[:at], ":")
	return scheme + "://" + name + rest[at:]
}

// showTrouble says why the register did not open, what is safe, and the ways
// on.
func (g *Gate) showTrouble(address string, err error) {
	t := TroubleOf(address, err)
	try := func() { g.again(address) }
	first := look.NewPrimary("Try again", try).With("", "F5")
	body := look.Column(16,
		look.Tinted(look.Late, look.Pad(14, 16, 14, 16, look.TopLine(12, look.Column(0, look.NewIco(look.IconWarn, look.Red, 24)),
			look.Stretch(1, look.NewSentence(look.Words(t.What).At(look.SizeSection)))))),
		look.Card(look.TopLine(12, look.Column(0, look.NewIco(look.IconOnTrack, look.Green, 20)),
			look.Stretch(1, look.NewSentence(look.Words(t.Safe))))))
	g.show(page{
		title: t.Title, second: Shown(address), body: body,
		short: true,
		foot: look.Line(12, first, look.NewButton("Choose another register", g.forget), look.Gap(),
			look.NewLink("Restore from a backup", func() { g.showRestore(address, func() { g.showTrouble(address, err) }) })),
		keys: map[keys.Chord]func(){"F5": try},
	})
	look.Focus(first)
}

// again opens once more. A register that did open is used as it is.
func (g *Gate) again(address string) {
	if g.in.Register != nil {
		g.opened(g.in, g.deps.User)
		return
	}
	g.open(address, false, g.deps.User)
}

// sameUser compares sign-in names as the register does.
func sameUser(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }
