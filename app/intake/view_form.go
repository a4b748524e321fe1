package intake

import (
	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
)

// choiceOfTwo names the choice without the service-only card.
const choiceOfTwo = "choice of two"

// fields are the fields of the form, by what they hold.
type fields struct {
	form              *field.Form
	texts             map[string]*field.Text
	channel           *field.Select
	handler           *field.Select
	behalf, anonymous *field.Check
	writeToRep        *field.Check
	needs             *field.Toggles
	reply             *field.Choice
	grievance         *field.Select
	three, two        *field.Options
	handlers          []casework.Officer
	what, payment     *field.Select // what came in, and the promise of a fixed payment
	injury            *field.Check
	payments          int // how many promises the list has
}

// adjustmentWords are the chips, in the order of casework.AdjustmentKinds and
// with "none" last.
var adjustmentWords = map[string]string{
	casework.TextFirst: "Text before calling", casework.LargePrint: "Large print", casework.Interpreter: "Interpreter",
	casework.ExtraTime: "Extra time", casework.OtherNeed: "Other", NoNeeds: "None",
}

func needKinds() []string { return append(casework.AdjustmentKinds(), NoNeeds) }

// newFields makes the fields in the order of the conversation, which is the
// order of Enter.
func newFields(m *Model) *fields {
	f := &fields{form: field.NewForm(), texts: map[string]*field.Text{}}
	f.promised(m)
	f.came(m)
	f.who(m)
	f.text(m, Story, f.form.Notes(Story, "", 4))
	f.text(m, Happened, f.form.Text(Happened, "Since when?")).Optional()
	f.text(m, Before, f.form.Text(Before, "Told us before?")).Optional()
	f.danger(m)
	f.text(m, Wanted, f.form.Notes(Wanted, "", 2))
	f.subject(m)
	f.how(m)
	f.choice(m)
	return f
}

// text ties a text field to the model.
func (f *fields) text(m *Model, name string, t *field.Text) *field.Text {
	t.Changed = func(text string) { m.Type(name, text) }
	f.texts[name] = t
	return t
}

func (f *fields) came(m *Model) {
	var channels []string
	for _, c := range casework.Channels() {
		channels = append(channels, ChannelWords(c))
	}
	f.channel = f.form.Select(Channel, "How it came", channels...)
	f.channel.Changed = func(words string) {
		for _, c := range casework.Channels() {
			if ChannelWords(c) == words {
				m.SetChannel(c)
			}
		}
	}
	f.text(m, Received, f.form.Text(Received, "Received on"))
	f.handler = f.form.Select(Handler, "Handled by", nobody)
	f.handler.Changed = func(name string) { m.SetHandler(f.officer(name)) }
}

// nobody is the choice of no handler yet.
const nobody = "Nobody yet"

func (f *fields) officer(name string) int64 {
	for _, o := range f.handlers {
		if o.Name == name {
			return o.ID
		}
	}
	return 0
}

func (f *fields) who(m *Model) {
	f.behalf = f.form.Check("behalf", "Someone speaks for them")
	f.behalf.Changed = m.SetBehalf
	f.anonymous = f.form.Check(Nameless, "Wants no name")
	f.anonymous.Changed = m.SetAnonymous
	f.text(m, Name, f.lookup(m, Name, "Full name"))
	f.text(m, Phone, f.form.Text(Phone, "Phone")).Optional()
	f.text(m, Email, f.form.Text(Email, "E-mail")).Optional()
	f.speaker(m)
	f.group(m)
	f.text(m, Address, f.lookup(m, Address, "Address"))
	f.text(m, Postcode, f.form.Text(Postcode, "Postcode"))
}

// lookup is a text field with the housing list below it.
func (f *fields) lookup(m *Model, name, label string) *field.Text {
	p := f.form.Picker(name, label, func(_ string, show func([]field.Suggestion)) {
		m.Find(name, func(found []Found) {
			lines := make([]field.Suggestion, len(found))
			for i, l := range found {
				lines[i] = field.Suggestion{Words: l.Bold, Second: l.Rest, Value: i}
			}
			show(lines)
		})
	})
	p.Chosen = func(s field.Suggestion) { f.form.Focus(m.Choose(name, s.Value.(int))) }
	return p.Text
}

func (f *fields) subject(m *Model) {
	p := f.form.Picker(Subject, "What is it about?", func(text string, show func([]field.Suggestion)) {
		var lines []field.Suggestion
		for _, s := range m.SubjectsLike(text) {
			lines = append(lines, field.Suggestion{Words: s.Title})
		}
		show(lines)
	})
	f.text(m, Subject, p.Text).Optional()
}

func (f *fields) how(m *Model) {
	var chips []string
	for _, kind := range needKinds() {
		chips = append(chips, adjustmentWords[kind])
	}
	f.needs = f.form.Toggles(Adjustments, "", chips...)
	f.needs.Changed = func(on []string) {
		for _, kind := range needKinds() {
			if now := contains(on, adjustmentWords[kind]); now != m.Needs(kind) {
				m.SetNeed(kind, now)
				return // one chip was pressed; what follows from it is the model's
			}
		}
	}
	f.text(m, NeedNote, f.form.Text(NeedNote, "Which language, or what would help"))
	var ways []string
	for _, r := range Replies() {
		ways = append(ways, ReplyWords(r))
	}
	f.reply = f.form.Choice(Reply, "", ways...)
	f.reply.Changed = func(string) { m.SetReply(Replies()[f.reply.Place()]) }
	f.text(m, DoNot, f.form.Text(DoNot, "Do not (such as not before 10 am)")).Optional()
}

func (f *fields) choice(m *Model) {
	var griefs []string
	for _, g := range Dissatisfactions() {
		griefs = append(griefs, GrievanceWords(g))
	}
	f.grievance = f.form.Select(Grievance, "What is the resident unhappy with?", griefs...)
	f.grievance.Optional()
	f.grievance.Changed = func(words string) {
		for _, g := range Dissatisfactions() {
			if GrievanceWords(g) == words {
				m.SetGrievance(g)
			}
		}
	}
	var cards []look.Option
	all := []casework.Answer{casework.Complain, casework.NotToday, casework.ServiceOnly}
	for _, a := range all {
		bold, rest := AnswerWords(a)
		cards = append(cards, look.Option{Word: bold, Rest: rest})
	}
	pick := func(place int) { m.SetAnswer(all[place]) }
	f.three = f.form.Options(Choice, "", cards...)
	f.three.Changed = pick
	f.two = f.form.Options(choiceOfTwo, "", cards[:2]...)
	f.two.Changed = pick
}

// sync puts into the fields what the model holds, without telling the model.
func (f *fields) sync(m *Model) {
	for name, t := range f.texts {
		t.Set(m.Text(name))
	}
	f.echo(m)
	f.channel.Set(ChannelWords(m.Channel()))
	f.syncHandlers(m)
	f.behalf.Set(m.Behalf())
	f.anonymous.Set(m.Anonymous())
	f.writeToRep.Set(m.WriteToRep())
	f.grievance.Set(m.GrievanceAnswer())
	var on []string
	for _, kind := range needKinds() {
		if m.Needs(kind) {
			on = append(on, adjustmentWords[kind])
		}
	}
	f.needs.Set(on)
	f.reply.Set(ReplyWords(m.Reply()))
	place := -1
	for i, a := range m.Answers() {
		if a == m.Answer() {
			place = i
		}
	}
	if f.three.Place() != place {
		f.three.Set(place)
	}
	if f.two.Place() != place && place < 2 {
		f.two.Set(place)
	}
	f.syncPromised(m)
	toggle(f.rows(aboutSpeaker...), m.Behalf())
	toggle([]*field.Row{&f.writeToRep.Row}, m.Behalf())
	toggle(f.rows(ToldAt, ToldTo), m.AsksTold())
	toggle(f.rows(JobTold, Job), m.AsksJob())
	toggle([]*field.Row{&f.texts[NeedNote].Row}, m.NeedsWords())
	toggle([]*field.Row{&f.three.Row}, len(m.Answers()) == 3 && !m.Promised())
	toggle([]*field.Row{&f.two.Row}, len(m.Answers()) == 2 && !m.Promised())
	toggle([]*field.Row{&f.grievance.Row}, !m.Anonymous() && !m.Promised())
}

// rows are text fields by their names.
func (f *fields) rows(names ...string) []*field.Row {
	rows := make([]*field.Row, len(names))
	for i, n := range names {
		rows[i] = &f.texts[n].Row
	}
	return rows
}

// toggle shows or hides rows, and lays out only when that changes something.
func toggle(rows []*field.Row, on bool) {
	for _, r := range rows {
		if r.Visible() == on {
			continue
		}
		if on {
			r.Show()
		} else {
			r.Hide()
		}
	}
}

func (f *fields) echo(m *Model) {
	f.texts[Name].Echo(m.KnownLine())
	f.texts[Name].Hint(m.NameHint())
	home, usual := m.HomeLine()
	code := f.texts[Postcode]
	if usual {
		code.Hint("")
		code.Echo(home)
	} else {
		code.Echo("")
		code.Hint(home)
	}
	for _, day := range []string{Received, Happened, RepGiven, RepUntil} {
		line, _ := m.DayLine(day)
		f.texts[day].Echo(line)
	}
	told, _ := m.ToldLine()
	f.texts[ToldAt].Echo(told)
	f.texts[ToldAt].Hint("The time as it was, such as 18:20, or nothing where it is not known")
	f.texts[RepName].Hint(m.RepHint())
	f.grievance.Hint(m.GrievanceHint())
	subject := m.SubjectLine()
	if subject == m.Text(Subject) {
		subject = "" // it says so itself
	}
	f.texts[Subject].Echo(subject)
}

func (f *fields) syncHandlers(m *Model) {
	officers := m.Handlers()
	if !sameOfficers(officers, f.handlers) {
		f.handlers = officers
		names := []string{nobody}
		for _, o := range officers {
			names = append(names, o.Name)
		}
		f.handler.SetOptions(names...)
	}
	name := nobody
	for _, o := range officers {
		if o.ID == m.Handler() {
			name = o.Name
		}
	}
	if f.handler.Value() != name {
		f.handler.Set(name)
	}
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}
