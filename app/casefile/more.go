package casefile

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/casework"
)

// line is one row of the list of all that can be done: a group's title, or an
// action with why it cannot be done now.
type line struct {
	title string
	action
	why   string
	named bool // what was typed is in its own words, not only in its group's
}

// alsoCalled are words that people type who look for an act by another name.
var alsoCalled = map[casework.ActName]string{
	casework.ActAskStage2: "escalate unhappy", casework.ActExtend: "more time", casework.ActEnquire: "chase update",
	casework.ActChangeContact: "phone telephone email representative advocate", casework.ActMoved: "address", casework.ActDied: "death executor",
	casework.ActLogCall: "call phone telephone ring visit", casework.ActEvidence: "photo photograph picture document file",
	casework.ActHazardStep: "investigate safe", casework.ActProtect: "confidential private", casework.ActRestrict: "behaviour limit",
	casework.ActSentInError: "mistake wrong", casework.ActVoid: "delete mistake wrong", casework.ActCover: "away holiday sick",
}

// lines sets out the groups for what was typed: in each what can be done now,
// then what cannot.
func (v *View) lines(text string) []line {
	var all []line
	for _, g := range v.groups() {
		var open, shut []line
		for _, a := range g.actions {
			words := a.words + " " + alsoCalled[a.act]
			if !holds(words+" "+g.title, text) {
				continue
			}
			one := line{action: a, why: v.shut(a), named: holds(words, text)}
			if one.why != "" {
				shut = append(shut, one)
			} else {
				open = append(open, one)
			}
		}
		if len(open)+len(shut) > 0 {
			all = append(append(append(all, line{title: g.title}), open...), shut...)
		}
	}
	return all
}

// firstOpen is the place of the first action found that can be done now, of one
// named so rather than of one whose group is; or of the first below its title,
// which says why it cannot.
func firstOpen(lines []line) int {
	first := 1
	for i, l := range slices.Backward(lines) {
		if l.title == "" && l.why == "" && (l.named || !lines[first].named || lines[first].why != "") {
			first = i
		}
	}
	return first
}

// holds says whether every word typed begins a word of a text.
func holds(text, typed string) bool {
	words := strings.Fields(strings.ToLower(text))
	for _, part := range strings.Fields(strings.ToLower(typed)) {
		found := false
		for _, w := range words {
			found = found || strings.HasPrefix(w, part)
		}
		if !found {
			return false
		}
	}
	return true
}

// more lists everything that can be done, by groups, and finds it by typing.
func (v *View) more() {
	lines := v.lines("")
	var sheet *look.Sheet
	list := look.NewList(50, func() int { return len(lines) }, func() fyne.CanvasObject { return newActionRow() },
		func(i int, o fyne.CanvasObject) { o.(*actionRow).say(lines[i]) })
	press := func(i int) {
		if i < len(lines) && lines[i].title == "" {
			sheet.Close()
			v.press(lines[i].action)
		}
	}
	list.Open = press
	list.Words = func(i int) string { return lines[i].words }
	last := 0
	list.Moved = func(at int) {
		if at >= len(lines) { // what was typed is in none
			return
		}
		if lines[at].title != "" { // a title is passed over
			if at < last && at > 0 {
				list.GoTo(at - 1)
			} else {
				list.GoTo(at + 1)
			}
			return
		}
		last = at
	}
	none := look.Stack(look.EmptyState("Nothing that can be done with a case is called so.", nil))
	none.Hide()
	find := field.NewSearch("What to do: type to find", "")
	find.Changed = func(text string) {
		lines = v.lines(text)
		last = 0
		none.Hidden = len(lines) > 0
		none.Refresh()
		list.GoTo(0)
		list.Reload()
		if len(lines) > 1 {
			list.GoTo(firstOpen(lines))
		}
	}
	find.Keys = func(k fyne.KeyName) bool {
		switch k {
		case fyne.KeyDown:
			if len(lines) > 0 {
				look.Focus(list)
				list.GoTo(min(1, len(lines)-1))
			}
		case fyne.KeyReturn, fyne.KeyEnter:
			press(firstOpen(lines))
		default:
			return false
		}
		return true
	}
	body := look.Edges(look.Pad(0, 0, 12, 0, find.Box()), nil, look.Stack(list, none), nil, nil)
	sheet = v.deps.Shell.Drawer("What to do", body, keys.NewBlocking(), find.Focusable())
}

// actionRow is a row of the list: the title of a group in small bold words, or
// an action, its key, and why it cannot be done now.
type actionRow struct {
	widget.BaseWidget
	title      *look.Txt
	words, why *look.Txt
	key        *look.Txt
	head       *fyne.Container
	body       *fyne.Container
	inner      fyne.CanvasObject
}

func newActionRow() *actionRow {
	r := &actionRow{title: look.NewTxt("", look.SizeSmall, look.Accent, true), words: look.NewCut("", look.SizeBody, look.Text, false),
		why: look.NewCut("", look.SizeSmall, look.Muted, false), key: look.NewTxt("", look.SizeSmall, look.Muted, false)}
	r.head = look.Pad(18, 16, 0, 8, look.Column(0, r.title))
	r.body = look.Pad(2, 16, 2, 16, look.Line(12, look.Stretch(1, look.Column(0, r.words, r.why)), r.key))
	r.inner = look.Stack(r.head, r.body)
	r.ExtendBaseWidget(r)
	return r
}

func (r *actionRow) say(l line) {
	r.head.Hidden, r.body.Hidden = l.title == "", l.title != ""
	ink := look.Text
	if l.why != "" {
		ink = look.Muted
	}
	r.title.Say(l.title, look.Accent)
	r.words.Say(l.words, ink)
	r.why.Hidden = l.why == ""
	r.why.Say(l.why, look.Muted)
	r.key.Say(string(l.key), look.Muted)
	r.inner.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (r *actionRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.inner) }
