package redress

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// repair is one under the Right to Repair: both last days stand below its
// fields, each with the way to its account (SI 1994/133, ruling 20).
func (p part) repair() []fyne.CanvasObject {
	first := p.ofTheCase()
	defect, cost, right := p.pick("defect", "What was wrong", p.v.model.Defects()), p.money("cost", "The repair would cost about"), p.tick("right", "The tenancy has the Right to Repair")
	reported, asked, done := p.day("reported", "Reported on"), p.day("asked", "Second contractor asked for"), p.day("done", "Finished on")
	ended := p.text("ended", "What ended the right")
	for _, f := range []interface{ Optional() }{asked, done, ended} {
		f.Optional()
	}
	asked.Hint("Nothing is payable for the first period alone.")
	done.Hint("Leave it empty where it is not finished: it is counted to today.")
	ended.Hint("Such as access refused, or not the landlord's repair. Nothing is payable then.")
	days := look.Column(4)
	p.follow(func(w Worked) {
		days.Objects = nil
		for i, d := range w.Line.Dates {
			days.Add(look.Line(8, look.NewIco(look.IconCalendar, look.Accent, 16),
				look.NewSentence(look.Words(dateName(w.Line, i)+": ").In(look.Muted), look.Bold(d.Due.Long())), look.NewLink("Why this date?", func() { p.v.whyDate(i) })))
		}
		days.Refresh()
	})
	return append(first, defect.Object(),
		look.Grid(2, 250, 12, cost.Object(), look.Pad(22, 0, 0, 0, right.Object())),
		look.Grid(2, 250, 12, reported.Object(), asked.Object(), done.Object(), ended.Object()), days)
}

// ofTheCase offers the repairs that the case has the dates of already; nothing
// where it has none.
func (p part) ofTheCase() []fyne.CanvasObject {
	all := p.v.model.Repairs(p.draft.Line)
	if len(all) == 0 {
		return nil
	}
	which := p.pick("repair", "Which repair of this case", append([]Choice{{"", "Another one"}}, all...))
	which.Optional()
	took := which.Changed
	which.Changed = func(word string) {
		took(word)
		p.v.model.fillRepair(p.said)
		p.v.redraw("repair")
	}
	return []fyne.CanvasObject{which.Object()}
}

// award is a sum that an ombudsman ordered, from the determination it is in.
func (p part) award() []fyne.CanvasObject {
	m := p.v.model
	if refs := m.Referrals(); len(refs) > 0 {
		referral := p.pick("referral", "Which referral", refs)
		order := p.pick("order", "Which order", append([]Choice{{"", "None of these"}}, m.Orders(p.said["referral"])...))
		order.Optional()
		chosen := referral.Changed
		referral.Changed = func(word string) {
			chosen(word)
			p.said["order"] = ""
			p.v.redraw("order")
		}
		took := order.Changed
		sum := p.money("sum", "Sum ordered")
		order.Changed = func(word string) {
			took(word)
			if o, ok := m.order(p.said["referral"], p.said["order"]); ok && o.Sum > 0 {
				sum.Set(o.Sum.String())
				p.put("sum", o.Sum.String())
			}
		}
		p.said["body"] = m.bodyOf(p.said["referral"])
		return []fyne.CanvasObject{look.Grid(2, 240, 12, referral.Object(), order.Object()), look.AtMost(240, sum.Object())}
	}
	return []fyne.CanvasObject{look.NewSentence(look.Words("No referral to an ombudsman is recorded on this case. Record it, and what was ordered, on the case file first: an award is paid for an order."))}
}

// Referrals are those of the case.
func (m *Model) Referrals() []Choice {
	var all []Choice
	for _, r := range m.Case.Referrals {
		all = append(all, Choice{fmt.Sprint(r.ID), m.bodyName(r.Body) + ", " + r.On.Letter()})
	}
	return all
}

// Bodies are the ombudsmen of the policy.
func (m *Model) Bodies() []Choice {
	var all []Choice
	if m.rules.Policy != nil {
		for _, o := range m.rules.Policy.Ombudsmen {
			all = append(all, Choice{o.ID, o.Name})
		}
	}
	return all
}

func (m *Model) bodyName(id string) string {
	for _, b := range m.Bodies() {
		if b.ID == id {
			return b.Words
		}
	}
	return id
}
