package intake

import (
	"strings"
	"unicode"

	"casebook/data/casework"
)

// dissatisfied are phrases that nobody uses who only asks for a service. They
// take the service-only answer away (ruling 12; Code 1.3, 1.4); they decide
// nothing else, for the choice to complain is the resident's. A word that is
// also used without any reproach ("late", "again") does not belong here.
var dissatisfied = phrases()

func phrases() []string {
	all := strings.Split("complain|complaint|complaints|complained|complaining|unhappy|not happy|dissatisfied|disgusted|disgusting|"+
		"disgrace|disgraceful|fed up|sick of|angry|furious|appalled|appalling|unacceptable|not good enough|let down|let me down|"+
		"still not|still nothing|still waiting|still no|ignored|keep ignoring|keeps ignoring|rude|rudely|rudeness|broken promise|"+
		"broken promises|apology|apologies|apologise|apologize|compensate|compensation", "|")
	join := func(firsts, thens string) {
		for _, first := range strings.Split(firsts, "|") {
			for _, then := range strings.Split(thens, "|") {
				all = append(all, first+" "+then)
			}
		}
	}
	join("nobody|no one|never", "came|come|turned up|showed up|rang back|called back|phoned back|replied|answered")
	join("didn't|did not", "come|turn up|show up|ring back|call back|phone back|reply|answer")
	join("hasn't|has not|haven't|have not", "come|turned up|shown up|rung back|called back|phoned back|replied|answered")
	const often = "twice|three times|four times|five times|six times|several times|many times|again and again"
	join("rung|rang|phoned|called|asked|told", often)
	join("rung you|rang you|phoned you|called you|asked you|told you|told them|asked them", often)
	return all
}

// plainWords is text as words in small letters between single spaces, so that
// a phrase is found whatever stands between its words. An apostrophe is left
// out, being typed in several ways or not at all.
func plainWords(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	space := true
	for _, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
			space = false
		case r == '\'' || r == '’':
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	b.WriteByte(' ')
	return b.String()
}

// plainly is the phrases as they are looked for.
var plainly = func() []string {
	all := make([]string, len(dissatisfied))
	for i, phrase := range dissatisfied {
		all[i] = plainWords(phrase)
	}
	return all
}()

// reproach is the first of the phrases that a text holds, or "".
func reproach(text string) string {
	plain := plainWords(text)
	for i, phrase := range plainly {
		if strings.Contains(plain, phrase) {
			return dissatisfied[i]
		}
	}
	return ""
}

// judged remembers what was found in a text: the screen asks several times for
// every key, and a long story takes a while to read.
type judged struct{ text, found string }

func (j *judged) reproach(text string) string {
	if j.text != text {
		j.text, j.found = text, reproach(text)
	}
	return j.found
}

// unhappiness says why the resident counts as dissatisfied, or "" while
// nothing but a service is asked for.
func (m *Model) unhappiness() string {
	switch {
	case m.form.Unhappy:
		return "you ticked that something we did or did not do is part of it"
	case m.form.line(Before) != "":
		return "we were told before"
	}
	for _, words := range []string{m.story.reproach(m.form.Text[Story]), m.wanted.reproach(m.form.Text[Wanted])} {
		if words != "" {
			return "the words “" + words + "” say so"
		}
	}
	return ""
}

// Answers lists what the resident's choice may be now. Asking only for a
// service is absent once any dissatisfaction is recorded.
func (m *Model) Answers() []casework.Answer {
	answers := []casework.Answer{casework.Complain, casework.NotToday}
	if m.unhappiness() == "" {
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
	if because := m.unhappiness(); because != "" {
		return who + " is unhappy (" + because + "), so the choice is theirs. Ask:", question
	}
	return "If anything we did or did not do is part of it, ask:", question
}

// MayTickUnhappy reports whether the tick that takes the service-only answer
// away is of use: it is not, once the words say so themselves.
func (m *Model) MayTickUnhappy() bool {
	return m.form.Unhappy || m.unhappiness() == ""
}

// dropService takes back a service-only answer that no longer stands.
func (m *Model) dropService() {
	if m.form.Answer == casework.ServiceOnly && m.unhappiness() != "" {
		m.form.Answer = ""
	}
}
