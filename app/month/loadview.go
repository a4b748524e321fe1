package month

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// weekWidth is the column of one week at 100 %.
const weekWidth = 38

// load is the table of officers and weeks with what stands out in sentences
// above it.
func (p *Page) load() fyne.CanvasObject {
	l := p.model.Load
	if len(l.Rows) == 0 {
		return look.EmptyState("Nothing falls due for anybody in the weeks shown.", nil)
	}
	col := look.Column(6)
	for _, words := range l.Heavy {
		col.Add(look.TopLine(8, look.AtLeast(18, 20, look.NewIco(look.IconWarn, look.Red, 18)), look.Stretch(1, look.NewSentence(look.Words(words)))))
	}
	if len(l.Heavy) == 0 {
		col.Add(look.NewSentence(look.Words("Nobody has far more than the others in any week.").In(look.Muted)))
	}
	head := []fyne.CanvasObject{look.Stretch(1, look.NewCut("Week of", look.SizeSmall, look.Muted, false))}
	for _, w := range l.Weeks {
		head = append(head, look.AtLeast(weekWidth, 24, look.NewTxt(w, look.SizeSmall, look.Muted, false).Right()))
	}
	col.Add(look.Line(0, append(head, look.AtLeast(weekWidth+6, 24, look.NewTxt("All", look.SizeSmall, look.Muted, true).Right()))...))
	for _, o := range l.Rows {
		col.Add(look.NewRule(look.Border))
		col.Add(officerLine(o))
	}
	return look.Scroll(look.Pad(12, 16, 12, 16, col))
}

func officerLine(o OfficerWeeks) fyne.CanvasObject {
	line := []fyne.CanvasObject{look.Stretch(1, look.NewCut(o.Name, look.SizeBody, look.Text, false))}
	for i, n := range o.Weeks {
		ink, words := look.Text, fmt.Sprint(n)
		switch {
		case o.Heavy[i]:
			ink, words = look.Red, words+"!" // the sentence above says why
		case n == 0:
			ink = look.Muted
		}
		line = append(line, look.AtLeast(weekWidth, 28, look.NewTxt(words, look.SizeBody, ink, o.Heavy[i]).Right()))
	}
	return look.Line(0, append(line, look.AtLeast(weekWidth+6, 28, look.NewTxt(fmt.Sprint(o.Total), look.SizeBody, look.Text, true).Right()))...)
}
