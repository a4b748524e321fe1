package casework

import (
	"reflect"
	"strings"
	"testing"

	"casebook/data/calendar"
)

// claimMade is an insurance claim for a broken wrist.
func claimMade(t *testing.T, received string) Case {
	t.Helper()
	r := walkIn(received)
	r.Answer, r.Points, r.Reference, r.Story = "", nil, NewReference(ClaimKind, 2026, 9), "I broke my wrist on the loose step."
	return must(t, Case{}, RecordClaim{Record: r, Injury: true}, on(t, priya, day(received)))
}

// TestAClaimGoesWithinTenWorkingDays: received Friday 18 December 2026. 21 to 24
// are 1 to 4; 25 and 28 are holidays; 29, 30, 31 are 5 to 7; Friday 1 January is
// a holiday; 4, 5, 6 are 8 to 10.
func TestAClaimGoesWithinTenWorkingDays(t *testing.T) {
	h := calendar.England()
	c := claimMade(t, "2026-12-18")
	if got := c.Claim.SendBy; got.Due != day("2027-01-06") || !explained(got) {
		t.Fatalf("to be sent by %s", got.Due)
	}
	at := func(today string) Moment { return on(t, dan, day(today)) }
	stands := func(c Case, today, sentence string, next ActName) {
		t.Helper()
		if got := StatusOf(c, day(today), h); got.Sentence != sentence || got.Next.Act != next {
			t.Errorf("%q, next %q; want %q, %q", got.Sentence, got.Next.Act, sentence, next)
		}
	}
	duty := func(c Case, want string) {
		t.Helper()
		got := ""
		for _, d := range Duties(c) {
			got += string(d.Kind) + " " + d.Due.String() + " " + d.Text
		}
		if got != want {
			t.Errorf("owes %q, want %q", got, want)
		}
	}
	stands(c, "2026-12-18", "The visit and the claim form are due Wednesday 6 January 2027.", ActVisitClaim)
	duty(c, "claim 2027-01-06 Visit, and send the claim form on")
	refused(t, c, VisitClaim{On: day("2026-12-22")}, at("2026-12-22"), "no-visit")
	refused(t, c, VisitClaim{On: day("2026-12-17"), Seen: "x"}, at("2026-12-22"), "too-early")
	refused(t, c, ClaimTheirs{Reference: "Z-1"}, at("2026-12-22"), "not-sent")
	refused(t, c, DecideClaim{On: day("2026-12-22"), Decision: ClaimSettled}, at("2026-12-22"), "not-sent")
	refused(t, c, Close{On: day("2026-12-22")}, at("2026-12-22"), "not-decided")

	c = must(t, c, VisitClaim{On: day("2026-12-22"), Seen: "The third step is loose."}, at("2026-12-22"))
	refused(t, c, VisitClaim{On: day("2026-12-22"), Seen: "x"}, at("2026-12-22"), "visited")
	stands(c, "2026-12-22", "The home was visited on Tuesday 22 December 2026; the claim form is due to go Wednesday 6 January 2027.", MakeAct(ClaimCover))
	duty(c, "claim 2027-01-06 Send the claim form on")

	refused(t, c, SendClaim{On: day("2027-01-06"), How: Posted}, at("2027-01-06"), "no-recipient")
	refused(t, c, SendClaim{On: day("2027-01-06"), To: "the insurance section"}, at("2027-01-06"), "no-way")
	refused(t, c, SendClaim{On: day("2026-12-17"), To: "the insurance section", How: Posted}, at("2027-01-06"), "too-early")
	c = must(t, c, SendClaim{On: day("2027-01-06"), To: "the insurance section", How: Posted}, at("2027-01-06"))
	refused(t, c, SendClaim{On: day("2027-01-06"), To: "the contractor", How: Posted}, at("2027-01-06"), "sent")
	if Undoable(ActSendClaim) {
		t.Error("a form that went is not taken back (ruling 16)")
	}
	stands(c, "2027-01-06", "The claim form went to the insurance section on Wednesday 6 January 2027; its decision is awaited.", ActDecideClaim)
	duty(c, "")

	refused(t, c, ClaimTheirs{Reference: " "}, at("2027-01-12"), "no-reference")
	c = must(t, c, ClaimTheirs{Reference: "ZH/2027/118"}, at("2027-01-12"))
	refused(t, c, DecideClaim{On: day("2027-03-01"), Decision: "perhaps"}, at("2027-03-01"), "no-decision")
	refused(t, c, DecideClaim{On: day("2027-01-05"), Decision: ClaimDenied}, at("2027-03-01"), "too-early")
	c = must(t, c, DecideClaim{On: day("2027-03-01"), Decision: ClaimDenied, Note: "The step was inspected in May."}, at("2027-03-01"))
	refused(t, c, DecideClaim{On: day("2027-03-01"), Decision: ClaimSettled}, at("2027-03-01"), "decided")
	stands(c, "2027-03-01", "The insurer decided the claim on Monday 1 March 2027: liability denied.", ActClose)
	c = must(t, c, Close{On: day("2027-03-01")}, at("2027-03-01"))
	if len(Faults(c)) > 0 {
		t.Error(Faults(c))
	}
}

// TestTheCoverLetterSendsTheForm: the dispatch of its cover sends the form, and
// the visit is then still owed.
func TestTheCoverLetterSendsTheForm(t *testing.T) {
	c := claimMade(t, "2026-12-18")
	m := on(t, dan, day("2026-12-21"))
	c = sent(t, c, ClaimCover, m, "The insurance section")
	if c.Claim.Sent != m.Today || c.Claim.SentTo != "The insurance section" {
		t.Errorf("%+v", c.Claim)
	}
	if ds := Duties(c); len(ds) != 1 || ds[0].Text != "Visit the home about the claim" {
		t.Errorf("%+v", ds)
	}
	if c = must(t, c, VisitClaim{On: m.Today, Seen: "The step."}, m); len(Duties(c)) > 0 || len(Faults(c)) > 0 {
		t.Errorf("%+v %v", Duties(c), Faults(c))
	}
}

// TestAnInjuryGoesToTheInsurerAndNotIntoTheComplaint: a point left out for a
// personal injury offers a claim, linked and with the complaint's day of
// receipt; nothing of the claim is in the complaint (ruling 13).
func TestAnInjuryGoesToTheInsurerAndNotIntoTheComplaint(t *testing.T) {
	m := on(t, dan, day("2026-11-17"))
	c := must(t, Case{}, walkIn("2026-11-16"), on(t, priya, day("2026-11-16")))
	if got := ClaimsToOpen(c); len(got) > 0 {
		t.Errorf("no point is about an injury: %+v", got)
	}
	c = must(t, c, Exclude{Point: 2, Reason: "personal-injury", Merits: "The injury is for the insurer.",
		Evidence: []QuestionAnswer{{Question: "the day the claim was passed on", Answer: "17 November 2026"}}}, m)
	claims := ClaimsToOpen(c)
	if len(claims) != 1 {
		t.Fatalf("%+v", claims)
	}
	r := claims[0]
	if !r.Injury || r.Received != c.Received || r.Story != c.Points[1].Text || r.Resident.Name != c.Resident.Name || r.From.Case != c.ID || r.From.Kind != CameFrom {
		t.Errorf("%+v", r)
	}
	r.ID, r.Reference = 10, NewReference(ClaimKind, 2026, 1)
	claim := must(t, Case{}, r, m)
	// Ten working days from Monday 16 November end on Monday 30.
	if claim.Claim.SendBy.Due != day("2026-11-30") || claim.Links[0].Reference != c.Reference {
		t.Errorf("%+v", claim.Claim)
	}
	c = must(t, c, LinkTo{Case: claim.ID, Reference: claim.Reference, Kind: Opposite(CameFrom)}, m)
	if got := ClaimsToOpen(c); len(got) > 0 {
		t.Errorf("the claim is there already: %+v", got)
	}
	both := must(t, c, Exclude{Point: 1, Reason: "personal-injury", Merits: "This injury too.",
		Evidence: []QuestionAnswer{{Question: "the day the claim was passed on", Answer: "17 November 2026"}}}, m)
	if got := ClaimsToOpen(both); len(got) != 1 || got[0].Story != both.Points[1].Text {
		t.Errorf("one of two injuries is with the insurer: %+v", got)
	}
	both = must(t, both, LinkTo{Case: 11, Reference: NewReference(ClaimKind, 2026, 2), Kind: Opposite(CameFrom)}, m)
	if got := ClaimsToOpen(both); len(got) > 0 {
		t.Errorf("both are with the insurer: %+v", got)
	}
	for _, act := range []Act{VisitClaim{On: m.Today, Seen: "x"}, SendClaim{On: m.Today, To: "x", How: Posted}, ClaimTheirs{Reference: "x"},
		DecideClaim{On: m.Today, Decision: ClaimSettled}} {
		refused(t, c, act, m, "not-a-claim")
	}
	for field := range Flatten(c) {
		if strings.HasPrefix(field, "claim.") {
			t.Errorf("the complaint holds %s", field)
		}
	}
	c.Claim.Decision = ClaimSettled
	if len(Faults(c)) == 0 {
		t.Error("a complaint with a claim's decision has no fault")
	}
}

// TestWhatHasNoStagesHasAHandler: a service request, information, a petition, a
// claim and a fixed payment are given to an officer as a stage is.
func TestWhatHasNoStagesHasAHandler(t *testing.T) {
	m := on(t, helen, day("2026-11-17"))
	request := walkIn("2026-11-16")
	request.Answer, request.Points, request.Handler = ServiceOnly, nil, dan.ID
	anonymous := walkIn("2026-11-16")
	anonymous.Anonymous, anonymous.Answer, anonymous.Resident, anonymous.Points = true, "", Person{}, nil
	for _, r := range []Recording{request, anonymous, handedIn("2026-11-16"), RecordClaim{Record: handedIn("2026-11-16").Record}} {
		c := must(t, Case{}, r, on(t, priya, day("2026-11-16")))
		c = must(t, c, Assign{To: dan.ID}, m)
		if c.HandledBy() != dan.ID || len(Faults(c)) > 0 {
			t.Errorf("%s is with %d: %v", c.Kind, c.HandledBy(), Faults(c))
		}
		away := CoverFor{Officer: helen.ID, From: m.Today, Until: day("2026-11-20")}
		c = must(t, c, away, m)
		if len(c.Covers) != 1 || len(Faults(c)) > 0 {
			t.Errorf("%s is looked after by %+v: %v", c.Kind, c.Covers, Faults(c))
		}
		for _, d := range Duties(c) {
			if d.Handler != dan.ID || d.Cover != helen.ID || d.Until != away.Until {
				t.Errorf("%s: %+v", c.Kind, d)
			}
		}
		refused(t, c, Assign{To: ros.ID}, m, "not-theirs")
		refused(t, c, Assign{To: gone.ID}, m, "no-officer")
		refused(t, c, Protect{Confidential: true, Access: []int64{helen.ID}, Why: "x"}, m, "handler")
		c = must(t, c, DeclareConflict{Officer: dan.ID, What: "A cousin."}, m)
		if c.HandledBy() != 0 || c.Covers[0].Until != m.Today && c.Covers[0].Officer == dan.ID {
			t.Errorf("%s is still with %d in spite of the conflict", c.Kind, c.HandledBy())
		}
		refused(t, c, Assign{To: dan.ID}, m, "conflict")
	}
	c := must(t, Case{}, request, m)
	if c.HandledBy() != dan.ID {
		t.Error("who it was recorded for has it")
	}
}

// TestWhatWasWithdrawnGoesNoFurther: the form of a claim that was withdrawn goes
// to nobody, nor does a petition's letter, not even one that was made before.
func TestWhatWasWithdrawnGoesNoFurther(t *testing.T) {
	m := on(t, dan, day("2026-12-18"))
	for kind, c := range map[LetterKind]Case{ClaimCover: claimMade(t, "2026-12-18"), PetitionAcknowledgement: petition(t, "2026-12-18")} {
		make := MakeLetter{Kind: kind, Dated: m.Today, Document: "aa", Pages: 1}
		c = must(t, must(t, c, Assign{To: dan.ID}, m), make, m)
		c = must(t, c, Withdraw{On: m.Today}, m)
		refused(t, c, make, m, "withdrawn")
		refused(t, c, DispatchLetter{Kind: kind, Letter: 1, On: m.Today, How: Posted, To: "Grace Adeyemi"}, m, "withdrawn")
		refused(t, c, SentElsewhere{Kind: kind, On: m.Today, How: Posted, To: "Grace Adeyemi"}, m, "withdrawn")
	}
}

// TestAFormMayGoBeforeTheVisit: received Friday 18 December 2026, the form went
// on Monday 21 and the home was visited on Tuesday 22. In whatever order the two
// are recorded, both keep the day they were on.
func TestAFormMayGoBeforeTheVisit(t *testing.T) {
	m := on(t, dan, day("2026-12-22"))
	visit := VisitClaim{On: day("2026-12-22"), Seen: "The third step is loose."}
	for _, send := range []Act{
		SendClaim{On: day("2026-12-21"), To: "the insurance section", How: Posted},
		SentElsewhere{Kind: ClaimCover, On: day("2026-12-21"), To: "the insurance section", How: Posted},
	} {
		first := must(t, must(t, claimMade(t, "2026-12-18"), send, m), visit, m)
		second := must(t, must(t, claimMade(t, "2026-12-18"), visit, m), send, m)
		if !reflect.DeepEqual(first.Claim, second.Claim) || second.Claim.Sent != day("2026-12-21") {
			t.Errorf("%+v\n%+v", first.Claim, second.Claim)
		}
	}
}
