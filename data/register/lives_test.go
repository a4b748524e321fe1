package register

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/casework/states"
	"casebook/data/policy"
)

// TestRandomLivesLeaveTheRegisterSound lives random cases in one register on
// each engine and lets it check itself: every chain verifies and every row is
// what history gives. CASEBOOK_LIVES says how many.
func TestRandomLivesLeaveTheRegisterSound(t *testing.T) {
	lives := 25
	if n, err := strconv.Atoi(os.Getenv("CASEBOOK_LIVES")); err == nil {
		lives = n
	}
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	forEachEngine(t, func(t *testing.T, o *office) {
		for _, known := range states.Officers() {
			if got := o.officer(known.Name, known.Role); got.ID != known.ID {
				t.Fatalf("%s is officer %d here and %d in a life", known.Name, got.ID, known.ID)
			}
		}
		entries := 0
		for seed := range lives {
			paper := 0
			life := states.NewLife(policies, calendar.England(), uint64(seed+1), func(c casework.Case, act casework.Act, m casework.Moment) (casework.Case, error) {
				paper++
				return o.live(c, act, m, fmt.Appendf(nil, "%%PDF %d %d", seed, paper))
			})
			if err := life.Live(); err != nil {
				t.Fatalf("life %d: %v", seed+1, err)
			}
			entries += life.Case.Version
		}
		report, err := o.Check(o.ctx, nil)
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("after %d lives the register is not sound: %v %+v", lives, err, report.Problems)
		}
		t.Logf("%d lives left %d entries on their cases, and the register sound", lives, entries)
	})
}

// live decides one act of a life through the register. What is refused, and
// what has a verb of its own here, leaves the case as it was.
func (o *office) live(c casework.Case, act casework.Act, m casework.Moment, pdf []byte) (casework.Case, error) {
	o.clock.set(m.Today)
	var out casework.Result
	var err error
	switch a := act.(type) {
	case casework.Record:
		if c.ID != 0 {
			return c, nil // it would begin another case
		}
		out, err = o.Record(o.ctx, m.By, a)
	case casework.Recording:
		if c.ID != 0 {
			return c, nil
		}
		out, err = o.RecordPromised(o.ctx, m.By, a, 0, "")
	case casework.MakeLetter:
		a.Document = ""
		out, err = o.KeepLetter(o.ctx, m.By, c.ID, c.Version, pdf, a)
	case casework.AddEvidence:
		a.File, a.Document, a.Size = "stairs.txt", "", 0
		out, err = o.KeepEvidence(o.ctx, m.By, c.ID, c.Version, a, pdf[1:])
	case casework.TakeBack:
		out, err = o.Undo(o.ctx, m.By, c.ID, c.Version)
	case casework.LinkTo, casework.Unlink, casework.SamePerson, casework.Recount:
		return c, nil
	default:
		out, err = o.Do(o.ctx, m.By, c.ID, c.Version, act)
	}
	var refusal *casework.Refusal
	if errors.As(err, &refusal) || errors.Is(err, ErrNotFound) {
		return c, nil
	}
	return out.Case, err
}
