package redress

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"casebook/app/drafts"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/redress"
)

// draftKind is how the desk's file knows what is typed into a ledger.
const draftKind = "redress"

// Unkept is what an officer has typed into the ledgers of cases on this desk and
// not kept in them. It outlives the screen and the window, in the desk's own
// file, as the draft of a contact does. A sum in the making is its officer's
// own: it comes back to them alone, and only where they may still see the case.
// There is one while an officer is in.
type Unkept struct {
	desk   drafts.Desk
	keeper *drafts.Keeper
	tasks  *task.Runner
	now    func() time.Time
	place  string // the register: cases of another have the same numbers
	by     casework.Officer
	shown  []*Model // the screens that may have something to hand over

	reading sync.Mutex // the desk is read away from the interface
	read    bool
	all     map[string]drafts.Draft // by id
}

// NewUnkept is what an officer types at a register. changed is called on the
// interface after every write to the desk, with the trouble that it met.
func NewUnkept(d drafts.Desk, tasks *task.Runner, now func() time.Time, place string, by casework.Officer, changed func(trouble error)) *Unkept {
	u := &Unkept{desk: d, tasks: tasks, now: now, place: place, by: by, all: map[string]drafts.Draft{}}
	u.keeper = drafts.NewKeeper(d, tasks, now, func() { changed(u.keeper.Trouble()) })
	return u
}

// KeepAll keeps at once whatever is not on the disk yet, for when the window
// closes or another officer comes. The error says what could not be kept.
func (u *Unkept) KeepAll() error {
	for _, m := range u.shown {
		m.KeepTyped()
	}
	return u.keeper.Flush()
}

// id is the draft of a case. A register put back from a copy may number its cases
// anew, so the reference counts too. The place may name a server's password and
// is told apart by its digest alone.
func (u *Unkept) id(c casework.Case) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%d\n%s", u.place, u.by.ID, c.ID, c.Reference))
	return draftKind + " " + hex.EncodeToString(sum[:16])
}

// wake reads what sleeps on the desk, once. From then on this is ahead of it.
func (u *Unkept) wake() error {
	u.reading.Lock()
	defer u.reading.Unlock()
	if u.read {
		return nil
	}
	kept, err := u.desk.Drafts()
	if err != nil {
		return err
	}
	for _, d := range kept {
		if d.Kind == draftKind {
			u.all[d.ID] = d
		}
	}
	u.read = true
	return nil
}

// of is what was typed into a case's ledger, "" where nothing was.
func (u *Unkept) of(c casework.Case) string {
	u.reading.Lock()
	defer u.reading.Unlock()
	return string(u.all[u.id(c)].Body)
}

// keep takes over what is typed into a case's ledger now; "" is nothing.
func (u *Unkept) keep(c casework.Case, typed string) {
	u.reading.Lock()
	defer u.reading.Unlock()
	id := u.id(c)
	if typed == "" {
		delete(u.all, id)
		u.keeper.Drop(id)
		return
	}
	d := drafts.Draft{ID: id, Kind: draftKind, Started: u.now(), Parked: true, Body: []byte(typed)}
	if old, ok := u.all[id]; ok {
		d.Started = old.Started
	}
	u.all[id] = d
	u.keeper.Keep(d)
}

// typedLines is the body of the draft in the desk's file, so its names stay.
type typedLines struct {
	Open  int     `json:"open"`
	Last  int     `json:"last"` // the newest line of the ledger then
	Lines []Draft `json:"lines"`
}

// holds lets what is typed outlive the screen. Where there is no case nothing is
// kept, on no disk.
func (m *Model) holds(u *Unkept) {
	if u == nil || m.Alone() {
		return
	}
	m.unkept = u
	m.pace = drafts.NewPace(u.tasks, u.now, m.KeepTyped)
	u.shown = append(u.shown, m)
}

// letsGo is called when the screen is closed.
func (m *Model) letsGo() {
	if m.unkept != nil {
		m.KeepTyped()
		m.unkept.shown = slices.DeleteFunc(m.unkept.shown, func(o *Model) bool { return o == m })
	}
}

// touched is called after whatever may have changed what is typed.
func (m *Model) touched() {
	if m.unkept != nil && m.typed() != m.handed {
		m.pace.Typed()
	}
}

// KeepTyped hands what is typed over to the desk's file now: typing has paused,
// the line was kept in the case, or the screen is left.
func (m *Model) KeepTyped() {
	if m.unkept == nil {
		return
	}
	m.pace.Kept()
	if typed := m.typed(); typed != m.handed {
		m.handed = typed
		m.unkept.keep(m.Case, typed)
	}
}

// typed is all that is typed and not kept, as the desk's file has it; "" is
// nothing.
func (m *Model) typed() string {
	t := typedLines{Open: m.open, Last: m.nextID() - 1, Lines: slices.Clone(m.asleep)}
	for _, d := range m.drafts {
		if m.changed(*d) {
			t.Lines = append(t.Lines, *d)
		}
	}
	if len(t.Lines) == 0 {
		return ""
	}
	slices.SortFunc(t.Lines, func(a, b Draft) int { return a.Line - b.Line })
	text, err := json.Marshal(t)
	if err != nil { // texts and numbers alone
		return ""
	}
	return string(text)
}

// takeUp brings back what was typed where it is not what this screen handed over
// itself: from before the window was closed, or from another screen of the case.
func (m *Model) takeUp() {
	if m.unkept == nil {
		return
	}
	kept := m.unkept.of(m.Case)
	if kept == m.handed {
		return
	}
	m.handed, m.drafts, m.asleep, m.open = kept, map[int]*Draft{}, nil, none
	var t typedLines
	if json.Unmarshal([]byte(kept), &t) != nil {
		return // nothing
	}
	for _, d := range t.Lines {
		switch {
		case m.gone(d), m.keptSince(d, t.Last):
		case !m.takes(d):
			m.asleep = append(m.asleep, d)
		default:
			m.drafts[d.Line] = &d
		}
	}
	if m.drafts[t.Open] != nil {
		m.open = t.Open
	}
}

// gone says that the line a draft changes is not there any more.
func (m *Model) gone(d Draft) bool {
	_, ok := m.line(d.Line)
	return d.Line != 0 && !ok
}

// keptSince says that a new line was kept in the case and the program ended
// before its draft went: it is in no ledger twice.
func (m *Model) keptSince(d Draft, last int) bool {
	w := m.work(d)
	return d.Line == 0 && w.OK && slices.ContainsFunc(m.Kept(), func(l redress.Line) bool {
		was, is := DraftOf(l), DraftOf(w.Line)
		return l.ID > last && was.same(is)
	})
}

// takes says whether what was typed could be kept as the case stands. What could
// not sleeps on: a case that is closed may be opened again.
func (m *Model) takes(d Draft) bool {
	if d.Line != 0 {
		return m.Locked(d.Line) == ""
	}
	if m.MayChange() != nil {
		return false
	}
	_, err := casework.Apply(m.Case, casework.OfferRedress{Input: redress.Input{Kind: d.Kind}}, m.moment)
	var r *casework.Refusal
	return !errors.As(err, &r) || r.Field != ""
}
