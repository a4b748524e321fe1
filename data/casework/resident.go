package casework

import (
	"casebook/data/calendar"
)

// Move is a home that the resident left while the case was known to us.
type Move struct {
	ID     int           `json:"id"`
	On     calendar.Date `json:"on"`
	HomeID int64         `json:"home_id,omitempty"`
	Home   Home          `json:"home"`
	By     int64         `json:"by"`
}

// Concerns is the home that the case is about: the one it was recorded for,
// wherever the resident lives now. Its tenure, area and height decide how the
// case counts and which ombudsman may be asked.
func (c Case) Concerns() Home {
	if len(c.Moves) > 0 {
		return c.Moves[0].Home
	}
	return c.Home
}

// Moved records that the resident moved: letters go to the new home from now
// on, and the case stays about the old one.
type Moved struct {
	On     calendar.Date
	Home   Home
	HomeID int64 // 0 when the new home is not on the housing list
}

// Name is the act's name in history.
func (a Moved) Name() ActName { return ActMoved }

func (a Moved) happened() calendar.Date { return a.On }

func (a Moved) summary(Case, Moment) string { return "The resident moved" }

func (a Moved) decide(c *Case, m Moment) error {
	if !c.Died.IsZero() {
		return died(c)
	}
	if len(a.Home.Lines) == 0 {
		return &Refusal{Code: "no-home", Field: "home", Reason: "Enter the new address. If it is not known, change how to reply instead"}
	}
	first := calendar.Date{}
	if n := len(c.Moves); n > 0 {
		first = c.Moves[n-1].On
	}
	if err := past(a.On, first, m); err != nil {
		return err
	}
	c.Moves = append(c.Moves, Move{
		ID: nextID(c.Moves, func(v Move) int { return v.ID }),
		On: a.On, HomeID: c.HomeID, Home: c.Home, By: m.By.ID,
	})
	c.Home, c.HomeID = a.Home, a.HomeID
	return nil
}

// Died records that the resident died and who speaks for them now. The case
// goes on with the executor or next of kin; what was agreed about how letters
// and calls are made stays until it is looked at with them. It may be recorded
// again, when the executor becomes known.
type Died struct {
	On       calendar.Date
	Executor Person // empty until somebody is known
	Relation string // executor, administrator, next of kin
	Mistaken string // why the report of the death was a mistake; takes it back
}

// Name is the act's name in history.
func (a Died) Name() ActName { return ActDied }

func (a Died) happened() calendar.Date { return a.On }

func (a Died) summary(c Case, _ Moment) string {
	switch {
	case c.Died.IsZero():
		return "The report of the resident's death was a mistake"
	case a.Executor.Name != "":
		return "The resident died; somebody speaks for them"
	}
	return "The resident died"
}

func (a Died) decide(c *Case, m Moment) error {
	if !blank(a.Mistaken) {
		return a.takeBack(c, m)
	}
	if err := past(a.On, calendar.Date{}, m); err != nil {
		return err
	}
	if a.Executor.Name != "" && blank(a.Relation) {
		return &Refusal{Code: "no-relation", Field: "relation", Reason: "Enter who they are to the resident: executor, administrator or next of kin"}
	}
	if c.Died == a.On && blank(a.Executor.Name) {
		return &Refusal{Code: "same", Field: "executor", Reason: "The death is recorded already. Enter who speaks for the resident now, if that is known"}
	}
	first := c.Died.IsZero()
	c.Died = a.On
	if first {
		c.Representative.ends(a.On)
	}
	if !blank(a.Executor.Name) {
		c.Representative = a.speaker(c.Representative, first)
	}
	return nil
}

// speaker is who speaks for the resident's estate. That they may has still to
// be shown, unless it was for the same person since the death.
func (a Died) speaker(now Representative, first bool) Representative {
	next := Representative{Name: a.Executor.Name, Relation: a.Relation, Email: a.Executor.Email, WriteToRep: true}
	if len(a.Executor.Telephones) > 0 {
		next.Telephone = a.Executor.Telephones[0]
	}
	if Tidy(next.Name) == now.Name {
		next.Lines, next.Postcode = now.Lines, now.Postcode
		if !first {
			next.Authority, next.Given, next.Scope, next.Until = now.Authority, now.Given, now.Scope, now.Until
		}
	}
	return next
}

// ends puts an end to what the resident let somebody do for them: it does not
// outlive them.
func (r *Representative) ends(on calendar.Date) {
	if r.Name != "" && (r.Until.IsZero() || r.Until.After(on)) {
		r.Until = on
	}
}

// takeBack is the way back from a death reported of the wrong person.
func (a Died) takeBack(c *Case, m Moment) error {
	if c.Died.IsZero() {
		return refuse("not-died", "", "No death is recorded on this case")
	}
	c.Died = calendar.Date{}
	addNote(c, Note{Text: "The report of the resident's death was a mistake. " + a.Mistaken}, m)
	return nil
}

// died refuses what only the living do.
func died(c *Case) error {
	return refuse("died", "", "The resident died on %s. Change who speaks for them instead", c.Died.Letter())
}

// Renamed records that the resident changed their name. Letters use the new
// one from now on; the old one stays in history. How they like to be addressed
// is asked again, since it may hold the old name.
type Renamed struct {
	On      calendar.Date
	NewName string
}

// Name is the act's name in history.
func (a Renamed) Name() ActName { return ActRenamed }

func (a Renamed) happened() calendar.Date { return a.On }

func (a Renamed) summary(Case, Moment) string { return "The resident changed their name" }

func (a Renamed) decide(c *Case, m Moment) error {
	switch {
	case blank(a.NewName):
		return &Refusal{Code: "no-name", Field: "name", Reason: "Enter the name the resident uses now"}
	case Tidy(a.NewName) == c.Resident.Name:
		return &Refusal{Code: "same", Field: "name", Reason: "This is the name the case has already"}
	}
	if err := past(a.On, calendar.Date{}, m); err != nil {
		return err
	}
	c.Resident.Name, c.Resident.Address = a.NewName, ""
	return nil
}

// SamePerson moves a case from one record of the housing list to another of
// the same person. The name and the address given for the case stay as they
// were given. Done the other way round it takes the joining back.
type SamePerson struct {
	Resident int64 // the record that stays
	Was      int64 // the record that the case had
}

// Name is the act's name in history.
func (a SamePerson) Name() ActName { return ActSamePerson }

func (a SamePerson) summary(Case, Moment) string {
	return "Joined to another record of the same person"
}

func (a SamePerson) decide(c *Case, _ Moment) error {
	if a.Resident == 0 || a.Was == 0 || a.Resident == a.Was {
		return &Refusal{Code: "no-person", Field: "resident", Reason: "Choose two different records of the same person"}
	}
	found := c.ResidentID == a.Was
	if found {
		c.ResidentID = a.Resident
	}
	for i := range c.Group {
		if c.Group[i].ResidentID == a.Was {
			c.Group[i].ResidentID, found = a.Resident, true
		}
	}
	if !found {
		return refuse("other-person", "", "This case does not belong to that record")
	}
	return nil
}
