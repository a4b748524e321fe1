package redress

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"casebook/data/casework"
	"casebook/data/redress"
)

// Worked is a draft worked out as far as it goes.
type Worked struct {
	Line  redress.Line
	OK    bool              // it gives a sum
	Wrong map[string]string // by field, what is missing or cannot be read
}

// worked works a draft out: straight through on every change. Once the officer
// has tried to keep it, all that is missing is named at once.
func (m *Model) worked(d Draft) Worked {
	w := m.work(d)
	if !w.OK && d.Tried {
		all := m.missing(d)
		maps.Copy(all, w.Wrong) // the rule knows better where both speak
		w.Wrong = all
	}
	return w
}

func (m *Model) work(d Draft) Worked {
	in, wrong := input(d, m.Day)
	if len(wrong) > 0 {
		return Worked{Wrong: wrong}
	}
	line, err := redress.Work(in, m.rules)
	if err != nil {
		wrong, theirs := Problems(err)
		if !theirs {
			wrong = map[string]string{"": err.Error()}
		}
		return Worked{Wrong: fields(wrong)}
	}
	line.ID, line.Stage = d.Line, m.stage()
	if kept, ok := m.line(d.Line); ok {
		line.Stage, line.By = kept.Stage, kept.By
	} else {
		line.ID = m.nextID()
	}
	return Worked{Line: line, OK: true}
}

func (m *Model) nextID() int {
	id := 0
	for _, l := range m.Kept() {
		id = max(id, l.ID)
	}
	return id + 1
}

// stage is the stage whose answer is being written; 0 outside a complaint and
// once the answer has gone.
func (m *Model) stage() int {
	if s := m.Case.Current(); s != nil && s.Responded.IsZero() {
		return s.Number
	}
	return 0
}

// Add begins a line of a kind. One that was begun and not kept is taken up
// again where it is of the same kind.
func (m *Model) Add(kind redress.Kind) {
	if d := m.drafts[0]; d == nil || d.Kind != kind {
		fresh := NewDraft(kind)
		m.preset(&fresh)
		m.drafts[0] = &fresh
	}
	m.open = 0
}

// preset fills what the case knows already.
func (m *Model) preset(d *Draft) {
	if m.Alone() {
		return
	}
	if d.Kind == redress.Repaired {
		d.Said["right"] = tick(m.secure())
		if repairs := m.Repairs(0); len(repairs) == 1 {
			d.Said["repair"] = repairs[0].ID
			m.fillRepair(d.Said)
		}
	}
	if refs := m.Referrals(); d.Kind == redress.Ordered && len(refs) == 1 {
		d.Said["referral"] = refs[0].ID
	}
}

// Open opens a line with what was typed into it, or with what is kept.
func (m *Model) Open(id int) {
	m.Fold()
	if m.drafts[id] == nil {
		line, ok := m.line(id)
		if !ok {
			return
		}
		d := DraftOf(line)
		m.drafts[id] = &d
	}
	m.open = id
}

// Locked says why a kept line cannot be changed any more, or not by this
// officer: the resident was told of it, it was paid, the case is closed. Empty
// where it can.
func (m *Model) Locked(id int) string {
	if m.Alone() || id == 0 {
		return ""
	}
	if err := m.MayChange(); err != nil {
		return err.Error()
	}
	line, _ := m.line(id)
	_, err := casework.Apply(m.Case, casework.ChangeRedress{Line: id, Input: line.Input}, m.moment)
	var r *casework.Refusal
	if errors.As(err, &r) && r.Field == "" {
		return r.Error()
	}
	return ""
}

// Fold closes the line that is open. What was changed in it stays typed.
func (m *Model) Fold() {
	if d := m.Draft(); d != nil && !m.changed(*d) {
		delete(m.drafts, m.open)
	}
	m.open = none
}

// Forget puts away what was typed into the line that is open.
func (m *Model) Forget() {
	delete(m.drafts, m.open)
	m.open = none
}

// Draft is the line that is open, or nil.
func (m *Model) Draft() *Draft { return m.drafts[m.open] }

// changed says whether a draft holds anything that is not kept.
func (m *Model) changed(d Draft) bool {
	if line, ok := m.line(d.Line); ok {
		return !d.same(DraftOf(line))
	}
	fresh := NewDraft(d.Kind)
	m.preset(&fresh)
	return !d.same(fresh)
}

// Typing says whether something is typed that is not kept.
func (m *Model) Typing() bool {
	for _, d := range m.drafts {
		if m.changed(*d) {
			return true
		}
	}
	return false
}

// Row is one line of the ledger as the screen shows it.
type Row struct {
	ID    int // 0: a new line
	Line  redress.Line
	Title string
	Small string // beside the title: what the sum is for
	Typed bool   // what is typed is not kept yet
	OK    bool   // it has a sum
}

// Rows are the lines with what is typed in place of what is kept.
func (m *Model) Rows() []Row {
	var all []Row
	for _, line := range m.Kept() {
		row := Row{ID: line.ID, Line: line, OK: true}
		if d := m.drafts[line.ID]; d != nil && m.changed(*d) {
			w := m.worked(*d)
			row.Typed, row.OK = true, w.OK
			if w.OK {
				row.Line = w.Line
			}
		}
		all = append(all, m.titled(row))
	}
	if d := m.drafts[0]; d != nil {
		w := m.worked(*d)
		w.Line.Input.Kind = d.Kind
		if w.Line.Title == "" {
			w.Line.Title = strings.TrimSpace(d.Said["title"])
		}
		all = append(all, m.titled(Row{Line: w.Line, Typed: true, OK: w.OK}))
	}
	return all
}

// titled names a row, and says beside it what the sum is for.
func (m *Model) titled(r Row) Row {
	r.Title = r.Line.Title
	words := wordsOf(r.Line.Input.Kind)
	if r.Title == "" {
		r.Title = words.Name
	}
	head := r.Line.Head
	if head == "" && len(words.Heads) > 0 {
		head = words.Heads[0]
	}
	r.Small = headWords(head)
	if r.Small != r.Title {
		return r
	}
	r.Small = ""
	for _, c := range m.Reasons(r.Line.Input.Kind) {
		if c.ID == r.Line.Input.Reason {
			r.Small = c.Words
		}
	}
	return r
}

// Ledger are the lines that have a sum, as typed; a kept line that is typed into
// and gives no sum counts as it is kept.
func (m *Model) Ledger() redress.Ledger {
	var all redress.Ledger
	for _, r := range m.Rows() {
		if r.OK || r.ID != 0 {
			line := r.Line
			if r.ID == 0 {
				line.ID = m.nextID()
			}
			all = append(all, line)
		}
	}
	return all
}

// Clash is the question that a line has to answer before it is kept: why it is
// paid although another is about the same event. Empty where nothing clashes.
func (m *Model) Clash(id int) string {
	if id == 0 {
		id = m.nextID()
	}
	for _, c := range redress.Clashes(m.Ledger()) {
		if c.First.ID != id && c.Second.ID != id {
			continue
		}
		other := c.First
		if other.ID == id {
			other = c.Second
		}
		if other.ID == id {
			return fmt.Sprintf("This line pays twice for %s. Why are both right?", c.Event)
		}
		return fmt.Sprintf("“%s” pays for %s too. Why are both right?", other.Title, c.Event)
	}
	for _, line := range m.Ledger() {
		if line.ID == id {
			return m.paidElsewhere(line)
		}
	}
	return ""
}

// Keep keeps what is typed in the line that is open: in the case, or where there
// is none on the screen alone.
func (m *Model) Keep(ctx context.Context) (casework.Result, error) {
	d := m.Draft()
	in, _ := input(*d, m.Day)
	if d.Line != 0 {
		return m.reg.Do(ctx, m.by, m.id, m.Case.Version, casework.ChangeRedress{Line: d.Line, Input: in})
	}
	repair, _ := strconv.Atoi(d.Said["repair"])
	return m.reg.Do(ctx, m.by, m.id, m.Case.Version, casework.OfferRedress{Input: in, Repair: repair})
}

// Try says by field what stands in the way of keeping the open line, and that
// the officer has tried.
func (m *Model) Try() map[string]string {
	d := m.Draft()
	d.Tried = true
	w := m.worked(*d)
	if !w.OK {
		return w.Wrong // with all that is missing, now that the officer has tried
	}
	if err := redress.CheckAlso(m.Kept(), w.Line); err != nil {
		wrong, _ := Problems(err)
		return fields(wrong)
	}
	if question := m.paidElsewhere(w.Line); question != "" && d.Said["also"] == "" {
		return map[string]string{"also": question}
	}
	return nil
}

// KeepLoose keeps the open line on the screen.
func (m *Model) KeepLoose() {
	d := m.Draft()
	w := m.worked(*d)
	if !w.OK {
		return
	}
	kept := false
	for i, l := range m.loose {
		if l.ID == d.Line {
			m.loose[i], kept = w.Line, true
		}
	}
	if !kept {
		m.loose = append(m.loose, w.Line)
	}
	m.Forget()
}

// DropLoose takes a line off the screen; what it returns puts it back.
func (m *Model) DropLoose(id int) (back func()) {
	was := append(redress.Ledger{}, m.loose...)
	var left redress.Ledger
	for _, l := range m.loose {
		if l.ID != id {
			left = append(left, l)
		}
	}
	m.loose = left
	return func() { m.loose = was }
}

// Drop takes a line of the case back.
func (m *Model) Drop(ctx context.Context, id int) (casework.Result, error) {
	return m.reg.Do(ctx, m.by, m.id, m.Case.Version, casework.DropRedress{Line: id})
}

// Undo takes the officer's last act back, as it left the case with a version.
func (m *Model) Undo(ctx context.Context, version int) (casework.Result, error) {
	return m.reg.Undo(ctx, m.by, m.id, version)
}
