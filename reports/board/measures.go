package board

import "casebook/data/casework"

// test says whether a row counts in a span.
type test func(r *row, s span) bool

// measure is how one figure is made. What is above the line and what is below
// it are told apart by two tests, so that each can be read by itself.
type measure struct {
	id, label, definition string
	unit                  Unit
	over                  test               // what is above the line
	under                 test               // what is below it; nil for a count or a sum
	amount                func(r *row) int64 // what is added up above the line; nil counts rows
	middle                bool               // the median of amount, not its average
	oncePerCase           bool               // a case with two stages counts once
	atCutOff              bool               // as things stand: the quarter has no part in it
	yearOnly              bool               // always year to date, under its plain id
	stage                 int                // the only stage whose rows can count, or anyStage
}

// both holds where every test does.
func both(tests ...test) test {
	return func(r *row, s span) bool {
		for _, t := range tests {
			if !t(r, s) {
				return false
			}
		}
		return true
	}
}

func not(t test) test { return func(r *row, s span) bool { return !t(r, s) } }

// stage is what counts at a stage: accepted, and no appeal (ruling 24).
func stage(n int) test {
	return func(r *row, _ span) bool {
		at := r.standing()
		return r.Stage == n && (at == stands || at == wasWithdrawn)
	}
}

// through is what of a stage is judged: a withdrawal stands outside it.
func through(n int) test { return both(stage(n), not(withdrawn)) }

func withdrawn(r *row, _ span) bool { return r.standing() == wasWithdrawn }

// apart is what of a stage is listed by itself.
func apart(n int, at standing) test {
	return func(r *row, _ span) bool { return r.Stage == n && r.standing() == at }
}

// secondAnswer is stage 2 and the earlier policy's appeal, whose money adds to
// that of stage 1.
func secondAnswer(r *row, _ span) bool { return r.Stage == 2 }

func kind(k casework.Kind) test { return func(r *row, _ span) bool { return r.Kind == k } }

func received(r *row, s span) bool { return s.holds(r.Received) }
func answered(r *row, s span) bool { return s.holds(r.Responded) }
func measured(r *row, _ span) bool { return r.Measured }

// acknowledgedInTime and its two neighbours part what was received in three
// (Code 6.2, 6.11). A day is over when its last minute is: what falls due on
// the day of the report is not yet due.
func acknowledgedInTime(r *row, _ span) bool {
	return !r.Acknowledged.IsZero() && !r.AcknowledgeBy.IsZero() && !r.Acknowledged.After(r.AcknowledgeBy)
}

func acknowledgeNotYetDue(r *row, s span) bool {
	return r.Acknowledged.IsZero() && !r.AcknowledgeBy.IsZero() && !r.AcknowledgeBy.Before(s.day)
}

func acknowledgedLate(r *row, s span) bool {
	return !r.AcknowledgeBy.IsZero() && !acknowledgedInTime(r, s) && !acknowledgeNotYetDue(r, s)
}

// answeredInTime leaves extensions out of account; extendedInTime counts a
// valid one (ruling 8). An answer with no due date can be neither in time nor
// late: the earlier page gives no time for an appeal (ruling 3).
func answeredInTime(r *row, _ span) bool {
	return !r.Responded.IsZero() && !r.RespondBy.IsZero() && !r.Responded.After(r.RespondBy)
}

func extendedInTime(r *row, _ span) bool {
	return !r.Responded.IsZero() && !r.due.IsZero() && !r.Responded.After(r.due)
}

func noDueDate(r *row, _ span) bool { return r.RespondBy.IsZero() }

func notYetDue(r *row, s span) bool {
	return r.Responded.IsZero() && !r.RespondBy.IsZero() && !r.RespondBy.Before(s.day)
}

func extendedNotYetDue(r *row, s span) bool {
	return r.Responded.IsZero() && !r.RespondBy.IsZero() && !r.due.Before(s.day)
}

func extendedLate(r *row, s span) bool {
	return !noDueDate(r, s) && !extendedInTime(r, s) && !extendedNotYetDue(r, s)
}

// The three that a judgement in time is made of: neither what is not yet due
// nor what has no due date is below the line (ruling 23).
var (
	acknowledgeJudged = func(r *row, s span) bool { return !r.AcknowledgeBy.IsZero() && !acknowledgeNotYetDue(r, s) }
	judged            = func(r *row, s span) bool { return !noDueDate(r, s) && !notYetDue(r, s) }
	extendedJudged    = func(r *row, s span) bool { return !noDueDate(r, s) && !extendedNotYetDue(r, s) }
)

func extended(r *row, _ span) bool { return !r.ExtendedTo.IsZero() }

// The whole time from receipt keeps a late acknowledgement from buying time
// for the answer (ruling 6).
func wholeInTime(r *row, _ span) bool {
	return !r.Responded.IsZero() && !r.whole.IsZero() && !r.Responded.After(r.whole)
}

func wholeJudged(r *row, s span) bool {
	return !r.whole.IsZero() && (!r.Responded.IsZero() || r.whole.Before(s.day))
}

func dueIn(r *row, s span) bool { return s.holds(r.due) && extendedJudged(r, s) }

func open(r *row, _ span) bool { return r.Responded.IsZero() && r.Closed.IsZero() }

func overdue(r *row, s span) bool { return open(r, s) && !r.due.IsZero() && r.due.Before(s.day) }

func upheld(r *row, _ span) bool    { return r.Outcome == casework.Upheld }
func notUpheld(r *row, _ span) bool { return r.Outcome == casework.NotUpheld }
func mixed(r *row, s span) bool     { return upheld(r, s) && r.Mixed }

func noOutcome(r *row, s span) bool { return !upheld(r, s) && !notUpheld(r, s) }

func wasAcknowledged(r *row, _ span) bool { return !r.Acknowledged.IsZero() }

func offered(r *row, s span) bool { return r.Stage > 0 && answered(r, s) && r.Offered > 0 }

func choice(a casework.Answer) test {
	return func(r *row, _ span) bool { return r.Choice == a }
}

func count(id, label string, over test, definition string) measure {
	return measure{id: id, label: label, unit: Count, over: over, definition: definition}
}

// share is a percentage of one group: what is above the line is part of what
// is below it.
func share(id, label string, under, hit test, definition string) measure {
	return measure{id: id, label: label, unit: Percent, over: both(under, hit), under: under, definition: definition}
}

func perThousand(id, label string, over test, definition string) measure {
	return measure{id: id, label: label, unit: PerThousand, over: over, definition: definition}
}

func days(id, label string, over test, amount func(*row) int64, middle bool, definition string) measure {
	return measure{id: id, label: label, unit: WorkingDays, over: over, amount: amount, middle: middle, definition: definition}
}
