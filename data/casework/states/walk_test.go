package states

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// walks are how many random lives of a case are tried: a million with
// CASEBOOK_LONG=1, and CASEBOOK_WALKS says otherwise.
func walks(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("CASEBOOK_WALKS")); err == nil {
		return n
	}
	if os.Getenv("CASEBOOK_LONG") != "" {
		return 1_000_000
	}
	return 300
}

// TestNoLifeOfACaseBreaksARule lives cases through acts that are likely to be
// done, in any order, on any day, by any officer, and holds every step to what
// must always be true: that the case breaks none of its rules, that the act
// changed nothing it was given, and that history replayed gives the case.
func TestNoLifeOfACaseBreaksARule(t *testing.T) {
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	count, reached, done := walks(t), map[string]int{}, map[casework.ActName]int{}
	var mu sync.Mutex // over reached and done
	var side sync.WaitGroup
	next := atomic.Int64{}
	for range runtime.GOMAXPROCS(0) {
		side.Go(func() {
			w := world{policies, calendar.England()}
			for seed := next.Add(1); seed <= int64(count) && !t.Failed(); seed = next.Add(1) {
				l := &life{world: w, random: rand.New(rand.NewPCG(uint64(seed), 0x9e3779b97f4a7c15)), replayed: map[string]string{}}
				err := l.live()
				mu.Lock()
				if err != nil {
					t.Errorf("life %d, after %s: %v", seed, strings.Join(l.told, ", "), err)
				}
				reached[l.end()]++
				for _, act := range l.done {
					done[act]++
				}
				mu.Unlock()
			}
		})
	}
	side.Wait()
	// A proof that reaches nothing proves nothing.
	for _, end := range []string{"stage 2 answered", "stage 2", "stage 1 answered", "withdrawn", "not accepted", "closed", "no complaint", "void"} {
		if reached[end] == 0 && count >= 1000 {
			t.Errorf("of %d lives none ended as %q: %v", count, end, reached)
		}
	}
	for _, act := range casework.ActNames() {
		if done[act] == 0 && act != casework.ActRecount && count >= 10_000 {
			t.Errorf("in %d lives %q was never done", count, act)
		}
	}
	t.Logf("%d lives ended as %v", count, reached)
}

// life is one random life of a case.
type life struct {
	world
	random   *rand.Rand
	c        casework.Case
	today    calendar.Date
	replayed map[string]string
	told     []string
	done     []casework.ActName
}

// people are who acts; managers more often, since some acts are theirs alone.
var people = []casework.Officer{counter, dan, sam, helen, helen, kit, kit}

func (l *life) live() error {
	first := []string{"2023-02-06", "2024-03-18", "2026-11-02", "2026-12-21", "2027-03-22"}
	l.today = date(first[l.random.IntN(len(first))]).AddDays(l.random.IntN(10))
	if err := l.begin(); err != nil {
		return err
	}
	names := casework.ActNames()
	for range 10 + l.random.IntN(30) {
		l.today = l.today.AddDays([]int{0, 0, 0, 0, 1, 1, 3, 20}[l.random.IntN(8)])
		name := names[l.random.IntN(len(names))]
		switch l.random.IntN(4) {
		case 0, 1:
			name = l.next()
		case 2:
			name = likely[l.random.IntN(len(likely))]
		}
		if err := l.step(name); err != nil {
			return fmt.Errorf("%s on %s: %w", name, l.today, err)
		}
	}
	return l.replay()
}

// next is what the case itself says has to be done next; a letter that has to
// be written is sent in one go.
func (l *life) next() casework.ActName {
	name := casework.StatusOf(l.c, l.today, l.holidays).Next.Act
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
	casework.ActPromise, casework.ActKeepPromise, casework.SendAct(casework.ActionLetter), casework.ActStartHazard, casework.ActHazardStep, casework.ActAskStage2, casework.ActAnswer, casework.SendAct(casework.Acknowledgement),
}

func (l *life) begin() error {
	r := complaint()
	r.ID, r.Office, r.Received = 7, 1, l.today
	switch l.random.IntN(12) {
	case 0:
		r.Answer, r.Points = casework.NotToday, nil
	case 1:
		r.Answer, r.Grievance, r.Points = casework.ServiceOnly, casework.NoGrievance, nil
	case 2:
		r.Story, r.Subject = "There is black mould in the bedroom and a smell of gas.", "building-safety"
		r.Home.HighRise = true
	case 3:
		r.Representative = casework.Representative{Name: "Tunde Adeyemi", WriteToRep: true}
	}
	r.Reference = casework.NewReference(r.Kind(), l.today.Year(), 7)
	return l.apply(r, counter)
}

// step tries one act by anybody. Letters are made before they are printed or
// sent; the act that is taken back is the last one.
func (l *life) step(name casework.ActName) error {
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
	act, _ := l.example(l.c, name, m)
	switch a := act.(type) {
	case casework.Assign:
		a.To = people[l.random.IntN(len(people))].ID
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

func (l *life) apply(act casework.Act, by casework.Officer) error {
	return l.decide(act, l.moment(by, l.today))
}

// decide applies one act and holds what came of it to every rule.
func (l *life) decide(act casework.Act, m casework.Moment) error {
	var given map[string]casework.Value
	looking := l.random.IntN(lookEvery) == 0
	if looking {
		given = casework.Flatten(l.c)
	}
	out, err := casework.Apply(l.c, act, m)
	if looking && !maps.Equal(given, casework.Flatten(l.c)) {
		return fmt.Errorf("%s changed the case it was given", act.Name())
	}
	if err != nil {
		return nil // a refusal is always allowed; what is accepted must hold
	}
	l.told = append(l.told, fmt.Sprintf("%s by %s on %s", act.Name(), m.By.Name, l.today))
	l.done = append(l.done, act.Name())
	for _, change := range out.Changes {
		if l.replayed[change.Field] != change.Old {
			return fmt.Errorf("history says that %s was %q, it was %q", change.Field, change.Old, l.replayed[change.Field])
		}
		l.replayed[change.Field] = change.New
		if change.New == "" {
			delete(l.replayed, change.Field)
		}
	}
	out.Case.Version = l.c.Version + 1
	l.c = out.Case
	if wrong := casework.Faults(l.c); len(wrong) > 0 {
		return fmt.Errorf("%s: %s", act.Name(), strings.Join(wrong, "; "))
	}
	if looking {
		return l.replay()
	}
	return nil
}

// lookEvery is how often an act is looked at from all sides: naming every field
// of a case takes longer than the act itself. Each life is replayed at its end.
const lookEvery = 25

// replay compares the case with what its history gives.
func (l *life) replay() error {
	now := casework.Flatten(l.c)
	if len(now) != len(l.replayed) {
		return fmt.Errorf("history gives %d fields, the case has %d", len(l.replayed), len(now))
	}
	for field, value := range now {
		if l.replayed[field] != value.Text {
			return fmt.Errorf("history gives %s = %q, the case has %q", field, l.replayed[field], value.Text)
		}
	}
	return nil
}

// end says where a life came to.
func (l *life) end() string {
	s := l.c.Current()
	switch {
	case !l.c.Void.IsZero():
		return "void"
	case s == nil:
		return "no complaint"
	case !l.c.Withdrawn.IsZero():
		return "withdrawn"
	case l.c.Ended == casework.NotAccepted:
		return "not accepted"
	case s.Number == 2 && !s.Responded.IsZero():
		return "stage 2 answered"
	case s.Number == 2:
		return "stage 2"
	case !l.c.Closed.IsZero():
		return "closed"
	case !s.Responded.IsZero():
		return "stage 1 answered"
	}
	return "stage 1"
}
