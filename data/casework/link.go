package casework

import (
	"fmt"
)

// opposites are the kinds of link, each with what it is seen from the other
// case.
var opposites = map[LinkKind]LinkKind{
	Related: Related, CameFrom: Became, Became: CameFrom, RaisedIn: NewMatters, NewMatters: RaisedIn,
	Repeat: RepeatedBy, RepeatedBy: Repeat,
}

// Opposite is what a link is called at its other end.
func Opposite(kind LinkKind) LinkKind { return opposites[kind] }

// LinkTo joins the case to another (Code 1.5, 6.8). The other case gets the
// opposite link by an act of its own.
type LinkTo struct {
	Case      int64
	Reference Reference
	Kind      LinkKind
}

// Name is the act's name in history.
func (a LinkTo) Name() ActName { return ActLink }

func (a LinkTo) summary(Case, Moment) string { return linkWords(a.Kind, a.Reference) }

// linkWords says a link in the timeline.
func linkWords(kind LinkKind, to Reference) string {
	if kind == Related {
		return fmt.Sprintf("Linked to %s", to)
	}
	return fmt.Sprintf("Linked: %s %s", kind, to)
}

// decide may link a closed case as well: most repeats are of cases long closed.
func (a LinkTo) decide(c *Case, m Moment) error {
	for _, l := range c.Links {
		if l.Case == a.Case {
			return &Refusal{Code: "linked", Field: "case", Reason: fmt.Sprintf("The case is linked to %s already", l.Reference)}
		}
	}
	switch {
	case a.Case == 0 || a.Reference == "":
		return &Refusal{Code: "no-case", Field: "case", Reason: "Choose the case to link to"}
	case a.Case == c.ID:
		return &Refusal{Code: "itself", Field: "case", Reason: "A case is not linked to itself. Choose another case"}
	case opposites[a.Kind] == "":
		return &Refusal{Code: "no-kind", Field: "kind", Reason: "Choose what the other case is to this one"}
	}
	c.Links = append(c.Links, Link{ID: nextID(c.Links, func(l Link) int { return l.ID }), Case: a.Case, Reference: a.Reference, Kind: a.Kind, On: m.Today})
	return nil
}

// Unlink takes a link away that was made in error.
type Unlink struct {
	Link int
	Why  string
}

// Name is the act's name in history.
func (a Unlink) Name() ActName { return ActUnlink }

func (a Unlink) summary(Case, Moment) string { return "Link taken away" }

func (a Unlink) decide(c *Case, m Moment) error {
	for i, l := range c.Links {
		if l.ID != a.Link {
			continue
		}
		if blank(a.Why) {
			return &Refusal{Code: "no-reason", Field: "why", Reason: "Write why the cases do not belong together"}
		}
		c.Links = append(c.Links[:i], c.Links[i+1:]...)
		remark(c, m, fmt.Sprintf("Link to %s (%s) taken away: %s", l.Reference, l.Kind, a.Why))
		return nil
	}
	return refuse("no-link", "", "There is no link %d", a.Link)
}
