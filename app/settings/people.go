package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
)

// officersSheet lists who works here; Enter changes one.
func (v *View) officersSheet() *sheet {
	s := &sheet{form: field.NewForm()}
	var all []OfficerRow
	list := look.NewList(57, func() int { return len(all) },
		func() fyne.CanvasObject { return look.NewTwoLines() },
		func(place int, row fyne.CanvasObject) {
			o := all[place]
			words := look.RowWords{Name: o.Name, Ref: o.Role, Second: o.Second, Right: o.SignsIn}
			if o.Left {
				words.Mark, words.Tone, words.Right = "Has left", look.Past, ""
			}
			row.(*look.TwoLines).Say(words)
		})
	list.Open = func(place int) { v.changeOfficer(v.model.Officers[place]) }
	s.renew = func() {
		all = v.model.OfficerRows()
		list.Reload()
	}
	s.renew()
	s.first = list
	add := look.NewPrimary("Add an officer", func() { v.changeOfficer(casework.Officer{}) }).With(look.IconPlus, "Alt+N")
	away := func() {
		if at := list.Cursor(); at < len(v.model.Officers) {
			v.openAway(v.model.Officers[at])
		}
	}
	s.keys = map[keys.Chord]func(){"Alt+N": func() { v.changeOfficer(casework.Officer{}) }, "Alt+W": away}
	content := []fyne.CanvasObject{look.Flow(12, 8, add, look.NewButton("Away: who covers", away).With(look.IconUsers, "Alt+W")),
		look.Hint("Enter changes the one under the cursor, Alt+W says who covers for them. Nobody is deleted: names stay on what they did."),
		look.Framed(look.AtLeast(0, 57*7, list))}
	s.object = page("Officers", "Who signs in, and what each may do.", formWidth+120, content, nil)
	return s
}

// personForm is one officer's fields.
type personForm struct {
	f                                    *field.Form
	name, title, telephone, email, login *field.Text
	role, office                         *field.Select
	password, again                      *field.Secret
	all, left                            *field.Check
}

// changeOfficer asks for everything about one officer in a dialog.
func (v *View) changeOfficer(o casework.Officer) {
	p := v.personForm(v.model.PersonOf(o))
	title, yes := "Add an officer", "Add the officer"
	if o.ID != 0 {
		title, yes = o.Name, "Save the officer"
	}
	v.dialog(title, yes, p.f, p.object(o.ID == 0), func(shut func()) {
		typed, wrong := v.model.Officer(p.typed(o.ID))
		p.f.ShowErrors(wrong)
		if len(wrong) > 0 {
			return
		}
		password := p.password.Value()
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (casework.Officer, error) {
			return v.deps.Register.SaveOfficer(ctx, v.deps.By, typed, password)
		}, func(saved casework.Officer, err error) {
			if err != nil {
				v.failed(p.f, err)
				return
			}
			shut()
			v.told("officers", saved.Name+" is saved.")
		})
	})
}

func (v *View) personForm(from Person) *personForm {
	f := field.NewForm()
	p := &personForm{f: f}
	p.name, p.title = f.Text("name", "Full name"), f.Text("title", "Job title, as under letters")
	p.role = f.Select("role", "What they do", RoleWords()...)
	p.role.Changed = func(role string) { p.role.Hint(RoleUse(role)) }
	var offices []string
	for _, o := range v.model.Offices {
		offices = append(offices, o.Name)
	}
	p.office = f.Select("office", "Office", offices...)
	p.all = f.Check("all_offices", "Sees the cases of every office")
	p.telephone, p.email = f.Text("telephone", "Telephone"), f.Text("email", "E-mail")
	p.login = f.Text("login", "Signs in as")
	p.login.Hint("The computer’s user, such as hmarsh: then no password is asked. With a password, any name that nobody else has.")
	p.password, p.again = f.Secret("password", "New password"), f.Secret("again", "The same password again")
	p.left = f.Check("left", "Has left, and signs in no more")
	for _, t := range []*field.Text{p.title, p.telephone, p.email, p.login, p.password.Text, p.again.Text} {
		t.Optional()
	}
	for t, text := range map[*field.Text]string{p.name: from.Name, p.title: from.Title, p.telephone: from.Telephone, p.email: from.Email, p.login: from.Login} {
		t.Set(text)
	}
	p.role.Set(from.Role)
	p.role.Hint(RoleUse(from.Role))
	p.office.Set(from.Office)
	p.all.Set(from.AllOffices)
	p.left.Set(from.Left)
	return p
}

func (p *personForm) object(isNew bool) fyne.CanvasObject {
	half := []float32{1, 1}
	objs := []fyne.CanvasObject{field.Beside(half, &p.name.Row, &p.title.Row), field.Beside(half, &p.role.Row, &p.office.Row), p.all.Object(),
		field.Beside(half, &p.telephone.Row, &p.email.Row), p.login.Object(), field.Beside(half, &p.password.Row, &p.again.Row)}
	if !isNew {
		objs = append(objs, p.left.Object())
	}
	return look.AtLeast(0, 440, look.Scroll(look.Column(12, objs...)))
}

func (p *personForm) typed(id int64) Person {
	return Person{
		ID: id, Name: p.name.Value(), Title: p.title.Value(), Telephone: p.telephone.Value(), Email: p.email.Value(), Login: p.login.Value(),
		Role: p.role.Value(), Office: p.office.Value(), AllOffices: p.all.On(), Left: p.left.On(),
		Password: p.password.Value(), Again: p.again.Value(),
	}
}
