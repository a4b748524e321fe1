package letter_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// sheet is a laid-out letter that can be spoiled as an edit would spoil it,
// with the case that it is checked against.
type sheet struct {
	letter letter.Letter
	in     letter.Input
}

// copied is a sheet of its own, so that spoiling it leaves the good one alone.
func copied(s sheet) sheet {
	pages := slices.Clone(s.letter.Document.Pages)
	for i := range pages {
		pages[i].Words = slices.Clone(pages[i].Words)
	}
	s.letter.Document.Pages = pages
	return s
}

// drop takes away every word of a block.
func (s *sheet) drop(tag string) bool {
	found := false
	for i := range s.letter.Document.Pages {
		p := &s.letter.Document.Pages[i]
		before := len(p.Words)
		p.Words = slices.DeleteFunc(p.Words, func(w paper.Word) bool { return w.Tag == tag })
		found = found || len(p.Words) < before
	}
	return found
}

// replace puts other words in the place of some, wherever they stand in a
// block ("" is any block). Punctuation after the last word stays.
func (s *sheet) replace(tag, from, to string) bool {
	find := strings.Fields(from)
	found := false
	for i := range s.letter.Document.Pages {
		p := &s.letter.Document.Pages[i]
		for at := 0; at+len(find) <= len(p.Words); at++ {
			run := p.Words[at : at+len(find)]
			if rest, ok := matches(run, find, tag); ok {
				run[0].Text = to + rest
				p.Words = slices.Delete(p.Words, at+1, at+len(find))
				found = true
			}
		}
	}
	return found
}

func matches(run []paper.Word, find []string, tag string) (rest string, ok bool) {
	for i, w := range run {
		if tag != "" && w.Tag != tag {
			return "", false
		}
		if i == len(find)-1 {
			rest, ok = strings.CutPrefix(w.Text, find[i])
			return rest, ok && strings.Trim(rest, ".,:;?!”") == ""
		}
		if w.Text != find[i] {
			return "", false
		}
	}
	return "", false
}

// add writes words at the end of a block.
func (s *sheet) add(tag, words string) bool {
	for i := range s.letter.Document.Pages {
		p := &s.letter.Document.Pages[i]
		for at := len(p.Words) - 1; at >= 0; at-- {
			if p.Words[at].Tag != tag {
				continue
			}
			w := p.Words[at]
			for n, text := range strings.Fields(words) {
				w.Text, w.Joined = text, false
				p.Words = slices.Insert(p.Words, at+1+n, w)
			}
			return true
		}
	}
	return false
}

// defect spoils a letter, and reports false where it has nothing to spoil.
type defect struct {
	name string
	do   func(s *sheet, r *rand.Rand) bool
}

func dropping(tag string) defect {
	return defect{"without " + tag, func(s *sheet, _ *rand.Rand) bool { return s.drop(tag) }}
}

func replacing(name, tag, from, to string) defect {
	return defect{name, func(s *sheet, _ *rand.Rand) bool { return s.replace(tag, from, to) }}
}

func adding(name, tag, words string) defect {
	return defect{name, func(s *sheet, _ *rand.Rand) bool { return s.add(tag, words) }}
}

// changing changes the case after the letter was made.
func changing(name string, change func(in *letter.Input) bool) defect {
	return defect{name, func(s *sheet, _ *rand.Rand) bool { return change(&s.in) }}
}

// pointDefects spoil one point, taken at random.
func pointDefects() []defect {
	var all []defect
	for _, block := range []string{"point", "decision", "reasons", "heading reasons", "promise", "promised", "owner", "sum", "line"} {
		all = append(all, defect{"one " + block + " dropped", func(s *sheet, r *rand.Rand) bool {
			var tags []string
			for _, tag := range s.letter.Document.Tags() {
				if rest, ok := strings.CutPrefix(tag, block+" "); ok && strings.Trim(rest, "0123456789") == "" {
					tags = append(tags, tag)
				}
			}
			return len(tags) > 0 && s.drop(pick(r, tags))
		}})
	}
	return all
}

func wordDefects() []defect {
	const about = paper.TagAbout
	return []defect{
		dropping("greeting"), dropping("subject"), dropping("opening"), dropping("wanted"), dropping("responsibility"), dropping("handler"),
		dropping("due"), dropping("support"), dropping("definition"), dropping("route housing"), dropping("route lgsco"), dropping("route fos"), dropping("route bsr"),
		dropping("remedies"), dropping("no remedies"), dropping("no promises"), dropping("escalation"), dropping("accept"), dropping("signature"),
		dropping("offer"), dropping("total"), dropping("paid by"), dropping("arrears"), dropping("slip"), dropping("slip all"), dropping("slip none"), dropping("slip sign"), dropping("slip return"), dropping("choice"), dropping("contact"), dropping("not an acknowledgement"), dropping("right to complain"),
		dropping(paper.TagAddress), dropping(about), dropping("no offer"), dropping("recorded"),
		replacing("ombudsman's telephone with a wrong digit", "route housing", "0300 111 3000", "0300 111 3001"),
		replacing("ombudsman's postcode wrong", "route housing", "PR2 0ET", "PR2 0EI"),
		replacing("ombudsman's website wrong", "route housing", "www.housing-ombudsman.org.uk", "www.housing-ombudsman.org"),
		replacing("ombudsman only afterwards", "route housing", "at any time", "after our answer"),
		replacing("another stage in the subject", "subject", "stage 1", "stage 2"),
		replacing("another stage in the opening", "opening", "stage 1", "stage 2"),
		replacing("half upheld at the top", "opening", "not upheld", "partly upheld"),
		replacing("upheld at the top and not below", "opening", "is not upheld", "is upheld"),
		replacing("upheld in words of the past", "opening", "is upheld", "was informal"),
		replacing("a reason asked for", "escalation", "do not have to", "have to"),
		replacing("a time limit", "escalation", "no time limit", "a limit of 28 days"),
		replacing("a wrong time at stage 2", "escalation", "20 working days", "30 working days"),
		replacing("stage 2 misnamed", "escalation", "stage 2", "an appeal"),
		replacing("an appeal without reasons", "escalation", "why", "that"),
		replacing("a changed definition", "definition", "however made,", "in writing,"),
		replacing("a wrong time for the answer", "due", "10 working days", "15 working days"),
		replacing("a receipt that acknowledges", "not an acknowledgement", "not an", "an"),
		replacing("another time for the money", "paid by", "10 working days", "28 working days"),
		replacing("a sum in other words", "offer", "pounds", "pence"),
		replacing("money taken for rent", "arrears", "do not take any", "may take some"),
		replacing("offer that settles", "accept", "can still", "cannot"),
		adding("full and final", "accept", "This is in full and final settlement."),
		adding("dear customer", "opening", "Dear customer, thank you."),
		{"receipt without a telephone number", func(s *sheet, _ *rand.Rand) bool { return s.in.Kind == casework.Receipt && s.drop("correct us") }},
		{"designated person", func(s *sheet, _ *rand.Rand) bool {
			return !s.in.Today.Before(calendar.On(2022, 10, 1)) && s.add("opening", "Please ask a designated person first.")
		}},
		{"eight weeks", func(s *sheet, _ *rand.Rand) bool {
			return !s.in.Today.Before(calendar.On(2022, 10, 1)) && s.add("route housing", "You can do so once 8 weeks have passed.")
		}},
		adding("a template mark", "opening", "{{.Name}}"),
		adding("a blank", "due", "[date]"),
		adding("crosses", "subject", "XXX"),
		adding("to be confirmed", "handler", "TBC"),
		adding("nothing where a value was", "opening", "<no value>"),
		adding("crosses among the support", "support", "xxx"),
		adding("an informal answer", "opening", "This is an informal answer."),
		adding("a stranger's number", "opening", "Ring 01632 960999."),
		adding("the Ombudsman's e-mail", "opening", "Write to info@housing-ombudsman.org.uk."),
		adding("a stray date", "opening", "We met on 31 December 2031."),
		adding("a stray sum", "opening", "We offer you £123.45 now."),
		adding("a sum promised among the reasons", "reasons 1", "We will pay you £987.65."),
		adding("another reference", about, "C-2001-0009-A"),
		adding("a third stage", "escalation", "After that there is stage 3."),
		adding("a wrong ombudsman", "opening", "You can ask the Pensions Ombudsman or the Financial Ombudsman or the Building Safety Regulator or the Local Government and Social Care Ombudsman."),
		{"another story read back", func(s *sheet, _ *rand.Rand) bool { return s.replace("recorded", "under my bath", "above my bath") }},
		adding("a neighbour in the address", paper.TagAddress, "Flat 2"),
		{"due a day late", func(s *sheet, _ *rand.Rand) bool {
			for d := s.in.Today; d.Before(s.in.Today.AddDays(40)); d = d.AddDays(1) {
				if s.replace("due", d.Long(), d.AddDays(1).Long()) {
					return true
				}
			}
			return false
		}},
		{"received on another day", func(s *sheet, _ *rand.Rand) bool {
			d := s.in.Case.Received
			return s.replace("opening", d.Letter(), d.AddDays(-1).Letter())
		}},
		{"dated yesterday", func(s *sheet, _ *rand.Rand) bool {
			return s.replace(about, s.in.Today.Letter(), s.in.Today.AddDays(-1).Letter())
		}},
		{"an offer of another sum", func(s *sheet, _ *rand.Rand) bool {
			sum := s.in.Case.Redress.Total()
			return s.replace("offer", sum.String(), (sum + 1).String())
		}},
		{"a total of another sum", func(s *sheet, _ *rand.Rand) bool {
			sum := s.in.Case.Redress.Total()
			return s.replace("total", sum.String(), (sum - 1).String())
		}},
		{"another name signs", func(s *sheet, _ *rand.Rand) bool { return s.replace("signature", "Dan Okafor", "R. Castell") }},
		{"another handler's telephone", func(s *sheet, _ *rand.Rand) bool { return s.replace("", "01632 960114", "01632 960115") }},
		{"another reference beside the address", func(s *sheet, _ *rand.Rand) bool {
			return s.replace(about, string(s.in.Case.Reference), "C-2001-0009-A")
		}},
		{"the address slips out of the window", func(s *sheet, _ *rand.Rand) bool {
			e, _ := paper.EnvelopeNamed(s.in.Envelope)
			return e.HasWindow() && s.in.Case.Contact.Reply != casework.ReplyCollect && s.move(paper.TagAddress, 90, 0)
		}},
		{"words in the window", func(s *sheet, _ *rand.Rand) bool {
			e, _ := paper.EnvelopeNamed(s.in.Envelope)
			return e.HasWindow() && s.in.Kind != casework.Receipt && s.in.Case.Contact.Reply != casework.ReplyCollect && s.move("subject", 0, e.Safe.Y+10)
		}},
	}
}

// move shifts a block to the right, or its words to a height.
func (s *sheet) move(tag string, right, y float64) bool {
	found := false
	for i, w := range s.letter.Document.Pages[0].Words {
		if w.Tag == tag {
			w.X += right
			if y > 0 {
				w.X, w.Y = 40, y
			}
			s.letter.Document.Pages[0].Words[i], found = w, true
		}
	}
	return found
}

func caseDefects() []defect {
	return []defect{
		changing("made yesterday", func(in *letter.Input) bool { in.Today = in.Today.AddDays(1); return true }),
		changing("a line added to the ledger", func(in *letter.Input) bool {
			in.Case.Redress = append(slices.Clone(in.Case.Redress), in.Case.Redress...)
			return in.Kind == casework.Response && len(in.Case.Redress) > 0
		}),
		changing("a sum changed in the ledger", func(in *letter.Input) bool {
			in.Case.Redress = slices.Clone(in.Case.Redress)
			if in.Kind != casework.Response || len(in.Case.Redress) == 0 {
				return false
			}
			in.Case.Redress[0].Sum += 1000
			return true
		}),
		changing("a point answered otherwise since", func(in *letter.Input) bool {
			in.Case.Points = slices.Clone(in.Case.Points)
			p := &in.Case.Points[0]
			if in.Kind != casework.Response || p.NotOurs != "" {
				return false
			}
			p.Finding = map[casework.Outcome]casework.Outcome{casework.Upheld: casework.NotUpheld, casework.NotUpheld: casework.Upheld}[p.Finding]
			return true
		}),
		changing("reasons changed since", func(in *letter.Input) bool {
			in.Case.Points = slices.Clone(in.Case.Points)
			in.Case.Points[0].Reasons = "Something else."
			return in.Kind == casework.Response && in.Case.Points[0].NotOurs == ""
		}),
		changing("a point added since", func(in *letter.Input) bool {
			in.Case.Points = append(slices.Clone(in.Case.Points), casework.Point{ID: 99, Text: "The gate is broken"})
			return in.Kind != casework.Receipt
		}),
		changing("a promise made since", func(in *letter.Input) bool {
			in.Case.Promises = append(slices.Clone(in.Case.Promises), casework.Promise{ID: 99, Text: "Mend the gate", Owner: "Repairs", Due: in.Today})
			return in.Kind == casework.Response
		}),
		changing("a promise without a day", func(in *letter.Input) bool {
			in.Case.Promises = append(slices.Clone(in.Case.Promises), casework.Promise{ID: 99, Text: "Mend the gate", Owner: "Repairs"})
			return in.Kind == casework.Response
		}),
		changing("a remedy added since", func(in *letter.Input) bool {
			in.Case.Remedies = append(slices.Clone(in.Case.Remedies), casework.Remedy{ID: 99, Text: "We have written a new rule.", Stage: 1})
			return in.Kind == casework.Response
		}),
		changing("nobody was called", func(in *letter.Input) bool { in.Case.Calls = nil; return in.Kind == casework.Response }),
		changing("given to another officer since", func(in *letter.Input) bool {
			in.Officers = map[int64]casework.Officer{okafor.ID: {ID: okafor.ID, Name: "R. Castell", Telephone: "01632 960116"}}
			return in.Kind != casework.Receipt
		}),
		changing("given to nobody", func(in *letter.Input) bool { in.Officers = nil; return in.Kind != casework.Receipt }),
		changing("moved house since", func(in *letter.Input) bool {
			in.Case.Home.Lines, in.Case.Home.Postcode = []string{"1 Other Road", "Derby"}, "DE1 1AA"
			in.Case.Representative = casework.Representative{}
			return in.Kind != casework.Receipt
		}),
		changing("the representative's authority came since", func(in *letter.Input) bool {
			in.Case.Representative = casework.Representative{Name: "Rosa Bell", Lines: []string{"9 Elm Row", "Derby"}, Postcode: "DE1 1AB", Authority: "letter", WriteToRep: true}
			return in.Kind != casework.Receipt
		}),
		changing("the representative's authority ended", func(in *letter.Input) bool {
			in.Case.Representative.Until = in.Today.AddDays(-1)
			return in.Kind != casework.Receipt && in.Case.Representative.Authority != ""
		}),
		changing("about another subject since", func(in *letter.Input) bool {
			in.Case.Subject = map[bool]string{true: "money-advice", false: "homelessness"}[in.Case.Subject == "homelessness" || in.Case.Subject == "allocations"]
			return true
		}),
		changing("about no subject", func(in *letter.Input) bool { in.Case.Subject = "gardens"; return in.Kind != casework.Receipt }),
		changing("large print asked for", func(in *letter.Input) bool {
			in.Case.Contact.Adjustments = []casework.Adjustment{{Kind: casework.LargePrint}}
			return in.Kind != casework.Receipt && !in.LargePrint
		}),
		changing("acknowledged earlier than the letter counts", func(in *letter.Input) bool {
			s := *in.Case.Current()
			s.Acknowledged, s.RespondBy.Due = in.Today.AddDays(-3), s.RespondBy.Due.AddDays(30)
			in.Case.Stages = []casework.Stage{s}
			return in.Kind == casework.Acknowledgement
		}),
		changing("turned into a service request", func(in *letter.Input) bool {
			in.Case.Stages = nil
			return in.Kind != casework.Receipt
		}),
		changing("received under a policy that is gone", func(in *letter.Input) bool { in.Case.Policy = "old@1"; return true }),
		changing("told on another day", func(in *letter.Input) bool {
			in.Case.Received = in.Case.Received.AddDays(-400)
			return in.Kind != casework.Receipt
		}),
	}
}

// lossDefects are made before the letter is filled: what nobody knows yet.
func lossDefects() []defect {
	refill := func(name string, change func(in *letter.Input) bool) defect {
		return defect{name, func(s *sheet, _ *rand.Rand) bool {
			if !change(&s.in) {
				return false
			}
			l, err := letter.Fill(s.in)
			s.letter = l
			return err == nil
		}}
	}
	stage := func(in *letter.Input) bool { return in.Kind != casework.Receipt }
	return []defect{
		refill("no name", func(in *letter.Input) bool {
			in.Case.Resident.Name, in.Case.Representative = "", casework.Representative{}
			return stage(in)
		}),
		refill("no address", func(in *letter.Input) bool {
			in.Case.Home, in.Case.Contact.Reply, in.Case.Representative = casework.Home{Tenure: casework.Secure}, casework.ReplyLetter, casework.Representative{}
			return stage(in)
		}),
		refill("no postcode", func(in *letter.Input) bool {
			in.Case.Home.Postcode, in.Case.Representative = "", casework.Representative{}
			return stage(in) && in.Case.Contact.Reply != ""
		}),
		refill("no outcome sought", func(in *letter.Input) bool { in.Case.Wanted = ""; return stage(in) }),
		refill("no points", func(in *letter.Input) bool { in.Case.Points = nil; return stage(in) }),
		refill("nobody handles it", func(in *letter.Input) bool { in.Officers = nil; return stage(in) }),
		refill("a point unanswered", func(in *letter.Input) bool {
			in.Case.Points = append(slices.Clone(in.Case.Points), casework.Point{ID: 99, Text: "The gate is broken"})
			return in.Kind == casework.Response
		}),
		refill("upheld and nothing put right", func(in *letter.Input) bool {
			upheld := slices.ContainsFunc(in.Case.Points, func(p casework.Point) bool { return p.Finding == casework.Upheld })
			in.Case.Remedies, in.Case.Promises, in.Case.Redress = nil, nil, nil
			return in.Kind == casework.Response && upheld
		}),
		refill("a name that cannot be printed", func(in *letter.Input) bool {
			in.Case.Resident.Name, in.Case.Representative = "سارة", casework.Representative{}
			return true
		}),
		refill("an address too long for the window", func(in *letter.Input) bool {
			in.Case.Home.Lines = strings.Split("The Old Custom House Apartments|Flat 12 on the upper ground floor|Block C|Behind the market|Chaddesden Lane|Chaddesden|Derbyshire|Derby", "|")
			in.Case.Representative, in.Envelope, in.Case.Contact.Reply = casework.Representative{}, "DL", casework.ReplyLetter
			return stage(in)
		}),
		refill("no telephone anywhere", func(in *letter.Input) bool {
			in.Settings.Telephone = ""
			in.Officers = map[int64]casework.Officer{okafor.ID: {ID: okafor.ID, Name: "Dan Okafor"}}
			return true
		}),
	}
}

func TestDefectiveLettersAreShut(t *testing.T) {
	const wanted = 3 // letters spoiled in each way
	r := rand.New(rand.NewPCG(77, 3))
	var good []sheet
	for len(good) < 120 {
		in := randomInput(t, r)
		if l := filled(t, in); !letter.Shut(letter.Check(l, in)) {
			good = append(good, sheet{l, in})
		}
	}
	all := slices.Concat(wordDefects(), pointDefects(), caseDefects(), lossDefects())
	spoiled := 0
	for _, d := range all {
		done := 0
		for _, i := range r.Perm(len(good)) {
			s := copied(good[i])
			if done == wanted {
				break
			}
			if !d.do(&s, r) {
				continue
			}
			done++
			if findings := letter.Check(s.letter, s.in); !letter.Shut(findings) {
				t.Errorf("%s: a %s (%s) was let through: %s", d.name, s.in.Kind, s.in.Case.Policy, fmt.Sprint(s.letter.Document.TextOf("opening")))
			}
		}
		if done == 0 {
			t.Errorf("%s: no letter could be spoiled this way", d.name)
		}
		spoiled += done
	}
	t.Logf("%d letters spoiled in %d ways", spoiled, len(all))
	if spoiled < 100 {
		t.Errorf("only %d letters were spoiled", spoiled)
	}
}

// Where the resident or the officer writes, and where a number may be anything.
var freely = []string{"point", "wanted", "needs", "heading reasons", "reasons", "not ours", "remedies", "promise", "owner", "line"}

// A blind spoiler knows nothing of the checks: it changes one figure anywhere
// in our own words.
func TestOneWrongFigureAnywhereInOurWordsShutsALetter(t *testing.T) {
	const count = 150
	r := rand.New(rand.NewPCG(5, 9))
	for range count {
		in := randomInput(t, r)
		s := copied(sheet{filled(t, in), in})
		if in.Kind == casework.Receipt || letter.Shut(letter.Check(s.letter, in)) {
			continue
		}
		var figures []*paper.Word
		for i := range s.letter.Document.Pages {
			for j := range s.letter.Document.Pages[i].Words {
				w := &s.letter.Document.Pages[i].Words[j]
				block, _, _ := strings.Cut(w.Tag, " ")
				if strings.ContainsAny(w.Text, "0123456789") && !slices.Contains(freely, w.Tag) && !slices.Contains(freely, block) &&
					!strings.HasPrefix(w.Tag, "heading reasons") && !strings.HasPrefix(w.Tag, "not ours") {
					figures = append(figures, w)
				}
			}
		}
		w := pick(r, figures)
		old := w.Text
		at := strings.IndexAny(w.Text, "0123456789")
		w.Text = w.Text[:at] + string('0'+(w.Text[at]-'0'+1+byte(r.IntN(9)))%10) + w.Text[at+1:]
		if !letter.Shut(letter.Check(s.letter, in)) {
			t.Errorf("a %s with %s for %s in %q was let through: %s", in.Kind, w.Text, old, w.Tag, s.letter.Document.TextOf(w.Tag))
		}
	}
}

func TestAMarkLeftAnywhereShutsALetter(t *testing.T) {
	const count = 100
	r := rand.New(rand.NewPCG(8, 1))
	for range count {
		in := randomInput(t, r)
		s := copied(sheet{filled(t, in), in})
		if letter.Shut(letter.Check(s.letter, in)) {
			continue
		}
		tags := slices.DeleteFunc(s.letter.Document.Tags(), func(tag string) bool {
			return tag == "recorded" // the resident's own words, read back
		})
		tag := pick(r, tags)
		if s.add(tag, "[date]"); !letter.Shut(letter.Check(s.letter, in)) {
			t.Errorf("a %s with a mark in %q was let through", in.Kind, tag)
		}
	}
}
