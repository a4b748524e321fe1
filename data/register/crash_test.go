package register

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// kills is how many times a child is killed: CASEBOOK_KILLS, 10,000 with
// CASEBOOK_LONG, or a few.
func kills(t *testing.T, share int) int {
	return max(1, times(t, "CASEBOOK_KILLS", 25, 10_000)/share)
}

// killedAfter lets a child work and kills it some time after its first line. It
// returns what the child had said.
func killedAfter(t *testing.T, what, address string, most time.Duration) []string {
	t.Helper()
	cmd, out, said := start(t, what, address, 0)
	var heard []string
	for out.Scan() {
		if heard = append(heard, out.Text()); len(heard) == 1 {
			time.AfterFunc(time.Duration(rand.Int64N(int64(most))), func() { cmd.Process.Kill() })
		}
	}
	if err := cmd.Wait(); err == nil || len(heard) == 0 || said.Len() > 0 {
		t.Fatalf("the child was not killed at work: %v, %s", err, said)
	}
	return heard
}

func TestNoAcknowledgedSaveIsLostToKillMinusNine(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		saves, n := 0, kills(t, 1)
		for kill := range n {
			heard := killedAfter(t, "record", o.address, 60*time.Millisecond)
			saves += len(heard)
			for _, line := range heard {
				var id int64
				var version int
				if _, err := fmt.Sscan(line, &id, &version); err != nil {
					t.Fatalf("%q: %v", line, err)
				}
				c, err := o.Case(o.ctx, o.manager, id)
				if err != nil || c.Version < version {
					t.Fatalf("kill %d: case %d was saved as version %d and is version %d, %v", kill, id, version, c.Version, err)
				}
			}
			if kill%25 == 24 || kill == n-1 {
				o.clean(t)
			}
		}
		t.Logf("%d kills, %d acknowledged saves, all there", n, saves)
	})
}

func TestALoadKilledAnywhereLeavesAWholeRegister(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		for range kills(t, 8) {
			killedAfter(t, "load", o.address, 2*time.Second)
			o.clean(t)
		}
	})
}

func TestABackupKilledAnywhereIsWholeOrNotThere(t *testing.T) {
	o := newOffice(t, filepath.Join(t.TempDir(), "register.db"))
	o.busy(t, 12)
	seal, err := o.Seal(o.ctx)
	if err != nil {
		t.Fatal(err)
	}
	// A kill has to come before and after the end of a first copy, on a quiet
	// machine as on a slow one, so it goes by how long a copy takes here.
	began := time.Now()
	first := o.address + ".first"
	if _, err := o.Backup(o.ctx, first, nil); err != nil {
		t.Fatal(err)
	}
	most := 3 * time.Since(began)
	whole := 0
	for range kills(t, 8) {
		killedAfter(t, "back up", o.address, most)
		if whole == 0 {
			most *= 2
		}
		copies, err := filepath.Glob(o.address + ".copy-*")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range copies {
			if strings.HasSuffix(name, ".new") || strings.Contains(name, ".new-") {
				continue // never had the name that was asked for
			}
			whole++
			copied, err := Open(o.ctx, name, o.clock.options())
			if err != nil {
				t.Fatal(err)
			}
			if report := clean(t, copied); report.Seal != seal {
				t.Errorf("%s is another register", name)
			}
			if err := firstError(copied.Close(), removeFile(name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if whole == 0 {
		t.Error("no copy was finished before a kill; the test looked at none")
	}
}
