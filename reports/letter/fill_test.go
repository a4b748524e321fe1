package letter_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"casebook/assets"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/reports/letter"
)

// text is every word of a letter on one line.
func text(l letter.Letter) string { return l.Document.Text() }

func TestAnAcknowledgementCountsFromItsOwnDay(t *testing.T) {
	c := recorded(t, received)
	for _, day := range []struct {
		made calendar.Date
		due  string
	}{
		{acknowledged, "Tuesday 17 November 2026"},
		{acknowledged.AddDays(1), "Wednesday 18 November 2026"},
	} {
		if l := filled(t, input(t, casework.Acknowledgement, c, day.made)); !strings.Contains(text(l), "answer by "+day.due) {
			t.Errorf("made on %s it does not promise %s: %s", day.made, day.due, l.Document.TextOf("due"))
		}
	}
	first := apply(t, c, acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "her"})
	again := filled(t, input(t, casework.Acknowledgement, first, acknowledged.AddDays(3)))
	if due := again.Document.TextOf("due"); !strings.Contains(due, "Tuesday 17 November 2026") || strings.Contains(due, "date of this letter") {
		t.Errorf("a second acknowledgement moves the clock of the first: %s", due)
	}
}

func TestALetterReadsAsItDidWhateverHappensSince(t *testing.T) {
	draft := recorded(t, received)
	ack := input(t, casework.Acknowledgement, draft, acknowledged)
	first := pdfOf(t, filled(t, ack))
	since := apply(t, draft, acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "her"})
	ack.Case = since
	if !bytes.Equal(first, pdfOf(t, filled(t, ack))) {
		t.Error("dispatch changed the acknowledgement")
	}
	told := calendar.On(2026, 11, 12)
	ack.Case = apply(t, since, told, casework.Extend{Days: 5, Reason: "The surveyor comes on Monday.", Told: told, How: casework.Posted})
	if !bytes.Equal(first, pdfOf(t, filled(t, ack))) {
		t.Error("an extension changed the acknowledgement that went before it")
	}
	more := ack
	more.Case = apply(t, since, told, casework.Describe{Wanted: since.Wanted, Subject: since.Subject, Points: []casework.PointText{
		{ID: 1, Text: since.Points[0].Text}, {ID: 2, Text: since.Points[1].Text}, {ID: 3, Text: since.Points[2].Text}, {ID: 4, Text: since.Points[3].Text}, {Text: "The gate is broken"},
	}})
	if len(more.Case.Points) != 5 || !bytes.Equal(first, pdfOf(t, filled(t, more))) {
		t.Error("a point added since changed the acknowledgement that went before it")
	}
	later := ack
	later.Today = told
	if due := filled(t, later).Document.TextOf("due"); !strings.Contains(due, "Tuesday 24 November 2026") || !strings.Contains(due, "new date") {
		t.Errorf("an acknowledgement after the extension says: %s", due)
	}
	mustPass(t, later)

	c := answered(t)
	res := input(t, casework.Response, c, today)
	first = pdfOf(t, filled(t, res))
	res.Case = apply(t, c, today.AddDays(10),
		casework.SentElsewhere{Kind: casework.Response, On: today, How: casework.Posted, To: "her"},
		casework.KeepPromise{Promise: 1, On: today.AddDays(10)})
	res.Case = applyAs(t, marsh, res.Case, today.AddDays(10),
		casework.ExplainPromise{Promise: 2, To: today.AddDays(40), Why: "The bank sent it back."},
		casework.AskStage2{On: today.AddDays(10), Handler: marsh.ID, Wanted: "More.", Still: []casework.StillText{{Point: 1, Text: "All of it."}}},
		casework.AnswerPoint{Point: 1, Finding: casework.NotUpheld, Reasons: "Something else."},
		casework.MakePromise{Text: "Ring you", Owner: "Stage 2", Due: today.AddDays(20)},
		casework.OfferRedress{Input: redress.Judge("delay", "", 100, "More.")},
	)
	res.Stage = 1
	if !bytes.Equal(first, pdfOf(t, filled(t, res))) {
		t.Error("what came after it changed the response")
	}
	mustPass(t, res)
}

func TestTheEarlierPolicyCountsFromReceipt(t *testing.T) {
	in := input(t, casework.Acknowledgement, recorded(t, calendar.On(2022, 3, 1)), calendar.On(2022, 3, 7))
	l := filled(t, in)
	if due := l.Document.TextOf("due"); !strings.Contains(due, "Tuesday 15 March 2022") || !strings.Contains(due, "from the day you told us") {
		t.Error(due)
	}
	if strings.Contains(text(l), "stage") {
		t.Errorf("the earlier policy has no stages: %s", text(l))
	}
}

func TestWordingGoesByTheDayOfTheLetter(t *testing.T) {
	old := calendar.On(2022, 9, 1)
	for _, day := range []struct {
		dated     calendar.Date
		condition bool
	}{{calendar.On(2022, 9, 30), true}, {calendar.On(2022, 10, 1), false}, {calendar.On(2023, 5, 2), false}} {
		in := input(t, casework.Response, answeredOn(t, old, day.dated), day.dated)
		mustPass(t, in)
		words := text(filled(t, in))
		if strings.Contains(words, "designated person") != day.condition || strings.Contains(words, "once eight weeks have passed") != day.condition {
			t.Errorf("dated %s, the condition stands there: %v", day.dated, !day.condition)
		}
		if strings.Contains(words, "Housing Ombudsman at any time") == day.condition {
			t.Errorf("dated %s: %s", day.dated, words)
		}
	}
}

func TestAnEarlierCaseStillOpenGetsStage2(t *testing.T) {
	old := calendar.On(2024, 3, 28)
	for _, day := range []struct {
		dated  calendar.Date
		stage2 bool
	}{{calendar.On(2024, 3, 29), false}, {calendar.On(2024, 4, 2), true}} {
		in := input(t, casework.Response, answeredOn(t, old, day.dated), day.dated)
		mustPass(t, in)
		if further := filled(t, in).Document.TextOf("escalation"); strings.Contains(further, "stage 2") != day.stage2 || strings.Contains(further, "appeal") == day.stage2 {
			t.Errorf("answered on %s: %s", day.dated, further)
		}
	}
}

func TestTheOmbudsmanGoesBySubject(t *testing.T) {
	const housing, lgsco, regulator, financial = "Housing Ombudsman Service", "Local Government and Social Care", "Building Safety Regulator", "Financial Ombudsman Service"
	for _, c := range []struct {
		name   string
		change func(*casework.Record)
		want   []string
	}{
		{"repairs", func(r *casework.Record) {}, []string{housing}},
		{"allocations", func(r *casework.Record) { r.Subject = "allocations" }, []string{housing, lgsco}},
		{"building safety in a high-rise", func(r *casework.Record) { r.Subject, r.Home.HighRise = "building-safety", true }, []string{housing, regulator}},
		{"building safety in a house", func(r *casework.Record) { r.Subject = "building-safety" }, []string{housing}},
		{"money advice for a resident", func(r *casework.Record) { r.Subject = "money-advice" }, []string{housing, financial}},
		{"money advice for somebody else", func(r *casework.Record) {
			r.Subject, r.ResidentID, r.HomeID, r.Home.Tenure = "money-advice", 0, 0, ""
		}, []string{financial}},
	} {
		for _, kind := range []casework.LetterKind{casework.Acknowledgement, casework.Response, casework.Receipt} {
			in := input(t, kind, answered(t, c.change), today)
			if kind == casework.Receipt {
				in.Case = recorded(t, received, c.change)
				in.Today = received
			}
			l := filled(t, in)
			mustPass(t, in)
			for _, body := range []string{housing, lgsco, regulator, financial} {
				if strings.Contains(text(l), body) != slices.Contains(c.want, body) {
					t.Errorf("%s of a case about %s: %s on the page is %v", kind, c.name, body, !slices.Contains(c.want, body))
				}
			}
		}
	}
}

func TestNoTextHasAnEmailAddressForTheOmbudsman(t *testing.T) {
	files, err := assets.Letters.ReadDir("letters")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		words, err := assets.Letters.ReadFile("letters/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(words), "@") {
			t.Errorf("%s has an e-mail address of its own", f.Name())
		}
	}
}

func TestALetterGoesToARepresentativeOnlyWithAuthority(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*casework.Representative)
		to     string
	}{
		"authority":                  {func(*casework.Representative) {}, "Łukasz Nguyễn"},
		"authority until today":      {func(r *casework.Representative) { r.Until = today }, "Łukasz Nguyễn"},
		"authority ended":            {func(r *casework.Representative) { r.Until = today.AddDays(-1) }, "Maureen Tilley"},
		"no authority":               {func(r *casework.Representative) { r.Authority = "" }, "Maureen Tilley"},
		"authority, letters to hers": {func(r *casework.Representative) { r.WriteToRep = false }, "Maureen Tilley"},
	} {
		in := input(t, casework.Response, answered(t, represented, func(r *casework.Record) { c.change(&r.Representative) }), today)
		mustPass(t, in)
		l := filled(t, in)
		if address := l.Document.TextOf("address"); !strings.HasPrefix(address, c.to) {
			t.Errorf("%s: addressed to %s", name, address)
		}
		if says := strings.Contains(text(l), "because you act for Maureen Tilley"); says != (c.to != "Maureen Tilley") {
			t.Errorf("%s: says for whom they act: %v", name, says)
		}
	}
}

func TestTheOfferIsTheLedgers(t *testing.T) {
	l := filled(t, input(t, casework.Response, answered(t), today))
	for _, want := range []string{"We offer you £606.68 in all (six hundred and six pounds and sixty-eight pence).", "I accept all of it: £606.68", "£294.00", "£22.68", "£30.00", "£260.00", "You can still go to the Ombudsman too."} {
		if !strings.Contains(text(l), want) {
			t.Errorf("%s is not on the page", want)
		}
	}
	big := answered(t)
	big.Redress = append(redress.Ledger{{ID: 9, Head: redress.FinancialLoss, Working: "A new roof.", Sum: 1_234_567_89, Stage: 1}}, big.Redress...)
	in := input(t, casework.Response, big, today)
	if mustPass(t, in); !strings.Contains(text(filled(t, in)), "£1,235,174.57 in all") {
		t.Error("a large offer does not add up on the page")
	}
}

func TestALetterThatCannotBeWrittenSaysWhy(t *testing.T) {
	request := recorded(t, received, func(r *casework.Record) { r.Answer = casework.ServiceOnly })
	foreign := answered(t)
	foreign.Policy = "unknown@1"
	for name, c := range map[string]struct {
		in   letter.Input
		want string
	}{
		"a service request": {input(t, casework.Acknowledgement, request, today), "is no complaint"},
		"another policy":    {input(t, casework.Response, foreign, today), "unknown@1"},
		"no such kind":      {input(t, "postcard", answered(t), today), "postcard"},
	} {
		if _, err := letter.Fill(c.in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAPointWithoutAnAnswerIsNamedWithWhatMendsIt(t *testing.T) {
	c := answered(t)
	c.Points[3].Finding, c.Points[3].Reasons = "", ""
	in := input(t, casework.Response, c, today)
	l := filled(t, in)
	findings := letter.Check(l, in)
	i := slices.IndexFunc(findings, func(f letter.Finding) bool { return f.ID == "every-point" })
	want := letter.Finding{
		ID: "every-point", Must: true, Words: "Point 4, “Nobody rang back”, has no answer", Source: "Code 6.7", Block: "decision 4",
		Fix: letter.Fix{Act: casework.ActAnswer, Point: 4},
	}
	if i < 0 || findings[i] != want {
		t.Errorf("found %+v", findings[i])
	}
	if !letter.Shut(findings) || findings[0].OK {
		t.Error("what keeps the printer shut does not come first")
	}
	if !strings.Contains(l.Document.TextOf("decision 4"), "No answer yet") {
		t.Errorf("the page says %q", l.Document.TextOf("decision 4"))
	}
}

func TestAdviceNeverShutsThePrinter(t *testing.T) {
	c := answered(t, func(r *casework.Record) { r.Contact.DoNot = "not before 10 am" })
	c.Points[0].Reasons = "Notwithstanding the aforementioned contractual obligations, the organisation's operational responsiveness regarding the rectification of the deficiency was demonstrably unsatisfactory, necessitating comprehensive procedural reconsideration of the responsibilities of all participating contractors."
	in := input(t, casework.Response, c, today)
	mustPass(t, in)
	var advice []string
	for _, f := range letter.Check(filled(t, in), in) {
		if !f.OK {
			advice = append(advice, f.ID)
		}
	}
	if !slices.Equal(advice, []string{"do-not"}) && !slices.Equal(advice, []string{"reading", "do-not"}) {
		t.Errorf("advice given: %v", advice)
	}
}

func TestLongReasonsArePrintedWhole(t *testing.T) {
	c := answered(t)
	c.Points[1].Reasons = strings.TrimSpace(strings.Repeat("We looked at every visit in turn. ", 300)) + " That is all."
	for _, large := range []bool{false, true} {
		in := input(t, casework.Response, c, today)
		in.LargePrint = large
		mustPass(t, in)
		got := extract(t, pdfOf(t, filled(t, in)))
		if n := strings.Count(strings.Join(strings.Fields(got), " "), "We looked at every visit"); n < 295 || !strings.Contains(got, "That is all.") {
			t.Errorf("large print %v: %d of 300 sentences came out", large, n)
		}
	}
}

func TestNamesPrintAndExtractAsTyped(t *testing.T) {
	for _, name := range []string{"Łukasz Nguyễn", "Zoë O’Brien-Smith", "Siân Ddu", "Şükrü Çelik", "Ольга Петрова", "Ελένη Παππά"} {
		in := input(t, casework.Acknowledgement, recorded(t, received, func(r *casework.Record) { r.Resident.Name = name }), acknowledged)
		mustPass(t, in)
		if got := extract(t, pdfOf(t, filled(t, in))); !strings.Contains(got, "Dear "+name+"\n") {
			t.Errorf("%s came out otherwise: %.120s", name, got)
		}
	}
}

func FuzzALetterOfAnyWords(f *testing.F) {
	for _, seed := range []string{"", "plain words", "{{.Name}}", "a\x00b\r\n\tc", "سارة", "👩‍👩‍👧", strings.Repeat("x", 3000), "1. [date] <no value> £5", "\u202egnp.exe", "é e\u0301 \xff\xfe"} {
		f.Add(seed, seed)
	}
	base := answered(f)
	f.Fuzz(func(t *testing.T, said, found string) {
		c := base
		c.Points = slices.Clone(base.Points)
		c.Points[0].Text, c.Points[0].Reasons, c.Wanted, c.Resident.Name = casework.Tidy(said), casework.Tidy(found), casework.Tidy(said), casework.Tidy(found)
		in := input(t, casework.Response, c, today)
		l := filled(t, in)
		if letter.Shut(letter.Check(l, in)) {
			return
		}
		if _, err := letter.PDF(l); err != nil {
			t.Errorf("a letter that is not shut does not print: %v", err)
		}
	})
}
