package intake

import (
	"errors"
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Doubt is something possible but unlikely, asked about once.
type Doubt struct {
	Field string
	Words string
	about string // what stood in the field when it was asked
}

// longestLine is the longest text that a field of one line takes. Longer is a
// page pasted into the wrong field.
const longestLine = 300

// check says what is wrong, by field. Only what happened, the day and the
// choice are needed (ruling 27); what was typed in the other fields must make
// sense.
func (m *Model) check() map[string]string {
	f, today := m.form, m.deps.Today()
	wrong := map[string]string{}
	if f.text(Story) == "" {
		wrong[Story] = "Write what happened, in the resident's own words if you can"
	}
	if f.Received.IsZero() {
		wrong[Received] = dayWords(m, Received, "Enter the day we were told, such as today or 27 3 2026")
	} else if f.Received.After(today) {
		wrong[Received] = "Enter the day we were told. It cannot be after today, " + today.Long()
	}
	switch d := f.Happened; {
	case d.Date.After(today):
		wrong[Happened] = "Enter the day it started. It cannot be after today, " + today.Long()
	case d.Date.IsZero() && d.Rough != "" && onlyFigures(d.Rough):
		wrong[Happened] = dayWords(m, Happened, "Enter the day it started, or words such as early March")
	}
	m.checkPromised(wrong)
	if f.Answer == "" && !f.Anonymous && !m.Promised() {
		wrong[Choice] = "Ask the resident whether to treat this as a complaint, and mark the answer"
	}
	if mail := f.line(Email); mail != "" && !strings.Contains(strings.Trim(mail, "@"), "@") {
		wrong[Email] = "Check the e-mail address: it needs an @ with something on both sides"
	}
	if f.line(Subject) != "" && f.Subject == "" {
		wrong[Subject] = "Choose what it is about from the list, or leave it empty"
	}
	if f.Behalf && f.line(RepName) == "" {
		wrong[RepName] = "Write who speaks for the resident, or take the tick away"
	}
	m.checkSpeaker(wrong)
	if _, good := m.ToldLine(); !good || f.line(ToldAt) != "" && minuteTyped(f.Text[ToldAt]) && m.toldAt().IsZero() && !f.Received.IsZero() {
		wrong[ToldAt] = "Enter the time we were told, such as 18:20 or 6.20pm, or leave it empty"
	}
	for _, field := range oneLine {
		if n := len([]rune(f.Text[field])); n > longestLine && wrong[field] == "" {
			wrong[field] = fmt.Sprintf("Shorten this to %d characters: it has %d. Longer words belong under What happened", longestLine, n)
		}
	}
	if len(wrong) == 0 {
		m.checkAct(wrong)
	}
	return wrong
}

// oneLine are the fields that hold a line and not a page.
var oneLine = []string{Name, Phone, Email, RepName, RepRelation, RepPaper, RepPhone, RepEmail, RepAddress, RepScope,
	MemberName, MemberPlace, Postcode, Against, ToldTo, Job, JobTold, DoNot, NeedNote}

// checkSpeaker says what is wrong with how somebody speaks for the resident.
func (m *Model) checkSpeaker(wrong map[string]string) {
	f := m.form
	if !f.spokenFor() {
		return
	}
	if mail := f.line(RepEmail); mail != "" && !strings.Contains(strings.Trim(mail, "@"), "@") {
		wrong[RepEmail] = "Check the e-mail address: it needs an @ with something on both sides"
	}
	if f.line(RepGiven) != "" && f.RepGiven.IsZero() {
		wrong[RepGiven] = dayWords(m, RepGiven, "Enter the day the authority was given, such as today")
	}
	if f.line(RepUntil) != "" && f.RepUntil.IsZero() {
		wrong[RepUntil] = dayWords(m, RepUntil, "Enter the last day of the authority, or leave it empty")
	}
	if f.line(RepPaper) == "" && f.line(RepGiven)+f.line(RepUntil)+f.line(RepScope) != "" {
		wrong[RepPaper] = "Write how the authority was given, such as a signed form, or leave its days and its scope empty"
	}
}

// checkAct asks the act itself, as the register will, so that what it refuses
// stands under its field before anything is read back.
func (m *Model) checkAct(wrong map[string]string) {
	if m.world.Policies == nil {
		return
	}
	world := m.world
	world.Today, world.Now = m.deps.Today(), m.deps.Now()
	act := m.act()
	act.From = casework.Link{} // the register's, in the same transaction
	_, err := casework.Apply(casework.Case{}, m.recording(act), world)
	var refusal *casework.Refusal
	if errors.As(err, &refusal) && refusal.Field != "" {
		wrong[fieldOf(refusal)] = refusal.Error()
	}
}

// fieldOf is the field of the form that a refusal means.
func fieldOf(r *casework.Refusal) string {
	switch {
	case r.Code == "member":
		return MemberName
	case r.Field == "given":
		return RepGiven
	case r.Field == "until":
		return RepUntil
	}
	return r.Field
}

// dayWords says what is amiss with a day that could not be read, in the words
// of the calendar, which knows whether the month or the day is impossible.
func dayWords(m *Model, field, otherwise string) string {
	text := strings.TrimSpace(m.form.Text[field])
	if text == "" {
		return otherwise
	}
	if _, err := calendar.Parse(text, m.deps.Today(), m.holidays()); err != nil {
		return sentence(err)
	}
	return otherwise
}

// unlikely lists what is to be asked about once: what the act itself doubts,
// and a contact without a name or without a way to be answered.
func (m *Model) unlikely() []Doubt {
	f := m.form
	act := m.act()
	world := m.world
	world.Today = m.deps.Today()
	says := act.Doubts(world)
	if act.Resident.Name == "" && !act.Anonymous {
		says[Name] = "No name. Record it as “not given”?"
	}
	if f.through() && act.Representative.Name == "" && !act.Anonymous {
		says[RepName] = "It came " + lower(channelWords[f.Channel]) + ", and nobody is named. Record it all the same?"
	}
	if because := m.pointer(); because != "" && f.Answer == casework.ServiceOnly && f.Grievance == "" && !f.ServiceOnly {
		says[Grievance] = "They seem unhappy (" + because + "). Is nothing but a service asked for?"
	}
	switch {
	case act.Anonymous: // nobody is answered
	case f.Reply == casework.ReplyEmail && act.Resident.Email == "":
		says[Reply] = "The reply goes by e-mail, and there is no e-mail address yet. Record it all the same?"
	case f.Reply == casework.RingThenLetter && len(act.Resident.Telephones) == 0 && act.Resident.Name != "":
		says[Phone] = "We are to ring first, and there is no telephone number yet. Record it all the same?"
	}
	if code := act.Home.Postcode; code != "" && f.Dwelling.ID == 0 {
		if _, usual := casework.TidyPostcode(code); !usual {
			says[Postcode] = fmt.Sprintf("“%s” is not the usual shape of a postcode. Is it right?", short(code, 20))
		}
	}
	var doubts []Doubt
	for _, field := range order {
		if words := says[field]; words != "" && m.form.Settled[field] != m.standing(field) {
			doubts = append(doubts, Doubt{field, words, m.standing(field)})
		}
	}
	return doubts
}

// order is the order of the fields on the screen.
var order = []string{
	Kind, Signatures, Against, Injury, Promise, Channel, Received, Handler, Name, Phone, Email, RepName, RepRelation, RepPhone, RepEmail, RepAddress,
	RepPaper, RepGiven, RepScope, RepUntil, MemberName, MemberPlace, Address, Postcode,
	Story, Happened, Before, ToldAt, ToldTo, JobTold, Job, Wanted, Subject, Adjustments, NeedNote, Reply, DoNot, Grievance, Choice,
}

// standing is what a doubt is about, so that the same is not asked twice and
// something new is.
func (m *Model) standing(field string) string {
	switch field {
	case Received:
		return m.form.Received.String() + "?"
	case Happened:
		return m.form.Happened.Date.String() + "?"
	case Reply:
		return string(m.form.Reply) + "?"
	case Grievance:
		return m.pointer() + "?"
	}
	return m.form.Text[field] + "?"
}

// settle takes the doubts on screen as answered: what was asked about is right.
// A field changed since then is asked about again.
func (m *Model) settle() {
	settled := map[string]string{}
	for field, what := range m.form.Settled {
		settled[field] = what
	}
	for _, d := range m.doubts {
		settled[d.Field] = d.about
	}
	m.form.Settled, m.doubts = settled, nil
}

// Wrong is what is wrong, by field, since the last press of "Read back".
func (m *Model) Wrong() map[string]string { return m.wrong }

// relent takes away what has been put right since, and adds nothing.
func (m *Model) relent() {
	if len(m.wrong) == 0 {
		return
	}
	still, now := map[string]string{}, m.check()
	for field, words := range m.wrong {
		if now[field] != "" {
			still[field] = words
		}
	}
	m.wrong = still
}

// Doubts is what is being asked about; a second press of "Read back" says that
// all of it is right.
func (m *Model) Doubts() []Doubt { return m.doubts }

// Trouble is why the last press did nothing, in one sentence; "" when it did.
func (m *Model) Trouble() string { return m.trouble }

// ReadBack checks the form and shows the page to read aloud. It reports false
// when something is wrong or doubtful, which then stands in Wrong or Doubts.
func (m *Model) ReadBack() bool {
	if m.busy || m.page == Recorded {
		return false
	}
	if m.world.Policies == nil {
		m.trouble = "The register has not answered yet. Your typing is kept on this computer. Try again (Ctrl+S)"
		m.Start()
		m.Changed()
		return false
	}
	m.trouble = ""
	m.wrong = m.check()
	if len(m.doubts) > 0 && len(m.wrong) == 0 {
		m.settle()
	}
	m.doubts = nil
	if len(m.wrong) == 0 {
		m.doubts = m.unlikely()
	}
	m.Keep()
	if len(m.wrong)+len(m.doubts) > 0 {
		m.page = Asking
		m.Changed()
		return false
	}
	m.page = ReadBack
	m.found.close()
	m.Changed()
	return true
}

func minuteTyped(text string) bool {
	_, ok := minuteOf(text)
	return ok
}

func short(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}
