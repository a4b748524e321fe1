package intake

import (
	"casebook/data/casework"
)

// Done is the contact just recorded.
func (m *Model) Done() casework.Case { return m.done }

// PaperNote says what became of the receipt or the slip.
func (m *Model) PaperNote() string { return m.paperNote }

// LeftOver says what could not be recorded with the contact; "" when all was.
func (m *Model) LeftOver() string { return m.leftOver }

// DoneWords say what was recorded, above its reference.
func (m *Model) DoneWords() string {
	switch c := m.done; {
	case c.Kind.Promised():
		return sentenceOf(promisedWords(c.Kind)) + " recorded"
	case c.Anonymous:
		return "Anonymous report recorded"
	case c.Kind == casework.Complaint:
		return "Complaint recorded"
	case c.Choice.Answer == casework.NotToday:
		return "Recorded, with the choice we offered"
	}
	return "Service request recorded"
}

// DoneOffer says that a declined offer is counted (ruling 12).
func (m *Model) DoneOffer() string {
	if m.done.Choice.Answer != casework.NotToday {
		return ""
	}
	return "That we offered the choice to complain, and that it was not wanted today, is kept with the record and counted for the office and for you. The resident may still complain at any time."
}

// DoneDates are the dates that now stand in the register: each hazard's own,
// beside the complaint's.
func (m *Model) DoneDates() []Coming {
	lines := hazardLines(m.shown(m.done.Hazards))
	s := m.done.Current()
	if s == nil {
		if p := m.policy(); p != nil {
			lines = append(lines, m.following(p)...)
		}
		return lines
	}
	today := m.deps.Today()
	return append(lines,
		Coming{Date: dated(s.AcknowledgeBy.Due), Words: "Acknowledge by", Late: s.AcknowledgeBy.Due.Before(today)},
		Coming{Date: dated(s.RespondBy.Due), Words: "Response at the latest", Late: s.RespondBy.Due.Before(today)})
}

// DoneLinks say what the contact is linked to.
func (m *Model) DoneLinks() []string {
	var lines []string
	for _, l := range m.done.Links {
		lines = append(lines, linkWords(l))
	}
	return lines
}

// DangerToDo lists what is still asked for on the hazards, to be done first.
func (m *Model) DangerToDo() []string { return casework.HazardToDo(m.done) }

// ToDo lists what is still to be known before it is acknowledged (ruling 27), or
// before a claim or a fixed payment goes on.
func (m *Model) ToDo() []string { return casework.ToDo(m.done) }

// ToDoWords stand above what is still to be known.
func (m *Model) ToDoWords() string {
	switch m.done.Kind {
	case casework.ClaimKind:
		return "Still to do before the claim form goes on"
	case casework.FixedSum:
		return "Still to do before it is paid"
	}
	return "Still to do before it is acknowledged"
}
