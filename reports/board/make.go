package board

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Make counts the report. It reads no clock and keeps nothing: the same input
// gives the same report.
func Make(in Input) Report {
	if in.Today.IsZero() {
		in.Today = calendar.Of(in.CutOff)
	}
	if in.Holidays == nil {
		in.Holidays = calendar.England()
	}
	r := Report{
		Period: in.Period, Landlord: in.Landlord, Office: in.Office, Homes: max(in.Homes, 0),
		CutOff: in.CutOff, Today: in.Today, Seal: in.Seal, rows: prepare(in, in.Today),
	}
	c := counter{homes: int64(r.Homes), measures: measures(in)}
	quarter, year := r.spanOf(in.Period), span{in.Period.YearFrom(), in.Period.To(), in.Today}

	r.groups = gather(r.rows, in.Period)
	r.Figures = c.figures(r.rows, quarter, year)
	r.Figures = append(r.Figures, r.groups.figures()...)
	for _, p := range in.Period.Trend() {
		r.Trend = append(r.Trend, Quarter{p, c.compare(r.rows, r.spanOf(p))})
	}
	r.Previous = r.compared(in.Period.Previous())
	r.LastYear = r.compared(in.Period.LastYear())

	r.byID = make(map[string]int, len(r.Figures))
	for i, f := range r.Figures {
		r.byID[f.ID] = i
	}
	return r
}

func (r Report) spanOf(p Period) span { return span{p.From(), p.To(), r.Today} }

// compared is one earlier quarter: its standing figures, which the trend has,
// and its subjects and channels. Areas are left out: the difference between
// two reports could give a hidden one away.
func (r Report) compared(p Period) []Figure {
	at := slices.IndexFunc(r.Trend, func(q Quarter) bool { return q.Period == p })
	return append(slices.Clone(r.Trend[at].Figures), r.groups.before(r.rows, r.spanOf(p))...)
}

// counter makes figures of rows.
type counter struct {
	homes    int64
	measures []measure
}

// figures makes every figure for the quarter and the year to date, side by
// side.
func (c counter) figures(rows []row, quarter, year span) []Figure {
	inQuarter, inYear := touched(rows, quarter.touches), touched(rows, year.touches)
	all := touched(rows, func(*row) bool { return true })
	var figures []Figure
	for _, m := range c.measures {
		switch {
		case m.atCutOff:
			figures = append(figures, c.make(m, all, quarter))
		case m.yearOnly:
			figures = append(figures, c.make(m, inYear, year))
		default:
			ytd := c.make(m, inYear, year)
			ytd.ID += YearToDate
			figures = append(figures, c.make(m, inQuarter, quarter), ytd)
		}
	}
	return figures
}

// compare makes the figures that another quarter can be compared by, without
// their cases.
func (c counter) compare(rows []row, s span) []Figure {
	near := touched(rows, s.touches)
	var figures []Figure
	for _, m := range c.measures {
		if !m.atCutOff && !m.yearOnly {
			f := c.make(m, near, s)
			f.Cases = nil
			figures = append(figures, f)
		}
	}
	return figures
}

// byStage holds rows by their stage, and all of them under anyStage.
type byStage map[int][]*row

// anyStage is the stage of a measure to which every row matters.
const anyStage = -1

func touched(rows []row, touches func(*row) bool) byStage {
	near := byStage{}
	for i := range rows {
		if r := &rows[i]; touches(r) {
			near[r.Stage] = append(near[r.Stage], r)
			near[anyStage] = append(near[anyStage], r)
		}
	}
	return near
}

func (c counter) make(m measure, near byStage, s span) Figure {
	f := Figure{ID: m.id, Label: m.label, Unit: m.unit, Definition: m.definition, Denominator: 1}
	var amounts []int64
	var hits, below int64
	for _, r := range near[m.stage] {
		if m.under != nil && m.under(r, s) {
			below++
		}
		if !m.over(r, s) {
			continue
		}
		hits++
		if m.amount != nil {
			amounts = append(amounts, m.amount(r))
		}
		f.Cases = append(f.Cases, r.Reference)
	}
	f.Cases = slices.Compact(f.Cases)
	f.Numerator = hits
	if m.oncePerCase {
		f.Numerator = int64(len(f.Cases))
	}
	switch {
	case m.unit == PerThousand:
		f.Denominator = c.homes
	case m.middle:
		f.Numerator, f.Denominator = median(amounts)
	case m.amount != nil:
		f.Numerator = total(amounts)
		if m.unit == WorkingDays {
			f.Denominator = hits
		} else if m.oncePerCase {
			f.Denominator = int64(len(f.Cases))
		}
	case m.under != nil:
		f.Denominator = below
	}
	return f
}

func total(amounts []int64) (sum int64) {
	for _, n := range amounts {
		sum += n
	}
	return sum
}

// median is the middle amount, or the two middle ones over 2; 0 over 0 where
// there is none.
func median(amounts []int64) (over, under int64) {
	if len(amounts) == 0 {
		return 0, 0
	}
	slices.Sort(amounts)
	half := len(amounts) / 2
	if len(amounts)%2 == 1 {
		return amounts[half], 1
	}
	return amounts[half-1] + amounts[half], 2
}

// references lists the cases of rows, each once.
func references(rows []*row) []casework.Reference {
	refs := make([]casework.Reference, len(rows))
	for i, r := range rows {
		refs[i] = r.Reference
	}
	return slices.Compact(refs)
}
