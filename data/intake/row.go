package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/data/casework"
	"casebook/data/policy"
)

// row reads the cells of a record. What looks wrong and is not fatal is kept as
// given and noted.
func (rr *rowReader) row(r record) casework.HousingRow {
	row := casework.HousingRow{
		Line:   r.line,
		Person: rr.one(r, person),
		Given: casework.Person{
			Name:       rr.name(r),
			Telephones: rr.telephones(r),
			Email:      rr.one(r, email),
			Tenancy:    rr.one(r, tenancy),
		},
		Home: casework.Home{
			Reference: rr.one(r, property),
			Block:     rr.one(r, block),
			Landlord:  rr.one(r, landlord),
			Area:      rr.one(r, area),
		},
	}
	note := func(format string, args ...any) { row.Notes = append(row.Notes, fmt.Sprintf(format, args...)) }
	rr.address(r, &row.Home, note)
	rr.building(r, &row.Home, note)
	if row.Home.Tenure = rr.tenure(rr.one(r, tenure)); row.Home.Tenure == "" && rr.one(r, tenure) != "" {
		note("Tenure %q is not known, so it was left out", rr.one(r, tenure))
	}
	for _, number := range row.Given.Telephones {
		if digits(number) < fewestDigits {
			note("%q does not look like a telephone number", number)
		}
	}
	if mail := row.Given.Email; mail != "" && !likeEmail.MatchString(mail) {
		note("%q does not look like an e-mail address", mail)
	}
	return row
}

// one is the text of a field that stands in one column.
func (rr *rowReader) one(r record, f field) string {
	if at := rr.columns[f]; len(at) > 0 {
		return strings.Join(strings.Fields(r.cell(at[0])), " ")
	}
	return ""
}

// name is the whole name, or put together from its parts.
func (rr *rowReader) name(r record) string {
	if whole := rr.one(r, fullName); whole != "" {
		return whole
	}
	parts := []string{rr.one(r, title), rr.one(r, first), rr.one(r, surname)}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// telephones are kept as given, each once; several may stand in one cell.
func (rr *rowReader) telephones(r record) []string {
	var numbers []string
	for _, at := range rr.columns[phone] {
		for number := range strings.FieldsFuncSeq(r.cell(at), func(c rune) bool { return strings.ContainsRune(",;/\n", c) }) {
			if number = strings.TrimSpace(number); number != "" && !slices.Contains(numbers, number) {
				numbers = append(numbers, number)
			}
		}
	}
	return numbers
}

// fewestDigits is the shortest number that can be dialled from anywhere.
const fewestDigits = 9

func digits(text string) (n int) {
	for _, r := range text {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

var (
	likeEmail = regexp.MustCompile(`^[^\s@]+@[^\s@]+\.[^\s@]+$`)
)

// address is the lines of the address and the postcode, which may be the last
// part of a single column.
func (rr *rowReader) address(r record, home *casework.Home, note func(string, ...any)) {
	columns := rr.columns[address]
	for _, at := range columns {
		cell := r.cell(at)
		parts := strings.Split(cell, "\n")
		if len(columns) == 1 && len(parts) == 1 {
			parts = strings.Split(cell, ",")
		}
		for _, part := range parts {
			if part = strings.Trim(strings.Join(strings.Fields(part), " "), " ,"); part != "" {
				home.Lines = append(home.Lines, part)
			}
		}
	}
	given := rr.one(r, postcode)
	if given == "" && len(rr.columns[postcode]) == 0 && len(home.Lines) > 0 {
		last := home.Lines[len(home.Lines)-1]
		if tidied, ok := casework.TidyPostcode(last); ok {
			home.Lines, home.Postcode = home.Lines[:len(home.Lines)-1], tidied
		}
		return
	}
	tidied, ok := casework.TidyPostcode(given)
	home.Postcode = tidied
	if given != "" && !ok {
		note("%q does not look like a postcode", given)
	}
}

// tallest is beyond every home in England; a larger number is a mistake.
const tallest = 100

// building is the height of the building. Where the list does not say whether
// it is high-rise, the storeys do.
func (rr *rowReader) building(r record, home *casework.Home, note func(string, ...any)) {
	if text := rr.one(r, storeys); text != "" {
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || n < 0 || n > tallest || n != float64(int(n)) {
			note("%q is not a number of storeys, so it was left out", text)
		} else {
			home.Storeys = int(n)
		}
	}
	home.HighRise = policy.HighRise(home.Storeys)
	switch said := fold(rr.one(r, highRise)); said {
	case "":
	case "y", "yes", "true", "1", "x":
		home.HighRise = true
	case "n", "no", "false", "0":
		if home.HighRise {
			note("The list says it is not high-rise, and that it has %d storeys; high-rise is kept", home.Storeys)
		}
	default:
		note("%q does not say whether the building is high-rise", said)
	}
}

// tenureWords are parts of the words that housing systems use, the more
// particular ones first.
var tenureWords = []struct {
	part   string
	tenure casework.Tenure
}{
	{"shared owner", casework.SharedOwnership},
	{"leasehold", casework.Leasehold},
	{"lessee", casework.Leasehold},
	{"introductory", casework.Introductory},
	{"starter", casework.Introductory},
	{"non secure", casework.Temporary},
	{"temporary", casework.Temporary},
	{"licen", casework.Temporary},
	{"assured", casework.Assured},
	{"secure", casework.Secure},
}

// tenure reads the list's word for how a home is held, "" when it means
// nothing here: an unknown tenure is counted, a wrong one would not be.
func (rr *rowReader) tenure(text string) casework.Tenure {
	for word, tenure := range rr.m.Tenures {
		if fold(word) == fold(text) {
			return casework.Tenure(tenure)
		}
	}
	said := fold(text)
	for _, tenure := range casework.Tenures() {
		if said == string(tenure) {
			return tenure
		}
	}
	for _, w := range tenureWords {
		if strings.Contains(said, w.part) {
			return w.tenure
		}
	}
	return ""
}
