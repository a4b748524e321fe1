package letter

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// slipHouse is what holds for every paper handed over the counter but the
// receipt, which reads back what anybody may have said.
var slipHouse = []houseRule{
	{"wording", true, "ruling 2", nil, lookWording},
	{"dates", true, "", nil, lookDates},
	{"numbers", true, "", nil, lookNumbers},
	{"large-print", true, "Code 5.10", nil, lookLargePrint},
	{"pages", true, "", nil, lookPages},
	{"made-out", true, "", nil, asInCase("recorded", "has it")},
	{"one-page", false, "", nil, lookOnePage},
}

// asInCase holds blocks that have nothing but the case's own words to how they
// would be laid out now.
func asInCase(tags ...string) look {
	return func(r *reader, base Finding) []Finding {
		in := r.in
		in.Kind, in.LargePrint = r.letter.Kind, r.letter.LargePrint
		now, err := r.kind.lay(r.kind, in)
		if err != nil {
			return base.wrong(sentence(err.Error()), "", again)
		}
		for _, tag := range tags {
			if r.blocks[tag] != plain(now.Document.TextOf(tag)) {
				return base.wrong("The paper is not made out as the case has it. Make it again", tag, again)
			}
		}
		return base.holds("Made out as the case has it")
	}
}

// lookOnePage advises where a slip has grown beyond its sheet. Nothing on it is
// left out for that.
func lookOnePage(r *reader, base Finding) []Finding {
	if n := len(r.letter.Document.Pages); n > 1 && !r.letter.LargePrint {
		return base.wrong(fmt.Sprintf("This slip takes %d pages", n), paper.TagPageNumber, Fix{})
	}
	return base.holds("Fits its sheet")
}

// ComplaintSlipFacts are what the slip on the right to complain may say beyond
// AnytimeFacts.
type ComplaintSlipFacts struct {
	AnytimeFacts
	NotToday bool   // unhappy, and chose not to complain today (ruling 12)
	Offered  string // who offered the choice, and when
}

// complaintSlipKind goes to somebody who would not complain today, and to
// whoever asks how they could (ruling 12; Code 1.3, 1.6).
var complaintSlipKind = letterKind{
	name: casework.ComplainSlip, slip: true, subjectless: true, lay: fillComplaintSlip, obliged: always(policy.ComplaintSlip),
	looks: map[string]look{
		"right-to-complain": together("Says that the resident can complain at any time, and how",
			saying("subject", "that the resident can complain at any time", fixed("complain at any time")),
			saying("correct us", "how to complain", func(r *reader) []string {
				return []string{"at any time", "any of us", "in any way you like", r.in.Settings.Telephone, strings.Join(r.in.Settings.Address, ", "), complaintIn(r.in)}
			}), lookTimeLimit),
		"nothing-lost": saying("nothing lost", "that nothing is lost", fixed("Nothing is lost", "what you told us, and the day")),
		"not-an-acknowledgement": saying("not an acknowledgement", "that it is not an acknowledgement", func(r *reader) []string {
			if r.in.Case.Choice.Answer == casework.NotToday {
				return []string{"not an acknowledgement", "did not want to complain today"}
			}
			return []string{"not an acknowledgement"}
		}),
		"received": nil,
	},
	house: append([]houseRule{{"told", true, "ruling 12", nil, lookSlipTold}}, slipHouse...),
}

func fillComplaintSlip(k letterKind, in Input) (Letter, error) {
	c := in.Case
	if c.Kind == casework.Complaint && c.Choice.Answer != casework.NotToday {
		return Letter{}, fmt.Errorf("%s is a complaint already: print its receipt", c.Reference)
	}
	f, err := gather(k, in)
	if err != nil {
		return Letter{}, err
	}
	facts := ComplaintSlipFacts{
		AnytimeFacts: anytime(&f, in), NotToday: c.Choice.Answer == casework.NotToday,
	}
	facts.Received = long(c.Received, "the day we were told")
	if by := in.Officers[c.Choice.By].Name; facts.NotToday && by != "" {
		facts.Offered = day(c.Choice.On, "the day") + ", by " + by
	}
	return k.sheet(in, "complaint-slip", facts)
}

// lookSlipTold finds the day that is kept for the resident.
func lookSlipTold(r *reader, base Finding) []Finding {
	if !r.has("recorded", r.in.Case.Received.Long()) {
		return base.wrong("The slip does not give the day we were told", "recorded", again)
	}
	return base.holds("Gives the day we were told")
}

// ProgressFacts are what the progress slip may say beyond AnytimeFacts: nothing
// of anybody but the resident and who deals with it.
type ProgressFacts struct {
	AnytimeFacts
	Stands         string // the case's one sentence
	HasIt          string
	HasItTelephone string
	Over           bool
	NextDay        string
	NextWhat       string // "we will send you our answer"
	Rep            string // who may have the slip in the resident's place today
}

var progressKind = letterKind{
	name: casework.ProgressSlip, slip: true, subjectless: true, lay: fillProgress, obliged: always(policy.ProgressSlip),
	residents: []string{"private"}, days: progressDays,
	looks: map[string]look{
		"stands": lookStands, "private": lookPrivate,
		"not-an-acknowledgement": saying("not an acknowledgement", "that it is not an acknowledgement or an answer", fixed("not an acknowledgement or an answer")),
	},
	house: append([]houseRule{
		{"hand-over", false, "Code 3.6", nil, lookHandOver},
		{"right-to-complain", true, "Code 1.3", nil, saying("correct us", "that the resident can complain or add to it", fixed("at any time, to any of us"))},
	}, slipHouse...),
}

func fillProgress(k letterKind, in Input) (Letter, error) {
	f, err := gather(k, in)
	if err != nil {
		return Letter{}, err
	}
	p := progressFacts(in)
	p.AnytimeFacts = anytime(&f, in)
	if p.Name == "" {
		p.Name = nameless
	}
	if f.handler.Name != "" && !p.Over {
		p.HasIt, p.HasItTelephone = f.Handler, f.HandlerTelephone
	}
	return k.sheet(in, "progress-slip", p)
}

// nameless is whom a slip is made for where no name was given.
const nameless = "the person who told us about it"

func progressFacts(in Input) ProgressFacts {
	c := in.Case
	p := ProgressFacts{Stands: casework.StatusOf(c, in.Today, in.Holidays).Sentence, Over: !c.Closed.IsZero()}
	if next, what := nextOf(in); !next.IsZero() {
		p.NextDay, p.NextWhat = long(next, ""), what
	}
	if rep := c.Representative; rep.Name != "" && authorised(rep, in.Today) && c.Died.IsZero() {
		p.Rep = rep.Name
	}
	return p
}

// nextOf is the next day that we owe the resident, and what by then: the
// acknowledgement, the answer, an agreed update or a promise, whichever comes
// first. A day that has passed is still owed.
func nextOf(in Input) (calendar.Date, string) {
	c := in.Case
	var next calendar.Date
	what := ""
	earlier := func(d calendar.Date, words string) {
		if !d.IsZero() && (next.IsZero() || d.Before(next)) {
			next, what = d, words
		}
	}
	if s := c.Current(); s != nil && c.Closed.IsZero() && s.Responded.IsZero() && !s.Refused.Stands() {
		if s.Acknowledged.IsZero() {
			earlier(s.AcknowledgeBy.Due, "we will write to say that we have started")
		} else {
			earlier(s.Due().Due, "we will send you our answer")
		}
		for _, u := range s.Updates {
			if u.Given.IsZero() {
				earlier(u.Due, "we will tell you how it stands")
			}
		}
	}
	for _, p := range openPromises(in) {
		earlier(p.Due, "we will do what we promised")
	}
	return next, what
}

func progressDays(r *reader) []calendar.Date {
	c := r.in.Case
	next, _ := nextOf(r.in)
	days := []calendar.Date{next, c.Closed, c.Withdrawn}
	for _, s := range c.Stages {
		days = append(days, s.Asked, s.Responded, s.AcknowledgeBy.Due, s.Due().Due, s.Beyond.Expected)
	}
	return days
}

// lookStands finds the case's own sentence, who has it and the next date
// (ruling 28).
func lookStands(r *reader, base Finding) []Finding {
	p := progressFacts(r.in)
	if !r.ends("stands", r.in.Today.Letter()+": "+p.Stands) {
		return base.wrong("The slip does not say how the case stands today. Make it again", "stands", again)
	}
	who := r.in.Settings.Telephone
	if h, ok := handlerOf(r.in, r.stage); ok && !p.Over {
		who = h.Name
	}
	if !r.has("has it", who+".") && !r.has("has it", who) {
		return base.wrong("The slip does not say who has the case", "has it", again)
	}
	want := "no day that we still owe you"
	if p.NextDay != "" {
		want = p.NextDay + ". By then " + p.NextWhat
	}
	if !strings.Contains(r.blocks["next date"], plain(want)) {
		return base.wrong("The slip does not give the next date", "next date", again)
	}
	return base.holds("Says how it stands, who has it and the next date")
}

// lookPrivate finds for whom the slip is: the resident, and a representative
// only while the resident's authority holds (Code 3.6).
func lookPrivate(r *reader, base Finding) []Finding {
	name := r.in.Case.Resident.Name
	if name == "" {
		name = nameless
	}
	want := "We give it to " + name
	if rep := progressFacts(r.in).Rep; rep != "" {
		want += ", or to " + rep + ", who acts for them"
	}
	if !r.ends("private", want+", and to nobody else.") {
		return base.wrong("The slip does not say for whom alone it is. Make it again", "private", again)
	}
	return base.holds("Says for whom it is")
}

// lookHandOver reminds of a representative who may not have the slip.
func lookHandOver(r *reader, base Finding) []Finding {
	rep := r.in.Case.Representative
	if rep.Name != "" && progressFacts(r.in).Rep == "" {
		return base.wrong(fmt.Sprintf("Do not hand this to %s: the resident's authority is not there or has ended", rep.Name), "private", Fix{Act: casework.ActAuthority})
	}
	return base.holds("Nobody else is named in the case")
}
