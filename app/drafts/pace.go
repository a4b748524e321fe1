package drafts

import (
	"time"

	"casebook/app/task"
)

const (
	// typingRest is how long typing rests before a draft is kept: well within the
	// second that is promised.
	typingRest = 250 * time.Millisecond
	// longestWait is how long somebody may type without a pause before the draft
	// is kept all the same: within that second too.
	longestWait = 700 * time.Millisecond
)

// Pace says when what is typed is kept: once typing rests, and from time to time
// while it does not.
type Pace struct {
	pause *task.Debounce
	now   func() time.Time
	keep  func()
	begun time.Time // when the draft was last handed over to be kept
	waits bool      // something has been typed since
}

// NewPace calls keep when it is time.
func NewPace(tasks *task.Runner, now func() time.Time, keep func()) *Pace {
	return &Pace{pause: task.NewDebounce(tasks, typingRest), now: now, keep: keep}
}

// Typed says that something was typed.
func (p *Pace) Typed() {
	p.waits = true
	if p.now().Sub(p.begun) > longestWait {
		p.begun = p.now() // typing without a pause is kept from time to time too
		p.keep()
		return
	}
	p.pause.Call(p.keep)
}

// Kept says that everything typed so far has been handed over.
func (p *Pace) Kept() {
	p.pause.Stop()
	p.begun, p.waits = p.now(), false
}

// Stop forgets what was typed: the draft was recorded or given up.
func (p *Pace) Stop() { p.pause.Stop() }

// Waits says whether something was typed that has not been handed over.
func (p *Pace) Waits() bool { return p.waits }
