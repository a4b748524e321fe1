package register

import (
	"testing"

	"casebook/data/casework"
)

func TestAnAbsenceIsCoveredWhereTheColleagueMayHaveTheStage(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.Investigator)
		from, until := day0.AddDays(3), day0.AddDays(17)
		plain, conflicted, later := o.record(o.walkIn("Ann Patel")), o.record(o.walkIn("Cy Dunn")), answeredCase(o)
		for _, id := range []int64{plain.ID, conflicted.ID} {
			o.do(id, casework.Assign{To: ben.ID})
		}
		if _, err := o.Do(o.ctx, carol, conflicted.ID, 0, casework.DeclareConflict{What: "Her sister lives there"}); err != nil {
			t.Fatal(err)
		}
		o.do(plain.ID, casework.MakePromise{Text: "Mend the ceiling", Owner: "Repairs", Due: until})
		o.do(plain.ID, casework.MakePromise{Text: "Paint the ceiling", Owner: "Repairs", Due: until.AddDays(1)})
		o.record(o.walkIn("Not Ben's"))
		hidden := o.record(o.walkIn("Not seen"))
		o.do(hidden.ID, casework.Assign{To: ben.ID})
		o.hide(hidden.ID, ben.ID)
		o.do(later.ID, casework.AskStage2{On: day0, Handler: ben.ID})

		tried, err := o.TryCover(o.ctx, o.manager, ben.ID, carol.ID, from, until)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := o.Case(o.ctx, o.manager, plain.ID); err != nil || len(c.Current().Covers) != 0 {
			t.Errorf("trying covered: %v, %v", c.Current().Covers, err)
		}
		done, err := o.Cover(o.ctx, o.manager, ben.ID, carol.ID, from, until)
		if err != nil {
			t.Fatal(err)
		}
		for name, found := range map[string][]Covered{"tried": tried, "done": done} {
			if len(found) != 3 {
				t.Fatalf("%s: %d cases: %+v", name, len(found), found)
			}
			for _, c := range found {
				if refused := c.Refusal != ""; refused != (c.ID == conflicted.ID) || c.HandlerName != "Ben Shaw" {
					t.Errorf("%s: case %d of %s: %q", name, c.ID, c.HandlerName, c.Refusal)
				}
				kinds := map[casework.DutyKind]int{}
				for _, d := range c.Due {
					kinds[d.Kind]++
					if d.Due.After(until) {
						t.Errorf("%s: case %d: %s is due on %s, after the absence", name, c.ID, d.Kind, d.Due)
					}
				}
				if c.ID == plain.ID && (kinds[casework.DutyPromise] != 1 || kinds[casework.DutyAcknowledge] != 1) {
					t.Errorf("%s: case %d owes %v", name, c.ID, kinds)
				}
			}
		}
		c, err := o.Case(o.ctx, o.manager, plain.ID)
		if err != nil || len(c.Current().Covers) != 1 || c.Current().Covers[0].Officer != carol.ID {
			t.Errorf("the stage is covered by %v, %v", c.Current().Covers, err)
		}
		var rows int
		err = o.engine.read.QueryRowContext(o.ctx, `SELECT count(*) FROM duties WHERE cover = $1 AND cover_from = $2 AND cover_until = $3`,
			carol.ID, from.String(), until.String()).Scan(&rows)
		if err != nil || rows < 4 {
			t.Errorf("%d duties are Carol's to look after, %v", rows, err)
		}
		o.clean(t)
	})
}

func TestStage2IsNotCoveredByWhoHadStage1(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		c := answeredCase(o) // by the manager
		o.do(c.ID, casework.AskStage2{On: day0, Handler: ben.ID})
		found, err := o.Cover(o.ctx, o.manager, ben.ID, o.manager.ID, day0, day0.AddDays(5))
		if err != nil || len(found) != 1 || found[0].Refusal == "" {
			t.Errorf("%+v, %v", found, err)
		}
	})
}

func TestWhoMayNotCoverIsRefusedAtOnce(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, desk := o.officer("Ben Shaw", casework.Investigator), o.officer("Priya Nair", casework.FrontDesk)
		_, err := o.TryCover(o.ctx, desk, ben.ID, o.manager.ID, day0, day0)
		refused(t, err, "not-yours")
		found, err := o.Cover(o.ctx, o.manager, ben.ID, o.manager.ID, day0, day0)
		if err != nil || len(found) != 0 {
			t.Errorf("nothing to cover: %+v, %v", found, err)
		}
	})
}
