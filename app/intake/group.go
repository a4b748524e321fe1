package intake

import (
	"slices"
	"strings"

	"casebook/data/casework"
	"casebook/data/register"
)

// Group lists who complains together with the resident (Code 1.2): a name, and
// where they live.
func (m *Model) Group() []Found {
	var all []Found
	for _, other := range m.form.Group {
		all = append(all, Found{other.Person.Name, strings.TrimSpace(strings.Join(other.Lines, ", ") + " " + other.Postcode)})
	}
	return all
}

// group is the group that will be recorded. A name that was typed and not added
// yet is part of it: nothing that was typed is lost.
func (f form) group() []casework.Member {
	if f.line(MemberName) == "" {
		return slices.Clone(f.Group)
	}
	return append(slices.Clone(f.Group), f.nextMember())
}

func (f form) nextMember() casework.Member {
	lines, postcode := splitAddress(f.Text[MemberPlace], "")
	next := casework.Member{ResidentID: f.Member.Resident.ID, Person: f.Member.Resident.Person, Lines: lines, Postcode: postcode}
	next.Person.Name = f.line(MemberName)
	return next
}

// AddMember adds the name that stands in the group's fields, and clears them
// for the next. It reports false where no name is typed.
func (m *Model) AddMember() bool {
	f := &m.form
	if f.line(MemberName) == "" {
		return false
	}
	f.Group = f.group()
	f.Text[MemberName], f.Text[MemberPlace], f.Member = "", "", register.Known{}
	m.touched()
	return true
}

// DropMember takes one of the group away again.
func (m *Model) DropMember(place int) {
	if place >= 0 && place < len(m.form.Group) {
		m.form.Group = slices.Delete(slices.Clone(m.form.Group), place, place+1)
		m.touched()
	}
}

// takeMember takes somebody of the housing list into the group's fields.
func (m *Model) takeMember(k register.Known) {
	m.form.Member = k
	m.form.Text[MemberName] = k.Resident.Person.Name
	m.form.Text[MemberPlace] = place(k.Dwelling.Home)
}

// memberTyped forgets who was taken from the housing list, once somebody else
// is typed.
func (m *Model) memberTyped() {
	if known := &m.form.Member; known.Resident.ID != 0 && !shareWord(m.form.Text[MemberName], known.Resident.Person.Name) {
		*known = register.Known{}
	}
}

// groupLine is the read-back of the group.
func groupLine(group []casework.Member) string {
	var names []string
	for _, other := range group {
		names = append(names, strings.TrimSpace(other.Person.Name+" "+strings.TrimSpace("("+strings.TrimSpace(strings.Join(other.Lines, ", ")+" "+other.Postcode)+")")))
	}
	return strings.ReplaceAll(strings.Join(names, "; "), " ()", "")
}
