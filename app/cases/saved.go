package cases

import (
	"context"

	"casebook/data/register"
)

// Open asks for a list of its own instead of a standing view, such as the
// whole of one of Today's.
type Open struct {
	View register.View
	Name string // said beside the count; may be empty
}

// Last is the list as it was last left. Whoever opens the screen again finds
// it so, also by way of other screens.
type Last struct {
	kept     bool
	tab      Tab
	filter   Filter
	sort     register.Sort
	reversed bool
	name     string
	place    int   // of the cursor
	id       int64 // of the case under it
}

// Begin takes what the list opens with: a [Tab], an [Open], or the list as it
// was last left.
func (m *Model) Begin(arg any, last *Last) (place int, id int64) {
	switch arg := arg.(type) {
	case Tab:
		m.tab = arg
	case Open:
		m.Turn(register.SavedView{Name: arg.Name, View: arg.View})
	default:
		if last != nil && last.kept {
			m.tab, m.filter, m.sort, m.reversed, m.name = last.tab, last.filter, last.sort, last.reversed, last.name
			return last.place, last.id
		}
	}
	return 0, 0
}

// Keep remembers the list for the next time.
func (m *Model) Keep(last *Last, place int, id int64) {
	if last != nil {
		*last = Last{true, m.tab, m.filter, m.sort, m.reversed, m.name, place, id}
	}
}

// Name is the saved view that is shown, or "".
func (m *Model) Name() string { return m.name }

// Turn shows a saved view.
func (m *Model) Turn(v register.SavedView) {
	m.tab, m.filter = apart(v.View)
	m.sort, m.reversed, m.name = v.View.Sort, v.View.Reversed, v.Name
	if m.sort == "" {
		m.sort = register.ByDue
	}
	clear(m.selected)
}

// Views reads the officer's saved views.
func (m *Model) Views() func(context.Context) ([]register.SavedView, error) {
	reg, by := m.reg, m.by
	return func(ctx context.Context) ([]register.SavedView, error) { return reg.Views(ctx, by) }
}

// Saving keeps the list as it is now under a name; the list has that name from
// then on.
func (m *Model) Saving(name string) func(context.Context) ([]register.SavedView, error) {
	reg, by, view := m.reg, m.by, m.view()
	return func(ctx context.Context) ([]register.SavedView, error) {
		if err := reg.SaveView(ctx, by, register.SavedView{Name: name, View: view}); err != nil {
			return nil, err
		}
		return reg.Views(ctx, by)
	}
}

// Dropping forgets a saved view; the list stays as it is.
func (m *Model) Dropping(name string) func(context.Context) ([]register.SavedView, error) {
	reg, by := m.reg, m.by
	return func(ctx context.Context) ([]register.SavedView, error) {
		if err := reg.DropView(ctx, by, name); err != nil {
			return nil, err
		}
		return reg.Views(ctx, by)
	}
}

// Describe says in words what a view shows: "Overdue, Hazard running. Due,
// soonest first".
func (m *Model) Describe(v register.View) string {
	other := m.turned(register.SavedView{View: v})
	words := other.tab.Name()
	for _, c := range []struct {
		choices []Choice
		other   string
	}{{other.StageChoices(), ""}, {other.OfficerChoices(), "One officer"}, {other.SubjectChoices(), "One subject"}, {other.ReceivedChoices(), other.received()}} {
		if what := said(c.choices, other.filter, c.other); what != "" && what != c.choices[0].Words {
			words += ", " + what
		}
	}
	for _, n := range other.Narrowings() {
		words += ", " + n.Words
	}
	return words + ". " + other.SortWords()
}

// received says the days of receipt that no period has.
func (m *Model) received() string {
	f := m.filter
	if days := between(f.ReceivedFrom, f.ReceivedTo); days != "" {
		return "Received " + days
	}
	return ""
}

// restoring keeps a view again that was forgotten.
func (m *Model) restoring(v register.SavedView) func(context.Context) ([]register.SavedView, error) {
	return m.turned(v).Saving(v.Name)
}

// turned is the list with another view, to be asked and not shown.
func (m *Model) turned(v register.SavedView) *Model {
	other := *m
	other.selected = map[int64]bool{}
	other.Turn(v)
	return &other
}
