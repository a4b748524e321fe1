package redress

import (
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/casefile"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/redress"
)

// why opens the account of the line that is open or under the cursor (F4): its
// working, the rule it follows, and every date day by day.
func (v *View) why() {
	if line, ok := v.lineHere(); ok {
		v.account(line, none, "")
		return
	}
	v.deps.Shell.Toast("Choose a line first. Its working opens here.", nil)
}

// whyDate opens the account at one of the dates of the open line.
func (v *View) whyDate(place int) {
	if line, ok := v.lineHere(); ok {
		v.account(line, place, "")
	}
}

func (v *View) lineHere() (redress.Line, bool) {
	for _, r := range v.model.Rows() {
		here := v.editor != nil && r.ID == v.model.open || v.editor == nil && v.openers[r.ID] != nil && v.openers[r.ID].Focused()
		if here && r.OK {
			r.Line.Title = r.Title
			return r.Line, true
		}
	}
	return redress.Line{}, false
}

// account is how a sum was made, and why it cannot be changed where it cannot.
// Arrows go from the sum to its dates.
func (v *View) account(line redress.Line, at int, locked string) {
	names := []string{"The sum"}
	for i := range line.Dates {
		names = append(names, dateName(line, i))
	}
	body := look.Stack()
	show := func(place int) {
		content := v.sumAccount(line, locked)
		if place > 0 {
			i := place - 1
			content = casefile.WhyBody(casefile.WhyDeadline(dateName(line, i), line.Dates[i], since(line, i), v.model.Today()))
		}
		body.Objects = []fyne.CanvasObject{content}
		body.Refresh()
	}
	copyIt := func() {
		fyne.CurrentApp().Clipboard().SetContent(v.accountText(line))
		v.deps.Shell.Toast("Copied.", nil)
	}
	show(max(0, at+1))
	var top fyne.CanvasObject
	var first fyne.Focusable
	if len(names) > 1 {
		tabs := look.NewTabs(names, show)
		tabs.Set(max(0, at+1))
		top, first = look.Pad(0, 0, 12, 0, tabs), tabs
	}
	foot := look.Pad(12, 0, 0, 0, look.Line(8, look.NewButton("Copy as text", copyIt).With("", "Ctrl+C")))
	v.deps.Shell.Drawer("How "+line.Sum.String()+" is made", look.Edges(top, nil, body, nil, foot), keys.NewBlocking().On("Ctrl+C", copyIt), first)
}

func (v *View) sumAccount(line redress.Line, locked string) fyne.CanvasObject {
	column := look.Column(12, look.NewTxt(line.Title, look.SizeSection, look.Text, true),
		look.Line(12, look.NewTxt(line.Sum.String(), look.SizeFigure, look.Text, true), look.Stretch(1, look.Hint(headWords(line.Head)))))
	if locked != "" {
		column.Add(look.Line(8, look.NewIco(look.IconLock, look.Muted, 18), look.NewSentence(look.Words(capital(strings.TrimSuffix(locked, "."))+".").In(look.Muted))))
	}
	column.Add(look.NewSentence(look.Words(line.Working)))
	if line.Rule != "" {
		column.Add(look.NewSentence(look.Bold("Rule. "), look.Words(line.Rule+".")))
	}
	if line.Version != "" {
		column.Add(look.NewSentence(look.Bold("Held in. "), look.Words(line.Version+".").In(look.Muted)))
	}
	for _, p := range line.Input.Proofs {
		column.Add(look.NewSentence(look.Bold("Seen. "), look.Words(strings.TrimSuffix(p.What+", "+p.On.Letter(), ", ")+".")))
	}
	for _, w := range redress.Warnings(line, v.model.rules) {
		column.Add(warningLine(w))
	}
	return look.Scroll(column)
}

// since says what a date of a line counts from.
func since(line redress.Line, place int) string {
	switch {
	case line.Input.Kind == redress.Letters:
		return "the letter was received"
	case place == 0:
		return "the repair was reported"
	}
	return "the second contractor was asked for"
}

// accountText is the account of a line as plain text.
func (v *View) accountText(line redress.Line) string {
	parts := []string{line.Title + ": " + line.Sum.String(), line.Working, "Rule: " + line.Rule + ". " + line.Version + "."}
	for i, d := range line.Dates {
		parts = append(parts, casefile.WhyDeadline(dateName(line, i), d, since(line, i), v.model.Today()).Text())
	}
	return strings.Join(parts, "\n")
}

// offerText shows the offer in words large, with every line's working
// (F7).
func (v *View) offerText() {
	words := v.model.OfferWords()
	if words == "" {
		v.deps.Shell.Toast("There is no sum to put into words yet.", nil)
		return
	}
	column := look.Column(12, look.Hint(offerUse), look.NewSentence(look.Words("“"+words+"”")), look.NewRule(look.Border))
	text := words
	for _, r := range v.model.Rows() {
		if r.OK {
			column.Add(look.NewSentence(look.Bold(r.Title+", "+r.Line.Sum.String()+". "), look.Words(r.Line.Working).In(look.Muted)))
			text += "\n\n" + r.Title + ", " + r.Line.Sum.String() + ". " + r.Line.Working
		}
	}
	copyIt := func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		v.deps.Shell.Toast("Copied.", nil)
	}
	foot := look.Pad(12, 0, 0, 0, look.Line(8, look.NewButton("Copy as text", copyIt).With("", "Ctrl+C")))
	v.deps.Shell.Drawer(offerTitle, look.Edges(nil, nil, look.Scroll(column), nil, foot), keys.NewBlocking().On("Ctrl+C", copyIt), nil)
}
