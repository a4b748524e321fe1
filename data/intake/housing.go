// Package intake reads what the office already has. It knows files, headings
// and cells; what becomes of a row is for the register.
package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
)

// Housing is the housing system's list as it was read.
type Housing struct {
	Sheet    string                 // of a workbook
	Columns  []Column               // how each column was understood, and why
	Rows     []casework.HousingRow  // those that can be loaded, in the order of the file
	Verdicts []casework.LineVerdict // those that cannot: duplicates, and lines that need a look
}

// headingDepth is how many lines may stand above the headings: a title, a
// date, a blank.
const headingDepth = 20

// ReadHousing reads the housing system's list from the bytes of a file: CSV
// (commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252) or an Excel
// workbook. Name is the file's, for messages; sheet names one of a workbook, and
// may be empty. The error is a sentence about the whole file; what is wrong
// with one line is in its verdict or its notes.
func ReadHousing(name string, data []byte, sheet string, m Map) (Housing, error) {
	if sheet == "" {
		sheet = m.Sheet
	}
	sheets, err := tables(name, data, sheet)
	if err != nil {
		return Housing{}, err
	}
	list, found, err := choose(name, sheets, m)
	if err != nil {
		return Housing{}, err
	}
	reader := rowReader{m: m, columns: found.fields, persons: map[string]casework.HousingRow{}, homes: map[string]casework.HousingRow{}}
	list.Sheet = found.table.sheet
	for _, r := range found.table.records[found.heading+1:] {
		if r.blank() {
			continue
		}
		row, verdict := reader.read(r)
		if verdict != nil {
			list.Verdicts = append(list.Verdicts, *verdict)
		}
		if row != nil {
			list.Rows = append(list.Rows, *row)
		}
	}
	if len(list.Rows)+len(list.Verdicts) == 0 {
		return Housing{}, fmt.Errorf("%s has headings and no lines below them: export the list again", name)
	}
	return list, nil
}

// choice is a sheet with the place of its headings.
type choice struct {
	table   table
	heading int
	fields  map[field][]int
}

// choose finds the sheet and the line of headings in which most is understood.
func choose(name string, sheets []table, m Map) (Housing, choice, error) {
	var best choice
	var columns []Column
	for _, t := range sheets {
		for i, r := range t.records[:min(len(t.records), headingDepth)] {
			if m.HeadingLine != 0 && m.HeadingLine != r.line {
				continue
			}
			understood, fields := guess(r.cells, m)
			if len(fields) > len(best.fields) {
				best, columns = choice{t, i, fields}, understood
			}
		}
	}
	if err := enough(name, best, m); err != nil {
		return Housing{}, choice{}, err
	}
	return Housing{Columns: columns}, best, nil
}

// enough refuses a list without what a row is known by: loaded again, it could
// not be matched with itself.
func enough(name string, c choice, m Map) error {
	if len(c.fields) == 0 {
		return fmt.Errorf("%s has no line of headings that Casebook understands, such as Person ref, Name, Property ref: add one, or say with --map which column is which", name)
	}
	if missing := m.missing(c.table.records[c.heading].cells); len(missing) > 0 {
		return fmt.Errorf("%s has no column %q, which the map names: mend the map", name, missing[0])
	}
	_, hasPerson := c.fields[person]
	_, hasName := c.fields[fullName]
	_, hasSurname := c.fields[surname]
	_, hasProperty := c.fields[property]
	switch {
	case !hasProperty && len(c.fields[address]) > 0:
		return fmt.Errorf("%s has addresses and no property reference, by which a home is known again: add the column, or say with --map which it is", name)
	case !hasPerson && (hasName || hasSurname):
		return fmt.Errorf("%s has names and no person reference, by which a resident is known again: add the column, or say with --map which it is", name)
	case !hasPerson && !hasProperty:
		return errors.New(name + " has neither a person reference nor a property reference: add them, or say with --map which columns they are")
	}
	return nil
}

// rowReader makes rows of records and remembers what it has seen.
type rowReader struct {
	m       Map
	columns map[field][]int
	persons map[string]casework.HousingRow // by person reference
	homes   map[string]casework.HousingRow // by property reference
}

// read makes the row of one record; where it cannot be loaded the verdict says
// why. Both come back when the home can be loaded and the person cannot.
func (rr *rowReader) read(r record) (*casework.HousingRow, *casework.LineVerdict) {
	row := rr.row(r)
	reference := row.Person
	if reference == "" {
		reference = row.Home.Reference
	}
	verdict := func(v casework.Verdict, why string) *casework.LineVerdict {
		return &casework.LineVerdict{Line: r.line, Reference: reference, Verdict: v, Why: []string{why}}
	}
	named := row.Given.Name != "" || len(row.Given.Telephones) > 0 || row.Given.Email != ""
	switch {
	case row.Home.Reference == "" && len(row.Home.Lines) > 0:
		return nil, verdict(casework.LineNeedsLook, "It has an address and no property reference")
	case row.Person == "" && row.Home.Reference == "":
		return nil, verdict(casework.LineNeedsLook, "It has neither a person reference nor a property reference")
	case row.Person == "" && named:
		return rr.homeOnly(row), verdict(casework.LineNeedsLook, "The person has no reference; only the home was read")
	}
	rr.sameHome(&row)
	if row.Person == "" {
		if first, twice := rr.homes[row.Home.Reference]; twice && first.Line != row.Line {
			return nil, verdict(casework.LineTwice, fmt.Sprintf("The home is on line %d already", first.Line))
		}
		return &row, nil
	}
	if first, twice := rr.persons[row.Person]; twice {
		if first.Home.Reference == row.Home.Reference && samePerson(first.Given, row.Given) {
			return nil, verdict(casework.LineTwice, fmt.Sprintf("The person and home are on line %d already", first.Line))
		}
		return rr.homeOnly(row), verdict(casework.LineNeedsLook,
			fmt.Sprintf("The person is on line %d with other details, which were read; of this line only the home was", first.Line))
	}
	rr.persons[row.Person] = row
	return &row, nil
}

// homeOnly is the home of a row whose person cannot be loaded, unless it was
// read already.
func (rr *rowReader) homeOnly(row casework.HousingRow) *casework.HousingRow {
	if row.Home.Reference == "" {
		return nil
	}
	if first, read := rr.homes[row.Home.Reference]; read && first.Line != row.Line {
		return nil
	}
	rr.homes[row.Home.Reference] = row
	return &casework.HousingRow{Line: row.Line, Home: row.Home, Notes: row.Notes}
}

// sameHome keeps one account of each home: that of its first line.
func (rr *rowReader) sameHome(row *casework.HousingRow) {
	if row.Home.Reference == "" {
		return
	}
	first, read := rr.homes[row.Home.Reference]
	if !read {
		rr.homes[row.Home.Reference] = *row
		return
	}
	if strings.Join(first.Home.Lines, ", ") != strings.Join(row.Home.Lines, ", ") || first.Home.Postcode != row.Home.Postcode {
		row.Notes = append(row.Notes, fmt.Sprintf("The home has another address on line %d, which is kept", first.Line))
	}
	row.Home = first.Home
}

func samePerson(a, b casework.Person) bool {
	return a.Name == b.Name && a.Email == b.Email && a.Tenancy == b.Tenancy && slices.Equal(a.Telephones, b.Telephones)
}
