package casework

import "slices"

// handling holds what is done around the answer to its rules: who may have a
// stage and look after it, who sees the case, and that nothing said is lost.
func (f *faults) handling() {
	f.handler()
	f.access()
	for _, n := range f.c.Notes {
		f.no(n.Corrects != 0 && (n.Corrects >= n.ID || f.c.note(n.Corrects) == nil), "note %d corrects note %d, which is not there", n.ID, n.Corrects)
	}
	for _, p := range f.c.Promises {
		f.no(p.Remedy != 0 && !slices.ContainsFunc(f.c.Remedies, func(r Remedy) bool { return r.ID == p.Remedy }),
			"promise %d carries out remedy %d, which is gone", p.ID, p.Remedy)
		f.no(len(p.Moved) > 0 && p.Moved[len(p.Moved)-1].To != p.Due, "promise %d is due on another day than was explained (Code 7.3)", p.ID)
	}
	running := 0
	for _, r := range f.c.Restrictions {
		if r.Ended.IsZero() {
			running++
		}
		f.no(r.Review.IsZero() || blank(r.Equality), "restriction %d has no review or no thought of equality (Code 5.15)", r.ID)
	}
	f.no(running > 1, "contact is restricted %d times at once", running)
	for _, e := range f.c.Evidence {
		f.no(evidenceWords[e.Type] == "" || e.Size <= 0 || e.Size > MaxEvidence, "evidence %d is of a kind or size that is not kept", e.ID)
	}
}

// handler holds an open stage, or a record without stages, to an officer who may have it (Code 5.8).
func (f *faults) handler() {
	s, who := f.c.Current(), f.c.HandledBy()
	if who == 0 || s != nil && !s.Responded.IsZero() || !f.c.Closed.IsZero() {
		return
	}
	f.no(f.c.Conflicted(who), "officer %d has it in spite of a conflict of interest (Code 5.8)", who)
	f.no(slices.Contains(f.c.Barred, who), "officer %d has it and is barred from it", who)
	f.no(f.c.Confidential && !slices.Contains(f.c.Access, who), "officer %d has it and may not see it", who)
}

// access holds a confidential case to be seen by somebody, and by nobody whom
// it is about (ruling 26).
func (f *faults) access() {
	f.no(f.c.Confidential && len(f.c.Access) == 0, "it is confidential and nobody may see it")
	for _, id := range f.c.Barred {
		f.no(slices.Contains(f.c.Access, id), "officer %d is barred from it and named on it", id)
	}
}
