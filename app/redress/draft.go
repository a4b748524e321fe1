package redress

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// Said is what was typed or chosen, by field, as it stands in the fields.
type Said map[string]string

// yes is what a ticked field holds.
const yes = "yes"

// Draft is a line as it is being typed: every text stays as it is, however far
// it is from a sum. The desk's file keeps it, so its names there stay.
type Draft struct {
	Line    int          `json:"line"` // the line of the ledger that it changes; 0 for a new one
	Kind    redress.Kind `json:"kind"`
	Said    Said         `json:"said"`
	Visits  []Said       `json:"visits,omitempty"`
	Letters []Said       `json:"letters,omitempty"`
	Proofs  []Said       `json:"proofs,omitempty"`
	Tried   bool         `json:"-"` // the officer has tried to keep it, so what is wrong is said
}

// NewDraft is an empty line of a kind, with one row where the kind is a list.
func NewDraft(kind redress.Kind) Draft {
	d := Draft{Kind: kind, Said: Said{}}
	switch kind {
	case redress.Visits:
		d.Visits = []Said{newVisit()}
	case redress.Letters:
		d.Letters = []Said{{}}
	}
	return d
}

// newVisit is an appointment to which nobody came, the commonest.
func newVisit() Said { return Said{"happened": nobodyCame} }

// same says whether two drafts hold the same words.
func (d Draft) same(o Draft) bool {
	each := func(a, b []Said) bool { return slices.EqualFunc(a, b, sameSaid) }
	return d.Kind == o.Kind && sameSaid(d.Said, o.Said) && each(d.Visits, o.Visits) && each(d.Letters, o.Letters) && each(d.Proofs, o.Proofs)
}

// sameSaid takes a field that was emptied for one that was never filled.
func sameSaid(a, b Said) bool {
	filled := func(s Said) Said {
		s = maps.Clone(s)
		maps.DeleteFunc(s, func(_, text string) bool { return text == "" })
		return s
	}
	return maps.Equal(filled(a), filled(b))
}

// clone is a draft that shares nothing with d.
func (d Draft) clone() Draft {
	each := func(all []Said) []Said {
		var some []Said
		for _, s := range all {
			some = append(some, maps.Clone(s))
		}
		return some
	}
	d.Said, d.Visits, d.Letters, d.Proofs = maps.Clone(d.Said), each(d.Visits), each(d.Letters), each(d.Proofs)
	return d
}

// DraftOf puts a line of the ledger back into its fields.
func DraftOf(line redress.Line) Draft {
	in := line.Input
	d := Draft{Line: line.ID, Kind: in.Kind, Said: Said{"title": in.Title, "reason": in.Reason, "also": in.Also}}
	s := d.Said
	switch in.Kind {
	case redress.Damaged:
		s["replacement"], s["age"], s["life"], s["condition"] = money(in.Item.Replacement), age(in.Item.Age), in.Item.Life, in.Item.Condition
		if in.Item.Months > 0 {
			s["life"], s["months"], s["life_why"] = otherLife, months(in.Item.Months), in.Item.LifeWhy
		}
	case redress.Spent:
		s["sum"], s["on"] = money(in.Cost.Sum), dayOf(in.Cost.On)
	case redress.Rated:
		r := in.Rate
		s["count"], s["unit"], s["each"], s["from"], s["until"] = number(r.Count), r.Unit, money(r.Each), dayOf(r.From), dayOf(r.Until)
	case redress.Powered:
		p := in.Power
		s["watts"], s["hours"], s["days"], s["price"] = number(p.Watts), number(p.Hours), number(p.Days), price(p.Price)
		s["from"], s["until"] = dayOf(p.From), dayOf(p.Until)
	case redress.Judged:
		harmSaid(s, in.Harm)
	case redress.DoorOut:
		s["from"], s["until"], s["excluded"] = dayOf(in.Door.From), dayOf(in.Door.Until), in.Door.Excluded
	case redress.Repaired:
		r := in.Repair
		s["defect"], s["right"], s["cost"], s["reported"] = r.Defect, tick(r.Right), money(r.Cost), dayOf(r.Reported)
		s["asked"], s["done"], s["ended"], s["repair"] = dayOf(r.Asked), dayOf(r.Done), r.Ended, number(r.ID)
	case redress.Ordered:
		s["body"], s["sum"] = in.Award.Body, money(in.Award.Sum)
		s["referral"], s["order"] = number(in.Award.Referral), number(in.Award.Order)
	}
	for _, v := range in.Visits {
		d.Visits = append(d.Visits, visitSaid(v))
	}
	for _, l := range in.Letters {
		d.Letters = append(d.Letters, Said{"received": dayOf(l.Received), "acknowledged": dayOf(l.Acknowledged), "paper": tick(l.Paper),
			"delivered": tick(l.Delivered), "own_matter": tick(l.OwnMatter), "excluded": l.Excluded})
	}
	for _, p := range in.Proofs {
		d.Proofs = append(d.Proofs, Said{"what": p.What, "on": dayOf(p.On), "evidence": number(p.Evidence)})
	}
	return d
}

func harmSaid(s Said, h redress.Harm) {
	s["band"], s["impact"], s["below"], s["route"], s["route_why"] = h.Band, h.Impact, h.Below, h.Route, h.RouteWhy
	s["sum"], s["lost"], s["from"], s["until"] = money(h.Sum), h.Lost, dayOf(h.From), dayOf(h.Until)
	if h.Band == "" && h.Sum > 0 {
		s["band"] = belowBands
	}
	for _, f := range h.Factors {
		s[factorField(f.Factor)], s[noteField(f.Factor)] = yes, f.Note
	}
}

func visitSaid(v redress.Visit) Said {
	s := Said{"on": dayOf(v.On), "slot": string(v.Slot), "contractor": tick(v.Contractor), "excluded": v.Excluded}
	switch {
	case v.Came:
		s["happened"], s["late"], s["contact"] = cameLate, number(v.Late), tick(v.Contact)
	case v.Told:
		s["happened"], s["told_on"], s["told_at"] = toldBefore, dayOf(v.ToldOn), v.ToldAt.String()
	default:
		s["happened"] = nobodyCame
	}
	return s
}

// What happened at an appointment, as its field has it.
const (
	nobodyCame = "Nobody came"
	toldBefore = "Told it was off"
	cameLate   = "Came late"
)

// otherLife is chosen where no row of the table of lives fits, and belowBands
// where the sum is under every band.
const (
	otherLife  = "other"
	belowBands = "below"
)

// factorField is the field of a factor's tick, noteField that of its note.
func factorField(id string) string { return "factor." + id }
func noteField(id string) string   { return "note." + id }

func tick(on bool) string {
	if on {
		return yes
	}
	return ""
}

func money(p redress.Pence) string {
	if p == 0 {
		return ""
	}
	return p.String()
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func dayOf(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Letter()
}

// age writes an age; what was new is no months old.
func age(n int) string {
	if n == 0 {
		return "0 months"
	}
	return months(n)
}

// months writes an age or a life: "3 years", "18 months", "2 years 6 months".
func months(n int) string {
	years, rest := n/12, n%12
	switch {
	case n == 0:
		return ""
	case rest == 0:
		return counted(years, "year")
	case years < 2:
		return counted(n, "month")
	}
	return counted(years, "year") + " " + counted(rest, "month")
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// price writes hundredths of a penny as pence: "27.03p".
func price(n int) string {
	if n == 0 {
		return ""
	}
	text := fmt.Sprintf("%d.%02d", n/100, n%100)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".") + "p"
}

// minute reads a time of day.
func minute(text string) (policy.Minute, error) {
	n, err := calendar.ParseMinute(text)
	return policy.Minute(n), err
}
