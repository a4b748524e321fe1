package register

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"casebook/data/casework"
)

// chains verifies every chain from the rows alone, without the code that
// wrote them: each entry's hash, its link, its number and its digests.
func (o *office) chains() []string {
	o.t.Helper()
	rows, err := o.engine.read.QueryContext(o.ctx, `SELECT e.subject, e.number, e.entry, e.hash, COALESCE(p.content, '')
		FROM entries e LEFT JOIN personal p ON p.subject = e.subject AND p.number = e.number ORDER BY e.subject, e.number`)
	if err != nil {
		o.t.Fatal(err)
	}
	defer rows.Close()
	var wrong []string
	last, before, count := "", "", 0
	for rows.Next() {
		var subject, entry, hash, content string
		var number int
		if err := rows.Scan(&subject, &number, &entry, &hash, &content); err != nil {
			o.t.Fatal(err)
		}
		if subject != last {
			last, before, count = subject, "", 0
		}
		count++
		var parsed struct {
			Subject, Before string
			Number          int
			Summary         string
			Changes         []struct {
				Field, Old, New string
				Personal        bool
			}
		}
		if err := json.Unmarshal([]byte(entry), &parsed); err != nil {
			o.t.Fatal(err)
		}
		if hashText(entry) != hash || parsed.Before != before || parsed.Number != number || number != count || parsed.Subject != subject {
			wrong = append(wrong, fmt.Sprintf("%s %d does not hold", subject, number))
		}
		before = hash
		digests := map[string][2]string{"summary": {"", parsed.Summary}}
		for _, c := range parsed.Changes {
			digests[c.Field] = [2]string{c.Old, c.New}
		}
		var values []struct {
			Field, Salt, Old, New string
			Erased                bool
		}
		if content != "" {
			if err := json.Unmarshal([]byte(content), &values); err != nil {
				o.t.Fatal(err)
			}
		}
		for _, v := range values {
			for side, value := range map[string]string{"old": v.Old, "new": v.New} {
				want := digests[v.Field][map[string]int{"old": 0, "new": 1}[side]]
				if v.Erased {
					continue
				}
				if got := hashText(v.Salt + "\x00" + side + "\x00" + value); value != "" && got != want || value == "" && want != "" {
					wrong = append(wrong, fmt.Sprintf("%s %d: %s does not match its digest", subject, number, v.Field))
				}
			}
		}
	}
	if err := rows.Err(); err != nil {
		o.t.Fatal(err)
	}
	return wrong
}

func hashText(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// everything is all text kept in history, to look for what should be gone.
func (o *office) everything() string {
	o.t.Helper()
	var all strings.Builder
	for _, query := range []string{`SELECT entry FROM entries`, `SELECT content FROM personal`, `SELECT body FROM bodies`, `SELECT undo FROM bodies`,
		`SELECT word FROM words`, `SELECT resident || about || address FROM cases`, `SELECT fact FROM stages`, `SELECT duty FROM duties`} {
		rows, err := o.engine.read.QueryContext(o.ctx, query)
		if err != nil {
			o.t.Fatal(err)
		}
		for rows.Next() {
			var text string
			if err := rows.Scan(&text); err != nil {
				o.t.Fatal(err)
			}
			all.WriteString(text + "\n")
		}
		if err := firstError(rows.Err(), rows.Close()); err != nil {
			o.t.Fatal(err)
		}
	}
	return all.String()
}

func TestHistoryIsAChainThatReplaysToTheCase(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Łukasz Nguyễn"))
		o.do(c.ID, casework.AddNote{Text: "Rang the surveyor"})
		c = o.do(c.ID, casework.Describe{Points: []casework.PointText{{ID: 1, Text: "The leak"}, {Text: "The missed visit"}}, Wanted: "A repair"})
		if wrong := o.chains(); len(wrong) > 0 {
			t.Error(wrong)
		}
		entries, err := o.History(o.ctx, o.manager, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) != 3 || c.Version != 3 {
			t.Fatalf("%d entries, version %d", len(entries), c.Version)
		}
		replayed := map[string]string{}
		for i, e := range entries {
			if e.Number != i+1 || e.Officer != "Aisha Khan" || e.Recorded != o.clock.Now() || e.Summary == "" {
				t.Errorf("entry %d reads %+v", i+1, e)
			}
			for _, change := range e.Changes {
				if replayed[change.Field] != change.Old {
					t.Errorf("entry %d: %s was %q, not %q", e.Number, change.Field, replayed[change.Field], change.Old)
				}
				replayed[change.Field] = change.New
			}
		}
		for field, value := range casework.Flatten(c) {
			if replayed[field] != value.Text {
				t.Errorf("%s replays to %q, is %q", field, replayed[field], value.Text)
			}
		}
	})
}

func TestEntriesHoldNoPersonalValueInClear(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Łukasz Nguyễn"))
		o.do(c.ID, casework.AddNote{Text: "His neighbour Ann rang"})
		rows, err := o.engine.read.QueryContext(o.ctx, `SELECT entry FROM entries WHERE subject LIKE 'case/%'`)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var entry string
			if err := rows.Scan(&entry); err != nil {
				t.Fatal(err)
			}
			for _, secret := range []string{"Nguyễn", "900123", "DE22", "High Street", "ceiling", "neighbour"} {
				if strings.Contains(entry, secret) {
					t.Errorf("an entry holds %q: %s", secret, entry)
				}
			}
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheEngineItselfRefusesToChangeHistory(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		if _, err := o.KeepLetter(o.ctx, o.manager, c.ID, 0, []byte("%PDF-1 receipt"), casework.MakeLetter{Kind: casework.Receipt, Dated: day0, Pages: 1}); err != nil {
			t.Fatal(err)
		}
		if err := o.KeepSeal(o.ctx, o.manager, Snapshot{Seal: "x"}, "2026-27 Q1"); err != nil {
			t.Fatal(err)
		}
		before := o.everything()
		for _, statement := range []string{
			`UPDATE entries SET entry = 'x'`, `UPDATE entries SET hash = 'x'`, `DELETE FROM entries`,
			`DELETE FROM entries WHERE number = 99999 OR number = 1`,
			`UPDATE personal SET content = '[]'`, `DELETE FROM personal`,
			`UPDATE seals SET seal = 'y'`, `DELETE FROM seals`,
			`UPDATE documents SET kept = 'x'`, `DELETE FROM documents`,
			`INSERT INTO entries (subject, number, entry, hash) SELECT subject, number, 'x', 'x' FROM entries`,
		} {
			if _, err := o.engine.write.ExecContext(o.ctx, statement); err == nil {
				t.Errorf("%s was done", statement)
			}
		}
		statements := map[dialect][]string{
			sqlite:   {`INSERT OR REPLACE INTO entries SELECT subject, number, 'x', 'x' FROM entries`, `REPLACE INTO personal SELECT subject, number, '[]' FROM personal`},
			postgres: {`TRUNCATE entries CASCADE`, `TRUNCATE personal`},
		}
		for _, statement := range statements[o.engine.dialect] {
			if _, err := o.engine.write.ExecContext(o.ctx, statement); err == nil {
				t.Errorf("%s was done", statement)
			}
		}
		if o.everything() != before {
			t.Error("history is not what it was")
		}
	})
}

// closed is a complaint that has been answered and closed.
func (o *office) closed(name string) casework.Case {
	o.t.Helper()
	act := o.walkIn(name)
	act.Answer = casework.ServiceOnly
	return o.do(o.record(act).ID, casework.Close{On: o.clock.Today()})
}

func TestAPersonalValueCanBeErasedAndTheChainStillHolds(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.closed("Łukasz Nguyễn")
		seal, err := o.Seal(o.ctx)
		if err != nil {
			t.Fatal(err)
		}
		after, err := o.EraseValue(o.ctx, o.manager, c.ID, c.Version, "resident.name", "six years are over")
		if err != nil {
			t.Fatal(err)
		}
		if after.Resident.Name != "" || after.Version != c.Version+1 {
			t.Errorf("the case keeps %q at version %d", after.Resident.Name, after.Version)
		}
		if all := o.everything(); strings.Contains(all, "Nguy") || strings.Contains(all, "nguyen") {
			t.Error("the name is still in the register")
		}
		if wrong := o.chains(); len(wrong) > 0 {
			t.Error(wrong)
		}
		if later, err := o.Seal(o.ctx); err != nil || later == seal {
			t.Errorf("the seal does not show the erasure: %v", err)
		}
		if found, err := o.Search(o.ctx, o.manager, "nguyen", 10); err != nil || len(found.Rows) > 0 {
			t.Errorf("search still finds %d, %v", len(found.Rows), err)
		}
		entries, err := o.History(o.ctx, o.manager, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		last := entries[len(entries)-1]
		if last.Act != actErase || !strings.Contains(last.Note, "six years are over") || !strings.Contains(last.Note, "resident.name") {
			t.Errorf("the last entry says %+v", last)
		}
		if len(entries[0].Erased) == 0 {
			t.Error("the first entry does not say that a value is gone")
		}
		for _, change := range entries[0].Changes {
			if change.Field == "home.postcode" && change.New != "DE22 1AB" {
				t.Errorf("a value that was not erased reads %q", change.New)
			}
		}
	})
}

func TestOnlyAManagerErasesAndOnlyAfterTheCaseIsClosed(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		open, closed := o.record(o.walkIn("Ann Patel")), o.closed("Cy Dunn")
		ben := o.officer("Ben Shaw", casework.Investigator)
		for name, try := range map[string]struct {
			by            casework.Officer
			id            int64
			field, reason string
		}{
			"an open case":         {o.manager, open.ID, "resident.name", "over"},
			"another officer":      {ben, closed.ID, "resident.name", "over"},
			"no reason":            {o.manager, closed.ID, "resident.name", " "},
			"not personal":         {o.manager, closed.ID, "subject", "over"},
			"no such field":        {o.manager, closed.ID, "resident.shoe", "over"},
			"no such case":         {o.manager, 999, "resident.name", "over"},
			"the case as a whole":  {o.manager, closed.ID, "", "over"},
			"a field of two kinds": {o.manager, closed.ID, "contact", "over"},
		} {
			before := o.everything()
			if _, err := o.EraseValue(o.ctx, try.by, try.id, 0, try.field, try.reason); err == nil {
				t.Errorf("%s: erased", name)
			}
			if o.everything() != before {
				t.Errorf("%s: something changed", name)
			}
		}
	})
}

func TestTheSealShowsEveryChange(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		seen := map[string]string{}
		step := func(name string) {
			seal, err := o.Seal(o.ctx)
			if err != nil || len(seal) != 64 {
				t.Fatalf("%s: %q, %v", name, seal, err)
			}
			if before, same := seen[seal]; same {
				t.Errorf("after %s the seal is that of %s", name, before)
			}
			seen[seal] = name
		}
		step("the start")
		c := o.record(o.walkIn("Ann Patel"))
		step("a record")
		o.do(c.ID, casework.AddNote{Text: "n"})
		step("a note")
		o.officer("Ben Shaw", casework.FrontDesk)
		step("an officer")
		if again, err := o.Seal(o.ctx); err != nil || seen[again] != "an officer" {
			t.Errorf("without a change the seal is another one, %v", err)
		}
	})
}
