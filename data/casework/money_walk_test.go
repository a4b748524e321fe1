package casework

import (
	"testing"

	"casebook/data/redress"

	"pgregory.net/rapid"
)

// anyMoney draws one of the acts on money.
func anyMoney(rt *rapid.T, today string) Act {
	n := rapid.IntRange(0, 4).Draw(rt, "item")
	to := rapid.SampledFrom(append([]Officer{{}, jo, sam}, staff...)).Draw(rt, "to").ID
	near := day(today).AddDays(-rapid.IntRange(-1, 4).Draw(rt, "ago"))
	text := rapid.SampledFrom([]string{"", "Words."}).Draw(rt, "text")
	lines := rapid.SliceOfN(rapid.IntRange(1, 5), 0, 3).Draw(rt, "lines")
	sum := redress.Pence(rapid.SampledFrom([]int{0, 1, 500, 1000, 5000, 12000, 60000}).Draw(rt, "sum"))
	return rapid.SampledFrom([]Act{
		OfferRedress{Input: anySum(rt)}, OfferRedress{Input: anySum(rt)}, ChangeRedress{Line: n, Input: anySum(rt)}, DropRedress{Line: n},
		Propose{}, Propose{To: to}, Approve{}, Approve{Outside: text}, SendBackOffer{Why: text},
		AnswerOffer{On: near, Answer: rapid.SampledFrom([]OfferAnswer{"", AcceptedAll, AcceptedPart, DeclinedAll}).Draw(rt, "answer"), Lines: lines},
		Pay{Lines: lines, Sum: sum, On: near, Method: rapid.SampledFrom(PayMethods()).Draw(rt, "method"), Reference: "BACS"},
		Pay{Lines: []int{n}, Sum: sum, On: near, Method: rapid.SampledFrom(PayMethods()).Draw(rt, "way"), Reference: "BACS"},
		PaidInError{Payment: n, What: text}, WaiveLate{Stage: 1, What: LateAcknowledgement, Why: text}, WaiveLate{Stage: 1, What: LateResponse, Why: text},
		MakeLetter{Kind: Response, Dated: day(today), Document: "aa", Pages: 1}, DispatchLetter{Kind: Response, Letter: n, On: day(today), How: Posted, To: "Grace"},
		SentElsewhere{Kind: Response, On: day(today), How: Posted, To: "Grace"},
		SentElsewhere{Kind: rapid.SampledFrom([]LetterKind{OfferLetter, FixedPaymentLetter, RepairPaymentLetter}).Draw(rt, "kind"), On: day(today), How: Posted, To: "Grace"},
		AskStage2{On: day(today)}, Close{On: day(today)}, Reopen{Why: text},
	}).Draw(rt, "money")
}

// anySum draws what a line may be for.
func anySum(rt *rapid.T) redress.Input {
	n := rapid.IntRange(0, 20).Draw(rt, "day")
	repair := lateHeating()
	repair.Repair.Done = repair.Repair.Done.AddDays(n)
	return rapid.SampledFrom([]redress.Input{
		harm(redress.Pence(5000 + 2500*n)), heater(redress.Pence(1 + 700*n)), visit(day("2026-11-01").AddDays(n).String()), repair,
		{Kind: redress.Ordered, Award: redress.AwardedSum{Body: "housing", Referral: 1, Order: 1, Sum: 15000}}, {},
	}).Draw(rt, "input")
}

// TestMoneyHoldsWhateverIsDone does random acts on money by anybody on
// complaints at every point of their way. Faults has most rules; what a single
// case cannot show is held here: a new line never makes the whole less, nothing
// that was told or paid is lost, and an award never goes against arrears,
// whatever the office allows.
func TestMoneyHoldsWhateverIsDone(t *testing.T) {
	ordered := must(t, offered(t), Refer{Body: "housing", On: day("2026-11-20"), What: "x"}, money(t, helen, "2026-11-20"))
	ordered = must(t, ordered, Determine{Referral: 1, On: day("2026-11-20"), Findings: []OmbudsmanFinding{{Matter: "x", Finding: Maladmin}},
		Orders: []Order{{Text: "Pay", Sum: 15000, Due: day("2026-12-20")}}}, money(t, helen, "2026-11-20"))
	starts := []Case{found(t), found(t, harm(30000)), offered(t), second(t), tardy(t), ordered}
	rapid.Check(t, func(rt *rapid.T) {
		c := clone(rapid.SampledFrom(starts).Draw(rt, "case"))
		today := day("2026-11-24")
		for range rapid.IntRange(1, 25).Draw(rt, "acts") {
			today = today.AddDays(rapid.SampledFrom([]int{0, 0, 0, 1, 9}).Draw(rt, "days"))
			act := anyMoney(rt, today.String())
			m := money(t, rapid.SampledFrom([]Officer{dan, sam, helen, jo, jo, priya}).Draw(rt, "by"), today.String())
			m.Settings.Redress.Offset = rapid.Bool().Draw(rt, "offset")
			out, err := Apply(c, act, m)
			if err != nil {
				continue
			}
			holdMoney(rt, c, out.Case, act)
			c = out.Case
			c.Version++
		}
	})
}

// holdMoney compares a case with what it was before an act.
func holdMoney(rt *rapid.T, was, is Case, act Act) {
	for _, fault := range Faults(is) {
		rt.Fatalf("after %+v: %s", act, fault)
	}
	if _, added := act.(OfferRedress); added && (is.Whole() < was.Whole() || is.Redress.Total() <= was.Redress.Total()) {
		rt.Fatalf("%+v made %s of %s", act, is.Redress.Total(), was.Redress.Total())
	}
	for _, o := range was.Offers {
		if now := is.OfferOf(append(o.Lines, 0)[0]); !o.Told.IsZero() && (now == nil || now.Sum != o.Sum || now.Told != o.Told || now.ApprovedBy != o.ApprovedBy) {
			rt.Fatalf("%+v changed what was told: %+v", act, o)
		}
	}
	if len(is.Payments) < len(was.Payments) {
		rt.Fatalf("%+v lost a payment", act)
	}
	for _, p := range is.Payments {
		for _, s := range p.Shares {
			if p.Method == Arrears && is.Line(s.ID).Head != redress.RightToRepair {
				rt.Fatalf("%+v set %s against arrears", act, is.Line(s.ID).Title)
			}
		}
	}
	var owed redress.Pence
	for _, o := range Owed(is) {
		owed += o.Sum
	}
	if owed > is.Redress.Total() {
		rt.Fatalf("%+v owes %s of %s", act, owed, is.Redress.Total())
	}
}
