package register

import (
	"slices"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// TestWhatNobodyHasIsOnTodayAndInTheListAlike: whatever it is, once each, with
// what is next on it, and not what owes nothing or can be given to nobody.
func TestWhatNobodyHasIsOnTodayAndInTheListAlike(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		elsewhere, err := o.SaveOffice(o.ctx, o.manager, casework.Office{Name: "Elsewhere"})
		if err != nil {
			t.Fatal(err)
		}
		petition, claim, repair := o.oneOfEach()
		complaint := o.record(o.walkIn("Ann Patel"))
		service := func(name string) casework.Case {
			act := o.walkIn(name)
			act.Answer, act.Points, act.Grievance = casework.ServiceOnly, nil, casework.NoGrievance
			return o.record(act)
		}
		asked := service("Cy Dunn")
		o.do(asked.ID, casework.AskOthers{Whom: "Repairs", What: "When the fence is mended", Due: day0.AddDays(9)})
		away := o.contact("Di Evans", "More bins.")
		away.Office = elsewhere.ID
		there := o.promised(casework.RecordPetition{Record: away, Signatures: 12})

		service("Ed Ford") // owes nothing
		had := o.contact("Flo Gray", "A loose gate.")
		had.Handler = ben.ID
		o.promised(casework.RecordClaim{Record: had})
		withdrawn := o.record(o.walkIn("Gus Hall"))
		o.do(withdrawn.ID, casework.Withdraw{On: o.clock.Today(), Why: "It is mended."}) // waits for its letter alone

		h := calendar.England()
		due := map[int64]calendar.Date{
			petition.ID: h.Add(day0, 5), claim.ID: h.Add(day0, 10), repair.ID: repair.Repairs[0].FirstBy.Due,
			complaint.ID: h.Add(day0, 5), asked.ID: day0.AddDays(9), there.ID: h.Add(day0, 5),
		}
		agree := func(by casework.Officer, scope Scope, office int64, want ...int64) {
			t.Helper()
			lists, err := o.Today(o.ctx, by, day0, scope)
			if err != nil {
				t.Fatal(err)
			}
			view := View{Open: true, Nobody: true, Office: office}
			page, err := o.Cases(o.ctx, by, view, Cursor{}, 50)
			if err != nil {
				t.Fatal(err)
			}
			var today, listed []int64
			for _, r := range lists.Unassigned.Rows {
				today = append(today, r.ID)
				if r.Duty.Due != due[r.ID] {
					t.Errorf("%s is due on %s, not on %s", r.Reference, r.Duty.Due, due[r.ID])
				}
			}
			for _, r := range page.Rows {
				listed = append(listed, r.ID)
				if r.Due != due[r.ID] {
					t.Errorf("%s is listed as due on %s, not on %s", r.Reference, r.Due, due[r.ID])
				}
			}
			slices.Sort(want)
			for name, got := range map[string][]int64{"Today": today, "the list": listed} {
				slices.Sort(got)
				if !slices.Equal(got, want) {
					t.Errorf("%s in scope %d: %s has %v, and should have %v", by.Name, scope, name, got, want)
				}
			}
			if n, err := o.Count(o.ctx, by, view); err != nil || n != len(want) || lists.Unassigned.Total != len(want) {
				t.Errorf("Today counts %d and the list %d, %v, and there are %d", lists.Unassigned.Total, n, err, len(want))
			}
		}
		here := []int64{petition.ID, claim.ID, repair.ID, complaint.ID, asked.ID}
		agree(o.manager, Everybody, 0, append([]int64{there.ID}, here...)...)
		agree(o.manager, OwnOffice, o.manager.Office, here...)
		agree(ben, Everybody, 0, here...)

		for _, id := range []int64{petition.ID, claim.ID, repair.ID, asked.ID} {
			o.do(id, casework.Assign{To: ben.ID})
		}
		agree(o.manager, OnlyMine, 0, complaint.ID, there.ID) // nobody's work is everybody's
	})
}
