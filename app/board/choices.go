package board

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/register"
)

// Choice is one line of who offered residents the choice to complain, and how
// often it was declined for that day (ruling 12).
type Choice struct {
	Name     string // the officer, or the office for its sum
	Office   string
	Offered  int
	Declined int
	Sum      bool
}

// Said is how often the choice was declined.
func (c Choice) Said() string {
	if c.Declined == 0 {
		return "None declined"
	}
	return fmt.Sprintf("%d not today", c.Declined)
}

// Second says of how many that is.
func (c Choice) Second() string {
	words := fmt.Sprintf("Offered to %d residents who were dissatisfied", c.Offered)
	if c.Offered == 1 {
		words = "Offered to 1 resident who was dissatisfied"
	}
	if c.Sum {
		words += ", by everybody"
	}
	return words
}

// Choices reads the choices declined in the quarter shown, up to today.
func (m *Model) Choices(ctx context.Context) ([]Choice, error) {
	counts, err := m.reg.Declined(ctx, m.by, m.Period.From(), m.choicesTo())
	return choices(counts), err
}

func (m *Model) choicesTo() calendar.Date {
	if to := m.Period.To(); to.Before(m.today()) {
		return to
	}
	return m.today()
}

// ChoicesSpan says which days are counted.
func (m *Model) ChoicesSpan() string {
	return m.Period.Name() + ", " + m.Period.From().Letter() + " to " + m.choicesTo().Letter()
}

// choices puts each office's sum before its officers. The counts come by
// office.
func choices(counts []register.DeclinedCount) []Choice {
	var all []Choice
	sum, office := -1, int64(0)
	for _, c := range counts {
		if sum < 0 || c.Office != office {
			sum, office = len(all), c.Office
			all = append(all, Choice{Name: c.OfficeName, Office: c.OfficeName, Sum: true})
		}
		all[sum].Offered += c.Offered
		all[sum].Declined += c.Declined
		all = append(all, Choice{Name: c.Name, Office: c.OfficeName, Offered: c.Offered, Declined: c.Declined})
	}
	return all
}

// declined opens the drawer of the choices declined, by office and officer
// (Alt+C).
func (v *View) declined() {
	m := v.model
	task.Run(v.deps.Shell.Tasks(), m.Choices, func(all []Choice, err error) {
		if err != nil {
			v.deps.Shell.Problem(err)
			return
		}
		v.showDeclined(all)
	})
}

func (v *View) showDeclined(all []Choice) {
	head := look.Column(6, look.Hint(v.model.ChoicesSpan()), look.NewSentence(look.Words(
		"Whoever is dissatisfied is offered the choice to complain. \"Not today\" gets a slip on how to complain later. Many of them at one desk may mean that the choice is not put plainly.")))
	const title = "Choices to complain, declined"
	if len(all) == 0 {
		v.deps.Shell.Drawer(title, look.Column(12, head, look.EmptyState("No choice was offered in these days. Choose another quarter with Alt+Q.", nil)), keys.NewBlocking(), nil)
		return
	}
	list := look.NewList(57, func() int { return len(all) }, func() fyne.CanvasObject { return look.NewTwoLines() },
		func(i int, o fyne.CanvasObject) {
			c := all[i]
			words := look.RowWords{Name: c.Name, Mark: c.Said(), Tone: look.Plain, Second: c.Second()}
			if c.Sum {
				words.Mark, words.Tone = c.Said(), look.Told.As(look.IconVisit)
			}
			o.(*look.TwoLines).Say(words)
		})
	v.deps.Shell.Drawer(title, look.Edges(look.Pad(0, 0, 12, 0, head), nil, list, nil, nil), keys.NewBlocking(), list)
}
