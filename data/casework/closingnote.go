package casework

import (
	"casebook/data/calendar"
	"casebook/data/redress"
	"fmt"
	"strings"
)

// ClosingNote is the case in plain text for an officer to paste into the
// housing system: what it was about, what came of it, what is promised and
// what went out. It names officers and nobody else, and gives nobody's address
// or number. The housing system is open to more people than a confidential
// case is, so of that it says nothing.
func ClosingNote(c Case, m Moment) string {
	n := closing{Case: c, Moment: m}
	n.line("%s, %s", c.Reference, c.Kind)
	if c.Confidential {
		n.line("Confidential. Ask the complaints team.")
		return n.String()
	}
	n.line("About: %s. Received on %s.", n.about(), c.Received.Letter())
	for i := range c.Stages {
		n.stage(&c.Stages[i])
	}
	n.promised()
	n.remedies()
	n.promises()
	n.money()
	n.letters()
	if !c.Closed.IsZero() {
		n.line("Closed on %s%s.", c.Closed.Letter(), prefixed(", ", string(c.Ended)))
	}
	n.line("From Casebook on %s.", m.Today.Letter())
	return n.String()
}

// closing is a closing note being written.
type closing struct {
	Case
	Moment
	strings.Builder
}

func (n *closing) line(format string, args ...any) { fmt.Fprintf(n, format+"\n", args...) }

// about is the policy's word for the subject; the points themselves are in the
// resident's words and stay in the register.
func (n *closing) about() string {
	about := n.Subject
	if p, ok := n.Policies.Named(n.PolicyName()); ok {
		if s, ok := p.Subject(n.Subject); ok {
			about = s.Title
		}
	}
	if about == "" {
		about = "subject not set"
	}
	if len(n.Points) > 0 {
		about += ", " + count(len(n.Points), "point", "points")
	}
	return about
}

func (n *closing) stage(s *Stage) {
	switch {
	case s.Refused.Stands():
		n.line("Stage %d: asked for on %s, not opened.", s.Number, s.Asked.Letter())
	case s.Responded.IsZero() && !n.Withdrawn.IsZero():
		n.line("Stage %d: withdrawn on %s.", s.Number, n.Withdrawn.Letter())
	case s.Responded.IsZero() && n.refused(s):
		n.line("Stage %d: not accepted as a complaint.", s.Number)
	case s.Responded.IsZero():
		n.line("Stage %d: not answered yet, due on %s%s.", s.Number, s.Due().Due.Letter(), n.by(", with ", s.Handler))
	default:
		outcome := string(s.Outcome)
		if s.Mixed {
			outcome += ", some points not"
		}
		n.line("Stage %d: %s. Answered on %s%s.", s.Number, outcome, s.Responded.Letter(), n.by(" by ", s.Handler))
	}
}

// promised is what came of a petition, a claim and repairs. Who is liable is
// the insurer's to say, and stays out of a system open to more people.
func (n *closing) promised() {
	dated := func(what string, on calendar.Date) {
		if !on.IsZero() {
			n.line("%s on %s.", what, on.Letter())
		}
	}
	if n.Kind == PetitionKind {
		n.line("Petition with %s.", count(n.Petition.Signatures, "signature", "signatures"))
		dated("Investigated", n.Petition.Investigated)
		dated("Reported to the Operational Board", n.Petition.Reported)
		dated("Outcome told", n.Petition.OutcomeTold)
	}
	dated("Home visited", n.Claim.Visited)
	dated("Claim form sent", n.Claim.Sent)
	for _, r := range n.Repairs {
		when := "not done yet, due " + r.By().Due.Letter()
		switch {
		case !r.Ended.IsZero():
			when = "the right ended on " + r.Ended.Letter()
		case !r.Done.IsZero():
			when = "done on " + r.Done.Letter()
		}
		n.line("Right to Repair: %s, %s.", n.free(r.What), when)
	}
}

// by names an officer after some words, or says nothing.
func (n *closing) by(words string, officer int64) string {
	if o, ok := n.Officer(officer); ok && o.Name != "" {
		return words + o.Name
	}
	return ""
}

func (n *closing) remedies() {
	if len(n.Remedies) > 0 {
		n.line("To put it right:")
	}
	for _, r := range n.Remedies {
		n.line("- %s", n.free(r.Text))
	}
}

func (n *closing) promises() {
	if len(n.Promises) > 0 {
		n.line("Promised:")
	}
	for _, p := range n.Promises {
		when := "by " + p.Due.Letter()
		if !p.Kept.IsZero() {
			when = "done on " + p.Kept.Letter()
		}
		n.line("- %s: %s, %s", n.free(p.Text), n.free(p.Owner), when)
	}
}

func (n *closing) money() {
	if award := n.Redress.Head(redress.Award); award > 0 {
		n.line("Ordered by an ombudsman: %s.", award)
	}
	if n.Whole() == 0 {
		n.line("Money offered: none.")
		n.payments()
		return
	}
	var each []string
	for _, s := range n.Stages {
		if sum := n.Redress.Stage(s.Number); sum > 0 {
			each = append(each, fmt.Sprintf("%s at stage %d", sum, s.Number))
		}
	}
	if sum := n.Redress.Stage(0) - n.Redress.Head(redress.Award); sum > 0 {
		each = append(each, fmt.Sprintf("%s outside an answer", sum))
	}
	n.line("Money offered: %s in all (%s).", n.Whole(), strings.Join(each, ", "))
	for _, o := range n.Offers {
		switch {
		case o.Told.IsZero():
		case o.Answer == "":
			n.line("The resident has not answered the offer of %s.", o.Sum)
		default:
			n.line("The offer of %s was %s on %s.", o.Sum, o.Answer, o.Replied.Letter())
		}
	}
	n.payments()
}

// payments says what was paid of the money and what is still owed.
func (n *closing) payments() {
	var paid, owed redress.Pence
	for _, sum := range n.Case.paid() {
		paid += sum
	}
	for _, o := range Owed(n.Case) {
		owed += o.Sum
	}
	if paid+owed > 0 {
		n.line("Paid: %s. Still owed: %s.", paid, owed)
	}
}

func (n *closing) letters() {
	var sent []string
	for _, l := range n.Letters {
		if l.Sent.IsZero() {
			continue
		}
		text := fmt.Sprintf("- %s, %s on %s", n.letterWords(l.Kind, l.Stage), l.How, l.Sent.Letter())
		if l.Error != "" {
			text += ", sent in error"
		}
		sent = append(sent, text)
	}
	if len(sent) > 0 {
		n.line("Letters:\n%s", strings.Join(sent, "\n"))
	}
}

// free is a text that an officer wrote, on one line and without what would
// tell who the resident is.
func (n *closing) free(text string) string {
	return strings.Join(strings.Fields(Anonymous(n.Case, text)), " ")
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}
