package guide

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/casework/states"
	"casebook/data/policy"
)

// TestTheGuideSaysWhatTheActsDo looks up every cell of the table on the printed
// page: each act of each state stands either under what can be done or beside
// its own reason.
func TestTheGuideSaysWhatTheActsDo(t *testing.T) {
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Lay(policies, calendar.England())
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Missing) > 0 {
		t.Errorf("the guide holds characters that no face prints: %q", doc.Missing)
	}
	rows, err := states.Table(policies, calendar.England())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		can := doc.TextOf("can " + r.State.Name)
		reasons := map[string]string{} // the acts beside each reason
		for i := 1; doc.TextOf(fmt.Sprintf("why %d %s", i, r.State.Name)) != ""; i++ {
			reasons[doc.TextOf(fmt.Sprintf("why %d %s", i, r.State.Name))] = doc.TextOf(fmt.Sprintf("what %d %s", i, r.State.Name))
		}
		for _, c := range r.Cells {
			if c.Done != "" && !says(can, c.Act) {
				t.Errorf("%s: %q is done and the guide does not say so", r.State.Name, c.Act.Words())
			}
			if c.Done == "" && !says(reasons[strings.Join(strings.Fields(c.Reason), " ")], c.Act) {
				t.Errorf("%s: %q is refused and the guide does not say why: %s", r.State.Name, c.Act.Words(), c.Reason)
			}
		}
	}
	for _, act := range casework.ActNames() {
		if got := strings.Count(doc.TextOf(string(act)), "yes"); got < 1 {
			t.Errorf("the guide gives %q to nobody", act)
		}
	}
}

// says looks for an act in words: its own, or those for all acts on its letter.
func says(words string, act casework.ActName) bool {
	if strings.Contains(words, act.Words()) {
		return true
	}
	for _, k := range casework.LetterKinds() {
		if strings.Contains(words, everything(k)) && slices.Contains(letterActs(k), act) {
			return true
		}
	}
	return false
}
