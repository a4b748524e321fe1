package register

import (
	"testing"

	"casebook/data/casework"
)

func TestARowSaysHazardRiskAndSecrecy(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		plain, hazard, risk, secret := o.record(o.walkIn("Ann Lee")), o.record(o.walkIn("Bob Ray")), o.record(o.walkIn("Cas Orr")), o.record(o.walkIn("Dee Poe"))
		o.do(hazard.ID, casework.StartHazard{Kind: "damp-mould", What: "Mould in the bedroom", Told: o.clock.Now(), ToldTo: "Aisha Khan"})
		o.do(risk.ID, casework.Describe{Subject: "building-safety", Points: []casework.PointText{{Text: "The fire door does not shut"}}})
		o.do(risk.ID, casework.SetRisk{Risk: casework.RiskDanger, Why: "The fire door does not shut"})
		o.protect(o.manager, secret.ID, true, o.manager.ID)
		type said struct {
			hazard, secret bool
			risk           casework.Risk
		}
		want := map[int64]said{plain.ID: {}, hazard.ID: {hazard: true}, risk.ID: {risk: casework.RiskDanger}, secret.ID: {secret: true}}
		for _, sort := range []Sort{ByDue, ByHandler} {
			for _, r := range o.pages(o.manager, View{Sort: sort}, 10) {
				if got := (said{r.Hazard, r.Confidential, r.Risk}); got != want[r.ID] {
					t.Errorf("%s says %+v, want %+v", r.Reference, got, want[r.ID])
				}
			}
		}
	})
}
