package settings

import (
	"fmt"
	"net/mail"
	"slices"
	"strconv"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// Office is the landlord's details as typed.
type Office struct {
	Landlord, LegalName, Address, Telephone, Email, Hours, Footer string

	Insurance, InsuranceAddress, InsuranceEmail string // where claim forms go
}

// OfficeOf is what the fields begin with.
func OfficeOf(s casework.Settings) Office {
	return Office{s.Landlord, s.LegalName, strings.Join(s.Address, "\n"), s.Telephone, s.Email, s.Hours, s.Footer,
		s.InsuranceName, strings.Join(s.InsuranceAddress, "\n"), s.InsuranceEmail}
}

// Wrong says by field what to mend.
func (o Office) Wrong() map[string]string {
	wrong := map[string]string{}
	if strings.TrimSpace(o.Landlord) == "" {
		wrong["landlord"] = "Enter the landlord's name, as residents know it"
	}
	if !mayMail(o.Email) {
		wrong["email"] = "Enter an e-mail address such as complaints@example.org, or leave it empty"
	}
	if !mayMail(o.InsuranceEmail) {
		wrong["insurance_email"] = "Enter the insurance section's e-mail address such as insurance@example.org, or leave it empty"
	}
	if address := lines(o.InsuranceAddress); len(address) > 0 {
		set, ok := letter.Postal("the section", address)
		switch {
		case !ok:
			wrong["insurance_address"] = "End the insurance section's address with its postcode, such as Derby DE1 1AA, or leave it empty"
		case len(set) > paper.MaxAddressLines:
			wrong["insurance_address"] = fmt.Sprintf("Enter the insurance section's address in at most %d lines with the postcode, so that it fits an envelope", paper.MaxAddressLines-1)
		}
	}
	return wrong
}

// mayMail says whether a text is an e-mail address, or empty.
func mayMail(text string) bool {
	_, err := mail.ParseAddress(text)
	return err == nil || strings.TrimSpace(text) == ""
}

// Edit puts the details into the settings.
func (o Office) Edit(s *casework.Settings) {
	s.Landlord, s.LegalName = strings.TrimSpace(o.Landlord), strings.TrimSpace(o.LegalName)
	s.Address = lines(o.Address)
	s.Telephone, s.Email = strings.TrimSpace(o.Telephone), strings.TrimSpace(o.Email)
	s.Hours, s.Footer = strings.TrimSpace(o.Hours), strings.TrimSpace(o.Footer)
	s.InsuranceName, s.InsuranceEmail = strings.TrimSpace(o.Insurance), strings.TrimSpace(o.InsuranceEmail)
	s.InsuranceAddress = lines(o.InsuranceAddress)
}

// lines are the lines of a text that are not empty.
func lines(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// Homes reads the number of homes as people write it: 12,500. Empty is not
// known.
func Homes(text string) (int, error) {
	text = strings.NewReplacer(",", "", " ", "", "\u00a0", "").Replace(text)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("enter a number of homes such as 12,500, or leave it empty")
	}
	return n, nil
}

// HomesText writes a number of homes for its field; 0 is empty.
func HomesText(n int) string {
	if n == 0 {
		return ""
	}
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// HomesUse says what the number does for the figures.
func HomesUse(n int) string {
	if n == 0 {
		return "Without it the board's report says “homes not known” and gives no complaints per 1,000 homes."
	}
	return fmt.Sprintf("%s homes: the board's complaints per 1,000 homes are counted on them.", HomesText(n))
}

// AddDay is an edit that adds a bank holiday of the office's own, or takes one
// away. What the list says of that day already is replaced.
func AddDay(e calendar.Exception) func(*casework.Settings) {
	return func(s *casework.Settings) {
		DropDay(e.Date)(s)
		s.Holidays = append(s.Holidays, e)
	}
}

// DropDay is an edit that lets a day be again what the standing list says.
func DropDay(d calendar.Date) func(*casework.Settings) {
	return func(s *casework.Settings) {
		var kept []calendar.Exception
		for _, e := range s.Holidays {
			if e.Date != d {
				kept = append(kept, e)
			}
		}
		s.Holidays = kept
	}
}

// DayWrong says by field why a day cannot be added or removed.
func DayWrong(e calendar.Exception, h *calendar.Holidays) map[string]string {
	name, is := h.Name(e.Date)
	switch {
	case e.Removed && !is:
		return map[string]string{"day": "That is no bank holiday, so there is nothing to remove"}
	case !e.Removed && is:
		return map[string]string{"day": "That is a bank holiday already: " + name}
	case !e.Removed && strings.TrimSpace(e.Name) == "":
		return map[string]string{"name": "Enter what the day is, such as Day of mourning"}
	}
	return nil
}

// HolidayRow is one line of the year's list.
type HolidayRow struct {
	Date calendar.Date
	Name string
	Note string // "Added by this office"; "" for a standing day
	Own  bool   // the office's own addition or removal
}

// HolidayRows lists a year's bank holidays with the office's own changes among
// them, in order.
func HolidayRows(h *calendar.Holidays, year int) []HolidayRow {
	added := map[calendar.Date]bool{}
	var removed []HolidayRow
	for _, e := range h.Exceptions() {
		switch {
		case e.Date.Year() != year:
		case e.Removed:
			removed = append(removed, HolidayRow{Date: e.Date, Name: e.Name, Note: "Removed: an ordinary working day here", Own: true})
		default:
			added[e.Date] = true
		}
	}
	slices.SortFunc(removed, func(a, b HolidayRow) int { return a.Date.Compare(b.Date) })
	var rows []HolidayRow
	for _, day := range h.In(year) {
		for len(removed) > 0 && removed[0].Date.Before(day.Date) {
			rows, removed = append(rows, removed[0]), removed[1:]
		}
		row := HolidayRow{Date: day.Date, Name: day.Name}
		if added[day.Date] {
			row.Note, row.Own = "Added by this office", true
		}
		rows = append(rows, row)
	}
	return append(rows, removed...)
}
