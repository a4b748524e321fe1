package redress

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// Deed is what can be done next with what the case offers.
type Deed string

// The deeds, from the offer to its payment.
const (
	Propose  Deed = "propose"
	Approve  Deed = "approve"
	SendBack Deed = "send back"
	Write    Deed = "write"
	Reply    Deed = "reply"
	Pay      Deed = "pay"
)

// Weigh says how much a standing asks for.
type Weigh int

// The weights: it needs you, it goes well, it waits for somebody else, it is
// told for the record.
const (
	Needs Weigh = iota
	Well
	Waits
	Told
)

// Stand is one thing that is so about the offer, and what can be done about it.
type Stand struct {
	Weigh Weigh
	Title string
	Words string
	Does  []Step
}

// Step is something that can be done; the first of all of them has the key of
// the next action.
type Step struct {
	Deed   Deed
	Words  string
	To     int64               // whom an offer goes to; 0 within one's own limit
	Offer  int                 // the offer that is answered
	Letter casework.LetterKind // the letter that is written
	Quiet  bool                // it can be done and nobody waits for it: never the next action
}

// Stands are how the offer stands: what is to be offered still, what the
// resident said, and what is owed; what needs somebody first.
func (m *Model) Stands() []Stand {
	if m.Alone() {
		return nil
	}
	var all []Stand
	if s, ok := m.toOffer(); ok {
		all = append(all, s)
	}
	for i := len(m.Case.Offers) - 1; i >= 0; i-- {
		if s, ok := m.answered(m.Case.Offers[i]); ok {
			all = append(all, s)
		}
	}
	if s, ok := m.owed(); ok {
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(a, b Stand) int { return cmp.Compare(a.Weigh, b.Weigh) })
	return all
}

// Whole is all that the case offers with what is typed: what limits go by
// (ruling 21).
func (m *Model) Whole() redress.Pence {
	l := m.Ledger()
	return l.Total() - l.Head(redress.Award)
}

// limit is the largest whole offer that an officer may decide alone.
func (m *Model) limit(o casework.Officer) redress.Pence {
	return m.rules.Office.LimitOf(string(o.Role), m.moment.Policies)
}

func (m *Model) officer(id int64) string {
	if id == m.by.ID {
		return "you"
	}
	if o, ok := m.moment.Officer(id); ok {
		return o.Name
	}
	return "somebody"
}

// toOffer is how what the resident has still to be told of stands.
func (m *Model) toOffer() (Stand, bool) {
	drafts := m.Case.ToOffer()
	if len(drafts) == 0 {
		if m.Whole() > 0 && m.Typing() && m.MayChange() == nil {
			return m.notProposed(), true
		}
		return Stand{}, false
	}
	agreed := true
	for _, o := range drafts {
		if o.Waiting() {
			return m.waiting(o), true
		}
		agreed = agreed && o.Agreed()
	}
	if agreed {
		return m.approved(drafts[0]), true
	}
	s := m.notProposed()
	if back := drafts[0].SentBack; len(back) > 0 {
		last := back[len(back)-1]
		s.Words = fmt.Sprintf("%s sent it back on %s: %s\n%s", capital(m.officer(last.By)), last.On.Letter(), last.Why, s.Words)
	}
	return s, true
}

// notProposed says whether the officer may decide alone, and who can otherwise.
func (m *Model) notProposed() Stand {
	whole, mine := m.Whole(), m.limit(m.by)
	if whole <= mine {
		return Stand{Weigh: Well, Title: fmt.Sprintf("Within your limit of %s", mine),
			Words: "Nobody else has to agree to it.", Does: []Step{{Deed: Propose, Words: "Offer it"}}}
	}
	s := Stand{Weigh: Needs, Title: fmt.Sprintf("Over your limit of %s", mine)}
	if mine == 0 {
		s.Title = "Somebody has to agree to it"
	}
	who := m.Approvers()
	if len(who) == 0 {
		s.Words = fmt.Sprintf("Nobody here may approve %s. Ask who looks after Casebook to set the limits.", whole)
		return s
	}
	first := who[0]
	s.Words = fmt.Sprintf("%s can approve up to %s.", first.Name, m.limit(first))
	if m.limit(first) < whole {
		s.Words = fmt.Sprintf("It is above every limit here. %s records who agreed to it outside Casebook.", first.Name)
	}
	for _, o := range who {
		s.Does = append(s.Does, Step{Deed: Propose, Words: "Send to " + o.Name, To: o.ID})
	}
	return s
}

// Approvers are the colleagues who could agree to the offer as it is typed, the
// lowest limit that reaches first.
func (m *Model) Approvers() []casework.Officer {
	var who []casework.Officer
	c := m.Case
	c.Redress = m.Ledger()
	for _, o := range m.officers {
		if o.ID != m.by.ID && casework.MayApprove(c, o, m.moment) == nil {
			who = append(who, o)
		}
	}
	slices.SortStableFunc(who, func(a, b casework.Officer) int {
		return cmp.Or(cmp.Compare(m.limit(a), m.limit(b)), cmp.Compare(a.Name, b.Name))
	})
	return who
}

// waiting is an offer that somebody has to agree to.
func (m *Model) waiting(o casework.Offer) Stand {
	s := Stand{Weigh: Waits, Title: fmt.Sprintf("Waits for %s", m.officer(o.SentTo)),
		Words: fmt.Sprintf("%s sent %s on %s.", capital(m.officer(o.ProposedBy)), o.Whole, o.Proposed.Letter())}
	if o.ProposedBy == m.by.ID || casework.MayApprove(m.Case, m.by, m.moment) != nil {
		return s
	}
	s.Weigh, s.Title = Needs, fmt.Sprintf("Waits for you: %s", o.Whole)
	if o.SentTo != m.by.ID {
		s.Title = fmt.Sprintf("Waits for %s; you may approve it too", m.officer(o.SentTo))
	}
	s.Does = []Step{{Deed: Approve, Words: "Approve " + o.Whole.String()}, {Deed: SendBack, Words: "Send it back"}}
	return s
}

// Outside says whether an approval has to name who agreed outside Casebook: the
// offer is above the limit of every role.
func (m *Model) Outside() bool {
	for _, r := range casework.Roles() {
		if m.Case.Whole() <= m.limit(casework.Officer{Role: r}) {
			return false
		}
	}
	return true
}

// approved is an offer that can go to the resident.
func (m *Model) approved(o casework.Offer) Stand {
	words := fmt.Sprintf("%s approved %s on %s.", capital(m.officer(o.ApprovedBy)), o.Whole, o.Approved.Letter())
	if o.Outside != "" {
		words += fmt.Sprintf(" Agreed by %s outside Casebook.", o.Outside)
	}
	kind := m.letterFor(o)
	return Stand{Weigh: Well, Title: "Ready to offer", Words: words + " The offer counts once its letter has gone.",
		Does: []Step{{Deed: Write, Words: "Write the " + kind.Words(), Letter: kind}}}
}

// letterFor is the letter that tells of an offer: the answer to a complaint, or
// outside one the letter of its money.
func (m *Model) letterFor(o casework.Offer) casework.LetterKind {
	if o.Stage > 0 {
		return casework.Response
	}
	only := func(h redress.Head) bool {
		return !slices.ContainsFunc(o.Lines, func(id int) bool { l := m.Case.Line(id); return l == nil || l.Head != h })
	}
	switch {
	case only(redress.FixedPayment):
		return casework.FixedPaymentLetter
	case only(redress.RightToRepair):
		return casework.RepairPaymentLetter
	}
	return casework.OfferLetter
}

// answered is what the resident said, or has still to say.
func (m *Model) answered(o casework.Offer) (Stand, bool) {
	if o.Told.IsZero() {
		return Stand{}, false
	}
	reply := Step{Deed: Reply, Words: "Record the answer", Offer: o.ID}
	switch {
	case o.Answer == "" && !m.Case.AsksAnswer(o):
		return Stand{Weigh: Told, Title: "Told on " + o.Told.Letter(), Words: "It is the resident's, whatever they say to it."}, true
	case o.Answer == "":
		return Stand{Weigh: Waits, Title: "Offered on " + o.Told.Letter(), Words: "The resident has not answered yet. There is no day by which they must.",
			Does: []Step{reply}}, true
	}
	reply.Words, reply.Quiet = "Record another answer", true
	s := Stand{Weigh: Told, Title: capital(string(o.Answer)) + " on " + o.Replied.Letter(), Words: o.Said}
	if m.mayReply(o.ID) == nil {
		s.Does = []Step{reply}
	}
	return s, true
}

// mayReply says why no answer to an offer can be recorded; 0 is the last one
// told.
func (m *Model) mayReply(offer int) error {
	var first error
	for _, act := range casework.AnswersTo(m.Case, offer, m.Today()) {
		_, err := casework.Apply(m.Case, act, m.moment)
		if err == nil {
			return nil
		}
		first = cmp.Or(first, err)
	}
	return first
}

// owed is what has been accepted or ordered and not been paid, with the day by
// which each part of it is to be paid.
func (m *Model) owed() (Stand, bool) {
	all := casework.Owed(m.Case)
	if len(all) == 0 {
		return Stand{}, false
	}
	type days struct{ due, since calendar.Date }
	var sum redress.Pence
	var order []days
	parts := map[days]redress.Pence{}
	for _, o := range all {
		d := days{o.Due, o.Since}
		if parts[d] == 0 {
			order = append(order, d)
		}
		sum, parts[d] = sum+o.Sum, parts[d]+o.Sum
	}
	slices.SortStableFunc(order, func(a, b days) int { return a.due.Compare(b.due) })
	var words []string
	for _, d := range order {
		left, _ := casework.TimeLeft(d.due, m.moment.Today, m.moment.Holidays)
		words = append(words, fmt.Sprintf("%s by %s, owed since %s: %s.", parts[d], d.due.Letter(), d.since.Letter(), strings.ToLower(left)))
	}
	return Stand{Weigh: Needs, Title: sum.String() + " to pay", Words: strings.Join(words, "\n"),
		Does: []Step{{Deed: Pay, Words: "Record a payment"}}}, true
}

// Next is the one next action of the screen, false where there is none.
func (m *Model) Next() (Step, bool) {
	for _, s := range m.Stands() {
		if len(s.Does) > 0 && !s.Does[0].Quiet {
			return s.Does[0], true
		}
	}
	return Step{}, false
}

// Do does one act on the case as it stands on the screen.
func (m *Model) Do(ctx context.Context, act casework.Act) (casework.Result, error) {
	return m.reg.Do(ctx, m.by, m.id, m.Case.Version, act)
}

// Offset is the money that may be set against rent arrears: under the Right to
// Repair alone, where the office says so, never an ombudsman's award (ruling
// 21). ready says that it is owed now.
func (m *Model) Offset() (sum redress.Pence, ready bool) {
	if m.Alone() || !m.rules.Office.Offset {
		return 0, false
	}
	for _, o := range casework.Owed(m.Case) {
		if o.Head == redress.RightToRepair && m.Case.MayOffset(o.Line) {
			sum, ready = sum+o.Sum, true
		}
	}
	if !ready {
		sum = m.Ledger().Head(redress.RightToRepair)
		for _, l := range m.Kept() {
			o := m.Case.OfferOf(l.ID)
			switch {
			case l.Head != redress.RightToRepair:
			case o != nil && !o.Told.IsZero() && !o.Offset:
				sum -= l.Sum // its letter said that none is taken for rent
			default:
				sum -= m.Case.Paid(l.ID)
			}
		}
	}
	return max(0, sum), ready
}
