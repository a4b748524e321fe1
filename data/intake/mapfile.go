package intake

import (
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"casebook/data/casework"
)

// Map says how to read a list whose headings cannot be guessed. It comes from
// a TOML file:
//
//	sheet = "Tenants"
//	heading-line = 3
//	[columns]
//	person = ["Cust No"]
//	telephone = ["Tel A", "Tel B"]
//	[tenures]
//	"Sec Per" = "secure"
type Map struct {
	Sheet       string              `toml:"sheet"`
	HeadingLine int                 `toml:"heading-line"` // counted from 1; 0 means to look for it
	Columns     map[string][]string `toml:"columns"`
	Tenures     map[string]string   `toml:"tenures"`
}

// ReadMap reads a map from the text of a TOML file and refuses a name that
// means nothing, so that a mistyped one is not passed over.
func ReadMap(text []byte) (Map, error) {
	var m Map
	meta, err := toml.Decode(string(text), &m)
	if err != nil {
		return Map{}, fmt.Errorf("the map cannot be read: %w", err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Map{}, fmt.Errorf("the map has %q, which means nothing here: use sheet, heading-line, columns and tenures", unknown[0])
	}
	if m.HeadingLine < 0 {
		return Map{}, fmt.Errorf("the map's heading-line is %d: count lines from 1", m.HeadingLine)
	}
	for name := range m.Columns {
		if !slices.Contains(fieldNames(), name) {
			return Map{}, fmt.Errorf("the map has a column for %q, which means nothing here: use %s", name, strings.Join(fieldNames(), ", "))
		}
		if len(m.Columns[name]) > 1 && !slices.Contains(several, field(name)) {
			return Map{}, fmt.Errorf("the map names %d columns for %s: name one", len(m.Columns[name]), name)
		}
	}
	for word, tenure := range m.Tenures {
		if !slices.Contains(casework.Tenures(), casework.Tenure(tenure)) {
			return Map{}, fmt.Errorf("the map reads tenure %q as %q, which is no tenure: use %s", word, tenure, tenureNames())
		}
	}
	return m, nil
}

// field is what the map says a heading holds.
func (m Map) field(heading string) (field, bool) {
	for name, headings := range m.Columns {
		for _, each := range headings {
			if fold(each) == fold(heading) {
				return field(name), true
			}
		}
	}
	return "", false
}

// missing are the headings that the map names and the list does not have.
func (m Map) missing(headings []string) []string {
	var missing []string
	for _, name := range fieldNames() {
		for _, heading := range m.Columns[name] {
			if !slices.ContainsFunc(headings, func(h string) bool { return fold(h) == fold(heading) }) {
				missing = append(missing, heading)
			}
		}
	}
	return missing
}

func fieldNames() []string {
	var names []string
	for _, u := range usual {
		names = append(names, string(u.field))
	}
	return names
}

func tenureNames() string {
	var names []string
	for _, t := range casework.Tenures() {
		names = append(names, string(t))
	}
	return strings.Join(names, ", ")
}
