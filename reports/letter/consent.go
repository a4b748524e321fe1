package letter

import (
	"slices"
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
)

// ConsentFacts are what the consent form may say beyond AnytimeFacts. What is
// not known is left as a line to write on.
type ConsentFacts struct {
	AnytimeFacts
	Home     string
	Rep      string
	Relation string
	RepReach string
}

// consentKind is a form to sign: handed over or sent, filled in by hand and
// given back. Until then it gives nobody any authority (Code 3.6).
var consentKind = letterKind{
	name: casework.ConsentForm, slip: true, subjectless: true, lay: fillConsent, obliged: always(policy.ConsentForm),
	looks: map[string]look{"authority": lookConsent,
		"take-back": saying("take back", "that the resident can end it at any time, and how", func(r *reader) []string {
			return []string{"at any time", "do not have to say why", r.in.Settings.Telephone}
		}),
		"privacy": saying("privacy", "what is done with the form and where to complain about that",
			fixed("only to know whom we may talk to", "ask us what we keep", "Information Commissioner")),
	},
	house: append([]houseRule{
		{"signatures", true, "Code 3.6", nil, lookSignatures},
		{"give-back", true, "Code 3.6", nil, saying("correct us", "where to send the form", func(r *reader) []string {
			return []string{strings.Join(r.in.Settings.Address, ", ") + "."}
		})},
		{"nothing-before", true, "Code 3.6", nil, saying("opening", "that nothing is told before it is signed", fixed("tell them nothing until you have signed"))},
	}, slipHouse...),
}

func fillConsent(k letterKind, in Input) (Letter, error) {
	f, err := gather(k, in)
	if err != nil {
		return Letter{}, err
	}
	rep := in.Case.Representative
	facts := ConsentFacts{
		AnytimeFacts: anytime(&f, in), Rep: rep.Name, Relation: rep.Relation,
		Home:     oneLine(append(slices.Clone(in.Case.Home.Lines), held(in.Case.Home.Postcode))),
		RepReach: oneLine(append(slices.Clone(rep.Lines), held(rep.Postcode), held(rep.Telephone), rep.Email)),
	}
	facts.Name = notGiven(facts.Name)
	return k.sheet(in, "consent-form", facts)
}

// lookConsent finds the person's name where the case has one, and the
// questions that the resident answers by hand.
func lookConsent(r *reader, base Finding) []Finding {
	rep := r.in.Case.Representative
	switch {
	case rep.Name != "" && !r.has("recorded", rep.Name), rep.Name == "" && r.blocks["who"] == "":
		return base.wrong("The form does not name who will act, or leave room for the name", "recorded", again)
	case !r.has("recorded", notGiven(r.in.Case.Resident.Name)):
		return base.wrong("The form is not made out for the resident", "recorded", again)
	}
	for tag, word := range map[string]string{"what for": "all of it", "may": "Be told", "until": "Until when?"} {
		if !strings.Contains(r.blocks[tag], word) {
			return base.wrong("The form does not ask for what, how much and until when they may act", tag, Fix{Page: PageWords})
		}
	}
	return base.holds("Asks who may act, in what, and until when")
}

// lookSignatures finds both lines to sign on.
func lookSignatures(r *reader, base Finding) []Finding {
	for _, tag := range []string{"sign resident", "sign representative"} {
		if !strings.Contains(strings.ToLower(r.blocks[tag]), "signature, and the date") && !strings.Contains(strings.ToLower(r.blocks[tag]), "and the date") {
			return base.wrong("The form has no line to sign on for both of them", tag, Fix{Page: PageWords})
		}
	}
	return base.holds("Has a line for both to sign")
}
