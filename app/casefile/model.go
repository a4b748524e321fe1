package casefile

import (
	"context"
	"errors"
	"fmt"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
)

// Register is what the case file asks of the register.
type Register interface {
	Case(ctx context.Context, by casework.Officer, id int64) (casework.Case, error)
	History(ctx context.Context, by casework.Officer, id int64) ([]register.Entry, error)
	Moment(ctx context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error)
	Officers(ctx context.Context, by casework.Officer) ([]casework.Officer, error)
	Do(ctx context.Context, by casework.Officer, id int64, version int, act casework.Act) (casework.Result, error)
	KeepEvidence(ctx context.Context, by casework.Officer, id int64, version int, act casework.AddEvidence, content []byte) (casework.Result, error)
	CaseByReference(ctx context.Context, by casework.Officer, ref casework.Reference) (casework.Case, error)
	Link(ctx context.Context, by casework.Officer, one, other int64, kind casework.LinkKind) (casework.Result, error)
	Unlink(ctx context.Context, by casework.Officer, one, other int64, why string) (casework.Result, error)
	Dwellings(ctx context.Context, by casework.Officer, text string, limit int) ([]casework.Dwelling, error)
	Document(ctx context.Context, by casework.Officer, caseID int64, sha string) ([]byte, error)
	Undo(ctx context.Context, by casework.Officer, id int64, version int) (casework.Result, error)
	Undoable(ctx context.Context, by casework.Officer, id int64) (summary string, until time.Time, ok bool)
}

// Model is one open case. Its verbs that reach the register take a context and
// may be run away from the interface; everything else only reads what Load
// brought.
type Model struct {
	calendar.Reader // of typed days
	reg             Register
	by              casework.Officer
	id              int64

	Page     Page
	moment   casework.Moment
	officers []casework.Officer
	undo     undoable
	about    Errand // what a form is opened for, while it is made
}

// New is the file of a case, not loaded yet.
func New(reg Register, by casework.Officer, today func() calendar.Date, id int64) *Model {
	return &Model{Reader: calendar.Reader{Today: today}, reg: reg, by: by, id: id}
}

// Loaded is what Load read, to be shown with Show on the interface.
type Loaded struct {
	page     Page
	moment   casework.Moment
	officers []casework.Officer
	undo     undoable
}

// Load reads the case as it is now. It changes nothing in the model.
func (m *Model) Load(ctx context.Context) (Loaded, error) {
	moment, err := m.reg.Moment(ctx, m.by, m.Today())
	if err != nil {
		return Loaded{}, err
	}
	c, err := m.reg.Case(ctx, m.by, m.id)
	if err != nil {
		return Loaded{}, err
	}
	history, err := m.reg.History(ctx, m.by, m.id)
	if err != nil {
		return Loaded{}, err
	}
	officers, err := m.reg.Officers(ctx, m.by)
	if err != nil {
		return Loaded{}, err
	}
	beside := Beside{History: history, Officers: officers, Linked: m.linked(ctx, c)}
	return Loaded{page: Build(c, beside, moment), moment: moment, officers: officers, undo: m.undoable(ctx)}, nil
}

// Show takes over what was loaded.
func (m *Model) Show(l Loaded) {
	m.Page, m.moment, m.officers, m.undo = l.page, l.moment, l.officers, l.undo
	m.Holidays = l.moment.Holidays
}

// Ref is the case's reference, as the other screens know it.
func (m *Model) Ref() string { return m.Page.Reference }

// Do does one act on the case as it stands on the screen. A change made
// meanwhile by another desk is refused with who made it.
func (m *Model) Do(ctx context.Context, act casework.Act) (casework.Result, error) {
	return m.reg.Do(ctx, m.by, m.id, m.Page.Case.Version, act)
}

// May says whether the officer may do an act here; the refusal says who may.
func (m *Model) May(act casework.ActName) error { return casework.May(m.by, act, m.Page.Case) }

// Handlers are the officers who may be given the current stage, by name.
func (m *Model) Handlers() []casework.Officer {
	var may []casework.Officer
	for _, o := range m.officers {
		if _, err := casework.Apply(m.Page.Case, casework.Assign{To: o.ID}, m.asManager()); err == nil {
			may = append(may, o)
		}
	}
	return may
}

// asManager is the moment in which only the case and the officer to be given
// it decide, not who asks.
func (m *Model) asManager() casework.Moment {
	moment := m.moment
	moment.By.Role, moment.By.AllOffices = casework.Manager, true
	moment.By.Left = false
	return moment
}

// Remedies are the policy's ways of putting things right.
func (m *Model) Remedies() []policy.Remedy {
	p := m.policy()
	if p == nil {
		return nil
	}
	return p.Remedies
}

// Subjects are what a complaint may be about.
func (m *Model) Subjects() []policy.Subject {
	if p := m.policy(); p != nil {
		return p.Subjects
	}
	return nil
}

func (m *Model) policy() *policy.Policy {
	c := m.Page.Case
	stage, asked := 1, c.Received
	if s := c.Current(); s != nil {
		stage, asked = s.Number, s.Asked
	}
	p, err := casework.PolicyOf(c, stage, asked, m.moment.Policies)
	if err != nil {
		return nil
	}
	return p
}

// Problems turns a refusal into messages by field; what names no field goes
// under "". Anything else, a fault of the program or the disk, is not theirs.
func Problems(err error) (map[string]string, bool) {
	var r *casework.Refusal
	if errors.As(err, &r) {
		return map[string]string{r.Field: r.Error()}, true
	}
	var c *register.Conflict
	if errors.As(err, &c) {
		return map[string]string{"": fmt.Sprintf("%s changed this case at %s. What you typed is still here; look at the case and save again",
			c.Who, c.When.Format("15:04"))}, true
	}
	return nil, false
}
