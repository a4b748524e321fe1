package task_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"casebook/app/task"
)

func value[T any](v T) func(context.Context) (T, error) {
	return func(context.Context) (T, error) { return v, nil }
}

func TestALateAnswerToAnOlderQuestionIsDropped(t *testing.T) {
	h := task.ByHand()
	lane := task.NewLatest(h.Runner)
	var shown []string
	show := func(s string, err error) { shown = append(shown, s) }
	task.RunLatest(lane, value("till"), show)
	task.RunLatest(lane, value("tilley"), show)
	h.Step(1) // the newer one is quicker
	h.Step(0)
	if len(shown) != 1 || shown[0] != "tilley" {
		t.Errorf("shown %q, want only the newest", shown)
	}
}

func TestAnOlderQuestionIsToldThatNobodyWaits(t *testing.T) {
	h := task.ByHand()
	lane := task.NewLatest(h.Runner)
	var first error
	task.RunLatest(lane, func(ctx context.Context) (int, error) {
		first = ctx.Err()
		return 0, first
	}, func(int, error) {})
	task.RunLatest(lane, value(1), func(int, error) {})
	h.Step(0)
	if !errors.Is(first, context.Canceled) {
		t.Errorf("the older work's context says %v", first)
	}
}

func TestADroppedLaneShowsNothing(t *testing.T) {
	h := task.ByHand()
	lane := task.NewLatest(h.Runner)
	task.RunLatest(lane, value(1), func(int, error) { t.Error("shown after it was dropped") })
	lane.Drop()
	h.Step(0)
}

func TestOnlyTheLastCallOfABurstIsMade(t *testing.T) {
	h := task.ByHand()
	d := task.NewDebounce(h.Runner, 100*time.Millisecond)
	var made []string
	for _, s := range []string{"t", "ti", "til"} {
		d.Call(func() { made = append(made, s) })
		h.Pass(60 * time.Millisecond)
	}
	if len(made) != 0 {
		t.Errorf("made %q before typing paused", made)
	}
	h.Pass(60 * time.Millisecond)
	if len(made) != 1 || made[0] != "til" {
		t.Errorf("made %q, want the last call once", made)
	}
}

// panel remembers what it was told.
type panel struct {
	shows  []task.Progress
	hidden int
	stop   func()
}

func (p *panel) Show(now task.Progress, stop func()) { p.shows, p.stop = append(p.shows, now), stop }
func (p *panel) Hide()                               { p.hidden++ }

func TestQuickWorkShowsNoProgress(t *testing.T) {
	h, p := task.ByHand(), &panel{}
	done := false
	task.Long(h.Runner, p, "Reading", func(context.Context, func(task.Progress)) (int, error) { return 1, nil },
		func(int, error) { done = true })
	h.Pass(100 * time.Millisecond)
	h.Step(0)
	h.Pass(time.Second)
	if !done || len(p.shows) != 0 || p.hidden != 0 {
		t.Errorf("done %v, shown %d times, hidden %d times", done, len(p.shows), p.hidden)
	}
}

func TestSlowWorkShowsProgressAndCanBeStopped(t *testing.T) {
	h, p := task.ByHand(), &panel{}
	var end error
	task.Long(h.Runner, p, "Reading", func(ctx context.Context, report func(task.Progress)) (int, error) {
		report(task.Progress{Words: "Reading 10 records", Done: 3, Total: 10})
		p.stop()
		return 0, ctx.Err()
	}, func(_ int, err error) { end = err })
	h.Pass(200 * time.Millisecond)
	if len(p.shows) != 1 || p.shows[0].Words != "Reading" {
		t.Fatalf("after the quiet time the panel was told %v", p.shows)
	}
	h.Step(0)
	if !errors.Is(end, context.Canceled) {
		t.Errorf("stopped work ended with %v", end)
	}
	if last := p.shows[len(p.shows)-1]; last.Done != 3 || p.hidden != 1 {
		t.Errorf("last told %v, hidden %d times", last, p.hidden)
	}
}

func TestTheBackgroundRunnerWorksElsewhereAndShowsTheResult(t *testing.T) {
	test.NewTempApp(t)
	may, shown := make(chan bool), make(chan error)
	stop := task.Run(task.Background(context.Background()), func(ctx context.Context) (int, error) {
		<-may // only when Run has returned can this go on
		return 7, ctx.Err()
	}, func(v int, err error) { shown <- err })
	stop()
	close(may)
	if err := <-shown; !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled work ended with %v", err)
	}
}

func TestABackgroundTimerCanBeStopped(t *testing.T) {
	test.NewTempApp(t)
	r := task.Background(context.Background())
	fired := make(chan string, 2)
	r.After(time.Millisecond, func() { fired <- "stopped one" })()
	r.After(20*time.Millisecond, func() { fired <- "the other" })
	if got := <-fired; got != "the other" {
		t.Errorf("%s fired", got)
	}
}

func TestInlineRunsStraightThrough(t *testing.T) {
	got := 0
	task.Run(task.Inline(), value(7), func(v int, err error) { got = v })
	if got != 7 {
		t.Errorf("got %d before Run returned", got)
	}
}
