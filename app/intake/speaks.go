package intake

import (
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Behalf reports whether somebody speaks for the resident: the officer said so,
// or the contact came through a councillor, an MP or a third party.
func (m *Model) Behalf() bool { return m.form.spokenFor() }

func (f form) spokenFor() bool { return f.Behalf || f.through() }

// through reports that the contact came by way of somebody who is not the
// resident.
func (f form) through() bool {
	return f.Channel == casework.Councillor || f.Channel == casework.ThirdParty
}

// SetBehalf unfolds or folds away who speaks for the resident; what was typed
// there stays.
func (m *Model) SetBehalf(is bool) { m.form.Behalf = is; m.touched() }

// WriteToRep reports whether letters go to the representative.
func (m *Model) WriteToRep() bool { return m.form.WriteToRep }

// SetWriteToRep says whether letters go to the representative.
func (m *Model) SetWriteToRep(is bool) { m.form.WriteToRep = is; m.touched() }

// RepHint says who is asked for, where the way the contact came calls for it.
func (m *Model) RepHint() string {
	switch m.form.Channel {
	case casework.Councillor:
		return "Name the councillor or MP, or who wrote for them"
	case casework.ThirdParty:
		return "Name who told us"
	}
	return ""
}

// representative is who speaks for the resident, as given.
func (f form) representative() casework.Representative {
	if !f.spokenFor() || f.line(RepName) == "" {
		return casework.Representative{}
	}
	lines, postcode := splitAddress(f.Text[RepAddress], "")
	rep := casework.Representative{
		Name: f.line(RepName), Relation: f.line(RepRelation), Telephone: f.line(RepPhone), Email: f.line(RepEmail),
		Lines: lines, Postcode: postcode, Authority: f.line(RepPaper), Given: f.RepGiven, Scope: f.line(RepScope),
		Until: f.RepUntil, WriteToRep: f.WriteToRep,
	}
	if rep.Relation == "" && f.Channel == casework.Councillor {
		rep.Relation = "councillor or MP"
	}
	if rep.Authority == "" {
		rep.Given, rep.Until, rep.Scope = calendar.Date{}, calendar.Date{}, ""
	}
	return rep
}

// RepLine says what the representative may be told (Code 1.3, 3.6).
func (m *Model) RepLine() (line string, may bool) {
	rep := m.form.representative()
	if rep.Authority != "" && rep.Given.IsZero() {
		rep.Given = m.form.Received
	}
	switch name := rep.Name; {
	case name == "":
		return "", false
	case rep.Authority == "":
		return "No authority yet, so nothing about the case may be told to " + name + ". What they tell us is taken down all the same.", false
	case !rep.Speaks(m.deps.Today()):
		return "The authority does not hold today, so nothing about the case may be told to " + name + ".", false
	case rep.Scope != "":
		return name + " may be told about: " + rep.Scope + ".", true
	default:
		return name + " may be told everything about the case.", true
	}
}

// authorityLines are the read-back of a representative's authority.
func (m *Model) authorityLines(rep casework.Representative) []Line {
	lines := []Line{{"Their authority", given(rep.Authority)}}
	if rep.Authority != "" {
		day := rep.Given
		if day.IsZero() {
			day = m.form.Received
		}
		until := "No last day"
		if !rep.Until.IsZero() {
			until = rep.Until.Long()
		}
		scope := rep.Scope
		if scope == "" {
			scope = "Everything"
		}
		lines = append(lines, Line{"Given on", day.Long()}, Line{"For", scope}, Line{"Until", until})
	}
	if words, _ := m.RepLine(); words != "" {
		lines = append(lines, Line{"May be told", words})
	}
	to := "To the resident"
	if rep.WriteToRep {
		to = "To " + rep.Name
	}
	return append(lines, Line{"Letters go", to})
}

// repLines are the read-back of who speaks for the resident.
func (m *Model) repLines(rep casework.Representative) []Line {
	if !m.form.spokenFor() {
		return nil
	}
	lines := []Line{{"Spoken for by", joined(rep.Name, rep.Relation)}}
	if rep.Name == "" {
		return lines
	}
	reach := []string{rep.Telephone, rep.Email, strings.TrimSpace(strings.Join(rep.Lines, ", ") + " " + rep.Postcode)}
	return append(append(lines, Line{"Reach them by", joined(reach...)}), m.authorityLines(rep)...)
}
