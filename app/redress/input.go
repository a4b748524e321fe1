package redress

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/redress"
)

// input is what a draft gives the rule of its kind, and by field what could not
// be read. day reads a day as an officer types it.
func input(d Draft, day func(string) (calendar.Date, error)) (redress.Input, map[string]string) {
	r := &reader{said: d.Said, day: day, wrong: map[string]string{}}
	in := redress.Input{Kind: d.Kind, Title: r.text("title"), Reason: r.text("reason"), Also: r.text("also")}
	switch d.Kind {
	case redress.Damaged:
		in.Item = r.item()
	case redress.Spent:
		in.Cost = redress.Cost{Sum: r.money("sum"), On: r.date("on")}
	case redress.Rated:
		in.Rate = redress.Rate{Count: r.number("count"), Unit: r.text("unit"), Each: r.money("each"), From: r.date("from"), Until: r.date("until")}
	case redress.Powered:
		in.Power = redress.Power{Watts: r.number("watts"), Hours: r.number("hours"), Days: r.number("days"), Price: r.price("price"),
			From: r.date("from"), Until: r.date("until")}
	case redress.Judged:
		in.Harm = r.harm()
	case redress.DoorOut:
		in.Door = redress.Door{From: r.date("from"), Until: r.date("until"), Excluded: r.text("excluded")}
	case redress.Repaired:
		in.Repair = redress.Repair{ID: r.number("repair"), Defect: r.text("defect"), Right: r.ticked("right"), Cost: r.money("cost"), Reported: r.date("reported"),
			Asked: r.date("asked"), Done: r.date("done"), Ended: r.text("ended")}
	case redress.Ordered:
		in.Award = redress.AwardedSum{Body: r.text("body"), Referral: r.number("referral"), Order: r.number("order"), Sum: r.money("sum")}
	case redress.Visits:
		in.Visits = rowsOf(r, d.Visits, "visit", (*reader).visit)
	case redress.Letters:
		in.Letters = rowsOf(r, d.Letters, "letter", (*reader).letter)
	}
	in.Proofs = slices.DeleteFunc(rowsOf(r, d.Proofs, "proof", (*reader).proof), func(p redress.ProofSeen) bool { return p == redress.ProofSeen{} })
	return in, r.wrong
}

// rowField is the name of a field in a row of a list, numbered from 1.
func rowField(row string, place int, name string) string {
	return fmt.Sprintf("%s.%d.%s", row, place+1, name)
}

// rowsOf reads the rows of a list, each with its own names of fields.
func rowsOf[T any](r *reader, rows []Said, name string, read func(*reader) T) []T {
	var all []T
	for i, said := range rows {
		row := &reader{said: said, at: rowField(name, i, ""), day: r.day, wrong: r.wrong}
		all = append(all, read(row))
	}
	return all
}

func (r *reader) item() redress.Item {
	item := redress.Item{Replacement: r.money("replacement"), Age: r.months("age"), Life: r.text("life"), Condition: r.text("condition")}
	if item.Life == otherLife {
		item.Life, item.Months, item.LifeWhy = "", r.months("months"), r.text("life_why")
	}
	if r.text("age") == "" {
		r.fault("age", errors.New("type how old it was on the day of the damage, such as 3 years; 0 months where it was new"))
	}
	return item
}

func (r *reader) harm() redress.Harm {
	h := redress.Harm{Band: r.text("band"), Sum: r.money("sum"), Impact: r.text("impact"), Below: r.text("below"), Route: r.text("route"),
		RouteWhy: r.text("route_why"), Lost: r.text("lost"), From: r.date("from"), Until: r.date("until")}
	switch h.Band {
	case belowBands:
		h.Band = ""
	case "":
		r.fault("band", errors.New("choose how severe it was; the sum does not decide it"))
		h.Below = ""
	default:
		h.Below = ""
	}
	var ids []string
	for name, text := range r.said {
		if id, ok := strings.CutPrefix(name, factorField("")); ok && text == yes {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		h.Factors = append(h.Factors, redress.Factor{Factor: id, Note: r.text(noteField(id))})
	}
	return h
}

func (r *reader) visit() redress.Visit {
	v := redress.Visit{On: r.date("on"), Slot: redress.Slot(r.text("slot")), Contractor: r.ticked("contractor"), Excluded: r.text("excluded")}
	switch r.text("happened") {
	case toldBefore:
		v.Told, v.ToldOn = true, r.date("told_on")
		if v.ToldOn.IsZero() {
			v.ToldOn = v.On
		}
		at, err := minute(r.text("told_at"))
		if err != nil {
			r.fault("told_at", err)
		}
		v.ToldAt = at
	case cameLate:
		v.Came, v.Late, v.Contact = true, r.number("late"), r.ticked("contact")
	}
	return v
}

func (r *reader) letter() redress.Unheard {
	return redress.Unheard{Received: r.date("received"), Acknowledged: r.date("acknowledged"), Paper: r.ticked("paper"),
		Delivered: r.ticked("delivered"), OwnMatter: r.ticked("own_matter"), Excluded: r.text("excluded")}
}

func (r *reader) proof() redress.ProofSeen {
	return redress.ProofSeen{What: r.text("what"), On: r.date("on"), Evidence: r.number("evidence")}
}
