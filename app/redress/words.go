package redress

import (
	"fmt"
	"strings"

	"casebook/app/look"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// workingParts is how a sum was made: the sum itself in bold, then its words.
func workingParts(w Worked) []look.Part {
	if !w.OK {
		return []look.Part{look.Words("The sum follows as you type.").In(look.Muted).At(look.SizeSmall)}
	}
	first, rest, found := strings.Cut(w.Line.Working, ". ")
	if !found {
		return []look.Part{look.Bold(w.Line.Working).At(look.SizeSmall)}
	}
	return []look.Part{look.Bold(first + ".  ").At(look.SizeSmall), look.Words(rest).In(look.Muted).At(look.SizeSmall)}
}

// offerTitle names the words of OfferWords for what they are: the letters set
// the sums out in a table of their own.
const offerTitle = "The offer in words"

// offerUse is what the words are for.
const offerUse = "To say at the counter or put into an e-mail."

// OfferWords is the money as it is typed in one paragraph, to say at the counter
// or put into an e-mail. No letter has it.
func (m *Model) OfferWords() string {
	stage, further := m.stage(), redress.ToStage2
	switch {
	case m.Alone():
		further = redress.ToComplain
	case stage == 0:
		if s := m.Case.Current(); s != nil && m.Ledger().Stage(0) == 0 {
			stage, further = s.Number, m.further(s.Number)
		} else {
			further = redress.ToComplain
		}
	default:
		further = m.further(stage)
	}
	return m.Ledger().Paragraph(stage, further)
}

// further is what the resident can still ask us for after an answer.
func (m *Model) further(stage int) redress.Further {
	if stage > 1 || m.rules.Policy == nil {
		return redress.Nothing
	}
	if _, ok := m.rules.Set.SecondStage(m.rules.Policy, m.Case.Closed, m.moment.Today); ok {
		return redress.ToStage2
	}
	return redress.ToAppeal
}

// Earlier is what stage 1 had offered within the total, in words; empty where
// there is nothing of it (ruling 21).
func (m *Model) Earlier() string {
	now := m.stage()
	l := m.Ledger()
	if before := l.Stage(1); now > 1 && before > 0 {
		return fmt.Sprintf("%s of it was offered at stage 1.", before)
	}
	return ""
}

// Suggestions are the latenesses of ours that ask for a line or a reason.
func (m *Model) Suggestions() []casework.Suggestion {
	if m.Alone() || m.MayChange() != nil {
		return nil
	}
	return casework.Suggestions(m.Case, m.moment.Today)
}

// Suggest begins the line that a suggestion asks for.
func (m *Model) Suggest(s casework.Suggestion) {
	m.Fold()
	d := DraftOf(redress.Line{Input: s.Input()})
	m.drafts[0] = &d
	m.open = 0
}

// guidanceWords compare a line with what the Ombudsman's guidance names.
func guidanceWords(c redress.Compared) string {
	return fmt.Sprintf("The Ombudsman's guidance: %s. It binds nobody and has to be taken into account (%s).", c.Working, source(c.Tariff.Source))
}

func source(s policy.Source) string {
	if s.Code != "" {
		return "Code " + s.Code
	}
	return s.String()
}

// dateName is what one of the dates of a line is.
func dateName(l redress.Line, place int) string {
	d := l.Dates[place]
	if l.Head == redress.RightToRepair {
		if place == 0 {
			return "Last day of the first period"
		}
		return "Last day of the second contractor's period"
	}
	return d.Act.Title()
}
