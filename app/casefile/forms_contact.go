package casefile

import (
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
)

// changeContact changes who the resident is, how to reach them, who speaks for
// them and what makes it easier (Code 3.6, 5.10).
func (v *View) changeContact() {
	v.form("Change contact details", "Keep the changes", "Contact details changed.", casework.ActChangeContact, func(f *field.Form) (fyne.CanvasObject, filled) {
		c := v.model.Page.Case
		resident := residentFields(f, c)
		speaks := speakerFields(f, c.Representative)
		needs := v.needFields(f, c.Contact.Adjustments)
		objs := append(resident.objects(), needsOf(needs)...)
		objs = append(objs, look.NewTxt("Who speaks for the resident", look.SizeCard, look.Text, true))
		return look.Column(10, append(objs, speaks.objects()...)...), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.ChangeContact{Resident: c.Resident, Home: c.Home, Representative: c.Representative, Contact: c.Contact}
			resident.read(&act)
			speaks.read(&act.Representative)
			act.Contact.Adjustments = nil
			for _, n := range needs {
				if n.tick.On() {
					act.Contact.Adjustments = append(act.Contact.Adjustments, casework.Adjustment{Kind: n.kind, Note: n.note.Value(), Review: v.ahead(n.review, wrong)})
				}
			}
			return act, wrong
		}
	})
}

// contactFields are who the resident is and how to reach them.
type contactFields struct {
	name, called, phone, email, address, postcode, doNot *field.Text
	reply                                                *pick[casework.Reply]
}

var replies = []casework.Reply{casework.RingThenLetter, casework.ReplyLetter, casework.ReplyEmail, casework.ReplyCollect}

func residentFields(f *field.Form, c casework.Case) contactFields {
	r := contactFields{
		name: f.Text("name", "Full name"), called: f.Text("called", "How to address them"),
		phone: f.Text("telephone", "Telephone"), email: f.Text("email", "E-mail"),
		address: f.Text("address", "Address, with commas between its lines"), postcode: f.Postcode("postcode", "Postcode"),
	}
	r.reply = picks(f, "reply", "How to reply", replies, func(way casework.Reply) string { return capital(string(way)) })
	r.doNot = f.Text("do not", "Do not")
	r.doNot.Hint("Such as: not before 10 am, no calls at work.")
	optional(r.called, r.phone, r.email, r.doNot)
	for field, text := range map[*field.Text]string{
		r.name: c.Resident.Name, r.called: c.Resident.Address, r.phone: strings.Join(c.Resident.Telephones, ", "), r.email: c.Resident.Email,
		r.address: strings.Join(c.Home.Lines, ", "), r.postcode: c.Home.Postcode, r.doNot: c.Contact.DoNot,
	} {
		field.Set(text)
	}
	r.reply.set(func(way casework.Reply) bool { return way == c.Contact.Reply })
	return r
}

func (r contactFields) objects() []fyne.CanvasObject {
	half := []float32{1, 1}
	return []fyne.CanvasObject{
		field.Beside([]float32{3, 2}, &r.name.Row, &r.called.Row), field.Beside(half, &r.phone.Row, &r.email.Row),
		field.Beside([]float32{3, 1}, &r.address.Row, &r.postcode.Row), r.reply.Object(), r.doNot.Object(),
	}
}

func (r contactFields) read(act *casework.ChangeContact) {
	act.Resident.Name, act.Resident.Address, act.Resident.Email = r.name.Value(), r.called.Value(), r.email.Value()
	act.Resident.Telephones, act.Home.Lines = listed(r.phone.Value()), listed(r.address.Value())
	act.Home.Postcode, _ = casework.TidyPostcode(r.postcode.Value())
	act.Contact.Reply, _ = r.reply.chosen()
	act.Contact.DoNot = r.doNot.Value()
}

// needFields are one adjustment: whether it is made, what exactly, and when it
// is looked at again with the resident.
type needFields struct {
	kind   string
	tick   *field.Check
	note   *field.Text
	review *field.Date
	object fyne.CanvasObject
}

func (v *View) needFields(f *field.Form, have []casework.Adjustment) []needFields {
	var all []needFields
	for _, kind := range casework.AdjustmentKinds() {
		n := needFields{kind: kind, tick: f.Check("need "+kind, capital(kind)), note: f.Text("what "+kind, "What exactly"), review: v.comingDay(f, "review "+kind, "Looked at again on")}
		n.review.Hint("")
		optional(n.note, n.review)
		for _, a := range have {
			if a.Kind == kind {
				n.tick.Set(true)
				n.note.Set(a.Note)
				if !a.Review.IsZero() {
					n.review.Set(a.Review.String())
				}
			}
		}
		line := field.Beside([]float32{2, 1}, &n.note.Row, &n.review.Row)
		show := func(on bool) {
			showRow(&n.note.Row, on)
			showRow(&n.review.Row, on)
		}
		n.tick.Changed = show
		show(n.tick.On())
		n.object = look.Column(4, n.tick.Object(), look.Pad(0, 0, 0, 28, line))
		all = append(all, n)
	}
	return all
}

func needsOf(needs []needFields) []fyne.CanvasObject {
	objs := []fyne.CanvasObject{look.NewTxt("What makes it easier", look.SizeCard, look.Text, true)}
	for _, n := range needs {
		objs = append(objs, n.object)
	}
	return objs
}

// repFields are who speaks for the resident. Their authority is recorded by
// itself; somebody new starts without it and is sent the form for it.
type repFields struct {
	name, relation, phone, email, address, postcode *field.Text
	write                                           *field.Check
}

func speakerFields(f *field.Form, r casework.Representative) repFields {
	s := repFields{
		name: f.Text("representative", "Full name of who speaks for them"), relation: f.Text("relation", "Who that is to the resident"),
		phone: f.Text("their telephone", "Their telephone"), email: f.Text("their email", "Their e-mail"),
		address: f.Text("their address", "Their address, with commas between its lines"), postcode: f.Postcode("their postcode", "Postcode"),
		write: f.Check("write to them", "Letters go to them while the resident lets them speak"),
	}
	for field, text := range map[*field.Text]string{
		s.name: r.Name, s.relation: r.Relation, s.phone: r.Telephone, s.email: r.Email, s.address: strings.Join(r.Lines, ", "), s.postcode: r.Postcode,
	} {
		field.Optional()
		field.Set(text)
	}
	s.name.Hint("They are told nothing until the resident's authority is recorded (Code 3.6).")
	s.write.Set(r.WriteToRep)
	return s
}

func (s repFields) objects() []fyne.CanvasObject {
	half := []float32{1, 1}
	return []fyne.CanvasObject{
		field.Beside(half, &s.name.Row, &s.relation.Row), field.Beside(half, &s.phone.Row, &s.email.Row),
		field.Beside([]float32{3, 1}, &s.address.Row, &s.postcode.Row), s.write.Object(),
	}
}

func (s repFields) read(r *casework.Representative) {
	r.Name, r.Relation, r.Telephone, r.Email = s.name.Value(), s.relation.Value(), s.phone.Value(), s.email.Value()
	r.Lines, r.WriteToRep = listed(s.address.Value()), s.write.On()
	r.Postcode, _ = casework.TidyPostcode(s.postcode.Value())
}
