package casework

import (
	"testing"

	"casebook/data/redress"
)

// tardy is a complaint received Friday 13 November 2026 whose acknowledgement,
// due Friday 20 November, went on Monday 23; its answer is due ten working days
// later, on Monday 7 December.
func tardy(t *testing.T) Case {
	c := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: day("2026-11-23"), How: Posted, To: "Grace"}, on(t, dan, day("2026-11-23")))
	m := money(t, dan, "2026-11-23")
	for p := range c.Points {
		c = must(t, c, AnswerPoint{Point: p + 1, Finding: Upheld, Reasons: "We took nine days."}, m)
	}
	return must(t, c, OfferRedress{Input: harm(12000)}, m)
}

func TestOurOwnLatenessSuggestsALine(t *testing.T) {
	start := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	for today, want := range map[string]int{"2026-11-20": 0, "2026-11-21": 1} {
		if got := Suggestions(start, day(today)); len(got) != want {
			t.Errorf("unacknowledged on %s: %+v", today, got)
		}
	}
	c := tardy(t)
	for today, want := range map[string]int{"2026-12-07": 1, "2026-12-08": 2} {
		if got := Suggestions(c, day(today)); len(got) != want || got[0].What != LateAcknowledgement {
			t.Errorf("on %s: %+v", today, got)
		}
	}
	if words := Suggestions(c, day("2026-12-08"))[0].Words(); words != "The stage 1 acknowledgement was due on 20 November 2026 and went on 23 November 2026" {
		t.Errorf("%q", words)
	}
	m := money(t, dan, "2026-12-08")
	write := MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 2}
	refused(t, c, Propose{}, m, "suggestion")
	refused(t, c, write, m, "suggestion")

	// A line for poor complaint handling stands for both.
	in := Suggestions(c, m.Today)[0].Input()
	in.Harm.Band, in.Harm.Sum = "service-failure", 5000
	must(t, must(t, c, OfferRedress{Input: in}, m), write, m)

	// Or each is decided against, with a name and a reason.
	refused(t, c, WaiveLate{Stage: 1, What: LateAcknowledgement}, m, "no-reason")
	refused(t, c, WaiveLate{Stage: 2, What: LateAcknowledgement, Why: "x"}, m, "no-suggestion")
	refused(t, c, WaiveLate{Stage: 1, What: LateAcknowledgement, Why: "x"}, money(t, priya, "2026-12-08"), "not-yours")
	c = must(t, c, WaiveLate{Stage: 1, What: LateAcknowledgement, Why: "We rang on the Thursday."}, m)
	refused(t, c, Propose{}, m, "suggestion")
	c = must(t, c, WaiveLate{Stage: 1, What: LateResponse, Why: "She asked for the Tuesday."}, m)
	if w := c.Waived[1]; w.By != dan.ID || w.On != m.Today || w.Why == "" || w.At != 1 {
		t.Errorf("%+v", w)
	}
	c = response(t, c, m)
	if got := Suggestions(c, m.Today); len(got) != 0 {
		t.Errorf("the answer has gone: %+v", got)
	}
}

func TestAnAnswerWithoutMoneyWaitsForNoSuggestion(t *testing.T) {
	c, m := tardy(t), money(t, dan, "2026-12-08")
	c = must(t, c, DropRedress{Line: 1}, m)
	response(t, c, m)
}

func TestAnExtensionInTimeIsNotLate(t *testing.T) {
	c, m := tardy(t), money(t, dan, "2026-12-07")
	c = must(t, c, WaiveLate{Stage: 1, What: LateAcknowledgement, Why: "We rang."}, m)
	c = must(t, c, Extend{Days: 2, Reason: "A part is awaited.", Told: m.Today, How: Posted}, m) // to Wednesday 9 December
	for today, want := range map[string]int{"2026-12-09": 0, "2026-12-10": 1} {
		if got := Suggestions(c, day(today)); len(got) != want {
			t.Errorf("on %s: %+v", today, got)
		}
	}
}

func TestStage2LooksAtStage1sLatenessToo(t *testing.T) {
	m := money(t, dan, "2026-12-08")
	c := response(t, must(t, tardy(t), DropRedress{Line: 1}, m), m)
	m2 := money(t, jo, "2026-12-09")
	c = must(t, c, AskStage2{On: m2.Today, Handler: jo.ID}, m2)
	got := Suggestions(c, m2.Today)
	if len(got) != 2 || got[0].Stage != 1 || got[1].What != LateResponse {
		t.Fatalf("nobody took or waived them: %+v", got)
	}
	line := must(t, c, OfferRedress{Input: redress.Judge(got[0].Reason, "service-failure", 5000, "Late twice.")}, m2)
	if left := Suggestions(line, m2.Today); len(left) != 0 {
		t.Errorf("a line at stage 2 stands for stage 1's: %+v", left)
	}
	c = must(t, c, WaiveLate{Stage: 1, What: LateResponse, Why: "One day, and she was told."}, m2)
	must(t, c, Assign{To: jo.ID}, money(t, helen, "2026-12-09")) // deciding it at stage 2 is no part in stage 1
}
