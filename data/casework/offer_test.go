package casework

import (
	"slices"
	"testing"

	"casebook/data/redress"
)

func TestWithinOnesOwnLimitTheLetterApproves(t *testing.T) {
	// £250.00 is what an investigating officer may decide alone, as shipped.
	for _, want := range []struct {
		sum  redress.Pence
		code string
	}{{24999, ""}, {25000, ""}, {25001, "not-approved"}} {
		c, m := found(t, harm(want.sum)), money(t, dan, "2026-11-20")
		write := MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 2}
		if want.code != "" {
			refused(t, c, write, m, want.code)
			refused(t, c, SentElsewhere{Kind: Response, On: m.Today, How: Posted, To: "Grace"}, m, want.code)
			refused(t, c, Propose{}, m, "over-limit")
			continue
		}
		c = must(t, c, write, m)
		if o := c.Offers[0]; o.Sum != want.sum || o.Whole != want.sum || o.Approved != m.Today || o.ApprovedBy != dan.ID || o.ProposedBy != dan.ID || !o.Told.IsZero() {
			t.Errorf("%s: written and not sent: %+v", want.sum, o)
		}
		c = must(t, c, send(c, Response, "2026-11-20"), m)
		if c.Offers[0].Told != m.Today {
			t.Errorf("%s: dispatch tells of the offer (ruling 7): %+v", want.sum, c.Offers[0])
		}
		if f := Faults(c); len(f) > 0 {
			t.Error(f)
		}
	}
	front := found(t, harm(5000))
	refused(t, front, Propose{}, money(t, priya, "2026-11-20"), "not-yours")
}

func TestAboveTheLimitSomebodyElseApproves(t *testing.T) {
	m, boss := money(t, dan, "2026-11-20"), money(t, helen, "2026-11-20")
	c := found(t, harm(30000))
	refused(t, c, Propose{To: dan.ID}, m, "own-offer")
	refused(t, c, Propose{To: sam.ID}, m, "over-limit") // as much as Dan's own
	refused(t, c, Propose{To: gone.ID}, m, "no-officer")
	refused(t, c, Propose{To: ros.ID}, m, "not-theirs")
	refused(t, c, Approve{}, boss, "not-proposed")
	c = must(t, c, Propose{To: helen.ID}, m)
	refused(t, c, MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 2}, boss, "not-approved")
	refused(t, c, Approve{}, m, "own-offer")
	refused(t, c, Approve{}, money(t, sam, "2026-11-20"), "over-limit")
	if d := Duties(c); d[len(d)-1] != (Duty{Kind: DutyApprove, Stage: 1, Due: m.Today, Handler: helen.ID, Text: "£300.00", Item: 1}) {
		t.Errorf("it waits for Helen: %+v", d)
	}
	if next := StatusOf(c, m.Today, m.Holidays).Next; next.Act != ActApprove {
		t.Errorf("and that is the next thing: %+v", next)
	}
	refused(t, c, SendBackOffer{}, boss, "no-reason")
	back := must(t, c, SendBackOffer{Why: "Say what nine days were like."}, boss)
	if o := back.Offers[0]; len(o.SentBack) != 1 || o.SentBack[0].By != helen.ID || o.Waiting() || o.Agreed() {
		t.Errorf("sent back: %+v", o)
	}
	// What was sent back is not approved by the way, not even by somebody who could.
	refused(t, back, MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 2}, boss, "not-approved")
	back = must(t, back, ChangeRedress{Line: 1, Input: harm(28000)}, m)
	back = must(t, back, Propose{To: jo.ID}, m)
	if o := back.Offers[0]; len(back.Offers) != 1 || o.Sum != 28000 || len(o.SentBack) != 1 || o.SentTo != jo.ID {
		t.Errorf("proposed again with what was said of it: %+v", back.Offers)
	}
	c = must(t, c, Approve{}, boss)
	refused(t, c, Propose{}, m, "approved")
	c = response(t, c, m)
	if o := c.Offers[0]; o.ApprovedBy != helen.ID || o.ProposedBy != dan.ID || o.Told != m.Today {
		t.Errorf("%+v", o)
	}
}

func TestAChangeVoidsTheApproval(t *testing.T) {
	m, boss := money(t, dan, "2026-11-20"), money(t, helen, "2026-11-20")
	approved := must(t, must(t, found(t, harm(30000), heater(2268)), Propose{To: helen.ID}, m), Approve{}, boss)
	written := must(t, approved, MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 2}, m)
	for _, act := range []Act{
		OfferRedress{Input: visit("2026-11-16")}, ChangeRedress{Line: 2, Input: heater(2267)}, DropRedress{Line: 2},
		ChangeRedress{Line: 1, Input: redress.Judge("delay", "serious", 30000, "Nine days without heating and hot water.")}, // the same sum
	} {
		c := must(t, approved, act, m)
		if len(c.Offers) != 0 {
			t.Errorf("%s leaves the approval of something else: %+v", act.Name(), c.Offers)
		}
		refused(t, c, MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 2}, m, "not-approved")
	}
	// The letter that was written has other sums than the ledger now.
	changed := must(t, must(t, must(t, written, DropRedress{Line: 2}, m), Propose{To: helen.ID}, m), Approve{}, boss)
	refused(t, changed, send(changed, Response, "2026-11-20"), m, "changed")
}

func TestALetterDoesNotGoWithOtherSumsOfTheSameTotal(t *testing.T) {
	// £120.00 and £22.68 are £142.68; so are £122.68 and £20.00, and so is a
	// heater by another name.
	named := heater(2268)
	named.Title = "Oil heater"
	m := money(t, dan, "2026-11-20")
	written := must(t, found(t, harm(12000), heater(2268)), MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 2}, m)
	for _, acts := range [][]Act{
		{ChangeRedress{Line: 1, Input: harm(12268)}, ChangeRedress{Line: 2, Input: heater(2000)}},
		{ChangeRedress{Line: 2, Input: named}},
	} {
		c := written
		for _, act := range append(acts, Propose{}) {
			c = must(t, c, act, m)
		}
		if c.Whole() != written.Whole() || !c.Offers[0].Agreed() {
			t.Fatalf("approved again at the same %s: %+v", c.Whole(), c.Offers)
		}
		refused(t, c, send(c, Response, "2026-11-20"), m, "changed")
	}
	// A colleague who saves the same line again changes nothing on the page.
	same := must(t, must(t, written, ChangeRedress{Line: 2, Input: heater(2268)}, money(t, sam, "2026-11-20")), Propose{}, m)
	must(t, same, send(same, Response, "2026-11-20"), m)
}

func TestAboveEveryLimitAManagerRecordsWhoAgreed(t *testing.T) {
	severe := redress.Judge("delay", "severe", 100000, "A winter without heating.")
	severe.Harm.Route, severe.Harm.RouteWhy = redress.RouteNo, "No injury and no claim."
	m := money(t, dan, "2026-11-20")
	c := found(t, severe)
	at := must(t, must(t, c, Propose{To: helen.ID}, m), Approve{}, money(t, helen, "2026-11-20")) // £1,000.00 exactly
	if !at.Offers[0].Agreed() {
		t.Error("at the limit is within it")
	}
	c = must(t, c, OfferRedress{Input: heater(1)}, m)
	refused(t, c, Propose{}, money(t, helen, "2026-11-20"), "over-limit")
	refused(t, c, Propose{To: sam.ID}, m, "over-limit")
	c = must(t, c, Propose{To: helen.ID}, m)
	refused(t, c, Approve{}, money(t, helen, "2026-11-20"), "no-outside")
	c = must(t, c, Approve{Outside: "The Head of Service"}, money(t, helen, "2026-11-20"))
	if o := c.Offers[0]; o.Outside != "The Head of Service" || o.ApprovedBy != helen.ID {
		t.Errorf("%+v", o)
	}
	// An office may set its own limits: then the desk's own are not above them.
	m.Settings.Redress.Limits = []redress.Limit{{Role: string(Investigator), Most: 100001}}
	must(t, must(t, found(t, severe), OfferRedress{Input: heater(1)}, m), Propose{}, m)
}

// second is an answered complaint that offered £120.00 at stage 1, at stage 2
// with Jo, acknowledged on Tuesday 24 November 2026 and every point answered.
func second(t *testing.T) Case {
	c := response(t, found(t, harm(12000)), money(t, dan, "2026-11-20"))
	m := money(t, jo, "2026-11-24")
	c = must(t, c, AskStage2{On: m.Today, Handler: jo.ID}, m)
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: m.Today, How: Posted, To: "Grace"}, m)
	for p := range c.Points {
		c = must(t, c, AnswerPoint{Point: p + 1, Finding: Upheld, Reasons: "Eleven days, not nine."}, m)
	}
	return c
}

func TestStage2CountsBothStagesAndNeedsSomebodyNew(t *testing.T) {
	c, m := second(t), money(t, jo, "2026-11-24")
	refused(t, c, OfferRedress{Input: redress.Judge("facility", "serious", 13001, "x")}, money(t, dan, "2026-11-24"), "same-person")
	c = must(t, c, OfferRedress{Input: redress.Judge("facility", "significant", 88001, "Two more days.")}, m)
	refused(t, c, Propose{}, m, "over-limit") // £120.00 + £880.01 is more than £1,000.00
	c = must(t, c, DropRedress{Line: 2}, m)
	c = must(t, c, OfferRedress{Input: redress.Judge("facility", "serious", 20000, "Two more days.")}, m)
	c = must(t, c, Propose{To: helen.ID}, m)
	if o := c.Offers[1]; o.Stage != 2 || o.Sum != 20000 || o.Whole != 32000 {
		t.Errorf("the new total is £320.00, £120.00 of it stage 1's (ruling 21): %+v", o)
	}
	// Helen is new to it; had she approved stage 1 she would not be.
	taken := clone(c)
	taken.Offers[0].ApprovedBy = helen.ID
	refused(t, taken, Approve{}, money(t, helen, "2026-11-24"), "same-person")
	c = must(t, c, Approve{}, money(t, helen, "2026-11-24"))
	c = response(t, c, m)
	if facts := Facts(c); facts[0].Offered != 12000 || facts[1].Offered != 20000 {
		t.Errorf("the board counts each stage's own, once: %+v", facts)
	}
	refused(t, c, AnswerOffer{On: m.Today, Answer: AcceptedAll, Offer: 1}, m, "superseded")
	c = must(t, c, AnswerOffer{On: m.Today, Answer: AcceptedAll, Said: "By telephone."}, m)
	if o := c.Offers[1]; len(o.Accepted) != 2 || Owed(c)[0].Sum+Owed(c)[1].Sum != 32000 {
		t.Errorf("accepting the stage 2 offer accepts the new total: %+v, owed %+v", o, Owed(c))
	}
	if f := Faults(c); len(f) > 0 {
		t.Error(f)
	}
}

func TestWhoHadAPartInTheMoneyOfStage1IsNotGivenStage2(t *testing.T) {
	m := money(t, dan, "2026-11-20")
	c := must(t, found(t, harm(12000)), OfferRedress{Input: heater(2268)}, money(t, sam, "2026-11-20"))
	c = must(t, c, ChangeRedress{Line: 1, Input: harm(25000)}, money(t, helen, "2026-11-20"))
	c = must(t, c, Propose{To: jo.ID}, m)
	c = must(t, c, Approve{}, money(t, jo, "2026-11-20"))
	c = response(t, c, m)
	later := money(t, priya, "2026-11-24")
	c = must(t, c, AskStage2{On: later.Today}, later)
	for _, o := range []Officer{sam, helen, jo, dan} {
		refused(t, c, Assign{To: o.ID}, money(t, helen, "2026-11-24"), "same-person")
	}
}

// TestTheAnswerOffersWhatALetterOfferedBeforeIt: £120.00 in a letter of its own,
// then the answer with £22.68 more, which offers £142.68 in all. Who says yes to
// that says yes to both, and nothing waits for them any more.
func TestTheAnswerOffersWhatALetterOfferedBeforeIt(t *testing.T) {
	m := money(t, dan, "2026-11-20")
	c := must(t, found(t, harm(12000)), MakeLetter{Kind: OfferLetter, Dated: m.Today, Document: "cc", Pages: 1}, m)
	c = must(t, c, send(c, OfferLetter, "2026-11-20"), m)
	early := c
	c = must(t, c, OfferRedress{Input: heater(2268)}, m)
	c = response(t, c, m)
	refused(t, c, AnswerOffer{On: m.Today, Answer: AcceptedAll, Offer: 1}, m, "superseded")
	if got := c.OfferLines(2); !slices.Equal(got, []int{1, 2}) || !c.Superseded(c.Offers[0]) || c.Superseded(c.Offers[1]) {
		t.Errorf("the answer holds lines %v", got)
	}
	all := must(t, c, AnswerOffer{On: m.Today, Answer: AcceptedAll}, m)
	if owed := Owed(all); len(owed) != 2 || owed[0].Sum+owed[1].Sum != 14268 {
		t.Errorf("owed %+v", owed)
	}
	if o, waits := all.Unreplied(); waits {
		t.Errorf("offer %d still waits for the resident", o.ID)
	}
	part := must(t, c, AnswerOffer{On: m.Today, Answer: AcceptedPart, Lines: []int{1}}, m)
	if owed := Owed(part); len(owed) != 1 || owed[0].Sum != 12000 {
		t.Errorf("the letter's sum alone: %+v", owed)
	}
	for _, c := range []Case{c, all, part} {
		if f := Faults(c); len(f) > 0 {
			t.Error(f)
		}
	}
	// While the answer has not gone, and where it adds nothing, the letter's offer
	// is the one that is answered.
	must(t, early, AnswerOffer{On: m.Today, Answer: AcceptedAll}, m)
	must(t, response(t, early, m), AnswerOffer{On: m.Today, Answer: AcceptedAll}, m)
	// Two letters before the answer are two offers.
	two := must(t, early, OfferRedress{Input: heater(2268)}, m)
	two = must(t, two, MakeLetter{Kind: OfferLetter, Dated: m.Today, Document: "dd", Pages: 1}, m)
	two = must(t, two, send(two, OfferLetter, "2026-11-20"), m)
	if got := two.OfferLines(2); !slices.Equal(got, []int{2}) {
		t.Errorf("a second letter holds lines %v", got)
	}
	must(t, two, AnswerOffer{On: m.Today, Answer: AcceptedAll, Offer: 1}, m)
}
