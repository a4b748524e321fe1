package register

import (
	"path/filepath"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

// TestWhateverIsDoneTwiceLeavesTheRegisterSound does each thing that history
// keeps more than once, since what holds after one entry may not after the next.
func TestWhateverIsDoneTwiceLeavesTheRegisterSound(t *testing.T) {
	must := func(t *testing.T, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, deed := range []struct {
		name string
		do   func(t *testing.T, o *office)
	}{
		{"an officer's password is changed", func(t *testing.T, o *office) {
			ben := o.officer("Ben Shaw", casework.Investigator)
			for _, password := range []string{"a long password", "another long password", "a third long password"} {
				var err error
				ben, err = o.SaveOfficer(o.ctx, o.manager, ben, password)
				must(t, err)
			}
		}},
		{"a sign-in is locked", func(t *testing.T, o *office) {
			ben := o.officer("Ben Shaw", casework.Investigator)
			_, err := o.SaveOfficer(o.ctx, o.manager, ben, "a long password")
			must(t, err)
			for day := range 2 {
				o.clock.set(day0.AddDays(day))
				for range mostWrong {
					_, err := o.SignIn(o.ctx, "ben", "wrong")
					refused(t, err, "sign-in")
				}
			}
		}},
		{"an office is renamed", func(t *testing.T, o *office) {
			offices, err := o.Offices(o.ctx, o.manager)
			must(t, err)
			for _, name := range []string{"North", "South", "North"} {
				offices[0].Name = name
				_, err := o.SaveOffice(o.ctx, o.manager, offices[0])
				must(t, err)
			}
		}},
		{"settings are saved", func(t *testing.T, o *office) {
			s, err := o.Settings(o.ctx, o.manager)
			must(t, err)
			for _, homes := range []int{100, 0, 100, 100} {
				s.Homes = homes
				s, err = o.SaveSettings(o.ctx, o.manager, s)
				must(t, err)
			}
		}},
		{"residents and homes leave the list and come back", func(t *testing.T, o *office) {
			ann, bob := housed1("P1", "Ann Lee", "H1", "1 Elm St"), housed1("P2", "Bob Ray", "H2", "2 Elm St")
			for range 2 {
				o.load(lines(ann, bob))
				o.load(lines(bob))
			}
		}},
		{"two things are erased and one is given again", func(t *testing.T, o *office) {
			c := answeredCase(o)
			c = o.do(c.ID, casework.Close{On: day0})
			for _, field := range []string{"resident.name", "story"} {
				_, err := o.EraseValue(o.ctx, o.manager, c.ID, 0, field, "Kept long enough")
				must(t, err)
			}
			c = o.do(c.ID, casework.AskStage2{On: day0})
			for _, name := range []string{"Ann Patel", "Ann Shah"} {
				c.Resident.Name = name
				o.do(c.ID, casework.ChangeContact{Resident: c.Resident, Home: c.Home, Contact: c.Contact})
			}
		}},
		{"a remedy, a sum and a point are taken back and put again", func(t *testing.T, o *office) {
			c := o.record(o.walkIn("Ann Patel"))
			for range 2 {
				c = o.do(c.ID, casework.AddRemedy{Kind: "apology", Text: "We apologise"})
				c = o.do(c.ID, casework.DropRemedy{Remedy: c.Remedies[0].ID})
				c = o.do(c.ID, casework.OfferRedress{Input: redress.Judge("delay", "service-failure", 5000, "First band")})
				c = o.do(c.ID, casework.DropRedress{Line: c.Redress[0].ID})
				c = o.do(c.ID, casework.Describe{Points: []casework.PointText{{ID: 1, Text: "The ceiling leaks"}, {Text: "Nobody came"}}, Subject: "repairs"})
				c = o.do(c.ID, casework.Describe{Points: []casework.PointText{{ID: 1, Text: "The ceiling leaks"}}, Subject: "repairs"})
			}
		}},
		{"cases are linked, protected and opened again", func(t *testing.T, o *office) {
			a, b := o.record(o.walkIn("Ann Patel")), o.record(o.walkIn("Ann Patel"))
			for range 2 {
				o.link(o.manager, a.ID, b.ID, casework.Related)
				for range 2 {
					o.protect(o.manager, a.ID, true, o.manager.ID)
					o.protect(o.manager, a.ID, false)
				}
				_, err := o.Unlink(o.ctx, o.manager, b.ID, a.ID, "Not the same leak")
				must(t, err)
			}
		}},
		{"acts are taken back and done again", func(t *testing.T, o *office) {
			c := o.record(o.walkIn("Ann Patel"))
			for range 2 {
				o.do(c.ID, casework.AddNote{Text: "Rang the surveyor"})
				_, err := o.Undo(o.ctx, o.manager, c.ID, 0)
				must(t, err)
			}
		}},
		{"an absence is covered again", func(t *testing.T, o *office) {
			ben, carol := o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.Investigator)
			o.do(o.record(o.walkIn("Ann Patel")).ID, casework.Assign{To: ben.ID})
			for range 2 {
				_, err := o.Cover(o.ctx, o.manager, ben.ID, carol.ID, day0, day0.AddDays(7))
				must(t, err)
			}
		}},
		{"one letter's bytes are kept for two cases", func(t *testing.T, o *office) {
			for range 2 {
				c := o.record(o.walkIn("Ann Patel"))
				for range 2 {
					_, err := o.KeepLetter(o.ctx, o.manager, c.ID, 0, []byte("%PDF-1.4 the same"), casework.MakeLetter{Kind: casework.Receipt, Dated: day0, Pages: 1})
					must(t, err)
				}
			}
		}},
	} {
		t.Run(deed.name, func(t *testing.T) {
			forEachEngine(t, func(t *testing.T, o *office) {
				deed.do(t, o)
				o.clean(t)
				_, err := o.Backup(o.ctx, filepath.Join(t.TempDir(), "copy.db"), nil)
				must(t, err)
			})
		})
	}
}

// answeredCase is a complaint that was acknowledged and answered on its day.
func answeredCase(o *office) casework.Case {
	o.t.Helper()
	c := o.record(o.walkIn("Ann Patel"))
	o.do(c.ID, casework.SentElsewhere{Kind: casework.Acknowledgement, On: day0, How: casework.Posted, To: "Ann Patel"})
	o.do(c.ID, casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "We were late."})
	return o.do(c.ID, casework.SentElsewhere{Kind: casework.Response, On: day0, How: casework.Posted, To: "Ann Patel"})
}
