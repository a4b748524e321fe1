package casefile

import (
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// peopleLines are who else belongs to a case: who speaks for the resident, who
// complains with them, the cases it is linked to, and which officers may or may
// not deal with it. count is of people and cases, not of officers.
func peopleLines(c casework.Case, linked map[int64]casework.Case, m casework.Moment, name func(int64) string) (lines []Row, count int) {
	if c.Representative.Name != "" {
		lines = append(lines, representativeLine(c, m.Today))
	}
	for _, g := range c.Group {
		lines = append(lines, Row{Name: orNot(g.Person.Name, "Name not given"), Mark: "With them", Second: sentenceOf(
			address(casework.Home{Lines: g.Lines, Postcode: g.Postcode}), strings.Join(g.Person.Telephones, ", "), g.Person.Email, "Joined "+g.Joined.Short())})
	}
	for _, v := range c.Moves {
		lines = append(lines, Row{Name: address(v.Home), Second: "Left " + v.On.Short(), Mark: "Home before", Tone: casework.Ended})
	}
	for _, l := range c.Links {
		lines = append(lines, linkLine(l, linked, m))
	}
	count = len(lines)
	for _, k := range c.Conflicts {
		lines = append(lines, Row{Name: name(k.Officer), Second: sentenceOf(k.What, "Declared "+k.On.Short()), Mark: "May not have it", Tone: casework.Soon})
	}
	return append(lines, seenBy(c, name)...), count
}

// representativeLine says who speaks for the resident and what they may be told
// (Code 1.3, 3.6).
func representativeLine(c casework.Case, today calendar.Date) Row {
	r := c.Representative
	line := Row{Name: r.Name, Leads: Errand{Act: casework.ActAuthority}, Second: sentenceOf(capital(r.Relation), r.Telephone, r.Email, writesTo(r))}
	switch why := noAuthority(c, today); {
	case why != "":
		line.Mark, line.Tone = "Tell them nothing", casework.Late
		line.Second = sentenceOf(why, line.Second)
	default:
		line.Mark, line.Tone = "May be told", casework.Fine
		scope := "Everything"
		if r.Scope != "" {
			line.Mark, scope = "May be told some", r.Scope
		}
		until := ""
		if !r.Until.IsZero() {
			until = "until " + r.Until.Short()
		}
		line.Second = sentenceOf(scope, "By "+r.Authority+", "+strings.TrimSpace("given "+r.Given.Short()+" "+until), line.Second)
	}
	return line
}

// noAuthority says why a representative may be told nothing; "" where they may.
func noAuthority(c casework.Case, today calendar.Date) string {
	r := c.Representative
	switch {
	case r.Name == "":
		return ""
	case r.Authority == "":
		return "No authority yet"
	case !r.Until.IsZero() && r.Until.Before(today):
		return "The authority ended on " + r.Until.Letter()
	}
	return ""
}

func writesTo(r casework.Representative) string {
	if r.WriteToRep {
		return "Letters go to them"
	}
	return ""
}

// linkLine names another case with what it is to this one and how it stands.
func linkLine(l casework.Link, linked map[int64]casework.Case, m casework.Moment) Row {
	line := Row{Name: string(l.Reference), Mark: capital(string(l.Kind)), Leads: Errand{Case: l.Case}}
	if other, ok := linked[l.Case]; ok {
		status := casework.StatusOf(other, m.Today, m.Holidays)
		line.Second, line.Tone = status.Sentence, status.Tone
	} else {
		line.Second = "Linked " + l.On.Short()
	}
	return line
}

// seenBy says which officers see a case, where that is not everybody of the
// office (ruling 26).
func seenBy(c casework.Case, name func(int64) string) []Row {
	var lines []Row
	if c.Confidential {
		for _, id := range c.Access {
			lines = append(lines, Row{Name: name(id), Second: "Named on this confidential case", Mark: "Sees it"})
		}
	}
	for _, id := range c.Barred {
		lines = append(lines, Row{Name: name(id), Second: "The case is about them", Mark: "Never sees it", Tone: casework.Ended})
	}
	return lines
}

// address is a home on one line.
func address(h casework.Home) string {
	return strings.Trim(strings.Join(append(append([]string{}, h.Lines...), h.Postcode), ", "), ", ")
}
