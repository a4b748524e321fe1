package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/paper"
)

// officeSheet is the landlord's details as they stand on letters, and the
// offices.
func (v *View) officeSheet() *sheet {
	s := &sheet{form: field.NewForm()}
	f := s.form
	landlord := v.text(s, f.Text("landlord", "Short name"), func(x casework.Settings) string { return x.Landlord })
	landlord.Hint("As residents know you. It stands in every letter.")
	legal := v.text(s, f.Text("legal_name", "Legal name"), func(x casework.Settings) string { return x.LegalName })
	address := v.text(s, f.Notes("address", "Address for complaints, line by line", 4), func(x casework.Settings) string { return strings.Join(x.Address, "\n") })
	telephone := v.text(s, f.Text("telephone", "Telephone"), func(x casework.Settings) string { return x.Telephone })
	email := v.text(s, f.Text("email", "E-mail"), func(x casework.Settings) string { return x.Email })
	hours := v.text(s, f.Text("hours", "When the office can be reached"), func(x casework.Settings) string { return x.Hours })
	footer := v.text(s, f.Notes("footer", "Foot of every letter", 2), func(x casework.Settings) string { return x.Footer })
	footer.Hint("Company and provider numbers, as the law asks for.")
	insurance := v.text(s, f.Text("insurance_name", "Name of the insurance section"), func(x casework.Settings) string { return x.InsuranceName })
	claims := v.text(s, f.Text("insurance_email", "E-mail for claim forms"), func(x casework.Settings) string { return x.InsuranceEmail })
	street := v.text(s, f.Notes("insurance_address", "Address for claim forms, line by line", 4), func(x casework.Settings) string { return strings.Join(x.InsuranceAddress, "\n") })
	street.Hint("With the postcode last. The cover letter of a claim carries it; without one it goes by e-mail or by hand.")
	for _, r := range []*field.Text{legal, telephone, email, hours, footer, insurance, claims, street} {
		r.Optional()
	}
	s.save = func() {
		typed := Office{landlord.Value(), legal.Value(), address.Value(), telephone.Value(), email.Value(), hours.Value(), footer.Value(),
			insurance.Value(), street.Value(), claims.Value()}
		v.keep(s, typed.Wrong(), typed.Edit, "The office's details are saved. The next letter carries them.", nil)
	}
	f.Default = s.save
	offices := look.Column(6)
	s.renew = func() { v.fillOffices(offices) }
	s.renew()
	half := []float32{1, 1}
	content := []fyne.CanvasObject{f.Summary(), field.Beside(half, &landlord.Row, &legal.Row), address.Object(),
		field.Beside(half, &telephone.Row, &email.Row), hours.Object(), footer.Object(),
		look.NewRule(look.Border), look.NewTxt("Insurance section", look.SizeCard, look.Text, true),
		look.Hint("Where the completed form of an insurance claim goes, unless the claim is against a contractor."),
		field.Beside(half, &insurance.Row, &claims.Row), street.Object(), look.NewRule(look.Border), offices}
	s.object = f.In(page("Office", "The landlord's details, as they stand on every letter.", formWidth, content, v.saveButton("Save the details", s.save)))
	return s
}

// fillOffices lists the landlord's offices with the ways to change them.
func (v *View) fillOffices(into *fyne.Container) {
	may := v.model.May(casework.ChangeSettings) == nil
	objs := []fyne.CanvasObject{look.NewTxt("Offices", look.SizeCard, look.Text, true)}
	for _, o := range v.model.Offices {
		line := []fyne.CanvasObject{look.NewTxt(o.Name, look.SizeBody, look.Text, false)}
		if may {
			line = append(line, look.NewLink("Change the name of "+o.Name, func() { v.nameOffice(o) }))
		}
		objs = append(objs, look.Line(16, line...))
	}
	if may {
		objs = append(objs, look.Line(0, look.NewSmall("Add an office", func() { v.nameOffice(casework.Office{}) }).With(look.IconPlus, "")))
	}
	into.Objects = objs
	into.Refresh()
}

func (v *View) nameOffice(o casework.Office) {
	f := field.NewForm()
	name := f.Text("office", "Name of the office")
	name.Set(o.Name)
	title := "Add an office"
	if o.ID != 0 {
		title = "Change the name of " + o.Name
	}
	v.dialog(title, "Save the name", f, name.Object(), func(shut func()) {
		o.Name = name.Value()
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (casework.Office, error) {
			return v.deps.Register.SaveOffice(ctx, v.deps.By, o)
		}, func(_ casework.Office, err error) {
			if err != nil {
				v.failed(f, err)
				return
			}
			shut()
			v.told("office", "The office is saved.")
		})
	})
}

// envelopeSheet is what letters are folded for.
func (v *View) envelopeSheet() *sheet {
	s := &sheet{form: field.NewForm()}
	choice := s.form.Options("envelope", "What letters go out in",
		look.Option{Word: "DL window", Line: "110 by 220 mm, the sheet folded in three"},
		look.Option{Word: "C5 window", Line: "162 by 229 mm, the sheet folded in half"},
		look.Option{Word: "No window", Line: "The address is written or stuck on"})
	names := []string{paper.EnvelopeDL, paper.EnvelopeC5, paper.EnvelopePlain}
	value := func() string {
		if place := choice.Place(); place >= 0 {
			return names[place]
		}
		return ""
	}
	s.bounds = []bound{{
		get: func(x casework.Settings) string { return x.Envelope }, value: value,
		set: func(name string) {
			for i, n := range names {
				if n == name {
					choice.Set(i)
				}
			}
		},
	}}
	s.save = func() {
		name := value()
		v.keep(s, nil, func(x *casework.Settings) { x.Envelope = name }, "The envelope is saved.", nil)
	}
	test := look.NewButton("Print the test sheet", func() {
		name := value()
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (string, error) { return v.deps.PrintSheet(ctx, name) },
			func(words string, err error) {
				if err != nil {
					v.deps.Shell.Problem(err)
					return
				}
				v.deps.Shell.Toast(words, nil)
			})
	}).With(look.IconPrint, "Ctrl+P")
	s.keys = map[keys.Chord]func(){"Ctrl+P": test.Press}
	content := []fyne.CanvasObject{s.form.Summary(), choice.Object(), look.Line(0, test),
		look.Hint("Fold the sheet, put it into your own envelope and push it about: only the address may show, and all of it.")}
	s.object = s.form.In(page("Envelope", "Where the address has to stand, so that it shows through the window.", formWidth, content, v.saveButton("Save the envelope", s.save)))
	return s
}

// lookSheet is how this desk looks; it applies at once.
func (v *View) lookSheet() *sheet {
	s := &sheet{form: field.NewForm()}
	modes := []string{"Light", "Dark", "High contrast"}
	var sizes []string
	for _, size := range look.TextSizes {
		sizes = append(sizes, percent(size))
	}
	mode, size := s.form.Choice("mode", "Colours", modes...), s.form.Choice("size", "Size of text", sizes...)
	s.renew = func() {
		mode.Set(modes[v.deps.Theme.Mode()])
		size.Set(percent(v.deps.Theme.TextSize()))
	}
	s.renew()
	apply := func(string) {
		v.deps.Shell.SetLook(look.Mode(max(0, mode.Place())), look.TextSizes[max(0, size.Place())])
	}
	mode.Changed, size.Changed = apply, apply
	s.save = func() { v.deps.Shell.Toast("Colours and size are kept as you choose them.", nil) }
	content := append(rows(&mode.Row, &size.Row), look.Hint("Kept on this desk, for everybody who signs in at it. It applies at once."))
	s.object = s.form.In(page("Appearance", "How Casebook looks at this desk.", formWidth, content, nil))
	return s
}

// policySheet is the date in force and both policies side by side.
func (v *View) policySheet() *sheet {
	s := &sheet{form: field.NewForm()}
	from := s.form.Date("current_from", "The current policy is in force from", func(text string) (string, error) {
		_, echo, err := v.model.Day(text)
		return echo, err
	})
	v.text(s, from.Text, func(x casework.Settings) string { return x.CurrentFrom.String() })
	from.Optional()
	from.Hint("Empty means the day the Code became law. Complaints received earlier keep the earlier policy.")
	table := look.Column(0)
	s.renew = func() {
		from.Again()
		table.Objects = v.policyTable()
		table.Refresh()
	}
	s.renew()
	s.save = func() {
		var day calendar.Date
		wrong := map[string]string{}
		if strings.TrimSpace(from.Value()) != "" {
			var err error
			if day, _, err = v.model.Day(from.Value()); err != nil {
				wrong["current_from"] = sentence(err.Error())
			}
		}
		v.keep(s, wrong, func(x *casework.Settings) { x.CurrentFrom = day },
			"The date in force is saved. It decides for complaints recorded from now on.", nil)
	}
	s.form.Default = s.save
	content := []fyne.CanvasObject{s.form.Summary(), look.AtMost(formWidth, from.Object()), table}
	s.object = s.form.In(page("Policy", "What residents are promised, with where every rule comes from.", 2000, content, v.saveButton("Save the date", s.save)))
	return s
}

func percent(size float32) string {
	return HomesText(int(size*100)) + "%"
}

// policyTable is every rule of the two policies, and where page and Code differ.
func (v *View) policyTable() []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	objs = append(objs, look.NewTxt("Where the page and the Code differ", look.SizeCard, look.Text, true))
	objs = append(objs, look.Space(1, 8), policyRow(columnHead("Point"), columnHead("The landlord’s page"), columnHead("The Code")))
	for _, g := range Gaps(v.model.Policies) {
		title := look.Column(2, look.NewSentence(look.Bold(g.Title)), look.Hint(sentence(g.Policy)+" policy"))
		objs = append(objs, look.NewRule(look.Border), look.Pad(6, 0, 6, 0, look.Column(4,
			policyRow(title, look.NewSentence(look.Words(g.Page)), look.NewSentence(look.Words(g.Code))),
			look.TopLine(16, look.Stretch(2, look.Stack()), look.Stretch(6.2, look.Column(2,
				look.NewSentence(look.Words(g.Used).In(look.Accent)), look.Hint(g.Source)))))))
	}
	objs = append(objs, look.Space(1, 20), look.NewTxt("Both policies, rule by rule", look.SizeCard, look.Text, true), look.Space(1, 8),
		policyRow(columnHead("Rule"), columnHead("Earlier policy"), columnHead("Current policy")))
	for _, r := range Rules(v.model.Policies) {
		if r.Group != "" {
			objs = append(objs, look.Pad(14, 0, 4, 0, look.NewTxt(r.Group, look.SizeBody, look.Accent, true)))
		}
		objs = append(objs, look.NewRule(look.Border), look.Pad(6, 0, 6, 0,
			policyRow(look.NewSentence(look.Bold(r.Title)), policyCell(r.Earlier), policyCell(r.Current))))
	}
	return objs
}

func policyRow(title, earlier, current fyne.CanvasObject) fyne.CanvasObject {
	return look.TopLine(16, look.Stretch(2, title), look.Stretch(3, earlier), look.Stretch(3, current))
}

func columnHead(words string) fyne.CanvasObject {
	return look.NewTxt(words, look.SizeSmall, look.Muted, true)
}

func policyCell(c Cell) fyne.CanvasObject {
	if c.Text == "" {
		return look.NewSentence(look.Words("Not in this policy").In(look.Muted))
	}
	if c.Source == "" {
		return look.NewSentence(look.Words(c.Text))
	}
	return look.Column(2, look.NewSentence(look.Words(c.Text)), look.Hint(c.Source))
}
