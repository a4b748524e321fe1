package intake

import (
	"casebook/data/casework"
)

// Grievance is what the resident is dissatisfied with; "" is not asked yet, or
// nothing.
func (m *Model) Grievance() casework.Grievance { return m.form.Grievance }

// Dissatisfactions are the answers to "What is the resident unhappy with?", in
// the order of the screen. The first is none.
func Dissatisfactions() []casework.Grievance {
	return append([]casework.Grievance{casework.NoGrievance}, casework.Grievances()...)
}

var grievanceWords = map[casework.Grievance]string{
	casework.NoGrievance: "Nothing, only a service", casework.Conduct: "Conduct of our people",
	casework.Delay: "Delay", casework.Decision: "A decision of ours", casework.OtherGrievance: "Something else",
}

// GrievanceWords is a grievance as it stands on the screen.
func GrievanceWords(g casework.Grievance) string { return grievanceWords[g] }

// GrievanceAnswer is the answer that stands in the field; "" while none does.
func (m *Model) GrievanceAnswer() string {
	if m.form.Grievance == "" && !m.form.ServiceOnly {
		return ""
	}
	return GrievanceWords(m.form.Grievance)
}

// SetGrievance takes the answer. Nothing is marked with it: the choice to
// complain is the resident's own (ruling 12; Code 1.3).
func (m *Model) SetGrievance(g casework.Grievance) {
	m.form.Grievance, m.form.ServiceOnly = g, g == casework.NoGrievance
	m.touched()
}

// judged remembers what was found in a text: the screen asks several times for
// every key, and a long story takes a while to read.
type judged struct{ text, found string }

// unhappy is the first words of a text that show dissatisfaction, or "".
func (m *Model) unhappy(j *judged, text string) string {
	if m.world.Policies == nil {
		return ""
	}
	if j.text != text {
		j.text = text
		j.found, _ = m.world.Policies.Dissatisfied(text)
	}
	return j.found
}

// pointer says why the resident may be dissatisfied, or "". It points at the
// question and answers nothing.
func (m *Model) pointer() string {
	for _, words := range []string{m.unhappy(&m.story, m.form.Text[Story]), m.unhappy(&m.wanted, m.form.Text[Wanted])} {
		if words != "" {
			return "the words “" + words + "” say so"
		}
	}
	if m.form.line(Before) != "" && m.form.From.Case == 0 {
		return "we were told before"
	}
	return ""
}

// GrievanceHint points at the question where the words do.
func (m *Model) GrievanceHint() string {
	if m.form.Grievance != "" || m.form.ServiceOnly {
		return ""
	}
	if because := m.pointer(); because != "" {
		return "They seem unhappy: " + because + ". Ask what with."
	}
	return ""
}

// Answers lists what the resident's choice may be now. Asking only for a
// service is not offered once a dissatisfaction is recorded (ruling 12); an
// anonymous report has no choice, because nobody can be asked.
func (m *Model) Answers() []casework.Answer {
	if m.form.Anonymous {
		return nil
	}
	answers := []casework.Answer{casework.Complain, casework.NotToday}
	if m.form.Grievance == "" {
		answers = append(answers, casework.ServiceOnly)
	}
	return answers
}

// AnswerWords are the words of an option card: what stands bold, and the rest
// of the line.
func AnswerWords(a casework.Answer) (bold, rest string) {
	switch a {
	case casework.Complain:
		return "Yes", ", start stage 1 today"
	case casework.NotToday:
		return "Not today", ", and note that we offered"
	}
	return "Only asks for a service", ", and nothing else"
}

// Ask is what the officer reads above the options: the reason for asking, and
// the question to ask aloud.
func (m *Model) Ask() (why, question string) {
	if m.form.Anonymous {
		return "There is nobody to ask or to answer, so this is kept as information. A hazard in it is acted on.", ""
	}
	question = "“Would you like us to treat this as a complaint?”"
	who := m.form.line(Name)
	if len([]rune(who)) > 40 || who == "" {
		who = "The resident"
	}
	switch because := m.pointer(); {
	case m.form.Grievance != "":
		return who + " is unhappy with us, so the choice is theirs. Ask:", question
	case because != "" && !m.form.ServiceOnly:
		return who + " may be unhappy, and then the choice is theirs. Ask:", question
	}
	return "If anything we did or did not do is part of it, ask:", question
}

// OfferLine says what becomes of an offer that is declined.
func (m *Model) OfferLine() string {
	switch {
	case m.form.Anonymous:
		return ""
	case m.form.Answer == casework.NotToday:
		return "A slip on the right to complain is printed. That we offered is kept, and counted for the office and for you."
	}
	return "The repair carries on either way."
}

// Anonymous reports that the person gives no name and wants none, which is not
// the same as a name not given.
func (m *Model) Anonymous() bool { return m.form.Anonymous }

// SetAnonymous marks a report that nobody is named in (ruling 13).
func (m *Model) SetAnonymous(is bool) { m.form.Anonymous = is; m.touched() }

// NameHint says what the mark means where it is set.
func (m *Model) NameHint() string {
	if m.form.Anonymous {
		return "The person gives no name and wants none: kept as information. Leave the mark off where the name is only not given."
	}
	return ""
}
