package task

import (
	"context"
	"time"
)

// quiet is how long work may last before anything is shown for it, so that
// quick work does not flicker.
const quiet = 150 * time.Millisecond

// between is how often progress is drawn at most, however often it is told.
const between = 100 * time.Millisecond

// Progress is how far a long piece of work has come.
type Progress struct {
	Words string // "Reading 48,316 records"
	Done  int
	Total int // 0 when it cannot be known
}

// Panel shows progress. [Long] calls it on the interface's goroutine only.
type Panel interface {
	// Show appears with the first progress; stop cancels the work.
	Show(p Progress, stop func())
	// Hide takes it away; it is called once for each Show that began.
	Hide()
}

// Long is [Run] for work that can take over half a second. After 150 ms the
// panel shows what report last said, with Stop. Work should call report often
// and return promptly once its context is done.
func Long[T any](r *Runner, panel Panel, first string,
	work func(ctx context.Context, report func(Progress)) (T, error), show func(T, error),
) (cancel func()) {
	latest := Progress{Words: first}
	visible, over := false, false
	var stop func()
	unwait := r.After(quiet, func() {
		if !over {
			visible = true
			panel.Show(latest, func() { stop() })
		}
	})
	var last time.Time
	report := func(p Progress) {
		complete := p.Total > 0 && p.Done >= p.Total
		if time.Since(last) < between && !complete {
			return
		}
		last = time.Now()
		r.show(func() {
			latest = p
			if visible && !over {
				panel.Show(latest, func() { stop() })
			}
		})
	}
	ctx, cancelWork := context.WithCancel(r.ctx)
	stop = cancelWork
	r.start(func() {
		v, err := work(ctx, report)
		r.show(func() {
			over = true
			unwait()
			cancelWork()
			if visible {
				panel.Hide()
			}
			show(v, err)
		})
	})
	return cancelWork
}
