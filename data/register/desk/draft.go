package desk

import (
	"crypto/rand"
	"database/sql"
	"time"
)

// Draft is something being typed. Body is the screen's own: the desk keeps it
// as it is given.
type Draft struct {
	ID      string // from NewID; the case recorded from the draft carries it
	Kind    string // which screen it belongs to: "contact"
	Title   string // a few words for the strip of parked drafts
	Started time.Time
	Kept    time.Time // when it was last saved
	Parked  bool      // put aside with F8
	Body    []byte
}

// NewID makes the id of a new draft: random text that no other desk makes.
func NewID() string { return rand.Text() }

// Keep saves a draft, in place of what was kept of it before. When it returns
// nil the draft is on the disk. The error is a *Trouble for the officer; the
// screen then keeps the draft and shows it, and what was kept before is intact.
func (d *Desk) Keep(draft Draft) error {
	body := draft.Body
	if body == nil {
		body = []byte{}
	}
	err := one(d.db.Exec(`
		INSERT INTO drafts (id, kind, title, started, kept, parked, body)
		VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
			started = excluded.started, kept = excluded.kept, parked = excluded.parked, body = excluded.body`,
		draft.ID, draft.Kind, draft.Title, instant(draft.Started), instant(draft.Kept), draft.Parked, body))
	if err != nil {
		return trouble("What you typed is not saved yet and stays on the screen", d.path, err)
	}
	return nil
}

// Drafts lists every kept draft, the oldest first.
func (d *Desk) Drafts() ([]Draft, error) {
	drafts, err := d.drafts()
	if err != nil {
		return nil, trouble("The drafts on this desk cannot be read", d.path, err)
	}
	return drafts, nil
}

func (d *Desk) drafts() ([]Draft, error) {
	rows, err := d.db.Query(`SELECT id, kind, title, started, kept, parked, body FROM drafts ORDER BY started, id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var drafts []Draft
	for rows.Next() {
		var draft Draft
		var started, kept string
		if err := rows.Scan(&draft.ID, &draft.Kind, &draft.Title, &started, &kept, &draft.Parked, &draft.Body); err != nil {
			return nil, err
		}
		if draft.Started, err = time.Parse(instantLayout, started); err != nil {
			return nil, err
		}
		if draft.Kept, err = time.Parse(instantLayout, kept); err != nil {
			return nil, err
		}
		drafts = append(drafts, draft)
	}
	return drafts, rows.Err()
}

// Drop forgets a draft, once its case is recorded or the officer gave it up.
// Dropping one that is gone already is no error: after a crash between the
// commit and the drop it is done again.
func (d *Desk) Drop(id string) error {
	if _, err := d.db.Exec(`DELETE FROM drafts WHERE id = $1`, id); err != nil {
		return trouble("The finished draft could not be removed from this desk", d.path, err)
	}
	return nil
}

// Preference is a setting of this desk, "" when it was never set.
func (d *Desk) Preference(name string) (string, error) {
	var value string
	err := d.db.QueryRow(`SELECT value FROM preferences WHERE name = $1`, name).Scan(&value)
	if err != nil && err != sql.ErrNoRows {
		return "", trouble("The settings of this desk cannot be read", d.path, err)
	}
	return value, nil
}

// SetPreference keeps a setting of this desk.
func (d *Desk) SetPreference(name, value string) error {
	err := one(d.db.Exec(`
		INSERT INTO preferences (name, value) VALUES ($1, $2)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value))
	if err != nil {
		return trouble("This setting could not be kept on this desk", d.path, err)
	}
	return nil
}

// The preferences of a desk. All that an office must agree on lives in its
// register instead.
const (
	Theme       = "theme"
	Printer     = "printer"
	WindowSize  = "window size"
	LastOfficer = "last officer"
	Register    = "register" // the address opened last
)

// instantLayout has a fixed width, so that its text sorts as time does.
const instantLayout = "2006-01-02T15:04:05.000000000Z"

func instant(t time.Time) string { return t.UTC().Format(instantLayout) }
