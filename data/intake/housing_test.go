package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"casebook/data/casework"
)

// usualList has what most housing systems print.
const usualList = `Person ref,Tenancy ref,Title,First name,Surname,Telephone,Mobile,E-mail,Address 1,Address 2,Address 3,Postcode,Property ref,Block,Storeys,Tenure,Landlord,Area
P1,T1,Ms,Zoë,O'Neill,01632 960001,07700 900001,zoe@example.org,Flat 3,Oak Court,Derby,de1 1aa,H1,Oak Court,8,Secure Tenancy,Derby City Council,North
P2,T1,Mr,Łukasz,Nguyễn,,07700 900002,,Flat 3,Oak Court,Derby,DE1 1AA,H1,Oak Court,8,Secure Tenancy,Derby City Council,North
,,,,,,,,Flat 4,Oak Court,Derby,DE11AA,H2,Oak Court,8,Leasehold,Derby City Council,North
`

func oak(reference, flat string, tenure casework.Tenure) casework.Home {
	return casework.Home{
		Reference: reference, Lines: []string{flat, "Oak Court", "Derby"}, Postcode: "DE1 1AA", Block: "Oak Court",
		Storeys: 8, HighRise: true, Tenure: tenure, Landlord: "Derby City Council", Area: "North",
	}
}

func usualRows() []casework.HousingRow {
	return []casework.HousingRow{
		{Line: 2, Person: "P1", Given: casework.Person{Name: "Ms Zoë O'Neill", Telephones: []string{"01632 960001", "07700 900001"}, Email: "zoe@example.org", Tenancy: "T1"}, Home: oak("H1", "Flat 3", casework.Secure)},
		{Line: 3, Person: "P2", Given: casework.Person{Name: "Mr Łukasz Nguyễn", Telephones: []string{"07700 900002"}, Tenancy: "T1"}, Home: oak("H1", "Flat 3", casework.Secure)},
		{Line: 4, Home: oak("H2", "Flat 4", casework.Leasehold)},
	}
}

func read(t *testing.T, data []byte) Housing {
	t.Helper()
	list, err := ReadHousing("homes", data, "", Map{})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestAListReadsAlikeHoweverItWasSaved(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(usualList, ",", "\t"))
	if err != nil {
		t.Fatal(err)
	}
	forms := map[string][]byte{
		"commas":              []byte(usualList),
		"semicolons":          []byte(strings.ReplaceAll(usualList, ",", ";")),
		"tabs":                []byte(strings.ReplaceAll(usualList, ",", "\t")),
		"said in the file":    []byte("sep=|\r\n" + strings.ReplaceAll(usualList, ",", "|")),
		"Windows line ends":   []byte(strings.ReplaceAll(usualList, "\n", "\r\n")),
		"a byte order mark":   []byte("\xEF\xBB\xBF" + usualList),
		"UTF-16":              []byte(utf16),
		"a title above it":    []byte("Tenants on 1 April,,\n,,\n" + usualList),
		"a workbook":          book(t, map[string]string{"Tenants": usualList}),
		"one sheet of a few":  book(t, map[string]string{"A notes": "Exported,by\nus,today\n", "Tenants": usualList}),
		"a sheet with titles": book(t, map[string]string{"Tenants": "Housing list\n\n" + usualList}),
	}
	for name, data := range forms {
		t.Run(name, func(t *testing.T) {
			list := read(t, data)
			for i := range list.Rows {
				list.Rows[i].Line = i + 2
			}
			if diff := cmp.Diff(usualRows(), list.Rows); diff != "" {
				t.Error(diff)
			}
			if len(list.Verdicts) != 0 {
				t.Errorf("verdicts: %v", list.Verdicts)
			}
		})
	}
}

func TestAListInWindowsLettersKeepsItsAccents(t *testing.T) {
	text, err := charmap.Windows1252.NewEncoder().String("Person ref,Name,Property ref\nP1,Zoë O’Neill – Brontë,H1\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, []byte(text)).Rows[0].Given.Name; got != "Zoë O’Neill – Brontë" {
		t.Errorf("got %q", got)
	}
}

func TestEveryColumnSaysWhyItWasTakenSo(t *testing.T) {
	list := read(t, []byte("Customer No,Full Name,UPRN,Property Ref,Favourite colour\nP1,A,100,H1,blue\n"))
	want := []Column{
		{"Customer No", "person", `"Customer No" is a usual heading for the person reference`},
		{"Full Name", "name", `"Full Name" is a usual heading for the name`},
		{"UPRN", "", `"Property Ref" was taken for the property reference`},
		{"Property Ref", "property", `"Property Ref" is a usual heading for the property reference`},
		{"Favourite colour", "", "not needed"},
	}
	if diff := cmp.Diff(want, list.Columns); diff != "" {
		t.Error(diff)
	}
}

func TestLinesThatCannotBeLoadedSayWhy(t *testing.T) {
	list := read(t, []byte(`Person ref,Name,Property ref,Address 1,Postcode
P1,Ann,H1,1 Elm St,DE1 1AA
P1,Ann,H1,1 Elm St,DE1 1AA
P1,Anne,H2,2 Elm St,DE1 1AA
,Bob,H3,3 Elm St,DE1 1AA
P4,Cat,,4 Elm St,DE1 1AA
,,,,DE1 1AA
,,H1,1 Elm St,DE1 1AA

P5,Dee,,,
`))
	var got []string
	for _, v := range list.Verdicts {
		got = append(got, fmt.Sprintf("%d %s %s: %s", v.Line, v.Reference, v.Verdict, strings.Join(v.Why, "; ")))
	}
	want := []string{
		"3 P1 duplicate in file: The person and home are on line 2 already",
		"4 P1 needs a look: The person is on line 2 with other details, which were read; of this line only the home was",
		"5 H3 needs a look: The person has no reference; only the home was read",
		"6 P4 needs a look: It has an address and no property reference",
		"7  needs a look: It has neither a person reference nor a property reference",
		"8 H1 duplicate in file: The home is on line 2 already",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var rows []string
	for _, r := range list.Rows {
		rows = append(rows, fmt.Sprint(r.Line, " ", r.Person, " ", r.Home.Reference))
	}
	if diff := cmp.Diff([]string{"2 P1 H1", "4  H2", "5  H3", "10 P5 "}, rows); diff != "" {
		t.Error(diff)
	}
}

func TestWhatLooksWrongIsKeptAndNoted(t *testing.T) {
	list := read(t, []byte(`Person ref,Name,Property ref,Address 1,Postcode,Telephone,E-mail,Storeys,Tenure,High rise
P1,Ann,H1,1 Elm St,DE1,ask her,ann at home,many,Crown,perhaps
P2,Bob,H1,2 Elm St,DE1 1AA,,,,,
P3,Cat,H3,3 Elm St,DE1 1AA,,,12,,no
`))
	want := [][]string{
		{`"DE1" does not look like a postcode`, `"many" is not a number of storeys, so it was left out`,
			`"perhaps" does not say whether the building is high-rise`, `Tenure "Crown" is not known, so it was left out`,
			`"ask her" does not look like a telephone number`, `"ann at home" does not look like an e-mail address`},
		{"The home has another address on line 2, which is kept"},
		{"The list says it is not high-rise, and that it has 12 storeys; high-rise is kept"},
	}
	for i, row := range list.Rows {
		if diff := cmp.Diff(want[i], row.Notes); diff != "" {
			t.Error(diff)
		}
	}
	if got := list.Rows[0].Given; got.Email != "ann at home" || got.Telephones[0] != "ask her" {
		t.Errorf("not kept as given: %+v", got)
	}
}

func TestAddressesInOneColumn(t *testing.T) {
	for cell, want := range map[string]casework.Home{
		`"Flat 3, Oak Court, Derby, de11aa"`:   {Lines: []string{"Flat 3", "Oak Court", "Derby"}, Postcode: "DE1 1AA"},
		"\"3 Oak Rd\nDerby\nDE1 1AA\"":         {Lines: []string{"3 Oak Rd", "Derby"}, Postcode: "DE1 1AA"},
		`"The Old Mill, Derby"`:                {Lines: []string{"The Old Mill", "Derby"}},
		`"  Flat 3 ,,  Oak   Court, SW1A 1AA"`: {Lines: []string{"Flat 3", "Oak Court"}, Postcode: "SW1A 1AA"},
	} {
		home := read(t, []byte("Property ref,Address\nH1,"+cell+"\n")).Rows[0].Home
		if diff := cmp.Diff(want.Lines, home.Lines); diff != "" || home.Postcode != want.Postcode {
			t.Errorf("%s: %s postcode %q", cell, diff, home.Postcode)
		}
	}
}

func TestTenuresAreReadFromTheListsOwnWords(t *testing.T) {
	for word, want := range map[string]casework.Tenure{
		"Secure": casework.Secure, "SECURE TENANCY": casework.Secure, "Non-Secure": casework.Temporary,
		"Introductory": casework.Introductory, "Assured Shorthold": casework.Assured, "Leaseholder": casework.Leasehold,
		"Shared Owner": casework.SharedOwnership, "Licensee": casework.Temporary, "other": casework.OtherTenure, "XYZ": "",
	} {
		if got := read(t, []byte("Property ref,Tenure\nH1,"+word+"\n")).Rows[0].Home.Tenure; got != want {
			t.Errorf("%s is %q, want %q", word, got, want)
		}
	}
}

func TestAMapSaysWhichColumnIsWhich(t *testing.T) {
	m, err := ReadMap([]byte(`
sheet = "List"
heading-line = 2
[columns]
person = ["Cust"]
name = ["Who"]
telephone = ["A", "B"]
property = ["Place"]
[tenures]
"Q7" = "secure"
`))
	if err != nil {
		t.Fatal(err)
	}
	data := book(t, map[string]string{"Person": usualList, "List": "Name,Person ref\nCust,Who,A,B,Place,Tenure\nP1,Ann,01632 960001,01632 960002,H1,q7\n"})
	list, err := ReadHousing("homes.xlsx", data, "", m)
	if err != nil {
		t.Fatal(err)
	}
	want := []casework.HousingRow{{Line: 3, Person: "P1",
		Given: casework.Person{Name: "Ann", Telephones: []string{"01632 960001", "01632 960002"}},
		Home:  casework.Home{Reference: "H1", Tenure: casework.Secure}}}
	if diff := cmp.Diff(want, list.Rows); diff != "" {
		t.Error(diff)
	}
}

func TestAMapWithAMistakeIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		`sheets = "x"`:                     "means nothing",
		"[columns]\nshoe = [\"x\"]":        "means nothing",
		"[columns]\nname = [\"x\", \"y\"]": "name one",
		"[tenures]\nx = \"freehold\"":      "no tenure",
		"sheet = ":                         "cannot be read",
		"heading-line = -1":                "count lines from 1",
	} {
		if _, err := ReadMap([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestAFileThatIsNoListIsRefusedInASentence(t *testing.T) {
	plain := func(text string) []byte { return []byte(text) }
	cases := map[string]struct {
		data  []byte
		sheet string
		m     Map
		want  string
	}{
		"nothing":                {plain(" \n"), "", Map{}, "is empty"},
		"prose":                  {plain("Dear tenant,\nplease find enclosed\n"), "", Map{}, "no line of headings"},
		"headings alone":         {plain("Person ref,Property ref\n"), "", Map{}, "no lines below"},
		"no property reference":  {plain("Person ref,Name,Address\nP1,Ann,1 Elm St\n"), "", Map{}, "no property reference"},
		"no person reference":    {plain("Name,Property ref\nAnn,H1\n"), "", Map{}, "no person reference"},
		"neither":                {plain("Tenancy ref,Area\nT1,North\n"), "", Map{}, "neither a person reference"},
		"an old Excel file":      {plain("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....."), "", Map{}, "save it as .xlsx"},
		"a torn workbook":        {book(t, map[string]string{"A": usualList})[:900], "", Map{}, "cannot be read as an Excel file"},
		"a sheet of text":        {plain(usualList), "Tenants", Map{}, "has no sheets"},
		"another sheet":          {book(t, map[string]string{"A": usualList}), "B", Map{}, `no sheet "B": it has A`},
		"a map for another list": {plain(usualList), "", Map{Columns: map[string][]string{"person": {"Cust"}}}, `no column "Cust"`},
		"too many columns":       {plain(strings.Repeat("Name,", 400)), "", Map{}, "more than 300 columns"},
		"a cell with a novel":    {plain("Person ref\n" + strings.Repeat("x", mostText+1)), "", Map{}, "more than 20000 characters"},
		"a file far too large":   {bytes.Repeat([]byte("x"), MostBytes+1), "", Map{}, "larger than 64 MB"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := ReadHousing("homes", c.data, c.sheet, c.m)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestABombIsRefusedInASentence(t *testing.T) {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range mostUnzipped>>20 + 1 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = ReadHousing("homes.xlsx", packed.Bytes(), "", Map{})
	if err == nil || !strings.Contains(err.Error(), "unpacks to more than 256 MB") {
		t.Errorf("a bomb of %d bytes: %v", packed.Len(), err)
	}
}

func TestAFormulaIsOnlyText(t *testing.T) {
	list := read(t, []byte("Person ref,Name,Property ref\nP1,\"=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\",H1\n"))
	if got := list.Rows[0].Given.Name; got != `=HYPERLINK("http://example.org","x")` {
		t.Errorf("got %q", got)
	}
}

func FuzzNoFileBreaksTheReader(f *testing.F) {
	f.Add([]byte(usualList))
	f.Add([]byte("Person ref;Name;Property ref\n\"P1;\"\"Ann\";H1;\n"))
	f.Add([]byte("\xFF\xFEP\x00e\x00"))
	f.Add(book(f, map[string]string{"A": usualList}))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ReadHousing("homes", data, "", Map{})
		if err != nil {
			return
		}
		people := map[string]bool{}
		for _, row := range list.Rows {
			if row.Person == "" && row.Home.Reference == "" {
				t.Errorf("line %d has nothing to be known by", row.Line)
			}
			if row.Person != "" && people[row.Person] {
				t.Errorf("person %q comes twice", row.Person)
			}
			people[row.Person] = true
			if row.Given.Name != casework.Tidy(row.Given.Name) {
				t.Errorf("line %d has an untidy name %q", row.Line, row.Given.Name)
			}
		}
	})
}

// book makes a workbook whose sheets hold the given comma-separated text.
func book(tb testing.TB, sheets map[string]string) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for name, text := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			tb.Fatal(err)
		}
		for i, line := range strings.Split(text, "\n") {
			cells := strings.Split(line, ",")
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &cells); err != nil {
				tb.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}
