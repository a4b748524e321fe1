package casework

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// handedIn is a petition for lights, received on a day at the counter.
func handedIn(received string) RecordPetition {
	r := walkIn(received)
	r.Answer, r.Points, r.Reference = "", nil, NewReference(PetitionKind, 2026, 9)
	r.Story = "We, the residents of Harebell Court, ask for lights in the car park."
	return RecordPetition{Record: r, Signatures: 46}
}

func petition(t *testing.T, received string) Case {
	t.Helper()
	return must(t, Case{}, handedIn(received), on(t, priya, day(received)))
}

// sent makes a letter and posts it on the same day.
func sent(t *testing.T, c Case, kind LetterKind, m Moment, to string) Case {
	t.Helper()
	c = must(t, c, MakeLetter{Kind: kind, Dated: m.Today, Document: "aa", Pages: 1}, m)
	return must(t, c, DispatchLetter{Kind: kind, Letter: c.Letters[len(c.Letters)-1].ID, On: m.Today, How: Posted, To: to}, m)
}

// TestAPetitionGetsItsDates holds the two clocks to a calendar. Received Tuesday
// 1 December 2026: five working days are 2, 3, 4, 7, 8 December. Fifteen days
// are Wednesday 16; fifteen working days go on with 9 (6), 10, 11, 14, 15, 16,
// 17, 18 (13), 21 (14), 22 (15): Tuesday 22.
func TestAPetitionGetsItsDates(t *testing.T) {
	for _, c := range []struct {
		name, received, acknowledge, investigate string
		working                                  bool
	}{
		{"calendar days, as the page says", "2026-12-01", "2026-12-08", "2026-12-16", false},
		{"working days, as a setting", "2026-12-01", "2026-12-08", "2026-12-22", true},
		// Saturday 19 December 2026: 21 to 24 December are four, the 25th and
		// the 28th are holidays, so Tuesday 29 is the fifth. Fifteen days are
		// Sunday 3 January 2027. Fifteen working days: 30 (6), 31 (7), 4 to 8
		// January (8 to 12), 11, 12, 13 (15).
		{"over Christmas", "2026-12-19", "2026-12-29", "2027-01-03", false},
		{"over Christmas in working days", "2026-12-19", "2026-12-29", "2027-01-13", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := on(t, priya, day("2026-12-21"))
			m.Policies = m.Policies.WithPetitionUnit(c.working)
			got := must(t, Case{}, handedIn(c.received), m)
			p := got.Petition
			if p.AcknowledgeBy.Due != day(c.acknowledge) || p.InvestigateBy.Due != day(c.investigate) || !explained(p.AcknowledgeBy) || !explained(p.InvestigateBy) {
				t.Errorf("acknowledge by %s, investigate by %s; want %s, %s", p.AcknowledgeBy.Due, p.InvestigateBy.Due, c.acknowledge, c.investigate)
			}
			if got.Kind != PetitionKind || len(got.Stages) != 0 || got.Reference.Kind() != PetitionKind {
				t.Errorf("a petition is never stage 1: %+v", got)
			}
		})
	}
}

func TestAPetitionIsRecordedLikeAnyContact(t *testing.T) {
	m := on(t, priya, day("2026-12-03"))
	r := handedIn("2026-12-01")
	r.Handler, r.Story = dan.ID, "There is a smell of gas in the hall."
	r.From = Link{Case: 4, Reference: NewReference(Complaint, 2026, 4), Kind: Related}
	c := must(t, Case{}, r, m)
	if c.Received != day("2026-12-01") || c.Recorded != m.Today || c.RecordedBy != priya.ID || c.HandledBy() != dan.ID ||
		len(c.Hazards) == 0 || len(c.Links) != 1 || c.Petition.Signatures != 46 {
		t.Errorf("%+v", c)
	}
	for _, bad := range []struct {
		code   string
		change func(*RecordPetition)
	}{
		{"no-signatures", func(r *RecordPetition) { r.Signatures = 0 }},
		{"no-story", func(r *RecordPetition) { r.Story = " " }},
		{"not-a-complaint", func(r *RecordPetition) { r.Answer = Complain }},
		{"anonymous", func(r *RecordPetition) { r.Anonymous = true }},
		{"future", func(r *RecordPetition) { r.Received = day("2026-12-04") }},
	} {
		r := handedIn("2026-12-01")
		bad.change(&r)
		refused(t, Case{}, r, m, bad.code)
	}
	refused(t, c, handedIn("2026-12-01"), m, "recorded")
}

// TestAPromiseIsKeptOnlyForItsDays: the last day is within the promise and the
// next is not; the refusal names the day it ended (ruling 1).
func TestAPromiseIsKeptOnlyForItsDays(t *testing.T) {
	last := day("2026-11-30")
	for _, c := range []struct {
		received, code string
	}{{"2026-11-30", ""}, {"2026-12-01", "ended"}, {"2026-11-01", ""}, {"2026-10-31", "not-begun"}} {
		m := on(t, priya, day("2026-12-01"))
		for _, id := range []string{"petition", "insurance", "letter"} {
			m.Policies = m.Policies.WithPromise(id, day("2026-11-01"), last)
		}
		common := handedIn(c.received).Record
		for _, act := range []Act{handedIn(c.received), RecordClaim{Record: common}, RecordFixed{Record: common, Promise: "letter"}} {
			if c.code == "" {
				must(t, Case{}, act, m)
				continue
			}
			_, err := Apply(Case{}, act, m)
			r, ok := err.(*Refusal)
			if !ok || r.Code != c.code || c.code == "ended" && !strings.Contains(r.Reason, "ended on Monday 30 November 2026") {
				t.Errorf("%s received %s: %v, want %s", act.Name(), c.received, err, c.code)
			}
		}
	}
}

// TestAPetitionFromItsHandingInToItsEnd walks the one way there is, and tries at
// every step what may not be done yet.
func TestAPetitionFromItsHandingInToItsEnd(t *testing.T) {
	h := calendar.England()
	c := petition(t, "2026-12-01")
	stands := func(c Case, today, sentence string, next ActName) {
		t.Helper()
		if got := StatusOf(c, day(today), h); got.Sentence != sentence || got.Next.Act != next {
			t.Errorf("%q, next %q; want %q, %q", got.Sentence, got.Next.Act, sentence, next)
		}
	}
	owes := func(c Case, want ...string) {
		t.Helper()
		var got []string
		for _, d := range Duties(c) {
			got = append(got, d.Due.String()+" "+d.Text)
			if d.Kind != DutyPetition || d.Handler != c.Handler {
				t.Errorf("%+v", d)
			}
		}
		if strings.Join(got, "; ") != strings.Join(want, "; ") {
			t.Errorf("owes %q, want %q", got, want)
		}
	}
	at := func(today string) Moment { return on(t, dan, day(today)) }
	stands(c, "2026-12-02", "The petition's acknowledgement is due Tuesday 8 December 2026.", MakeAct(PetitionAcknowledgement))
	owes(c, "2026-12-08 Acknowledge the petition", "2026-12-16 Investigate the petition")
	refused(t, c, MakeLetter{Kind: PetitionOutcome, Dated: day("2026-12-02"), Document: "aa", Pages: 1}, at("2026-12-02"), "not-reported")
	refused(t, c, PetitionReported{On: day("2026-12-02"), Outcome: "Agreed."}, at("2026-12-02"), "not-investigated")
	refused(t, c, Close{On: day("2026-12-02")}, at("2026-12-02"), "not-told")

	c = must(t, c, Assign{To: dan.ID}, at("2026-12-02"))
	c = sent(t, c, PetitionAcknowledgement, at("2026-12-04"), "Grace Adeyemi")
	if c.Petition.Acknowledged != day("2026-12-04") {
		t.Errorf("acknowledged on %s", c.Petition.Acknowledged)
	}
	refused(t, c, MakeLetter{Kind: PetitionAcknowledgement, Dated: day("2026-12-04"), Document: "aa", Pages: 1}, at("2026-12-04"), "sent")
	stands(c, "2026-12-07", "The petition's investigation is due Wednesday 16 December 2026.", ActInvestigatePetition)
	owes(c, "2026-12-16 Investigate the petition")

	refused(t, c, InvestigatePetition{On: day("2026-12-14")}, at("2026-12-14"), "no-findings")
	refused(t, c, InvestigatePetition{On: day("2026-11-30"), Findings: "x"}, at("2026-12-14"), "too-early")
	c = must(t, c, InvestigatePetition{On: day("2026-12-14"), Findings: "Nine of twelve lamps do not work."}, at("2026-12-14"))
	refused(t, c, InvestigatePetition{On: day("2026-12-14"), Findings: "x"}, at("2026-12-14"), "investigated")
	stands(c, "2026-12-14", "The petition was investigated on Monday 14 December 2026; its Operational Board has to be set.", ActSetBoard)
	owes(c, "2026-12-14 Set the Operational Board for the petition")

	refused(t, c, SetBoard{}, at("2026-12-14"), "no-day")
	refused(t, c, SetBoard{On: day("2026-12-11")}, at("2026-12-14"), "too-early")
	c = must(t, c, SetBoard{On: day("2027-01-14")}, at("2026-12-14"))
	refused(t, c, SetBoard{On: day("2027-01-14")}, at("2026-12-14"), "same")
	stands(c, "2026-12-15", "The petition goes to the Operational Board of Thursday 14 January 2027.", ActPetitionReported)
	owes(c, "2027-01-14 Report the petition to the Operational Board")

	refused(t, c, PetitionReported{On: day("2027-01-14")}, at("2027-01-14"), "no-outcome")
	refused(t, c, PetitionReported{On: day("2026-12-11"), Outcome: "Agreed."}, at("2027-01-14"), "too-early")
	c = must(t, c, PetitionReported{On: day("2027-01-14"), Outcome: "New lamps by Easter."}, at("2027-01-15"))
	refused(t, c, SetBoard{On: day("2027-02-11")}, at("2027-01-15"), "reported")
	refused(t, c, Close{On: day("2027-01-15")}, at("2027-01-15"), "not-told")
	owes(c, "2027-01-14 Tell the lead petitioner the outcome")

	c = sent(t, c, PetitionOutcome, at("2027-01-18"), "Grace Adeyemi")
	stands(c, "2027-01-18", "The lead petitioner was told the outcome on Monday 18 January 2027.", ActClose)
	owes(c)
	refused(t, c, Close{On: day("2027-01-15")}, at("2027-01-18"), "too-early")
	refused(t, c, Withdraw{On: day("2027-01-18")}, at("2027-01-18"), "answered")
	c = must(t, c, Close{On: day("2027-01-18")}, at("2027-01-18"))
	if c.Ended != DealtWith || len(Faults(c)) > 0 {
		t.Errorf("%s %v", c.Ended, Faults(c))
	}
	refused(t, c, InvestigatePetition{On: day("2027-01-18"), Findings: "x"}, at("2027-01-18"), "closed")
}

// TestWhatIsNotYetKnownOfAPetition: nobody is written to without a name, an
// address and a way to reply; what a complaint needs besides is not asked for.
func TestWhatIsNotYetKnownOfAPetition(t *testing.T) {
	r := handedIn("2026-12-01")
	r.Resident, r.Home, r.Contact, r.Wanted, r.Subject = Person{}, Home{}, Contact{}, "", ""
	c := must(t, Case{}, r, on(t, priya, day("2026-12-01")))
	want := []string{"Name of the resident", "Address to write to", "How to reply"}
	if got := ToDo(c); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	c = must(t, petition(t, "2026-12-01"), Assign{To: dan.ID}, on(t, helen, day("2026-12-01")))
	if got := ToDo(c); len(got) > 0 {
		t.Errorf("%q", got)
	}
}

// TestTheClosingNoteSaysWhatCameOfIt: the days and the repairs, and never who is
// liable.
func TestTheClosingNoteSaysWhatCameOfIt(t *testing.T) {
	m := on(t, dan, day("2026-12-14"))
	c := must(t, petition(t, "2026-12-01"), InvestigatePetition{On: m.Today, Findings: "Nine lamps."}, m)
	claim := claimMade(t, "2026-12-01")
	claim = must(t, claim, SendClaim{On: m.Today, To: "The insurance section", How: Posted}, m)
	claim = must(t, claim, DecideClaim{On: m.Today, Decision: ClaimDenied}, m)
	for _, want := range []struct {
		of   Case
		text string
	}{
		{c, "Petition with 46 signatures.\nInvestigated on 14 December 2026.\n"},
		{claim, "Claim form sent on 14 December 2026.\n"},
		{leak(t), "Right to Repair: Pipe under the sink, not done yet, due 25 September 2026.\n"},
	} {
		note := ClosingNote(want.of, m)
		if !strings.Contains(note, want.text) || strings.Contains(note, string(ClaimDenied)) {
			t.Errorf("%s", note)
		}
	}
}

func TestAPetitionIsWithdrawnWithItsLetter(t *testing.T) {
	c := petition(t, "2026-12-01")
	m := on(t, dan, day("2026-12-03"))
	c = must(t, c, Withdraw{On: m.Today, Why: "The lamps were mended."}, m)
	if ds := Duties(c); len(ds) != 1 || ds[0].Kind != DutyWithdrawal {
		t.Errorf("%+v", ds)
	}
	refused(t, c, InvestigatePetition{On: m.Today, Findings: "x"}, m, "withdrawn")
	must(t, c, Assign{To: dan.ID}, m) // its letter is still to be written
	refused(t, c, Close{On: m.Today}, m, "not-confirmed")
	c = sent(t, c, WithdrawalLetter, m, "Grace Adeyemi")
	c = must(t, c, Close{On: m.Today}, m)
	if c.Ended != WithdrawnEnding || len(Faults(c)) > 0 || len(Duties(c)) > 0 {
		t.Errorf("%s %v %v", c.Ended, Faults(c), Duties(c))
	}
	if c = must(t, c, Reopen{Why: "They failed again."}, m); !c.Withdrawn.IsZero() {
		t.Error("a petition opened again goes on")
	}
}

// TestALateHolidayMovesWhatNobodyWasTold: Thursday 10 December is proclaimed a
// holiday. Five working days from the 4th (a Friday) are 7, 8, 9, 11, 14; the
// acknowledgement told in a receipt stays.
func TestALateHolidayMovesWhatNobodyWasTold(t *testing.T) {
	c := petition(t, "2026-12-04")
	if c.Petition.AcknowledgeBy.Due != day("2026-12-11") {
		t.Fatalf("acknowledge by %s", c.Petition.AcknowledgeBy.Due)
	}
	m := on(t, helen, day("2026-12-07"))
	m.Holidays = calendar.England(calendar.Exception{Date: day("2026-12-10"), Name: "Proclaimed"})
	if moves := Moves(c, m); len(moves) != 1 || moves[0].Act != policy.AcknowledgePetition || moves[0].New != day("2026-12-14") || moves[0].Promised {
		t.Errorf("%+v", moves)
	}
	if moved := must(t, c, Recount{}, m); moved.Petition.AcknowledgeBy.Due != day("2026-12-14") || moved.Petition.InvestigateBy.Due != c.Petition.InvestigateBy.Due {
		t.Errorf("%+v", moved.Petition)
	}
	told := sent(t, c, Receipt, on(t, priya, day("2026-12-04")), "Grace Adeyemi")
	if moves := Moves(told, m); len(moves) != 1 || !moves[0].Promised {
		t.Errorf("%+v", moves)
	}
	refused(t, told, Recount{}, m, "nothing-moves")

	// In working days the investigation moves too, until the acknowledgement
	// has said it.
	working := on(t, priya, day("2026-12-04"))
	working.Policies = working.Policies.WithPetitionUnit(true)
	c = must(t, Case{}, handedIn("2026-12-04"), working)
	if moves := Moves(c, m); len(moves) != 2 {
		t.Errorf("%+v", moves)
	}
	c = sent(t, c, PetitionAcknowledgement, on(t, priya, day("2026-12-04")), "Grace Adeyemi")
	if moves := Moves(c, m); len(moves) != 1 || moves[0].Act != policy.InvestigatePetition || !moves[0].Promised {
		t.Errorf("%+v", moves)
	}
}

// A record says what it is in its own line of history, and what has no points
// sets none out.
func TestEveryKindIsCalledByItsOwnName(t *testing.T) {
	m := on(t, dan, day("2026-12-01"))
	request := handedIn("2026-12-01").Record
	request.Answer = ServiceOnly
	service := must(t, Case{}, request, m)
	for _, at := range []struct {
		c    Case
		act  Act
		want string
	}{
		{must(t, Case{}, walkIn("2026-12-01"), m), Describe{Points: []PointText{{ID: 1, Text: "The boiler."}}}, "Complaint set out in 1 point"},
		{service, Describe{Subject: "repairs"}, "Service request set out"},
		{service, Describe{Points: []PointText{{Text: "The gate."}, {Text: "The lamp."}}}, "Service request set out in 2 points"},
		{petition(t, "2026-12-01"), Withdraw{On: m.Today}, "Withdrawn by the lead petitioner"},
	} {
		out, err := Apply(at.c, at.act, m)
		if err != nil || out.Summary != at.want {
			t.Errorf("%s of %s: %q, %v; want %q", at.act.Name(), at.c.Kind, out.Summary, err, at.want)
		}
	}
	refused(t, petition(t, "2026-12-01"), Describe{Subject: "repairs"}, m, "no-stage")
	for kind, want := range map[Kind]string{Complaint: "complaint", Information: "record", PetitionKind: "petition", ClaimKind: "insurance claim"} {
		if got := kind.Noun(); got != want {
			t.Errorf("%s is called %q", kind, got)
		}
	}
}

// TestAPetitionOutlivesItsLead: the lead petitioner dies and her son speaks for
// what she leaves. Another who signed leads the petition then, and is written to
// as a living person; of a claim or a complaint nobody else can be made.
func TestAPetitionOutlivesItsLead(t *testing.T) {
	m := on(t, dan, day("2026-12-03"))
	died := Died{On: day("2026-12-02"), Executor: Person{Name: "Tunde Adeyemi"}, Relation: "son"}
	c := must(t, petition(t, "2026-12-01"), died, m)
	lead := ChangeContact{Resident: Person{Name: "Tom Reed"}, Home: c.Home, Representative: c.Representative, Contact: c.Contact}
	same := lead
	same.Resident.Name = "grace  adeyemi"
	if kept := must(t, c, same, m); kept.Died.IsZero() || kept.Representative.Name == "" {
		t.Errorf("she is as dead as before: %+v", kept.Representative)
	}
	c = must(t, c, lead, m)
	if !c.Died.IsZero() || c.Representative.Name != "" || len(c.Notes) != 1 || !strings.Contains(c.Notes[0].Text, "Grace Adeyemi, who led the petition, died on 2 December 2026") {
		t.Errorf("%+v", c)
	}
	c = sent(t, c, PetitionAcknowledgement, m, "Tom Reed")
	if c.Petition.Acknowledged != m.Today || len(Faults(c)) > 0 {
		t.Errorf("%+v %v", c.Petition, Faults(c))
	}
	claim := must(t, claimMade(t, "2026-12-01"), died, m)
	if claim = must(t, claim, lead, m); claim.Died.IsZero() {
		t.Error("a claim is of the one who died")
	}
}
