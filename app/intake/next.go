package intake

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Coming is one line of "What happens next".
type Coming struct {
	Date   string // "Fri 20 Nov 2026"; "" for a line without a day
	Words  string
	Late   bool // the day has passed
	Hazard bool // a danger's own clock, beside the complaint's
}

// policy is the one of the day the contact was received; nil while the day or
// the policies are not known.
func (m *Model) policy() *policy.Policy {
	if m.world.Policies == nil || m.form.Received.IsZero() {
		return nil
	}
	return m.world.Policies.InForceOn(m.form.Received)
}

// Next lists the dates that follow from what has been typed so far. A contact
// that is no complaint has none, and the right to complain in their place.
func (m *Model) Next() []Coming {
	p := m.policy()
	if p == nil {
		return nil
	}
	return append(hazardLines(m.Hazards()), m.following(p)...)
}

// following are the lines of the contact itself.
func (m *Model) following(p *policy.Policy) []Coming {
	if m.Promised() {
		return m.promisedNext()
	}
	if m.form.Anonymous {
		return []Coming{{Words: "Kept as information and looked into. It has no complaint dates, because there is nobody to answer."}}
	}
	switch m.form.Answer {
	case casework.NotToday:
		return append([]Coming{{Words: "A slip with the right to complain is printed, and that we offered is kept and counted."}}, right(p)...)
	case casework.ServiceOnly:
		return append([]Coming{{Words: "The service request goes to the team that does the work. It has no complaint dates."}}, right(p)...)
	}
	return m.clocks(p)
}

// clocks are stage 1's dates (ruling 6): the answer is counted from the
// acknowledgement, so until there is one both ends are shown.
func (m *Model) clocks(p *policy.Policy) []Coming {
	today, received, h := m.deps.Today(), m.form.Received, m.world.Holidays
	rule, ok := p.Stage(1)
	if !ok {
		return nil
	}
	if received.After(today) {
		return nil
	}
	var lines []Coming
	add := func(d policy.Deadline, words string) {
		lines = append(lines, Coming{Date: dated(d.Due), Words: words, Late: d.Due.Before(today)})
	}
	earliest := find(p.StageDeadlines(1, received, today, 0, h), rule.Respond)
	for _, d := range p.StageDeadlines(1, received, calendar.Date{}, 0, h) {
		switch d.Act {
		case rule.Acknowledge:
			words := "Acknowledge by, " + length(p, d.Act)
			if d.Due.Before(today) {
				words = "Acknowledgement was due: acknowledge today"
			}
			add(d, words)
		case rule.Respond:
			if earliest.Due != d.Due && !d.Due.Before(earliest.Due) {
				add(earliest, "Response, if acknowledged today")
				add(d, "Response at the latest")
			} else {
				add(earliest, "Response by, "+length(p, d.Act))
			}
		}
	}
	return lines
}

// complains reports that the contact is, or may still become, a complaint.
func (m *Model) complains() bool {
	return !m.Promised() && !m.form.Anonymous && m.form.Answer != casework.NotToday && m.form.Answer != casework.ServiceOnly
}

// Warning says that the dates reach beyond the proclaimed bank holidays; ""
// when they do not.
func (m *Model) Warning() string {
	for _, d := range m.promisedClocks() {
		if d.Working.Warning != "" {
			return d.Working.Warning
		}
	}
	p := m.policy()
	if p == nil || !m.complains() {
		return ""
	}
	for _, d := range p.StageDeadlines(1, m.form.Received, calendar.Date{}, 0, m.world.Holidays) {
		if d.Working.Warning != "" {
			return d.Working.Warning
		}
	}
	return ""
}

func find(all []policy.Deadline, act policy.Act) policy.Deadline {
	for _, d := range all {
		if d.Act == act {
			return d
		}
	}
	return policy.Deadline{}
}

// right is the right to complain, shown with every contact that is no
// complaint (Code 1.3, 1.4).
func right(p *policy.Policy) []Coming {
	rule, _ := p.Stage(1)
	words := "The resident may complain about this at any time, to any of us."
	if l := length(p, rule.Acknowledge); l != "" {
		words += " We then acknowledge within " + l + "."
	}
	return []Coming{{Words: words}}
}

func length(p *policy.Policy, act policy.Act) string {
	c, ok := p.Clock(act)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%d %s", c.Days, c.Unit)
}

func dated(d calendar.Date) string { return fmt.Sprintf("%s %d", d.Short(), d.Year()) }

// understood is the day that was typed; zero where it makes none.
func (m *Model) understood(text string) calendar.Date {
	d, err := calendar.Parse(text, m.deps.Today(), m.holidays())
	if err != nil {
		return calendar.Date{}
	}
	return d
}

// ahead is the day that was typed for something still to come.
func (m *Model) ahead(text string) calendar.Date {
	d, err := calendar.ParseAhead(text, m.deps.Today(), m.holidays())
	if err != nil {
		return calendar.Date{}
	}
	return d
}

// happened is the day something began, or the resident's rough words for it.
func (m *Model) happened(text string) casework.Day {
	if d := m.understood(text); !d.IsZero() {
		return casework.Day{Date: d}
	}
	f := form{Text: map[string]string{Happened: text}}
	return casework.Day{Rough: f.line(Happened)}
}

// holidays are the office's, or the shipped ones until those are read.
func (m *Model) holidays() *calendar.Holidays {
	if m.world.Holidays != nil {
		return m.world.Holidays
	}
	return shippedHolidays
}

var shippedHolidays = calendar.England()

// DayLine echoes a day field: what was understood, or that rough words are
// kept as said. Good is false for words that make no day.
func (m *Model) DayLine(field string) (line string, good bool) {
	day := casework.Day{Date: map[string]calendar.Date{Received: m.form.Received, RepGiven: m.form.RepGiven, RepUntil: m.form.RepUntil}[field]}
	if field == Happened {
		day = m.form.Happened
	}
	switch {
	case !day.Date.IsZero():
		return calendar.Echo(day.Date, m.deps.Today(), m.holidays()), true
	case field == Happened && day.Rough != "" && onlyFigures(day.Rough):
		return "", false
	case field == Happened && day.Rough != "":
		return "Kept as said: “" + day.Rough + "”", true
	}
	return "", false
}

// onlyFigures reports that rough words have no letter: they were meant as a
// date and are not one.
func onlyFigures(text string) bool {
	for _, r := range text {
		if r > '9' {
			return false
		}
	}
	return true
}

// Came says in a few words how and when the contact came, for the head of the
// screen: "At the counter, received today".
func (m *Model) Came() string {
	words := channelWords[m.form.Channel]
	switch d := m.form.Received; {
	case d.IsZero():
		return words + ", day received not known"
	case d == m.deps.Today():
		return words + ", received today"
	default:
		return words + ", received " + dated(d)
	}
}

var channelWords = map[casework.Channel]string{
	casework.Counter: "At the counter", casework.Telephone: "By telephone", casework.ByLetter: "By letter",
	casework.ByEmail: "By e-mail", casework.WebForm: "By web form", casework.SocialMedia: "On social media",
	casework.Survey: "In a survey", casework.Councillor: "Through a councillor or MP", casework.ThirdParty: "Through a third party",
}

// ChannelWords is a channel as an officer reads it in a list.
func ChannelWords(c casework.Channel) string { return channelWords[c] }
