package month

import (
	"context"
	"fmt"
	"time"

	"casebook/app/today"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Register is what the screen asks of the register.
type Register interface {
	Month(ctx context.Context, by casework.Officer, scope register.Scope, first, last calendar.Date) ([]register.DayLoad, error)
	DueOn(ctx context.Context, by casework.Officer, scope register.Scope, day calendar.Date) (register.DutyList, error)
	Moment(ctx context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error)
}

// Day is one day of the calendar.
type Day struct {
	Date    calendar.Date
	Number  string // "13", or "1 Dec" where a month begins
	Count   string // "5 due", "3 late"
	Late    bool
	Holiday string
	Lines   []string // what falls due, by kind
	Rest    bool     // nobody works
	Out     bool     // of another month
	Today   bool
	total   int
}

// Model is what the screen shows. Loading may run away from the interface; the
// rest only reads what Show took over.
type Model struct {
	reg    Register
	by     casework.Officer
	today  func() calendar.Date
	now    func() time.Time
	scopes []today.Scope
	scope  int

	day    calendar.Date // under the cursor
	moment casework.Moment

	Days []Day
	Rows []today.Row // what falls due on the day under the cursor
	Load Load        // of the officers; without rows for those who may not see it
}

// NewModel stands on today, before anything is read. office is the name of the
// officer's own office.
func NewModel(reg Register, by casework.Officer, office string, now func() calendar.Date, minute func() time.Time) *Model {
	return &Model{reg: reg, by: by, today: now, now: minute, scopes: today.ScopesFor(by, office), scope: 1, day: now()}
}

// Scopes are the choices of whose work is shown; Scope is the place of the one
// in use.
func (m *Model) Scopes() []today.Scope { return m.scopes }

// Scope is the place of the scope in use.
func (m *Model) Scope() int { return m.scope }

// SetScope chooses whose work the next Loading reads.
func (m *Model) SetScope(place int) { m.scope = place }

// MaySeeLoad says whether the officer is shown how much is whose (ruling 29).
func (m *Model) MaySeeLoad() bool { return casework.MayDo(m.by, casework.SeeLoad) == nil }

// Day is the day under the cursor.
func (m *Model) Day() calendar.Date { return m.day }

// Place is where the day under the cursor stands among the days.
func (m *Model) Place() int { return m.first().DaysUntil(m.day) }

// first is the Monday of the week in which the month begins.
func (m *Model) first() calendar.Date {
	return monday(calendar.On(m.day.Year(), m.day.Month(), 1))
}

// last is the Sunday of the week in which the month ends.
func (m *Model) last() calendar.Date {
	return monday(calendar.On(m.day.Year(), m.day.Month(), 1).AddMonths(1).AddDays(-1)).AddDays(6)
}

func monday(d calendar.Date) calendar.Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// Title is the month's name.
func (m *Model) Title() string { return m.month().String() }

type monthOf struct {
	year  int
	month time.Month
}

func (m monthOf) String() string { return fmt.Sprintf("%s %d", m.month, m.year) }

func (m *Model) month() monthOf { return monthOf{m.day.Year(), m.day.Month()} }

// GoTo moves the cursor to a day, and says whether that is in another month,
// which has to be read.
func (m *Model) GoTo(day calendar.Date) (another bool) {
	was := m.month()
	m.day = day
	return m.month() != was
}

// ByDays is the day so many days on.
func (m *Model) ByDays(n int) calendar.Date { return m.day.AddDays(n) }

// ByMonths is the same day of another month, or its last.
func (m *Model) ByMonths(n int) calendar.Date { return m.day.AddMonths(n) }

// Begin and End are the ends of the month; Today is today.
func (m *Model) Begin() calendar.Date { return calendar.On(m.day.Year(), m.day.Month(), 1) }

// End is the last day of the month.
func (m *Model) End() calendar.Date { return m.Begin().AddMonths(1).AddDays(-1) }

// Today is the day of the window.
func (m *Model) Today() calendar.Date { return m.today() }

// Loaded is what Loading read.
type Loaded struct {
	moment casework.Moment
	days   []register.DayLoad // nil where only the day's list was read
	list   register.DutyList
	day    calendar.Date
}

// Loading copies what a reading of the month and of the day under the cursor
// needs, so that it may run while the officer goes on.
func (m *Model) Loading() func(context.Context) (Loaded, error) {
	reg, by, first, last, scope := m.reg, m.by, m.first(), m.last(), m.scopes[m.scope].Of
	day := m.LoadingDay()
	return func(ctx context.Context) (Loaded, error) {
		l, err := day(ctx)
		if err == nil {
			l.days, err = reg.Month(ctx, by, scope, first, last)
		}
		return l, err
	}
}

// LoadingDay reads the list of the day under the cursor only.
func (m *Model) LoadingDay() func(context.Context) (Loaded, error) {
	reg, by, day, now, scope := m.reg, m.by, m.day, m.today(), m.scopes[m.scope].Of
	return func(ctx context.Context) (Loaded, error) {
		l := Loaded{day: day}
		var err error
		if l.moment, err = reg.Moment(ctx, by, now); err != nil {
			return l, err
		}
		l.list, err = reg.DueOn(ctx, by, scope, day)
		return l, err
	}
}

// Show takes over what was read. A list that was read for another day is left.
func (m *Model) Show(l Loaded) {
	m.moment = l.moment
	if l.days != nil {
		m.Days = nil
		for _, d := range l.days {
			m.Days = append(m.Days, m.dayOf(d))
		}
		m.Load = loadOf(l.days, l.moment.Holidays)
	}
	if l.day != m.day {
		return
	}
	w := today.NewWriter(l.moment, m.now())
	m.Rows = nil
	for _, d := range l.list.Rows {
		m.Rows = append(m.Rows, w.Duty(d))
	}
	if more := l.list.Total - len(l.list.Rows); more > 0 {
		m.Rows = append(m.Rows, today.Row{Name: fmt.Sprintf("%d more", more), Second: "Choose just your own work to see fewer"})
	}
}
