package intake

import (
	"slices"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// side is the right column: what may be the same, and what happens next.
type side struct {
	m       *Model
	object  fyne.CanvasObject
	list    *look.List
	count   *look.Txt
	holder  *fyne.Container
	acts    *fyne.Container // what can be said of the match under the cursor
	linking *look.Button
	note    *look.Sentence
	noted   *fyne.Container // the note, with the room round it
	next    *fyne.Container
	matches []Match  // as drawn
	dates   []Coming // as drawn
	warning string
}

const (
	matchHeight = 84
	mostInSight = 3
)

func newSide(m *Model) *side {
	s := &side{m: m, note: look.Hint(""), count: look.NewTxt("", look.SizeSmall, look.Muted, false)}
	s.list = look.NewList(matchHeight, func() int { return len(s.matches) }, newMatchRow, func(place int, row fyne.CanvasObject) {
		row.(*fyne.Container).Layout.(*matchRow).say(s.matches[place])
	})
	s.list.Open = m.OpenMatch
	s.holder = look.AtLeast(0, 0, s.list)
	s.holder.Hide()
	s.next = look.Column(0)
	s.linking = look.NewSmall("Link", s.link).With(look.IconLink, "Alt+L")
	s.list.Moved = func(int) { s.sayLink() }
	s.acts = look.Pad(10, 16, 4, 16, look.Flow(8, 6,
		look.NewSmall("Same, add to it", func() { m.AddToMatch(s.list.Cursor()) }).With("", "Alt+A"),
		s.linking,
		look.NewSmall("Not the same", s.notSame).With("", "Alt+X")))
	s.acts.Hide()
	s.noted = look.Pad(10, 16, 4, 16, s.note)
	same := look.Headed(look.Plain, look.Head("Might be the same", s.count, look.NewKeycap("F6")),
		look.Column(0, s.holder, s.acts, s.noted))
	then := look.Headed(look.Plain, look.Head("What happens next", look.NewTxt("Why?", look.SizeSmall, look.Muted, false), look.NewKeycap("F4")), s.next)
	s.object = look.Column(16, same, then)
	return s
}

func (s *side) link() { s.m.LinkMatch(s.list.Cursor()) }

// sayLink names what the button does with the match under the cursor.
func (s *side) sayLink() {
	words := "Link"
	if at := s.list.Cursor(); at < len(s.matches) && s.matches[at].Linked {
		words = "Unlink"
	}
	if s.linking.Label != words {
		s.linking.Say(words)
		s.acts.Refresh()
	}
}

func (s *side) notSame() { s.m.NotTheSame(s.list.Cursor()) }

// refresh draws again what has changed and reports whether anything has grown
// or shrunk.
func (s *side) refresh() bool {
	changed := false
	if matches := s.m.Matches(); !slices.Equal(matches, s.matches) {
		s.matches, changed = matches, true
		s.holder.Hidden, s.acts.Hidden = len(matches) == 0, len(matches) == 0
		inSight := min(len(matches), mostInSight)
		s.holder.Layout = look.AtLeast(0, float32(inSight)*matchHeight, s.list).Layout
		s.list.Reload()
		s.sayLink()
		s.count.Say("", look.Muted)
		if len(matches) > 0 {
			s.count.Say(many(len(matches), "contact"), look.Muted)
		}
	}
	if note := s.m.MatchNote(); note != s.note.Text() {
		changed = true
		s.note.Say(look.Words(note).In(look.Muted).At(look.SizeSmall))
		s.noted.Hidden = note == ""
	}
	dates, warning := s.m.Next(), s.m.Warning()
	if !slices.Equal(dates, s.dates) || warning != s.warning {
		s.dates, s.warning, changed = dates, warning, true
		s.next.Objects = comingRows(dates, warning)
	}
	return changed
}

// comingRows are the lines of "What happens next".
func comingRows(dates []Coming, warning string) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	add := func(o fyne.CanvasObject) {
		if len(rows) > 0 {
			rows = append(rows, look.NewRule(look.Border))
		}
		rows = append(rows, look.Pad(9, 16, 9, 16, o))
	}
	for _, d := range dates {
		ink := look.Text
		switch {
		case d.Late:
			ink = look.Red
		case d.Hazard:
			ink = look.Amber
		}
		words := look.Stretch(1, look.NewSentence(look.Words(d.Words).In(ink).At(look.SizeSmall)))
		if d.Date == "" {
			add(look.Line(8, look.NewIco(look.IconInfo, look.Accent, 18), words))
			continue
		}
		day := look.NewTxt(d.Date, look.SizeCard, ink, true)
		row := []fyne.CanvasObject{look.AtLeast(146, 0, day)}
		switch {
		case d.Hazard:
			row = append(row, look.NewIco(look.IconFlame, ink, 18))
		case d.Late:
			row = append(row, look.NewIco(look.IconWarn, look.Red, 18))
		}
		add(look.Line(8, append(row, words)...))
	}
	if warning != "" {
		add(look.Line(8, look.NewIco(look.IconWarn, look.Amber, 18),
			look.Stretch(1, look.NewSentence(look.Words(warning).In(look.Amber).At(look.SizeSmall)))))
	}
	return rows
}

// matchRow is one match of three lines: which, what, why.
type matchRow struct {
	reference, second, about, why *look.Txt
}

func newMatchRow() fyne.CanvasObject {
	r := &matchRow{
		reference: look.NewTxt("", look.SizeBody, look.Text, true), second: look.NewCut("", look.SizeSmall, look.Muted, false),
		about: look.NewCut("", look.SizeBody, look.Text, false), why: look.NewCut("", look.SizeSmall, look.Accent, false),
	}
	return &fyne.Container{Layout: r, Objects: []fyne.CanvasObject{r.reference, r.second, r.about, r.why}}
}

func (r *matchRow) say(m Match) {
	why := m.Why
	if m.Linked {
		why = "Will be linked. " + why
	}
	r.reference.Say(m.Reference, look.Text)
	r.second.Say(m.Second, look.Muted)
	r.about.Say(m.About, look.Text)
	r.why.Say(why, look.Accent)
	r.Layout(nil, r.size())
}

func (r *matchRow) size() fyne.Size {
	return fyne.NewSize(r.about.Size().Width+32, look.Px(matchHeight))
}

// MinSize is part of fyne.Layout.
func (r *matchRow) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Px(120), look.Px(matchHeight))
}

// Layout is part of fyne.Layout.
func (r *matchRow) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	put := func(t *look.Txt, x, y, width, height float32) {
		t.Move(fyne.NewPos(x, look.Px(y)))
		t.Resize(fyne.NewSize(width, look.Px(height)))
	}
	inner := s.Width - 32
	first := min(inner, r.reference.Width())
	put(r.reference, 16, 8, first, 22)
	put(r.second, 16+first+8, 9, max(0, inner-first-8), 22)
	put(r.about, 16, 32, inner, 22)
	put(r.why, 16, 56, inner, 20)
}
