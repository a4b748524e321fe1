package redress

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/policy"
	"casebook/data/redress"
)

// judged is an inconvenience: a band that is chosen, what made it worse or
// better, and a sum within the band (ruling 18).
func (p part) judged() []fyne.CanvasObject {
	band, text := p.bands()
	factors := p.factors()
	sum := p.money("sum", "Sum")
	below := p.text("below", "Why less than every band is right")
	route := p.boxes("route", "Would a legal or insurance route be right?", []Choice{{"yes", "Yes"}, {"no", "No"}})
	routeWhy := p.text("route_why", "Why")
	impact := p.notes("impact", "What it did to the resident", 2)
	p.follow(func(Worked) {
		b, _ := p.v.model.band(p.said["band"])
		visible(below, p.said["band"] == belowBands)
		visible(route, b.LegalRoute)
		visible(routeWhy, b.LegalRoute)
	})
	return append([]fyne.CanvasObject{
		band.Object(), text, factors,
		look.TopLine(16, look.AtLeast(150, 0, sum.Object()), look.Stretch(1, look.Pad(22, 0, 0, 0, p.scale()))),
		below.Object(), p.grid(2, 200, &route.Row, &routeWhy.Row), impact.Object(),
	}, p.lost()...)
}

func (p part) bands() (*field.Boxes, fyne.CanvasObject) {
	var all []Choice
	for _, b := range p.v.model.Bands() {
		all = append(all, Choice{b.ID, b.Title})
	}
	all = append(all, Choice{belowBands, "Below the bands"})
	text := look.Hint("")
	p.follow(func(Worked) {
		text.Say(look.Words(p.v.model.bandText(p.said["band"])).In(look.Muted).At(look.SizeSmall))
	})
	return p.boxes("band", "How severe it was", all), text
}

// bandText says what a band is for.
func (m *Model) bandText(id string) string {
	if b, ok := m.band(id); ok {
		return b.Text
	}
	if id == belowBands {
		return "A goodwill sum under every band, with the reason for it (ruling 18)."
	}
	return "The band is your judgement of how severe it was. The sum never decides it (ruling 18)."
}

func (m *Model) band(id string) (policy.Band, bool) {
	if m.rules.Policy == nil {
		return policy.Band{}, false
	}
	return m.rules.Policy.Band(id)
}

// factors are ticked, each with a note of its own.
func (p part) factors() fyne.CanvasObject {
	all := p.v.model.rules.Set.Factors()
	words := make([]string, len(all))
	var on []string
	for i, f := range all {
		words[i] = f.Title
		if p.said[factorField(f.ID)] == yes {
			on = append(on, f.Title)
		}
	}
	chips := p.form.Toggles("factors", "What made it worse or better", words...)
	chips.Optional()
	chips.Set(on)
	notes, rows := make([]*field.Text, len(all)), make([]*field.Row, len(all))
	for i, f := range all {
		notes[i] = p.text(noteField(f.ID), f.Title+": how so")
		notes[i].Hide()
		rows[i] = &notes[i].Row
	}
	chips.Changed = func(on []string) {
		for _, f := range all {
			p.said[factorField(f.ID)] = ""
		}
		for _, word := range on {
			for _, f := range all {
				if f.Title == word {
					p.said[factorField(f.ID)] = yes
				}
			}
		}
		p.v.typing()
	}
	p.follow(func(Worked) {
		for i, f := range all {
			visible(notes[i], p.said[factorField(f.ID)] == yes)
		}
	})
	return look.Column(10, chips.Object(), p.grid(2, 240, rows...))
}

// lost is what the resident was without, to compare with the guidance.
func (p part) lost() []fyne.CanvasObject {
	lost := p.pick("lost", "What was lost", append([]Choice{{"", "Nothing of these"}}, p.v.model.Losses()...))
	from, until := p.day("from", "From"), p.day("until", "Until, that day too")
	for _, f := range []interface{ Optional() }{lost, from, until} {
		f.Optional()
	}
	lost.Hint("The Ombudsman's guidance names sums for these. They stand beside yours and bind nobody (Code 7.4).")
	p.follow(func(Worked) {
		visible(from, p.said["lost"] != "")
		visible(until, p.said["lost"] != "")
	})
	return []fyne.CanvasObject{look.Grid(3, 200, 12, lost.Object(), from.Object(), until.Object())}
}

// scale is the band with the sum on it, and what was given before.
func (p part) scale() fyne.CanvasObject {
	track := look.NewScale()
	least, most := look.NewTxt("", look.SizeSmall, look.Muted, false), look.NewTxt("", look.SizeSmall, look.Muted, false)
	before := look.NewSentence()
	p.follow(func(w Worked) {
		b, ok := p.v.model.band(p.said["band"])
		top := b.Most
		if top == 0 {
			top = 2 * b.Least
		}
		sum, err := redress.ParsePence(p.said["sum"])
		spread, known := p.v.model.Spread()
		mark, from, to := float32(-1), float32(0), float32(0)
		if ok && err == nil {
			mark = along(sum, b.Least, top)
		}
		if ok && known {
			from, to = along(spread.Lower, b.Least, top), along(spread.Upper, b.Least, top)
		}
		track.Set(from, to, max(-1, mark))
		least.Say(endWords(ok, b.Least, false), look.Muted)
		most.Say(endWords(ok, top, b.Most == 0), look.Muted)
		before.Say(look.Words(spreadWords(spread, known)).In(look.Muted).At(look.SizeSmall))
	})
	return look.Column(2, track, look.Line(10, least, before, most))
}

// along is where a sum stands between two others, as a part of the way; the
// mark may stand at an end and never beyond.
func along(sum, least, most redress.Pence) float32 {
	if most <= least {
		return 0
	}
	return float32(max(least, min(sum, most))-least) / float32(most-least)
}

func endWords(ok bool, sum redress.Pence, over bool) string {
	switch {
	case !ok:
		return ""
	case over:
		return whole100(sum) + " and over"
	}
	return whole100(sum)
}

// whole100 leaves the pence out where there are none.
func whole100(sum redress.Pence) string {
	text := sum.String()
	if sum%100 == 0 {
		return text[:len(text)-3]
	}
	return text
}

// spreadWords are silent where there are too few to compare with.
func spreadWords(s redress.Spread, known bool) string {
	if !known {
		return ""
	}
	words := fmt.Sprintf("Our last %d like this: half were %s to %s", s.Count, whole100(s.Lower), whole100(s.Upper))
	if s.Inferred > 0 {
		words += fmt.Sprintf("; the band of %d of them is inferred", s.Inferred) // ruling 18
	}
	return words
}

// compared is what was asked of the register last, and its answer.
type compared struct {
	head          redress.Head
	band, subject string
	except        int64 // the case itself
	spread        redress.Spread
	known         bool
}

// Spread is how sums like the open line lie that were given before.
func (m *Model) Spread() (redress.Spread, bool) { return m.like.spread, m.like.known }

// wants says what the open line is to be compared with, false where the answer
// is there already.
func (m *Model) wants() (compared, bool) {
	d := m.Draft()
	if d == nil || !judgedAlone(d.Kind) {
		m.like = compared{}
		return compared{}, false
	}
	want := compared{head: wordsOf(d.Kind).Heads[0], subject: m.Case.Subject, except: m.id}
	if d.Kind == redress.Judged {
		want.band = d.Said["band"]
		if want.band == "" || want.band == belowBands {
			m.like = compared{}
			return want, false
		}
	}
	now := m.like
	now.spread, now.known = redress.Spread{}, false
	return want, now != want
}

// judgedAlone says whether a kind of line has a sum that no page or law fixes, so
// that what was given before has something to say.
func judgedAlone(k redress.Kind) bool {
	switch wordsOf(k).Heads[0] {
	case redress.FinancialLoss, redress.Inconvenience:
		return true
	}
	return false
}

// compare asks what was given before for what the open line is now.
func (v *View) compare() {
	if v.deps.Others == nil {
		return
	}
	want, ask := v.model.wants()
	if !ask {
		return
	}
	v.model.like = want
	task.RunLatest(v.likes, func(ctx context.Context) (compared, error) {
		var err error
		want.spread, want.known, err = v.deps.Others.Like(ctx, want.head, want.band, want.subject, want.except)
		return want, err
	}, func(got compared, err error) {
		if err != nil {
			return // it informs only: silence is what too few would give
		}
		v.model.like = got
		v.shown()
	})
}
