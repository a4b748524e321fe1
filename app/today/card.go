package today

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// rowHeight and leastRows let two rows of cards fit a window that shares the
// screen with a title bar and a task bar.
const (
	rowHeight = 54
	leastRows = 3.5 // half a row says that there are more
)

// card is one list with its coloured head, or several behind tabs.
type card struct {
	page   *Page
	of     []List
	list   List // the one shown
	tabs   *look.Tabs
	rows   *look.List
	empty  *look.Sentence
	none   *fyne.Container // the empty state
	foot   *fyne.Container // what can be done with a row
	holder *fyne.Container
	assign *look.Button
}

func newCard(p *Page, of []List) *card {
	c := &card{page: p, of: of, list: of[0], empty: look.NewSentence()}
	c.rows = look.NewList(rowHeight, func() int { return len(p.model.Lists[c.list].Rows) },
		func() fyne.CanvasObject { return look.NewTwoLines() },
		func(place int, o fyne.CanvasObject) {
			if r, ok := p.model.At(c.list, place); ok {
				o.(*look.TwoLines).Say(r.Words())
			}
		})
	c.rows.Open = func(place int) { p.open(c.list, place) }
	c.rows.Hide()
	c.none = look.Pad(14, 16, 14, 16, look.Column(0, c.empty))
	c.none.Hide()
	if len(of) > 1 {
		var names []string
		for _, l := range of {
			names = append(names, l.tab())
		}
		c.tabs = look.NewTabs(names, func(place int) { c.turn(of[place]) })
	}
	if slices.Contains(of, Unassigned) {
		c.assign = look.NewSmall("Assign", func() { p.openList(Unassigned) })
		if !p.model.MayAssign() {
			c.assign.Shut("By officers")
		}
	}
	c.foot = look.Pad(4, 16, 0, 16, look.Line(16,
		look.Line(7, look.NewKeycap("R"), look.NewTxt("Remind them", look.SizeSmall, look.Muted, false)),
		look.Line(7, look.NewKeycap("A"), look.NewTxt("They answered", look.SizeSmall, look.Muted, false)), look.Gap()))
	c.foot.Hide()
	c.holder = look.Stack()
	c.draw()
	return c
}

// Words is the row as a list of two lines shows it.
func (r Row) Words() look.RowWords {
	return look.RowWords{Name: r.Name, Ref: r.Ref, Mark: r.Left, Tone: look.OnTime(r.Tone), Second: r.Second, Right: r.Right}
}

// tone is the head's: red and amber only while there is something to see to.
func (c *card) tone() look.Tone {
	some := c.page.model.Lists[c.list].Total > 0
	switch c.list {
	case Overdue:
		if some {
			return look.Late
		}
		return look.Plain.As(look.IconWarn)
	case DueToday:
		if some {
			return look.Soon
		}
	}
	return look.Plain.As(look.IconClock)
}

// turn shows another of the card's lists.
func (c *card) turn(l List) {
	if c.list != l {
		c.list = l
		c.rows.GoTo(0)
		c.show(Row{})
	}
}

// show follows the model. was is the row that the cursor stood on.
func (c *card) show(was Row) {
	s := c.page.model.Lists[c.list]
	focused := c.rows.Focused()
	if s.Total == 0 {
		c.empty.Say(look.Words(s.Empty).In(look.Muted))
		c.rows.Hide()
		c.none.Show()
		if focused { // what has gone cannot keep the cursor
			c.page.wanted = true
		}
	} else {
		c.none.Hide()
		c.rows.Show()
		c.rows.Reload()
		if place := c.page.model.Find(c.list, was); place >= 0 {
			c.rows.GoTo(place)
		}
	}
	c.foot.Hidden = c.list != Others || s.Total == 0
	c.draw()
}

// draw makes the head anew for its count and tone; rows, tabs and button stay
// the same objects, so that the cursor stays where it is.
func (c *card) draw() {
	body := look.AtLeast(0, leastRows*rowHeight, look.Edges(nil, nil, look.Stack(c.rows, look.Edges(c.none, nil, nil, nil, nil)), nil, c.foot))
	c.holder.Objects = []fyne.CanvasObject{c.headed(body)}
	c.holder.Refresh()
}

func (c *card) headed(body fyne.CanvasObject) fyne.CanvasObject {
	count := func(l List) string { return fmt.Sprint(c.page.model.Lists[l].Total) }
	if c.tabs == nil {
		t := c.tone()
		return look.Headed(t, look.CountHead(t, count(c.list), c.list.Title(), look.NewKeycap(c.list.key())), body)
	}
	row := []fyne.CanvasObject{look.Stretch(1, c.tabs)}
	c.tabs.Set(slices.Index(c.of, c.list))
	assigning := c.assign != nil && c.list == Unassigned
	if assigning {
		row = append(row, c.assign)
	}
	for i, l := range c.of {
		c.tabs.Count(i, count(l))
		if l == c.list || !assigning { // the button needs the room
			row = append(row, look.NewKeycap(l.key()))
		}
	}
	return look.Headed(look.Plain, look.Line(6, row...), body)
}
