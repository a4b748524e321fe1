package register

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Sort is the order of a list.
type Sort string

// The orders. A list without one goes by what is due.
const (
	ByDue       Sort = "due"       // the soonest first; what owes nothing comes last
	ByReceived  Sort = "received"  // the newest first
	ByReference Sort = "reference" // the newest first
	ByHandler   Sort = "handler"   // officers by name, each one's soonest first; nobody's come last
	ByChange    Sort = "change"    // the last changed first
)

// State is how far a case has come. Every case has one of the first five.
type State string

// The states.
const (
	IsOpen        State = "open"
	IsClosed      State = "closed"
	IsWithdrawn   State = "withdrawn"
	IsNotAccepted State = "not accepted"
	InError       State = "recorded in error"
	IsWaiting     State = "waiting" // open, and somebody else owes us an answer
)

// States lists every state in the order of the constants.
func States() []State {
	return []State{IsOpen, IsClosed, IsWithdrawn, IsNotAccepted, InError, IsWaiting}
}

// stateOf is what a list shows of a case: how it ended, or that it is open.
func stateOf(c casework.Case) State {
	switch {
	case !c.Void.IsZero():
		return InError
	case !c.Withdrawn.IsZero():
		return IsWithdrawn
	case c.Ended == casework.NotAccepted:
		return IsNotAccepted
	case !c.Closed.IsZero():
		return IsClosed
	}
	return IsOpen
}

// View says which cases a list shows. A zero field asks for nothing. Late,
// DueWithin, ReceivedWithin and Covered go by the day on which the list is
// read, so that a view that was saved is right on every other day too.
type View struct {
	Open     bool          `json:"open,omitempty"`
	Overdue  calendar.Date `json:"overdue,omitzero"` // only cases whose next duty was due before this day, not those that only wait
	Mine     bool          `json:"mine,omitempty"`   // only those of the officer who asks
	Stage    int           `json:"stage,omitempty"`
	Handler  int64         `json:"handler,omitempty"`
	Nobody   bool          `json:"nobody,omitempty"` // only what is open, owes something and nobody has
	Subject  string        `json:"subject,omitempty"`
	Kind     casework.Kind `json:"kind,omitempty"`
	Block    string        `json:"block,omitempty" history:"personal"`
	Resident int64         `json:"resident,omitempty"` // by id on the housing list
	Home     int64         `json:"home,omitempty"`

	State        State            `json:"state,omitempty"`
	Channel      casework.Channel `json:"channel,omitempty"`
	Office       int64            `json:"office,omitempty"`
	Covered      bool             `json:"covered,omitempty"`      // only those that the officer who asks looks after today for somebody away
	Hazard       bool             `json:"hazard,omitempty"`       // only with a hazard that has steps to take
	Ombudsman    bool             `json:"ombudsman,omitempty"`    // only before an ombudsman or regulator now
	Confidential bool             `json:"confidential,omitempty"` // only confidential ones, of those that the officer may see
	Owing        Owing            `json:"owing,omitzero"`

	DueFrom        calendar.Date `json:"due_from,omitzero"` // the next duty's day; both days included
	DueTo          calendar.Date `json:"due_to,omitzero"`
	ReceivedFrom   calendar.Date `json:"received_from,omitzero"` // both days included
	ReceivedTo     calendar.Date `json:"received_to,omitzero"`
	Late           bool          `json:"late,omitempty"`            // the next duty was due before today
	DueWithin      int           `json:"due_within,omitempty"`      // due by so many working days from today, or late
	ReceivedWithin int           `json:"received_within,omitempty"` // received in the last so many days, today among them

	Sort     Sort `json:"sort,omitempty"`
	Reversed bool `json:"reversed,omitempty"` // the order from its other end

	today calendar.Date // set by dated
	only  *int64        // one officer's cases, or nobody's
	first *filter       // set by narrowed: what is found before it is put in order
	aside string        // set by narrowed: stands before a column whose index is not to be used
}

// dated is the view as of today: what goes by the day becomes days.
func (w *work) dated(v View) (View, error) {
	v.today = w.r.today()
	if v.Late && (v.Overdue.IsZero() || v.today.Before(v.Overdue)) {
		v.Overdue = v.today
	}
	if v.ReceivedWithin > 0 {
		if from := v.today.AddDays(1 - v.ReceivedWithin); v.ReceivedFrom.Before(from) {
			v.ReceivedFrom = from
		}
	}
	if v.DueWithin > 0 {
		made, err := w.ruled()
		if err != nil {
			return v, err
		}
		if to := made.holidays.Add(v.today, v.DueWithin); v.DueTo.IsZero() || to.Before(v.DueTo) {
			v.DueTo = to
		}
	}
	return v, nil
}

// conditions are the view as SQL on cases c, visible ones only.
func (v View) conditions(by casework.Officer, values *arguments) string {
	parts := []string{visible(by, "c", values)}
	also := func(holds bool, column, sign string, value any) {
		if holds {
			parts = append(parts, v.column(column)+sign+values.add(value))
		}
	}
	for _, fixed := range []struct {
		holds     bool
		condition string
	}{
		{v.Open || v.State == IsOpen, v.column("closed") + " = ''"}, // an index knows it
		{v.Nobody, unassigned(v.column)},
		{v.Hazard, "c.case_id IN (SELECT h.case_id FROM duties h WHERE h.kind = 'hazard')"},
		{v.State == IsWaiting, "c.case_id IN (SELECT a.case_id FROM duties a WHERE a.kind = 'waiting')"},
		{v.Ombudsman, "c.case_id IN (SELECT m.case_id FROM cases m WHERE m.ombudsman = 1)"},
		{v.Confidential, "c.case_id IN (SELECT s.case_id FROM cases s WHERE s.confidential = 1)"},
	} {
		if fixed.holds {
			parts = append(parts, fixed.condition)
		}
	}
	if v.first != nil {
		parts = append(parts, "c.case_id IN (SELECT n.case_id FROM cases n WHERE "+(*v.first)(values)+")")
	}
	if v.Covered {
		parts = append(parts, "c.case_id IN (SELECT k.case_id FROM duties k WHERE "+covers("k", by.ID, v.today, values)+")")
	}
	if v.Owing != (Owing{}) {
		parts = append(parts, v.Owing.condition(by, v.today, values))
	}
	switch v.State {
	case "", IsWaiting:
	case IsOpen, IsClosed:
		also(true, "state", " = ", string(v.State))
	default: // few ended so: they are found before they are put in order
		parts = append(parts, `c.case_id IN (SELECT e.case_id FROM cases e WHERE e.state <> 'open' AND e.state <> 'closed' AND e.state = `+
			values.add(string(v.State))+`)`)
	}
	also(v.Mine, "handler", " = ", by.ID)
	also(v.Stage != 0, "stage", " = ", v.Stage)
	also(v.Handler != 0, "handler", " = ", v.Handler)
	also(v.Subject != "", "subject", " = ", v.Subject)
	also(v.Kind != "", "kind", " = ", string(v.Kind))
	also(v.Channel != "", "channel", " = ", string(v.Channel))
	also(v.Office != 0, "office", " = ", v.Office)
	also(v.Block != "", "block", " = ", v.blockKept())
	also(v.Resident != 0, "resident_id", " = ", v.Resident)
	also(v.Home != 0, "home_id", " = ", v.Home)
	for _, span := range []filter{v.dueSpan(v.column("due")), v.receivedSpan(v.column("received"))} {
		if span != nil {
			parts = append(parts, span(values))
		}
	}
	if !v.Overdue.IsZero() {
		parts = append(parts, notAged)
	}
	if v.only != nil {
		also(true, "handler", " = ", *v.only)
	}
	return strings.Join(parts, " AND ")
}

// notAged is SQL that leaves out what only waits and is never overdue: its day is
// the one from which it has waited. There are few of them: they are found first,
// so that counting the overdue reads an index and not the cases.
var notAged = func() string {
	var kinds []string
	for _, k := range casework.Aging() {
		kinds = append(kinds, "'"+string(k)+"'")
	}
	return "c.case_id NOT IN (SELECT g.case_id FROM duties g WHERE g.soonest = 1 AND g.kind IN (" + strings.Join(kinds, ", ") + "))"
}()

// unassigned is SQL on cases of any kind that may be given to somebody, owe
// something and have nobody: what is withdrawn only waits for its letter. By its
// day, an index finds what owes something.
func unassigned(column func(string) string) string {
	return column("closed") + " = '' AND " + column("handler") + " = 0 AND " + column("state") + " = 'open' AND " + column("due") + " < '" + noDay + "'"
}

// blockKept is the block as a list keeps it.
func (v View) blockKept() string { return clip(casework.Tidy(v.Block), longest) }

// dueSpan and receivedSpan are a view's days as SQL on a column; nil where it
// has none.
func (v View) dueSpan(column string) filter {
	return between(column, bound{" < ", v.Overdue}, bound{" >= ", v.DueFrom}, bound{" <= ", v.DueTo})
}

func (v View) receivedSpan(column string) filter {
	return between(column, bound{" >= ", v.ReceivedFrom}, bound{" <= ", v.ReceivedTo})
}

type bound struct {
	sign string
	day  calendar.Date
}

func between(column string, bounds ...bound) filter {
	bounds = slices.DeleteFunc(bounds, func(b bound) bool { return b.day.IsZero() })
	if len(bounds) == 0 {
		return nil
	}
	return func(values *arguments) string {
		var parts []string
		for _, b := range bounds {
			parts = append(parts, column+b.sign+values.add(b.day.String()))
		}
		return strings.Join(parts, " AND ")
	}
}

// covers is the condition that an officer looks after a duty on a day for a
// handler who is away.
func covers(table string, officer int64, on calendar.Date, values *arguments) string {
	return fmt.Sprintf("(%[1]s.cover = %[2]d AND %[1]s.cover <> 0 AND %[1]s.cover_from <= %[3]s AND %[1]s.cover_until >= %[4]s)",
		table, officer, values.add(on.String()), values.add(on.String()))
}

// beforeOmbudsman says whether an ombudsman or a regulator has the case now.
func beforeOmbudsman(c casework.Case) bool {
	return slices.ContainsFunc(c.Referrals, func(r casework.Referral) bool { return r.Closed.IsZero() })
}
