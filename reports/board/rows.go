package board

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// row is one stage of one case as it stood on the day of the report, with what
// follows from its dates.
type row struct {
	casework.StageFact
	subject, area, channel string // as groups are named: tidy, never empty

	due         calendar.Date // the response date with a valid extension
	whole       calendar.Date // the last response date had the acknowledgement taken its full time; zero when the policy has none
	fromReceipt int           // working days from receipt to the answer
	fromAck     int           // working days from acknowledgement to the answer
	first       *row          // on a stage 2 row, stage 1 of the same case when it is among the facts
}

// standing says how a row counts (rulings 3 and 24): what was not accepted and
// an appeal under the earlier policy are not in what was received, and what
// was withdrawn is, but not in what was judged to be in time.
type standing string

const (
	stands       standing = "counted"
	notAccepted  standing = "not accepted"
	wasWithdrawn standing = "withdrawn"
	anAppeal     standing = "appeal"
)

func (r *row) standing() standing {
	switch {
	case r.Appeal:
		return anAppeal
	case !r.Refused.IsZero():
		return notAccepted
	case !r.Withdrawn.IsZero():
		return wasWithdrawn
	}
	return stands
}

// span is a run of days, and the day up to which is counted.
type span struct{ from, to, day calendar.Date }

func (s span) holds(d calendar.Date) bool {
	return !d.IsZero() && !d.Before(s.from) && !d.After(s.to)
}

// touches says whether a row can matter to a figure of the span.
func (s span) touches(r *row) bool {
	return s.holds(r.Received) || s.holds(r.Responded) || s.holds(r.Reported) || s.holds(r.due)
}

// prepare puts the facts in one order, whatever order they were read in, and
// takes away what happened after the day, so that a report on an earlier day
// can be made again.
func prepare(in Input, day calendar.Date) []row {
	var facts []*casework.StageFact
	for i := range in.Facts {
		if f := &in.Facts[i]; !f.Void && !f.Received.IsZero() && !f.Received.After(day) {
			facts = append(facts, f)
		}
	}
	slices.SortStableFunc(facts, inOrder)
	d := deriver{in: in, names: map[string]string{}, subjects: map[string]string{}, lengths: map[stageOf]int{}, until: map[wholeTimeFrom]calendar.Date{}}
	rows := make([]row, len(facts))
	for i, f := range facts {
		rows[i] = d.row(asAt(*f, day))
		if i == 0 {
			continue
		}
		if before := &rows[i-1]; f.Stage == 2 && before.Stage == 1 && before.Reference == f.Reference {
			rows[i].first = before
		}
	}
	return rows
}

func inOrder(a, b *casework.StageFact) int {
	if a.Reference != b.Reference {
		return byReference(a.Reference, b.Reference)
	}
	return cmp.Or(cmp.Compare(a.Case, b.Case), cmp.Compare(a.Stage, b.Stage))
}

// asAt is the fact as it stood at the end of a day.
func asAt(f casework.StageFact, day calendar.Date) casework.StageFact {
	if f.Acknowledged.After(day) {
		f.Acknowledged = calendar.Date{}
	}
	if f.Responded.After(day) {
		f.Responded, f.Outcome, f.Mixed, f.Offered = calendar.Date{}, "", false, 0
	}
	if f.Closed.After(day) {
		f.Closed = calendar.Date{}
	}
	if f.Refused.After(day) {
		f.Refused = calendar.Date{}
	}
	if f.Withdrawn.After(day) {
		f.Withdrawn = calendar.Date{}
	}
	if f.Reported.After(day) {
		f.Reported = calendar.Date{}
	}
	return f
}

// byReference orders references by kind and year, then by number: numbers grow
// longer when they pass 9999.
func byReference(a, b casework.Reference) int {
	const year = len("C-2026-")
	if len(a) < year || len(b) < year {
		return cmp.Compare(a, b)
	}
	return cmp.Or(cmp.Compare(a[:year], b[:year]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// notRecorded names the group of what was left empty.
const notRecorded = "Not recorded"

// longestName keeps a pasted page from becoming the name of a group.
const longestName = 120

// groupName makes one name of texts that differ only in spaces.
func groupName(text string) string {
	name := strings.Join(strings.Fields(casework.Tidy(text)), " ")
	if letters := []rune(name); len(letters) > longestName {
		name = string(letters[:longestName]) + "…"
	}
	if name == "" {
		return notRecorded
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

// deriver works out what follows from a fact. The same names, policies and days
// come again and again, so each is worked out once.
type deriver struct {
	in       Input
	names    map[string]string
	subjects map[string]string
	lengths  map[stageOf]int // working days from receipt to the answer; -1: the policy gives none
	until    map[wholeTimeFrom]calendar.Date
}

type stageOf struct {
	policy *policy.Policy
	stage  int
}

type wholeTimeFrom struct {
	received calendar.Date
	days     int
}

func (d deriver) row(f casework.StageFact) row {
	r := row{StageFact: f, due: f.RespondBy, subject: d.subject(f.Subject), area: d.name(f.Area), channel: d.name(string(f.Channel))}
	if !f.ExtendedTo.IsZero() {
		r.due = f.ExtendedTo
	}
	if f.Stage > 0 {
		r.whole = d.whole(f)
		r.fromReceipt = d.in.Holidays.Between(f.Received, f.Responded)
		r.fromAck = d.in.Holidays.Between(f.Acknowledged, f.Responded)
	}
	return r
}

func (d deriver) name(text string) string {
	name, ok := d.names[text]
	if !ok {
		name = groupName(text)
		d.names[text] = name
	}
	return name
}

// subject is the title that a policy gives a subject, or the subject as it is.
func (d deriver) subject(id string) string {
	title, ok := d.subjects[id]
	if ok {
		return title
	}
	title = id
	if d.in.Policies != nil {
		for _, p := range d.in.Policies.Policies() {
			if s, ok := p.Subject(id); ok && s.Title != "" {
				title = s.Title
			}
		}
	}
	title = d.name(title)
	d.subjects[id] = title
	return title
}

// whole is the last day of the whole time from receipt, or no date.
func (d deriver) whole(f casework.StageFact) calendar.Date {
	p := policyOf(d.in.Policies, f)
	if p == nil {
		return calendar.Date{}
	}
	key := stageOf{p, f.Stage}
	days, ok := d.lengths[key]
	if !ok {
		days = wholeTime(p, f.Stage)
		d.lengths[key] = days
	}
	if days < 0 {
		return calendar.Date{}
	}
	from := wholeTimeFrom{f.Received, days}
	day, ok := d.until[from]
	if !ok {
		day = d.in.Holidays.Add(f.Received, days)
		d.until[from] = day
	}
	return day
}

// policyOf is the policy a case keeps, or for stage 2 of a case whose policy
// has none, the one in force when it was asked for (rulings 1 and 3).
func policyOf(set *policy.Set, f casework.StageFact) *policy.Policy {
	if set == nil {
		return nil
	}
	name, _, _ := strings.Cut(f.Policy, "@")
	if p, ok := set.Named(name); ok {
		if _, has := p.Stage(f.Stage); has {
			return p
		}
	}
	return set.InForceOn(f.Received)
}

// wholeTime is how many working days a policy gives from receipt to response,
// or -1 where it gives none or counts another unit.
func wholeTime(p *policy.Policy, stage int) int {
	rule, ok := p.Stage(stage)
	if !ok {
		return -1
	}
	respond, ok := p.Clock(rule.Respond)
	if !ok || respond.Unit != calendar.WorkingDays {
		return -1
	}
	if respond.From == policy.FromReceipt {
		return respond.Days
	}
	acknowledge, ok := p.Clock(rule.Acknowledge)
	if !ok || acknowledge.Unit != calendar.WorkingDays {
		return -1
	}
	return acknowledge.Days + respond.Days
}
