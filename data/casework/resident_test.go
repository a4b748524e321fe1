package casework

import (
	"slices"
	"strings"
	"testing"
)

func TestTheResidentMoves(t *testing.T) {
	c, m := given(t)
	c.Home.Area, c.HomeID = "Chaddesden", 7
	next := Home{Lines: []string{"2 Ash Street", "Derby"}, Postcode: "DE1 1AA", Tenure: Leasehold, Area: "City"}
	refusedAll(t, c, m,
		no{Moved{On: m.Today}, "no-home", "home"},
		no{Moved{Home: next}, "no-day", "on"},
		no{Moved{On: day("2026-11-17"), Home: next}, "future", "on"},
	)
	old := c.Home
	c = must(t, c, Moved{On: m.Today, Home: next, HomeID: 8}, m)
	if c.Home.Postcode != "DE1 1AA" || c.HomeID != 8 || len(c.Moves) != 1 || c.Moves[0].HomeID != 7 || c.Moves[0].Home.Postcode != old.Postcode {
		t.Errorf("lives at %v, left %v", c.Home, c.Moves)
	}
	c = must(t, c, Moved{On: m.Today, Home: Home{Lines: []string{"3 Elm Road"}}}, m)
	if got := c.Concerns(); got.Postcode != old.Postcode || got.Tenure != Secure {
		t.Errorf("the case stays about the home it was recorded for, not %v", got)
	}
	if f := Facts(c)[0]; f.Area != "Chaddesden" || !f.Measured {
		t.Errorf("it counts where it happened: %s, %v", f.Area, f.Measured)
	}
	refused(t, c, Moved{On: day("2026-11-13"), Home: next}, m, "too-early") // before the last move
}

func TestTheResidentDies(t *testing.T) {
	c, m := given(t)
	c.Contact.Adjustments = []Adjustment{{Kind: LargePrint}}
	c.Representative = Representative{Name: "Joy Bell", Relation: "friend", Authority: "signed form", Lines: []string{"1 Low Lane"}}
	executor := Person{Name: "Tom Adeyemi", Telephones: []string{"07700 900111", "2"}, Email: "tom@example.org"}
	refusedAll(t, c, m,
		no{Died{}, "no-day", "on"},
		no{Died{On: day("2026-11-17")}, "future", "on"},
		no{Died{On: m.Today, Executor: executor}, "no-relation", "relation"},
		no{Died{Mistaken: "The wrong Grace"}, "not-died", ""},
	)
	c = must(t, c, Died{On: day("2026-11-10")}, m) // before the complaint, learnt of now
	if c.Died != day("2026-11-10") || c.Representative.Name != "Joy Bell" || c.Representative.Until != day("2026-11-10") {
		t.Errorf("the authority that the resident gave ends with them: %+v", c.Representative)
	}
	refusedAll(t, c, m,
		no{Died{On: day("2026-11-10")}, "same", "executor"},
		no{Moved{On: m.Today, Home: Home{Lines: []string{"x"}}}, "died", ""},
	)
	c = must(t, c, Died{On: day("2026-11-10"), Executor: executor, Relation: "executor"}, m)
	r := c.Representative
	if r.Name != "Tom Adeyemi" || r.Relation != "executor" || r.Telephone != "07700 900111" || r.Email != "tom@example.org" || !r.WriteToRep ||
		r.Authority != "" || !r.Until.IsZero() || r.Lines != nil {
		t.Errorf("the executor speaks for the estate, once that is shown: %+v", r)
	}
	if !c.Contact.Needs(LargePrint) || c.Resident.Name != "Grace Adeyemi" {
		t.Error("what was agreed about letters stays until it is looked at again")
	}
	c.Representative.Authority, c.Representative.Given = "grant of probate", m.Today
	c = must(t, c, Died{On: day("2026-11-09"), Executor: executor, Relation: "executor"}, m)
	if c.Died != day("2026-11-09") || c.Representative.Authority != "grant of probate" {
		t.Errorf("a corrected day takes nothing from the executor: %+v", c.Representative)
	}
	c = must(t, c, Died{Mistaken: "The wrong Grace Adeyemi"}, m)
	if !c.Died.IsZero() || !strings.Contains(c.Notes[0].Text, "The wrong Grace") {
		t.Errorf("the mistake is taken back and its reason kept: %v", c.Notes)
	}
}

func TestTheResidentChangesTheirName(t *testing.T) {
	c, m := given(t)
	c.Resident.Address, c.Resident.Telephones = "Mrs Adeyemi", []string{"07700 900142"}
	refusedAll(t, c, m,
		no{Renamed{On: m.Today, NewName: " "}, "no-name", "name"},
		no{Renamed{On: m.Today, NewName: "Grace Adeyemi "}, "same", "name"},
		no{Renamed{NewName: "Grace Bell"}, "no-day", "on"},
	)
	out, err := Apply(c, Renamed{On: day("2026-11-01"), NewName: "Grace Bell"}, m)
	if err != nil {
		t.Fatal(err)
	}
	if r := out.Case.Resident; r.Name != "Grace Bell" || r.Address != "" || len(r.Telephones) != 1 {
		t.Errorf("renamed to %+v", r)
	}
	for _, change := range out.Changes {
		if change.Field == "resident.name" && change.Old == "Grace Adeyemi" && change.Personal {
			return
		}
	}
	t.Errorf("the old name stays in history: %v", out.Changes)
}

func TestTwoRecordsOfOnePersonAreJoinedAndParted(t *testing.T) {
	c, m := given(t)
	c.ResidentID = 40
	c.Group = []Member{{ID: 1, ResidentID: 40}, {ID: 2, ResidentID: 60}}
	refusedAll(t, c, m,
		no{SamePerson{Resident: 50}, "no-person", "resident"},
		no{SamePerson{Resident: 50, Was: 50}, "no-person", "resident"},
		no{SamePerson{Resident: 50, Was: 41}, "other-person", ""},
	)
	joined := must(t, c, SamePerson{Resident: 50, Was: 40}, m)
	if joined.ResidentID != 50 || joined.Group[0].ResidentID != 50 || joined.Group[1].ResidentID != 60 || joined.Resident.Name != c.Resident.Name {
		t.Errorf("joined: %d, %v", joined.ResidentID, joined.Group)
	}
	parted := must(t, joined, SamePerson{Resident: 40, Was: 50}, m)
	if parted.ResidentID != 40 || parted.Group[0].ResidentID != 40 {
		t.Errorf("parted: %d, %v", parted.ResidentID, parted.Group)
	}
}

func TestTheHousingSystemsReference(t *testing.T) {
	c, m := given(t)
	refusedAll(t, c, m, no{SetHousingRef{}, "same", "reference"}, no{SetHousingRef{Reference: "A\nB"}, "no-reference", "reference"})
	c = must(t, c, SetHousingRef{Reference: " REP/2231 "}, m)
	if c.HousingRef != "REP/2231" {
		t.Errorf("the reference is %q", c.HousingRef)
	}
	refusedAll(t, c, m, no{SetHousingRef{Reference: "REP/2231"}, "same", "reference"})
	if c = must(t, c, SetHousingRef{}, m); c.HousingRef != "" {
		t.Errorf("taken away, it is %q", c.HousingRef)
	}
}

func TestNotesAreCorrectedNotErased(t *testing.T) {
	c, m := given(t)
	refusedAll(t, c, m, no{AddNote{Text: "\n"}, "no-note", "note"}, no{CorrectNote{Note: 1, Text: "x"}, "no-note", ""})
	c = must(t, c, AddNote{Text: "The visit was on Monday."}, m)
	refusedAll(t, c, m,
		no{CorrectNote{Note: 1}, "no-text", "note"},
		no{CorrectNote{Note: 1, Text: "The visit was on Monday. "}, "same", "note"},
	)
	c = must(t, c, CorrectNote{Note: 1, Text: "The visit was on Tuesday."}, on(t, priya, m.Today))
	refused(t, c, CorrectNote{Note: 1, Text: "On Wednesday."}, m, "corrected")
	c = must(t, c, CorrectNote{Note: 2, Text: "On Wednesday."}, m)
	want := []Note{
		{ID: 1, Text: "The visit was on Monday.", On: m.Today, By: dan.ID},
		{ID: 2, Text: "The visit was on Tuesday.", On: m.Today, By: priya.ID, Corrects: 1},
		{ID: 3, Text: "On Wednesday.", On: m.Today, By: dan.ID, Corrects: 2},
	}
	if !slices.Equal(c.Notes, want) {
		t.Errorf("notes are %+v", c.Notes)
	}
}

func TestConversationsAndEnquiriesAreLogged(t *testing.T) {
	c, m := given(t)
	refusedAll(t, c, m,
		no{LogCall{On: m.Today, Way: "pigeon", Note: "x"}, "no-channel", "way"},
		no{LogCall{On: m.Today}, "no-note", "note"},
		no{LogCall{Note: "x"}, "no-day", "on"},
		no{LogCall{On: day("2026-11-12"), Note: "x"}, "too-early", "on"},
		no{Enquire{On: m.Today}, "no-channel", "way"},
		no{Enquire{Way: Counter}, "no-day", "on"},
	)
	out, err := Apply(c, LogCall{On: m.Today, Way: Counter, With: "Tom, her son", Reached: true, Note: "Agreed the points."}, m)
	if err != nil || strings.Contains(out.Summary, "Tom") {
		t.Fatalf("the timeline's line names nobody: %q, %v", out.Summary, err)
	}
	want := Call{ID: 1, On: m.Today, Reached: true, Note: "Agreed the points.", By: dan.ID, Stage: 1, Way: Counter, With: "Tom, her son"}
	if !slices.Equal(out.Case.Calls, []Call{want}) {
		t.Errorf("calls are %+v", out.Case.Calls)
	}
	for _, c := range []Case{c, must(t, answered(t), Close{On: day("2026-11-27")}, on(t, dan, day("2026-11-27")))} {
		c = must(t, c, Enquire{On: day("2026-11-16"), Way: Counter}, on(t, priya, day("2026-11-30")))
		if e := c.Enquiries; len(e) != 1 || e[0].By != priya.ID || e[0].On != day("2026-11-16") {
			t.Errorf("enquiries are %+v", e)
		}
	}
}

func TestAMoveLeavesTheOmbudsmenOfTheCaseAsTheyWere(t *testing.T) {
	c, m := given(t)
	c.Subject, c.Home.HighRise, c.HomeID = "building-safety", true, 7
	bodies := func() (all []string) {
		for _, r := range Routes(c, m.Today, m.Policies, m.Holidays) {
			all = append(all, r.Body.ID)
		}
		return all
	}
	before := bodies()
	c = must(t, c, Moved{On: m.Today, Home: Home{Lines: []string{"A friend's house"}, Tenure: OtherTenure}}, m)
	if after := bodies(); !slices.Equal(before, after) || !slices.Contains(after, "bsr") {
		t.Errorf("before the move %v, after it %v", before, after)
	}
	if !c.OurResident("") {
		t.Error("the case was made as our resident, and stays so")
	}
}
