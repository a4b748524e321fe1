// Package drafts keeps what is typed and not yet recorded in this desk's own
// file: within a second of the last key, one write after the other, and away
// from the interface. A screen hands over its drafts and says when something was
// typed:
//
//	keeper := drafts.NewKeeper(desk, tasks, now, changed)
//	pace := drafts.NewPace(tasks, now, func() { keeper.Keep(screen.draft()) })
//	pace.Typed() // after every key
package drafts

import (
	"context"
	"slices"
	"sync"
	"time"

	"casebook/app/task"
	"casebook/data/register/desk"
)

// TryAgain is how long after a refusal by the disk keeping is tried again.
const TryAgain = 2 * time.Second

// Draft is what is typed as the desk's file keeps it.
type Draft = desk.Draft

// Desk is what is asked of this desk's own file.
type Desk interface {
	Keep(draft desk.Draft) error
	Drafts() ([]desk.Draft, error)
	Drop(id string) error
}

// Keeper writes drafts to the desk's file, one after the other and away from
// the interface, so that a slow disk never stops the typing and an older text
// never overwrites a newer one.
type Keeper struct {
	desk    Desk
	tasks   *task.Runner
	now     func() time.Time
	changed func() // something about keeping has changed

	waiting []errand
	doing   []errand // the one under way, if any
	retry   func()   // stops the next try
	last    time.Time
	trouble error

	writing sync.Mutex // held around every write, with the turn of the newest
	turn    int
	written map[string]int
}

// errand is one thing to write: a draft to keep or, without a body, to drop.
type errand struct {
	turn  int
	draft desk.Draft
	drop  bool
}

// NewKeeper keeps drafts in a desk's file. changed is called on the interface
// after every write, and after one that failed.
func NewKeeper(d Desk, tasks *task.Runner, now func() time.Time, changed func()) *Keeper {
	return &Keeper{desk: d, tasks: tasks, now: now, changed: changed, written: map[string]int{}}
}

// Keep writes a draft, in place of whatever still waits to be written of it.
func (k *Keeper) Keep(d desk.Draft) { k.add(errand{draft: d}) }

// Drop forgets a draft, with whatever still waits to be written of it.
func (k *Keeper) Drop(id string) { k.add(errand{draft: desk.Draft{ID: id}, drop: true}) }

func (k *Keeper) add(e errand) {
	k.turn++
	e.turn = k.turn
	kept := k.waiting[:0:0]
	for _, other := range k.waiting {
		if other.draft.ID != e.draft.ID {
			kept = append(kept, other)
		}
	}
	k.waiting = append(kept, e)
	k.next()
}

// next starts the oldest errand, unless one is under way.
func (k *Keeper) next() {
	if len(k.doing) > 0 || len(k.waiting) == 0 {
		return
	}
	if k.retry != nil {
		k.retry()
		k.retry = nil
	}
	e := k.waiting[0]
	k.waiting = k.waiting[1:]
	k.doing = []errand{e}
	task.Run(k.tasks, func(context.Context) (struct{}, error) {
		return struct{}{}, k.write(&e)
	}, func(_ struct{}, err error) {
		k.doing = nil
		k.trouble = err
		if err != nil {
			k.putBack(e)
			k.retry = k.tasks.After(TryAgain, k.next)
			k.changed()
			return
		}
		k.last = k.now()
		k.changed()
		k.next()
	})
}

// putBack makes an errand that was not written the next one, unless a newer
// one for the same draft has come.
func (k *Keeper) putBack(e errand) {
	for _, other := range k.waiting {
		if other.draft.ID == e.draft.ID {
			return
		}
	}
	k.waiting = append([]errand{e}, k.waiting...)
}

// write does one errand. One that is older than what was written is done
// already.
func (k *Keeper) write(e *errand) error {
	k.writing.Lock()
	defer k.writing.Unlock()
	if e.turn <= k.written[e.draft.ID] {
		return nil
	}
	var err error
	if e.drop {
		err = k.desk.Drop(e.draft.ID)
	} else {
		e.draft.Kept = k.now()
		err = k.desk.Keep(e.draft)
	}
	if err == nil {
		k.written[e.draft.ID] = e.turn
	}
	return err
}

// Flush writes at once all that still waits or is under way, for when the
// window closes. The first error is returned, after everything has been tried.
func (k *Keeper) Flush() error {
	var first error
	for _, e := range append(slices.Clone(k.doing), k.waiting...) {
		if err := k.write(&e); err != nil && first == nil {
			first = err
		}
	}
	if first == nil {
		k.waiting = nil
	}
	k.trouble = first
	return first
}

// Idle reports that nothing waits to be written.
func (k *Keeper) Idle() bool { return len(k.doing) == 0 && len(k.waiting) == 0 }

// Trouble is why the last write failed, nil when it did not.
func (k *Keeper) Trouble() error { return k.trouble }

// Last is when something was written last; zero before the first time.
func (k *Keeper) Last() time.Time { return k.last }
