package cases

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"casebook/app/field"
	"casebook/data/casework"
	"casebook/data/register"
)

// personRows is how many people a search for one of two records offers, and
// movedRows how many cases are named of those that move.
const (
	personRows = 12
	movedRows  = 8
)

// MayJoin is nil, or the refusal that says who may join two records.
func (m *Model) MayJoin() error {
	return casework.May(m.by, casework.ActSamePerson, casework.Case{})
}

// People finds residents of the housing list as an officer types.
func (m *Model) People(text string) func(context.Context) ([]field.Suggestion, error) {
	reg, by := m.reg, m.by
	return func(ctx context.Context) ([]field.Suggestion, error) {
		known, err := reg.Residents(ctx, by, text, personRows)
		var found []field.Suggestion
		for _, k := range known {
			found = append(found, field.Suggestion{Words: k.Resident.Person.Name, Second: recordWords(k), Value: k})
		}
		return found, err
	}
}

// recordWords tell one record of a person from another.
func recordWords(k register.Known) string {
	parts := []string{strings.Join(k.Dwelling.Home.Lines, ", ")}
	if k.Resident.Reference != "" {
		parts = append(parts, "reference "+k.Resident.Reference)
	}
	if k.Resident.Person.Tenancy != "" {
		parts = append(parts, "tenancy "+k.Resident.Person.Tenancy)
	}
	return strings.Trim(strings.Join(parts, ", "), ", ")
}

// Joining is what joining two records, or parting them, would move.
type Joining struct {
	Keep, Drop register.Known
	Part       bool           // they are joined now and would be parted
	Moves      []register.Row // the first of them
	Count      int            // of those that the officer may see
}

// Trying looks at what joining two records would move. Nothing is changed.
func (m *Model) Trying(keep, drop register.Known) func(context.Context) (Joining, error) {
	reg, by := m.reg, m.by
	return func(ctx context.Context) (Joining, error) {
		j := Joining{Keep: keep, Drop: drop}
		view := register.View{Resident: drop.Resident.ID}
		page, err := reg.Cases(ctx, by, view, register.Cursor{}, movedRows)
		if err != nil {
			return j, err
		}
		j.Moves = page.Rows
		j.Count, err = reg.Count(ctx, by, view)
		return j, err
	}
}

// Apart lists the records that were joined to one, each with what would go
// back to it.
func (m *Model) Apart(keep register.Known) func(context.Context) ([]Joining, error) {
	reg, by := m.reg, m.by
	return func(ctx context.Context) ([]Joining, error) {
		joined, err := reg.Joined(ctx, by, keep.Resident.ID)
		var all []Joining
		for _, one := range joined {
			all = append(all, Joining{Keep: keep, Drop: one.Known, Part: true, Count: len(one.Cases), Moves: one.Cases[:min(movedRows, len(one.Cases))]})
		}
		return all, err
	}
}

// Doing joins the records, or parts them again.
func (m *Model) Doing(j Joining, why string) func(context.Context) (string, error) {
	reg, by := m.reg, m.by
	return func(ctx context.Context) (string, error) {
		keep, drop := j.Keep.Resident.ID, j.Drop.Resident.ID
		if j.Part {
			return j.Drop.Resident.Person.Name + " is a record of its own again.", reg.UnmergeResidents(ctx, by, keep, drop, why)
		}
		return fmt.Sprintf("Joined: both records are found as %s. Alt+J parts them again.", j.Keep.Resident.Person.Name),
			reg.MergeResidents(ctx, by, keep, drop, why)
	}
}

// Sentence says what would happen.
func (j Joining) Sentence() string {
	name, cases := j.Keep.Resident.Person.Name, "1 case"
	if j.Count != 1 {
		cases = fmt.Sprintf("%d cases", j.Count)
	}
	if j.Part {
		goes := "go"
		if j.Count == 1 {
			goes = "goes"
		}
		return fmt.Sprintf("%s of those you may see %s back to %s. What was recorded since for %s stays there.", cases, goes, j.Drop.Resident.Person.Name, name)
	}
	if j.Count == 0 {
		return "No case that you may see moves. The record is found as " + name + " from now on."
	}
	return fmt.Sprintf("%s of those you may see would stand under %s.", cases, name)
}

// Line names a case that moves.
func movedLine(r register.Row) string {
	return fmt.Sprintf("%s: %s", r.Reference, aboutAt(r))
}

// fieldWrong is a refusal as messages by field; nil for anything else.
func fieldWrong(err error) map[string]string {
	var no *casework.Refusal
	if errors.As(err, &no) {
		return map[string]string{no.Field: no.Error()}
	}
	return nil
}
