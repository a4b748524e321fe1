package cases

import (
	"strings"
	"testing"

	"casebook/data/casework"
)

func (o *office) propose(m *Model, to casework.Officer) []Proposal {
	o.t.Helper()
	all, err := m.Proposing(0, to.ID)(background)
	if err != nil {
		o.t.Fatal(err)
	}
	return all
}

func (o *office) give(m *Model, to casework.Officer, proposals []Proposal) Assigned {
	o.t.Helper()
	out, err := m.Assigning(to.ID, proposals)(background, func(int) {})
	if err != nil {
		o.t.Fatal(err)
	}
	return out
}

func (o *office) handlerOf(c casework.Case) int64 {
	o.t.Helper()
	now, err := o.Case(background, o.helen, c.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	return now.Current().Handler
}

func TestThePreviewNamesWhoGetsWhatAndEveryRefusalAndChangesNothing(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	m := o.list(o.helen, AllOpen)
	m.Select([]int64{all["Hannah Voss"].ID, all["Leon Brackley"].ID, all["Nasreen Akhtar"].ID, all["Joan Pickard"].ID})
	byName := map[string]Proposal{}
	for _, p := range o.propose(m, o.sam) {
		byName[p.Row.Resident] = p
	}
	if p := byName["Hannah Voss"]; p.Refused != "" || p.From != "nobody" {
		t.Errorf("Hannah's: %+v", p)
	}
	if p := byName["Leon Brackley"]; p.Refused != "Has it already" {
		t.Errorf("Leon's: %+v", p)
	}
	if p := byName["Nasreen Akhtar"]; !strings.Contains(p.Refused, "6.13") || p.From != "R. Castell" {
		t.Errorf("Sam answered Nasreen's stage 1: %+v", p)
	}
	if p := byName["Joan Pickard"]; p.Refused != "" || p.From != "nobody" {
		t.Errorf("Joan's service request can be given like a stage: %+v", p)
	}
	if o.handlerOf(all["Hannah Voss"]) != 0 {
		t.Error("looking has given the case away")
	}
}

func TestAssigningGivesWhatMayBeGivenAndNamesTheRest(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	m := o.list(o.helen, AllOpen)
	m.Select([]int64{all["Hannah Voss"].ID, all["Oliver Finch"].ID, all["Nasreen Akhtar"].ID})
	out := o.give(m, o.sam, o.propose(m, o.sam))
	if o.handlerOf(all["Hannah Voss"]) != o.sam.ID || o.handlerOf(all["Oliver Finch"]) != o.sam.ID || o.handlerOf(all["Nasreen Akhtar"]) != o.ros.ID {
		t.Error("the cases did not go where they should")
	}
	if got := out.Sentence(); got != "2 cases given to S. Pryce. Not given: "+string(all["Nasreen Akhtar"].Reference)+"." {
		t.Errorf("it says %q", got)
	}
}

func TestACaseChangedMeanwhileIsRefusedAndNamed(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	m := o.list(o.helen, AllOpen)
	m.Select([]int64{all["Hannah Voss"].ID, all["Oliver Finch"].ID})
	proposals := o.propose(m, o.sam)
	o.do(o.dan, all["Hannah Voss"], "2026-11-13", casework.AddNote{Text: "Rang her."})
	out := o.give(m, o.sam, proposals)
	if len(out.Done) != 1 || len(out.Refused) != 1 || !strings.Contains(out.Refused[0].Refused, "Dan Okafor") {
		t.Errorf("done %d, refused %+v", len(out.Done), out.Refused)
	}
	if o.handlerOf(all["Hannah Voss"]) != 0 {
		t.Error("the case was given away over somebody's change")
	}
}

func TestUndoGivesBackWhatHadAnOfficerAndLeavesWhatChangedSince(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	m := o.list(o.helen, AllOpen)
	m.Select([]int64{all["Aneta Kowalska"].ID, all["Oliver Finch"].ID})
	out := o.give(m, o.sam, o.propose(m, o.sam))
	if !out.CanUndo() {
		t.Fatal("both had an officer before")
	}
	if n, err := m.Undoing(out)(background); err != nil || n != 2 {
		t.Fatalf("%d given back, %v", n, err)
	}
	if o.handlerOf(all["Aneta Kowalska"]) != o.dan.ID || o.handlerOf(all["Oliver Finch"]) != o.priya.ID {
		t.Error("the cases are not back where they were")
	}
	if _, err := m.Undoing(out)(background); err == nil {
		t.Error("undoing twice went over what changed since")
	}
	m.Select([]int64{all["Hannah Voss"].ID})
	if o.give(m, o.sam, o.propose(m, o.sam)).CanUndo() {
		t.Error("a case that nobody had cannot be given back")
	}
}

func TestTheFrontDeskMayNotAssignAndIsToldWhoMay(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	m := o.list(o.priya, AllOpen)
	if err := m.MayAssign(); err == nil || !strings.Contains(err.Error(), "investigating officer") {
		t.Errorf("the front desk is told %v", err)
	}
	m.Select([]int64{all["Hannah Voss"].ID})
	if out := o.give(m, o.sam, o.propose(m, o.sam)); len(out.Done) != 0 {
		t.Error("the front desk gave a case away all the same")
	}
}

func TestOnlyOfficersWhoMayHaveCasesAreOffered(t *testing.T) {
	o := newOffice(t)
	gone := o.officer("Ivo Lane", casework.Investigator)
	gone.Left = true
	if _, err := o.SaveOfficer(background, o.helen, gone, ""); err != nil {
		t.Fatal(err)
	}
	o.officer("Dilip Rao", casework.BoardReader)
	var offered []string
	for _, h := range o.list(o.helen, AllOpen).Handlers() {
		offered = append(offered, h.Name)
	}
	if got := strings.Join(offered, ", "); got != "Helen Marsh, Dan Okafor, Ros Castell, Sam Pryce, Priya Nair" {
		t.Errorf("offered are %s", got)
	}
}
