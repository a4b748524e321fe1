package register

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"casebook/data/casework"

	"github.com/alexedwards/argon2id"
)

const (
	actSaveOfficer casework.ActName = "save officer"
	actSaveOffice  casework.ActName = "save office"
	actSignInLock  casework.ActName = "lock sign-in"
)

// mostWrong is how many wrong passwords in a row lock a sign-in, and lockFor
// for how long.
const (
	mostWrong = 5
	lockFor   = 15 * time.Minute
)

// errSignIn is the one answer to a wrong name and to a wrong password.
var errSignIn = &casework.Refusal{Code: "sign-in", Field: "password",
	Reason: "The name or the password is not right. Type both again"}

// passwords are hashed at argon2id's recommended cost: 64 MiB and one pass.
var passwordCost = argon2id.DefaultParams

// SignIn returns the officer with this login. With an empty password it is the
// computer's own user, who has proved themselves to the computer; an officer
// who has a password always needs it. Five wrong passwords lock the sign-in
// for a quarter of an hour.
func (r *Register) SignIn(ctx context.Context, login, password string) (casework.Officer, error) {
	login = foldLogin(login)
	var officer casework.Officer
	var stored stored
	err := r.reading(ctx, func(w *work) error {
		var err error
		officer, stored, err = w.signIn(login)
		return err
	})
	if err != nil && !errors.Is(err, ErrNotFound) {
		return casework.Officer{}, err
	}
	if err != nil || officer.Left {
		if _, err := argon2id.CreateHash(password, passwordCost); err != nil {
			return casework.Officer{}, err // takes as long as a comparison, so that names cannot be guessed
		}
		return casework.Officer{}, errSignIn
	}
	if stored.hash == "" {
		if password == "" {
			return officer, nil
		}
		return casework.Officer{}, errSignIn
	}
	return settled(officer, r.checkPassword(ctx, officer.ID, stored, password))
}

type stored struct {
	hash        string
	wrong       int
	lockedUntil time.Time
}

func (w *work) signIn(login string) (casework.Officer, stored, error) {
	var body, hash, until string
	var wrong int
	err := w.one(`SELECT o.body, COALESCE(p.hash, ''), COALESCE(p.wrong, 0), COALESCE(p.locked_until, '')
		FROM officers o LEFT JOIN passwords p ON p.officer = o.officer WHERE o.login = $1 AND o.login <> ''`,
		[]any{login}, &body, &hash, &wrong, &until)
	if err != nil {
		return casework.Officer{}, stored{}, absent(err)
	}
	s := stored{hash: hash, wrong: wrong}
	if until != "" {
		if s.lockedUntil, err = time.Parse(time.RFC3339, until); err != nil {
			return casework.Officer{}, stored{}, err
		}
	}
	o, err := decode[casework.Officer](body)
	return o, s, err
}

func (r *Register) checkPassword(ctx context.Context, officer int64, s stored, password string) error {
	now := r.now().UTC()
	if now.Before(s.lockedUntil) {
		return &casework.Refusal{Code: "locked", Field: "password",
			Reason: "Too many wrong passwords. Wait a quarter of an hour, then try again"}
	}
	right, err := argon2id.ComparePasswordAndHash(password, s.hash)
	if err != nil {
		return err
	}
	if right && s.wrong == 0 {
		return nil
	}
	err = r.writing(ctx, func(w *work) error { return w.countPassword(officer, right) })
	if err == nil && !right {
		err = errSignIn
	}
	return err
}

// countPassword counts wrong passwords in a row; the fifth locks and is kept
// in the officer's history.
func (w *work) countPassword(officer int64, right bool) error {
	if right {
		return w.changeOne(`UPDATE passwords SET wrong = 0, locked_until = '' WHERE officer = $1`, officer)
	}
	h, err := w.take(officerSubject(officer))
	if err != nil {
		return err
	}
	var wrong int
	err = w.one(`UPDATE passwords SET wrong = wrong + 1 WHERE officer = $1 RETURNING wrong`, []any{officer}, &wrong)
	if err != nil || wrong < mostWrong {
		return err
	}
	err = w.changeOne(`UPDATE passwords SET wrong = 0, locked_until = $1 WHERE officer = $2`,
		w.now.Add(lockFor).Format(time.RFC3339), officer)
	if err != nil {
		return err
	}
	_, err = w.append(h, event{subject: officerSubject(officer), act: actSignInLock, by: officer,
		happened: w.r.today(), summary: "Sign-in locked after five wrong passwords"})
	return err
}

// foldLogin makes logins compare as computers do: without case.
func foldLogin(login string) string { return strings.ToLower(strings.TrimSpace(casework.Tidy(login))) }

// officer reads an officer by id; false when there is none.
func (w *work) officer(id int64) (casework.Officer, bool, error) {
	if o, known := w.people[id]; known {
		return o, true, nil
	}
	var body string
	err := w.one(`SELECT body FROM officers WHERE officer = $1`, []any{id}, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return casework.Officer{}, false, nil
	}
	if err != nil {
		return casework.Officer{}, false, err
	}
	o, err := decode[casework.Officer](body)
	if w.people == nil {
		w.people = map[int64]casework.Officer{}
	}
	w.people[id] = o
	return o, err == nil, err
}

// current is the officer who acts as the register knows them now: a role taken
// away or a leaving holds from the next act, whatever the desk remembers.
func (w *work) current(by casework.Officer) (casework.Officer, error) {
	o, found, err := w.officer(by.ID)
	if err != nil {
		return casework.Officer{}, err
	}
	if !found || o.Left {
		return casework.Officer{}, &casework.Refusal{Code: "not-yours",
			Reason: "This sign-in is no longer valid. Sign in again, or ask a complaints manager"}
	}
	return o, nil
}

// mayDo is the officer as they are now, or the refusal of a deed.
func (w *work) mayDo(by casework.Officer, deed casework.Deed) (casework.Officer, error) {
	o, err := w.current(by)
	if err != nil {
		return o, err
	}
	return o, casework.MayDo(o, deed)
}

// Officers lists every officer of the register, those who left too, by name:
// their names stand on what they did.
func (r *Register) Officers(ctx context.Context, by casework.Officer) ([]casework.Officer, error) {
	var found []casework.Officer
	err := r.reading(ctx, func(w *work) error {
		if _, err := w.current(by); err != nil {
			return err
		}
		return w.each(`SELECT body FROM officers ORDER BY officer`, nil, func(rows *sql.Rows) error {
			return scanBody(rows, &found)
		})
	})
	return found, err
}

// SaveOfficer adds an officer (ID 0) or changes one. A new password replaces
// the old; an empty one leaves it. The last complaints manager keeps the role,
// so that somebody can always change settings.
func (r *Register) SaveOfficer(ctx context.Context, by, o casework.Officer, newPassword string) (casework.Officer, error) {
	var saved casework.Officer
	err := r.writing(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.ChangeOfficers)
		if err != nil {
			return err
		}
		saved, err = w.saveOfficer(by, o, newPassword)
		return err
	})
	return settled(saved, err)
}

func (w *work) saveOfficer(by, o casework.Officer, newPassword string) (casework.Officer, error) {
	casework.TidyAll(&o)
	if err := checkOfficer(o); err != nil {
		return o, err
	}
	var before casework.Officer
	var err error
	if o.ID == 0 {
		if o.ID, err = w.next("officer"); err != nil {
			return o, err
		}
	}
	h, err := w.take(officerSubject(o.ID))
	if err != nil {
		return o, err
	}
	if h.number > 0 {
		if before, _, err = w.officer(o.ID); err != nil {
			return o, err
		}
	}
	if err := w.writeOfficer(o, h.number == 0); err != nil {
		return o, err
	}
	changes, note := casework.Diff(before, o), ""
	if newPassword != "" {
		if err := w.setPassword(o.ID, newPassword); err != nil {
			return o, err
		}
		note = "Password changed"
	}
	if len(changes) == 0 && note == "" {
		return o, nil
	}
	actor := by.ID
	if actor == 0 {
		actor = o.ID // the first officer makes themselves
	}
	_, err = w.append(h, event{subject: officerSubject(o.ID), act: actSaveOfficer, by: actor,
		happened: w.r.today(), summary: "Officer saved", note: note, changes: changes})
	if err != nil {
		return o, err
	}
	return o, w.keepAManager()
}

func checkOfficer(o casework.Officer) error {
	if strings.TrimSpace(o.Name) == "" {
		return &casework.Refusal{Code: "no-name", Field: "name", Reason: "Enter the officer's name"}
	}
	for _, role := range casework.Roles() {
		if o.Role == role {
			return nil
		}
	}
	return &casework.Refusal{Code: "no-role", Field: "role", Reason: "Choose what the officer does"}
}

func (w *work) writeOfficer(o casework.Officer, isNew bool) error {
	delete(w.people, o.ID)
	var other int64
	login := foldLogin(o.Login)
	err := w.one(`SELECT officer FROM officers WHERE login = $1 AND login <> '' AND officer <> $2`, []any{login, o.ID}, &other)
	if err == nil {
		return &casework.Refusal{Code: "login-taken", Field: "login",
			Reason: "Another officer signs in with this name. Choose another"}
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if _, err := w.office(o.Office); err != nil {
		if errors.Is(err, ErrNotFound) {
			err = &casework.Refusal{Code: "no-office", Field: "office", Reason: "Choose the officer's office"}
		}
		return err
	}
	body, err := json.Marshal(o)
	if err != nil {
		return err
	}
	if isNew {
		return w.exec(`INSERT INTO officers (officer, login, office, body) VALUES ($1, $2, $3, $4)`,
			o.ID, login, o.Office, string(body))
	}
	return w.changeOne(`UPDATE officers SET login = $1, office = $2, body = $3 WHERE officer = $4`,
		login, o.Office, string(body), o.ID)
}

func (w *work) setPassword(officer int64, password string) error {
	hash, err := argon2id.CreateHash(password, passwordCost)
	if err != nil {
		return err
	}
	return w.exec(`INSERT INTO passwords (officer, hash, wrong, locked_until) VALUES ($1, $2, 0, '')
		ON CONFLICT (officer) DO UPDATE SET hash = excluded.hash, wrong = 0, locked_until = ''`, officer, hash)
}

func (w *work) keepAManager() error {
	managers := 0
	err := w.each(`SELECT body FROM officers`, nil, func(rows *sql.Rows) error {
		var all []casework.Officer
		if err := scanBody(rows, &all); err != nil {
			return err
		}
		if all[0].Role == casework.Manager && !all[0].Left {
			managers++
		}
		return nil
	})
	if err == nil && managers == 0 {
		err = &casework.Refusal{Code: "last-manager", Field: "role",
			Reason: "Somebody must stay complaints manager. Make another officer one first"}
	}
	return err
}

// Offices lists the landlord's offices in the order they were added.
func (r *Register) Offices(ctx context.Context, by casework.Officer) ([]casework.Office, error) {
	var found []casework.Office
	err := r.reading(ctx, func(w *work) error {
		if _, err := w.current(by); err != nil {
			return err
		}
		return w.each(`SELECT body FROM offices ORDER BY office`, nil, func(rows *sql.Rows) error {
			return scanBody(rows, &found)
		})
	})
	return found, err
}

// SaveOffice adds an office (ID 0) or changes its name.
func (r *Register) SaveOffice(ctx context.Context, by casework.Officer, o casework.Office) (casework.Office, error) {
	var saved casework.Office
	err := r.writing(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.ChangeSettings)
		if err != nil {
			return err
		}
		saved, err = w.saveOffice(by, o)
		return err
	})
	return settled(saved, err)
}

func (w *work) saveOffice(by casework.Officer, o casework.Office) (casework.Office, error) {
	casework.TidyAll(&o)
	if strings.TrimSpace(o.Name) == "" {
		return o, &casework.Refusal{Code: "no-name", Field: "office", Reason: "Enter the name of the office"}
	}
	var before casework.Office
	var err error
	if o.ID == 0 {
		if o.ID, err = w.next("office"); err != nil {
			return o, err
		}
	}
	h, err := w.take(siteSubject(o.ID))
	if err != nil {
		return o, err
	}
	body, err := json.Marshal(o)
	if err != nil {
		return o, err
	}
	if h.number == 0 {
		err = w.exec(`INSERT INTO offices (office, body) VALUES ($1, $2)`, o.ID, string(body))
	} else {
		if before, err = w.office(o.ID); err == nil {
			err = w.changeOne(`UPDATE offices SET body = $1 WHERE office = $2`, string(body), o.ID)
		}
	}
	if err != nil {
		return o, err
	}
	changes := casework.Diff(before, o)
	if len(changes) == 0 {
		return o, nil
	}
	_, err = w.append(h, event{subject: siteSubject(o.ID), act: actSaveOffice, by: by.ID,
		happened: w.r.today(), summary: "Office saved", changes: changes})
	return o, err
}

func (w *work) office(id int64) (casework.Office, error) {
	var body string
	if err := w.one(`SELECT body FROM offices WHERE office = $1`, []any{id}, &body); err != nil {
		return casework.Office{}, absent(err)
	}
	return decode[casework.Office](body)
}

// decode reads a kept body.
func decode[T any](body string) (T, error) {
	var value T
	err := json.Unmarshal([]byte(body), &value)
	return value, err
}

// scanBody reads a row of one body and adds it to a list.
func scanBody[T any](rows *sql.Rows, to *[]T) error {
	var body string
	if err := rows.Scan(&body); err != nil {
		return err
	}
	value, err := decode[T](body)
	*to = append(*to, value)
	return err
}
