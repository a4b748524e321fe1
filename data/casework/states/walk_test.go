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
			for seed := next.Add(1); seed <= int64(count) && !t.Failed(); seed = next.Add(1) {
				w := &witness{random: rand.New(rand.NewPCG(uint64(seed), 1)), replayed: map[string]string{}}
				l := NewLife(policies, calendar.England(), uint64(seed), w.decide)
				err := l.Live()
				if err == nil {
					err = w.replay(l.Case)
				}
				mu.Lock()
				if err != nil {
					t.Errorf("life %d, after %s: %v", seed, strings.Join(w.told, ", "), err)
				}
				reached[l.End()]++
				for _, act := range w.done {
					done[act]++
				}
				mu.Unlock()
			}
		})
	}
	side.Wait()
	// A proof that reaches nothing proves nothing.
	for _, end := range []string{"stage 2 answered", "stage 2", "stage 1 answered", "withdrawn", "not accepted", "closed", "no complaint", "void",
		"petition closed", "insurance claim closed", "fixed payment closed"} {
		if reached[end] == 0 && count >= 1000 {
			t.Errorf("of %d lives none ended as %q: %v", count, end, reached)
		}
	}
	for _, act := range casework.ActNames() { // the rarest is done a few times in a million
		if done[act] == 0 && act != casework.ActRecount && count >= 1_000_000 {
			t.Errorf("in %d lives %q was never done", count, act)
		}
	}
	t.Logf("%d lives ended as %v", count, reached)
}

// witness watches a life through the acts alone.
type witness struct {
	random   *rand.Rand
	replayed map[string]string
	told     []string
	done     []casework.ActName
}

// decide applies one act and holds what came of it to every rule.
func (w *witness) decide(c casework.Case, act casework.Act, m casework.Moment) (casework.Case, error) {
	var given map[string]casework.Value
	looking := w.random.IntN(lookEvery) == 0
	if looking {
		given = casework.Flatten(c)
	}
	out, err := casework.Apply(c, act, m)
	if looking && !maps.Equal(given, casework.Flatten(c)) {
		return c, fmt.Errorf("%s changed the case it was given", act.Name())
	}
	if err != nil {
		return c, nil // a refusal is always allowed; what is accepted must hold
	}
	w.told = append(w.told, fmt.Sprintf("%s by %s on %s", act.Name(), m.By.Name, m.Today))
	w.done = append(w.done, act.Name())
	for _, change := range out.Changes {
		if w.replayed[change.Field] != change.Old {
			return c, fmt.Errorf("history says that %s was %q, it was %q", change.Field, change.Old, w.replayed[change.Field])
		}
		w.replayed[change.Field] = change.New
		if change.New == "" {
			delete(w.replayed, change.Field)
		}
	}
	out.Case.Version = c.Version + 1
	if wrong := casework.Faults(out.Case); len(wrong) > 0 {
		return c, fmt.Errorf("%s: %s", act.Name(), strings.Join(wrong, "; "))
	}
	if looking {
		return out.Case, w.replay(out.Case)
	}
	return out.Case, nil
}

// lookEvery is how often an act is looked at from all sides: naming every field
// of a case takes longer than the act itself. Each life is replayed at its end.
const lookEvery = 25

// replay compares the case with what its history gives.
func (w *witness) replay(c casework.Case) error {
	now := casework.Flatten(c)
	if len(now) != len(w.replayed) {
		return fmt.Errorf("history gives %d fields, the case has %d", len(w.replayed), len(now))
	}
	for field, value := range now {
		if w.replayed[field] != value.Text {
			return fmt.Errorf("history gives %s = %q, the case has %q", field, w.replayed[field], value.Text)
		}
	}
	return nil
}
