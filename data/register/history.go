package register

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// subject names a chain of history: "case/17", "officer/3", "settings".
type subject string

const settingsSubject subject = "settings"

// officeSubject keeps what the office did as a whole: imports, seals.
const officeSubject subject = "register"

func caseSubject(id int64) subject     { return subject("case/" + strconv.FormatInt(id, 10)) }
func officerSubject(id int64) subject  { return subject("officer/" + strconv.FormatInt(id, 10)) }
func viewsSubject(id int64) subject    { return subject("views/" + strconv.FormatInt(id, 10)) }
func siteSubject(id int64) subject     { return subject("office/" + strconv.FormatInt(id, 10)) }
func residentSubject(id int64) subject { return subject("resident/" + strconv.FormatInt(id, 10)) }
func homeSubject(id int64) subject     { return subject("home/" + strconv.FormatInt(id, 10)) }

// event is one act as history is to keep it.
type event struct {
	subject  subject
	act      casework.ActName
	by       int64
	happened calendar.Date
	summary  string // personal: it may carry words of a resident's
	note     string // not personal: what is not a field of the subject
	changes  []casework.Change
}

// kept is an entry as it is written and hashed: JSON with these names in this
// order. It never changes again, so neither may this type.
type kept struct {
	Subject  subject          `json:"subject"`
	Number   int              `json:"number"`
	Before   string           `json:"before"` // hash of the entry before; empty for the first
	Recorded string           `json:"recorded"`
	By       int64            `json:"by"`
	Act      casework.ActName `json:"act"`
	Happened calendar.Date    `json:"happened"`
	Summary  string           `json:"summary"` // a digest
	Note     string           `json:"note,omitempty"`
	Changes  []keptChange     `json:"changes"`
}

// keptChange is one field of an entry. Of a personal field it has digests.
type keptChange struct {
	Field    string `json:"field"`
	Old      string `json:"old"`
	New      string `json:"new"`
	Personal bool   `json:"personal,omitempty"`
}

// personalValue is one personal field beside its entry. Erased, it keeps its
// name and salt alone.
type personalValue struct {
	Field  string `json:"field"`
	Salt   string `json:"salt"`
	Old    string `json:"old,omitempty"`
	New    string `json:"new,omitempty"`
	Erased bool   `json:"erased,omitempty"`
}

// summaryField is the name under which an entry's summary is a personal value.
const summaryField = "summary"

// digest is what an entry holds in place of a personal value. An empty value
// has none: that a field was empty is no secret.
func digest(salt, side, value string) string {
	if value == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(salt + "\x00" + side + "\x00" + value))
	return hex.EncodeToString(sum[:])
}

func hashOf(entry string) string {
	sum := sha256.Sum256([]byte(entry))
	return hex.EncodeToString(sum[:])
}

// head is the end of a subject's chain; its number is the subject's version.
type head struct {
	number int
	hash   string
}

// take reads the head of a chain and keeps others off it until the
// transaction ends. A subject without history has version 0.
func (w *work) take(s subject) (head, error) {
	var h head
	err := w.one(`SELECT number, hash FROM subjects WHERE subject = $1`+w.forUpdate(), []any{s}, &h.number, &h.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return head{}, nil
	}
	return h, err
}

// append writes one entry after the head of its chain and returns the new
// version. The head must have been taken in this transaction.
func (w *work) append(h head, e event) (int, error) {
	entry := kept{
		Subject: e.subject, Number: h.number + 1, Before: h.hash, Recorded: w.now.Format(time.RFC3339),
		By: e.by, Act: e.act, Happened: e.happened, Note: e.note, Changes: []keptChange{},
	}
	beside, err := w.conceal(&entry, e)
	if err != nil {
		return 0, err
	}
	return entry.Number, w.keep(entry, beside)
}

// conceal puts digests into the entry and returns the values to stand beside.
func (w *work) conceal(entry *kept, e event) ([]personalValue, error) {
	var beside []personalValue
	if e.summary != "" {
		salt, err := w.salt()
		if err != nil {
			return nil, err
		}
		entry.Summary = digest(salt, "new", e.summary)
		beside = append(beside, personalValue{Field: summaryField, Salt: salt, New: e.summary})
	}
	for _, c := range e.changes {
		if !c.Personal {
			entry.Changes = append(entry.Changes, keptChange{Field: c.Field, Old: c.Old, New: c.New})
			continue
		}
		salt, err := w.salt()
		if err != nil {
			return nil, err
		}
		entry.Changes = append(entry.Changes, keptChange{Field: c.Field, Personal: true,
			Old: digest(salt, "old", c.Old), New: digest(salt, "new", c.New)})
		beside = append(beside, personalValue{Field: c.Field, Salt: salt, Old: c.Old, New: c.New})
	}
	return beside, nil
}

func (w *work) salt() (string, error) {
	salt := make([]byte, 16)
	if _, err := io.ReadFull(w.r.random, salt); err != nil {
		return "", err
	}
	return hex.EncodeToString(salt), nil
}

// keep writes the entry, the values beside it and the new head.
func (w *work) keep(entry kept, beside []personalValue) error {
	text, err := json.Marshal(entry)
	if err != nil {
		return err
	}
	hash := hashOf(string(text))
	err = w.exec(`INSERT INTO entries (subject, number, entry, hash) VALUES ($1, $2, $3, $4)`,
		entry.Subject, entry.Number, string(text), hash)
	if err != nil {
		return err
	}
	if len(beside) > 0 {
		content, err := json.Marshal(beside)
		if err != nil {
			return err
		}
		err = w.exec(`INSERT INTO personal (subject, number, content) VALUES ($1, $2, $3)`,
			entry.Subject, entry.Number, string(content))
		if err != nil {
			return err
		}
	}
	w.head = head{entry.Number, hash}
	if entry.Subject != caseSubject(w.last.ID) {
		w.last = casework.Case{} // the head is another subject's now
	}
	if entry.Number == 1 {
		return w.changeOne(`INSERT INTO subjects (subject, number, hash) VALUES ($1, 1, $2)`, entry.Subject, hash)
	}
	return w.changeOne(`UPDATE subjects SET number = $1, hash = $2 WHERE subject = $3 AND number = $4`,
		entry.Number, hash, entry.Subject, entry.Number-1)
}

// Entry is one line of a subject's history as people read it.
type Entry struct {
	Number    int
	Act       casework.ActName
	Summary   string
	Note      string        // what was done besides changing fields
	Happened  calendar.Date // the day it happened
	Recorded  time.Time     // the instant it was put in the register
	OfficerID int64
	Officer   string            // the officer's name as it is now
	Changes   []casework.Change // an erased value is empty, with its name in Erased
	Erased    []string          // fields whose values were erased after retention
}

// readEntry puts an entry and the values beside it together again. It does
// not verify digests; Check does.
func readEntry(text, content string) (Entry, error) {
	var entry kept
	if err := json.Unmarshal([]byte(text), &entry); err != nil {
		return Entry{}, fmt.Errorf("register: an entry cannot be read: %w", err)
	}
	recorded, err := time.Parse(time.RFC3339, entry.Recorded)
	if err != nil {
		return Entry{}, fmt.Errorf("register: an entry's instant cannot be read: %w", err)
	}
	beside := map[string]personalValue{}
	if content != "" {
		var values []personalValue
		if err := json.Unmarshal([]byte(content), &values); err != nil {
			return Entry{}, fmt.Errorf("register: personal values cannot be read: %w", err)
		}
		for _, v := range values {
			beside[v.Field] = v
		}
	}
	e := Entry{Number: entry.Number, Act: entry.Act, Summary: beside[summaryField].New, Note: entry.Note,
		Happened: entry.Happened, Recorded: recorded, OfficerID: entry.By}
	if beside[summaryField].Erased {
		e.Erased = append(e.Erased, summaryField)
	}
	for _, c := range entry.Changes {
		change := casework.Change{Field: c.Field, Old: c.Old, New: c.New, Personal: c.Personal}
		if c.Personal {
			v := beside[c.Field]
			change.Old, change.New = v.Old, v.New
			if v.Erased {
				e.Erased = append(e.Erased, c.Field)
			}
		}
		e.Changes = append(e.Changes, change)
	}
	return e, nil
}

// entries reads a subject's history after a version, the oldest first.
func (w *work) entries(s subject, after int) ([]Entry, error) {
	var found []Entry
	err := w.each(`SELECT e.entry, COALESCE(p.content, '') FROM entries e
		LEFT JOIN personal p ON p.subject = e.subject AND p.number = e.number
		WHERE e.subject = $1 AND e.number > $2 ORDER BY e.number`, []any{s, after}, func(rows *sql.Rows) error {
		var text, content string
		if err := rows.Scan(&text, &content); err != nil {
			return err
		}
		e, err := readEntry(text, content)
		if err != nil {
			return err
		}
		found = append(found, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range found {
		o, _, err := w.officer(found[i].OfficerID)
		if err != nil {
			return nil, err
		}
		found[i].Officer = o.Name
	}
	return found, nil
}

// conflict says who changed a subject since a version, and what.
func (w *work) conflict(s subject, since int) error {
	later, err := w.entries(s, since)
	if err != nil {
		return err
	}
	return conflictOf(later)
}

// caseConflict is conflict for a case, as far as the officer may see it.
func (w *work) caseConflict(by casework.Officer, id int64, since int) error {
	later, err := w.caseEntries(by, id, since)
	if err != nil {
		return err
	}
	return conflictOf(later)
}

func conflictOf(later []Entry) error {
	if len(later) == 0 {
		return ErrNotFound // a version from the future: there is no such state
	}
	last := later[len(later)-1]
	c := &Conflict{Version: last.Number, Who: last.Officer, When: last.Recorded}
	for _, e := range later {
		c.Fields = append(c.Fields, e.Changes...)
	}
	return c
}
