package letter

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// PetitionFacts are what the letters about a petition may say beyond
// AnytimeFacts.
type PetitionFacts struct {
	AnytimeFacts
	Signatures    string // "214 signatures"
	Story         string // the petition's own words
	InvestigateBy string
	LateBy        string // the day that was missed: for this letter, or for looking into it
	Looked        bool   // it has been looked into
	Missed        bool   // it has not, and the day for it is over
	Investigated  string
	Findings      string
	Reported      string // the Operational Board that heard it
	Outcome       string
}

var petitionKind = letterKind{
	name: casework.PetitionAcknowledgement, script: plainly("petition-acknowledgement"), obliged: always(policy.PetitionAcknowledgement),
	subjectless: true, facts: petitionFacts, residents: []string{"story"}, days: petitionDays,
	looks: map[string]look{
		"petition": together("Says which petition it is", lookPetition, lookPetitionSays), "investigated-by": lookInvestigatedBy,
		"board": saying("board", "that the Operational Board hears it, and that no time is promised",
			fixed("goes to our Operational Board", "do not promise a time", "write to tell you what it decided")),
		"can-complain": lookCanComplain,
	},
	house: []houseRule{
		{"money", true, "", nil, lookNoMoney},
		{"late", true, "our earlier page, petitions", nil, lookPetitionLate},
		{"needs", true, "Code 5.10", nil, lookNeeds},
	},
}

var petitionOutcomeKind = letterKind{
	name: casework.PetitionOutcome, script: plainly("petition-outcome"), obliged: always(policy.PetitionOutcome),
	subjectless: true, facts: petitionOutcome, residents: []string{"story"}, officers: []string{"findings", "outcome"}, days: petitionDays,
	looks: map[string]look{
		"petition": together("Says which petition it is", lookPetition, lookPetitionSays),
		"findings": lookPetitionFindings, "outcome": lookPetitionOutcome,
		"can-complain": together("Says that the way to a complaint and the Ombudsman is open", lookCanComplain,
			saying("can complain", "that the resident can go to the Ombudsman", fixed("go to the Ombudsman"))),
	},
	house: []houseRule{
		{"late", true, "our earlier page, petitions", nil, lookPetitionLate},
		{"needs", true, "Code 5.10", nil, lookNeeds},
	},
}

func petitionFacts(f *filling, in Input) (any, error) {
	c := in.Case
	if c.Kind != casework.PetitionKind {
		return nil, fmt.Errorf("%s is a %s and not a petition", c.Reference, c.Kind)
	}
	p := c.Petition
	facts := PetitionFacts{
		AnytimeFacts: anytime(f, in), Signatures: held(known(signatures(p), "how many signatures")), Story: known(c.Story, "what the petition says"),
		InvestigateBy: long(p.InvestigateBy.Due, "the day by which it is looked into"), Investigated: day(p.Investigated, "the day"),
		Findings: known(p.Findings, "what was found"), Reported: day(p.Reported, "the day of the Board"), Outcome: known(p.Outcome, "what the Board decided"),
	}
	if by := petitionLate(in); !by.IsZero() {
		facts.LateBy = long(by, "")
	}
	facts.Looked = !lookedInto(in).IsZero()
	facts.Missed = !facts.Looked && in.Today.After(p.InvestigateBy.Due)
	return facts, nil
}

func petitionOutcome(f *filling, in Input) (any, error) {
	if p := in.Case.Petition; in.Case.Kind == casework.PetitionKind && (p.Reported.IsZero() || p.Reported.After(in.Today)) {
		return nil, fmt.Errorf("the Operational Board has not heard %s: record what it decided first", in.Case.Reference)
	}
	return petitionFacts(f, in)
}

// signatures counts who signed, in words that a sentence takes.
func signatures(p casework.Petition) string {
	switch p.Signatures {
	case 0:
		return ""
	case 1:
		return "one signature"
	}
	return fmt.Sprintf("%d signatures", p.Signatures)
}

// lookedInto is the day a petition was looked into, where it was before the
// letter.
func lookedInto(in Input) calendar.Date {
	on := in.Case.Petition.Investigated
	forget(&on, in.Today)
	return on
}

// petitionLate is the day that was missed: for acknowledging the petition, or in
// the letter on its outcome for looking into it. No date: none was.
func petitionLate(in Input) calendar.Date {
	p := in.Case.Petition
	by, on := p.AcknowledgeBy.Due, in.Today
	if in.Kind == casework.PetitionOutcome {
		by, on = p.InvestigateBy.Due, p.Investigated
	}
	if by.IsZero() || !on.After(by) {
		return calendar.Date{}
	}
	return by
}

func petitionDays(r *reader) []calendar.Date {
	p := r.in.Case.Petition
	return []calendar.Date{p.AcknowledgeBy.Due, p.InvestigateBy.Due, p.Investigated, p.Reported}
}

// lookPetition finds the day it came, with no other beside it, and how many
// signed it.
func lookPetition(r *reader, base Finding) []Finding {
	if f := lookReceived(r, base); !f[0].OK {
		return f
	}
	want := signatures(r.in.Case.Petition)
	if want == "" {
		return base.wrong("Nobody has counted the signatures. Count them", "opening", Fix{})
	}
	if !r.has("opening", want+".") {
		return base.wrong("The letter does not say how many signed: "+want, "opening", again)
	}
	return base.holds("Gives the day and the signatures")
}

func lookPetitionSays(r *reader, base Finding) []Finding {
	if story := r.in.Case.Story; story == "" || !r.ends("story", story) {
		return base.wrong("What the petition says is not on the page as it is in the case. Make the letter again", "story", again)
	}
	return base.holds("Says what the petition asks for")
}

// lookInvestigatedBy finds the day by which it is looked into, or on which it
// was, and no other beside it (ruling 11). No day that is over is promised.
func lookInvestigatedBy(r *reader, base Finding) []Finding {
	const tag = "investigated by"
	by, on := r.in.Case.Petition.InvestigateBy.Due, lookedInto(r.in)
	days := dayLike.FindAllString(r.blocks[tag], -1)
	switch {
	case !on.IsZero() && (len(days) != 1 || days[0] != on.Letter() || !strings.Contains(r.blocks[tag], "have looked into it")):
		return base.wrong("It was looked into on "+on.Letter()+", and the letter does not say so. Make it again", tag, again)
	case !on.IsZero():
		return base.holds("Looked into on " + on.Letter())
	case by.IsZero() || len(days) != 1 || days[0] != by.Long():
		return base.wrong("The letter does not say by when it is looked into: "+by.Long(), tag, again)
	case r.in.Today.After(by) != strings.Contains(r.blocks[tag], "sorry"):
		return base.wrong("The letter and the calendar differ on whether "+by.Long()+" is over. Make it again", tag, again)
	}
	return base.holds("Looked into by " + by.Long())
}

func lookPetitionFindings(r *reader, base Finding) []Finding {
	if found := r.in.Case.Petition.Findings; found == "" || !r.ends("findings", found) {
		return base.wrong("What was found is not on the page as it is in the case. Make the letter again", "findings", again)
	}
	return base.holds("Says what was found")
}

// lookPetitionOutcome finds what the Operational Board decided, and the day.
func lookPetitionOutcome(r *reader, base Finding) []Finding {
	p := r.in.Case.Petition
	switch {
	case p.Outcome == "" || !r.ends("outcome", p.Outcome):
		return base.wrong("What the Operational Board decided is not on the page as it is in the case. Make the letter again", "outcome", again)
	case !r.has("heading outcome", p.Reported.Letter()):
		return base.wrong("The letter does not say when the Operational Board decided, on "+p.Reported.Letter(), "heading outcome", again)
	}
	return base.holds("Says what the Operational Board decided")
}

// lookCanComplain finds that a petition takes nobody's right to complain away.
func lookCanComplain(r *reader, base Finding) []Finding {
	return saying("can complain", "that whoever signed can also complain, and how", func(r *reader) []string {
		return []string{"anybody who signed", "any of us", "at any time", r.in.Settings.Telephone, complaintIn(r.in)}
	})(r, base)
}

// lookPetitionLate finds that we are sorry where we missed a day of our own.
func lookPetitionLate(r *reader, base Finding) []Finding {
	const tag = "late"
	in := r.in
	in.Kind = r.letter.Kind
	by := petitionLate(in)
	switch {
	case by.IsZero() && r.blocks[tag] != "":
		return base.wrong("The page says that we were late, and we were in time. Make the letter again", tag, again)
	case !by.IsZero() && (!strings.Contains(r.blocks[tag], "sorry") || !r.has(tag, by.Long()+".")):
		return base.wrong("We missed "+by.Letter()+", and the letter does not say sorry for it", tag, again)
	}
	return base.holds("Says sorry where we were late")
}
