// Package news carries typed word of a change from the desk that made it to
// the screens that show it. News is published after the commit, on the
// interface's goroutine, never inside a transaction; a subscriber is called
// there too. Each subscription returns its cancel, which the screen calls when
// it is left, so that no dead screen is kept alive and refreshed.
package news

// Signal is one kind of news with what it carries.
type Signal[T any] struct {
	next  int
	heard []listener[T]
}

type listener[T any] struct {
	id int
	f  func(T)
}

// Subscribe calls f with every piece of news until cancel is called. Calling
// cancel twice is harmless.
func (s *Signal[T]) Subscribe(f func(T)) (cancel func()) {
	s.next++
	id := s.next
	s.heard = append(s.heard, listener[T]{id, f})
	return func() {
		for i, l := range s.heard {
			if l.id == id {
				s.heard = append(s.heard[:i:i], s.heard[i+1:]...)
				return
			}
		}
	}
}

// Publish tells every subscriber, in the order in which they came. One who
// subscribes or cancels while being told does not disturb the others.
func (s *Signal[T]) Publish(v T) {
	for _, l := range s.heard {
		if s.has(l.id) {
			l.f(v)
		}
	}
}

// Count is the number of live subscriptions; tests look for leaks with it.
func (s *Signal[T]) Count() int { return len(s.heard) }

func (s *Signal[T]) has(id int) bool {
	for _, l := range s.heard {
		if l.id == id {
			return true
		}
	}
	return false
}

// CaseChanged says which case an act has changed.
type CaseChanged struct {
	Reference string // "C-2026-0377K"
	Act       string // what was done, as the history says it
}

// DraftChanged says that a parked draft came, went or grew.
type DraftChanged struct {
	ID   string
	Name string // the resident's name so far, or ""
}

// Kept says whether what is typed on a screen could be kept on this desk.
type Kept struct {
	Screen  string
	Trouble error // nil: all of it is kept
}

// Desk is all the news of one running program, one field for each kind.
type Desk struct {
	Case     Signal[CaseChanged]
	Draft    Signal[DraftChanged]
	Settings Signal[string] // the name of the setting, or "holidays", "officers", "homes"
	Kept     Signal[Kept]
}
