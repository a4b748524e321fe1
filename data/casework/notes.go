package casework

import "fmt"

// AddNote adds an internal note.
type AddNote struct{ Text string }

// Name is the act's name in history.
func (a AddNote) Name() ActName { return ActNote }

func (a AddNote) summary(Case, Moment) string { return "Note added" }

func (a AddNote) decide(c *Case, m Moment) error {
	if blank(a.Text) {
		return &Refusal{Code: "no-note", Field: "note", Reason: "Write the note"}
	}
	addNote(c, Note{Text: a.Text}, m)
	return nil
}

// addNote keeps a note under the next number, with its day and its officer.
func addNote(c *Case, n Note, m Moment) {
	n.ID, n.On, n.By = nextID(c.Notes, func(n Note) int { return n.ID }), m.Today, m.By.ID
	c.Notes = append(c.Notes, n)
}

// CorrectNote puts a note right by a new one that says which it corrects. The
// old one stays: a note can be corrected but not erased.
type CorrectNote struct {
	Note int
	Text string
}

// Name is the act's name in history.
func (a CorrectNote) Name() ActName { return ActCorrectNote }

func (a CorrectNote) summary(Case, Moment) string { return fmt.Sprintf("Note %d corrected", a.Note) }

func (a CorrectNote) decide(c *Case, m Moment) error {
	old := c.note(a.Note)
	if old == nil {
		return refuse("no-note", "", "There is no note %d", a.Note)
	}
	for _, n := range c.Notes {
		if n.Corrects == a.Note {
			return refuse("corrected", "", "Note %d was corrected by note %d. Correct note %d instead", a.Note, n.ID, n.ID)
		}
	}
	switch {
	case blank(a.Text):
		return &Refusal{Code: "no-text", Field: "note", Reason: "Write the note as it should be"}
	case Tidy(a.Text) == old.Text:
		return &Refusal{Code: "same", Field: "note", Reason: "This is what the note says already. Write it as it should be"}
	}
	addNote(c, Note{Text: a.Text, Corrects: a.Note}, m)
	return nil
}

func (c *Case) note(id int) *Note {
	for i := range c.Notes {
		if c.Notes[i].ID == id {
			return &c.Notes[i]
		}
	}
	return nil
}
