package settings

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
	"casebook/data/register"
)

// Register is what the settings ask of the register.
type Register interface {
	Settings(ctx context.Context, by casework.Officer) (casework.Settings, error)
	SaveSettings(ctx context.Context, by casework.Officer, s casework.Settings) (casework.Settings, error)
	Policies(ctx context.Context) (*policy.Set, error)
	Holidays(ctx context.Context) (*calendar.Holidays, error)
	Officers(ctx context.Context, by casework.Officer) ([]casework.Officer, error)
	SaveOfficer(ctx context.Context, by, o casework.Officer, newPassword string) (casework.Officer, error)
	Offices(ctx context.Context, by casework.Officer) ([]casework.Office, error)
	SaveOffice(ctx context.Context, by casework.Officer, o casework.Office) (casework.Office, error)
	TryHousing(ctx context.Context, by casework.Officer, rows []casework.HousingRow, progress func(done, total int)) (register.HousingReport, error)
	LoadHousing(ctx context.Context, by casework.Officer, rows []casework.HousingRow, progress func(done, total int)) (register.HousingReport, error)
	TryHolidays(ctx context.Context, by casework.Officer, exceptions []calendar.Exception) (register.HolidayChange, error)
	ApplyHolidays(ctx context.Context, by casework.Officer, exceptions []calendar.Exception, seen string) (register.HolidayChange, error)
	TryCover(ctx context.Context, by casework.Officer, officer, cover int64, from, until calendar.Date) ([]register.Covered, error)
	Cover(ctx context.Context, by casework.Officer, officer, cover int64, from, until calendar.Date) ([]register.Covered, error)
	Backup(ctx context.Context, dest string, progress func(done, total int)) (register.BackupReport, error)
	Check(ctx context.Context, progress func(done, total int)) (register.Report, error)
}

// Model is the office's settings as one officer sees them.
type Model struct {
	reg   Register
	By    casework.Officer
	today func() calendar.Date

	Settings casework.Settings // as last read or saved
	Holidays *calendar.Holidays
	Policies *policy.Set
	Officers []casework.Officer
	Offices  []casework.Office
}

// New has read nothing yet.
func New(reg Register, by casework.Officer, today func() calendar.Date) *Model {
	return &Model{reg: reg, By: by, today: today}
}

// May says whether the officer may do a deed; the refusal says who may.
func (m *Model) May(d casework.Deed) error { return casework.MayDo(m.By, d) }

// Load reads everything that the sections show. It changes nothing in m.
func (m *Model) Load(ctx context.Context) (*Model, error) {
	n := New(m.reg, m.By, m.today)
	var err error
	read := func(f func() error) {
		if err == nil {
			err = f()
		}
	}
	read(func() error { n.Settings, err = m.reg.Settings(ctx, m.By); return err })
	read(func() error { n.Holidays, err = m.reg.Holidays(ctx); return err })
	read(func() error { n.Policies, err = m.reg.Policies(ctx); return err })
	read(func() error { n.Officers, err = m.reg.Officers(ctx, m.By); return err })
	read(func() error { n.Offices, err = m.reg.Offices(ctx, m.By); return err })
	return n, err
}

// LoadOfficers reads only what an absence is asked with.
func (m *Model) LoadOfficers(ctx context.Context) (*Model, error) {
	n := New(m.reg, m.By, m.today)
	var err error
	if n.Holidays, err = m.reg.Holidays(ctx); err != nil {
		return nil, err
	}
	n.Officers, err = m.reg.Officers(ctx, m.By)
	return n, err
}

// Take takes over what Load read.
func (m *Model) Take(n *Model) {
	m.Settings, m.Holidays, m.Policies, m.Officers, m.Offices = n.Settings, n.Holidays, n.Policies, n.Officers, n.Offices
}

// Clash says that another officer changed the same fields meanwhile. Nothing
// was saved; saving again keeps what was typed.
type Clash struct {
	Theirs casework.Settings // as they are now
	Who    string
	Fields map[string]string // by field: who changed it to what
}

// Error names nobody's fields; the form shows each under its own.
func (c *Clash) Error() string {
	return "Somebody else changed the same settings. Look at what is new, then save again"
}

// Save makes an edit of the settings as base has them, and keeps it. Where
// others were saved since, the edit is made again on those; only a field that
// both changed stops it, with a Clash.
func (m *Model) Save(ctx context.Context, base casework.Settings, edit func(*casework.Settings)) (casework.Settings, error) {
	mine := clone(base)
	edit(&mine)
	for {
		saved, err := m.reg.SaveSettings(ctx, m.By, mine)
		var conflict *register.Conflict
		if !errors.As(err, &conflict) {
			return saved, err
		}
		theirs, err := m.reg.Settings(ctx, m.By)
		if err != nil {
			return casework.Settings{}, err
		}
		if fields := clashes(base, mine, theirs, conflict); len(fields) > 0 {
			return casework.Settings{}, &Clash{Theirs: theirs, Who: conflict.Who, Fields: fields}
		}
		again := clone(theirs)
		edit(&again)
		keepTheirs(&again, base, mine, theirs)
		base, mine = theirs, again
	}
}

// keepTheirs takes back what the edit of a whole form put into fields that the
// officer had not touched.
func keepTheirs(again *casework.Settings, base, mine, theirs casework.Settings) {
	keepOther(reflect.ValueOf(again).Elem(), reflect.ValueOf(base), reflect.ValueOf(mine), reflect.ValueOf(theirs))
}

func keepOther(to, was, is, other reflect.Value) {
	for i := range to.NumField() {
		if to.Field(i).Type() == reflect.TypeFor[redress.Settings]() { // one part for many fields
			keepOther(to.Field(i), was.Field(i), is.Field(i), other.Field(i))
			continue
		}
		if reflect.DeepEqual(was.Field(i).Interface(), is.Field(i).Interface()) {
			to.Field(i).Set(other.Field(i))
		}
	}
}

// clashes are the fields that two officers changed in different ways. The
// office's own bank holidays are a list to add to and take from, which two can
// do at once.
func clashes(base, mine, theirs casework.Settings, c *register.Conflict) map[string]string {
	ours := map[string]string{}
	for _, change := range casework.Diff(base, mine) {
		ours[change.Field] = change.New
	}
	fields := map[string]string{}
	for _, change := range casework.Diff(base, theirs) {
		new, changed := ours[change.Field]
		if !changed || new == change.New || strings.HasPrefix(change.Field, "holidays.") {
			continue
		}
		fields[change.Field] = fmt.Sprintf("%s changed this to “%s” at %s. Save again to keep yours, or type theirs",
			c.Who, plainList(change.New), c.When.Local().Format("15:04"))
	}
	return fields
}

// plainList makes a kept list of lines readable: ["1 High Street","Derby"].
func plainList(text string) string {
	if !strings.HasPrefix(text, "[") {
		return text
	}
	return strings.ReplaceAll(strings.Trim(text, `["]`), `","`, ", ")
}

func clone(s casework.Settings) casework.Settings {
	s.Address, s.Holidays = slices.Clone(s.Address), slices.Clone(s.Holidays)
	s.InsuranceAddress = slices.Clone(s.InsuranceAddress)
	return s
}

// Problems turns what stopped a save into messages by field. False is for what
// no field can mend.
func Problems(err error) (map[string]string, bool) {
	var refused *casework.Refusal
	var clash *Clash
	switch {
	case errors.As(err, &clash):
		return maps.Clone(clash.Fields), true
	case errors.As(err, &refused):
		return map[string]string{refused.Field: refused.Error()}, true
	}
	return nil, false
}

// OfficeName is the name of an office, or "".
func (m *Model) OfficeName(id int64) string {
	for _, o := range m.Offices {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}

// Day reads a typed day; its echo says what was understood.
func (m *Model) Day(text string) (calendar.Date, string, error) {
	d, err := calendar.Parse(text, m.today(), m.Holidays)
	if err != nil {
		return d, "", err
	}
	return d, calendar.Echo(d, m.today(), m.Holidays), nil
}

func sentence(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[n:]
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
