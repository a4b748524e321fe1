package demo

import (
	"fmt"
	"math/rand/v2"

	"casebook/data/casework"
)

// Settings are the landlord of a demonstration office. Its name says what it
// is on every letter and sheet.
func Settings() casework.Settings {
	return casework.Settings{
		Landlord: "Derby Homes (demonstration)", LegalName: "Derby Homes Ltd (demonstration)",
		Address:   []string{"Complaints", "Derby Homes Ltd", "839 London Road", "Derby", "DE24 8UZ"},
		Telephone: "01332 888777", Email: "complaints@example.org", Hours: "Monday to Friday, 9 am to 5 pm",
		Footer: "A demonstration office. Nobody named in it exists.", Homes: 12500, Envelope: "DL",
	}
}

// Officers are the staff of a demonstration office, the manager first.
func Officers(office int64) []casework.Officer {
	at := func(name, title string, role casework.Role, telephone string) casework.Officer {
		return casework.Officer{Name: name, Title: title, Role: role, Office: office, Telephone: telephone,
			AllOffices: role == casework.Manager || role == casework.BoardReader}
	}
	return []casework.Officer{
		at("Helen Marsh", "Complaints manager", casework.Manager, "01632 960 100"),
		at("Priya Nair", "Housing assistant", casework.FrontDesk, "01632 960 101"),
		at("Samuel Pryce", "Housing assistant", casework.FrontDesk, "01632 960 102"),
		at("Dan Okafor", "Investigating officer", casework.Investigator, "01632 960 103"),
		at("Ros Castell", "Investigating officer", casework.Investigator, "01632 960 104"),
		at("Anwar Shah", "Investigating officer", casework.Investigator, "01632 960 105"),
		at("Sam Reyes", "Investigating officer", casework.Investigator, "01632 960 107"),
		at("Board Secretary", "Board secretary", casework.BoardReader, "01632 960 106"),
	}
}

var firstNames = []string{
	"Grace", "Leon", "Nasreen", "Oliver", "Aneta", "Samuel", "Beth", "Imran", "Kayleigh", "Maureen", "Desmond", "Hannah",
	"Marlon", "Ffion", "Paweł", "Winston", "Tomasz", "Joan", "Łukasz", "Siân", "Zoë", "Chloé", "Mehmet", "Oluwaseun",
	"Nguyễn Thị", "Ștefan", "Ayşe", "Dorothy", "Kwame", "Bríd", "Jürgen", "Amelia", "Harjit", "Mohammed", "Ivy", "Stanley",
}

var lastNames = []string{
	"Adeyemi", "Brackley", "Akhtar", "Finch", "Kowalska", "Idowu", "Rowson", "Sadiq", "Marsden", "Tilley", "Clarke", "Voss",
	"Pryor", "Prosser", "Zieliński", "Grant", "Wolny", "Pickard", "O'Brien", "Hollis-Burke", "Demir", "Okonkwo", "Lan",
	"Ionescu", "Yılmaz", "Entwistle", "Mensah", "Ní Bhriain", "Groß", "Gill", "Hussain", "Thackeray", "Wildgoose", "Bains",
}

// street is an invented street; a court is a block with storeys.
type street struct {
	name     string
	postcode string // sector and unit letters vary by house
	block    bool
	storeys  int
	area     string
}

var streets = []street{
	{"Harebell Court", "DE24 7L", true, 5, "Alvaston"}, {"Ladywell Rise", "DE24 7Q", false, 2, "Alvaston"},
	{"Tannery Row", "DE24 7B", false, 2, "Alvaston"}, {"Cloverfield Road", "DE24 7F", false, 2, "Boulton"},
	{"Silkweaver Way", "DE23 9S", false, 2, "Normanton"}, {"Foundry Gate", "DE23 9G", true, 4, "Normanton"},
	{"Peartree Close", "DE23 9P", false, 2, "Sunnyhill"}, {"Lamplighter House", "DE23 9H", true, 11, "Normanton"},
	{"Coopers Yard", "DE24 7Y", false, 2, "Boulton"}, {"Skylark Avenue", "DE23 9U", false, 2, "Sunnyhill"},
}

// postcodeEnds are the last letters of invented postcodes.
const postcodeEnds = "ABDEFGHJLNPQRSTUWXYZ"

// Homes is an invented housing list of n homes with one resident each. The
// same seed gives the same list.
func Homes(n int, seed uint64) []casework.HousingRow {
	rng := rand.New(rand.NewPCG(seed, 2))
	rows := make([]casework.HousingRow, n)
	for i := range rows {
		s := streets[i%len(streets)]
		number := i/len(streets) + 1
		first, last := firstNames[rng.IntN(len(firstNames))], lastNames[rng.IntN(len(lastNames))]
		home := casework.Home{
			Reference: fmt.Sprintf("DEMO-%05d", i+1),
			Lines:     []string{fmt.Sprintf("%d %s", number, s.name), "Derby"},
			Postcode:  s.postcode + string(postcodeEnds[number%len(postcodeEnds)]),
			Storeys:   s.storeys, HighRise: s.storeys >= 7, Tenure: tenure(rng.IntN(100)),
			Landlord: "Demonstration landlord", Area: s.area,
		}
		if s.block {
			home.Block = s.name
		}
		person := casework.Person{
			Name: first + " " + last, Tenancy: fmt.Sprintf("T-DEMO-%05d", i+1),
			Telephones: []string{fmt.Sprintf("07700 900%03d", rng.IntN(1000))},
		}
		if rng.IntN(3) > 0 {
			person.Email = fmt.Sprintf("resident%05d@example.org", i+1)
		}
		rows[i] = casework.HousingRow{Line: i + 2, Person: fmt.Sprintf("P-DEMO-%05d", i+1), Given: person, Home: home}
	}
	return rows
}

// tenure draws a tenure: mostly secure, some leaseholders.
func tenure(hundredth int) casework.Tenure {
	switch {
	case hundredth < 78:
		return casework.Secure
	case hundredth < 86:
		return casework.Introductory
	case hundredth < 96:
		return casework.Leasehold
	}
	return casework.SharedOwnership
}
