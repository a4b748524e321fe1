// Package letters is one letter on the screen: the page as it will print, the
// list of what it must say, and how it left us.
package letters

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// Register is what the letter screen asks of the register.
type Register interface {
	Case(ctx context.Context, by casework.Officer, id int64) (casework.Case, error)
	Moment(ctx context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error)
	Officers(ctx context.Context, by casework.Officer) ([]casework.Officer, error)
	Document(ctx context.Context, by casework.Officer, caseID int64, sha string) ([]byte, error)
	KeepLetter(ctx context.Context, by casework.Officer, id int64, version int, pdf []byte, act casework.MakeLetter) (casework.Result, error)
	Do(ctx context.Context, by casework.Officer, id int64, version int, act casework.Act) (casework.Result, error)
}

// Printer puts pages on paper or into a viewer.
type Printer interface {
	Print(ctx context.Context, pdf []byte, size paper.Size) (paper.Result, error)
	Open(ctx context.Context, pdf []byte) error
}

// Standing says how far a letter has come.
type Standing int

// The standings of a letter.
const (
	Draft Standing = iota // not made yet: looked at and checked
	Made                  // its bytes are kept; it has not left us
	Sent                  // it left us
)

// Model is one letter of one case.
type Model struct {
	calendar.Reader // of typed days
	reg             Register
	printer         Printer
	by              casework.Officer
	caseID          int64

	Kind     casework.LetterKind
	ID       int    // of the letter made; 0 for a draft
	About    int    // what a draft tells of: an extension, update, promise, restriction or repair; 0 is the one that waits for it
	Office   string // the housing office where the resident is seen, for the slips
	Large    bool
	Envelope string // "" is the office's own

	Now Shown
}

// Shown is what Load read: the case, its letter as laid out, and the findings.
type Shown struct {
	Case     casework.Case
	Letter   letter.Letter
	Findings []letter.Finding
	Kept     casework.Letter // the letter as it was made; zero for a draft
	Changed  bool            // the case is not any more what the kept letter says
	moment   casework.Moment
	pdf      []byte // the kept bytes
}

// Open says which letter of which case to show: one made before, or a draft
// when ID is 0, which may be about one thing of several.
type Open struct {
	Case  int64
	Kind  casework.LetterKind
	ID    int
	About int
}

// New is a letter of a case.
func New(reg Register, printer Printer, by casework.Officer, today func() calendar.Date, open Open) *Model {
	return &Model{Reader: calendar.Reader{Today: today}, reg: reg, printer: printer, by: by, caseID: open.Case, Kind: open.Kind, ID: open.ID, About: open.About}
}

// Standing says how far the letter has come.
func (m *Model) Standing() Standing {
	switch {
	case m.Now.Kept.ID == 0:
		return Draft
	case m.Now.Kept.Sent.IsZero():
		return Made
	}
	return Sent
}

// Stale says that a letter made on an earlier day has not left us: its date and
// the deadlines it quotes have to be made again before it goes (ruling 7).
func (m *Model) Stale() bool { return m.Standing() == Made && m.Now.Kept.Dated != m.Today() }

// Shut says whether anything keeps the letter from being printed: what it has to
// say is missing, or the case has no such letter at all.
func (m *Model) Shut() bool {
	return m.Standing() == Draft && (m.none() || letter.Shut(m.Now.Findings))
}

// none says whether there is no page to show.
func (m *Model) none() bool { return len(m.Now.Letter.Document.Pages) == 0 }

// Load fills and checks the letter from the case as it is now, and reads the
// bytes of one made before. It changes nothing in the model.
func (m *Model) Load(ctx context.Context) (Shown, error) {
	var s Shown
	var err error
	if s.moment, err = m.reg.Moment(ctx, m.by, m.Today()); err != nil {
		return s, err
	}
	if s.Case, err = m.reg.Case(ctx, m.by, m.caseID); err != nil {
		return s, err
	}
	if l := s.Case.Letter(m.ID); l != nil {
		s.Kept = *l
	}
	in, err := m.input(ctx, s)
	if err != nil {
		return s, err
	}
	if s.Letter, err = letter.Fill(in); err != nil {
		return s, err
	}
	s.Findings = letter.Check(s.Letter, in)
	if s.Kept.Document == "" {
		return s, nil
	}
	if s.pdf, err = m.reg.Document(ctx, m.by, m.caseID, s.Kept.Document); err != nil {
		return s, err
	}
	again, err := letter.PDF(s.Letter)
	s.Changed = err != nil || !bytes.Equal(again, s.pdf)
	return s, nil
}

func (m *Model) input(ctx context.Context, s Shown) (letter.Input, error) {
	officers, err := m.reg.Officers(ctx, m.by)
	if err != nil {
		return letter.Input{}, err
	}
	in := letter.Input{
		Kind: m.Kind, Case: s.Case, Settings: s.moment.Settings, Officers: map[int64]casework.Officer{},
		Policies: s.moment.Policies, Holidays: s.moment.Holidays, Today: m.Today(),
		LargePrint: m.Large || s.Case.Contact.Needs(casework.LargePrint), Envelope: m.Envelope, About: m.About, Office: m.Office,
	}
	if s.Kept.ID != 0 {
		in.Today, in.Stage, in.LargePrint, in.About = s.Kept.Dated, s.Kept.Stage, s.Kept.LargePrint, s.Kept.About
	}
	for _, o := range officers {
		in.Officers[o.ID] = o
	}
	return in, nil
}

// Show takes over what was loaded.
func (m *Model) Show(s Shown) { m.Now, m.Holidays = s, s.moment.Holidays }

// ErrShut is the refusal to print a letter that is not right yet.
var ErrShut = errors.New("something keeps this letter from being printed: put right what is listed in red")

// Print keeps the letter's exact bytes, hands them to the printer and records
// what became of that, in this order: after a crash between two steps the case
// still says how far it came. It answers what to tell the officer.
func (m *Model) Print(ctx context.Context) (string, error) {
	if m.Shut() {
		return "", ErrShut
	}
	pdf := m.Now.pdf
	if m.Standing() == Draft {
		var err error
		if pdf, err = m.keep(ctx); err != nil {
			return "", err
		}
	}
	result, printErr := m.printer.Print(ctx, pdf, m.sheet())
	outcome := casework.HandedToPrinter
	switch {
	case printErr != nil:
		outcome = casework.PrintFailed
	case result.Outcome == paper.OpenedInViewer:
		outcome = casework.OpenedInViewer
	}
	_, err := m.reg.Do(ctx, m.by, m.caseID, 0, casework.HandToPrinter{Kind: m.Kind, Letter: m.ID, Result: outcome})
	if err := errors.Join(printErr, err); err != nil {
		return "", err
	}
	return result.Sentence(), nil
}

// sheet is the size that the letter is laid out on: a slip is smaller.
func (m *Model) sheet() paper.Size {
	if pages := m.Now.Letter.Document.Pages; len(pages) > 0 {
		return paper.Size{Width: pages[0].Width, Height: pages[0].Height}
	}
	return paper.A4
}

// Enveloped says whether the letter goes into an envelope with a window: a slip
// and the form for the resident to sign have no address on them.
func (m *Model) Enveloped() bool { return !m.Kind.Slip() && m.Kind != casework.ConsentForm }

// keep makes the draft a letter of the case and answers its bytes.
func (m *Model) keep(ctx context.Context) ([]byte, error) {
	l := m.Now.Letter
	pdf, err := letter.PDF(l)
	if err != nil {
		return nil, err
	}
	act := casework.MakeLetter{Kind: m.Kind, Dated: l.Dated, Pages: len(l.Document.Pages), LargePrint: l.LargePrint, About: l.About}
	done, err := m.reg.KeepLetter(ctx, m.by, m.caseID, m.Now.Case.Version, pdf, act)
	var changed *register.Conflict
	if errors.As(err, &changed) {
		// The receipt may still have been on its way to the printer. A change
		// that leaves the letter as it is read here is no reason to stop.
		now, loadErr := m.Load(ctx)
		if loadErr != nil {
			return nil, loadErr
		}
		if again, pdfErr := letter.PDF(now.Letter); pdfErr == nil && bytes.Equal(again, pdf) && !letter.Shut(now.Findings) {
			done, err = m.reg.KeepLetter(ctx, m.by, m.caseID, now.Case.Version, pdf, act)
		}
	}
	if err != nil {
		return nil, err
	}
	m.ID = done.Case.Letters[len(done.Case.Letters)-1].ID
	return pdf, nil
}

// Bytes are the letter's bytes, to open or to save: those kept, or a draft's,
// which is kept first, so that what left the program can always be shown.
func (m *Model) Bytes(ctx context.Context) ([]byte, error) {
	if m.Standing() != Draft {
		return m.Now.pdf, nil
	}
	if m.Shut() {
		return nil, ErrShut
	}
	return m.keep(ctx)
}

// Open shows the letter in the computer's own viewer.
func (m *Model) Open(ctx context.Context) error {
	pdf, err := m.Bytes(ctx)
	if err != nil {
		return err
	}
	return m.printer.Open(ctx, pdf)
}

// FileName is what a saved letter is called: nothing about whom it is for.
func (m *Model) FileName() string {
	return fmt.Sprintf("%s %s.pdf", m.Now.Case.Reference, strings.ToLower(m.Now.Letter.Title))
}

// Dispatch records how the letter left us; it alone acknowledges or answers
// (ruling 7).
func (m *Model) Dispatch(ctx context.Context, on calendar.Date, how casework.Dispatch, to string) error {
	_, err := m.reg.Do(ctx, m.by, m.caseID, m.Now.Case.Version, casework.DispatchLetter{Kind: m.Kind, Letter: m.ID, On: on, How: how, To: to})
	return err
}

// Again turns back to a draft with today's date, when the letter made has not
// left us. The one made before stays on the case.
func (m *Model) Again() { m.ID = 0 }

// Usual is how a letter most likely goes to this resident.
func (m *Model) Usual() casework.Dispatch {
	c := m.Now.Case
	switch {
	case m.Kind.Slip():
		return casework.HandedOver
	case !m.Kind.ToResident():
		if _, how := c.Claim.Goes(m.Now.moment.Settings); how != "" {
			return how
		}
		return casework.Emailed
	case c.Contact.Reply == casework.ReplyEmail:
		return casework.Emailed
	case c.Contact.Reply == casework.ReplyCollect:
		return casework.Collected
	case c.Channel == casework.Counter && c.Recorded == m.Today():
		return casework.HandedOver // the resident is still standing here
	}
	return casework.Posted
}

// Recipient is whom the letter goes to: the resident, who speaks for them, or
// whoever decides a claim.
func (m *Model) Recipient() string {
	c := m.Now.Case
	if !m.Kind.ToResident() {
		if to, how := c.Claim.Goes(m.Now.moment.Settings); how != "" {
			return to
		}
		return m.Now.Letter.To
	}
	if r := c.Representative; r.WriteToRep && r.Speaks(m.Today()) && m.Enveloped() {
		return r.Name
	}
	if m.Usual() == casework.Emailed && c.Resident.Email != "" {
		return c.Resident.Email
	}
	return c.Resident.Name
}

// Problems turns a refusal into messages by field; false for a fault that is
// not the officer's to mend.
func Problems(err error) (map[string]string, bool) {
	var r *casework.Refusal
	if errors.As(err, &r) {
		return map[string]string{r.Field: r.Error()}, true
	}
	var c *register.Conflict
	if errors.As(err, &c) {
		return map[string]string{"": c.Error()}, true
	}
	return nil, false
}
