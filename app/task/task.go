// Package task is the one seam for work off the interface's goroutine: run it,
// show its result, drop a stale one, wait until typing pauses, report progress
// and stop. Nothing else in the program starts a goroutine or calls fyne.Do.
//
// A screen takes a *Runner and never asks which kind it has:
//
//	task.Run(s.tasks, func(ctx context.Context) ([]Hit, error) {
//		return s.register.Search(ctx, text)
//	}, func(hits []Hit, err error) { s.show(hits, err) })
//
// What the work needs is copied before Run; work never touches a widget, show
// may. In tests [Inline] runs straight through and [ByHand] one step at a time.
package task

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
)

// Runner starts work and brings its end back to the interface.
type Runner struct {
	ctx   context.Context
	start func(work func())                             // off the interface's goroutine
	show  func(f func())                                // on it
	after func(d time.Duration, f func()) (stop func()) // later, on it
}

// Background is the runner of the real program. Work still running when ctx
// ends is told so through its own context.
func Background(ctx context.Context) *Runner {
	return &Runner{
		ctx:   ctx,
		start: func(work func()) { go work() },
		show:  fyne.Do,
		after: func(d time.Duration, f func()) func() {
			t := time.AfterFunc(d, func() { fyne.Do(f) })
			return func() { t.Stop() }
		},
	}
}

// Inline runs work and shows its end before Run returns; a timer never fires
// but a debounce acts at once. For tests of screens.
func Inline() *Runner {
	now := func(f func()) { f() }
	return &Runner{
		ctx: context.Background(), start: now, show: now,
		after: func(d time.Duration, f func()) func() {
			if d <= typingPause {
				f()
			}
			return func() {}
		},
	}
}

// Run does work away from the interface and then calls show on it. The
// returned function cancels the work's context; show is still called, with
// whatever the work returned, so that a screen can tidy up.
func Run[T any](r *Runner, work func(context.Context) (T, error), show func(T, error)) (cancel func()) {
	ctx, cancel := context.WithCancel(r.ctx)
	r.start(func() {
		v, err := work(ctx)
		r.show(func() {
			cancel()
			show(v, err)
		})
	})
	return cancel
}

// After calls f on the interface once d has passed, unless stopped before.
func (r *Runner) After(d time.Duration, f func()) (stop func()) { return r.after(d, f) }

// typingPause is how long typing must rest before a search starts.
const typingPause = 250 * time.Millisecond

// Debounce calls the last function given to it once calls have paused.
type Debounce struct {
	r    *Runner
	d    time.Duration
	stop func()
}

// NewDebounce waits for d without a call; d of zero is the pause of typing.
func NewDebounce(r *Runner, d time.Duration) *Debounce {
	if d == 0 {
		d = typingPause
	}
	return &Debounce{r: r, d: d}
}

// Call replaces what is waiting and starts the pause again.
func (d *Debounce) Call(f func()) {
	d.Stop()
	d.stop = d.r.After(d.d, f)
}

// Stop drops what is waiting.
func (d *Debounce) Stop() {
	if d.stop != nil {
		d.stop()
		d.stop = nil
	}
}

// Latest runs work of which only the newest result matters, as in a search
// that changes with every key. A newer run cancels the older one's context and
// its result is dropped even when it arrives later.
type Latest struct {
	r      *Runner
	number int
	cancel func()
}

// NewLatest makes a lane in which each run replaces the one before.
func NewLatest(r *Runner) *Latest { return &Latest{r: r} }

// RunLatest is [Run] in the lane l.
func RunLatest[T any](l *Latest, work func(context.Context) (T, error), show func(T, error)) {
	l.Drop()
	mine := l.number
	l.cancel = Run(l.r, work, func(v T, err error) {
		if mine == l.number {
			show(v, err)
		}
	})
}

// Drop forgets whatever is running: its result will not be shown.
func (l *Latest) Drop() {
	l.number++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// Hand is a runner that a test moves step by step.
type Hand struct {
	*Runner
	queue []func()
	timed []*timer
	now   time.Duration
}

type timer struct {
	at   time.Duration
	f    func()
	dead bool
}

// ByHand makes a runner whose work waits for [Hand.Step] and whose timers wait
// for [Hand.Pass]. For tests of order and of time.
func ByHand() *Hand {
	h := &Hand{}
	h.Runner = &Runner{
		ctx:   context.Background(),
		start: func(work func()) { h.queue = append(h.queue, work) },
		show:  func(f func()) { f() },
		after: func(d time.Duration, f func()) func() {
			t := &timer{at: h.now + d, f: f}
			h.timed = append(h.timed, t)
			return func() { t.dead = true }
		},
	}
	return h
}

// Step does the waiting work with the given place in the queue, 0 the oldest.
func (h *Hand) Step(place int) {
	work := h.queue[place]
	h.queue = append(h.queue[:place:place], h.queue[place+1:]...)
	work()
}

// Waiting is the number of works not yet done.
func (h *Hand) Waiting() int { return len(h.queue) }

// Pass lets time go by and fires the timers that fall due.
func (h *Hand) Pass(d time.Duration) {
	h.now += d
	due := h.timed
	h.timed = nil
	for _, t := range due {
		switch {
		case t.dead:
		case t.at <= h.now:
			t.f()
		default:
			h.timed = append(h.timed, t)
		}
	}
}
