package intake

import (
	"context"
	"time"

	"casebook/app/drafts"
	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/data/register/desk"
)

// Page is which of its pages the screen shows.
type Page int

// The pages, in the order of the work.
const (
	Asking   Page = iota // the form
	ReadBack             // what will be recorded, to be read aloud
	Recorded             // the reference and the dates
)

// Model is the screen without its looks. Every method is called on the
// interface's goroutine.
type Model struct {
	deps   Deps
	world  casework.Moment // policies, holidays and colleagues; empty until read
	people []casework.Officer

	draft   desk.Draft // the draft on screen, without its body
	form    form
	parked  []desk.Draft
	awake   bool // the drafts of the desk have been taken up
	keeper  *drafts.Keeper
	pace    *drafts.Pace
	page    Page
	wrong   map[string]string
	doubts  []Doubt
	trouble string // why the last press did nothing, for the top of the page
	busy    bool

	story, wanted judged   // what the words were found to say
	foreseen      foreseen // the hazards in them

	found     finder
	matches   []register.AlikeCase
	others    bool // other homes were asked for
	matchWhy  string
	lookedFor register.Likeness
	matchLane *task.Latest
	likePause *task.Debounce
	beginLane *task.Latest

	done      casework.Case
	paperNote string // what became of the receipt or the slip
	leftOver  string // what could not be recorded with it, and where to do so

	// Changed is called when what is shown may have changed.
	Changed func()
}

// kind is how the desk's file knows the drafts of this screen.
const kind = "contact"

// New makes the screen's model. Start reads what it needs.
func New(deps Deps) *Model {
	m := &Model{deps: deps, Changed: func() {}}
	m.keeper = drafts.NewKeeper(deps.Desk, deps.Tasks, deps.Now, func() { m.tellKept(); m.Changed() })
	m.pace = drafts.NewPace(deps.Tasks, deps.Now, m.Keep)
	m.matchLane, m.beginLane = task.NewLatest(deps.Tasks), task.NewLatest(deps.Tasks)
	m.likePause = task.NewDebounce(deps.Tasks, likeRest)
	m.found = newFinder(deps.Tasks)
	m.fresh()
	return m
}

// Start reads the policies, the colleagues and the drafts that sleep on this
// desk. A draft that was on screen when the program ended, on purpose or not,
// is on screen again. It may be called again when the screen is shown anew.
func (m *Model) Start() {
	by, today := m.deps.By, m.deps.Today()
	if m.page == Asking && m.form.empty() && m.form.Received != today {
		m.fresh() // a blank form left open overnight is today's
	}
	task.Run(m.deps.Tasks, func(ctx context.Context) (world, error) {
		w := world{}
		var err error
		if w.moment, err = m.deps.Register.Moment(ctx, by, today); err != nil {
			return w, err
		}
		if w.people, err = m.deps.Register.Officers(ctx, by); err != nil {
			return w, err
		}
		w.drafts, err = m.deps.Desk.Drafts()
		return w, err
	}, func(w world, err error) {
		if w.moment.Policies != nil {
			m.world, m.people = w.moment, w.people
		}
		switch {
		case err != nil:
			m.trouble = sentence(err)
		case !m.awake:
			m.wake(w.drafts)
		}
		m.Changed()
	})
}

// world is what Start reads.
type world struct {
	moment casework.Moment
	people []casework.Officer
	drafts []desk.Draft
}

// wake takes up the drafts found on the desk, once: from then on this model is
// the only one to change them, and may be ahead of the disk. Whatever has been
// typed since the program started comes first and stays.
func (m *Model) wake(kept []desk.Draft) {
	m.awake = true
	var asleep *desk.Draft
	for _, d := range kept {
		if d.Kind != kind || d.ID == m.draft.ID {
			continue
		}
		if !d.Parked && (asleep == nil || d.Kept.After(asleep.Kept)) {
			asleep = &d
		}
		d.Parked = true
		m.parked = append(m.parked, d)
	}
	if asleep != nil && m.page == Asking && m.form.empty() {
		m.bring(asleep.ID)
	}
}

// fresh puts a new, blank draft on screen.
func (m *Model) fresh() {
	m.draft = desk.Draft{ID: desk.NewID(), Kind: kind, Started: m.deps.Now()}
	m.form = blank(m.deps.Today(), m.deps.By)
	m.clear()
}

// clear takes away what belongs to the draft that was on screen before.
func (m *Model) clear() {
	m.page, m.wrong, m.doubts, m.trouble, m.busy = Asking, nil, nil, "", false
	m.done, m.paperNote, m.leftOver = casework.Case{}, "", ""
	m.matches, m.others, m.matchWhy, m.lookedFor = nil, false, "", register.Likeness{}
	m.likePause.Stop()
	m.matchLane.Drop()
	m.found.close()
}

// Page is the page to show.
func (m *Model) Page() Page { return m.page }

// Text is what stands in a text field, as typed.
func (m *Model) Text(field string) string { return m.form.Text[field] }

// Type puts text into a field. Days are understood at once; nothing is
// checked until the contact is read back.
func (m *Model) Type(field, text string) {
	if m.form.Text[field] == text {
		return
	}
	m.form.Text[field] = text
	switch field {
	case Received:
		m.form.Received = m.toldOn(text)
	case Happened:
		m.form.Happened = m.happened(text)
	case RepGiven:
		m.form.RepGiven = m.understood(text)
	case RepUntil:
		m.form.RepUntil = m.ahead(text)
	case MemberName:
		m.memberTyped()
	case Subject:
		m.form.Subject = m.subjectMeant(text)
	case Name:
		m.nameTyped()
	case Address, Postcode:
		m.addressTyped()
	}
	m.touched()
}

// touched is called after every change of the form.
func (m *Model) touched() {
	m.relent()
	m.lookLater()
	m.pace.Typed()
	m.tellKept()
	m.Changed()
}

// Keep keeps the draft now: typing has paused, or the focus has moved.
func (m *Model) Keep() {
	m.pace.Kept()
	switch {
	case m.page == Recorded:
		return
	case m.form.empty():
		if !m.draft.Kept.IsZero() {
			m.draft.Kept = time.Time{}
			m.keeper.Drop(m.draft.ID)
		}
		return
	}
	d, err := m.snapshot()
	if err != nil {
		m.trouble = sentence(err)
		return
	}
	m.draft.Kept = m.deps.Now()
	m.keeper.Keep(d)
}

// snapshot is the draft on screen as the desk keeps it.
func (m *Model) snapshot() (desk.Draft, error) {
	d := m.draft
	body, err := m.form.encode()
	d.Body, d.Title = body, initials(m.form.line(Name))
	return d, err
}

// Close keeps at once whatever is not kept yet, for when the window closes.
func (m *Model) Close() error {
	m.Keep()
	return m.keeper.Flush()
}

// Dirty reports that something typed is not yet durable.
func (m *Model) Dirty() bool { return m.pace.Waits() || !m.keeper.Idle() || m.keeper.Trouble() != nil }

// tellKept says when what is typed cannot be kept on this computer, and when it
// can again.
func (m *Model) tellKept() {
	if m.deps.News != nil {
		m.deps.News.Kept.Publish(news.Kept{Screen: "intake", Trouble: m.keeper.Trouble()})
	}
}

func (m *Model) tellDraft() {
	if m.deps.News != nil {
		m.deps.News.Draft.Publish(news.DraftChanged{ID: m.draft.ID, Name: initials(m.form.line(Name))})
	}
}

// Now is the instant the screen goes by.
func (m *Model) Now() time.Time { return m.deps.Now() }
