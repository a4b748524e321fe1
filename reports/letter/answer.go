package letter

import (
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// deadline fills in when the answer is due. An acknowledgement that has not
// gone counts as going today: it leaves on the day it is dated (rulings 6, 7).
func (f *filling) deadline(in Input) {
	due := dueOf(in, f.policy, f.stage)
	f.Again = !f.stage.Acknowledged.IsZero() && f.stage.Acknowledged.Before(in.Today)
	f.Extended = extended(f.stage)
	if by := lateFor(in, f.stage); !by.IsZero() {
		f.Late = long(by, "")
	}
	f.Due = long(due.Due, "the day we will answer by")
	if rule, ok := f.policy.Stage(f.stage.Number); ok {
		f.RespondIn = f.within(f.policy, rule.Respond)
	}
}

// lateFor is the day by which an acknowledgement or answer had to go, where it
// goes after that; otherwise no date. Each is a breach of its own (ruling 6).
func lateFor(in Input, s *casework.Stage) calendar.Date {
	var by calendar.Date
	switch {
	case in.Kind == casework.Response:
		by = s.Due().Due
	case in.Kind == casework.Acknowledgement && (s.Acknowledged.IsZero() || s.Acknowledged == in.Today):
		by = s.AcknowledgeBy.Due
	}
	if by.IsZero() || !in.Today.After(by) {
		return calendar.Date{}
	}
	return by
}

// extended says whether the answer's date was moved, told in time (ruling 8).
func extended(s *casework.Stage) bool { return s.Due().Due != s.RespondBy.Due }

// dueOf is the day that a letter quotes for the answer. That of an appeal was
// typed by an officer: the policy has none (ruling 3).
func dueOf(in Input, p *policy.Policy, s *casework.Stage) policy.Deadline {
	if !s.Acknowledged.IsZero() || s.Appeal {
		return s.Due()
	}
	rule, _ := p.Stage(s.Number)
	for _, d := range p.StageDeadlines(s.Number, s.Asked, in.Today, 0, in.Holidays) {
		if d.Act == rule.Respond {
			return d
		}
	}
	return policy.Deadline{}
}

// within is a clock's length in words: "10 working days".
func (f *filling) within(p *policy.Policy, act policy.Act) string {
	c, ok := p.Clock(act)
	if !ok {
		return ""
	}
	return number(c.Days) + " " + c.Unit
}

// answer fills in what puts it right: remedies, promises, money. The money is
// the whole offer of the case, and says what stage 1 had offered within it
// (ruling 21).
func (f *filling) answer(in Input) {
	c := in.Case
	for _, r := range c.Remedies {
		if r.Stage == f.stage.Number {
			f.Remedies = append(f.Remedies, r.Text)
		} else if r.Stage < f.stage.Number {
			f.Offered = true
		}
	}
	for _, p := range c.Promises {
		pf := PromiseFacts{Number: p.ID, Text: p.Text, Owner: known(p.Owner, "who"), Day: day(p.Due, "by when")}
		if !p.Kept.IsZero() {
			pf.Done, pf.Day = true, "Done on "+day(p.Kept, "")
		}
		f.Promises = append(f.Promises, pf)
	}
	f.offer(in, f.stage.Number)
}

// offer fills in the money that a letter of a stage offers. Stage 0 is money
// outside an answer.
func (f *filling) offer(in Input, stage int) {
	c := in.Case
	f.Offer, f.Parts, f.OfferSum, f.SumWords, f.Outright, f.Rest, f.Before, f.Offset = nil, nil, "", "", "", "", "", ""
	for _, l := range c.Redress {
		o := OfferFacts{
			Number: l.ID, For: f.heading(in, l), Working: known(l.Working, "how the sum was reached"), Sum: l.Sum.String(),
			First: l.Stage > 0 && l.Stage < stage,
		}
		if !strings.Contains(strings.ToLower(o.For), strings.ToLower(l.Title)) {
			o.Title = l.Title
		}
		f.Offer = append(f.Offer, o)
		if !l.Head.Outright() {
			f.Parts = append(f.Parts, o)
		}
	}
	if len(f.Parts) == 1 {
		f.Parts = nil // all or nothing
	}
	rest := toAccept(c.Redress).Total()
	if rest > 0 {
		f.Rest = rest.String()
	}
	if owed := c.Redress.Total() - rest; owed > 0 {
		f.Outright = owed.String()
	}
	if len(f.Offer) > 0 {
		f.OfferSum, f.SumWords = c.Redress.Total().String(), sumWords(c.Redress.Total())
		f.PayIn = held(in.Policies.Paying().Words())
	}
	if sum := offset(in); sum > 0 {
		f.Offset = sum.String()
	}
	if before := offeredBefore(c, stage); before > 0 {
		f.Before = before.String()
	}
}

// toAccept are the lines of an offer that are owed only if the resident accepts
// them: what is asked about on the slip.
func toAccept(offer redress.Ledger) redress.Ledger {
	return slices.DeleteFunc(slices.Clone(offer), func(l redress.Line) bool { return l.Head.Outright() })
}

// offeredBefore is what the stages before one had offered.
func offeredBefore(c casework.Case, stage int) redress.Pence {
	var sum redress.Pence
	for n := 1; n < stage; n++ {
		sum += c.Redress.Stage(n)
	}
	return sum
}

// headings are the heads of money as a letter names them.
var headings = map[redress.Head]string{
	redress.FinancialLoss: "Financial loss", redress.Inconvenience: "Inconvenience",
	redress.FixedPayment: "Fixed payment", redress.RightToRepair: "Right to Repair",
}

// heading says what a sum is for, in the policy's own words for the reason.
func (f *filling) heading(in Input, l redress.Line) string {
	head := headings[l.Head]
	if head == "" {
		head = sentence(string(l.Head))
	}
	for _, r := range slices.Concat(f.policy.LossHeads, f.policy.InconvenienceReasons) {
		if r.ID == l.Reason {
			return head + ": " + lowered(r.Title)
		}
	}
	if p, ok := in.Policies.Promise(l.Reason); ok {
		if p.Title == head {
			return head
		}
		return head + ": " + lowered(p.Title)
	}
	if l.Reason != "" {
		return head + ": " + lowered(l.Reason)
	}
	return head
}

// next fills in how the resident can go further: stage 2 where it is open to
// the case (ruling 3), otherwise the one appeal, and after those the Ombudsman.
func (f *filling) next(in Input) {
	f.Last = lastAnswer(in.Kind, f.stage)
	f.Bodies = further(in, f.policy)
	if p, ok := in.Policies.SecondStage(f.policy, in.Case.Closed, in.Today); ok {
		rule, _ := p.Stage(2)
		f.Stage2 = true
		f.AckIn, f.ReplyIn = f.within(p, rule.Acknowledge), f.within(p, rule.Respond)
	}
	if a := f.policy.Appeal; a != nil {
		f.AppealBy = a.AppointedBy
	}
	for _, r := range stillLaw(in, f.policy) {
		f.Retired = true
		if r.Weeks > 0 {
			f.WaitWeeks = number(r.Weeks) + " weeks"
		}
	}
}

// lastAnswer says whether a letter is the last of our complaints process: the
// answer at stage 2 or on appeal (Code 6.10).
func lastAnswer(kind casework.LetterKind, s *casework.Stage) bool {
	return kind == casework.Response && s != nil && s.Number > 1
}

// further names the bodies that can be asked after our last answer
// (Code 6.19).
func further(in Input, p *policy.Policy) string {
	var words []string
	for _, o := range bodies(in, p) {
		words = append(words, "the "+calledBy(o))
	}
	return listed(words)
}

// calledBy is a body's name in a sentence.
func calledBy(o policy.Ombudsman) string {
	if o.ID == housing {
		return o.Short
	}
	return o.Name
}

// stillLaw are the retired provisions that held on the day of the letter.
// Wording goes by that day, whenever the case began (ruling 2).
func stillLaw(in Input, p *policy.Policy) []policy.Retired {
	var held []policy.Retired
	for _, r := range p.Retired {
		if in.Today.Before(r.Ended) {
			held = append(held, r)
		}
	}
	return held
}
