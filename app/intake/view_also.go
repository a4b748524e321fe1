package intake

import (
	"slices"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
)

// aboutSpeaker are the fields of whoever speaks for the resident.
var aboutSpeaker = []string{RepName, RepRelation, RepPhone, RepEmail, RepAddress, RepPaper, RepGiven, RepUntil, RepScope}

// speaker adds the fields of whoever speaks for the resident.
func (f *fields) speaker(m *Model) {
	f.text(m, RepName, f.form.Text(RepName, "Who speaks for them"))
	f.text(m, RepRelation, f.form.Text(RepRelation, "Their relation")).Optional()
	f.text(m, RepPhone, f.form.Text(RepPhone, "Their phone")).Optional()
	f.text(m, RepEmail, f.form.Text(RepEmail, "Their e-mail")).Optional()
	f.text(m, RepAddress, f.form.Text(RepAddress, "Their address")).Optional()
	f.text(m, RepPaper, f.form.Text(RepPaper, "How the resident gave them authority")).Optional()
	f.text(m, RepGiven, f.form.Text(RepGiven, "Given on")).Optional()
	f.text(m, RepUntil, f.form.Text(RepUntil, "Until")).Optional()
	f.text(m, RepScope, f.form.Text(RepScope, "What they may be told about")).Optional()
	f.writeToRep = f.form.Check(RepWrite, "Write to them, not to the resident")
	f.writeToRep.Changed = m.SetWriteToRep
}

// group adds the fields of the next of a group of residents.
func (f *fields) group(m *Model) {
	f.text(m, MemberName, f.lookup(m, MemberName, "Who else complains"))
	f.text(m, MemberPlace, f.form.Text(MemberPlace, "Their address")).Optional()
}

// danger adds what is asked when it matters to whom and when it was told.
func (f *fields) danger(m *Model) {
	f.text(m, ToldAt, f.form.Text(ToldAt, "Told us at")).Optional()
	f.text(m, ToldTo, f.form.Text(ToldTo, "Told to whom?")).Optional()
	f.text(m, JobTold, f.form.Text(JobTold, "Who in repairs")).Optional()
	f.text(m, Job, f.form.Text(Job, "Job number")).Optional()
}

// speaks is the part of the form on who speaks for the resident, with what
// they may be told.
type speaks struct {
	f      *fields
	object *fyne.Container
	line   *fyne.Container
	icon   *look.Ico
	words  *look.Sentence
}

func newSpeaks(f *fields) *speaks {
	s := &speaks{f: f, icon: look.NewIco(look.IconLock, look.Amber, 16), words: look.Hint("")}
	s.line = look.TopLine(6, look.Column(0, s.icon), look.Stretch(1, s.words))
	half := func(a, b string) fyne.CanvasObject {
		return field.Beside([]float32{1, 1}, &f.texts[a].Row, &f.texts[b].Row)
	}
	inner := look.Column(6, half(RepName, RepRelation), half(RepPhone, RepEmail), f.texts[RepAddress].Object(),
		f.texts[RepPaper].Object(), half(RepGiven, RepUntil), f.texts[RepScope].Object(), f.writeToRep.Object(), s.line)
	s.object = look.Tinted(inset, look.Pad(8, 10, 8, 10, inner))
	s.object.Hide()
	return s
}

// inset is the ground of a part that was unfolded.
var inset = look.Tone{Tint: look.Bg, Edge: look.Border, Ink: look.Text}

// refresh reports whether the part grew or shrank.
func (s *speaks) refresh(m *Model) bool {
	line, may := m.RepLine()
	ink, icon := look.Amber, look.IconLock
	if may {
		ink, icon = look.Green, look.IconCheck
	}
	if s.words.Text() == line && s.object.Hidden == !m.Behalf() {
		return false
	}
	s.icon.Set(icon, ink)
	s.words.Say(look.Words(line).In(ink).At(look.SizeSmall))
	s.line.Hidden = line == ""
	s.object.Hidden = !m.Behalf()
	return true
}

// others is the part of the form on a group of residents, folded until it is
// asked for (Alt+G).
type others struct {
	v      *View
	f      *fields
	button *look.Button
	object *fyne.Container
	list   *fyne.Container
	drawn  []Found
	draft  string // whose group it is
	open   bool
}

func newOthers(v *View, f *fields) *others {
	o := &others{v: v, f: f, list: look.Column(4)}
	o.button = look.NewSmall("Others complain too", o.toggle).With(look.IconUsers, "Alt+G")
	inner := look.Column(6, o.list,
		field.Beside([]float32{1, 1}, &f.texts[MemberName].Row, &f.texts[MemberPlace].Row),
		look.Flow(8, 4, look.NewSmall("Add them", o.add).With(look.IconPlus, "Alt+P")))
	o.object = look.Tinted(inset, look.Pad(8, 10, 8, 10, inner))
	o.object.Hide()
	toggle(f.rows(MemberName, MemberPlace), false)
	return o
}

// toggle unfolds the group and goes to it, or folds it away; who is in it
// stays.
func (o *others) toggle() {
	if o.v.m.Page() != Asking || o.button.Hidden {
		return
	}
	o.open = !o.shown()
	if !o.open && len(o.v.m.Group()) > 0 {
		o.open = true // it cannot be folded away while it says something
	}
	o.refresh()
	o.v.asking.object.Refresh()
	if o.open {
		o.f.form.Focus(MemberName)
	} else {
		o.v.asking.first()
	}
}

func (o *others) shown() bool { return !o.object.Hidden }

func (o *others) add() {
	if o.shown() && o.v.m.AddMember() {
		o.f.form.Focus(MemberName)
	}
}

// refresh reports whether the part grew or shrank.
func (o *others) refresh() bool {
	m := o.v.m
	if o.draft != m.draft.ID {
		o.draft, o.open = m.draft.ID, false // the next contact begins folded
	}
	group := m.Group()
	o.button.Hidden = m.Promised() && len(group) == 0 // a petition has signatures, a claim and a payment one resident
	open := o.open || len(group) > 0 || m.Text(MemberName) != ""
	if slices.Equal(group, o.drawn) && open == o.shown() {
		return false
	}
	o.drawn = group
	o.object.Hidden = !open
	toggle(o.f.rows(MemberName, MemberPlace), open)
	o.list.Objects = nil
	for i, other := range group {
		o.list.Add(look.Line(8, look.NewIco(look.IconUser, look.Muted, 16),
			look.Stretch(1, look.NewSentence(look.Bold(other.Bold+" "), look.Words(other.Rest).In(look.Muted))),
			look.NewSmall("Remove", func() { m.DropMember(i); o.f.form.Focus(MemberName) })))
	}
	return true
}

// dangers is the part of the form that says which hazard's clock starts.
type dangers struct {
	f      *fields
	object *fyne.Container
	words  *fyne.Container
	told   fyne.CanvasObject
	drawn  []Hazard
}

func newDangers(f *fields) *dangers {
	d := &dangers{f: f, words: look.Column(4)}
	d.told = field.Beside([]float32{1, 1}, &f.texts[ToldAt].Row, &f.texts[ToldTo].Row)
	inner := look.Column(6, d.words, field.Beside([]float32{1, 1}, &f.texts[JobTold].Row, &f.texts[Job].Row))
	d.object = look.Tinted(look.Soon, look.Pad(8, 10, 8, 10, inner))
	d.object.Hide()
	return d
}

// refresh reports whether the part grew or shrank.
func (d *dangers) refresh(m *Model) bool {
	all := m.Hazards()
	if slices.Equal(all, d.drawn) && d.object.Hidden == !m.AsksJob() {
		return false
	}
	d.drawn = all
	d.object.Hidden = !m.AsksJob()
	d.words.Objects = nil
	for _, h := range all {
		d.words.Add(look.TopLine(6, look.Column(0, look.NewIco(look.IconFlame, look.Amber, 18)), look.Stretch(1, look.NewSentence(
			look.Bold(h.Title+". "), look.Words(h.Why+". "+h.Told+". "), look.Bold(h.First+"."), look.Words(" That is "+h.Sum+".")))))
	}
	if len(all) > 0 {
		d.words.Add(look.NewSentence(look.Words("Tell repairs now, and note whom you told and their job number. This runs beside the complaint, and neither waits for the other.").At(look.SizeSmall)))
	}
	return true
}
