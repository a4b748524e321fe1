package register

import (
	"casebook/data/casework"
)

// few is how many cases a list finds and then puts in order, so that what it
// costs grows with what it shows. From there on one of so many comes soon
// enough when the list's own order is walked. Where several filters meet, few
// may have all of them though many have each, so more are looked through.
const (
	few       = 1000
	moreOfAll = 5
)

// filter is one thing that a view is narrowed to, as SQL on cases n that an
// index of its own answers.
type filter func(values *arguments) string

// filters are those of a view. The order of the list is none: to walk it is to
// have it. What nearly every case has is none either.
func (v View) filters(by casework.Officer) []filter {
	var all []filter
	also := func(holds bool, condition string, value any) {
		if holds {
			all = append(all, func(values *arguments) string { return "n." + condition + values.add(value) })
		}
	}
	also(v.Channel != "", "channel = ", string(v.Channel))
	also(v.Subject != "", "subject = ", v.Subject)
	also(v.Office != 0, "office = ", v.Office)
	also(v.Kind != "" && v.Kind != casework.Complaint, "kind <> 'complaint' AND n.kind = ", string(v.Kind))
	also(v.Stage > 1, "stage > 1 AND n.stage = ", v.Stage)
	also(v.Block != "", "block <> '' AND n.block = ", v.blockKept())
	also(v.Resident != 0, "resident_id <> 0 AND n.resident_id = ", v.Resident)
	also(v.Home != 0, "home_id <> 0 AND n.home_id = ", v.Home)
	also(v.Mine, "handler = ", by.ID)
	also(v.Handler != 0, "handler = ", v.Handler)
	if !by.AllOffices {
		all = append(all, func(values *arguments) string {
			return "(n.office = " + values.add(by.Office) +
				" OR n.case_id IN (SELECT a.case_id FROM case_access a WHERE a.officer = " + values.add(by.ID) + "))"
		})
	}
	return append(all, v.spans()...)
}

// spans are the filters on days, and on what is open, apart from the one that
// the list is in the order of.
func (v View) spans() []filter {
	var all []filter
	if v.ordersBy() != "due" {
		if v.Open || v.Nobody || v.State == IsOpen {
			all = append(all, func(*arguments) string { return "n.closed = ''" })
		}
		if due := v.dueSpan("n.due"); due != nil {
			all = append(all, due)
		}
	}
	if received := v.receivedSpan("n.received"); received != nil && v.ordersBy() != "received" {
		all = append(all, received)
	}
	return all
}

// ordersBy is the column that the list is in the order of.
func (v View) ordersBy() string {
	switch v.Sort {
	case ByReceived, ByReference:
		return string(v.Sort)
	case ByChange:
		return "changed"
	}
	return "due"
}

// narrowed is the view with what is found first, where that is few, before it
// is put in order.
func (w *work) narrowed(by casework.Officer, v View, few int) (View, error) {
	if w.r.engine.dialect == sqlite {
		v.aside = "+"
	}
	filters := v.filters(by)
	if len(filters) > 1 {
		few *= moreOfAll
	}
	fewest := few
	for _, f := range filters {
		var values arguments
		var n int
		query := `SELECT count(*) FROM (SELECT 1 FROM cases n WHERE ` + f(&values) + atMost(few) + `) AS found`
		if err := w.one(query, values.values, &n); err != nil {
			return v, err
		}
		if n < fewest {
			v.first, fewest = &f, n
		}
	}
	return v, nil
}

// column is a column of cases c as a condition names it. SQLite, which counts
// nothing before it chooses, would take any index that a condition fits: a sign
// before the column keeps it to what is found first, or else to the order.
func (v View) column(name string) string {
	walks := name == v.ordersBy() || v.ordersBy() == "due" && (name == "handler" || name == "closed")
	if v.first == nil && walks {
		return "c." + name
	}
	return v.aside + "c." + name
}
