package register

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// guarded are the columns that Check answers for, by table. Passwords, the
// instant a document was kept and the officer beside a seal are not among them:
// nothing else in the register says what they should be.
var guarded = map[string][]string{
	"counters": {"value"}, "subjects": {"number", "hash"}, "entries": {"number", "entry", "hash"}, "personal": {"number", "content"},
	"seals": {"seal", "report", "cut_off"}, "settings": {"body"}, "offices": {"body"}, "officers": {"login", "office", "body"},
	"dwellings": {"reference", "office", "gone", "body"}, "residents": {"reference", "home_id", "office", "gone", "same", "body"},
	"dwelling_words": {"word"}, "resident_words": {"word"},
	"cases": {"reference", "office", "confidential", "kind", "stage", "handler", "subject", "received", "due", "due_kind",
		"resident_id", "block", "resident", "about", "address", "hazard", "risk"},
	"bodies": {"body"},
	"stages": {"received", "responded", "office", "confidential", "fact"}, "duties": {"due", "handler", "clock", "answer", "duty", "kind", "cover"},
	"lines": {"head", "kind", "band", "subject", "office", "confidential", "sum", "told"}, "payments": {"paid", "sum"},
	"words": {"word"}, "documents": {"bytes"},
}

// wholeOffice makes an office with something in every table and returns a copy
// of it to damage.
func wholeOffice(t *testing.T) (o *office, file string) {
	t.Helper()
	o = newOffice(t, filepath.Join(t.TempDir(), "register.db"))
	o.busy(t, 8)
	o.letter(t)
	o.paid(o.walkIn("Cat Day"), harm(7500))
	snapshot, err := o.Facts(o.ctx, o.manager, day0, day0)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.KeepSeal(o.ctx, o.manager, snapshot, "2025-26Q4"); err != nil {
		t.Fatal(err)
	}
	copied, err := o.Backup(o.ctx, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return o, copied.File
}

// spare copies a file to a fresh place.
func spare(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "register.db")
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

func TestEveryRandomTamperingIsFound(t *testing.T) {
	o, file := wholeOffice(t)
	source := rand.New(rand.NewPCG(2026, 11))
	n := times(t, "CASEBOOK_TAMPERINGS", 30, 1000)
	for range n {
		path := spare(t, file)
		r, err := Open(o.ctx, path, o.clock.options())
		if err != nil {
			t.Fatal(err)
		}
		one := &office{Register: r, t: t, ctx: o.ctx, address: path, clock: o.clock}
		did := one.tamperSomewhere(t, source)
		report, err := r.Check(o.ctx, nil)
		if err != nil {
			t.Fatalf("%s: %v", did, err)
		}
		if len(report.Problems) == 0 {
			t.Errorf("not found: %s", did)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d random tamperings", n)
}

// tamperSomewhere edits or deletes a random row, or swaps two entries of one
// history, and says what it did.
func (o *office) tamperSomewhere(t *testing.T, source *rand.Rand) string {
	t.Helper()
	names := make([]string, 0, len(guarded))
	for _, name := range tablesIn(t, o) {
		if guarded[name] != nil {
			names = append(names, name)
		}
	}
	table := names[source.IntN(len(names))]
	var row int64
	err := o.engine.read.QueryRow(`SELECT rowid FROM ` + table + ` ORDER BY (rowid * 7919 + ` + fmt.Sprint(source.IntN(100)) + `) % 101, rowid LIMIT 1`).Scan(&row)
	if err != nil {
		t.Fatal(err)
	}
	switch kind := source.IntN(4); {
	case kind == 0:
		o.tamper(t, `DELETE FROM `+table+` WHERE rowid = $1`, row)
		return fmt.Sprintf("row %d of %s deleted", row, table)
	case kind == 1 && table == "entries":
		o.tamper(t, `UPDATE entries SET number = CASE number WHEN 1 THEN 2 ELSE 1 END - 10 WHERE subject = 'case/1' AND number IN (1, 2)`)
		o.tamper(t, `UPDATE entries SET number = number + 10 WHERE subject = 'case/1' AND number < 0`)
		return "entries 1 and 2 of case 1 swapped"
	}
	column := guarded[table][source.IntN(len(guarded[table]))]
	return o.edit(t, source, table, column, row)
}

// edit changes one character of a text, one byte of a document, or a number.
func (o *office) edit(t *testing.T, source *rand.Rand, table, column string, row int64) string {
	t.Helper()
	var value any
	if err := o.engine.read.QueryRow(`SELECT `+column+` FROM `+table+` WHERE rowid = $1`, row).Scan(&value); err != nil {
		t.Fatal(err)
	}
	changed := value
	switch value := value.(type) {
	case int64:
		changed = value + 1 + source.Int64N(5)
	case []byte:
		other := append([]byte{}, value...)
		other[source.IntN(len(other))] ^= 1
		changed = other
	case string:
		for n := 1; n > 0; { // what another row has, the engine itself may refuse
			changed = retyped(value, source)
			if err := o.engine.read.QueryRow(`SELECT count(*) FROM `+table+` WHERE `+column+` = $1`, changed).Scan(&n); err != nil {
				t.Fatal(err)
			}
		}
	}
	o.tamper(t, `UPDATE `+table+` SET `+column+` = $1 WHERE rowid = $2`, changed, row)
	return fmt.Sprintf("%s of row %d of %s: %q became %q", column, row, table, value, changed)
}

// retyped changes one letter or digit of a text into another one that is not
// only its other case.
func retyped(text string, source *rand.Rand) string {
	runes := []rune(text)
	if len(runes) == 0 {
		return "x"
	}
	at := source.IntN(len(runes))
	with := []rune("qwertyzx0123456789")[source.IntN(18)]
	if strings.EqualFold(string(runes[at]), string(with)) {
		with = '#'
	}
	runes[at] = with
	return string(runes)
}

func tablesIn(t *testing.T, o *office) []string {
	t.Helper()
	names, err := tablesOf(o.ctx, o.engine.read)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestAFlippedBitIsNoticedOrHarmless flips bits of the file. Each must be
// noticed, or must lie where no row is: then every row reads as before.
func TestAFlippedBitIsNoticedOrHarmless(t *testing.T) {
	o, file := wholeOffice(t)
	before := fingerprint(o.ctx, t, o, file)
	source := rand.New(rand.NewPCG(11, 2026))
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	n, noticed := times(t, "CASEBOOK_FLIPS", 60, 5000), 0
	for range n {
		path := spare(t, file)
		bit := source.Int64N(info.Size() * 8)
		flip(t, path, bit)
		if problem := complaint(o, path); problem != "" {
			noticed++
			continue
		}
		if after := fingerprint(o.ctx, t, o, path); after != before {
			t.Errorf("bit %d changed what is read, and nothing noticed", bit)
		}
	}
	if noticed == 0 {
		t.Error("no flip was noticed; the test flips nothing that counts")
	}
	t.Logf("%d bits flipped: %d noticed, %d in places that hold nothing", n, noticed, n-noticed)
}

func flip(t *testing.T, path string, bit int64) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	var one [1]byte
	_, err = file.ReadAt(one[:], bit/8)
	one[0] ^= 1 << (bit % 8)
	if err == nil {
		_, err = file.WriteAt(one[:], bit/8)
	}
	if err := firstError(err, file.Close()); err != nil {
		t.Fatal(err)
	}
}

// complaint is what opening and checking a file complains of.
func complaint(o *office, path string) string {
	r, err := Open(o.ctx, path, o.clock.options())
	if err != nil {
		return err.Error()
	}
	defer r.Close()
	report, err := r.Check(o.ctx, nil)
	if err != nil {
		return err.Error()
	}
	if len(report.Problems) > 0 {
		return report.Problems[0].First
	}
	return ""
}

// fingerprint is one digest over every row that Check answers for.
func fingerprint(ctx context.Context, t *testing.T, o *office, path string) string {
	t.Helper()
	e, err := openCopy(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	sum := sha256.New()
	for _, table := range tablesIn(t, o) {
		if guarded[table] == nil {
			continue
		}
		rows, err := e.read.QueryContext(ctx, `SELECT `+strings.Join(guarded[table], ", ")+` FROM `+table+` ORDER BY rowid`)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			values := make([]sql.RawBytes, len(guarded[table]))
			into := make([]any, len(values))
			for i := range values {
				into[i] = &values[i]
			}
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(sum, "%q\n", values)
		}
		if err := firstError(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}
