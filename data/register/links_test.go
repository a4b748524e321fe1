package register

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/data/casework"
)

// link joins two cases, or fails the test.
func (o *office) link(by casework.Officer, one, other int64, kind casework.LinkKind) {
	o.t.Helper()
	if _, err := o.Link(o.ctx, by, one, other, kind); err != nil {
		o.t.Fatalf("linking %d to %d: %v", one, other, err)
	}
}

// linksOf are the links of a case as an officer reads them: "became 2".
func (o *office) linksOf(by casework.Officer, id int64) string {
	o.t.Helper()
	c, err := o.Case(o.ctx, by, id)
	if err != nil {
		o.t.Fatal(err)
	}
	var all []string
	for _, l := range c.Links {
		all = append(all, fmt.Sprintf("%s %d", l.Kind, l.Case))
	}
	return strings.Join(all, ", ")
}

// kept are the links that a case's body has, whoever may read them.
func (o *office) kept(id int64) string {
	o.t.Helper()
	var all []string
	err := o.reading(o.ctx, func(w *work) error {
		c, err := w.anyCase(id)
		for _, l := range c.Links {
			all = append(all, fmt.Sprintf("%s %d", l.Kind, l.Case))
		}
		return err
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return strings.Join(all, ", ")
}

// protect makes a case confidential as a manager named on it would.
func (o *office) protect(by casework.Officer, id int64, confidential bool, access ...int64) {
	o.t.Helper()
	_, err := o.Do(o.ctx, by, id, 0, casework.Protect{Confidential: confidential, Access: access, Why: "A relation works here"})
	if err != nil {
		o.t.Fatal(err)
	}
}

func TestWhatComesFromACaseIsLinkedAtBothEnds(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		for kind, opposite := range map[casework.LinkKind]casework.LinkKind{
			casework.CameFrom: casework.Became, casework.RaisedIn: casework.NewMatters, casework.Repeat: casework.RepeatedBy,
		} {
			act := o.walkIn("Ann Patel")
			act.Answer = casework.ServiceOnly
			request := o.record(act)
			act.Answer, act.Draft = casework.Complain, "draft "+string(kind)
			out, err := o.RecordLinked(o.ctx, o.manager, act, request.ID, kind)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := o.linksOf(o.manager, out.Case.ID), fmt.Sprintf("%s %d", kind, request.ID); got != want {
				t.Errorf("the new case has %q, want %q", got, want)
			}
			if got, want := o.linksOf(o.manager, request.ID), fmt.Sprintf("%s %d", opposite, out.Case.ID); got != want {
				t.Errorf("the earlier record has %q, want %q", got, want)
			}
			again, err := o.RecordLinked(o.ctx, o.manager, act, request.ID, kind)
			if err != nil || again.Case.ID != out.Case.ID || len(again.Case.Links) != 1 {
				t.Errorf("the draft sent twice gives case %d with %v, %v", again.Case.ID, again.Case.Links, err)
			}
		}
		before, err := o.Count(o.ctx, o.manager, View{})
		if err != nil {
			t.Fatal(err)
		}
		_, err = o.RecordLinked(o.ctx, o.manager, o.walkIn("Ann Patel"), 1, "cousin of")
		refused(t, err, "no-kind")
		if _, err := o.RecordLinked(o.ctx, o.manager, o.walkIn("Ann Patel"), 999, casework.CameFrom); !errors.Is(err, ErrNotFound) {
			t.Errorf("from no case: %v", err)
		}
		if after, err := o.Count(o.ctx, o.manager, View{}); err != nil || after != before {
			t.Errorf("%d cases became %d, %v", before, after, err)
		}
		o.clean(t)
	})
}

func TestALinkIsMadeAndTakenAwayAtBothEnds(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		a, b := o.record(o.walkIn("Ann Patel")), o.record(o.walkIn("Ann Patel"))
		for range 2 {
			o.link(o.manager, b.ID, a.ID, casework.Repeat)
			if one, other := o.linksOf(o.manager, b.ID), o.linksOf(o.manager, a.ID); one != "happened again after 1" || other != "happened again as 2" {
				t.Errorf("%q and %q", one, other)
			}
			_, err := o.Link(o.ctx, o.manager, a.ID, b.ID, casework.Related)
			refused(t, err, "linked")
			_, err = o.Unlink(o.ctx, o.manager, a.ID, b.ID, " ")
			refused(t, err, "no-reason")
			if _, err = o.Unlink(o.ctx, o.manager, a.ID, b.ID, "Another leak"); err != nil {
				t.Fatal(err)
			}
			if left := o.kept(a.ID) + o.kept(b.ID); left != "" {
				t.Errorf("%q is left", left)
			}
			_, err = o.Unlink(o.ctx, o.manager, a.ID, b.ID, "Another leak")
			refused(t, err, "no-link")
		}
		_, err := o.Link(o.ctx, o.manager, a.ID, a.ID, casework.Related)
		refused(t, err, "itself")
		for _, act := range []casework.Act{casework.LinkTo{Case: b.ID, Reference: b.Reference, Kind: casework.Related},
			casework.Unlink{Link: 1}, casework.TakeBack{}, casework.SamePerson{}, o.walkIn("Ann Patel")} {
			if _, err := o.Do(o.ctx, o.manager, a.ID, 0, act); err == nil || !strings.Contains(err.Error(), "use the verb") {
				t.Errorf("%s is done by itself: %v", act.Name(), err)
			}
		}
		o.clean(t)
	})
}

func TestACaseThatOthersSeeNeverNamesAConfidentialOne(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		carol := o.officer("Carol Dean", casework.Investigator)
		open, hidden := o.record(o.walkIn("Ann Patel")), o.record(o.walkIn("Ann Patel"))
		o.link(o.manager, open.ID, hidden.ID, casework.Related)
		o.protect(o.manager, hidden.ID, true, o.manager.ID)
		if got := o.kept(open.ID); got != "" {
			t.Errorf("made confidential, the open case still names it: %q", got)
		}
		if got := o.linksOf(o.manager, hidden.ID); got != "related 1" {
			t.Errorf("the confidential case names %q", got)
		}
		o.tellsNothing(carol, open.ID, hidden.Reference)

		o.protect(o.manager, hidden.ID, false)
		if got := o.linksOf(carol, open.ID); got != "related 2" {
			t.Errorf("open again, it is named as %q", got)
		}
		third := o.record(o.walkIn("Ann Patel"))
		o.protect(o.manager, third.ID, true, o.manager.ID)
		o.link(o.manager, open.ID, third.ID, casework.Repeat)
		if one, other := o.kept(open.ID), o.kept(third.ID); one != "related 2" || other != "happened again as 1" {
			t.Errorf("the open case has %q, the confidential one %q", one, other)
		}
		o.tellsNothing(carol, open.ID, third.Reference)

		dan := o.officer("Dan Okafor", casework.Manager)
		fourth := o.record(o.walkIn("Ann Patel"))
		o.protect(o.manager, fourth.ID, true, o.manager.ID, dan.ID)
		_, err := o.Link(o.ctx, o.manager, third.ID, fourth.ID, casework.Related)
		if err != nil {
			t.Fatal(err)
		}
		if one, other := o.kept(third.ID), o.kept(fourth.ID); !strings.Contains(one, "related 4") || other != "" {
			t.Errorf("the case that fewer see has %q, the other %q", one, other)
		}
		o.clean(t)
	})
}

// tellsNothing expects that an officer's reads of a case have no word of a
// reference.
func (o *office) tellsNothing(by casework.Officer, id int64, reference casework.Reference) {
	o.t.Helper()
	entries, err := o.History(o.ctx, by, id)
	if err != nil {
		o.t.Fatal(err)
	}
	c, err := o.Case(o.ctx, by, id)
	if err != nil {
		o.t.Fatal(err)
	}
	out, err := o.Do(o.ctx, by, id, 0, casework.AddNote{Text: "Looked in"})
	if err != nil {
		o.t.Fatal(err)
	}
	_, late := o.Do(o.ctx, by, id, 1, casework.AddNote{Text: "Looked in"})
	var conflict *Conflict
	if !errors.As(late, &conflict) {
		o.t.Fatalf("%v, want a conflict", late)
	}
	if said := fmt.Sprint(entries, c, out, conflict.Fields); strings.Contains(said, string(reference)) {
		o.t.Errorf("%s can be read from case %d: %s", reference, id, said)
	}
}

func TestTwoCasesThatNobodySeesBothOfAreNotLinked(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.Investigator)
		a, b := o.record(o.walkIn("Ann Patel")), o.record(o.walkIn("Ann Patel"))
		o.protect(o.manager, a.ID, true, o.manager.ID, ben.ID)
		o.protect(o.manager, b.ID, true, o.manager.ID, carol.ID)
		_, err := o.Link(o.ctx, o.manager, a.ID, b.ID, casework.Related)
		refused(t, err, "confidential")
		if _, err := o.Link(o.ctx, ben, a.ID, b.ID, casework.Related); !errors.Is(err, ErrNotFound) {
			t.Errorf("Ben links a case that he does not see: %v", err)
		}
	})
}

func TestWhatComesFromAConfidentialCaseIsConfidential(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.Investigator)
		request := o.record(o.walkIn("Ann Patel"))
		o.protect(o.manager, request.ID, true, o.manager.ID, ben.ID)
		act := o.walkIn("Ann Patel")
		act.Handler = carol.ID
		_, err := o.RecordLinked(o.ctx, ben, act, request.ID, casework.RaisedIn)
		refused(t, err, "not-theirs")
		act.Handler = ben.ID
		out, err := o.RecordLinked(o.ctx, ben, act, request.ID, casework.RaisedIn)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := o.Case(o.ctx, carol, out.Case.ID); !errors.Is(err, ErrNotFound) {
			t.Errorf("Carol reads what came from a case that she may not see: %v", err)
		}
		if !slices.Equal(out.Case.Access, []int64{o.manager.ID, ben.ID}) {
			t.Errorf("%v see it", out.Case.Access)
		}
		if one, other := o.linksOf(ben, out.Case.ID), o.linksOf(ben, request.ID); one != "raised in 1" || other != "new matters 2" {
			t.Errorf("%q and %q", one, other)
		}
		o.clean(t)
	})
}

// TestNoCaseNamesOneThatItsReadersMayNotSee tries every protection of two
// linked cases, one after the other and back.
func TestNoCaseNamesOneThatItsReadersMayNotSee(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.Investigator)
		a, b := o.record(o.walkIn("Ann Patel")), o.record(o.walkIn("Ann Patel"))
		o.link(o.manager, a.ID, b.ID, casework.Related)
		ways := []casework.Protect{{}, {Confidential: true, Access: []int64{o.manager.ID}},
			{Confidential: true, Access: []int64{o.manager.ID, ben.ID}}, {Confidential: true, Access: []int64{o.manager.ID, carol.ID}},
			{Barred: []int64{ben.ID}}, {Barred: []int64{carol.ID}}}
		everybody := []casework.Officer{o.manager, ben, carol}
		for _, first := range ways {
			for _, second := range ways {
				first.Why, second.Why = "A relation", "A relation"
				for id, act := range map[int64]casework.Protect{a.ID: first, b.ID: second} {
					if _, err := o.Do(o.ctx, o.manager, id, 0, act); err != nil {
						t.Fatal(err)
					}
				}
				for _, by := range everybody {
					for _, pair := range [][2]int64{{a.ID, b.ID}, {b.ID, a.ID}} {
						_, there := o.Case(o.ctx, by, pair[0])
						_, other := o.Case(o.ctx, by, pair[1])
						if there == nil && other != nil && o.kept(pair[0]) != "" {
							t.Errorf("%+v and %+v: case %d names %d, which %s may not see", first, second, pair[0], pair[1], by.Name)
						}
					}
				}
			}
		}
		for _, id := range []int64{a.ID, b.ID} {
			if _, err := o.Do(o.ctx, o.manager, id, 0, casework.Protect{Why: "Over"}); err != nil {
				t.Fatal(err)
			}
		}
		o.clean(t)
	})
}
