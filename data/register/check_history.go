package register

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"casebook/data/casework"
)

// link is one entry as it lies in the register, with the head its chain claims.
type link struct {
	subject string
	number  int
	entry   string
	hash    string
	beside  string // personal values
	head    head
}

// chain is the history of one subject while it is replayed.
type chain struct {
	last   link
	fields map[string]string // the subject as history says it is
	hidden map[string]bool   // fields whose value was erased and is not known
	erases map[int64]bool    // entries that erased something
	broken bool              // a problem was found: comparing would only repeat it
}

// sealed is a seal as the office's history has it.
type sealed struct{ report, seal, cutOff string }

// linkPage is how many entries are read at once.
const linkPage = 2000

// chains walks every chain of history, replays it from nothing and compares
// what comes out with the row that it is the history of.
func (c *checker) chains() error {
	if err := c.readErasures(); err != nil {
		return err
	}
	var at chain
	err := pages(c, linkPage, func(values *arguments) string {
		return `SELECT e.subject, e.number, e.entry, e.hash, COALESCE(p.content, ''), COALESCE(s.number, 0), COALESCE(s.hash, '')
			FROM entries e LEFT JOIN personal p ON p.subject = e.subject AND p.number = e.number
			LEFT JOIN subjects s ON s.subject = e.subject
			WHERE (e.subject, e.number) > (` + values.add(at.last.subject) + `, ` + values.add(at.last.number) + `)
			ORDER BY e.subject, e.number`
	}, scanLink, func(page []link) error {
		for _, l := range page {
			if l.subject != at.last.subject {
				if err := c.endOf(at); err != nil {
					return err
				}
				at = chain{last: link{subject: l.subject}, fields: map[string]string{}, hidden: map[string]bool{}, erases: map[int64]bool{}}
			}
			c.follow(&at, l)
			at.last = l
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := c.endOf(at); err != nil {
		return err
	}
	if err := c.everyErasureSaid(); err != nil {
		return err
	}
	return c.w.each(`SELECT subject FROM subjects s WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.subject = s.subject) ORDER BY subject`, nil,
		func(rows *sql.Rows) error {
			var s string
			if err := rows.Scan(&s); err != nil {
				return err
			}
			c.found("history", "The history of %s is gone", inPlainWords(s))
			return nil
		})
}

func scanLink(rows *sql.Rows) (link, error) {
	var l link
	err := rows.Scan(&l.subject, &l.number, &l.entry, &l.hash, &l.beside, &l.head.number, &l.head.hash)
	return l, err
}

// inPlainWords names a subject for people: "case/17" is case 17.
func inPlainWords(s string) string { return strings.Replace(s, "/", " ", 1) }

// follow verifies one entry and does to the replayed subject what it says.
func (c *checker) follow(at *chain, l link) {
	where := fmt.Sprintf("%s, entry %d", inPlainWords(l.subject), l.number)
	broken := func(format string, args ...any) {
		if !at.broken {
			c.found("history", format, args...)
		}
		at.broken = true
	}
	var entry kept
	switch {
	case hashOf(l.entry) != l.hash:
		broken("An entry of history was changed: %s", where)
	case strictly(l.entry, &entry) != nil:
		broken("An entry of history cannot be read: %s", where)
	case string(entry.Subject) != l.subject || entry.Number != l.number:
		broken("An entry of history was moved: %s says it is %s, entry %d", where, inPlainWords(string(entry.Subject)), entry.Number)
	case l.number != at.last.number+1:
		broken("Entries of history are missing before %s", where)
	case entry.Before != at.last.hash:
		broken("The chain of history is broken at %s", where)
	}
	if at.broken {
		return
	}
	beside, ok := c.personal(entry, l, where)
	if !ok {
		at.broken = true
		return
	}
	if entry.Act == actErase {
		at.erases[int64(entry.Number)] = true
	}
	if entry.Act == actKeepSeal {
		c.noteSeal(entry)
	}
	c.noteMoney(entry)
	for _, change := range entry.Changes {
		c.noteDocument(change)
		c.replay(at, entry, change, beside[change.Field], where)
	}
}

// personal holds the values beside an entry against its digests.
func (c *checker) personal(entry kept, l link, where string) (map[string]personalValue, bool) {
	values := map[string]personalValue{}
	var list []personalValue
	if l.beside != "" && strictly(l.beside, &list) != nil {
		c.found("personal", "The personal values of %s cannot be read", where)
		return nil, false
	}
	for _, v := range list {
		values[v.Field] = v
	}
	expected := 0
	holds := func(field, old, new string) bool {
		expected++
		v, there := values[field]
		switch {
		case !there:
			c.found("personal", "A personal value of %s is missing: %s", where, field)
		case v.Erased && c.erasures[erasureKey(l.subject, l.number, field)] == 0:
			c.found("personal", "A personal value of %s was taken away and no entry says so: %s", where, field)
		case !v.Erased && (digest(v.Salt, "old", v.Old) != old || digest(v.Salt, "new", v.New) != new):
			c.found("personal", "A personal value of %s was changed: %s", where, field)
		default:
			return true
		}
		return false
	}
	ok := entry.Summary == "" || holds(summaryField, "", entry.Summary)
	for _, change := range entry.Changes {
		if change.Personal {
			ok = holds(change.Field, change.Old, change.New) && ok
		}
	}
	if ok && (len(values) != expected || len(list) != expected) {
		c.found("personal", "There are more personal values than %s has", where)
		ok = false
	}
	return values, ok
}

// replay does one change to the replayed subject, and checks that the change
// starts from what was there.
func (c *checker) replay(at *chain, entry kept, change keptChange, v personalValue, where string) {
	if besides(entry.Act, change.Field) {
		return
	}
	old, new := change.Old, change.New
	if change.Personal {
		old, new = v.Old, v.New
	}
	if !v.Erased && !at.hidden[change.Field] && at.fields[change.Field] != old {
		c.found("history", "What was before %s is not what its entry says: %s", where, change.Field)
	}
	at.hidden[change.Field] = v.Erased && change.New != ""
	at.fields[change.Field] = new
}

// besides are the fields of an entry that say something about the act and are
// no part of its subject.
func besides(act casework.ActName, field string) bool {
	switch act {
	case actErase:
		return field == "erased" || field == "reason"
	case actSaveOfficer:
		return field == "password"
	case actKeepSeal: // each report is one of its own, and changes nothing of the one before
		return field == "report" || field == "seal" || field == "cut_off"
	}
	return false
}

// endOf compares a whole chain with its head and with the row it is about.
func (c *checker) endOf(at chain) error {
	if at.last.subject == "" || at.broken {
		return nil
	}
	name := inPlainWords(at.last.subject)
	if at.last.head.number != at.last.number || at.last.head.hash != at.last.hash {
		c.found("history", "Entries were cut off or added at the end of the history of %s", name)
		return nil
	}
	row, err := c.w.rowOf(at.last.subject)
	if err != nil || !row.any {
		return err
	}
	if !row.there {
		c.found("row", "The row of %s is gone", name)
		return nil
	}
	if row.unread {
		c.found("row", "The row of %s cannot be read", name)
		return nil
	}
	if row.versioned && row.version != at.last.number {
		c.found("row", "%s says it is version %d, and its history has %d entries", name, row.version, at.last.number)
	}
	for field, value := range row.fields {
		if at.fields[field] != value.Text && !at.hidden[field] {
			c.found("row", "The row of %s differs from its history: %s", name, field)
			return nil
		}
	}
	for field, value := range at.fields {
		if _, there := row.fields[field]; !there && value != "" && !at.hidden[field] {
			c.found("row", "The row of %s differs from its history: %s", name, field)
			return nil
		}
	}
	return nil
}

// subjectRow is the row that a chain is the history of.
type subjectRow struct {
	any, there, unread bool // any: this kind of subject has a row
	fields             map[string]casework.Value
	versioned          bool
	version            int
}

// rowOf reads the row of a subject as history names its fields.
func (w *work) rowOf(s string) (subjectRow, error) {
	kind, number, _ := strings.Cut(s, "/")
	id, _ := strconv.ParseInt(number, 10, 64)
	switch kind {
	case "case":
		return flatRow(w, `SELECT COALESCE(k.body, ''), 0, '', c.case_id FROM cases c LEFT JOIN bodies k ON k.case_id = c.case_id WHERE c.case_id = $1`, id, func(v casework.Case) (int64, int) { return v.ID, v.Version }, true)
	case "resident":
		return flatRow(w, `SELECT body, gone, CAST(office AS TEXT), resident_id FROM residents WHERE resident_id = $1`, id, func(v casework.Resident) (int64, int) { return v.ID, v.Version }, true)
	case "home":
		return flatRow(w, `SELECT body, gone, '', home_id FROM dwellings WHERE home_id = $1`, id, func(v casework.Dwelling) (int64, int) { return v.ID, v.Version }, true)
	case "officer":
		return flatRow(w, `SELECT body, 0, '', officer FROM officers WHERE officer = $1`, id, func(v casework.Officer) (int64, int) { return v.ID, 0 }, false)
	case "office":
		return flatRow(w, `SELECT body, 0, '', office FROM offices WHERE office = $1`, id, func(v casework.Office) (int64, int) { return v.ID, 0 }, false)
	case "views":
		return flatRow(w, `SELECT body, 0, '', officer FROM saved_views WHERE officer = $1`, id, func(v officerViews) (int64, int) { return v.Officer, 0 }, false)
	case "settings":
		return flatRow(w, `SELECT body, 0, '', settings_id FROM settings WHERE settings_id = $1`, 1, func(v casework.Settings) (int64, int) { return 1, v.Version }, true)
	}
	return subjectRow{}, nil
}

func flatRow[T any](w *work, query string, id int64, of func(T) (int64, int), versioned bool) (subjectRow, error) {
	row := subjectRow{any: true, versioned: versioned}
	var body, office string
	var gone int
	var key int64
	err := w.one(query, []any{id}, &body, &gone, &office, &key)
	if absent(err) == ErrNotFound {
		return row, nil
	}
	if err != nil {
		return row, err
	}
	var value T
	row.there = true
	if strictly(body, &value) != nil {
		row.unread = true
		return row, nil
	}
	own, version := of(value)
	row.fields, row.version = casework.Flatten(value), version
	if gone == 1 {
		row.fields[goneField] = casework.Value{Text: "yes"}
	}
	if office != "" {
		row.fields[officeField] = casework.Value{Text: office}
	}
	row.unread = own != key
	return row, nil
}

// strictly reads JSON and refuses names it does not know: a damaged name would
// else pass as an absent field.
func strictly(text string, into any) error {
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if decoder.More() {
		return fmt.Errorf("more than one value")
	}
	again, err := json.Marshal(into)
	if err != nil || string(again) == text {
		return err
	}
	return sameNames(text, again)
}

// sameNames refuses a name that is written otherwise than we write it: the
// decoder takes "dAte" for "date". A text from before a field came to be lacks
// that name, and may.
func sameNames(text string, again []byte) error {
	var was, is any
	if err := json.Unmarshal([]byte(text), &was); err != nil {
		return err
	}
	if err := json.Unmarshal(again, &is); err != nil {
		return err
	}
	return namesWithin(was, is)
}

func namesWithin(was, is any) error {
	switch was := was.(type) {
	case map[string]any:
		now, _ := is.(map[string]any)
		for name, value := range was {
			other, there := now[name]
			if !there {
				return fmt.Errorf("nothing is called %q", name)
			}
			if err := namesWithin(value, other); err != nil {
				return err
			}
		}
	case []any:
		now, _ := is.([]any)
		for i := range min(len(was), len(now)) {
			if err := namesWithin(was[i], now[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
