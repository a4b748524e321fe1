package today

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
)

// rowHeight and leastRows let two rows of cards fit a window that shares the
// screen with a title bar and a task bar.
const (
	rowHeight = 54
	leastRows = 3.5 // half a row says that there are more
)

// card is one list with its coloured head.
type card struct {
	page   *Page
	of     List
	list   *look.List
	empty  *look.Sentence
	none   *fyne.Container // the empty state
	holder *fyne.Container
	assign *look.Button
}

func newCard(p *Page, l List) *card {
	c := &card{page: p, of: l, empty: look.NewSentence()}
	c.list = look.NewList(rowHeight, func() int { return len(p.model.Lists[l].Rows) },
		func() fyne.CanvasObject { return look.NewTwoLines() },
		func(place int, o fyne.CanvasObject) {
			if r, ok := p.model.At(l, place); ok {
				o.(*look.TwoLines).Say(look.RowWords{Name: r.Name, Ref: r.Ref, Mark: r.Left, Tone: look.OnTime(r.Tone), Second: r.Second, Right: r.Right})
			}
		})
	c.list.Open = func(place int) { p.open(l, place) }
	c.list.Hide()
	c.none = look.Pad(14, 16, 14, 16, look.Column(0, c.empty))
	c.none.Hide()
	if l == Unassigned {
		c.assign = look.NewSmall("Assign", func() { p.deps.Ways.OpenList(Unassigned) })
		if !p.model.MayAssign() {
			c.assign.Shut("Officers assign")
		}
	}
	c.holder = look.Stack()
	c.draw()
	return c
}

// tone is the head's: red and amber only while there is something to see to.
func (c *card) tone() look.Tone {
	some := c.page.model.Lists[c.of].Total > 0
	switch c.of {
	case Overdue:
		if some {
			return look.Late
		}
		return look.Plain.As(look.IconWarn)
	case DueToday:
		if some {
			return look.Soon
		}
		return look.Plain.As(look.IconClock)
	case DueSoon:
		return look.Plain.As(look.IconClock)
	case Promises:
		return look.Plain.As(look.IconPromise)
	case Waiting:
		return look.Plain.As(look.IconWait)
	}
	return look.Plain.As(look.IconNobody)
}

// show follows the model. was is the row that the cursor stood on.
func (c *card) show(was Row) {
	s := c.page.model.Lists[c.of]
	focused := c.list.Focused()
	if s.Total == 0 {
		c.empty.Say(look.Words(s.Empty).In(look.Muted))
		c.list.Hide()
		c.none.Show()
		if focused { // what has gone cannot keep the cursor
			c.page.wanted = true
		}
	} else {
		c.none.Hide()
		c.list.Show()
		c.list.Reload()
		if place := c.page.model.Find(c.of, was); place >= 0 {
			c.list.GoTo(place)
		}
	}
	c.draw()
}

// draw makes the head anew for its count and tone; list and button stay the
// same objects, so that the cursor stays where it is.
func (c *card) draw() {
	var right []fyne.CanvasObject
	if c.assign != nil {
		right = append(right, c.assign)
	}
	right = append(right, look.NewKeycap(keys.Chord(fmt.Sprint(int(c.of)+1))))
	t := c.tone()
	head := look.CountHead(t, fmt.Sprint(c.page.model.Lists[c.of].Total), c.of.Title(), right...)
	body := look.AtLeast(0, leastRows*rowHeight, look.Stack(c.list, look.Edges(c.none, nil, nil, nil, nil)))
	c.holder.Objects = []fyne.CanvasObject{look.Headed(t, head, body)}
	c.holder.Refresh()
}
