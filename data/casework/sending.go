package casework

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
)

// MakeLetter keeps a letter that was filled, checked and drawn; its bytes are
// kept in the same transaction. It does not acknowledge or answer anything:
// dispatch does (ruling 7).
type MakeLetter struct {
	Kind       LetterKind
	Dated      calendar.Date
	Document   string // SHA-256 of the bytes, in hex
	Pages      int
	LargePrint bool
	About      int // the extension, update, promise, restriction or repair it tells of; 0 is the one that waits for its letter
}

// Name is the act's name in history; it says which letter.
func (a MakeLetter) Name() ActName { return MakeAct(a.Kind) }

func (a MakeLetter) summary(c Case, _ Moment) string {
	return c.letterWords(a.Kind, c.StageNumber()) + " made"
}

func (a MakeLetter) decide(c *Case, m Moment) error {
	if a.Document == "" || a.Pages < 1 {
		return refuse("no-letter", "", "The letter has no pages. Make it again")
	}
	if a.Dated != m.Today {
		return refuse("not-today", "ruling 7", "A letter carries the day it is made. Make it again with today's date")
	}
	if err := past(a.Dated, c.Received, m); err != nil {
		return err
	}
	l := Letter{
		ID: nextLetter(c), Kind: a.Kind, Stage: c.letterStage(a.Kind), Dated: a.Dated, About: a.About,
		Document: a.Document, Pages: a.Pages, LargePrint: a.LargePrint, By: m.By.ID,
	}
	if err := repairsToTell(c, l, m); err != nil {
		return err
	}
	agreeByWriting(c, a.Kind, m)
	if err := ready(c, &l, a.Dated); err != nil {
		return err
	}
	if a.Kind.Offers() {
		l.Money, l.Ledger = c.Whole(), c.ledgerMark()
	}
	c.Letters = append(c.Letters, l)
	return nil
}

func nextLetter(c *Case) int {
	id := 1
	for _, l := range c.Letters {
		id = max(id, l.ID+1)
	}
	return id
}

// letterWords names a letter in the timeline; most letters are of stage 1, and
// say so only in the case's own sentence.
func (c Case) letterWords(kind LetterKind, stage int) string {
	for _, s := range c.Stages {
		if s.Appeal && s.Number == stage {
			return "Appeal, " + string(kind)
		}
	}
	if stage < 2 || kind.Slip() {
		return upperFirst(string(kind))
	}
	return fmt.Sprintf("Stage %d %s", stage, kind)
}

// HandToPrinter records what became of handing a letter to the printer. It
// never means that the letter went.
type HandToPrinter struct {
	Kind   LetterKind
	Letter int
	Result string // HandedToPrinter, OpenedInViewer or PrintFailed
}

// Name is the act's name in history; it says which letter.
func (a HandToPrinter) Name() ActName { return PrintAct(a.Kind) }

func (a HandToPrinter) summary(c Case, _ Moment) string {
	return c.letterWords(a.Kind, c.StageNumber()) + " " + a.Result
}

func (a HandToPrinter) decide(c *Case, _ Moment) error {
	l, err := letterOf(c, a.Letter, a.Kind)
	if err != nil {
		return err
	}
	switch a.Result {
	case HandedToPrinter, OpenedInViewer, PrintFailed:
		l.Printer = a.Result
		return nil
	}
	return refuse("no-result", "", "Say what became of the printing")
}

func letterOf(c *Case, id int, kind LetterKind) (*Letter, error) {
	if l := c.Letter(id); l != nil && l.Kind == kind {
		return l, nil
	}
	return nil, refuse("no-letter", "", "There is no %s number %d on this case", kind, id)
}

// DispatchLetter records that a letter left us: emailed, posted, collected or
// handed over, to whom, when, by whom. It alone sets acknowledged and
// responded (ruling 7). A letter that leaves on another day than it was made
// has to be made again first, since its date and the deadlines it quotes
// would be wrong.
type DispatchLetter struct {
	Kind   LetterKind
	Letter int
	On     calendar.Date
	How    Dispatch
	To     string
}

// Name is the act's name in history; it says which letter.
func (a DispatchLetter) Name() ActName { return SendAct(a.Kind) }

func (a DispatchLetter) happened() calendar.Date { return a.On }

func (a DispatchLetter) summary(c Case, _ Moment) string {
	stage := c.StageNumber()
	if l := c.Letter(a.Letter); l != nil {
		stage = l.Stage
	}
	return fmt.Sprintf("%s %s", c.letterWords(a.Kind, stage), a.How)
}

func (a DispatchLetter) decide(c *Case, m Moment) error {
	l, err := letterOf(c, a.Letter, a.Kind)
	if err != nil {
		return err
	}
	if !l.Sent.IsZero() {
		return refuse("sent", "ruling 16", "This letter went on %s. What has been put in someone's hands is corrected, not undone", l.Sent.Letter())
	}
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	if a.On != l.Dated {
		return refuse("stale", "ruling 7", "This letter is dated %s. Make it again before it goes on %s, so that its dates are right",
			l.Dated.Letter(), a.On.Letter())
	}
	if err := c.saysLedger(l); err != nil {
		return err
	}
	if err := howTo(a.How, a.To); err != nil {
		return err
	}
	if a.Kind != ConsentForm && a.Kind.ToResident() { // the form asks for the authority
		if err := mayTell(c, a.To, a.On); err != nil {
			return err
		}
	}
	went := *l
	went.To, went.How = a.To, a.How
	if err := takesEffect(c, went, a.On, a.How, m); err != nil {
		return err
	}
	l.Sent, l.How, l.To, l.SentBy = a.On, a.How, a.To, m.By.ID
	return nil
}

func howTo(how Dispatch, to string) error {
	for _, d := range Dispatches() {
		if how == d {
			if strings.TrimSpace(Tidy(to)) == "" {
				return &Refusal{Code: "no-recipient", Field: "to", Source: "ruling 7", Reason: "Enter who it went to"}
			}
			return nil
		}
	}
	return &Refusal{Code: "no-way", Field: "how", Source: "ruling 7", Reason: "Choose how it went: handed over, posted, emailed or collected"}
}

// SentElsewhere records a letter that was written and sent outside Casebook:
// during an outage, or before the office had it. It sets what the letter would
// have set, by the day it really went.
type SentElsewhere struct {
	Kind  LetterKind
	On    calendar.Date
	How   Dispatch
	To    string
	About int // as for MakeLetter
}

// Name is the act's name in history; it says which letter.
func (a SentElsewhere) Name() ActName { return ElsewhereAct(a.Kind) }

func (a SentElsewhere) happened() calendar.Date { return a.On }

func (a SentElsewhere) summary(c Case, _ Moment) string {
	return fmt.Sprintf("%s %s, written outside Casebook", c.letterWords(a.Kind, c.StageNumber()), a.How)
}

func (a SentElsewhere) decide(c *Case, m Moment) error {
	if a.Kind.Slip() {
		return refuse("no-letter", "", "A slip from the counter is not a letter sent elsewhere")
	}
	first := c.Received
	if s := c.Current(); s != nil {
		first = s.Asked
	}
	if err := past(a.On, first, m); err != nil {
		return err
	}
	if err := howTo(a.How, a.To); err != nil {
		return err
	}
	l := Letter{
		ID: nextLetter(c), Kind: a.Kind, Stage: c.letterStage(a.Kind), Dated: a.On, About: a.About, By: m.By.ID, Elsewhere: true,
		Sent: a.On, How: a.How, To: a.To, SentBy: m.By.ID,
	}
	if s := c.Current(); s != nil && a.Kind == Acknowledgement && !s.Acknowledged.IsZero() && erred(c, &l) == nil {
		return refuse("sent", "ruling 16", "The stage %d acknowledgement went on %s", s.Number, s.Acknowledged.Letter())
	}
	if err := repairsToTell(c, l, m); err != nil {
		return err
	}
	agreeByWriting(c, a.Kind, m)
	if err := ready(c, &l, a.On); err != nil {
		return err
	}
	if err := takesEffect(c, l, a.On, a.How, m); err != nil {
		return err
	}
	c.Letters = append(c.Letters, l)
	return nil
}
