package redress

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"casebook/app/drafts"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/data/register"
)

// Register is what the screen asks of the register. Standing alone it asks for
// the moment only: the policies, the holidays and what the office decided.
type Register interface {
	Moment(ctx context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error)
	Case(ctx context.Context, by casework.Officer, id int64) (casework.Case, error)
	Officers(ctx context.Context, by casework.Officer) ([]casework.Officer, error)
	Do(ctx context.Context, by casework.Officer, id int64, version int, act casework.Act) (casework.Result, error)
	Undo(ctx context.Context, by casework.Officer, id int64, version int) (casework.Result, error)
}

// Others tells how sums like one lie that this office gave before, apart from
// those of one case; false where there are too few to compare with.
type Others interface {
	Like(ctx context.Context, head redress.Head, band, subject string, except int64) (redress.Spread, bool, error)
}

// none says that no line is open.
const none = -1

// Model is the money of one case, or what something would be.
type Model struct {
	calendar.Reader // of typed days
	reg             Register
	by              casework.Officer
	id              int64 // 0: standing alone

	Case      casework.Case
	moment    casework.Moment
	officers  []casework.Officer
	rules     redress.Rules
	loose     redress.Ledger // the lines where there is no case
	on        calendar.Date  // the day whose rules count where there is no case
	drafts    map[int]*Draft // by the line they change; 0 is a new one
	open      int
	like      compared
	elsewhere []register.MoneyElse // of other records of the same person or home

	unkept *Unkept // what is typed outlives the screen in it; nil where nothing is kept
	pace   *drafts.Pace
	handed string  // what was handed over to it last
	asleep []Draft // what was typed and cannot be kept as the case stands
}

// New is the ledger of a case, or with no case a sum that is kept nowhere; not
// loaded yet.
func New(reg Register, by casework.Officer, today func() calendar.Date, id int64) *Model {
	return &Model{Reader: calendar.Reader{Today: today}, reg: reg, by: by, id: id, drafts: map[int]*Draft{}, open: none}
}

// Ref is the case's reference, as the other screens know it.
func (m *Model) Ref() string { return string(m.Case.Reference) }

// Alone says that the screen stands outside a case and keeps nothing.
func (m *Model) Alone() bool { return m.id == 0 }

// Loaded is what Load read, to be shown with Show on the interface.
type Loaded struct {
	c         casework.Case
	moment    casework.Moment
	officers  []casework.Officer
	elsewhere []register.MoneyElse
	unread    error // why what was typed before cannot be read; nil when it was
}

// Load reads the case as it is now. It changes nothing in the model.
func (m *Model) Load(ctx context.Context) (Loaded, error) {
	var l Loaded
	var err error
	if l.moment, err = m.reg.Moment(ctx, m.by, m.Today()); err != nil || m.Alone() {
		return l, err
	}
	if l.c, err = m.reg.Case(ctx, m.by, m.id); err != nil {
		return l, err
	}
	if finder, ok := m.reg.(Elsewhere); ok {
		if l.elsewhere, err = finder.MoneyElse(ctx, m.by, m.id); err != nil {
			return l, err
		}
	}
	if m.unkept != nil {
		l.unread = m.unkept.wake()
	}
	l.officers, err = m.reg.Officers(ctx, m.by)
	return l, err
}

// Show takes over what was loaded. What is being typed stays as it is.
func (m *Model) Show(l Loaded) {
	m.Case, m.moment, m.officers, m.elsewhere = l.c, l.moment, l.officers, l.elsewhere
	m.Holidays = l.moment.Holidays
	if m.Alone() && m.on.IsZero() {
		m.on = m.moment.Today
	}
	m.rules = m.rulesNow()
	m.takeUp()
	for id := range m.drafts {
		if _, ok := m.line(id); id != 0 && !ok { // taken back by another desk
			delete(m.drafts, id)
			if m.open == id {
				m.open = none
			}
		}
	}
}

// rulesNow are the rules that a line is worked out by: of the case at its
// stage, or of the day that was typed.
func (m *Model) rulesNow() redress.Rules {
	r := casework.RulesOf(m.Case, m.stage(), m.moment)
	if m.Alone() {
		r.Policy = r.Set.InForceOn(m.on)
	}
	return r
}

// RulesOn reads the day whose rules count where there is no case.
func (m *Model) RulesOn(text string) error {
	d, err := m.Day(text)
	if err != nil {
		return err
	}
	m.on = d
	m.rules = m.rulesNow()
	for i, line := range m.loose { // the same input under the day's own rules
		again, err := redress.Work(line.Input, m.rules)
		if err == nil {
			again.ID = line.ID
			m.loose[i] = again
		}
	}
	return nil
}

// Kept are the lines of the ledger as they are kept.
func (m *Model) Kept() redress.Ledger {
	if m.Alone() {
		return m.loose
	}
	return m.Case.Redress
}

func (m *Model) line(id int) (redress.Line, bool) {
	for _, l := range m.Kept() {
		if l.ID == id {
			return l, true
		}
	}
	return redress.Line{}, false
}

// Name is whose case it is, as the way back to it is called.
func (m *Model) Name() string {
	switch {
	case m.Alone():
		return ""
	case m.Case.Resident.Name == "":
		return "Name not given"
	}
	return m.Case.Resident.Name
}

// Below is the line beside the title: which case, and whose rules.
func (m *Model) Below() string {
	day := m.Case.Received
	if m.Alone() {
		return "Nothing here is kept."
	}
	if s := m.Case.Current(); s != nil && s.Number > 1 {
		day = s.Asked
	}
	return fmt.Sprintf("%s, rules in force on %s", m.Case.Reference, day.Letter())
}

// MayChange says whether the officer may change the ledger; nil where nothing is
// kept.
func (m *Model) MayChange() error {
	if m.Alone() {
		return nil
	}
	return casework.May(m.by, casework.ActOfferRedress, m.Case)
}

// Problems turns a refusal into messages by field; what names no field goes
// under "". Anything else, a fault of the program or the disk, is not theirs.
func Problems(err error) (map[string]string, bool) {
	var p *redress.Problem
	if errors.As(err, &p) {
		return map[string]string{p.Field: p.Error()}, true
	}
	var r *casework.Refusal
	if errors.As(err, &r) {
		return map[string]string{r.Field: r.Error()}, true
	}
	var c *register.Conflict
	if errors.As(err, &c) {
		return map[string]string{"": fmt.Sprintf("%s changed this case at %s. What you typed is still here; press F5 and keep it again",
			c.Who, c.When.Format("15:04"))}, true
	}
	return nil, false
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	first := []rune(text)[:1]
	return strings.ToUpper(string(first)) + text[len(string(first)):]
}
