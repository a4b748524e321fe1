package states

import (
	"fmt"
	"math/rand/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Do decides one act on a case. It returns the case as it becomes, or as it was
// where the act is refused; an error is a fault, never a refusal.
type Do func(c casework.Case, act casework.Act, m casework.Moment) (casework.Case, error)

// Life is one random life of a case: acts that are likely to be done, in any
// order, on any day, by anybody. The same seed gives the same life.
type Life struct {
	Case casework.Case

	world
	random *rand.Rand
	today  calendar.Date
	do     Do
}

// NewLife is a life that has not begun.
func NewLife(policies *policy.Set, holidays *calendar.Holidays, seed uint64, do Do) *Life {
	return &Life{world: world{policies, holidays}, random: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15)), do: do}
}

// Officers are those who act in a life. A register that lives one knows them by
// the same numbers.
func Officers() []casework.Officer { return []casework.Officer{counter, dan, sam, helen, kit} }

// people are who acts; managers more often, since some acts are theirs alone.
var people = []casework.Officer{counter, dan, sam, helen, helen, kit, kit}

// Live lives the life to its end. The error is the first fault.
func (l *Life) Live() error {
	first := []string{"2023-02-06", "2024-03-18", "2026-11-02", "2026-12-21", "2027-03-22"}
	l.today = date(first[l.random.IntN(len(first))]).AddDays(l.random.IntN(10))
	if err := l.begin(); err != nil {
		return err
	}
	names := casework.ActNames()
	for range 10 + l.random.IntN(30) {
		l.today = l.today.AddDays([]int{0, 0, 0, 0, 1, 1, 3, 20}[l.random.IntN(8)])
		name := names[l.random.IntN(len(names))]
		switch l.random.IntN(5) {
		case 0, 1:
			name = l.next()
		case 2:
			name = likely[l.random.IntN(len(likely))]
		case 3:
			name = l.nextMoney()
		}
		if err := l.step(name); err != nil {
			return fmt.Errorf("%s on %s: %w", name, l.today, err)
		}
	}
	return nil
}

// next is what the case itself says has to be done next; a letter that has to
// be written is sent in one go.
func (l *Life) next() casework.ActName {
	name := casework.StatusOf(l.Case, l.today, l.holidays).Next.Act
	for _, k := range casework.LetterKinds() {
		if name == casework.MakeAct(k) {
			return casework.SendAct(k)
		}
	}
	return name
}

// likely are acts that move a case on, or to where other acts can be done; a
// walk of even chances seldom gets past stage 1.
var likely = []casework.ActName{
	casework.ActAssign, casework.SendAct(casework.Acknowledgement), casework.ActAnswer, casework.ActAnswer, casework.ActAnswer,
	casework.SendAct(casework.Response), casework.SendAct(casework.Response), casework.ActAskStage2, casework.ActExtend, casework.SendAct(casework.ExtensionNotice),
	casework.ActClose, casework.ActReopen, casework.ActExclude, casework.SendAct(casework.RefusalLetter), casework.ActTakeBack,
	casework.ActAgreeUpdates, casework.SendAct(casework.HoldingUpdate), casework.ActRefuseStage2, casework.SendAct(casework.EscalationRefusal),
	casework.ActRefer, casework.ActEvidenceAsked, casework.ActEvidenceSent, casework.ActDetermine, casework.ActComply, casework.ActProgress,
	casework.ActPromise, casework.ActKeepPromise, casework.SendAct(casework.ActionLetter), casework.ActStartHazard, casework.ActHazardStep, casework.ActStartRepair, casework.ActAskSecond, casework.ActRepairDone, casework.ActAskStage2, casework.ActAnswer, casework.SendAct(casework.Acknowledgement),
}

func (l *Life) begin() error {
	r := complaint()
	switch l.random.IntN(15) {
	case 0:
		r.Answer, r.Points = casework.NotToday, nil
	case 1:
		r.Answer, r.Grievance, r.Points = casework.ServiceOnly, casework.NoGrievance, nil
	case 2:
		r.Story, r.Subject = "There is black mould in the bedroom and a smell of gas.", "building-safety"
		r.Home.HighRise = true
	case 3:
		r.Representative = casework.Representative{Name: "Tunde Adeyemi", WriteToRep: true}
	case 4:
		return l.apply(numbered(petition(), l.today), counter)
	case 5:
		return l.apply(numbered(claim(), l.today), counter)
	case 6:
		return l.apply(numbered(payment("right-to-repair"), l.today), counter)
	}
	return l.apply(numbered(r, l.today), counter)
}

// step tries one act by anybody. Letters are made before they are printed or
// sent; the act that is taken back is the last one.
func (l *Life) step(name casework.ActName) error {
	by := people[l.random.IntN(len(people))]
	m := l.moment(by, l.today)
	for _, k := range casework.LetterKinds() {
		if name == casework.PrintAct(k) || name == casework.SendAct(k) {
			if err := l.apply(letterMade(k, m), by); err != nil {
				return err
			}
		}
	}
	if name == "" {
		return nil // nothing has to be done next
	}
	act, _ := l.example(l.Case, name, m)
	switch a := act.(type) {
	case casework.Assign:
		a.To = people[l.random.IntN(len(people))].ID
		act = a
	case casework.OfferRedress:
		act = casework.OfferRedress{Repair: a.Repair, Input: l.money(a.Input)}
	case casework.Propose:
		if l.random.IntN(2) == 0 {
			a.To = people[l.random.IntN(len(people))].ID
		}
		act = a
	case casework.AnswerOffer:
		a.Answer = []casework.OfferAnswer{casework.AcceptedAll, casework.AcceptedPart, casework.DeclinedAll}[l.random.IntN(3)]
		a.Lines = []int{lastLine(l.Case)}
		act = a
	case casework.Pay:
		if l.random.IntN(2) == 0 {
			a.Sum = max(1, a.Sum/2)
		}
		a.Method = casework.PayMethods()[l.random.IntN(len(casework.PayMethods()))]
		act = a
	case casework.AnswerPoint:
		if l.random.IntN(3) == 0 {
			a.Finding = casework.NotUpheld
		}
		act = a
	case casework.Extend:
		a.Days = 1 + l.random.IntN(25)
		act = a
	case casework.AskStage2:
		if l.random.IntN(2) == 0 {
			a.Points = []int{1 + l.random.IntN(2)}
		}
		act = a
	case casework.SentElsewhere:
		a.On = l.today.AddDays(-l.random.IntN(4))
		act = a
	case casework.Exclude:
		a.Point = 1 + l.random.IntN(2)
		act = a
	case casework.Recount:
		m.Holidays = calendar.England(calendar.Exception{Date: l.today.AddDays(1 + l.random.IntN(8)), Name: "A holiday proclaimed late"})
		return l.decide(act, m)
	}
	return l.apply(act, by)
}

func (l *Life) apply(act casework.Act, by casework.Officer) error {
	return l.decide(act, l.moment(by, l.today))
}

func (l *Life) decide(act casework.Act, m casework.Moment) error {
	c, err := l.do(l.Case, act, m)
	if err == nil {
		l.Case = c
	}
	return err
}

// End says where the life came to.
func (l *Life) End() string {
	c := &l.Case
	s := c.Current()
	switch {
	case !c.Void.IsZero():
		return "void"
	case c.Kind.Promised() && !c.Closed.IsZero():
		return string(c.Kind) + " closed"
	case s == nil:
		return "no complaint"
	case !c.Withdrawn.IsZero():
		return "withdrawn"
	case c.Ended == casework.NotAccepted:
		return "not accepted"
	case s.Number == 2 && !s.Responded.IsZero():
		return "stage 2 answered"
	case s.Number == 2:
		return "stage 2"
	case !c.Closed.IsZero():
		return "closed"
	case !s.Responded.IsZero():
		return "stage 1 answered"
	}
	return "stage 1"
}
