package redress

import (
	"reflect"
	"strings"
)

// Clash is one event that two lines are about, or one line twice. First is
// Second where it is within one line.
type Clash struct {
	First, Second Line
	Event         string // what both are about: "the appointment on 24 September 2026"
	Why           string // why both are paid all the same, empty while nobody has decided
}

// Clashes finds the events that more than one line pays for, in the order of
// the lines. A line that pays nothing is about no event.
func Clashes(lines []Line) []Clash {
	var all []Clash
	for i, a := range lines {
		for j, b := range lines[i:] {
			all = append(all, between(a, b, j == 0)...)
		}
	}
	return all
}

// CheckAlso refuses a line about an event that another line pays for already,
// unless its Also says why both are right. Where the ledger holds the line as it
// was before a change, a clash that stood and was decided then stands.
func CheckAlso(l Ledger, line Line) error {
	if !blank(line.Also) {
		return nil
	}
	var before *Line
	for i, old := range l {
		if old.ID == line.ID && line.ID != 0 {
			before = &l[i]
		}
	}
	for _, c := range between(line, line, true) {
		return sameEvent("This line pays for %s twice. Take one of them out, or say why both are right", c.Event)
	}
	for _, other := range l {
		if other.ID == line.ID && line.ID != 0 {
			continue
		}
		for _, c := range between(other, line, false) {
			if !stood(before, other, c.Event) {
				return sameEvent("%s pays for %s already. Say why both are right, or leave one of them out", name(other), c.Event)
			}
		}
	}
	return nil
}

// stood says whether a changed line and another were about the same event
// before, and it was decided with the other one.
func stood(before *Line, other Line, event string) bool {
	if before == nil || blank(other.Also) {
		return false
	}
	for _, c := range between(other, *before, false) {
		if c.Event == event {
			return true
		}
	}
	return false
}

func sameEvent(format string, parts ...any) error {
	return refuse("same-event", "also", "", format, parts...)
}

// name is what a line is called at the start of a sentence.
func name(l Line) string {
	if blank(l.Title) {
		return "Another line"
	}
	return l.Title
}

// between finds what two lines share, or one line shares with itself.
func between(a, b Line, one bool) []Clash {
	if a.Sum == 0 || b.Sum == 0 {
		return nil
	}
	rules := []func(x, y Input) []string{sameVisits, sameLetters, visitsAsHarm, lettersAsHarm, entryphone, heatingAsHarm,
		sameDoor, sameRepair, sameOrder, sameItem, sameBill, sameDays, sameLoss, sameLine}
	if one {
		rules = []func(x, y Input) []string{twiceVisited, twiceUnheard}
	}
	why := a.Also
	if !blank(b.Also) {
		why = b.Also
	}
	var all []Clash
	seen := map[string]bool{}
	add := func(events []string) {
		for _, event := range events {
			if !seen[event] {
				seen[event] = true
				all = append(all, Clash{First: a, Second: b, Event: event, Why: why})
			}
		}
	}
	x, y := a.about(), b.about()
	for _, rule := range rules {
		add(rule(x, y))
		if !one {
			add(rule(y, x))
		}
	}
	if len(all) > 1 && all[len(all)-1].Event == theSame {
		all = all[:len(all)-1] // what is the same has been said already
	}
	return all
}

// about is what a line is about: its input, with the head of loss that was plain
// from what was lost.
func (l Line) about() Input {
	in := l.Input
	if in.Kind == Damaged && blank(in.Reason) {
		in.Reason = l.Reason
	}
	return in
}

// theSame is said of two lines whose inputs do not differ at all.
const theSame = "exactly the same"

func sameLine(a, b Input) []string {
	named := differ(a.Title, b.Title)
	a.Title, a.Also, a.Proofs = "", "", nil
	b.Title, b.Also, b.Proofs = "", "", nil
	if a.Kind == "" || named || !reflect.DeepEqual(a, b) {
		return nil
	}
	return []string{theSame}
}

func alike(a, b string) bool {
	return !blank(a) && strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}
