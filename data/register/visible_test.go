package register

import (
	"errors"
	"slices"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

// hide makes a case confidential in the office's file, with access for some.
func (o *office) hide(id int64, access ...int64) {
	o.t.Helper()
	o.alter(id, func(c *casework.Case) { c.Confidential, c.Access = true, access })
}

// owing has a case owe a sum and have paid another, in the office's file.
func (o *office) owing(id int64) {
	o.t.Helper()
	o.alter(id, func(c *casework.Case) {
		c.Redress = redress.Ledger{{ID: 1, Head: redress.Inconvenience, Stage: 1, Sum: 7500}, {ID: 2, Head: redress.FinancialLoss, Stage: 1, Sum: 2000}}
		c.Offers = []casework.Offer{{ID: 1, Stage: 1, Lines: []int{1, 2}, Sum: 9500, Whole: 9500, Told: day0, Replied: day0, Answer: casework.AcceptedAll, Accepted: []int{1, 2}}}
		c.Payments = []casework.Payment{{ID: 1, Sum: 7500, On: day0, Shares: []casework.Share{{ID: 1, Sum: 7500}}}}
	})
}

// alter changes a case in the office's file, whatever any act allows.
func (o *office) alter(id int64, change func(c *casework.Case)) {
	o.t.Helper()
	err := o.writing(o.ctx, func(w *work) error {
		h, err := w.take(caseSubject(id))
		if err != nil {
			return err
		}
		var values arguments
		before, err := w.readCase(bodyOf+`c.case_id = `+values.add(id), values)
		if err != nil {
			return err
		}
		after := before
		change(&after)
		after.Version, err = w.append(h, event{subject: caseSubject(id), act: "alter", by: o.manager.ID,
			happened: o.clock.Today(), changes: casework.Diff(before, after)})
		if err != nil {
			return err
		}
		return w.updateCase(before, after)
	})
	if err != nil {
		o.t.Fatal(err)
	}
}

// found says by which reads an officer comes upon a case.
func (o *office) found(by casework.Officer, c casework.Case) map[string]bool {
	o.t.Helper()
	found := map[string]bool{}
	_, err := o.Case(o.ctx, by, c.ID)
	found["Case"] = o.isFound(err)
	_, err = o.CaseByReference(o.ctx, by, c.Reference)
	found["CaseByReference"] = o.isFound(err)
	_, err = o.History(o.ctx, by, c.ID)
	found["History"] = o.isFound(err)
	_, err = o.Do(o.ctx, by, c.ID, 0, casework.AddNote{Text: "Looked in"})
	found["Do"] = o.isFound(err)

	search, err := o.Search(o.ctx, by, "secretname", 10)
	found["Search"] = o.isFound(err) && len(search.Rows) > 0
	page, err := o.Cases(o.ctx, by, View{}, Cursor{}, 10)
	found["Cases"] = o.isFound(err) && len(page.Rows) > 0
	n, err := o.Count(o.ctx, by, View{})
	found["Count"] = o.isFound(err) && n > 0
	today, err := o.Today(o.ctx, by, o.clock.Today().AddDays(60), Everybody)
	found["Today"] = o.isFound(err) && today.Overdue.Total+len(today.Overdue.Rows)+today.Unassigned.Total > 0
	matches, err := o.Matches(o.ctx, by, c.ResidentID, c.HomeID, c.Home.Block, 10)
	found["Matches"] = o.isFound(err) && len(matches) > 0
	alike, err := o.Alike(o.ctx, by, Likeness{ResidentID: c.ResidentID, HomeID: c.HomeID, Block: c.Home.Block, Name: c.Resident.Name}, 10)
	found["Alike"] = o.isFound(err) && len(alike) > 0
	owed, err := o.Owed(o.ctx, by)
	found["Owed"] = o.isFound(err) && len(owed) > 0
	payments, err := o.Payments(o.ctx, by, c.Received, c.Received)
	found["Payments"] = o.isFound(err) && len(payments) > 0
	month, err := o.Month(o.ctx, by, Everybody, c.Received, c.Received.AddDays(30))
	found["Month"] = o.isFound(err) && slices.ContainsFunc(month, func(d DayLoad) bool { return d.Total > 0 })
	if casework.MayDo(by, casework.ChangeSettings) == nil {
		change, err := o.TryHolidays(o.ctx, by, holidaySets[0])
		found["TryHolidays"] = o.isFound(err) && change.Cases+len(change.Moved)+len(change.Promised) > 0
	}
	if casework.MayDo(by, casework.SeeFigures) == nil {
		declined, err := o.Declined(o.ctx, by, c.Received, c.Received)
		found["Declined"] = o.isFound(err) && len(declined) > 0
		facts, err := o.Facts(o.ctx, by, c.Received, c.Received)
		found["Facts"] = o.isFound(err) && len(facts.Facts) > 0
	}
	return found
}

func (o *office) isFound(err error) bool {
	o.t.Helper()
	var refusal *casework.Refusal
	if err != nil && !errors.Is(err, ErrNotFound) && !errors.As(err, &refusal) {
		o.t.Fatal(err)
	}
	return err == nil
}

func TestWhatAnOfficerMayNotSeeIsAbsentFromEveryRead(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		second, err := o.SaveOffice(o.ctx, o.manager, casework.Office{Name: "Brook Street"})
		if err != nil {
			t.Fatal(err)
		}
		ben, carol := o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.Investigator)
		reader := o.officer("Dilip Rao", casework.BoardReader)
		away := o.officer("Erin Moss", casework.Investigator)
		away.Office = second.ID
		if away, err = o.SaveOfficer(o.ctx, o.manager, away, ""); err != nil {
			t.Fatal(err)
		}
		act := o.walkIn("Secretname")
		act.ResidentID, act.HomeID, act.Home.Block = 7, 8, "Elm Court"
		c := o.record(act)
		o.owing(c.ID)

		for name, seen := range o.found(ben, c) {
			if !seen {
				t.Errorf("before it is confidential, %s does not find the case", name)
			}
		}
		for name, seen := range o.found(away, c) {
			if seen {
				t.Errorf("an officer of another office finds the case by %s", name)
			}
		}
		for name, seen := range o.found(reader, c) {
			if seen != (name == "Facts" || name == "Declined") {
				t.Errorf("a board reader finds the case by %s: %v", name, seen)
			}
		}
		o.hide(c.ID, ben.ID)
		for name, seen := range o.found(ben, c) {
			if !seen {
				t.Errorf("named on the confidential case, Ben does not find it by %s", name)
			}
		}
		for _, other := range []casework.Officer{carol, away, reader, o.manager} {
			for name, seen := range o.found(other, c) {
				if seen {
					t.Errorf("%s finds the confidential case by %s", other.Name, name)
				}
			}
		}
	})
}

func TestWhoIsBarredFindsTheCaseByNoRead(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.Investigator)
		act := o.walkIn("Secretname")
		act.ResidentID, act.HomeID, act.Home.Block = 7, 8, "Elm Court"
		c := o.record(act)
		o.owing(c.ID)
		for _, confidential := range []bool{false, true} {
			o.alter(c.ID, func(c *casework.Case) {
				c.Confidential, c.Access, c.Barred = confidential, []int64{ben.ID, carol.ID}, []int64{ben.ID}
			})
			for name, seen := range o.found(ben, c) {
				if seen {
					t.Errorf("confidential %v: the officer whom it is about finds it by %s", confidential, name)
				}
			}
			for name, seen := range o.found(carol, c) {
				if !seen {
					t.Errorf("confidential %v: a colleague does not find it by %s", confidential, name)
				}
			}
		}
		o.wellKept()
	})
}

func TestABarHoldsFromTheActThatMakesItToTheActThatLiftsIt(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		act := o.walkIn("Secretname")
		act.ResidentID, act.HomeID, act.Home.Block = 7, 8, "Elm Court"
		c := o.record(act)
		o.owing(c.ID)
		bar := func(id int64, barred ...int64) { o.alter(id, func(c *casework.Case) { c.Barred = barred }) }
		expect := func(when string, want bool) {
			t.Helper()
			for name, seen := range o.found(ben, c) {
				if seen != want {
					t.Errorf("%s, %s finds the case: %v", when, name, seen)
				}
			}
		}
		expect("barred from nothing", true)
		other := o.record(act)
		bar(other.ID, ben.ID)
		expect("barred from another case", true)
		bar(c.ID, ben.ID)
		expect("barred from both", false)
		bar(c.ID)
		expect("barred from another case again", true)
		o.wellKept()
	})
}

// wellKept expects that Check finds nothing but protections that no act makes.
func (o *office) wellKept() {
	o.t.Helper()
	report, err := o.Check(o.ctx, nil)
	if err != nil {
		o.t.Fatal(err)
	}
	for _, p := range report.Problems {
		if p.Kind != "case" {
			o.t.Errorf("%s (%d): %s", p.Kind, p.Count, p.First)
		}
	}
}

// TestSQLAndCaseworkAgreeOnWhoSeesACase holds the condition in SQL against
// casework.Visible, for every officer and cases protected in every way, by
// every table that has rows of a case.
func TestSQLAndCaseworkAgreeOnWhoSeesACase(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		second, err := o.SaveOffice(o.ctx, o.manager, casework.Office{Name: "Brook Street"})
		if err != nil {
			t.Fatal(err)
		}
		ben := o.officer("Ben Shaw", casework.FrontDesk)
		people := [][]int64{nil, {ben.ID}, {o.manager.ID}, {o.manager.ID, ben.ID}}
		cases := map[int64]casework.Case{}
		for i := range 2 * 2 * len(people) * len(people) {
			protected := func(c *casework.Case) {
				c.Office = []int64{o.manager.Office, second.ID}[i%2]
				c.Confidential = i/2%2 == 1
				c.Access, c.Barred = people[i/4%len(people)], people[i/4/len(people)]
				c.Redress = redress.Ledger{{ID: 1, Head: redress.Inconvenience, Sum: 7500}}
				c.Payments = []casework.Payment{{ID: 1, Sum: 7500, On: day0, Shares: []casework.Share{{ID: 1, Sum: 7500}}}}
			}
			c := o.record(o.walkIn("Ann Patel"))
			o.alter(c.ID, protected)
			protected(&c)
			cases[c.ID] = c
		}
		seen := 0
		for _, by := range everyOfficer(o.manager.Office, second.ID, ben.ID, o.manager.ID, 99) {
			for _, table := range []string{"cases", "stages", "duties", "lines", "payments"} {
				got := o.seenIn(table, by)
				for id, c := range cases {
					if got[id] != casework.Visible(by, c) {
						t.Fatalf("%s, confidential %v, access %v, barred %v: %+v sees it in %s: SQL %v, casework %v",
							c.Reference, c.Confidential, c.Access, c.Barred, by, table, got[id], casework.Visible(by, c))
					}
				}
				seen += len(got)
			}
		}
		if seen == 0 {
			t.Error("nobody sees anything; the test compares nothing")
		}
		o.wellKept()
	})
}

// everyOfficer is an officer of every role, with one office or all, for each
// of some offices and officers' numbers.
func everyOfficer(first, second int64, ids ...int64) []casework.Officer {
	var all []casework.Officer
	for _, role := range casework.Roles() {
		for _, everywhere := range []bool{false, true} {
			for _, office := range []int64{first, second} {
				for _, id := range ids {
					all = append(all, casework.Officer{ID: id, Role: role, Office: office, AllOffices: everywhere})
				}
			}
		}
	}
	return all
}

// seenIn are the cases of which an officer sees rows in a table.
func (o *office) seenIn(table string, by casework.Officer) map[int64]bool {
	o.t.Helper()
	seen := map[int64]bool{}
	err := o.reading(o.ctx, func(w *work) error {
		var values arguments
		ids, err := w.ids(`SELECT DISTINCT c.case_id FROM `+table+` c WHERE `+visible(by, "c", &values), values)
		for _, id := range ids {
			seen[id] = true
		}
		return err
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return seen
}

func TestAnOfficerWhoLeftSeesNothingFromThatMoment(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		ben := o.officer("Ben Shaw", casework.Investigator)
		gone := ben
		gone.Left = true
		if _, err := o.SaveOfficer(o.ctx, o.manager, gone, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := o.Case(o.ctx, ben, c.ID); err == nil {
			t.Error("the desk's memory of the officer still opens cases")
		}
		if _, err := o.SignIn(o.ctx, "ben", ""); err == nil {
			t.Error("an officer who left signs in")
		}
	})
}
