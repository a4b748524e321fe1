package letter_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// requested is a gate to be mended: nothing but a service is asked for.
func requested(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	c := recorded(tb, received, slices.Concat([]func(*casework.Record){func(r *casework.Record) {
		r.Answer = casework.ServiceOnly
		r.Story, r.Wanted = "The garden gate has come off its hinges and blows about in the wind.", "Please hang it again."
	}}, change)...)
	return apply(tb, c, received,
		casework.MakePromise{Text: "Hang the gate again", Owner: "Repairs team", Due: calendar.On(2026, 11, 11)},
		casework.AskOthers{Whom: "the fencing contractor", What: "Is the post sound?", Due: calendar.On(2026, 11, 4)},
		casework.SetHousingRef{Reference: "R-204417"})
}

// notToday is somebody unhappy who would not complain today.
func notToday(tb testing.TB) casework.Case {
	tb.Helper()
	return recorded(tb, received, func(r *casework.Record) { r.Answer, r.Grievance = casework.NotToday, casework.Delay })
}

// passed is a complaint with a point of each kind that somebody else deals
// with, and one that stays.
func passed(tb testing.TB) casework.Case {
	tb.Helper()
	c := recorded(tb, received, func(r *casework.Record) {
		r.Grievance = casework.NoGrievance
		r.Points = []string{
			"The leak took 23 days to mend", "The boys next door shout at night", "I slipped on the wet landing and hurt my wrist",
			"I was put in band C and not band B", "I was never told who mends the fence", "The council has not emptied the bins", "The tap in the yard drips",
		}
	})
	answers := func(reason string, words ...string) []casework.QuestionAnswer {
		p, _ := policies(tb).Named("current")
		e, ok := p.Exclusion(reason)
		if !ok || len(e.Evidence) != len(words) {
			tb.Fatalf("%s asks %q", reason, e.Evidence)
		}
		var all []casework.QuestionAnswer
		for i, question := range e.Evidence {
			all = append(all, casework.QuestionAnswer{Question: question, Answer: words[i]})
		}
		return all
	}
	return apply(tb, c, acknowledged,
		casework.Exclude{Point: 2, Reason: "anti-social-behaviour", Evidence: answers("anti-social-behaviour", "The Alvaston team, 3 November 2026")},
		casework.Exclude{Point: 3, Reason: "personal-injury", Evidence: answers("personal-injury", "To the insurance section, 3 November 2026")},
		casework.Exclude{Point: 4, Reason: "own-appeal", Evidence: answers("own-appeal", "the Homefinder banding review", "Write to the Homefinder team within 21 days of their letter.")},
		casework.Exclude{Point: 5, Reason: "information-request", Evidence: answers("information-request", "You share the fence with number 16, and each of you mends half.")},
		casework.PassOn{Point: 6, To: "the council's Corporate Complaints Officer", On: acknowledged, How: "by e-mail", Why: "The council empties the bins, not us."},
		casework.Exclude{Point: 7, Reason: "first-report", Evidence: answers("first-report", "Only a repair", "Offered at the counter")})
}

// withdrawn is a complaint taken back with a promise still open.
func withdrawn(tb testing.TB) casework.Case {
	tb.Helper()
	c := recorded(tb, received)
	return apply(tb, c, today,
		casework.MakePromise{Text: "Check the stop tap", Owner: "Repairs team", Due: calendar.On(2026, 11, 27)},
		casework.Withdraw{On: acknowledged, Why: "Her son has mended it"})
}

// carpeted is the answered leak with its carpet laid, a week late.
func carpeted(tb testing.TB) (casework.Case, calendar.Date) {
	tb.Helper()
	on := calendar.On(2026, 12, 4)
	return apply(tb, answered(tb), on, casework.KeepPromise{Promise: 1, On: calendar.On(2026, 12, 3)}), on
}

// restricted is a limit on contact that began on the 3rd of November.
func restricted(tb testing.TB, acts ...casework.Act) casework.Case {
	tb.Helper()
	c := applyAs(tb, marsh, recorded(tb, received), acknowledged, casework.Restrict{
		What: "Please write or e-mail us, and do not ring. We will answer one letter a week.",
		Why:  "On 29 and 30 October you rang 41 times. You shouted at three people and called one of them names.",
		From: acknowledged, Review: calendar.On(2027, 2, 3), Equality: "She has told us of no disability. A friend can write for her.",
	})
	return applyAs(tb, marsh, c, today, acts...)
}

// anytimePapers is one paper of each kind that can go at any time of a case.
func anytimePapers(tb testing.TB) []struct {
	name string
	in   letter.Input
} {
	tb.Helper()
	done, doneOn := carpeted(tb)
	waiting := recorded(tb, received, func(r *casework.Record) {
		represented(r)
		r.Representative.Authority, r.Representative.WriteToRep = "", false
	})
	answering := apply(tb, recorded(tb, received), acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "her"})
	all := []struct {
		name string
		in   letter.Input
	}{
		{"service request", input(tb, casework.ServiceLetter, requested(tb), received)},
		{"service request to a representative", input(tb, casework.ServiceLetter, requested(tb, represented), received)},
		{"pass-on", input(tb, casework.PassOnLetter, passed(tb), acknowledged)},
		{"consent form", input(tb, casework.ConsentForm, waiting, received)},
		{"consent form with nobody named", input(tb, casework.ConsentForm, recorded(tb, received), received)},
		{"complaint slip", input(tb, casework.ComplainSlip, notToday(tb), received)},
		{"complaint slip for a request", input(tb, casework.ComplainSlip, requested(tb), received)},
		{"progress slip", input(tb, casework.ProgressSlip, answering, calendar.On(2026, 11, 9))},
		{"progress slip before acknowledging", input(tb, casework.ProgressSlip, recorded(tb, received), received)},
		{"progress slip of a request", input(tb, casework.ProgressSlip, requested(tb), calendar.On(2026, 11, 2))},
		{"withdrawal", input(tb, casework.WithdrawalLetter, withdrawn(tb), today)},
		{"action completed", input(tb, casework.ActionLetter, done, doneOn)},
		{"restriction", input(tb, casework.RestrictionLetter, restricted(tb), acknowledged)},
		{"restriction kept", input(tb, casework.RestrictionLetter, restricted(tb,
			casework.ReviewRestriction{Restriction: 1, On: today, Keep: true, Review: calendar.On(2027, 5, 13), Why: "Since 3 November you have still rung nine times a day."}), today)},
		{"restriction ended", input(tb, casework.RestrictionLetter, restricted(tb,
			casework.ReviewRestriction{Restriction: 1, On: today, Why: "You have written once a week, and nobody has been shouted at."}), today)},
	}
	for i := range all {
		all[i].in.Office = "Alvaston office"
	}
	return all
}

func TestGoodPapersOfAnyTimePass(t *testing.T) {
	for _, p := range anytimePapers(t) {
		t.Run(p.name, func(t *testing.T) { mustPass(t, p.in) })
		p.in.LargePrint = true
		t.Run(p.name+", large print", func(t *testing.T) { mustPass(t, p.in) })
	}
}

func TestSlipsFitTheirSheet(t *testing.T) {
	for _, p := range anytimePapers(t) {
		if p.in.Kind.Slip() {
			if pages := filled(t, p.in).Document.Pages; len(pages) != 1 {
				t.Errorf("%s takes %d pages", p.name, len(pages))
			}
		}
	}
}

func TestPapersOfAnyTimeReadAtElevenOrYounger(t *testing.T) {
	for _, p := range anytimePapers(t) {
		for _, f := range letter.Check(filled(t, p.in), p.in) {
			if f.ID == "reading" && !f.OK {
				t.Errorf("%s: %s", p.name, f.Words)
			}
		}
	}
}

func addAnytime(tb testing.TB, fill func(name string, in letter.Input)) {
	tb.Helper()
	for _, p := range anytimePapers(tb) {
		fill(p.name, p.in)
		if strings.HasPrefix(p.name, "pass-on") || strings.HasPrefix(p.name, "progress slip b") {
			p.in.LargePrint = true
			fill(p.name+" in large print", p.in)
		}
	}
}

func TestSlipsFitTheirSheetAtTheirLongest(t *testing.T) {
	long := func(r *casework.Record) {
		r.Resident.Name, r.Channel, r.Subject = "Bartholomew Featherstonehaugh-Cholmondeley", casework.Councillor, "allocations"
	}
	for _, c := range []struct {
		name string
		in   letter.Input
	}{
		{"not today, two bodies", input(t, casework.ComplainSlip, recorded(t, received, long, func(r *casework.Record) { r.Answer, r.Grievance = casework.NotToday, casework.Delay }), received)},
		{"progress, two bodies", input(t, casework.ProgressSlip, recorded(t, received, long), received)},
		{"progress with a representative", input(t, casework.ProgressSlip, recorded(t, received, long, represented), received)},
	} {
		c.in.Office = "Chaddesden and Spondon local housing office"
		mustPass(t, c.in)
		if pages := len(filled(t, c.in).Document.Pages); pages != 1 {
			t.Errorf("%s takes %d pages: %s", c.name, pages, extract(t, pdfOf(t, filled(t, c.in))))
		}
	}
}

func TestPapersPrintNamesOfAnyScriptAndWordsOfAnyLength(t *testing.T) {
	long := strings.Repeat("Llanfairpwllgwyngyll", 12)
	names := []string{"Łukasz Nguyễn", "Ольга Петрова", "Ελένη Παππά", "Zoë O’Brien-Smith", strings.Repeat("Llanfair", 8)}
	for round := range 2 {
		for n, p := range anytimePapers(t) {
			name := names[(n+round*2)%len(names)]
			in := p.in
			in.Case.Resident.Name, in.Case.Story, in.Case.Wanted = name, long+". "+in.Case.Story, long
			in.Case.Points = slices.Clone(in.Case.Points)
			for i := range in.Case.Points {
				in.Case.Points[i].Text = long
			}
			l := filled(t, in)
			for _, f := range letter.Failing(letter.Check(l, in)) {
				if f.ID != "window" { // a name that is longer than any window
					t.Errorf("%s for %.20s: %s", p.name, name, f.Words)
				}
			}
			got := strings.Join(strings.Fields(extract(t, pdfOf(t, l))), "")
			if in.Kind != casework.ComplainSlip && !strings.Contains(got, strings.ReplaceAll(name, " ", "")) {
				t.Errorf("%s: %.20s did not come out", p.name, name)
			}
		}
	}
}

func TestAPaperThatTheCaseHasNotSaysWhy(t *testing.T) {
	complaint, request := recorded(t, received), requested(t)
	nameless := recorded(t, received, func(r *casework.Record) { r.Resident = casework.Person{} })
	nameless.Anonymous = true
	for _, c := range []struct {
		kind casework.LetterKind
		of   casework.Case
		says string
	}{
		{casework.ServiceLetter, complaint, "not a service request"}, {casework.PassOnLetter, complaint, "passed on"}, {casework.PassOnLetter, nameless, "nobody"},
		{casework.ComplainSlip, complaint, "complaint already"}, {casework.WithdrawalLetter, complaint, "withdrawn"},
		{casework.ActionLetter, request, "kept"}, {casework.RestrictionLetter, complaint, "restricted"},
	} {
		if _, err := letter.Fill(input(t, c.kind, c.of, today)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.kind, err)
		}
	}
	early := input(t, casework.WithdrawalLetter, withdrawn(t), acknowledged.AddDays(-1))
	if _, err := letter.Fill(early); err == nil {
		t.Error("a withdrawal is confirmed before it came")
	}
}

func TestAPaperTellsOfWhatItIsAskedFor(t *testing.T) {
	done, on := carpeted(t)
	done = apply(t, done, on, casework.KeepPromise{Promise: 2, On: on})
	in := input(t, casework.ActionLetter, done, on)
	if l := filled(t, in); l.About != 2 || !strings.Contains(l.Document.TextOf("promise 2"), "Pay you the money") {
		t.Errorf("the last promise kept is number 2, not %d", l.About)
	}
	in.About = 1
	mustPass(t, in)
	if l := filled(t, in); l.About != 1 || !strings.Contains(l.Document.TextOf("promise 1"), "landing carpet") {
		t.Errorf("asked for promise 1, it tells of %d", l.About)
	}
	in.Today = on.AddDays(-1) // a day on which only the carpet was there
	if l := filled(t, in); !strings.Contains(l.Document.TextOf("promise 2"), "Pay you the money") || l.Document.TextOf("no promises") != "" {
		t.Error("a letter of the day before knows of a promise kept since")
	}
}

func TestARestrictionLetterReadsAsItDidBeforeItsReview(t *testing.T) {
	first := input(t, casework.RestrictionLetter, restricted(t), acknowledged)
	then := text(filled(t, first))
	first.Case = restricted(t, casework.ReviewRestriction{Restriction: 1, On: today, Why: "No more calls."})
	mustPass(t, first)
	if now := text(filled(t, first)); now != then {
		t.Errorf("the review changed the letter before it:\n%s\n%s", then, now)
	}
}

func TestPointsAreToldOfOnce(t *testing.T) {
	c := passed(t)
	for i := range c.Points {
		if p := &c.Points[i]; p.ID < 5 && p.Excluded.Stands() {
			p.Excluded.Told = acknowledged
		}
	}
	again := input(t, casework.PassOnLetter, c, acknowledged)
	mustPass(t, again)
	if l := filled(t, again); len(l.Points) != 6 {
		t.Errorf("on the day of the letter itself it tells of points %d", l.Points)
	}
	later := input(t, casework.PassOnLetter, c, acknowledged.AddDays(1))
	mustPass(t, later)
	if l := filled(t, later); !slices.Equal(l.Points, []int{5, 6, 7}) {
		t.Errorf("a later letter tells of points %d", l.Points)
	}
}

// A figure of ours is a day, a number to ring, a time or an address. One that
// is wrong must not go out.
func TestOneWrongFigureInAPaperOfAnyTimeShutsIt(t *testing.T) {
	theirs := []string{"point", "wanted", "needs", "story", "promise", "owner", "housing", "restriction"}
	for _, p := range anytimePapers(t) {
		good := sheet{filled(t, p.in), p.in}
		for i := range good.letter.Document.Pages {
			for j, w := range good.letter.Document.Pages[i].Words {
				block, _, _ := strings.Cut(w.Tag, " ")
				at := strings.IndexAny(w.Text, "0123456789")
				if at < 0 || slices.Contains(theirs, block) {
					continue
				}
				s := copied(good)
				s.letter.Document.Pages[i].Words[j].Text = w.Text[:at] + string('0'+(w.Text[at]-'0'+1)%10) + w.Text[at+1:]
				if !letter.Shut(letter.Check(s.letter, s.in)) {
					t.Errorf("%s: %s for %s in %q was let through", p.name, s.letter.Document.Pages[i].Words[j].Text, w.Text, w.Tag)
				}
			}
		}
	}
}

func TestPapersOfAnEarlierCasePass(t *testing.T) {
	old, said := calendar.On(2022, 3, 1), calendar.On(2022, 3, 3)
	open := recorded(t, old)
	kept := apply(t, open, said, casework.MakePromise{Text: "Ring you", Owner: "Repairs", Due: said}, casework.KeepPromise{Promise: 1, On: said},
		casework.PassOn{Point: 2, To: "the council", On: said, How: "by e-mail"})
	limited := applyAs(t, marsh, open, said, casework.Restrict{What: "Please write.", Why: "You shouted.", Equality: "No need is known.", From: said, Review: calendar.On(2022, 6, 3)})
	for _, in := range []letter.Input{
		input(t, casework.ServiceLetter, apply(t, recorded(t, old, func(r *casework.Record) { r.Answer = casework.ServiceOnly }), old,
			casework.MakePromise{Text: "Hang the gate", Owner: "Repairs", Due: said}), old),
		input(t, casework.ConsentForm, open, old), input(t, casework.ProgressSlip, open, old),
		input(t, casework.ComplainSlip, recorded(t, old, func(r *casework.Record) { r.Answer, r.Grievance = casework.NotToday, casework.Delay }), old),
		input(t, casework.ActionLetter, kept, said), input(t, casework.PassOnLetter, kept, said), input(t, casework.RestrictionLetter, limited, said),
		input(t, casework.WithdrawalLetter, apply(t, open, said, casework.Withdraw{On: said}), said),
	} {
		mustPass(t, in)
		if words := text(filled(t, in)); strings.Contains(words, "five working days") || strings.Contains(words, "12 months") {
			t.Errorf("a %s of 2022 has a time of 2024", in.Kind)
		}
	}
}
