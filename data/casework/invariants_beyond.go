package casework

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// hazards holds every hazard to the law's times: each with its working, and
// ended only by an officer who says why (ruling 10).
func (f *faults) hazards() {
	running := map[string]bool{}
	for i := range f.c.Hazards {
		h := &f.c.Hazards[i]
		f.no(h.Told.IsZero(), "nobody was told of hazard %d", h.ID)
		f.no(len(h.Clocks) == 0, "hazard %d has no clocks (ruling 10)", h.ID)
		f.no(h.NotHazard != "" && (h.NotBy == 0 || h.NotOn.IsZero()), "hazard %d was found to be none by nobody, or on no day (ruling 10)", h.ID)
		f.no(h.Rough && h.Told != calendar.FirstMinute(calendar.Of(h.Told)), "hazard %d is known by its day and not counted from its first minute", h.ID)
		f.no(h.Running() && running[h.Kind], "two hazards of the kind %s run at once", h.Kind)
		running[h.Kind] = running[h.Kind] || h.Running()
		f.hazardClocks(h)
	}
}

func (f *faults) hazardClocks(h *Hazard) {
	looked := h.investigation()
	for _, k := range h.Clocks {
		w := k.Deadline.Working
		f.no(!explained(k.Deadline), "%q of hazard %d has a date without its working", k.Step, h.ID)
		f.no(k.Deadline.Due != calendar.Of(k.By), "%q of hazard %d is due on %s and by another day's minute", k.Step, h.ID, k.Deadline.Due)
		f.no(w.Unit == calendar.Hours && k.By.Sub(h.Told).Hours() != float64(w.Days), "%q of hazard %d has %d hours and another minute", k.Step, h.ID, w.Days)
		f.no(!k.Done.IsZero() && k.Done.Before(h.Told), "%q of hazard %d was done before anybody was told", k.Step, h.ID)
		if looked == nil {
			continue
		}
		f.no(k.Deadline.Provisional && !looked.Done.IsZero(), "hazard %d was investigated and %q is still provisional", h.ID, k.Step)
		f.no(k.Step == policy.HazardSummary && !k.Done.IsZero() && looked.Done.IsZero(), "hazard %d has a summary of no investigation", h.ID)
	}
}

// referrals holds what is before an ombudsman to findings, days and proof.
func (f *faults) referrals() {
	for _, r := range f.c.Referrals {
		f.no(r.Body == "" || r.On.IsZero(), "referral %d is to nobody, or on no day", r.ID)
		f.no(r.Determined.IsZero() != (len(r.Findings) == 0), "referral %d is decided without a finding, or the reverse", r.ID)
		f.no(len(r.Progress) > 0 && !r.Severe(), "progress is reported on referral %d without severe maladministration (Code 9.7)", r.ID)
		for _, found := range r.Findings {
			f.no(found.Matter == "" || !slices.Contains(Maladministrations(), found.Finding), "finding %d of referral %d finds nothing that is known", found.ID, r.ID)
		}
		for _, a := range r.Asks {
			f.no(a.Due.Before(a.Asked), "evidence of referral %d is wanted before it was asked for", r.ID)
			f.no(!a.Sent.IsZero() && a.Sent.Before(a.Asked), "evidence of referral %d went before it was asked for", r.ID)
		}
		for _, o := range r.Orders {
			f.no(!o.Recommended && o.Due.IsZero(), "order %d of referral %d has no day", o.ID, r.ID)
			f.no(!o.Done.IsZero() && o.Proof == "" && o.Evidence == 0, "order %d of referral %d was done without proof", o.ID, r.ID)
			f.no(!o.Done.IsZero() && o.Done.Before(r.Determined), "order %d of referral %d was done before it was given", o.ID, r.ID)
			f.no(!r.Closed.IsZero() && o.Done.IsZero() && !o.Recommended, "referral %d is closed and order %d is not carried out", r.ID, o.ID)
		}
		distinct(f, "orders", r.Orders, func(v Order) int { return v.ID })
		distinct(f, "requests for evidence", r.Asks, func(v EvidenceAsk) int { return v.ID })
	}
}
