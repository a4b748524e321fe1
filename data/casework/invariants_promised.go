package casework

// promised holds petitions, insurance claims, fixed payments and repairs to what
// the pages and the law promise for them.
func (f *faults) promised() {
	c := &f.c
	f.no(c.Kind.Promised() && len(c.Stages) > 0, "it is %s with a stage (ruling 24)", c.Kind.one())
	f.no(len(c.Stages) > 0 && (c.Handler != 0 || len(c.Covers) > 0), "it has a handler of its own beside those of its stages")
	f.no(c.Kind != PetitionKind && c.Kind != ClaimKind && len(c.Corrections) > 0, "it has corrections and is %s", c.Kind.one())
	distinct(f, "corrections", c.Corrections, func(k Correction) int { return k.ID })
	for _, k := range c.Corrections {
		f.no(k.Why == "" || c.CorrectionWords(k) == "", "correction %d has no reason, or corrects nothing", k.ID)
		f.no(c.Kind == PetitionKind && k.Against+k.Injury != "" || c.Kind == ClaimKind && (k.Signatures != 0 || k.Story+k.Subject != ""), "correction %d is of another kind", k.ID)
	}
	distinct(f, "covers", c.Covers, func(v Cover) int { return v.ID })
	f.no(c.Kind != PetitionKind && len(Flatten(c.Petition)) > 0, "it has a petition's parts and is %s", c.Kind.one())
	f.no(c.Kind != ClaimKind && len(Flatten(c.Claim)) > 0, "it has a claim's parts and is %s (ruling 13)", c.Kind.one())
	f.no((c.Promised != "") != (c.Kind == FixedSum), "it is %s and under the promise %q", c.Kind.one(), c.Promised)
	switch c.Kind {
	case PetitionKind:
		f.petition(c.Petition)
	case ClaimKind:
		f.claim(c.Claim)
	}
	for _, r := range c.Repairs {
		f.repair(r)
	}
	distinct(f, "repairs", c.Repairs, func(r RepairRight) int { return r.ID })
}

func (f *faults) petition(p Petition) {
	received := f.c.Received
	f.no(p.Signatures < 1, "nobody signed the petition")
	f.no(!explained(p.AcknowledgeBy) || !explained(p.InvestigateBy), "the petition has a date without its working (ruling 11)")
	f.no(!p.Acknowledged.IsZero() && !f.went(PetitionAcknowledgement, 0, p.Acknowledged), "the petition counts as acknowledged and no letter went (ruling 7)")
	f.no(!p.OutcomeTold.IsZero() && !f.went(PetitionOutcome, 0, p.OutcomeTold), "the lead petitioner counts as told and no letter went (ruling 7)")
	f.no(p.Investigated.IsZero() != (p.Findings == ""), "the petition was investigated without findings, or the reverse")
	f.no(p.Reported.IsZero() != (p.Outcome == ""), "the petition was reported without an outcome, or the reverse")
	f.no(!p.Investigated.IsZero() && p.Investigated.Before(received), "the petition was investigated before it was received")
	f.no(!p.Reported.IsZero() && (p.Investigated.IsZero() || p.Reported.Before(p.Investigated)), "the petition was reported before it was investigated")
	f.no(!p.OutcomeTold.IsZero() && (p.Reported.IsZero() || p.OutcomeTold.Before(p.Reported)), "the outcome was told before the Operational Board had the petition")
}

func (f *faults) claim(v Claim) {
	received := f.c.Received
	f.no(!explained(v.SendBy), "the claim has a date without its working")
	f.no(v.Visited.IsZero() != (v.Visit == ""), "the home was visited and nobody says what was seen, or the reverse")
	f.no(v.Sent.IsZero() != (v.SentTo == ""), "the form went to nobody, or on no day")
	f.no(!v.Visited.IsZero() && v.Visited.Before(received) || !v.Sent.IsZero() && v.Sent.Before(received), "the home was visited or the form went before the claim was received")
	f.no(v.Decided.IsZero() != (v.Decision == ""), "the claim was decided without a decision, or the reverse")
	f.no(!v.Decided.IsZero() && (v.Sent.IsZero() || v.Decided.Before(v.Sent)), "the claim was decided before its form went")
	f.no(v.Theirs != "" && v.Sent.IsZero(), "the claim has the insurer's reference and its form has not gone")
}

// repair holds a repair to the law's order: a second contractor after the first
// period was missed and before the repair was done (SI 1994/133).
func (f *faults) repair(r RepairRight) {
	f.no(!explained(r.FirstBy), "repair %d has a first period without its working", r.ID)
	f.no(r.What == "" || r.Contractor == "" || r.Cost <= 0, "repair %d is of nothing, by nobody or for nothing", r.ID)
	f.no(!r.Done.IsZero() && !r.Ended.IsZero(), "repair %d was done and its right ended", r.ID)
	f.no(r.Ended.IsZero() != (r.EndedWhy == ""), "the right to repair %d ended without a reason, or the reverse", r.ID)
	f.no(!r.Done.IsZero() && r.Done.Before(later(r.Reported, r.Asked)), "repair %d was done before it was reported or asked for", r.ID)
	f.no(r.Line != 0 && f.c.Line(r.Line) == nil, "repair %d is paid by line %d, which there is not", r.ID, r.Line)
	f.no(!r.FirstTold.IsZero() && !f.went(RepairNotice, 0, r.FirstTold), "the notice of repair %d counts as gone and no letter went (ruling 7)", r.ID)
	if r.Asked.IsZero() {
		f.no(r.Second != "" || !r.SecondBy.Due.IsZero() || !r.SecondTold.IsZero(), "repair %d has a second contractor whom nobody asked for", r.ID)
		return
	}
	f.no(!explained(r.SecondBy), "repair %d has a second period without its working", r.ID)
	f.no(r.Second == "" || r.Second == r.Contractor, "repair %d has no second contractor", r.ID)
	f.no(!r.Asked.After(r.FirstBy.Due), "a second contractor for repair %d was asked for within the first period", r.ID)
	f.no(!r.SecondTold.IsZero() && !f.went(SecondNotice, 0, r.SecondTold), "the second notice of repair %d counts as gone and no letter went (ruling 7)", r.ID)
}
