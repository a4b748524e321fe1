package casefile

import (
	"casebook/app/look"
	"casebook/data/casework"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
)

func (v *View) pointsCard() fyne.CanvasObject {
	p := v.model.Page
	v.points = nil
	if p.Case.Current() == nil {
		said := look.Column(8)
		for _, f := range p.Recorded {
			said.Add(look.NewTxt(f.Label, look.SizeCard, look.Text, true))
			said.Add(look.NewSentence(look.Words(f.Text)))
		}
		return look.Card(look.Scroll(said))
	}
	head := look.Head("Complaint points", look.NewTxt(p.Answered, look.SizeSmall, look.Muted, false), look.NewKeycap("F2"))
	v.points = twoLines(len(p.Points), func(i int) look.RowWords {
		at := p.Points[i]
		first, rest := twoParts(at.Text)
		row := look.RowWords{Name: fmt.Sprintf("%d. %s", at.ID, first), Second: at.Reasons}
		if at.Reasons == "" || at.Apart != "" {
			row.Second, row.Running = rest, true
		}
		if at.Detail != "" {
			row.Second, row.Running = at.Detail, false
		}
		if !row.Running {
			row.Name = fmt.Sprintf("%d. %s", at.ID, at.Text)
		}
		switch {
		case at.Apart != "":
			row.Mark, row.Tone = at.Apart, look.Past.As(look.IconInfo)
		case at.Open:
			row.Mark, row.Tone = "Needs a finding", look.Soon.As(look.IconPen)
		case at.Finding == casework.Upheld:
			row.Mark, row.Tone = "Upheld", look.Told
		case at.Finding == casework.NotUpheld:
			row.Mark, row.Tone = "Not upheld", look.Past.As(look.IconCross)
		}
		return row
	})
	v.points.Open = func(i int) { v.answer(p.Points[i].ID) }
	v.points.Select = func(i int) { v.read(pointRow(p.Points[i])) }
	return look.Headed(look.Plain, head, v.points)
}

// pointRow is a point to be read whole.
func pointRow(p Point) Row {
	r := Row{Name: fmt.Sprintf("%d. %s", p.ID, p.Text), Second: sentenceOf(p.Detail, p.Reasons), Mark: orNot(p.Apart, capital(string(p.Finding))), Tone: casework.Ended}
	if p.Open {
		r.Mark, r.Tone, r.Leads = "Needs a finding", casework.Soon, Errand{Act: casework.ActAnswer, Item: p.ID}
	}
	return r
}

// firstLine is how many characters of a point stand beside its finding.
const firstLine = 30

// twoParts breaks a point's text between words, so that what does not fit
// beside its finding goes on below it.
func twoParts(text string) (first, rest string) {
	words := strings.Fields(text)
	for i, word := range words {
		if i > 0 && len([]rune(first))+1+len([]rune(word)) > firstLine {
			return first, strings.Join(words[i:], " ")
		}
		first = strings.TrimSpace(first + " " + word)
	}
	return first, ""
}
