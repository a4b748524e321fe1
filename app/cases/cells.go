package cases

import (
	"fmt"
	"strings"

	"casebook/data/casework"
	"casebook/data/register"
)

// Left is the time left of a row and its tone: "6 working days late". A closed
// case says when it was closed, and one that owes nothing says nothing.
func (m *Model) Left(r register.Row) (string, casework.Tone) {
	switch {
	case r.Due.IsZero() && !r.Closed.IsZero():
		return "Closed " + r.Closed.Short(), casework.Ended
	case r.Due.IsZero():
		return "", ""
	}
	return casework.TimeLeft(r.Due, m.moment.Today, m.moment.Holidays)
}

// stageAndNext says at which stage a case is and which of its dates is next:
// "1, respond". A date by itself does not say what is owed on it.
func stageAndNext(r register.Row) string {
	next := map[casework.DutyKind]string{
		casework.DutyAcknowledge: "acknowledge", casework.DutyRespond: "respond", casework.DutyPromise: "promise",
	}[r.DueKind]
	switch {
	case r.Kind == casework.ServiceRequest && next == "":
		return "Request"
	case r.Kind == casework.ServiceRequest:
		return "Request, " + next
	case next == "" && r.Closed.IsZero():
		return fmt.Sprintf("%d, answered", r.Stage) // nothing is owed until it is closed or goes on
	case next == "":
		return fmt.Sprint(r.Stage)
	}
	return fmt.Sprintf("%d, %s", r.Stage, next)
}

// aboutAt is what it is about and the first line of the address.
func aboutAt(r register.Row) string {
	street, _, _ := strings.Cut(r.Address, ",")
	return strings.Trim(strings.TrimRight(r.About, ". ")+", "+street, ", ")
}

// resident is the name, or what stands for it (ruling 27).
func resident(r register.Row) string {
	if r.Resident == "" {
		return "Name not given"
	}
	return r.Resident
}

// handler is who has it, and whether that is a gap to be filled.
func handler(r register.Row) (name string, gap bool) {
	switch {
	case r.Handler != 0:
		return casework.ShortName(r.HandlerName), false
	case r.Kind == casework.Complaint && r.Closed.IsZero():
		return "Nobody", true
	}
	return "", false
}
