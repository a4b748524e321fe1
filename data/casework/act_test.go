package casework

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// The officers of the tests.
var (
	priya = Officer{ID: 1, Name: "Priya Nair", Role: FrontDesk, Office: 1}
	dan   = Officer{ID: 2, Name: "Dan Okafor", Role: Investigator, Office: 1}
	helen = Officer{ID: 3, Name: "Helen Marsh", Role: Manager, AllOffices: true}
	ros   = Officer{ID: 4, Name: "Ros Castell", Role: Investigator, Office: 2}
	board = Officer{ID: 5, Name: "Bo Ard", Role: BoardReader, AllOffices: true}
	gone  = Officer{ID: 6, Name: "Len Gone", Role: Investigator, Office: 1, Left: true}
	staff = []Officer{priya, dan, helen, ros, board, gone}
)

var (
	shipped = sync.OnceValues(policy.Shipped)
	england = calendar.England()
)

// on is the moment of an officer's act on a day.
func on(t testing.TB, by Officer, day calendar.Date) Moment {
	t.Helper()
	policies, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return Moment{Today: day, By: by, Policies: policies, Holidays: england, Officer: func(id int64) (Officer, bool) {
		for _, o := range staff {
			if o.ID == id {
				return o, true
			}
		}
		return Officer{}, false
	}}
}

// must applies an act that has to be accepted.
func must(t *testing.T, c Case, act Act, m Moment) Case {
	t.Helper()
	out, err := Apply(c, act, m)
	if err != nil {
		t.Fatalf("%s on %s: %v", act.Name(), m.Today, err)
	}
	out.Case.Version = c.Version + 1
	return out.Case
}

// refused applies an act that has to be refused for a reason.
func refused(t *testing.T, c Case, act Act, m Moment, code string) {
	t.Helper()
	_, err := Apply(c, act, m)
	var r *Refusal
	if !errors.As(err, &r) || r.Code != code {
		t.Errorf("%s on %s: got %v, want a refusal %q", act.Name(), m.Today, err, code)
	}
}

func day(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		panic(err)
	}
	return d
}

// walkIn is a complaint made at the counter.
func walkIn(received string) Record {
	return Record{
		ID: 9, Reference: NewReference(Complaint, 2026, 9), Office: 1, Received: day(received), Channel: Counter,
		Resident: Person{Name: "Grace Adeyemi"}, Home: Home{Lines: []string{"31 Harebell Court", "Derby"}, Postcode: "DE24 7LN", Tenure: Secure},
		Answer: Complain, Story: "Heating and hot water off since last Friday.", Wanted: "Heating fixed today.", Subject: "repairs",
		Contact: Contact{Reply: ReplyLetter}, Points: []string{"No heating since 6 November.", "Nobody came on Saturday."},
	}
}

func send(c Case, kind LetterKind, on string) DispatchLetter {
	return DispatchLetter{Kind: kind, Letter: c.Letters[len(c.Letters)-1].ID, On: day(on), How: Posted, To: c.Resident.Name}
}

// answered is a complaint received Friday 13 November 2026, acknowledged that
// day and answered on Friday 27 November by Dan.
func answered(t *testing.T) Case {
	c := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	c = must(t, c, Assign{To: dan.ID}, on(t, dan, day("2026-11-13")))
	c = must(t, c, MakeLetter{Kind: Acknowledgement, Dated: day("2026-11-13"), Document: "aa", Pages: 1}, on(t, priya, day("2026-11-13")))
	c = must(t, c, send(c, Acknowledgement, "2026-11-13"), on(t, priya, day("2026-11-13")))
	last := on(t, dan, day("2026-11-27"))
	c = must(t, c, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "We took nine days."}, last)
	c = must(t, c, AnswerPoint{Point: 2, Finding: NotUpheld, Reasons: "The visit was booked for Monday."}, last)
	c = must(t, c, OfferRedress{Input: redress.Judge("delay", "serious", 12000, "Nine days without heating.")}, last)
	c = must(t, c, MakePromise{Text: "Service the boiler", Owner: "Repairs", Due: day("2026-12-04")}, last)
	c = must(t, c, MakeLetter{Kind: Response, Dated: day("2026-11-27"), Document: "bb", Pages: 2}, last)
	return must(t, c, send(c, Response, "2026-11-27"), last)
}

func TestAWalkInGetsItsDates(t *testing.T) {
	// Received Friday 13 November 2026. Day 1 is Monday 16; day 5 is Friday
	// 20. From there ten working days end on Friday 4 December, and ten more
	// on Friday 18 December.
	c := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	s := c.Current()
	for _, d := range []struct {
		name string
		got  policy.Deadline
		want string
		prov bool
	}{
		{"acknowledge", s.AcknowledgeBy, "2026-11-20", false},
		{"respond", s.RespondBy, "2026-12-04", true},
		{"latest", s.Latest, "2026-12-18", true},
	} {
		if d.got.Due.String() != d.want || d.got.Provisional != d.prov || len(d.got.Working.Steps) == 0 {
			t.Errorf("%s is %s, provisional %v, with %d steps; want %s, %v", d.name, d.got.Due, d.got.Provisional, len(d.got.Working.Steps), d.want, d.prov)
		}
	}
	c = answered(t)
	if s := c.Current(); s.RespondBy.Due.String() != "2026-11-27" || s.RespondBy.Provisional {
		t.Errorf("acknowledged the same day, the response is due %s", s.RespondBy.Due)
	}
}

func TestPrintingAcknowledgesNothing(t *testing.T) {
	m := on(t, priya, day("2026-11-13"))
	c := must(t, Case{}, walkIn("2026-11-13"), m)
	c = must(t, c, MakeLetter{Kind: Acknowledgement, Dated: m.Today, Document: "aa", Pages: 1}, m)
	c = must(t, c, HandToPrinter{Kind: Acknowledgement, Letter: 1, Result: HandedToPrinter}, m)
	if !c.Current().Acknowledged.IsZero() {
		t.Fatal("handing a letter to the printer acknowledged the complaint")
	}
	// On Monday the letter's date and its deadlines would be wrong (ruling 7).
	refused(t, c, send(c, Acknowledgement, "2026-11-16"), on(t, priya, day("2026-11-16")), "stale")
	// Recorded on Monday that it went on Friday: it went on Friday.
	c = must(t, c, send(c, Acknowledgement, "2026-11-13"), on(t, priya, day("2026-11-16")))
	if c.Current().Acknowledged != day("2026-11-13") {
		t.Errorf("acknowledged %s", c.Current().Acknowledged)
	}
	refused(t, c, send(c, Acknowledgement, "2026-11-13"), on(t, priya, day("2026-11-16")), "sent")
	receipt := must(t, c, MakeLetter{Kind: Receipt, Dated: m.Today, Document: "cc", Pages: 1}, m)
	receipt = must(t, receipt, DispatchLetter{Kind: Receipt, Letter: 2, On: m.Today, How: HandedOver, To: "Grace"}, m)
	if receipt.Current().Acknowledged != day("2026-11-13") {
		t.Error("a receipt changed the acknowledgement")
	}
}

func TestAnswersRemediesAndOutcome(t *testing.T) {
	c := answered(t)
	s := c.Current()
	if s.Responded != day("2026-11-27") || s.Outcome != Upheld || !s.Mixed {
		t.Errorf("answered %s, %s, mixed %v; want upheld with some points not (ruling 15)", s.Responded, s.Outcome, s.Mixed)
	}
	m := on(t, dan, day("2026-11-30"))
	refused(t, c, AnswerPoint{Point: 1, Finding: NotUpheld, Reasons: "x"}, m, "answered")
	refused(t, c, DropRedress{Line: 1}, m, "told")
	refused(t, c, MakeLetter{Kind: Response, Dated: m.Today, Document: "dd", Pages: 1}, m, "answered")
	refused(t, c, SentElsewhere{Kind: Response, On: m.Today, How: Posted, To: "Grace"}, m, "answered")
	refused(t, c, Describe{Points: []PointText{{Text: "new"}}}, m, "answered")
	c = must(t, c, Close{On: day("2026-11-30")}, m)
	refused(t, c, Close{On: day("2026-11-30")}, m, "closed")
	if len(Duties(c)) != 1 || Duties(c)[0].Kind != DutyPromise {
		t.Errorf("a closed case owes %v; its promise outlives it (Code 6.6)", Duties(c))
	}
	c = must(t, c, KeepPromise{Promise: 1, On: day("2026-12-02")}, on(t, dan, day("2026-12-02")))
	if len(Duties(c)) != 0 {
		t.Errorf("everything is kept and %v is owed", Duties(c))
	}
}

func TestTheResponseWaitsForEveryPoint(t *testing.T) {
	m := on(t, dan, day("2026-11-16"))
	c := must(t, Case{}, walkIn("2026-11-13"), m)
	c = must(t, c, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "Late."}, m)
	refused(t, c, MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 1}, m, "unanswered")
	refused(t, c, SentElsewhere{Kind: Response, On: m.Today, How: Emailed, To: "g@example.org"}, m, "unanswered")
	refused(t, c, Close{On: m.Today}, m, "not-answered")
	c = must(t, c, Describe{Points: []PointText{{ID: 1, Text: "Heating"}, {ID: 2, Text: "Noise", NotOurs: "The council's own team"}}, Subject: "repairs"}, m)
	c = must(t, c, MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 1}, m)
	if len(c.Letters) != 1 {
		t.Error("a point that is not ours needs its reason, not a finding (Code 5.7)")
	}
}

func TestExtensionsHoldToTheirLimits(t *testing.T) {
	// Acknowledged Friday 13 November, due Friday 27 November 2026.
	m := on(t, dan, day("2026-11-27"))
	c := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	refused(t, c, Extend{Days: 5, Reason: "Survey", Told: m.Today, How: Posted}, m, "not-acknowledged")
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: day("2026-11-13"), How: Emailed, To: "g@example.org"}, m)
	extend := Extend{Days: 6, Reason: "Survey on Tuesday", Told: m.Today, How: Posted}
	next := on(t, dan, day("2026-11-30"))
	late := extend
	late.Told = next.Today
	refused(t, c, late, next, "too-late")
	c = must(t, c, extend, m)
	if due := c.Current().Due().Due; due != day("2026-12-07") {
		t.Errorf("six working days after 27 November is 7 December, not %s", due)
	}
	extend.Days = 11
	refused(t, c, extend, m, "over-limit")
	extend.Days = 6
	refused(t, c, extend, m, "no-days")
	extend.Days, extend.Told = 10, day("2026-12-07")
	c = must(t, c, extend, on(t, dan, day("2026-12-07")))
	if due := c.Current().Due().Due; due != day("2026-12-11") {
		t.Errorf("ten working days after the original 27 November is 11 December, not %s", due)
	}
	if c.Current().RespondBy.Due != day("2026-11-27") {
		t.Error("an extension moved the original due date")
	}
}

func TestStageTwoGoesToSomebodyElse(t *testing.T) {
	c := answered(t)
	m := on(t, helen, day("2026-12-01"))
	refused(t, c, AskStage2{On: m.Today, Handler: dan.ID}, m, "same-person")
	refused(t, c, AskStage2{On: day("2026-11-26")}, m, "too-early")
	refused(t, c, AskStage2{On: m.Today, Points: []int{7}}, m, "no-point")
	c = must(t, c, AskStage2{On: m.Today, Points: []int{2}}, on(t, priya, m.Today)) // by mouth, to anyone, without reasons
	refused(t, c, Assign{To: dan.ID}, m, "same-person")
	refused(t, c, Assign{To: gone.ID}, m, "no-officer")
	refused(t, c, Assign{To: ros.ID}, m, "not-theirs")
	c = must(t, c, Assign{To: helen.ID}, m)
	// Asked Tuesday 1 December: acknowledge by Tuesday 8, answer within 20
	// working days of that: 25 and 28 December and 1 January do not count.
	if s := c.Current(); s.AcknowledgeBy.Due != day("2026-12-08") || s.RespondBy.Due != day("2027-01-08") {
		t.Errorf("stage 2 dates are %s and %s", s.AcknowledgeBy.Due, s.RespondBy.Due)
	}
	if open := c.Unanswered(c.Current()); len(open) != 1 || open[0].ID != 2 {
		t.Errorf("stage 2 has to answer point 2 again, and it alone: %v", open)
	}
	refused(t, c, AskStage2{On: m.Today}, m, "stage-2")
	refused(t, c, AnswerPoint{Point: 2, Finding: Upheld, Reasons: "x"}, on(t, dan, m.Today), "same-person")
	must(t, c, AnswerPoint{Point: 2, Finding: Upheld, Reasons: "We did not come."}, m)
}

func TestAnEarlierCaseKeepsItsPolicy(t *testing.T) {
	// Received Thursday 28 March 2024, the last working day before Easter and
	// before the current policy: 2 working days skip Good Friday and Easter
	// Monday and end on Wednesday 3 April; 10 end on Monday 15 April.
	c := must(t, Case{}, walkIn("2024-03-28"), on(t, dan, day("2024-04-02")))
	s := c.Current()
	if c.PolicyName() != "earlier" || s.AcknowledgeBy.Due != day("2024-04-03") || s.RespondBy.Due != day("2024-04-15") || s.RespondBy.Provisional {
		t.Errorf("%s: acknowledge %s, respond %s", c.Policy, s.AcknowledgeBy.Due, s.RespondBy.Due)
	}
	m := on(t, dan, day("2024-04-12"))
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: day("2024-04-03"), How: Posted, To: "Grace"}, m)
	refused(t, c, Extend{Days: 2, Reason: "x", Told: m.Today, How: Posted}, m, "no-extension")
	for _, p := range []int{1, 2} {
		c = must(t, c, AnswerPoint{Point: p, Finding: NotUpheld, Reasons: "We came as booked."}, m)
	}
	c = must(t, c, SentElsewhere{Kind: Response, On: m.Today, How: Posted, To: "Grace"}, m)
	open := must(t, c, AskStage2{On: day("2024-05-07"), Handler: helen.ID}, on(t, helen, day("2024-05-07")))
	if open.Current().AcknowledgeBy.Due != day("2024-05-14") {
		t.Errorf("open on 1 April 2024, it gets stage 2 (ruling 3): %s", open.Current().AcknowledgeBy.Due)
	}
}

func TestRecordNeedsOnlyFourThings(t *testing.T) {
	m := on(t, priya, day("2026-11-13"))
	least := Record{ID: 1, Reference: "C-2026-0001", Office: 1, Received: m.Today, Channel: Counter, Answer: Complain, Story: "No heating."}
	c := must(t, Case{}, least, m)
	if len(c.Points) != 1 || c.Points[0].Text != "No heating." {
		t.Errorf("the story stands as the first point, got %v", c.Points)
	}
	if todo := ToDo(c); len(todo) != 6 {
		t.Errorf("to do before acknowledging: %v", todo)
	}
	for field, spoil := range map[string]func(*Record){
		"story":    func(r *Record) { r.Story = " \x00\n" },
		"received": func(r *Record) { r.Received = day("2026-11-14") },
		"happened": func(r *Record) { r.Happened.Date = day("2026-11-14") },
		"choice":   func(r *Record) { r.Answer = "" },
		"channel":  func(r *Record) { r.Channel = "pigeon" },
	} {
		r := least
		spoil(&r)
		_, err := Apply(Case{}, r, m)
		var refusal *Refusal
		if !errors.As(err, &refusal) || refusal.Field != field {
			t.Errorf("%s spoilt: %v", field, err)
		}
	}
	old := least
	old.Received = day("2025-09-10")
	if doubts := old.Doubts(m); !strings.Contains(doubts["received"], "Wednesday 10 September 2025") {
		t.Errorf("received 14 months ago is asked about: %v", doubts)
	}
	must(t, Case{}, old, m) // and not refused
	request := least
	request.Answer = ServiceOnly
	if c := must(t, Case{}, request, m); c.Kind != ServiceRequest || len(c.Stages) != 0 || len(Facts(c)) != 1 {
		t.Errorf("a service request has no stage: %+v", c)
	}
}

func TestApplyNeverChangesTheCaseItIsGiven(t *testing.T) {
	c := answered(t)
	before := Flatten(c)
	m := on(t, helen, day("2026-12-01"))
	must(t, c, AskStage2{On: m.Today, Handler: helen.ID}, m)
	must(t, c, ChangeContact{Resident: Person{Name: "New Name", Telephones: []string{"07700 900142"}}}, m)
	if len(Diff(c, c)) != 0 || len(before) != len(Flatten(c)) {
		t.Error("the case given was changed")
	}
	for field, value := range Flatten(c) {
		if before[field] != value {
			t.Errorf("%s of the case given was changed", field)
		}
	}
}

// What a front desk may do, and what only a manager may, written out apart from
// the table.
var (
	atTheCounter = append(strings.Split("record, describe, change contact, record authority, end authority, add member, drop member, link, "+
		"declare conflict, add evidence, log call, note, correct note, ask for stage 2, withdraw, take back, keep promise, set risk, "+
		"start hazard, hazard job, enquire, ask others, remind, got answer, pass on, moved, died, renamed, housing reference, answer to offer, "+
		"record petition, record claim, record fixed payment, correct petition, correct claim, claim reference, start repair, ask second contractor, repair done", ", "),
		threeActs("receipt", "acknowledgement", "service request", "consent form", "complaint slip", "progress slip", "pass-on", "withdrawal", "action completed",
			"right to repair notice", "second contractor notice", "petition acknowledgement")...)
	forManagers = append(strings.Split("overturn, refuse stage 2, protect, restrict contact, review restriction, recount, recorded in error, determine, "+
		"record escalation refusal sent elsewhere, record restriction sent elsewhere", ", "), threeActs("escalation refusal", "restriction")...)
)

func threeActs(letters ...string) []string {
	var all []string
	for _, l := range letters {
		all = append(all, "make "+l, "print "+l, "dispatch "+l)
	}
	return all
}

func TestWhoMayDoWhat(t *testing.T) {
	c := answered(t)
	for _, o := range staff {
		for _, act := range ActNames() {
			want := false
			switch o.ID {
			case priya.ID:
				want = slices.Contains(atTheCounter, string(act))
			case dan.ID:
				want = !slices.Contains(forManagers, string(act))
			case helen.ID:
				want = true
			}
			if got := May(o, act, c) == nil; got != want {
				t.Errorf("%s (%s) may %s: %v, want %v", o.Name, o.Role, act, got, want)
			}
		}
	}
	c.Confidential = true
	if Visible(dan, c) || Visible(helen, c) {
		t.Error("a confidential case is absent for those not named on it")
	}
	c.Access = []int64{dan.ID}
	if !Visible(dan, c) || Visible(board, c) || Visible(gone, c) {
		t.Error("a confidential case is there for those named on it, and for nobody else")
	}
	for _, o := range staff {
		for _, d := range Deeds() {
			want := o.ID == helen.ID ||
				o.ID == priya.ID && d == SeeCases || o.ID == dan.ID && (d == SeeCases || d == SeeFigures) ||
				o.ID == ros.ID && (d == SeeCases || d == SeeFigures) || o.ID == board.ID && (d == SeeFigures || d == SaveReport)
			if got := MayDo(o, d) == nil; got != want {
				t.Errorf("%s (%s) may %s: %v, want %v", o.Name, o.Role, d, got, want)
			}
		}
	}
}

func TestTheStatusIsOneSentence(t *testing.T) {
	h := calendar.England()
	m := on(t, priya, day("2026-11-13"))
	c := must(t, Case{}, walkIn("2026-11-13"), m)
	for _, want := range []struct{ today, sentence, left, next string }{
		{"2026-11-13", "Stage 1 acknowledgement is due Friday 20 November 2026.", "5 working days left", "Write the acknowledgement"},
		{"2026-11-20", "Stage 1 acknowledgement is due Friday 20 November 2026.", "Today", "Write the acknowledgement"},
		{"2026-11-21", "Stage 1 acknowledgement is due Friday 20 November 2026.", "1 working day late", "Write the acknowledgement"},
		{"2026-11-24", "Stage 1 acknowledgement is due Friday 20 November 2026.", "2 working days late", "Write the acknowledgement"},
	} {
		got := StatusOf(c, day(want.today), h)
		if got.Sentence != want.sentence || got.Left != want.left || got.Next.Label != want.next {
			t.Errorf("on %s: %+v, want %+v", want.today, got, want)
		}
	}
	c = must(t, c, MakeLetter{Kind: Acknowledgement, Dated: m.Today, Document: "aa", Pages: 1}, m)
	c = must(t, c, HandToPrinter{Kind: Acknowledgement, Letter: 1, Result: HandedToPrinter}, m)
	if got := StatusOf(c, m.Today, h).Next; got.Act != ActSendAck {
		t.Errorf("printed and not sent, the next thing is to say how it went: %+v", got)
	}
	c = must(t, c, send(c, Acknowledgement, "2026-11-13"), m)
	if got := StatusOf(c, m.Today, h); got.Next.Label != "Answer point 1" || got.Left != "10 working days left" {
		t.Errorf("%+v", got)
	}
	if got := StatusOf(answered(t), day("2026-11-27"), h); got.Sentence != "Stage 1 was answered on Friday 27 November 2026: upheld; the resident has not answered the offer." {
		t.Errorf("%+v", got)
	}
}

func BenchmarkApply(b *testing.B) {
	m := on(b, priya, day("2026-11-13"))
	out, err := Apply(Case{}, walkIn("2026-11-13"), m)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Apply(out.Case, AddNote{Text: "Rang twice."}, m); err != nil {
			b.Fatal(err)
		}
	}
}
