package register

import (
	"errors"
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// contact is what every record that is no complaint has.
func (o *office) contact(name, story string) casework.Record {
	act := o.walkIn(name)
	act.Answer, act.Points, act.Story = "", nil, story
	return act
}

// promised records what a page promises.
func (o *office) promised(act casework.Recording) casework.Case {
	o.t.Helper()
	out, err := o.RecordPromised(o.ctx, o.manager, act, 0, "")
	if err != nil {
		o.t.Fatalf("recording a %s: %v", act.Kind(), err)
	}
	return out.Case
}

// oneOfEach records a petition, an insurance claim and a repair that is late or
// may become so.
func (o *office) oneOfEach() (petition, claim, repair casework.Case) {
	o.t.Helper()
	petition = o.promised(casework.RecordPetition{Record: o.contact("Grace Adeyemi", "Lights in the car park."), Signatures: 46})
	claim = o.promised(casework.RecordClaim{Record: o.contact("Tom Reilly", "A loose step."), Injury: true})
	repair = o.promised(casework.RecordFixed{Record: o.contact("Mia Osei", "The extractor fan is broken."), Promise: "right-to-repair"})
	repair = o.do(repair.ID, casework.StartRepair{Defect: "extractor-fan", What: "Fan in the kitchen", Cost: 9000,
		Reported: o.clock.Today(), Contractor: "Alder Electrics"})
	return petition, claim, repair
}

func TestEveryReadKnowsPetitionsClaimsAndFixedPayments(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		petition, claim, repair := o.oneOfEach()
		o.do(claim.ID, casework.SendClaim{On: o.clock.Today(), To: "The insurance section", How: casework.Posted})
		claim = o.do(claim.ID, casework.ClaimTheirs{Reference: "ZH/2026/118"})
		o.record(o.walkIn("Ann Patel"))
		for _, kind := range []struct {
			one   casework.Case
			kind  casework.Kind
			typed []string
			duty  casework.DutyKind
		}{
			{petition, casework.PetitionKind, []string{"adeyemi", string(petition.Reference)}, casework.DutyPetition},
			{claim, casework.ClaimKind, []string{"reilly", "ZH/2026/118", "zh2026118", string(claim.Reference)}, casework.DutyClaim},
			{repair, casework.FixedSum, []string{"osei", string(repair.Reference)}, casework.DutyRepair},
		} {
			for _, sort := range []Sort{ByDue, ByReceived, ByReference, ByHandler, ByChange} {
				page, err := o.Cases(o.ctx, o.manager, View{Kind: kind.kind, Sort: sort}, Cursor{}, 10)
				if err != nil || len(page.Rows) != 1 || page.Rows[0].ID != kind.one.ID || page.Rows[0].DueKind != kind.duty {
					t.Errorf("%s by %s: %+v, %v", kind.kind, sort, page.Rows, err)
				}
			}
			if n, err := o.Count(o.ctx, o.manager, View{Kind: kind.kind, Owing: Owing{Kind: kind.duty, Timed: true}}); err != nil || n != 1 {
				t.Errorf("%d %s owe what they do, %v", n, kind.kind, err)
			}
			for _, text := range kind.typed {
				found, err := o.Search(o.ctx, o.manager, text, 5)
				if err != nil || !slices.ContainsFunc(found.Rows, func(r Row) bool { return r.ID == kind.one.ID && r.Kind == kind.kind }) {
					t.Errorf("%q does not find the %s: %v", text, kind.kind, err)
				}
			}
			if kind.one.Reference.Kind() != kind.kind {
				t.Errorf("the reference %s says it is a %s", kind.one.Reference, kind.one.Reference.Kind())
			}
		}
		snapshot, err := o.Facts(o.ctx, o.manager, day0, day0)
		var kinds []casework.Kind
		for _, f := range snapshot.Facts {
			kinds = append(kinds, f.Kind)
		}
		if want := []casework.Kind{casework.PetitionKind, casework.ClaimKind, casework.FixedSum, casework.Complaint}; err != nil || !slices.Equal(kinds, want) {
			t.Errorf("the board counts %v, want %v, %v", kinds, want, err)
		}
		o.clean(t)
	})
}

func TestLateHolidaysMoveWhatThePagesPromise(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		s, err := o.Settings(o.ctx, o.manager)
		if err != nil {
			t.Fatal(err)
		}
		s.PetitionWorking = true
		if _, err := o.SaveSettings(o.ctx, o.manager, s); err != nil {
			t.Fatal(err)
		}
		petition, claim, repair := o.oneOfEach()

		// From Friday 27 March; Good Friday is 3 April and Easter Monday 6 April.
		// With Thursday 2 April added, each day from the fourth on is one later.
		april := func(day int) calendar.Date { return calendar.On(2026, time.April, day) }
		want := []MovedDate{
			{petition.ID, petition.Reference, 0, policy.AcknowledgePetition, april(7), april(8)},   // 30 31 1 2 7
			{repair.ID, repair.Reference, 0, repair.Repairs[0].FirstBy.Act, april(9), april(10)},   // 30 31 1 2 7 8 9
			{claim.ID, claim.Reference, 0, policy.SendInsuranceClaim, april(14), april(15)},        // 30 31 1 2 7 8 9 10 13 14
			{petition.ID, petition.Reference, 0, policy.InvestigatePetition, april(21), april(22)}, // and 15 16 17 20 21
		}
		seen, err := o.TryHolidays(o.ctx, o.manager, holidaySets[0])
		if err != nil || !slices.Equal(seen.Moved, want) || seen.Cases != 3 {
			t.Fatalf("%d cases, moved %+v\nwant %+v, %v", seen.Cases, seen.Moved, want, err)
		}
		done, err := o.ApplyHolidays(o.ctx, o.manager, holidaySets[0], seen.Seen)
		if err != nil || !slices.Equal(done.Moved, want) {
			t.Fatalf("applied %+v, %v", done.Moved, err)
		}
		for _, move := range want {
			page, err := o.Cases(o.ctx, o.manager, View{Owing: Owing{From: move.New, To: move.New}}, Cursor{}, 10)
			if err != nil || len(page.Rows) != 1 || page.Rows[0].ID != move.Case {
				t.Errorf("on %s %+v is owed, want case %d: %v", move.New, page.Rows, move.Case, err)
			}
		}
		o.clean(t)
	})
}

func TestTheOfficesOwnMoneyReachesEveryAct(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		visit := casework.OfferRedress{Input: redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: o.clock.Today(), Slot: redress.Morning}}}}
		save := func(change func(*redress.Settings)) error {
			s, err := o.Settings(o.ctx, o.manager)
			if err != nil {
				t.Fatal(err)
			}
			change(&s.Redress)
			_, err = o.SaveSettings(o.ctx, o.manager, s)
			return err
		}
		first := o.promised(casework.RecordFixed{Record: o.contact("Mia Osei", "Nobody came."), Promise: "missed-visit"})
		if first = o.do(first.ID, visit); first.Redress.Total() != 1000 {
			t.Errorf("a missed appointment pays %s, and the page says £10", first.Redress.Total())
		}
		if err := save(func(s *redress.Settings) { s.Missed, s.MissedWhy = 1500, "As the guidance of April 2026" }); err != nil {
			t.Fatal(err)
		}
		second := o.promised(casework.RecordFixed{Record: o.contact("Tom Reilly", "Nobody came."), Promise: "missed-visit"})
		if second = o.do(second.ID, visit); second.Redress.Total() != 1500 {
			t.Errorf("a missed appointment pays %s, and the office says £15", second.Redress.Total())
		}
		second, err := undone(o, second)
		if err != nil || len(second.Redress) != 0 {
			t.Errorf("undone, %+v is left, %v", second.Redress, err)
		}

		var refusal *casework.Refusal
		for name, change := range map[string]func(*redress.Settings){
			"a rate without a reason": func(s *redress.Settings) { s.Missed, s.MissedWhy = 2000, "" },
			"a rate below nothing":    func(s *redress.Settings) { s.Missed = -1 },
			"a life of no months":     func(s *redress.Settings) { s.Lives = []redress.Life{{ID: "carpet", Title: "Carpet", Source: "Ours"}} },
		} {
			if err := save(change); !errors.As(err, &refusal) || refusal.Field == "" {
				t.Errorf("%s: %v", name, err)
			}
		}
		o.clean(t)
	})
}

func undone(o *office, c casework.Case) (casework.Case, error) {
	out, err := o.Undo(o.ctx, o.manager, c.ID, c.Version)
	return out.Case, err
}
