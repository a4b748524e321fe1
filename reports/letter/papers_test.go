package letter_test

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

var (
	update = flag.Bool("update", false, "write the golden texts anew")
	render = flag.String("render", "", "a folder to write the pages to, to look at them")
)

// paperOf is one page of every kind that this package makes.
type paperOf struct {
	name   string
	letter letter.Letter
}

func papers(tb testing.TB) []paperOf {
	tb.Helper()
	var all []paperOf
	add := func(name string, l letter.Letter, err error) {
		tb.Helper()
		if err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
		all = append(all, paperOf{name, l})
	}
	fill := func(name string, in letter.Input) {
		tb.Helper()
		l, err := letter.Fill(in)
		add(name, l, err)
	}
	response := input(tb, casework.Response, answered(tb), today)
	fill("acknowledgement", input(tb, casework.Acknowledgement, recorded(tb, received), acknowledged))
	fill("acknowledgement to a representative", input(tb, casework.Acknowledgement, recorded(tb, received, represented), acknowledged))
	fill("acknowledgement, needs and a point not ours", input(tb, casework.Acknowledgement, notAllOurs(tb), acknowledged))
	fill("response", response)
	large := response
	large.LargePrint = true
	fill("response in large print", large)
	fill("response, not upheld, about Money Advice", input(tb, casework.Response, notUpheld(tb, "money-advice"), today))
	fill("response, high-rise", input(tb, casework.Response, answered(tb, func(r *casework.Record) { r.Subject, r.Home.HighRise = "building-safety", true }), today))
	for _, name := range slices.Sorted(maps.Keys(further(tb))) {
		fill(name, further(tb)[name])
	}
	fill("receipt", input(tb, casework.Receipt, recorded(tb, received), received))
	fill("receipt for a petition", input(tb, casework.Receipt, petitioned(tb), handedIn))
	fill("receipt for a claim", input(tb, casework.Receipt, claimed(tb, ""), received))
	fill("receipt for a fixed payment", input(tb, casework.Receipt, fixedRecord(tb, "door-entry", received), received))
	fill("withdrawal of a claim", input(tb, casework.WithdrawalLetter, apply(tb, claimed(tb, ""), acknowledged, casework.Withdraw{On: acknowledged}), acknowledged))
	fill("receipt, not today", input(tb, casework.Receipt, recorded(tb, received, func(r *casework.Record) { r.Answer = casework.NotToday }), received))
	old := calendar.On(2022, 3, 1)
	fill("earlier acknowledgement", input(tb, casework.Acknowledgement, recorded(tb, old), calendar.On(2022, 3, 2)))
	fill("earlier response while the designated person was law", input(tb, casework.Response, answeredOn(tb, old, calendar.On(2022, 3, 14)), calendar.On(2022, 3, 14)))
	fill("earlier response after it ended", input(tb, casework.Response, answeredOn(tb, old, calendar.On(2022, 10, 3)), calendar.On(2022, 10, 3)))
	fill("earlier response once stage 2 is open", input(tb, casework.Response, answeredOn(tb, old, calendar.On(2024, 5, 7)), calendar.On(2024, 5, 7)))

	some := input(tb, casework.Response, partlyOwed(tb), today)
	fill("response, some of it owed outright", some)
	some.LargePrint = true
	fill("response, some of it owed outright, in large print", some)
	fill("response, all of it owed outright", input(tb, casework.Response, owedOutright(tb), today))

	addAnytime(tb, fill)
	addPromised(tb, fill)

	current, _ := policies(tb).Named("current")
	form, err := letter.BlankForm(settings(), current, today)
	add("blank form", form, err)
	due := current.StageDeadlines(1, calendar.On(2026, 12, 17), calendar.On(2026, 12, 18), 0, holidays)[1]
	why, err := letter.WhyPage(letter.Why{
		Reference: "C-2026-0377-D", What: "our stage 1 answer", From: "we acknowledged your complaint",
		Deadline: due, Settings: settings(), Today: calendar.On(2026, 12, 18),
	})
	add("why this date", why, err)
	add("huddle sheet", huddle(), nil)
	return all
}

func represented(r *casework.Record) {
	r.Representative = casework.Representative{
		Name: "Łukasz Nguyễn", Relation: "son", Lines: []string{"Flat 3", "9 Elm Row", "Derby"}, Postcode: "DE1 1AB",
		Authority: "signed form", WriteToRep: true,
	}
}

func notAllOurs(tb testing.TB) casework.Case {
	c := recorded(tb, received, func(r *casework.Record) {
		r.Contact.Adjustments = []casework.Adjustment{{Kind: casework.Interpreter, Note: "Polish"}, {Kind: casework.ExtraTime}}
		r.Contact.DoNot = "not before 10 am"
	})
	return apply(tb, c, received, casework.Describe{Wanted: c.Wanted, Subject: c.Subject, Points: []casework.PointText{
		{ID: 1, Text: c.Points[0].Text}, {ID: 2, Text: c.Points[1].Text}, {ID: 4, Text: c.Points[3].Text},
		{ID: 3, Text: "The street drain smells", NotOurs: "The water company looks after the drain in the street. You can ring them about it."},
	}})
}

func notUpheld(tb testing.TB, subject string) casework.Case {
	c := recorded(tb, received, func(r *casework.Record) { r.Subject, r.Points = subject, []string{"I was given the wrong advice"} })
	return apply(tb, c, today,
		casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "her"},
		casework.LogCall{On: today, Note: "Rang twice, no answer"},
		casework.AnswerPoint{Point: 1, Finding: casework.NotUpheld, Reasons: "I read the notes of both talks. The adviser gave you the right dates."})
}

func answeredOn(tb testing.TB, received, on calendar.Date) casework.Case {
	c := recorded(tb, received, func(r *casework.Record) { r.Points = []string{"The gate was left broken", "Nobody rang back"} })
	c = apply(tb, c, on,
		casework.SentElsewhere{Kind: casework.Acknowledgement, On: received.AddDays(1), How: casework.Posted, To: "her"},
		casework.LogCall{On: on, Reached: true, Note: "Told her"},
		casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "The gate was reported in January and mended in March."},
		casework.AnswerPoint{Point: 2, Finding: casework.NotUpheld, Reasons: "Our notes show a call back the same day."},
		casework.AddRemedy{Kind: "apology", Text: "We say sorry for the delay."},
		casework.OfferRedress{Input: harm(received, 5000, "Eight weeks with a broken gate.")})
	return agreed(tb, okafor, c, on)
}

func huddle() letter.Letter {
	return letter.HuddleSheet(letter.Huddle{Office: "Alvaston office", Today: today, Groups: []letter.HuddleGroup{
		{Title: "Overdue", Rows: []letter.HuddleRow{
			{Who: "Leon Brackley", Reference: "C-2026-0361-A", What: "Stage 1 response, was due Thu 5 Nov", Left: "6 working days late", Officer: "S. Pryce"},
			{Who: "Oliver Finch", Reference: "C-2026-0391-B", What: "Acknowledgement, was due Thu 12 Nov", Left: "1 working day late", Officer: "P. Nair"},
		}},
		{Title: "Due today", Rows: []letter.HuddleRow{{Who: "Aneta Kowalska", Reference: "C-2026-0372-C", What: "Stage 1 response", Left: "Today", Officer: "D. Okafor"}}},
		{Title: "Due in 2 working days"},
		{Title: "Promises due", Rows: []letter.HuddleRow{{Who: "Refit kitchen window", What: "To Joan Pickard, was due Wed 11 Nov", Left: "2 working days late", Officer: "Repairs"}}},
		{Title: "Unassigned"},
	}})
}

// pdfOf draws a letter.
func pdfOf(tb testing.TB, l letter.Letter) []byte {
	tb.Helper()
	pdf, err := letter.PDF(l)
	if err != nil {
		tb.Fatal(err)
	}
	return pdf
}

// extract is the text of a PDF as another program reads it. The tests fail
// without that program: a page that nobody else has read is not proved.
func extract(tb testing.TB, pdf []byte) string {
	tb.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		tb.Fatal("pdftotext is missing: install it with: apt-get install poppler-utils")
	}
	command := exec.Command("pdftotext", "-raw", "-", "-")
	command.Stdin = bytes.NewReader(pdf)
	out, err := command.Output()
	if err != nil {
		tb.Fatal(err)
	}
	return string(out)
}

func TestEveryPaperReadsAsItShould(t *testing.T) {
	for _, p := range papers(t) {
		t.Run(p.name, func(t *testing.T) {
			pdf := pdfOf(t, p.letter)
			if *render != "" {
				if err := os.WriteFile(filepath.Join(*render, strings.ReplaceAll(p.name, " ", "-")+".pdf"), pdf, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			got := extract(t, pdf)
			golden := filepath.Join("testdata", strings.ReplaceAll(p.name, " ", "-")+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v: read the new text, then run the test with -update", err)
			}
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(string(want)), " ") {
				t.Errorf("the page reads otherwise than %s:\n%s", golden, got)
			}
		})
	}
}

func TestTheSameLetterHasTheSameBytes(t *testing.T) {
	first, second := papers(t), papers(t)
	for i := range first {
		if !bytes.Equal(pdfOf(t, first[i].letter), pdfOf(t, second[i].letter)) {
			t.Errorf("%s: two drawings differ", first[i].name)
		}
	}
}
