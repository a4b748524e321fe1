package states

import (
	"flag"
	"os"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

var update = flag.Bool("update", false, "write the table that the acts give")

const kept = "testdata/table.txt"

func table(t *testing.T) []Row {
	t.Helper()
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Table(policies, calendar.England())
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestTheTableIsAsItWasRead holds every cell to the table that was read line
// by line when it was kept: each act, in each state, does its named thing or
// refuses with its named reason.
func TestTheTableIsAsItWasRead(t *testing.T) {
	got := Text(table(t))
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(kept, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	old, now := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	state := ""
	for i := range max(len(old), len(now)) {
		var a, b string
		if i < len(old) {
			a = old[i]
		}
		if i < len(now) {
			b = now[i]
		}
		if strings.HasPrefix(b, "# ") {
			state = b
		}
		if a != b {
			t.Fatalf("%s: the acts give %q and the table has %q. Read the change, then keep it with -update", state, b, a)
		}
	}
}

// records begin a case, and are done on none.
var records = map[casework.ActName]bool{
	casework.ActRecord: true, casework.ActRecordPetition: true, casework.ActRecordClaim: true, casework.ActRecordFixed: true,
}

// TestEveryActIsDoneSomewhereAndRefusedSomewhere finds acts whose example is
// wrong, or that nothing holds back.
func TestEveryActIsDoneSomewhereAndRefusedSomewhere(t *testing.T) {
	rows := table(t)
	done, refused := map[casework.ActName]bool{}, map[casework.ActName]bool{}
	for _, r := range rows {
		for _, c := range r.Cells {
			switch {
			case c.Done != "":
				done[c.Act] = true
			case c.Code == "" || c.Code == "?" || c.Reason == "":
				t.Errorf("%s in %q: refused without a named reason: %q %q", c.Act, r.State.Name, c.Code, c.Reason)
			default:
				refused[c.Act] = true
			}
		}
	}
	for _, act := range casework.ActNames() {
		if !done[act] && !records[act] && act != casework.ActRecount {
			t.Errorf("%s is done in no state", act)
		}
		if !refused[act] {
			t.Errorf("%s is refused in no state", act)
		}
	}
}

// TestWhoMaySeeNothingMayDoNothing: to an officer who may not see a case, every
// act has the same answer as for a case that is not there.
func TestWhoMaySeeNothingMayDoNothing(t *testing.T) {
	seen := true
	for _, r := range table(t) {
		if r.State.Name != "Confidential" {
			continue
		}
		seen = false
		for _, c := range r.Cells {
			if c.Code != "not-seen" {
				t.Errorf("%s on a case that may not be seen: %q %q", c.Act, c.Code, c.Done)
			}
		}
	}
	if seen {
		t.Error("no state is of a case that may not be seen")
	}
}
