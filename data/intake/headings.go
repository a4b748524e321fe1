package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// field is one thing that a housing list says of a person or home.
type field string

const (
	person   field = "person"
	tenancy  field = "tenancy"
	fullName field = "name"
	title    field = "title"
	first    field = "first"
	surname  field = "surname"
	phone    field = "telephone" // may stand in several columns
	email    field = "email"
	address  field = "address" // the whole address, or its lines in several columns in order
	postcode field = "postcode"
	property field = "property"
	block    field = "block"
	storeys  field = "storeys"
	highRise field = "high-rise"
	tenure   field = "tenure"
	landlord field = "landlord"
	area     field = "area"
)

// usual are the headings that housing systems give each field, folded as fold
// folds them. Where a list has several that fit, the one named first wins.
var usual = []struct {
	field    field
	what     string
	headings []string
}{
	{person, "the person reference", []string{"person ref", "person reference", "person id", "person no", "person number",
		"person code", "party ref", "party reference", "party id", "customer ref", "customer reference", "customer id",
		"customer no", "customer number", "resident ref", "resident reference", "resident id", "resident no",
		"tenant ref", "tenant reference", "tenant id", "tenant no", "tenant number", "contact ref", "contact id", "client ref", "client id"}},
	{tenancy, "the tenancy reference", []string{"tenancy ref", "tenancy reference", "tenancy id", "tenancy no",
		"tenancy number", "agreement ref", "agreement reference", "agreement no", "rent account", "rent account no", "rent account number", "account ref"}},
	{fullName, "the name", []string{"name", "full name", "tenant name", "resident name", "customer name", "person name", "tenant", "resident", "customer", "occupier"}},
	{title, "the title", []string{"title", "salutation"}},
	{first, "the first name", []string{"first name", "first names", "forename", "forenames", "given name", "given names", "christian name"}},
	{surname, "the surname", []string{"surname", "last name", "family name"}},
	{phone, "a telephone number", []string{"telephone", "telephones", "telephone no", "telephone number", "telephone 1", "telephone 2",
		"telephone 3", "tel", "tel no", "tel 1", "tel 2", "phone", "phone no", "phone number", "phone 1", "phone 2", "home telephone",
		"home phone", "home tel", "work telephone", "work phone", "work tel", "daytime telephone", "evening telephone", "landline",
		"mobile", "mobile no", "mobile number", "mobile phone", "mobile telephone", "mob", "contact number", "contact no", "contact telephone"}},
	{email, "the e-mail address", []string{"email", "e mail", "email address", "e mail address", "contact email"}},
	{address, "the address", []string{"address", "full address", "property address", "address 1", "address 2", "address 3", "address 4",
		"address 5", "address line 1", "address line 2", "address line 3", "address line 4", "address line 5", "addr 1", "addr 2",
		"addr 3", "addr 4", "addr1", "addr2", "addr3", "addr4", "address1", "address2", "address3", "address4", "address5", "line 1", "line 2", "line 3", "line 4",
		"flat", "house", "house no", "house number", "house name", "street", "street name", "road", "locality", "town", "city", "county"}},
	{postcode, "the postcode", []string{"postcode", "post code", "postal code", "pcode"}},
	{property, "the property reference", []string{"property ref", "property reference", "property id", "property no", "property number",
		"property code", "prop ref", "place ref", "place reference", "asset ref", "asset id", "unit ref", "unit reference", "unit id",
		"dwelling ref", "dwelling id", "home ref", "home id", "uprn"}},
	{block, "the block", []string{"block", "block name", "block ref", "building", "building name", "scheme", "scheme name"}},
	{storeys, "the number of storeys", []string{"storeys", "stories", "storey count", "no of storeys", "number of storeys", "floors", "no of floors", "number of floors"}},
	{highRise, "whether it is high-rise", []string{"high rise", "highrise", "higher risk building", "hrb", "hrrb"}},
	{tenure, "the tenure", []string{"tenure", "tenure type", "tenancy type", "tenure description"}},
	{landlord, "the landlord", []string{"landlord", "landlord name", "owner", "owned by"}},
	{area, "the area", []string{"area", "area name", "housing area", "management area", "patch", "neighbourhood", "neighborhood", "estate", "ward", "district"}},
}

// several are the fields that may stand in more than one column.
var several = []field{phone, address}

// Column is one column of the list as it was understood.
type Column struct {
	Heading string `json:"heading"`
	Field   string `json:"field"` // empty: not used
	Why     string `json:"why"`
}

// fold makes headings alike: lower case, words parted by one blank, no
// punctuation.
func fold(heading string) string {
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, " ")
}

// guess says which field each column holds, by the map where it names the
// column, else by its heading.
func guess(headings []string, m Map) ([]Column, map[field][]int) {
	columns := make([]Column, len(headings))
	found := map[field][]int{}
	for i, heading := range headings {
		columns[i] = Column{Heading: heading, Why: "not needed"}
		if named, ok := m.field(heading); ok {
			found[named] = append(found[named], i)
			columns[i].Field, columns[i].Why = string(named), "the map names it"
		}
	}
	for _, u := range usual {
		if len(m.Columns[string(u.field)]) > 0 {
			continue // the map decides alone
		}
		for _, name := range u.headings {
			for i, heading := range headings {
				if columns[i].Field != "" || fold(heading) != name {
					continue
				}
				if len(found[u.field]) > 0 && !slices.Contains(several, u.field) {
					columns[i].Why = fmt.Sprintf("%q was taken for %s", headings[found[u.field][0]], u.what)
					continue
				}
				found[u.field] = append(found[u.field], i)
				columns[i].Field, columns[i].Why = string(u.field), fmt.Sprintf("%q is a usual heading for %s", heading, u.what)
			}
		}
	}
	for _, f := range several {
		slices.Sort(found[f]) // the lines of an address stand in order
	}
	return columns, found
}
