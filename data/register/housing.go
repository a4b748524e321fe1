package register

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"casebook/data/casework"
)

const (
	actLoadHousing casework.ActName = "load housing list"
	actListed      casework.ActName = "housing list"
	actUnlisted    casework.ActName = "no longer on the housing list"
)

// goneField says in history that somebody or a home is no longer on the list,
// officeField whose list a resident is on. Both are columns of their rows.
const (
	goneField   = "gone"
	officeField = "office"
)

// housingBatch is how many lines one transaction takes: few enough that other
// desks wait no longer than for an act or two.
const housingBatch = 500

// HousingReport is what became of a housing list.
type HousingReport struct {
	Lines    int                    `json:"lines"` // that could be loaded
	New      int                    `json:"new"`
	Changed  int                    `json:"changed"`
	Same     int                    `json:"same"`
	Moved    int                    `json:"moved"` // residents, counted in Changed too
	Gone     int                    `json:"gone"`  // residents and homes no longer on the list: kept, and marked
	Verdicts []casework.LineVerdict `json:"verdicts"`
}

// LoadHousing brings the housing list up to date: residents are known again by
// their person reference, homes by their property reference. Whoever is on
// the list no longer is kept and marked. It never changes a case: a case has the
// resident and the home as they were given for it.
//
// Lines are kept in batches with progress after each; a list stopped half-way
// through ctx can be loaded again from its start. The list is that of by's
// office.
func (r *Register) LoadHousing(ctx context.Context, by casework.Officer, rows []casework.HousingRow, progress func(done, total int)) (HousingReport, error) {
	l := newLoading(by, rows)
	err := l.batches(len(rows), progress, func(from, to int) error {
		return r.writing(ctx, func(w *work) error { return l.load(w, rows[from:to], false) })
	})
	if err != nil {
		return l.report, err
	}
	err = r.writing(ctx, func(w *work) error { return l.finish(w, false) })
	return l.report, err
}

// TryHousing says what LoadHousing would do with a list, and changes nothing.
func (r *Register) TryHousing(ctx context.Context, by casework.Officer, rows []casework.HousingRow, progress func(done, total int)) (HousingReport, error) {
	l := newLoading(by, rows)
	err := r.reading(ctx, func(w *work) error {
		err := l.batches(len(rows), progress, func(from, to int) error { return l.load(w, rows[from:to], true) })
		if err != nil {
			return err
		}
		return l.finish(w, true)
	})
	return l.report, err
}

// loading is one list on its way into the register.
type loading struct {
	by        casework.Officer
	report    HousingReport
	homes     map[string]casework.Dwelling // by every property reference met; without an ID on a trial of a new one
	residents map[string]bool              // every person reference on the list
}

func newLoading(by casework.Officer, rows []casework.HousingRow) *loading {
	l := &loading{by: by, homes: map[string]casework.Dwelling{}, residents: map[string]bool{}}
	l.report.Lines = len(rows)
	for _, row := range rows {
		if row.Person != "" {
			l.residents[row.Person] = true
		}
	}
	return l
}

// batches calls f for the lines in turn and tells how far it is. What a failed
// batch counted is taken back with its rows.
func (l *loading) batches(total int, progress func(done, total int), f func(from, to int) error) error {
	for from := 0; from < total; from += housingBatch {
		to := min(from+housingBatch, total)
		before := l.report
		if err := f(from, to); err != nil {
			l.report = before
			return err
		}
		if progress != nil {
			progress(to, total)
		}
	}
	return nil
}

func (l *loading) load(w *work, rows []casework.HousingRow, trial bool) error {
	by, err := w.mayDo(l.by, casework.LoadHousing)
	if err != nil {
		return err
	}
	l.by = by
	for _, row := range rows {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if err := l.line(w, row, trial); err != nil {
			return fmt.Errorf("line %d: %w", row.Line, err)
		}
	}
	return nil
}

// line loads one line and gives its verdict.
func (l *loading) line(w *work, row casework.HousingRow, trial bool) error {
	casework.TidyAll(&row)
	home, err := l.home(w, row.Home, trial)
	if err != nil {
		return err
	}
	person, err := l.resident(w, row, home.id, trial)
	if err != nil {
		return err
	}
	v := casework.LineVerdict{Line: row.Line, Reference: row.Person, Verdict: casework.LineSame, Notes: row.Notes}
	main := person
	if row.Person == "" {
		main, v.Reference = home, row.Home.Reference
	}
	switch {
	case main.isNew:
		v.Verdict = casework.LineNew
		l.report.New++
	case len(person.changed)+len(home.changed) > 0 || home.isNew:
		v.Verdict = casework.LineChanged
		v.Why = append(person.changed, home.changed...)
		l.report.Changed++
	default:
		l.report.Same++
	}
	if person.moved {
		l.report.Moved++
	}
	l.report.Verdicts = append(l.report.Verdicts, v)
	return nil
}

// placed is what became of one resident or home.
type placed struct {
	id      int64
	isNew   bool
	moved   bool
	changed []string // what changed, in words
}

// home loads the home of a line. One that an earlier line had is not looked
// at again.
func (l *loading) home(w *work, given casework.Home, trial bool) (placed, error) {
	if given.Reference == "" {
		return placed{}, nil
	}
	if known, met := l.homes[given.Reference]; met {
		return placed{id: known.ID}, nil
	}
	before, gone, err := listed[casework.Dwelling](w, `SELECT body, gone FROM dwellings WHERE reference = $1 AND reference <> ''`, given.Reference)
	if err != nil {
		return placed{}, err
	}
	after := before
	after.Home = given
	if before.ID == 0 {
		after.Office = l.by.Office
	}
	changes := listChanges(before, after, gone)
	if len(changes) > 0 && !trial {
		if after.ID, err = l.saveHome(w, before, after, changes); err != nil {
			return placed{}, err
		}
	}
	l.homes[given.Reference] = after
	return placed{id: after.ID, isNew: before.ID == 0, changed: inWords(changes)}, nil
}

func (l *loading) saveHome(w *work, before, after casework.Dwelling, changes []casework.Change) (id int64, err error) {
	if after.ID == 0 {
		if after.ID, err = w.next("home"); err != nil {
			return 0, err
		}
	}
	if after.Version, err = l.append(w, homeSubject(after.ID), before.ID == 0, actListed, changes); err != nil {
		return 0, err
	}
	body, err := json.Marshal(after)
	if err != nil {
		return 0, err
	}
	if before.ID == 0 {
		err = w.exec(`INSERT INTO dwellings (home_id, reference, office, gone, body) VALUES ($1, $2, $3, 0, $4)`,
			after.ID, after.Home.Reference, after.Office, string(body))
	} else {
		err = w.changeOne(`UPDATE dwellings SET gone = 0, body = $1 WHERE home_id = $2`, string(body), after.ID)
	}
	if err != nil {
		return 0, err
	}
	old := dwellingWords(before.Home)
	if before.ID == 0 {
		old = nil
	} else if err := w.wordsOfHome(before, after); err != nil {
		return 0, err
	}
	return after.ID, w.writeWords("dwelling_words", "home_id", after.ID, old, dwellingWords(after.Home))
}

// wordsOfHome brings the words of everybody in a home to its new address,
// those no longer on the list too.
func (w *work) wordsOfHome(before, after casework.Dwelling) error {
	var people []casework.Resident
	err := w.each(`SELECT body FROM residents WHERE home_id = $1`, []any{after.ID}, func(rows *sql.Rows) error {
		return scanBody(rows, &people)
	})
	if err != nil {
		return err
	}
	for _, p := range people {
		err := w.writeWords("resident_words", "resident_id", p.ID, residentWords(p, before.Home), residentWords(p, after.Home))
		if err != nil {
			return err
		}
	}
	return nil
}

// resident loads the person of a line. How they like to be addressed was said
// to us and is not on the list, so it stays.
func (l *loading) resident(w *work, row casework.HousingRow, home int64, trial bool) (placed, error) {
	if row.Person == "" {
		return placed{}, nil
	}
	before, gone, err := listed[casework.Resident](w, `SELECT body, gone FROM residents WHERE reference = $1 AND reference <> ''`, row.Person)
	if err != nil {
		return placed{}, err
	}
	after := before
	after.Reference, after.HomeID, after.Person = row.Person, home, row.Given
	if after.Person.Address == "" {
		after.Person.Address = before.Person.Address
	}
	changes := listChanges(before, after, gone)
	p := placed{id: before.ID, isNew: before.ID == 0, changed: inWords(changes)}
	if p.isNew { // a home says its office itself
		changes = append(changes, casework.Change{Field: officeField, New: strconv.FormatInt(l.by.Office, 10)})
	}
	p.moved = !p.isNew && before.HomeID != home
	if len(changes) > 0 && !trial {
		p.id, err = l.saveResident(w, before, after, l.homes[row.Home.Reference].Home, changes)
	}
	return p, err
}

func (l *loading) saveResident(w *work, before, after casework.Resident, home casework.Home, changes []casework.Change) (id int64, err error) {
	var old []string
	if before.ID != 0 {
		was, err := w.homeOf(before)
		if err != nil {
			return 0, err
		}
		old = residentWords(before, was)
	} else if after.ID, err = w.next("resident"); err != nil {
		return 0, err
	}
	if after.Version, err = l.append(w, residentSubject(after.ID), before.ID == 0, actListed, changes); err != nil {
		return 0, err
	}
	body, err := json.Marshal(after)
	if err != nil {
		return 0, err
	}
	if before.ID == 0 {
		err = w.exec(`INSERT INTO residents (resident_id, reference, home_id, office, gone, body) VALUES ($1, $2, $3, $4, 0, $5)`,
			after.ID, after.Reference, after.HomeID, l.by.Office, string(body))
	} else {
		err = w.changeOne(`UPDATE residents SET home_id = $1, gone = 0, body = $2 WHERE resident_id = $3`,
			after.HomeID, string(body), after.ID)
	}
	if err != nil {
		return 0, err
	}
	return after.ID, w.writeWords("resident_words", "resident_id", after.ID, old, residentWords(after, home))
}

// homeOf is the home that a resident on the list holds, or the zero Home.
func (w *work) homeOf(p casework.Resident) (casework.Home, error) {
	d, _, err := listed[casework.Dwelling](w, `SELECT body, gone FROM dwellings WHERE home_id = $1`, p.HomeID)
	return d.Home, err
}

// listed reads one row of the list with whether it is marked as gone; the zero
// value when there is none.
func listed[T any](w *work, query string, key any) (value T, gone bool, err error) {
	var body string
	var marked int
	err = w.one(query, []any{key}, &body, &marked)
	if errors.Is(err, sql.ErrNoRows) {
		return value, false, nil
	}
	if err != nil {
		return value, false, err
	}
	value, err = decode[T](body)
	return value, marked == 1, err
}

// listChanges is what history keeps of a resident or home on the list.
func listChanges(before, after any, gone bool) []casework.Change {
	changes := casework.Diff(before, after)
	if gone {
		changes = append(changes, casework.Change{Field: goneField, Old: "yes"})
	}
	return changes
}

// inWords names what changed, for a verdict, without anybody's data.
func inWords(changes []casework.Change) []string {
	said := map[string]bool{}
	var words []string
	for _, c := range changes {
		name := strings.TrimPrefix(strings.TrimPrefix(c.Field, "person."), "home.")
		switch {
		case name == "home_id" && c.Old != "":
			name = "Moved"
		case name == "home_id":
			name = "Has a home"
		case name == goneField:
			name = "Back on the list"
		default:
			name = "Changed: " + strings.ReplaceAll(name, "_", " ")
		}
		if !said[name] {
			said[name] = true
			words = append(words, name)
		}
	}
	return words
}

// append writes one entry of the list's to a subject's history. One that is
// new in this transaction has none to take: its number was just given out.
func (l *loading) append(w *work, s subject, isNew bool, act casework.ActName, changes []casework.Change) (int, error) {
	var h head
	if !isNew {
		var err error
		if h, err = w.take(s); err != nil {
			return 0, err
		}
	}
	return w.append(h, event{subject: s, act: act, by: l.by.ID, happened: w.r.today(), changes: changes})
}
