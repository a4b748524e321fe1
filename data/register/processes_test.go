package register

import (
	"slices"
	"strconv"
	"sync"
	"testing"

	"casebook/data/casework"
)

// desksAtOnce is how many processes save to one register at the same time.
const desksAtOnce = 6

func TestSixProcessesSaveToOneRegisterAtOnce(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		each := times(t, "CASEBOOK_EDITS", 25, 5000)
		o.record(o.walkIn("Everybody's"))
		took := atOnce(t, o.address, each)
		shared, err := o.Case(o.ctx, o.manager, 1)
		if err != nil || len(shared.Notes) != desksAtOnce*each || shared.Version != 1+desksAtOnce*each {
			t.Errorf("case 1 has %d notes and version %d after %d were added, %v", len(shared.Notes), shared.Version, desksAtOnce*each, err)
		}
		for n := range 1 + desksAtOnce*each {
			reference := casework.NewReference(casework.Complaint, day0.Year(), n+1)
			if _, err := o.CaseByReference(o.ctx, o.manager, reference); err != nil {
				t.Fatalf("%s: %v", reference, err)
			}
		}
		if report := o.clean(t); report.Cases != 1+desksAtOnce*each {
			t.Errorf("%d cases", report.Cases)
		}
		slices.Sort(took)
		t.Logf("%d saves by %d processes: median %d ms, p95 %d ms, longest %d ms", len(took), desksAtOnce,
			took[len(took)/2]/1000, took[len(took)*95/100]/1000, took[len(took)-1]/1000)
	})
}

// atOnce lets six processes work and returns how long each of their saves
// took, in microseconds. Anything that one of them complains of fails the test.
func atOnce(t *testing.T, address string, each int) []int {
	t.Helper()
	var mu sync.Mutex
	var took []int
	var wait sync.WaitGroup
	for desk := range desksAtOnce {
		cmd, out, said := start(t, "work", address, each)
		wait.Go(func() {
			for out.Scan() {
				n, err := strconv.Atoi(out.Text())
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				took = append(took, n)
				mu.Unlock()
			}
			if err := cmd.Wait(); err != nil || said.Len() > 0 {
				t.Errorf("desk %d: %v: %s", desk, err, said)
			}
		})
	}
	wait.Wait()
	if len(took) != 2*desksAtOnce*each {
		t.Fatalf("%d saves were answered, want %d", len(took), 2*desksAtOnce*each)
	}
	return took
}
