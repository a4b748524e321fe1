package casefile

import (
	"context"
	"time"

	"casebook/data/casework"
)

// linked reads the cases that a case is linked to, to say how they stand. One
// that cannot be read is shown by its reference alone.
func (m *Model) linked(ctx context.Context, c casework.Case) map[int64]casework.Case {
	all := map[int64]casework.Case{}
	for _, l := range c.Links {
		if other, err := m.reg.Case(ctx, m.by, l.Case); err == nil {
			all[l.Case] = other
		}
	}
	return all
}

// undoable is what the officer may take back, and until when.
type undoable struct {
	summary string
	until   time.Time
}

func (m *Model) undoable(ctx context.Context) undoable {
	summary, until, ok := m.reg.Undoable(ctx, m.by, m.id)
	if !ok {
		return undoable{}
	}
	return undoable{summary, until}
}

// Undoable is what the officer may take back here and for how long yet; "" is
// nothing (ruling 16).
func (m *Model) Undoable() (summary string, left time.Duration) {
	return m.undo.summary, m.undo.until.Sub(m.moment.Now)
}

// ForgetUndo is called when the time to take an act back has passed.
func (m *Model) ForgetUndo() { m.undo = undoable{} }

// Undo takes back the officer's own last act as it left the case with a version;
// 0 is the version on the screen. Whatever refuses it says why.
func (m *Model) Undo(ctx context.Context, version int) (casework.Result, error) {
	if version == 0 {
		version = m.Page.Case.Version
	}
	return m.reg.Undo(ctx, m.by, m.id, version)
}
