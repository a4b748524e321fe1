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

// span is a run of days, and the day up to which is counted.
type span struct{ from, to, day calendar.Date }

func (s span) holds(d calendar.Date) bool {
	return !d.IsZero() && !d.Before(s.from) && !d.After(s.to)
}

// touches says whether a row can matter to a figure of the span.
func (s span) touches(r *row) bool {
	return s.holds(r.Received) || s.holds(r.Responded) || s.holds(r.due)
}

// prepare puts the facts in one order, whatever order they were read in, and
// takes away what happened after the day, so that a report on an earlier day
// can be made again.
func prepare(in Input, day calendar.Date) []row {
	times := wholeTimes{in: in, known: map[stageOf]int{}}
	rows := make([]row, 0, len(in.Facts))
	for _, f := range in.Facts {
		if f.Received.IsZero() || f.Received.After(day) {
			continue
		}
		f = asAt(f, day)
		r := row{StageFact: f, due: f.RespondBy,
			subject: groupName(f.Subject), area: groupName(f.Area), channel: groupName(string(f.Channel))}
		if !f.ExtendedTo.IsZero() {
			r.due = f.ExtendedTo
		}
		if f.Stage > 0 {
			r.whole = times.until(f)
			r.fromReceipt = in.Holidays.Between(f.Received, f.Responded)
			r.fromAck = in.Holidays.Between(f.Acknowledged, f.Responded)
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(byReference(a.Reference, b.Reference), cmp.Compare(a.Case, b.Case), cmp.Compare(a.Stage, b.Stage))
	})
	for i := 1; i < len(rows); i++ {
		if before := &rows[i-1]; rows[i].Stage == 2 && before.Stage == 1 && before.Reference == rows[i].Reference {
			rows[i].first = before
		}
	}
	return rows
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

// stageOf is a stage of a policy.
type stageOf struct {
	policy string
	stage  int
}

// wholeTimes looks up, once for each policy and stage, how many working days
// acknowledgement and response have together.
type wholeTimes struct {
	in    Input
	known map[stageOf]int // -1: the policy has none
}

// until is the last day of the whole time from receipt, or no date.
func (w wholeTimes) until(f casework.StageFact) calendar.Date {
	key := stageOf{f.Policy, f.Stage}
	days, ok := w.known[key]
	if !ok {
		days = -1
		if p := policyOf(w.in.Policies, f); p != nil {
			days = wholeTime(p, f.Stage)
		}
		w.known[key] = days
	}
	if days < 0 {
		return calendar.Date{}
	}
	return w.in.Holidays.Add(f.Received, days)
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
