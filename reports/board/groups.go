package board

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// dimension is one way of parting what was received into groups.
type dimension struct {
	id, label  string
	stage      int
	key        func(*row) string
	people     bool // the groups are of people, by where they live: small ones are hidden
	definition string
}

// dimensions lists the ways, in the order of the report. Only areas are groups
// of people; a subject or a channel says nothing of who somebody is.
func dimensions() []dimension {
	subject := func(r *row) string { return r.subject }
	return []dimension{
		{id: "stage1.subject", label: "Stage 1 about", stage: 1, key: subject,
			definition: "Stage 1 complaints received in the period, by what they are about."},
		{id: "stage2.subject", label: "Stage 2 about", stage: 2, key: subject,
			definition: "Requests for stage 2 made in the period, by what the complaint is about."},
		{id: "stage1.channel", label: "Stage 1 by", stage: 1, key: func(r *row) string { return r.channel },
			definition: "Stage 1 complaints received in the period, by how they reached us."},
		{id: "stage1.area", label: "Stage 1 from", stage: 1, key: func(r *row) string { return r.area }, people: true,
			definition: fmt.Sprintf("Stage 1 complaints received in the period, by area. A group of 1 to %d people is hidden, and as many of the next smallest as it takes for the hidden ones to be at least two and %d people together. A year to date is hidden where one of its quarters was.", Least-1, Least)},
	}
}

// group is the cases of one name in a dimension.
type group struct {
	name          string
	slug          string
	quarter, year []*row
}

// parted is a dimension with its groups, the largest of the year first.
type parted struct {
	dimension
	groups       []group
	hidden       map[string]bool // in the quarter
	hiddenOfYear map[string]bool
}

type groups []parted

// gather parts the rows of a period's year to date in every dimension.
func gather(rows []row, p Period) groups {
	quarter := span{from: p.From(), to: p.To()}
	year := span{from: p.YearFrom(), to: p.To()}
	inYear := touched(rows, year.touches)
	var all groups
	for _, d := range dimensions() {
		byName := map[string]*group{}
		for _, r := range inYear[d.stage] {
			if !stage(d.stage)(r, year) || !received(r, year) {
				continue
			}
			g := byName[d.key(r)]
			if g == nil {
				g = &group{name: d.key(r)}
				byName[g.name] = g
			}
			g.year = append(g.year, r)
			if received(r, quarter) {
				g.quarter = append(g.quarter, r)
			}
		}
		all = append(all, d.order(byName, rows, p))
	}
	return all
}

// order names the groups, hides what must be hidden and puts the largest
// first. Hidden ones come last by name, so that their order tells nothing.
func (d dimension) order(byName map[string]*group, rows []row, p Period) parted {
	part := parted{dimension: d}
	if d.people {
		part.hidden = hidden(countByArea(rows, p, p), nil)
		part.hiddenOfYear = map[string]bool{}
		first := PeriodOf(p.YearFrom())
		for q := first; ; q = q.Back(-1) {
			maps.Copy(part.hiddenOfYear, hidden(countByArea(rows, q, q), nil))
			if q == p {
				break
			}
		}
		part.hiddenOfYear = hidden(countByArea(rows, first, p), part.hiddenOfYear)
	}
	taken := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		g := byName[name]
		g.slug = slug(name)
		if taken[g.slug]++; taken[g.slug] > 1 {
			g.slug = fmt.Sprintf("%s--%d", g.slug, taken[g.slug])
		}
		part.groups = append(part.groups, *g)
	}
	slices.SortStableFunc(part.groups, func(a, b group) int {
		return cmp.Compare(part.rank(b), part.rank(a))
	})
	return part
}

// rank is what groups are ordered by: -1 for one that is hidden anywhere.
func (p parted) rank(g group) int {
	if p.hidden[g.name] || p.hiddenOfYear[g.name] {
		return -1
	}
	return len(g.year)
}

// countByArea counts the stage 1 complaints received from one quarter to
// another by area.
func countByArea(rows []row, from, to Period) map[string]int {
	s := span{from: from.From(), to: to.To()}
	counts := map[string]int{}
	for i := range rows {
		if r := &rows[i]; stage(1)(r, s) && received(r, s) {
			counts[r.area]++
		}
	}
	return counts
}

// hidden names the groups that a count by people does not show: those under
// Least, those named beforehand, and, while what is hidden could still be
// worked out from the total, the next smallest.
func hidden(counts map[string]int, before map[string]bool) map[string]bool {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b))
	})
	hide := map[string]bool{}
	people, groups := 0, 0
	add := func(name string) {
		hide[name] = true
		people += counts[name]
		groups++
	}
	for _, name := range names {
		if counts[name] < Least || before[name] {
			add(name)
		}
	}
	for _, name := range names {
		if groups == 0 || groups > 1 && people >= Least {
			break
		}
		if !hide[name] {
			add(name)
		}
	}
	return hide
}

// figures are the groups as figures, the quarter and the year to date.
func (all groups) figures() []Figure {
	var figures []Figure
	for _, part := range all {
		for _, g := range part.groups {
			quarter := part.figure(g, g.quarter, part.hidden[g.name])
			year := part.figure(g, g.year, part.hiddenOfYear[g.name])
			year.ID += YearToDate
			figures = append(figures, quarter, year)
		}
	}
	return figures
}

func (p parted) figure(g group, rows []*row, hide bool) Figure {
	f := Figure{ID: p.id + "." + g.slug, Label: p.label + ": " + g.name, Unit: Count, Definition: p.definition, group: g.name}
	if hide {
		f.Hidden = true
		return f
	}
	f.Numerator, f.Denominator, f.Cases = int64(len(rows)), 1, references(rows)
	return f
}

// before counts the same groups in another quarter, areas left out.
func (all groups) before(rows []row, s span) []Figure {
	var figures []Figure
	for _, part := range all {
		if part.people {
			continue
		}
		counts := map[string]int64{}
		for i := range rows {
			if r := &rows[i]; stage(part.stage)(r, s) && received(r, s) {
				counts[part.key(r)]++
			}
		}
		for _, g := range part.groups {
			f := part.figure(g, nil, false)
			f.Numerator, f.Cases = counts[g.name], nil
			figures = append(figures, f)
		}
	}
	return figures
}

// areas says, for a day of receipt, which areas are hidden in its quarter.
type areas struct {
	rows  []row
	known map[Period]map[string]bool
}

// shown is the area as the data sheet may say it.
func (a areas) shown(r *row) string {
	if r.Stage != 1 || r.standing() == notAccepted {
		return "" // not among those that the hidden groups are worked out from
	}
	p := PeriodOf(r.Received)
	if _, ok := a.known[p]; !ok {
		a.known[p] = hidden(countByArea(a.rows, p, p), nil)
	}
	if a.known[p][r.area] {
		return HiddenText
	}
	return r.area
}

// slug is a name as part of an id: lower case letters and digits, with one
// hyphen for whatever stands between them.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	})
	if len(words) == 0 {
		return "other"
	}
	return strings.Join(words, "-")
}
