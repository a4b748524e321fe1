// Package casefile is the case on one screen: how it stands in one sentence,
// the one thing to do next, its points, promises and letters, and everything
// that happened to it.
package casefile

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/data/register"
)

// Page is what the screen shows of a case on a day.
type Page struct {
	Name        string // of the resident, or "Name not given"
	About       string
	Reference   string
	Case        casework.Case
	Status      casework.Status
	With        string  // "with you", "with Dan Okafor", "with nobody yet"
	Clock       Clock   // of the current stage
	Clocks      []Clock // of every stage, the current one last
	Notices     []Notice
	Repairs     []Row  // under the Right to Repair
	Recorded    []Fact // what was written down, where it is no complaint
	Points      []Point
	Answered    string // "3 of 4 answered"
	Promises    []Promise
	Letters     []Letter
	Redress     redress.Pence
	Offer       string // how the sum stands, in words
	OfferStands string // who agreed to it, what the resident said and what is paid; "" before it is proposed
	Money       bool   // the officer sees sums that have not been offered yet (ruling 29)
	Contact     Contact
	ToDo        []string // what is "not yet" before acknowledging
	Timeline    []Event
	Tabs        []Tab
}

// Promise is one dated commitment.
type Promise struct {
	ID    int
	Text  string
	Owner string
	Left  string
	Tone  casework.Tone
	Kept  bool
}

// Letter is one letter made for the case.
type Letter struct {
	ID    int
	Kind  casework.LetterKind
	Title string
	How   string // "Posted Tue 3 Nov", "Handed to the printer", "Draft"
	Sent  bool
	Error bool // sent in error
}

// Contact is where the resident is and how they may be reached.
type Contact struct {
	Address   string
	Telephone string
	Email     string
	DoNot     string
	Needs     []string
	Tenure    string
	Rep       string
	About     string // the home it is about, where they have moved since
}

// Beside is what stands beside a case in the register.
type Beside struct {
	History  []register.Entry
	Linked   map[int64]casework.Case // the cases it is linked to that the officer may see
	Officers []casework.Officer
}

// Build makes the page of a case.
func Build(c casework.Case, beside Beside, m casework.Moment) Page {
	name := namer(m, beside.Officers)
	p := Page{
		Name: orNot(c.Resident.Name, nameless(c)), About: about(c, m), Reference: string(c.Reference), Case: c,
		Status: casework.StatusOf(c, m.Today, m.Holidays), Redress: c.Redress.Total(),
		Clocks: clocks(c, m, name), Notices: notices(c, m, name), Contact: contact(c, m.Today), ToDo: toDo(c),
		Timeline: timeline(beside.History, m.Today), Tabs: tabs(c, beside.Linked, m, name),
	}
	if s := c.Current(); s != nil {
		p.With = with(s.Handler, m)
		p.Clock = p.Clocks[len(p.Clocks)-1]
		p.Points, p.Answered = pointsOf(c, s, m)
		p.Offer = offer(c, s)
		p.Money = casework.MayDo(m.By, casework.SeeFigures) == nil || !s.Responded.IsZero() && p.Redress > 0
	}
	if c.Current() == nil {
		p.Clock, p.Recorded = promisedClock(c, m, name), recorded(c)
		p.Offer = offerSum(c)
	}
	if c.Kind.Promised() {
		p.With = with(c.HandledBy(), m)
		p.Money = len(c.Redress) > 0 || c.Kind == casework.FixedSum && casework.MayDo(m.By, casework.SeeFigures) == nil
	}
	p.OfferStands = offerStands(c, name)
	p.Repairs = repairRows(c, m)
	p.Promises = promisesOf(c, m)
	p.Letters = lettersOf(c)
	return p
}

// nameless says whose case it is where no name was given.
func nameless(c casework.Case) string {
	if c.Anonymous {
		return "Anonymous report"
	}
	return "Name not given"
}

func orNot(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func about(c casework.Case, m casework.Moment) string {
	p, err := casework.PolicyOf(c, 1, c.Received, m.Policies)
	if err != nil {
		return ""
	}
	if s, ok := p.Subject(c.Subject); ok {
		return strings.ToLower(s.Title[:1]) + s.Title[1:]
	}
	return ""
}

func with(handler int64, m casework.Moment) string {
	if handler == m.By.ID {
		return "with you"
	}
	if o, ok := m.Officer(handler); ok {
		return "with " + o.Name
	}
	return "with nobody yet"
}

// offer says how the sum stands. At stage 2 it says what stage 1 had offered
// within it (ruling 21).
func offer(c casework.Case, s *casework.Stage) string {
	now, before := 0, redress.Pence(0)
	for _, l := range c.Redress {
		if l.Stage == s.Number {
			now++
		} else {
			before += l.Sum
		}
	}
	lines := counted(now, "line", "lines")
	switch {
	case len(c.Redress) == 0:
		return "No money offered."
	case now == 0:
		return fmt.Sprintf("Offered at stage %d.", s.Number-1)
	case s.Responded.IsZero():
		lines = "Draft, " + lines
	default:
		lines = "Offered, " + lines
	}
	if before > 0 {
		return fmt.Sprintf("%s, with %s offered at stage %d.", lines, before, s.Number-1)
	}
	return lines + "."
}

func promisesOf(c casework.Case, m casework.Moment) []Promise {
	var all []Promise
	for _, p := range c.Promises {
		shown := Promise{ID: p.ID, Text: p.Text, Owner: p.Owner}
		if p.Kept.IsZero() {
			shown.Left, shown.Tone = casework.TimeLeft(p.Due, m.Today, m.Holidays)
			shown.Owner = fmt.Sprintf("%s, by %s", p.Owner, p.Due.Short())
		} else {
			shown.Left, shown.Tone, shown.Kept = "Kept "+p.Kept.Short(), casework.Ended, true
		}
		all = append(all, shown)
	}
	return all
}

func lettersOf(c casework.Case) []Letter {
	var all []Letter
	for _, l := range c.Letters {
		shown := Letter{ID: l.ID, Kind: l.Kind, Title: letterTitle(l), How: "Made " + l.Dated.Short()}
		switch {
		case l.Error != "":
			shown.How, shown.Sent, shown.Error = "Sent in error: "+l.Error, true, true
		case !l.Sent.IsZero():
			shown.How, shown.Sent = capital(string(l.How))+" "+l.Sent.Short(), true
			if old := c.OldWords(l); old != "" {
				shown.How += ". It still says " + old
			}
		case l.Printer != "":
			shown.How = capital(l.Printer)
		}
		all = append(all, shown)
	}
	return all
}

func letterTitle(l casework.Letter) string {
	if l.Kind.Slip() || l.Stage < 1 || strings.Contains(string(l.Kind), "stage") {
		return capital(l.Kind.Words())
	}
	return fmt.Sprintf("Stage %d %s", l.Stage, l.Kind.Words())
}

func contact(c casework.Case, today calendar.Date) Contact {
	shown := Contact{
		Address: address(c.Home), Email: c.Resident.Email, DoNot: c.Contact.DoNot, Tenure: string(c.Home.Tenure),
	}
	if len(c.Resident.Telephones) > 0 {
		shown.Telephone = c.Resident.Telephones[0]
	}
	for _, a := range c.Contact.Adjustments {
		need := a.Kind
		if a.Note != "" {
			need = a.Note
		}
		shown.Needs = append(shown.Needs, capital(need))
	}
	if r := c.Representative; r.Name != "" {
		shown.Rep = sentenceOf(strings.TrimSuffix(r.Name+", "+r.Relation, ", "), noAuthority(c, today))
		if noAuthority(c, today) != "" {
			shown.Rep += ": tell them nothing about the case"
		}
	}
	if about := c.Concerns(); len(c.Moves) > 0 {
		shown.About = address(about)
	}
	return shown
}

// toDo lists what is missing until the complaint is acknowledged.
func toDo(c casework.Case) []string {
	if s := c.Current(); s == nil || !s.Acknowledged.IsZero() || !s.Responded.IsZero() {
		return nil
	}
	return casework.ToDo(c)
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
