package board

import (
	"fmt"
	"sort"
	"testing"

	"pgregory.net/rapid"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// The oracle counts again in another way: it goes through the facts once, gives
// each a word for every question, and counts words. It shares no code with the
// figures.

// fraction is a figure's two whole numbers.
type fraction struct{ over, under int64 }

// words gives a stage's fate: of its acknowledgement, of its answer without
// and with its extension, and within its whole time.
func words(f casework.StageFact, today calendar.Date) (ack, plain, extended, whole string) {
	fate := func(done, due calendar.Date) string {
		switch {
		case due.IsZero():
			return "no date"
		case done.IsZero() && today.DaysUntil(due) >= 0:
			return "pending"
		case done.IsZero() || due.DaysUntil(done) > 0:
			return "late"
		}
		return "in time"
	}
	due := f.RespondBy
	if !due.IsZero() && !f.ExtendedTo.IsZero() {
		due = f.ExtendedTo
	}
	// The earlier page has an appeal in place of stage 2; a stage 2 of its cases
	// follows the current one (ruling 3).
	days := map[string]int{"current1": 15, "current2": 25, "earlier1": 10, "earlier2": 25}[f.Policy[:7]+fmt.Sprint(f.Stage)]
	limit := calendar.Date{}
	if f.Stage > 0 && days > 0 {
		limit = f.Received
		for days > 0 {
			if limit = limit.AddDays(1); england.IsWorking(limit) {
				days--
			}
		}
	}
	whole = fate(f.Responded, limit)
	return fate(f.Acknowledged, f.AcknowledgeBy), fate(f.Responded, f.RespondBy), fate(f.Responded, due), whole
}

// oracle counts every standing figure between two days.
func oracle(facts []casework.StageFact, from, to, today calendar.Date, homes int64) map[string]fraction {
	counted := map[string]fraction{}
	add := func(id string, over, under bool) {
		f := counted[id]
		if over {
			f.over++
		}
		if under {
			f.under++
		}
		counted[id] = f
	}
	in := func(d calendar.Date) bool { return !d.IsZero() && from.DaysUntil(d) >= 0 && d.DaysUntil(to) >= 0 }
	lengths := map[string][]int{}
	offers := map[casework.Reference]bool{}
	answers1 := int64(0)
	for _, f := range facts {
		if f.Void || today.DaysUntil(f.Received) > 0 {
			continue
		}
		if today.DaysUntil(f.Responded) > 0 {
			f.Responded, f.Outcome, f.Mixed, f.Offered = calendar.Date{}, "", false, 0
		}
		if today.DaysUntil(f.Acknowledged) > 0 {
			f.Acknowledged = calendar.Date{}
		}
		if today.DaysUntil(f.Closed) > 0 {
			f.Closed = calendar.Date{}
		}
		if f.Stage == 0 {
			if today.DaysUntil(f.Withdrawn) > 0 {
				f.Withdrawn = calendar.Date{}
			}
			if name := map[casework.Kind]string{"petition": "petitions.", "insurance claim": "claims.", "fixed payment": "fixed."}[f.Kind]; name != "" {
				oraclePromise(counted, add, name, f, in, today)
				continue
			}
			if in(f.Received) {
				request := f.Kind == "service request"
				add("service_requests.received", request, false)
				add("service_requests.not_today", f.Choice == "not today", false)
				add("service_requests.service_only", request && f.Choice == "service only", false)
				add("information.received", f.Kind == "information", false)
			}
			continue
		}
		s := fmt.Sprintf("stage%d.", f.Stage)
		if f.Appeal {
			add("appeals.received", in(f.Received), false)
			if in(f.Responded) {
				oracleOffer(counted, offers, f)
			}
			continue
		}
		if !f.Refused.IsZero() && today.DaysUntil(f.Refused) <= 0 {
			add(s+"not_accepted", in(f.Received), false)
			continue
		}
		if !f.Withdrawn.IsZero() && today.DaysUntil(f.Withdrawn) <= 0 {
			if in(f.Received) {
				oracleWithdrawn(add, s, f)
				if f.Stage == 2 {
					add("escalation", true, false)
				}
			}
			continue
		}
		ack, plain, extended, whole := words(f, today)
		if in(f.Received) {
			oracleReceived(add, s, f, ack, plain, extended, whole)
			if f.Stage == 2 {
				add("escalation", true, false)
			}
		}
		due := f.ExtendedTo
		if due.IsZero() {
			due = f.RespondBy
		}
		if in(due) && (extended == "late" || extended == "in time") {
			add(s+"due", true, false)
			add(s+"due_in_time", extended == "in time", true)
		}
		if f.Responded.IsZero() && f.Closed.IsZero() {
			add(s+"open", true, false)
			add(s+"overdue", extended == "late", false)
		}
		if !in(f.Responded) {
			continue
		}
		if f.Stage == 1 {
			answers1++
		}
		add(s+"answered", true, false)
		add(s+"upheld", f.Outcome == "upheld", true)
		add(s+"upheld_all_points", f.Outcome == "upheld" && !f.Mixed, true)
		add(s+"upheld_some_points_not", f.Outcome == "upheld" && f.Mixed, true)
		add(s+"not_upheld", f.Outcome == "not upheld", true)
		add(s+"outcome_not_recorded", f.Outcome == "", false)
		lengths[s+"receipt"] = append(lengths[s+"receipt"], walked(f.Received, f.Responded))
		if !f.Acknowledged.IsZero() {
			lengths[s+"acknowledgement"] = append(lengths[s+"acknowledgement"], walked(f.Acknowledged, f.Responded))
		}
		oracleOffer(counted, offers, f)
	}
	counted["redress.cases"] = fraction{int64(len(offers)), 1}
	counted["redress.average"] = fraction{counted["redress.offered"].over, int64(len(offers))}
	counted["escalation"] = fraction{counted["escalation"].over, answers1}
	for n := 1; n <= 2; n++ {
		s := fmt.Sprintf("stage%d.", n)
		counted[s+"per_1000"] = fraction{counted[s+"received"].over, homes}
		counted[fmt.Sprintf("ch01.stage%d", n)] = fraction{counted[fmt.Sprintf("ch01.stage%d.counted", n)].over, homes}
		for _, from := range []string{"receipt", "acknowledgement"} {
			counted[s+"average_from_"+from], counted[s+"median_from_"+from] = summary(lengths[s+from])
		}
	}
	return counted
}

// oraclePromise counts a petition, a claim or a fixed payment.
func oraclePromise(counted map[string]fraction, add func(string, bool, bool), name string, f casework.StageFact, in func(calendar.Date) bool, today calendar.Date) {
	ack, answer, _, _ := words(f, today)
	gone := !f.Withdrawn.IsZero()
	known := func(word string) bool { return !gone && in(f.Received) && (word == "in time" || word == "late") }
	add(name+"received", in(f.Received), false)
	add(name+"open", !gone && f.Closed.IsZero(), false)
	switch name {
	case "petitions.":
		add("petitions.acknowledged_in_time", known(ack) && ack == "in time", known(ack))
		add("petitions.investigated_in_time", known(answer) && answer == "in time", known(answer))
		add("petitions.reported", in(f.Reported) && today.DaysUntil(f.Reported) <= 0, false)
	case "claims.":
		add("claims.sent_in_time", known(answer) && answer == "in time", known(answer))
	case "fixed.":
		if in(f.Responded) {
			sum := counted["fixed.offered"]
			sum.over += int64(f.Offered)
			counted["fixed.offered"] = sum
		}
	}
}

// oracleOffer adds up the money of an answer.
func oracleOffer(counted map[string]fraction, offers map[casework.Reference]bool, f casework.StageFact) {
	if f.Offered <= 0 {
		return
	}
	offers[f.Reference] = true
	for _, id := range []string{"redress.offered", fmt.Sprintf("redress.stage%d", f.Stage)} {
		sum := counted[id]
		sum.over += int64(f.Offered)
		counted[id] = sum
	}
}

// oracleWithdrawn counts what was received and is not judged.
func oracleWithdrawn(add func(string, bool, bool), s string, f casework.StageFact) {
	add(s+"received", true, false)
	add(s+"withdrawn", true, false)
	ch01, ch02 := fmt.Sprintf("ch01.stage%d", f.Stage), fmt.Sprintf("ch02.stage%d", f.Stage)
	add(ch01+".all", true, false)
	add(ch01+".left_out", !f.Measured, false)
	add(ch01+".counted", f.Measured, false)
	add(ch02+".withdrawn", f.Measured, false)
}

func oracleReceived(add func(string, bool, bool), s string, f casework.StageFact, ack, plain, extended, whole string) {
	known := func(word string) bool { return word == "in time" || word == "late" }
	add(s+"received", true, false)
	add(s+"acknowledged_in_time", ack == "in time", known(ack))
	add(s+"acknowledged_late", ack == "late", false)
	add(s+"acknowledgement_not_yet_due", ack == "pending", false)
	add(s+"responded_in_time", plain == "in time", known(plain))
	add(s+"not_yet_due", plain == "pending", false)
	add(s+"responded_in_time_with_extension", extended == "in time", known(extended))
	add(s+"not_yet_due_with_extension", extended == "pending", false)
	add(s+"responded_late", extended == "late", false)
	add(s+"no_due_date", plain == "no date", false)
	add(s+"extended", !f.ExtendedTo.IsZero(), false)
	add(s+"responded_in_time_from_receipt", whole == "in time", known(whole))
	add(s+"acknowledged_and_responded_in_time", ack == "in time" && extended == "in time", known(extended))
	add(s+"responded_in_time_after_late_acknowledgement", plain == "in time" && ack == "late" && whole == "late", false)
	ch01, ch02 := fmt.Sprintf("ch01.stage%d", f.Stage), fmt.Sprintf("ch02.stage%d", f.Stage)
	add(ch01+".all", true, false)
	add(ch01+".left_out", !f.Measured, false)
	if !f.Measured {
		return
	}
	add(ch01+".counted", true, false)
	add(ch02, extended == "in time", known(extended))
	add(ch02+".both_in_time", ack == "in time" && extended == "in time", known(extended))
	add(ch02+".acknowledged_late", ack == "late", false)
	add(ch02+".not_yet_due", extended == "pending", false)
	add(ch02+".no_due_date", extended == "no date", false)
}

// walked counts working days one by one.
func walked(from, to calendar.Date) int {
	n := 0
	for d := from; d.Before(to); {
		if d = d.AddDays(1); england.IsWorking(d) {
			n++
		}
	}
	for d := from; d.After(to); d = d.AddDays(-1) {
		if england.IsWorking(d) {
			n--
		}
	}
	return n
}

// summary is the average and the median of lengths.
func summary(lengths []int) (average, median fraction) {
	if len(lengths) == 0 {
		return fraction{}, fraction{}
	}
	sort.Ints(lengths)
	sum := 0
	for _, n := range lengths {
		sum += n
	}
	n := len(lengths)
	return fraction{int64(sum), int64(n)}, fraction{int64(lengths[(n-1)/2] + lengths[n/2]), 2}
}

func TestEveryFigureIsWhatAnotherWayOfCountingGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := seeded(rapid.Uint64().Draw(t, "seed"))
		cases := rapid.IntRange(0, 120).Draw(t, "cases")
		today := calendar.On(2026, 7, 1).AddDays(rapid.IntRange(0, 200).Draw(t, "days after the quarter began"))
		facts := anyOffice(random, cases, calendar.On(2025, 7, 1), calendar.On(2026, 12, 31))
		in := Input{Period: PeriodOf(calendar.On(2026, 8, 1)), Facts: facts, Homes: rapid.IntRange(0, 3).Draw(t, "homes") * 2500,
			Holidays: england, Policies: theShipped, Today: today}
		r := Make(in)
		quarter := oracle(facts, calendar.On(2026, 7, 1), calendar.On(2026, 9, 30), today, int64(in.Homes))
		year := oracle(facts, calendar.On(2026, 4, 1), calendar.On(2026, 9, 30), today, int64(in.Homes))
		before := oracle(facts, calendar.On(2026, 4, 1), calendar.On(2026, 6, 30), today, int64(in.Homes))
		lastYear := oracle(facts, calendar.On(2025, 7, 1), calendar.On(2025, 9, 30), today, int64(in.Homes))
		for _, f := range r.Figures {
			switch {
			case f.group != "":
			case isYearOnly(f.ID) || plain(f.ID) != f.ID:
				same(t, "the year to date", f, year[plain(f.ID)])
			default:
				same(t, "the quarter", f, quarter[f.ID])
			}
		}
		for _, f := range r.Previous {
			if f.group == "" {
				same(t, "the quarter before", f, before[f.ID])
			}
		}
		for _, f := range r.LastYear {
			if f.group == "" {
				same(t, "the quarter a year before", f, lastYear[f.ID])
			}
		}
	})
}

// same compares two fractions by their value, and what is below the line being
// nothing.
func same(t *rapid.T, when string, f Figure, want fraction) {
	if f.Unit == Count || f.Unit == Pence && plain(f.ID) != "redress.average" {
		want.under = 1
	}
	if (f.Denominator == 0) != (want.under == 0) || f.Numerator*want.under != want.over*f.Denominator {
		t.Fatalf("%s in %s is %d/%d; the oracle has %d/%d", f.ID, when, f.Numerator, f.Denominator, want.over, want.under)
	}
}
