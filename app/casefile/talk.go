package casefile

import (
	"cmp"
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// talkLines are the conversations, enquiries and notes of a case, the newest
// first. A note that was corrected stays, struck through, and says by which.
func talkLines(c casework.Case, name func(int64) string) []Row {
	type said struct {
		on   calendar.Date
		line Row
	}
	var all []said
	add := func(on calendar.Date, l Row) { all = append(all, said{on, l}) }
	for _, k := range c.Calls {
		add(k.On, callLine(k, name))
	}
	for _, e := range c.Enquiries {
		add(e.On, Row{Name: orNot(e.Note, "Asked how it stands"), Second: fmt.Sprintf("%s, %s", e.On.Short(), name(e.By)), Mark: "Enquiry, " + string(e.Way), Tone: casework.Ended})
	}
	by := map[int]int{}
	for _, n := range c.Notes {
		by[n.Corrects] = n.ID
	}
	for _, n := range c.Notes {
		line := Row{Name: n.Text, Second: fmt.Sprintf("Note %d, %s, %s", n.ID, n.On.Short(), name(n.By)), Leads: Errand{Act: casework.ActCorrectNote, Item: n.ID}}
		if n.Corrects != 0 {
			line.Second += fmt.Sprintf(", corrects note %d", n.Corrects)
		}
		if later, corrected := by[n.ID]; corrected {
			line.Struck, line.Mark, line.Tone, line.Leads = true, fmt.Sprintf("Corrected by note %d", later), casework.Ended, Errand{}
		}
		add(n.On, line)
	}
	slices.SortStableFunc(all, func(a, b said) int { return cmp.Or(b.on.Compare(a.on)) })
	lines := make([]Row, len(all))
	for i, s := range all {
		lines[i] = s.line
	}
	return lines
}

func callLine(k casework.Call, name func(int64) string) Row {
	with := "the resident"
	if k.With != "" {
		with = k.With
	}
	way := "Call"
	if k.Way != "" && k.Way != casework.Telephone {
		way = capital(string(k.Way))
	}
	line := Row{Name: k.Note, Second: fmt.Sprintf("%s, with %s, %s", k.On.Short(), with, name(k.By)), Mark: way, Tone: casework.Fine}
	if !k.Reached {
		line.Second = fmt.Sprintf("%s, tried %s, %s", k.On.Short(), with, name(k.By))
		line.Mark, line.Tone = way+", not reached", casework.Soon
	}
	if line.Name == "" {
		line.Name = "Spoke to " + with
		if !k.Reached {
			line.Name = "Tried to reach " + with
		}
	}
	return line
}
