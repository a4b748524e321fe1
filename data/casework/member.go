package casework

import (
	"fmt"

	"casebook/data/calendar"
)

// AddMember adds somebody to the group of residents who complain together
// (Code 1.2).
type AddMember struct {
	ResidentID int64
	Person     Person
	Lines      []string
	Postcode   string
}

// Name is the act's name in history.
func (a AddMember) Name() ActName { return ActAddMember }

func (a AddMember) summary(c Case, _ Moment) string {
	return fmt.Sprintf("A resident joined: %s with the first", count(len(c.Group), "other", "others"))
}

func (a AddMember) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	if c.Anonymous {
		return refuse("anonymous-name", "ruling 13", "An anonymous report names nobody. Record a complaint for the residents who came forward")
	}
	return joinGroup(c, Member{ResidentID: a.ResidentID, Person: a.Person, Lines: a.Lines, Postcode: a.Postcode}, m.Today)
}

// joinGroup adds a member once.
func joinGroup(c *Case, other Member, on calendar.Date) error {
	if blank(other.Person.Name) {
		return &Refusal{Code: "no-name", Field: "name", Reason: "Enter the name of the resident who joins"}
	}
	leader := Member{ResidentID: c.ResidentID, Person: c.Resident, Postcode: c.Home.Postcode}
	for _, m := range append([]Member{leader}, c.Group...) {
		if other.same(m) {
			return &Refusal{Code: "member", Field: "name", Reason: other.Person.Name + " is in the group already"}
		}
	}
	other.ID = nextID(c.Group, func(m Member) int { return m.ID })
	if other.Joined.IsZero() {
		other.Joined = on
	}
	c.Group = append(c.Group, other)
	return nil
}

// same says whether two members are one: by the housing list, or by name and
// postcode.
func (m Member) same(other Member) bool {
	if m.ResidentID != 0 && other.ResidentID != 0 {
		return m.ResidentID == other.ResidentID
	}
	return samePerson(m.Person.Name, other.Person.Name) && samePerson(m.Postcode, other.Postcode)
}

// DropMember takes somebody out of the group; what was there stays in history.
type DropMember struct {
	Member int
	Why    string
}

// Name is the act's name in history.
func (a DropMember) Name() ActName { return ActDropMember }

func (a DropMember) summary(Case, Moment) string { return "A resident left the group" }

func (a DropMember) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	for i, other := range c.Group {
		if other.ID != a.Member {
			continue
		}
		if blank(a.Why) {
			return &Refusal{Code: "no-reason", Field: "why", Reason: "Write why they leave the group"}
		}
		c.Group = append(c.Group[:i], c.Group[i+1:]...)
		remark(c, m, fmt.Sprintf("%s left the group: %s", other.Person.Name, a.Why))
		return nil
	}
	return refuse("no-member", "", "There is no resident %d in the group", a.Member)
}

// remark keeps the reason for an act as a note, where the case has no other
// place for it.
func remark(c *Case, m Moment, text string) {
	id := nextID(c.Notes, func(n Note) int { return n.ID })
	c.Notes = append(c.Notes, Note{ID: id, Text: text, On: m.Today, By: m.By.ID})
}
