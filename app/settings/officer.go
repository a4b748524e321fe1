package settings

import (
	"slices"
	"strings"

	"casebook/app/signin"
	"casebook/data/casework"
)

// Person is an officer as typed.
type Person struct {
	ID                                         int64
	Name, Title, Telephone, Email, Login, Role string
	Office                                     string
	AllOffices, Left                           bool
	Password, Again                            string
}

// PersonOf is what the fields begin with; the zero Officer begins a new one.
func (m *Model) PersonOf(o casework.Officer) Person {
	p := Person{
		ID: o.ID, Name: o.Name, Title: o.Title, Telephone: o.Telephone, Email: o.Email, Login: o.Login,
		Role: sentence(string(o.Role)), Office: m.OfficeName(o.Office), AllOffices: o.AllOffices, Left: o.Left,
	}
	if o.ID == 0 && len(m.Offices) == 1 {
		p.Office = m.Offices[0].Name
	}
	return p
}

// RoleWords are the roles as they are chosen from.
func RoleWords() []string {
	var words []string
	for _, r := range casework.Roles() {
		words = append(words, sentence(string(r)))
	}
	return words
}

// RoleUse says what a role may do, for the line below the choice.
func RoleUse(role string) string {
	switch casework.Role(strings.ToLower(role)) {
	case casework.FrontDesk:
		return "Records, acknowledges and keeps promises. Does not answer complaints."
	case casework.Investigator:
		return "Answers complaints, offers money, extends dates and sees the board's figures."
	case casework.Manager:
		return "All of that, and settings, officers, backups and the board report."
	case casework.BoardReader:
		return "Sees the board's figures and saves its report. Sees no case and no name."
	}
	return ""
}

// Officer makes an officer of what was typed, or says by field what to mend.
func (m *Model) Officer(p Person) (casework.Officer, map[string]string) {
	wrong := map[string]string{}
	o := casework.Officer{
		ID: p.ID, Name: strings.TrimSpace(p.Name), Title: strings.TrimSpace(p.Title), Telephone: strings.TrimSpace(p.Telephone),
		Email: strings.TrimSpace(p.Email), Login: strings.TrimSpace(p.Login), Role: casework.Role(strings.ToLower(p.Role)),
		AllOffices: p.AllOffices, Left: p.Left,
	}
	for _, office := range m.Offices {
		if office.Name == p.Office {
			o.Office = office.ID
		}
	}
	if o.Name == "" {
		wrong["name"] = "Enter the officer's full name, as it will stand under letters"
	}
	if p.Role == "" {
		wrong["role"] = "Choose what the officer does"
	}
	if o.Office == 0 {
		wrong["office"] = "Choose the officer's office"
	}
	if p.Password != "" || p.Again != "" {
		if field, say := signin.PasswordFault(p.Password, p.Again); say != "" {
			wrong[field] = say
		}
		if o.Login == "" {
			wrong["login"] = "Enter the name that goes with the password"
		}
	}
	return o, wrong
}

// OfficerRow is one line of the list.
type OfficerRow struct {
	Name, Role, Second, SignsIn string
	Left                        bool
}

// OfficerRows lists the officers by name, those who have left last.
func (m *Model) OfficerRows() []OfficerRow {
	m.sortOfficers()
	rows := make([]OfficerRow, len(m.Officers))
	for i, o := range m.Officers {
		second := m.OfficeName(o.Office)
		if o.AllOffices {
			second += " and every other office"
		}
		if o.Title != "" {
			second = o.Title + ", " + second
		}
		in := "Cannot sign in yet"
		if o.Login != "" {
			in = "Signs in as " + o.Login
		}
		rows[i] = OfficerRow{Name: o.Name, Role: sentence(string(o.Role)), Second: second, SignsIn: in, Left: o.Left}
	}
	return rows
}

func (m *Model) sortOfficers() {
	slices.SortStableFunc(m.Officers, func(a, b casework.Officer) int {
		if a.Left != b.Left {
			if a.Left {
				return 1
			}
			return -1
		}
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
}
