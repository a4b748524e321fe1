package redress

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// damaged is a thing that was damaged: what a new one costs, and what was left
// of it on the day (ruling 22).
func (p part) damaged() []fyne.CanvasObject {
	m := p.v.model
	cost, age := p.money("replacement", "New one costs"), p.length("age", "Age when damaged")
	life := p.pick("life", "Usual life", m.Lives())
	condition := p.pick("condition", "Condition", m.Conditions())
	length := p.length("months", "How long it usually lasts")
	why := p.text("life_why", "Where that is from")
	p.follow(func(Worked) {
		other := p.said["life"] == otherLife
		visible(length, other)
		visible(why, other)
	})
	return []fyne.CanvasObject{
		look.Grid(4, 150, 12, cost.Object(), age.Object(), life.Object(), condition.Object()),
		p.grid(2, 240, &length.Row, &why.Row),
	}
}

// spent is a bill or a receipt.
func (p part) spent() []fyne.CanvasObject {
	sum, on := p.money("sum", "What it cost"), p.day("on", "Spent on")
	on.Optional()
	return []fyne.CanvasObject{look.Grid(2, 200, 12, sum.Object(), on.Object())}
}

// units are what a rated line counts.
func units() []Choice {
	return []Choice{{"day", "Days"}, {"week", "Weeks"}, {"meal", "Meals"}, {"visit", "Visits"}}
}

// rated is so many times one price. Two days make the count where days are
// counted.
func (p part) rated() []fyne.CanvasObject {
	unit, count, each := p.boxes("unit", "What is counted", units()), p.text("count", "How many"), p.money("each", "Each costs")
	from, until := p.day("from", "From"), p.day("until", "Until, that day too")
	from.Optional()
	until.Optional()
	count.Hint("Of days it may be left out where the two days below are known.")
	return []fyne.CanvasObject{
		unit.Object(),
		look.Grid(2, 200, 12, count.Object(), each.Object()),
		look.Grid(2, 200, 12, from.Object(), until.Object()),
	}
}

// powered is an appliance that had to run.
func (p part) powered() []fyne.CanvasObject {
	watts, hours, days := p.text("watts", "Watts"), p.text("hours", "Hours a day"), p.text("days", "Days")
	unit := p.text("price", "One unit (kWh) costs")
	from, until := p.day("from", "From"), p.day("until", "Until, that day too")
	from.Optional()
	until.Optional()
	days.Hint("Or the two days below.")
	unit.EchoOf(func(text string) string {
		n, err := ParsePrice(text)
		if err != nil || text == "" || price(n) == text {
			return ""
		}
		return price(n)
	})
	unit.Set(p.said["price"])
	unit.Hint("From the bill, such as 27.03p.")
	hint := look.Hint("")
	hint.Hide()
	p.follow(func(Worked) {
		in, wrong := input(*p.draft, p.v.model.Day)
		if w := in.Power; len(wrong) == 0 && w.Watts > 0 && w.Hours > 0 {
			wattHours := w.Watts * w.Hours
			hint.Show()
			hint.Say(look.Words(fmt.Sprintf("%d.%03d kilowatt-hours a day.", wattHours/1000, wattHours%1000)).In(look.Muted).At(look.SizeSmall))
		}
	})
	return []fyne.CanvasObject{
		look.Grid(4, 150, 12, watts.Object(), hours.Object(), days.Object(), unit.Object()),
		look.Grid(2, 200, 12, from.Object(), until.Object()), hint,
	}
}
