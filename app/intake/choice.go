package intake

import (
	"regexp"
	"strings"

	"casebook/data/casework"
)

// dissatisfied are words that nobody uses who only asks for a service. They
// take the service-only answer away (ruling 12; Code 1.3, 1.4); they decide
// nothing else, for the choice to complain is the resident's. A word that is
// also used without any reproach ("late", "again") does not belong here.
var dissatisfied = regexp.MustCompile(`(?i)\b(` + strings.Join([]string{
	`complain(t|ts|ed|ing)?`, `unhappy`, `not happy`, `dissatisfied`, `disgust(ed|ing)`, `disgrace(ful)?`,
	`fed up`, `sick of`, `angry`, `furious`, `appall(ed|ing)`, `unacceptable`, `not good enough`, `let down`, `let me down`,
	`(nobody|no one|no-one|never|not) (came|come|turned up|turn up|showed up|rang back|called back|phoned back|replied|answered)`,
	`(didn['’]?t|did not|hasn['’]?t|has not|haven['’]?t|have not) (come|came|turn(ed)? up|show(ed)? up|ring back|rung back|call(ed)? back|repl(y|ied)|answer(ed)?)`,
	`still (not|nothing|waiting|no)`, `keep(s)? ignoring`, `ignored`, `rude(ly|ness)?`, `broken promise(s)?`,
	`apolog(y|ise|ize|ies)`, `compensat(e|ion)`, `(rung|rang|phoned|called|asked|told) (you |them )?(\w+ times|again and again)`,
}, "|") + `)\b`)

// unhappiness says why the resident counts as dissatisfied, or "" while
// nothing but a service is asked for.
func (f form) unhappiness() string {
	switch {
	case f.Unhappy:
		return "you ticked that something we did or did not do is part of it"
	case f.text(Before) != "":
		return "we were told before"
	}
	for _, name := range []string{Story, Wanted} {
		if words := dissatisfied.FindString(f.text(name)); words != "" {
			return "the words “" + strings.ToLower(words) + "” say so"
		}
	}
	return ""
}

// Answers lists what the resident's choice may be now. Asking only for a
// service is absent once any dissatisfaction is recorded.
func (m *Model) Answers() []casework.Answer {
	answers := []casework.Answer{casework.Complain, casework.NotToday}
	if m.form.unhappiness() == "" {
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
	return "Only asks for a service", ", nothing we did is part of it"
}

// Ask is what the officer reads above the options: the reason for asking, and
// the question to ask aloud.
func (m *Model) Ask() (why, question string) {
	question = "“Would you like us to treat this as a complaint?”"
	who := m.form.line(Name)
	if len([]rune(who)) > 40 || who == "" {
		who = "The resident"
	}
	if because := m.form.unhappiness(); because != "" {
		return who + " is unhappy (" + because + "), so the choice is theirs. Ask:", question
	}
	return "If anything we did or did not do is part of it, ask:", question
}

// MayTickUnhappy reports whether the tick that takes the service-only answer
// away is of use: it is not, once the words say so themselves.
func (m *Model) MayTickUnhappy() bool {
	return m.form.Unhappy || m.form.unhappiness() == ""
}

// dropService takes back a service-only answer that no longer stands.
func (f *form) dropService() {
	if f.Answer == casework.ServiceOnly && f.unhappiness() != "" {
		f.Answer = ""
	}
}
