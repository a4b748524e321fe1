package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// ProgressFacts are what the progress slip may say beyond AnytimeFacts: nothing
// of anybody but the resident and who deals with it.
type ProgressFacts struct {
	AnytimeFacts
	Stands         string // the case's one sentence
	HasIt          string
	HasItTelephone string
	Over           bool
	NextDay        string
	NextWhat       string // what we will do by then: "send you our answer"
	NextLate       bool
	Rep            string // who may have the slip in the resident's place today
}

var progressKind = letterKind{
	name: casework.ProgressSlip, slip: true, subjectless: true, lay: fillProgress, obliged: always(policy.ProgressSlip),
	residents: []string{"private"}, officers: []string{"stands", "has it"}, // held word for word to the case
	days: func(r *reader) []calendar.Date { day, _ := nextOf(r.in); return []calendar.Date{day} },
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
	p.Name = slipFor(in)
	return k.sheet(in, "progress-slip", p)
}

func progressFacts(in Input) ProgressFacts {
	c := in.Case
	p := ProgressFacts{Stands: casework.StatusOf(toldOnly(c), in.Today, in.Holidays).Sentence, Over: !c.Closed.IsZero()}
	if next, what := nextOf(in); !next.IsZero() {
		p.NextDay, p.NextWhat, p.NextLate = long(next, ""), what, next.Before(in.Today)
	}
	if who, ok := handlerOf(in, in.Case.Current()); ok && !p.Over {
		p.HasIt, p.HasItTelephone = who.Name, held(who.Telephone)
		if p.HasItTelephone == "" {
			p.HasItTelephone = held(known(in.Settings.Telephone, "our telephone number"))
		}
	}
	if rep := c.Representative; rep.Name != "" && authorised(rep, in.Today) && c.Died.IsZero() {
		p.Rep = rep.Name
	}
	return p
}

// toldOnly is the case without an extension that its own letter has still to
// tell of: a slip is not that letter (ruling 8).
func toldOnly(c casework.Case) casework.Case {
	c.Stages = slices.Clone(c.Stages)
	if s := c.Current(); s != nil {
		s.Extensions = slices.DeleteFunc(slices.Clone(s.Extensions), func(e casework.Extension) bool { return e.Told.IsZero() })
	}
	return c
}

// slipFor is whom a slip is made for: the resident, or who deals with the
// affairs of one who has died.
func slipFor(in Input) string {
	c := in.Case
	switch {
	case !c.Died.IsZero() && c.ActsForDead():
		return c.Representative.Name
	case !c.Died.IsZero():
		return "whoever deals with their affairs"
	case c.Resident.Name == "":
		return "the person who told us about it"
	}
	return c.Resident.Name
}

// owedWords are what the resident is told of each duty that is owed to them by a
// day; those among ourselves, and those that no page gives a day, have none.
var owedWords = map[casework.DutyKind]string{
	casework.DutyAcknowledge: "write to say that we have started",
	casework.DutyRespond:     "send you our answer",
	casework.DutyRefuse:      "write to you about what happens next",
	casework.DutyUpdate:      "tell you how it stands",
	casework.DutyHazard:      "take the next step on the danger that you told us of",
	casework.DutyOrder:       "do what the Ombudsman ordered",
	casework.DutyPromise:     "do what we promised",
	casework.DutyWithdrawal:  "confirm that you withdrew it",
	casework.DutyPetition:    "take the next step on your petition",
	casework.DutyClaim:       "visit you and send your claim on",
	casework.DutyRepair:      "have the repair done",
	casework.DutyPay:         "pay what we owe you",
}

// nextOf is the next day that we owe the resident, and what by then. A day that
// has passed is still owed. An answer later than any extension allows is owed
// on the day it is expected (Code 5.9).
func nextOf(in Input) (calendar.Date, string) {
	var next calendar.Date
	what := ""
	for _, d := range casework.Duties(in.Case) {
		words, due := owedWords[d.Kind], d.Due
		if undated(in.Case, d) {
			continue
		}
		if s := in.Case.Current(); d.Kind == casework.DutyRespond && s != nil && s.Beyond.Expected.After(due) {
			due = s.Beyond.Expected
		}
		if words != "" && !due.IsZero() && (next.IsZero() || due.Before(next)) {
			next, what = due, words
		}
	}
	return next, what
}

// undated says whether a petition owes something that the page gives no day: its
// Board until that is set, and the letter on what the Board decided.
func undated(c casework.Case, d casework.Duty) bool {
	p := c.Petition
	return d.Kind == casework.DutyPetition && (!p.Reported.IsZero() && d.Due == p.Reported || p.Board.IsZero() && !p.Investigated.IsZero() && d.Due == p.Investigated)
}

// lookStands finds the case's own sentence, who has it and the next date
// (ruling 28).
func lookStands(r *reader, base Finding) []Finding {
	p := progressFacts(r.in)
	if !r.ends("stands", r.in.Today.Letter()+": "+p.Stands) {
		return base.wrong("The slip does not say how the case stands today. Make it again", "stands", again)
	}
	if words := r.blocks["has it"]; words == "" || p.HasIt != "" && !holds(words, p.HasIt+".") {
		return base.wrong("The slip does not say who has the case", "has it", again)
	}
	want := "no day that we still owe you"
	if p.NextDay != "" {
		want = p.NextDay + ". We "
	}
	if words := r.blocks["next date"]; !strings.Contains(words, plain(want)) || !strings.Contains(words, p.NextWhat) || p.NextLate != strings.Contains(words, "late, and we are sorry") {
		return base.wrong("The slip does not give the next date", "next date", again)
	}
	return base.holds("Says how it stands, who has it and the next date")
}

// lookPrivate finds for whom the slip is: the resident, and a representative
// only while the resident's authority holds (Code 3.6).
func lookPrivate(r *reader, base Finding) []Finding {
	want := "We give it to " + slipFor(r.in)
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
	if rep.Name != "" && progressFacts(r.in).Rep == "" && rep.Name != slipFor(r.in) {
		return base.wrong(fmt.Sprintf("Do not hand this to %s: the resident's authority is not there or has ended", rep.Name), "private", Fix{Act: casework.ActAuthority})
	}
	return base.holds("Nobody is named who may not have it")
}
