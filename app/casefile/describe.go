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
	v.form("What we understand the complaint to be", "Keep it", "Complaint set out.", casework.ActDescribe, func(f *field.Form) (fyne.CanvasObject, filled) {
		c := v.model.Page.Case
		var points []pointFields
		var objs []fyne.CanvasObject
		for i := range len(c.Points) + morePoints {
			var p casework.Point
			if i < len(c.Points) {
				p = c.Points[i]
			}
			fields := newPointFields(f, i+1, p)
			points = append(points, fields)
			objs = append(objs, field.Beside([]float32{3, 2}, &fields.text.Row, &fields.notOurs.Row))
		}
		wanted := f.Notes("wanted", "What would put it right", 2)
		wanted.Set(c.Wanted)
		subjects := v.model.Subjects()
		titles := make([]string, len(subjects))
		for i, s := range subjects {
			titles[i] = s.Title
		}
		subject := f.Select("subject", "What it is about", titles...)
		for _, s := range subjects {
			if s.ID == c.Subject {
				subject.Set(s.Title)
			}
		}
		objs = append(objs, wanted.Object(), subject.Object())
		body := look.AtLeast(0, 380, look.Scroll(look.Column(10, objs...)))
		return body, func() (casework.Act, map[string]string) {
			act := casework.Describe{Wanted: wanted.Value(), Subject: c.Subject}
			for _, s := range subjects {
				if s.Title == subject.Value() {
					act.Subject = s.ID
				}
			}
			for _, p := range points {
				if strings.TrimSpace(p.text.Value()) != "" {
					act.Points = append(act.Points, casework.PointText{ID: p.id, Text: p.text.Value(), NotOurs: p.notOurs.Value()})
				}
			}
			return act, nil
		}
	})
}

// pointFields are the two fields of one point.
type pointFields struct {
	id      int
	text    *field.Text
	notOurs *field.Text
}

func newPointFields(f *field.Form, n int, p casework.Point) pointFields {
	fields := pointFields{id: p.ID, text: f.Text(fmt.Sprintf("point %d", n), fmt.Sprintf("Point %d", n)), notOurs: f.Text(fmt.Sprintf("not ours %d", n), "Why it is not ours")}
	fields.notOurs.Optional()
	fields.text.Set(p.Text)
	fields.notOurs.Set(p.NotOurs)
	return fields
}

// changeContact changes who the resident is and how to reach them.
func (v *View) changeContact() {
	v.form("Change contact details", "Keep the changes", "Contact details changed.", casework.ActChangeContact, func(f *field.Form) (fyne.CanvasObject, filled) {
		c := v.model.Page.Case
		name := f.Text("name", "Full name")
		name.Set(c.Resident.Name)
		phone := f.Text("telephone", "Telephone")
		phone.Set(strings.Join(c.Resident.Telephones, ", "))
		email := f.Text("email", "E-mail")
		email.Set(c.Resident.Email)
		address := f.Text("address", "Address, with commas between its lines")
		address.Set(strings.Join(c.Home.Lines, ", "))
		postcode := f.Postcode("postcode", "Postcode")
		postcode.Set(c.Home.Postcode)
		doNot := f.Text("do not", "Do not")
		doNot.Hint("Such as: not before 10 am, no calls at work.")
		doNot.Set(c.Contact.DoNot)
		for _, r := range []*field.Text{phone, email, doNot} {
			r.Optional()
		}
		adjustments := f.Toggles("adjustments", "What makes it easier", adjustmentWords()...)
		var on []string
		for _, a := range c.Contact.Adjustments {
			on = append(on, capital(a.Kind))
		}
		adjustments.Set(on)
		body := look.Column(10, name.Object(), field.Beside([]float32{1, 1}, &phone.Row, &email.Row),
			field.Beside([]float32{3, 1}, &address.Row, &postcode.Row), doNot.Object(), adjustments.Object())
		return body, func() (casework.Act, map[string]string) {
			act := casework.ChangeContact{Resident: c.Resident, Home: c.Home, Representative: c.Representative, Contact: c.Contact}
			act.Resident.Name, act.Resident.Email = name.Value(), email.Value()
			act.Resident.Telephones = listed(phone.Value())
			act.Home.Lines = listed(address.Value())
			act.Home.Postcode, _ = casework.TidyPostcode(postcode.Value())
			act.Contact.DoNot = doNot.Value()
			act.Contact.Adjustments = adjusted(c.Contact.Adjustments, adjustments.Value())
			return act, nil
		}
	})
}

func adjustmentWords() []string {
	var all []string
	for _, k := range casework.AdjustmentKinds() {
		all = append(all, capital(k))
	}
	return all
}

// adjusted keeps the notes of adjustments that stay on.
func adjusted(was []casework.Adjustment, on []string) []casework.Adjustment {
	var now []casework.Adjustment
	for _, word := range on {
		a := casework.Adjustment{Kind: strings.ToLower(word)}
		for _, old := range was {
			if old.Kind == a.Kind {
				a = old
			}
		}
		now = append(now, a)
	}
	return now
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
