package signin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/look"
)

// The panel at the left: as wide as most at 100 %, never more than its share of
// the window, and gone where the answers need all the room.
const (
	panelMost  = 384
	panelShare = 0.28
	panelLeast = 264
	roomBeside = 560 // that the answers need
)

// formWidth is how wide the answers get at most at 100 %.
const formWidth = 886

// framed sets a page beside the panel that says what Casebook is.
func framed(p page) fyne.CanvasObject {
	head := look.Column(2, look.NewTxt(p.title, look.SizeTitle, look.Text, true),
		look.NewSentence(look.Words(p.second).In(look.Muted)))
	body, foot := p.body, p.foot
	if p.short {
		body, foot = look.Column(24, body, foot), look.Stack()
	}
	below := look.Pad(12, 48, 24, 48, look.AtMost(formWidth, foot))
	below.Hidden = p.short
	answers := look.Edges(
		look.Pad(28, 48, 22, 48, look.AtMost(formWidth, head)), nil,
		look.Pad(0, 40, 0, 48, look.Scroll(look.Pad(0, 8, 16, 0, look.AtMost(formWidth, body)))), nil, below)
	return container.New(&besideLayout{}, panel(), answers)
}

func panel() fyne.CanvasObject {
	points := look.Column(24,
		point(look.IconClock, "Every date explains itself", "Working days and bank holidays, counted and shown."),
		point(look.IconLetter, "Letters that are right", "Print opens when the letter meets the Code."),
		point(look.IconSave, "What you type is kept", "Drafts save within a second of the last key."))
	foot := look.TopLine(8, look.Column(0, look.NewIco(look.IconLock, look.OnRail, 16)),
		look.Stretch(1, look.NewSentence(look.Words("Works offline. Sends nothing to the internet.").In(look.OnRail).At(look.SizeSmall))))
	words := look.Column(6, look.NewTxt("Casebook", look.SizeFigure, look.OnRailSel, true),
		look.NewSentence(look.Words("The complaints register for housing offices").In(look.OnRail).At(look.SizeSection)))
	whole := look.Edges(look.Column(48, words, points), nil, look.Stack(), nil, foot)
	return look.Stack(look.NewRect(look.Rail, 0), look.Pad(48, 32, 40, 40, whole))
}

func point(i look.Icon, title, words string) fyne.CanvasObject {
	return look.TopLine(16, look.Column(0, look.NewIco(i, look.RailMark, 24)), look.Stretch(1, look.Column(0,
		look.NewSentence(look.Bold(title).In(look.OnRailSel)),
		look.NewSentence(look.Words(words).In(look.OnRail)))))
}

// besideLayout gives the panel its share of the width and the answers the rest.
type besideLayout struct{}

// MinSize asks for no room of the panel's own: it goes first.
func (besideLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[1].MinSize() }

func (besideLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	w := max(look.Px(panelLeast), min(look.Px(panelMost), s.Width*panelShare))
	if s.Width-w < look.Px(roomBeside) {
		w = 0
	}
	objs[0].Resize(fyne.NewSize(w, s.Height))
	objs[0].Move(fyne.NewPos(0, 0))
	if container, ok := objs[0].(*fyne.Container); ok {
		container.Hidden = w == 0
	}
	objs[1].Move(fyne.NewPos(w, 0))
	objs[1].Resize(fyne.NewSize(s.Width-w, s.Height))
}
