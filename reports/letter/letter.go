package letter

import (
	"fmt"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// Input is everything that a letter is made from. Fill and Check take the same
// Input; neither changes it.
type Input struct {
	Kind       casework.LetterKind
	Case       casework.Case
	Stage      int // of the letter; 0 takes the stage that the case is at
	About      int // the extension, update, promise, restriction, repair or offer it tells of, by number; 0 takes the newest that applies
	Settings   casework.Settings
	Officers   map[int64]casework.Officer // by ID; the handler signs
	Policies   *policy.Set
	Holidays   *calendar.Holidays
	Today      calendar.Date // the letter's date
	LargePrint bool
	Office     string // the housing office where the resident was seen, for the slips; "" leaves it out
	Envelope   string // of paper.Envelopes; "" takes the office's own
}

// Letter is a laid-out letter or other printed page.
type Letter struct {
	Kind       casework.LetterKind // "" for a page that is not a letter of a case
	Title      string              // "Stage 1 response"
	Stage      int                 // 0 for a page that belongs to no stage
	About      int                 // the extension, update, promise, restriction, repair or offer it tells of, by number
	Points     []int               // the points it tells of, where not all
	Dated      calendar.Date
	LargePrint bool
	Author     string // the landlord
	To         string // who it is addressed to; "" for a page that is not a letter
	Document   paper.Document
}

// Fill writes a letter of a case as it stands. What is not known yet is
// printed as a mark in square brackets, so that a draft can be looked at;
// Check finds every mark. A letter made before reads as it did when Today is
// its own day and Stage its own stage. The error is one sentence: the case has no such
// letter, whatever were filled in.
func Fill(in Input) (Letter, error) {
	k, ok := kindNamed(in.Kind)
	if !ok {
		return Letter{}, noKind(in.Kind)
	}
	in = in.settled()
	if k.lay != nil {
		return k.lay(k, in)
	}
	return k.write(in)
}

// write fills a letter and lays it on the office's letterhead.
func (k letterKind) write(in Input) (Letter, error) {
	f, err := gather(k, in)
	if err != nil {
		return Letter{}, err
	}
	s, err := scriptNamed(k.script(&f))
	if err != nil {
		return Letter{}, err
	}
	facts, err := k.say(&f, in)
	if err != nil {
		return Letter{}, err
	}
	title, blocks, err := s.write(facts)
	if err != nil {
		return Letter{}, err
	}
	l := k.letter(in, title)
	l.Document = paper.LayLetter(paper.Letter{
		Title:    title + " " + f.Reference,
		Head:     letterhead(in.Settings),
		To:       f.to,
		About:    f.about(),
		Running:  runningHead(in),
		Envelope: f.envelope,
		Large:    in.LargePrint,
		Body:     blocks,
	})
	return l, nil
}

// say is what the kind's text is filled with.
func (k letterKind) say(f *filling, in Input) (any, error) {
	if k.facts == nil {
		return f.Facts, nil
	}
	return k.facts(f, in)
}

// letter is a letter of this kind without its pages.
func (k letterKind) letter(in Input, title string) Letter {
	s := in.Case.Current()
	l := Letter{
		Kind: k.name, Title: title, Stage: in.Case.StageNumber(), Dated: in.Today,
		LargePrint: in.LargePrint, Author: author(in.Settings), To: recipientOf(in).Name,
	}
	if k.stage != nil {
		l.Stage = k.stage(in)
	}
	if k.about != nil {
		l.About = k.about(in, s)
	}
	if k.points != nil {
		l.Points = k.points(in, s)
	}
	return l
}

// runningHead stands at the top of every later page: who, what and when.
func runningHead(in Input) string {
	if in.Kind.Slip() {
		return "Our ref " + string(in.Case.Reference)
	}
	return fmt.Sprintf("%s, our ref %s, %s", recipientOf(in).Name, in.Case.Reference, day(in.Today, "date"))
}

// PDF draws a letter. The same letter gives the same bytes. It does not check:
// Shut says whether the letter may be printed at all.
func PDF(l Letter) ([]byte, error) {
	made := time.Date(l.Dated.Year(), l.Dated.Month(), l.Dated.Day(), 0, 0, 0, 0, time.UTC)
	return paper.PDF(l.Document, paper.PDFOptions{Made: made, Author: l.Author})
}

// author is the landlord by its full name where one is set.
func author(s casework.Settings) string {
	if s.LegalName != "" {
		return s.LegalName
	}
	return s.Landlord
}
