package casefile

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
)

// morePoints is how many empty lines the form of points offers for new ones.
const morePoints = 2

// describe sets out the complaint: its points, what is not ours, what would
// put it right and what it is about (Code 5.6, 5.7).
func (v *View) describe() {
	noun := v.model.Page.Case.Kind.Noun()
	v.form("What we understand the "+noun+" to be", "Keep it", capital(noun)+" set out.", casework.ActDescribe, func(f *field.Form) (fyne.CanvasObject, filled) {
		c := v.model.Page.Case
		var points []pointFields
		var objs []fyne.CanvasObject
		later := c.StageNumber() > 1 // new matters are a new complaint then (Code 6.8)
		lines := len(c.Points) + morePoints
		if later {
			lines = len(c.Points)
		}
		for i := range lines {
			var p casework.Point
			if i < len(c.Points) {
				p = c.Points[i]
			}
			fields := newPointFields(f, i+1, p)
			objs = append(objs, field.Beside([]float32{3, 2}, &fields.text.Row, &fields.notOurs.Row))
			if later {
				fields.stillUnresolved(f, i+1, p)
				objs = append(objs, look.Pad(0, 0, 0, 28, fields.still.Object()))
			}
			points = append(points, fields)
		}
		wanted := f.Notes("wanted", "What would put it right", 2)
		wanted.Set(c.Wanted)
		subject, chosen := v.subjectField(f)
		objs = append(objs, wanted.Object(), subject.Object())
		return look.Column(10, objs...), func() (casework.Act, map[string]string) {
			act := casework.Describe{Wanted: wanted.Value(), Subject: chosen()}
			for _, p := range points {
				if strings.TrimSpace(p.text.Value()) != "" {
					act.Points = append(act.Points, p.point())
				}
			}
			return act, nil
		}
	})
}

// subjectField asks what a case is about, with its own subject set; chosen is the
// subject's id, and the case's own where nothing is chosen.
func (v *View) subjectField(f *field.Form) (subject *field.Select, chosen func() string) {
	own, subjects := v.model.Page.Case.Subject, v.model.Subjects()
	titles, at := make([]string, len(subjects)), ""
	for i, s := range subjects {
		titles[i] = s.Title
		if s.ID == own {
			at = s.Title
		}
	}
	subject = f.Select("subject", "What it is about", titles...)
	if at != "" {
		subject.Set(at)
	}
	return subject, func() string {
		for _, s := range subjects {
			if s.Title == subject.Value() {
				return s.ID
			}
		}
		return own
	}
}

// pointFields are the fields of one point; still is asked for at stage 2.
type pointFields struct {
	id      int
	text    *field.Text
	notOurs *field.Text
	still   *field.Text
}

func (p pointFields) point() casework.PointText {
	text := casework.PointText{ID: p.id, Text: p.text.Value(), NotOurs: p.notOurs.Value()}
	if p.still != nil {
		text.Still = p.still.Value()
	}
	return text
}

// stillUnresolved asks what of a point is unresolved, in the resident's words
// (Code 6.11).
func (p *pointFields) stillUnresolved(f *field.Form, n int, was casework.Point) {
	p.still = f.Text(fmt.Sprintf("still %d", n), "What is still unresolved")
	p.still.Optional()
	p.still.Set(was.Still)
}

func newPointFields(f *field.Form, n int, p casework.Point) pointFields {
	fields := pointFields{id: p.ID, text: f.Text(fmt.Sprintf("point %d", n), fmt.Sprintf("Point %d", n)), notOurs: f.Text(fmt.Sprintf("not ours %d", n), "Why it is not ours")}
	fields.notOurs.Optional()
	fields.text.Set(p.Text)
	fields.notOurs.Set(p.NotOurs)
	return fields
}

// listed splits what was typed between commas and drops what is empty.
func listed(text string) []string {
	var all []string
	for _, part := range strings.Split(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}
