package casework

import (
	"slices"
	"strings"
	"testing"
)

// wrote makes a letter that has not gone.
func wrote(t *testing.T, c Case, kind LetterKind, m Moment) Case {
	t.Helper()
	return must(t, c, MakeLetter{Kind: kind, Dated: m.Today, Document: "aa", Pages: 1}, m)
}

// TestAPetitionIsCorrectedAndWhatWasToldStays: 46 signatures are told on Friday
// 4 December 2026; on Monday 7 a second sheet of 18 is found, on Tuesday 8 one
// name that stands there twice.
func TestAPetitionIsCorrectedAndWhatWasToldStays(t *testing.T) {
	at := func(today string) Moment { return on(t, priya, day(today)) }
	c := sent(t, petition(t, "2026-12-01"), PetitionAcknowledgement, at("2026-12-04"), "Grace Adeyemi")
	acknowledged, dates := c.Letters[0], c.Petition
	right := func(n int) CorrectPetition {
		return CorrectPetition{Signatures: n, Story: c.Story, Subject: c.Subject, Why: "A second sheet was overlooked."}
	}
	for _, bad := range []struct {
		code, field string
		change      func(*CorrectPetition)
	}{
		{"no-signatures", "signatures", func(a *CorrectPetition) { a.Signatures = 0 }},
		{"no-signatures", "signatures", func(a *CorrectPetition) { a.Signatures = -1 }},
		{"no-story", "story", func(a *CorrectPetition) { a.Story = " \n" }},
		{"no-reason", "why", func(a *CorrectPetition) { a.Why = " " }},
		{"same", "signatures", func(a *CorrectPetition) { a.Signatures = 46 }},
	} {
		a := right(64)
		bad.change(&a)
		_, err := Apply(c, a, at("2026-12-07"))
		if r, ok := err.(*Refusal); !ok || r.Code != bad.code || r.Field != bad.field {
			t.Errorf("%+v: %v, want %s at %s", a, err, bad.code, bad.field)
		}
	}
	refused(t, c, CorrectClaim{Against: "x", Why: "x"}, at("2026-12-07"), "not-a-claim")

	out, err := Apply(c, right(64), at("2026-12-07"))
	if err != nil {
		t.Fatal(err)
	}
	if out.Summary != "Petition corrected: 64 signatures, not 46" {
		t.Errorf("the timeline says %q", out.Summary)
	}
	for _, want := range []Change{
		{Field: "petition.signatures", Old: "46", New: "64"},
		{Field: "corrections.1.why", New: "A second sheet was overlooked.", Personal: true},
	} {
		if !slices.Contains(out.Changes, want) {
			t.Errorf("history has no %+v", want)
		}
	}
	c = must(t, out.Case, CorrectPetition{Signatures: 63, Story: "We ask for light.", Subject: "communal-areas", Why: "One name is there twice."}, at("2026-12-08"))
	if c.Petition.Signatures != 63 || c.Story != "We ask for light." || c.Subject != "communal-areas" || len(Faults(c)) > 0 {
		t.Errorf("%+v %v", c.Petition, Faults(c))
	}
	if c.Letters[0].Sent != acknowledged.Sent || c.Petition.Acknowledged != dates.Acknowledged || c.Petition.InvestigateBy.Due != dates.InvestigateBy.Due {
		t.Errorf("a correction moved what was told: %+v %+v", c.Letters[0], c.Petition)
	}
	if got := c.OldWords(c.Letters[0]); got != "46 signatures and other words of the petition" {
		t.Errorf("the acknowledgement says %q", got)
	}
	if first := c.CorrectionWords(c.Corrections[0]); first != "64 signatures, not 46" {
		t.Errorf("the first correction is %q", first)
	}
	if second := c.CorrectionWords(c.Corrections[1]); second != "63 signatures, not 64; what it asks for; what it is about" || strings.Contains(second, "light") {
		t.Errorf("the second correction is %q", second)
	}

	// The acknowledgement may be sent again, rightly; the day that counts stays.
	again := must(t, c, SentInError{Letter: 1, What: "It says 46 signatures."}, on(t, dan, day("2026-12-08")))
	again = sent(t, again, PetitionAcknowledgement, at("2026-12-08"), "Grace Adeyemi")
	if again.OldWords(again.Letters[1]) != "" || again.Petition.Acknowledged != day("2026-12-04") {
		t.Errorf("%+v", again.Letters)
	}

	// Back to what the acknowledgement says: it says nothing else any more.
	c = must(t, c, CorrectPetition{Signatures: 46, Story: petition(t, "2026-12-01").Story, Subject: c.Subject, Why: "The sheet was of another petition."}, at("2026-12-08"))
	if got := c.OldWords(c.Letters[0]); got != "" {
		t.Errorf("the acknowledgement says %q", got)
	}
	c = must(t, c, Withdraw{On: day("2026-12-08")}, at("2026-12-08"))
	refused(t, c, right(64), at("2026-12-08"), "withdrawn")
	c = sent(t, c, WithdrawalLetter, at("2026-12-08"), "Grace Adeyemi")
	refused(t, must(t, c, Close{On: day("2026-12-08")}, on(t, dan, day("2026-12-08"))), right(64), at("2026-12-08"), "closed")
}

// TestALetterMadeBeforeACorrectionDoesNotGo: it says what stood there before.
func TestALetterMadeBeforeACorrectionDoesNotGo(t *testing.T) {
	m := on(t, priya, day("2026-12-04"))
	c := wrote(t, petition(t, "2026-12-01"), PetitionAcknowledgement, m)
	c = must(t, c, CorrectPetition{Signatures: 64, Story: c.Story, Subject: c.Subject, Why: "A second sheet."}, m)
	send := func(c Case, letter int) Act {
		return DispatchLetter{Kind: PetitionAcknowledgement, Letter: letter, On: m.Today, How: Posted, To: "Grace Adeyemi"}
	}
	refused(t, c, send(c, 1), m, "corrected")
	c = wrote(t, c, PetitionAcknowledgement, m)
	if c = must(t, c, send(c, 2), m); c.Petition.Acknowledged != m.Today || c.OldWords(c.Letters[1]) != "" || c.OldWords(c.Letters[0]) != "" {
		t.Errorf("%+v", c.Letters)
	}
}

// TestAClaimIsCorrected: it was against the contractor who fitted the step, and
// its cover had gone to our insurance section.
func TestAClaimIsCorrected(t *testing.T) {
	at := func(today string) Moment { return on(t, dan, day(today)) }
	c := claimMade(t, "2026-12-01")
	c = sent(t, c, ClaimCover, at("2026-12-04"), "The insurance section")
	refused(t, c, CorrectClaim{Injury: true, Why: "x"}, at("2026-12-07"), "same")
	refused(t, c, CorrectClaim{Against: " Ourselves ", Injury: true, Why: "x"}, at("2026-12-07"), "same")
	refused(t, c, CorrectClaim{Against: "Alder Joinery", Injury: true}, at("2026-12-07"), "no-reason")
	refused(t, c, CorrectPetition{Signatures: 2, Story: "x", Why: "x"}, at("2026-12-07"), "not-a-petition")
	out, err := Apply(c, CorrectClaim{Against: " Alder Joinery ", Why: "She told us who fitted it, and that her coat was torn."}, at("2026-12-07"))
	if err != nil {
		t.Fatal(err)
	}
	c = out.Case
	if out.Summary != "Claim corrected: against Alder Joinery, not ourselves; nobody was hurt" || c.Claim.Against != "Alder Joinery" || c.Claim.Injury || len(Faults(c)) > 0 {
		t.Errorf("%q %+v %v", out.Summary, c.Claim, Faults(c))
	}
	if c.Claim.SentTo != "The insurance section" || c.Claim.Sent != day("2026-12-04") {
		t.Errorf("a correction sent the form to somebody else: %+v", c.Claim)
	}
	if got := c.OldWords(c.Letters[0]); got != "against ourselves and that somebody was hurt" {
		t.Errorf("the cover says %q", got)
	}
	c = must(t, c, CorrectClaim{Injury: true, Why: "The letter shows both."}, at("2026-12-08"))
	if c.Claim.Against != "" || c.OldWords(c.Letters[0]) != "" {
		t.Errorf("%+v %q", c.Claim, c.OldWords(c.Letters[0]))
	}
	c = must(t, c, DecideClaim{On: day("2026-12-10"), Decision: ClaimDenied}, at("2026-12-10"))
	refused(t, c, CorrectClaim{Against: "Alder Joinery", Why: "x"}, at("2026-12-10"), "decided")
}
