package casework

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// DateMove is one open date that a change of bank holidays would move, or that
// it would have moved if the resident had not been told it.
type DateMove struct {
	Stage    int           `json:"stage"` // 0 for a hazard, and for what is no complaint
	Act      policy.Act    `json:"act"`
	Old      calendar.Date `json:"old"`
	New      calendar.Date `json:"new"`
	Promised bool          `json:"promised"` // told to the resident: it stays, and they are written to
}

// Recount counts the open dates of a case again after a change of bank
// holidays. Dates told to the resident in a letter that went stay, and so does
// everything of a closed case.
type Recount struct{}

// Name is the act's name in history.
func (a Recount) Name() ActName { return ActRecount }

func (a Recount) summary(Case, Moment) string {
	return "Dates counted again after a change of bank holidays"
}

func (a Recount) decide(c *Case, m Moment) error {
	r := recount{m: m, apply: true}
	r.all(c)
	for _, move := range r.moves {
		if !move.Promised {
			return nil
		}
	}
	return refuse("nothing-moves", "", "No open date of %s moves. A date that the resident was told stays", c.Reference)
}

// Moves lists what Recount would move in a case, and the dates told to the
// resident that would now be others. It changes nothing.
func Moves(c Case, m Moment) []DateMove {
	r := recount{m: m}
	r.all(&c)
	return r.moves
}

// recount counts dates again, and moves them only where it is to apply.
type recount struct {
	m     Moment
	apply bool
	moves []DateMove
}

func (r *recount) all(c *Case) {
	if !c.Closed.IsZero() || !c.Void.IsZero() {
		return
	}
	for i := range c.Stages {
		if s := &c.Stages[i]; s.Responded.IsZero() && c.Withdrawn.IsZero() {
			r.stage(c, s)
		}
	}
	r.promised(c)
	for i := range c.Hazards {
		if c.Hazards[i].NotHazard == "" {
			r.hazard(&c.Hazards[i])
		}
	}
}

// promised counts the dates of a petition, a claim and repairs that nobody has
// been told. What a petition's acknowledgement and a repair's notices said, stays.
func (r *recount) promised(c *Case) {
	again := func(d *policy.Deadline, told bool) { r.date(d, 0, d.Working.From, told) }
	if p := &c.Petition; c.Kind == PetitionKind && c.Withdrawn.IsZero() {
		if p.Acknowledged.IsZero() {
			again(&p.AcknowledgeBy, c.receiptWent(0))
		}
		if p.Investigated.IsZero() {
			again(&p.InvestigateBy, !p.Acknowledged.IsZero())
		}
	}
	if c.Kind == ClaimKind && c.Claim.owed() != "" && c.Withdrawn.IsZero() {
		again(&c.Claim.SendBy, c.receiptWent(0))
	}
	for i := range c.Repairs {
		switch v := &c.Repairs[i]; {
		case !v.Running():
		case v.Asked.IsZero():
			again(&v.FirstBy, !v.FirstTold.IsZero())
		default:
			again(&v.SecondBy, !v.SecondTold.IsZero())
		}
	}
}

func (r *recount) stage(c *Case, s *Stage) {
	r.exclusion(s.Number, &s.Refused)
	for _, p := range c.StagePoints(s) {
		r.exclusion(s.Number, &p.Excluded)
	}
	if s.Appeal || c.refused(s) {
		return // an appeal's day was typed, not counted
	}
	acknowledged := !s.Acknowledged.IsZero()
	from := s.Acknowledged
	if !acknowledged {
		by := r.date(&s.AcknowledgeBy, s.Number, s.AcknowledgeBy.Working.From, c.receiptWent(s.Number))
		from = by.Due
	}
	if !s.RespondBy.Provisional && !acknowledged {
		from = s.RespondBy.Working.From // the earlier policy counts it from receipt
	}
	respond := r.date(&s.RespondBy, s.Number, from, acknowledged)
	told := false
	for i := range s.Extensions {
		e := &s.Extensions[i]
		r.date(&e.Due, s.Number, respond.Due, !e.Told.IsZero())
		told = told || !e.Told.IsZero()
	}
	if !told && s.Beyond.Expected.IsZero() {
		// The furthest day for an extension stays once the resident was told of
		// one, which may have gone as far.
		r.date(&s.Latest, s.Number, respond.Due, false)
	}
}

func (r *recount) exclusion(stage int, e *Exclusion) {
	if e.Stands() && e.Told.IsZero() {
		r.date(&e.TellBy, stage, e.TellBy.Working.From, false)
	}
}

// hazard counts the steps not taken yet, to the minute (ruling 10).
func (r *recount) hazard(h *Hazard) {
	again := *h
	again.Clocks = slices.Clone(h.Clocks)
	recountHazard(&again, r.m)
	for i, now := range again.Clocks {
		k := &h.Clocks[i]
		if !k.Done.IsZero() || now.Deadline.Due == k.Deadline.Due {
			continue
		}
		r.moves = append(r.moves, DateMove{Act: k.Step, Old: k.Deadline.Due, New: now.Deadline.Due})
		if r.apply {
			*k = now
		}
	}
}

// date counts a date again from a day and returns the one that stands: the new
// one, or the old where it was promised or is the same.
func (r *recount) date(d *policy.Deadline, stage int, from calendar.Date, promised bool) policy.Deadline {
	if d.Working.Unit == "" || from.IsZero() {
		return *d
	}
	working, err := r.m.Holidays.CountIn(d.Working.Unit, from, d.Working.Days)
	if err != nil || working.Due == d.Due {
		return *d
	}
	r.moves = append(r.moves, DateMove{Stage: stage, Act: d.Act, Old: d.Due, New: working.Due, Promised: promised})
	if promised {
		return *d
	}
	moved := *d
	moved.Due, moved.Working = working.Due, working
	if r.apply {
		*d = moved
	}
	return moved
}

// receiptWent says whether a receipt of the stage left us; it names the day by
// which the acknowledgement comes.
func (c *Case) receiptWent(stage int) bool {
	for _, l := range c.Letters {
		if l.Kind == Receipt && l.Stage == stage && !l.Sent.IsZero() {
			return true
		}
	}
	return false
}
