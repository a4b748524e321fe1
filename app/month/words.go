package month

import (
	"fmt"
	"strings"

	"casebook/data/casework"
	"casebook/data/register"
)

// kinds are the duties in the order in which a day names them, the most urgent
// first, in as few words as a small square has room for.
var kinds = []struct {
	kind      casework.DutyKind
	one, many string
}{
	{casework.DutyHazard, "hazard step", "hazard steps"},
	{casework.DutyRespond, "response", "responses"},
	{casework.DutyAcknowledge, "acknowledge", "acknowledge"},
	{casework.DutyRefuse, "refusal letter", "refusal letters"},
	{casework.DutyUpdate, "update", "updates"},
	{casework.DutyOrder, "order", "orders"},
	{casework.DutyEvidence, "for Ombudsman", "for Ombudsman"},
	{casework.DutyPromise, "promise", "promises"},
	{casework.DutyWaiting, "answer to us", "answers to us"},
	{casework.DutyReview, "review", "reviews"},
	{casework.DutyPetition, "petition", "petitions"},
	{casework.DutyClaim, "claim", "claims"},
	{casework.DutyRepair, "repair period", "repair periods"},
	{casework.DutyFixed, "fixed payment", "fixed payments"},
	{casework.DutyApprove, "to approve", "to approve"},
	{casework.DutyPay, "to pay", "to pay"},
	{casework.DutyWithdrawal, "withdrawal", "withdrawals"},
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// dayOf is a day as its square shows it.
func (m *Model) dayOf(l register.DayLoad) Day {
	d := Day{Date: l.Day, Number: fmt.Sprint(l.Day.Day()), Today: l.Day == m.moment.Today, total: l.Total,
		Rest: !m.moment.Holidays.IsWorking(l.Day), Out: l.Day.Month() != m.day.Month()}
	if l.Day.Day() == 1 {
		d.Number = "1 " + l.Day.Month().String()[:3]
	}
	d.Holiday, _ = m.moment.Holidays.Name(l.Day)
	switch {
	case l.Total == 0:
	case l.Day.Before(m.moment.Today):
		d.Count, d.Late = fmt.Sprintf("%d late", l.Total), true
	default:
		d.Count = fmt.Sprintf("%d due", l.Total)
	}
	for _, k := range kinds {
		if n := l.Kinds[k.kind]; n > 0 {
			d.Lines = append(d.Lines, counted(n, k.one, k.many))
		}
	}
	return d
}

// ShortHoliday is the holiday's name without what stands in brackets.
func (d Day) ShortHoliday() string {
	name, _, _ := strings.Cut(d.Holiday, " (")
	return name
}

// Label is the whole day in words.
func (d Day) Label() string {
	parts := []string{d.Date.Long()}
	if d.Today {
		parts = append(parts, "today")
	}
	if d.Holiday != "" {
		parts = append(parts, d.Holiday)
	}
	if d.Count == "" {
		return strings.Join(append(parts, "nothing due"), ", ")
	}
	return strings.Join(append(parts, d.Count), ", ") + ": " + strings.Join(d.Lines, ", ")
}

// Sentence says how the month stands.
func (m *Model) Sentence() (late, rest string) {
	overdue, due := 0, 0
	for _, d := range m.Days {
		switch {
		case d.Out:
		case d.Late:
			overdue += d.total
		default:
			due += d.total
		}
	}
	if overdue > 0 {
		late = fmt.Sprintf("%d late", overdue)
		rest = ", "
	}
	if due == 0 && overdue == 0 {
		return "", "Nothing falls due."
	}
	return late, rest + fmt.Sprintf("%d still to come.", due)
}

// Warning is a sentence where the month goes beyond the proclaimed bank
// holidays.
func (m *Model) Warning() string {
	if m.moment.Holidays == nil || !m.End().After(m.moment.Holidays.ProclaimedTo()) {
		return ""
	}
	return fmt.Sprintf("Bank holidays are proclaimed only to %s. Holidays after that day may still be moved or added, and dates with them.",
		m.moment.Holidays.ProclaimedTo().Letter())
}

// DayWords say what kind of day is under the cursor and how much falls due.
func (m *Model) DayWords() string {
	var parts []string
	at := m.Place()
	if at < 0 || at >= len(m.Days) {
		return ""
	}
	d := m.Days[at]
	if d.Today {
		parts = append(parts, "Today.")
	}
	switch {
	case d.Holiday != "":
		parts = append(parts, d.Holiday+", not a working day.")
	case d.Rest:
		parts = append(parts, "Not a working day.")
	}
	if d.Count != "" {
		parts = append(parts, d.Count+".")
	} else {
		parts = append(parts, "Nothing due.")
	}
	if d.Date.After(m.moment.Holidays.ProclaimedTo()) {
		parts = append(parts, "Bank holidays are not proclaimed so far ahead.")
	}
	return strings.Join(parts, " ")
}

// WhyEmpty says what comes after a day on which nothing falls due.
func (m *Model) WhyEmpty() string {
	for _, d := range m.Days {
		if d.Date.After(m.day) && d.total > 0 {
			return "Nothing falls due on this day. Next: " + d.Date.Short() + ", " + d.Count + "."
		}
	}
	return "Nothing falls due on this day, nor later in the weeks shown. PgDn shows the next month."
}
