package cases

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Typed is the form of further filters as it is filled in.
type Typed struct {
	State, Kind, Channel, Office, Due        string // in the words of the choices; "" for any
	DueFrom, DueTo, ReceivedFrom, ReceivedTo string
	Covered, Hazard, Ombudsman, Confidential bool
}

// anything is the first answer of every choice of the form.
const anything = "Any"

// named is a value of the register in the words of the form.
type named[T comparable] struct {
	value T
	words string
}

func wordsOf[T comparable](all []named[T]) []string {
	words := []string{anything}
	for _, n := range all {
		words = append(words, n.words)
	}
	return words
}

func valueOf[T comparable](all []named[T], words string) (value T) {
	for _, n := range all {
		if n.words == words {
			return n.value
		}
	}
	return value
}

func saidOf[T comparable](all []named[T], value T) string {
	for _, n := range all {
		if n.value == value {
			return n.words
		}
	}
	return anything
}

func states() []named[register.State] {
	return []named[register.State]{
		{register.IsOpen, "Open"}, {register.IsClosed, "Closed"}, {register.IsWithdrawn, "Withdrawn"},
		{register.IsNotAccepted, "Not accepted"}, {register.IsWaiting, "Waiting for others"}, {register.InError, "Recorded in error"},
	}
}

func kinds() []named[casework.Kind] {
	return []named[casework.Kind]{
		{casework.Complaint, "Complaint"}, {casework.ServiceRequest, "Service request"}, {casework.Information, "Information"},
		{casework.PetitionKind, "Petition"}, {casework.ClaimKind, "Insurance claim"}, {casework.FixedSum, "Fixed payment"},
	}
}

func channels() []named[casework.Channel] {
	var all []named[casework.Channel]
	for _, c := range casework.Channels() {
		all = append(all, named[casework.Channel]{c, strings.ToUpper(string(c[:1])) + string(c[1:])})
	}
	return all
}

func (m *Model) officeNames() []named[int64] {
	var all []named[int64]
	for _, o := range m.offices {
		all = append(all, named[int64]{o.ID, o.Name})
	}
	return all
}

// due is how soon the next duty is due; -1 stands for late.
type due int

const late due = -1

// dues are the spans of the form; a span reaches back, because what is late is
// due too.
func dues() []named[due] {
	all := []named[due]{{late, "Late"}}
	for _, days := range []int{casework.SoonDays, 5, 10} {
		all = append(all, named[due]{due(days), fmt.Sprintf("In %d working days, or late", days)})
	}
	return all
}

// TypedOf is the form for a filter.
func (m *Model) TypedOf(f Filter) Typed {
	d := due(f.DueWithin)
	if f.Late {
		d = late
	}
	written := func(day calendar.Date) string {
		if day.IsZero() {
			return ""
		}
		return fmt.Sprintf("%d %d %d", day.Day(), int(day.Month()), day.Year())
	}
	return Typed{
		State: saidOf(states(), f.State), Kind: saidOf(kinds(), f.Kind), Channel: saidOf(channels(), f.Channel),
		Office: saidOf(m.officeNames(), f.Office), Due: saidOf(dues(), d),
		DueFrom: written(f.DueFrom), DueTo: written(f.DueTo), ReceivedFrom: written(f.ReceivedFrom), ReceivedTo: written(f.ReceivedTo),
		Covered: f.Covered, Hazard: f.Hazard, Ombudsman: f.Ombudsman, Confidential: f.Confidential,
	}
}

// Filtered puts what was typed into a filter, or says by field what to mend.
func (m *Model) Filtered(f Filter, t Typed) (Filter, map[string]string) {
	wrong := map[string]string{}
	day := func(field, text string) calendar.Date {
		if strings.TrimSpace(text) == "" {
			return calendar.Date{}
		}
		d, err := calendar.ParseAhead(text, m.today(), m.moment.Holidays)
		if err != nil {
			wrong[field] = capital(err.Error())
		}
		return d
	}
	f.State, f.Kind, f.Channel = valueOf(states(), t.State), valueOf(kinds(), t.Kind), valueOf(channels(), t.Channel)
	f.Office = valueOf(m.officeNames(), t.Office)
	d := valueOf(dues(), t.Due)
	f.Late, f.DueWithin = d == late, int(max(d, 0))
	f.DueFrom, f.DueTo = day("due_from", t.DueFrom), day("due_to", t.DueTo)
	from, to := day("received_from", t.ReceivedFrom), day("received_to", t.ReceivedTo)
	if !from.IsZero() || !to.IsZero() {
		f.ReceivedWithin = 0 // the days typed say it
	}
	f.ReceivedFrom, f.ReceivedTo = from, to
	backwards(wrong, "due_to", f.DueFrom, f.DueTo)
	backwards(wrong, "received_to", from, to)
	f.Covered, f.Hazard, f.Ombudsman, f.Confidential = t.Covered, t.Hazard, t.Ombudsman, t.Confidential
	return f, wrong
}

func backwards(wrong map[string]string, field string, from, to calendar.Date) {
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		wrong[field] = "Enter a last day that is not before the first"
	}
}

// Echo is what a typed day was understood as.
func (m *Model) Echo(text string) (string, error) {
	d, err := calendar.ParseAhead(text, m.today(), m.moment.Holidays)
	if err != nil {
		return "", err
	}
	return calendar.Echo(d, m.today(), m.moment.Holidays), nil
}

// Narrowing is one thing that the list is narrowed by beyond the boxes above
// it, and the filter without it.
type Narrowing struct {
	Words   string
	Without Filter
}

// Narrowings say everything that the boxes above the list do not.
func (m *Model) Narrowings() []Narrowing {
	f := m.filter
	var all []Narrowing
	add := func(holds bool, words string, drop func(*Filter)) {
		if holds {
			without := f
			drop(&without)
			all = append(all, Narrowing{words, without})
		}
	}
	add(f.State != "", saidOf(states(), f.State), func(f *Filter) { f.State = "" })
	add(f.Kind != "", saidOf(kinds(), f.Kind), func(f *Filter) { f.Kind = "" })
	add(f.Channel != "", "By "+string(f.Channel), func(f *Filter) { f.Channel = "" })
	add(f.Office != 0, saidOf(m.officeNames(), f.Office), func(f *Filter) { f.Office = 0 })
	add(f.Mine, "Mine", func(f *Filter) { f.Mine = false })
	add(f.Covered, "Covered by me", func(f *Filter) { f.Covered = false })
	add(f.Hazard, "Hazard running", func(f *Filter) { f.Hazard = false })
	add(f.Ombudsman, "Before the Ombudsman", func(f *Filter) { f.Ombudsman = false })
	add(f.Confidential, "Confidential", func(f *Filter) { f.Confidential = false })
	add(f.Late, "Late", func(f *Filter) { f.Late = false })
	add(!f.Overdue.IsZero(), "Due before "+f.Overdue.Letter(), func(f *Filter) { f.Overdue = calendar.Date{} })
	add(f.DueWithin > 0, fmt.Sprintf("Due in %d working days, or late", f.DueWithin), func(f *Filter) { f.DueWithin = 0 })
	add(!f.DueFrom.IsZero() || !f.DueTo.IsZero(), "Due "+between(f.DueFrom, f.DueTo), func(f *Filter) { f.DueFrom, f.DueTo = calendar.Date{}, calendar.Date{} })
	add(f.Block != "", f.Block, func(f *Filter) { f.Block = "" })
	add(f.Resident != 0, "One resident", func(f *Filter) { f.Resident = 0 })
	add(f.Home != 0, "One home", func(f *Filter) { f.Home = 0 })
	add(f.Owing != (register.Owing{}), owing(f.Owing), func(f *Filter) { f.Owing = register.Owing{} })
	return all
}

// owing says in words what the cases of a list owe.
func owing(o register.Owing) string {
	words := map[casework.DutyKind]string{
		"":                      "Something is owed",
		casework.DutyHazard:     "A hazard step is owed",
		casework.DutyPromise:    "A promise is owed",
		casework.DutyWaiting:    "Others owe us an answer",
		casework.DutyReview:     "A review is owed",
		casework.DutyWithdrawal: "A withdrawal is to be confirmed",
	}[o.Kind]
	if words == "" {
		words = capital(string(o.Kind)) + " is owed"
	}
	switch {
	case o.Timed && o.Kind == "":
		words = "A dated duty is owed"
	case o.Promised:
		words = "A promise or money is owed"
	}
	if days := between(o.From, o.To); days != "" {
		words += " " + days
	}
	if o.Mine {
		words += ", by me or for whom I cover"
	}
	return words
}

func lower(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToLower(text[:1]) + text[1:]
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
