package letter

import (
	"fmt"
	"strings"

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
