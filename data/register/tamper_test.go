package register

import (
	"context"
	"testing"
)

// tamper changes the register behind its back: the locks on history are taken
// away for as long as it takes and put back, and foreign keys are not asked.
func (o *office) tamper(t *testing.T, statement string, args ...any) {
	t.Helper()
	ctx := context.Background()
	conn, err := o.engine.write.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	exec := func(statement string, args ...any) {
		t.Helper()
		if _, err := conn.ExecContext(ctx, statement, args...); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	if o.engine.dialect == postgres {
		exec(`SET session_replication_role = replica`)
		exec(statement, args...)
		exec(`SET session_replication_role = DEFAULT`)
		return
	}
	locks := map[string]string{}
	rows, err := conn.QueryContext(ctx, `SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`)
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var name, text string
		if err := rows.Scan(&name, &text); err != nil {
			t.Fatal(err)
		}
		locks[name] = text
	}
	if err := firstError(rows.Err(), rows.Close()); err != nil {
		t.Fatal(err)
	}
	exec(`PRAGMA foreign_keys = OFF`)
	for name := range locks {
		exec(`DROP TRIGGER ` + name)
	}
	exec(statement, args...)
	for _, text := range locks {
		exec(text)
	}
	exec(`PRAGMA foreign_keys = ON`)
}

func TestWhatWasTamperedWithIsNamed(t *testing.T) {
	cases := map[string]struct{ statement, kind, words string }{
		"an entry's text":            {`UPDATE entries SET entry = replace(entry, '"act":"note"', '"act":"nope"') WHERE subject = 'case/2' AND number = 2`, "history", "case 2, entry 2"},
		"an entry in the middle":     {`DELETE FROM entries WHERE subject = 'case/2' AND number = 1`, "history", "missing before case 2, entry 2"},
		"the last entry":             {`DELETE FROM entries WHERE subject = 'case/2' AND number = 2`, "history", "cut off or added at the end of the history of case 2"},
		"a whole history":            {`DELETE FROM entries WHERE subject = 'case/2'`, "history", "history of case 2 is gone"},
		"a history with its head":    {`DELETE FROM subjects WHERE subject = 'case/2'`, "history", "history of case 2"},
		"a case's words":             {`UPDATE bodies SET body = replace(body, 'kitchen', 'bathroom') WHERE case_id = 2`, "row", "case 2 differs from its history: "},
		"a case's deadline":          {`UPDATE bodies SET body = replace(body, '"due":"2026-04-07"', '"due":"2026-05-07"') WHERE case_id = 2`, "row", "case 2 differs"},
		"a case":                     {`DELETE FROM cases WHERE case_id = 2`, "row", "row of case 2 is gone"},
		"a case without its body":    {`DELETE FROM bodies WHERE case_id = 2`, "row", "case 2 cannot be read"},
		"what a list shows":          {`UPDATE cases SET handler = 99 WHERE case_id = 2`, "list", "lists"},
		"what is owed":               {`DELETE FROM duties WHERE case_id = 2`, "list", "owed"},
		"who may see it":             {`INSERT INTO case_access (case_id, officer) VALUES (2, 1)`, "list", "who may see it"},
		"who may never see it":       {`INSERT INTO case_barred (case_id, officer) VALUES (2, 1)`, "list", "who may never see it"},
		"what it is linked to":       {`INSERT INTO case_links (case_id, other) VALUES (2, 1)`, "list", "linked to"},
		"who covers it":              {`UPDATE duties SET cover = 1 WHERE case_id = 2`, "list", "owed"},
		"a stage's figures":          {`UPDATE stages SET responded = '2026-03-30' WHERE case_id = 2`, "list", "stages"},
		"a sum":                      {`UPDATE lines SET sum = sum + 1`, "list", "sums"},
		"what was told":              {`UPDATE lines SET told = 0`, "list", "sums"},
		"a payment":                  {`DELETE FROM payments`, "list", "payments"},
		"a word to find it by":       {`DELETE FROM words WHERE case_id = 2 AND word = 'derby'`, "list", "words"},
		"a personal value":           {`UPDATE personal SET content = replace(content, 'kitchen', 'bathroom') WHERE subject = 'case/2' AND number = 1`, "personal", "case 2, entry 1"},
		"the personal values":        {`DELETE FROM personal WHERE subject = 'case/2' AND number = 1`, "personal", "missing"},
		"an erasure nobody did":      {`INSERT INTO erasures (subject, erased, field, number) VALUES ('case/2', 1, 'story', 1)`, "personal", "no entry says so"},
		"a reference":                {`UPDATE counters SET value = value + 1 WHERE name = 'reference complaint 2026'`, "reference", "have a gap"},
		"an officer's role":          {`UPDATE officers SET body = replace(body, 'investigating officer', 'complaints manager')`, "row", "officer 2 differs"},
		"an officer's sign-in":       {`UPDATE officers SET login = 'eve' WHERE officer = 2`, "officer", "Officer 2"},
		"the settings":               {`UPDATE settings SET body = replace(body, 'Elm Homes', 'Oak Homes')`, "row", "settings differs"},
		"a resident":                 {`UPDATE residents SET body = replace(body, 'Ann', 'Eve') WHERE resident_id = 1`, "row", "resident 1 differs"},
		"two records joined":         {`UPDATE residents SET same = 2 WHERE resident_id = 1`, "list", "resident 1"},
		"a resident's place":         {`UPDATE residents SET home_id = 3 WHERE resident_id = 1`, "list", "resident 1"},
		"a home":                     {`DELETE FROM dwellings WHERE home_id = 1`, "row", "row of home 1 is gone"},
		"who left the list":          {`UPDATE residents SET gone = 0 WHERE resident_id = 2`, "row", "resident 2 differs from its history: gone"},
		"a letter's bytes":           {`UPDATE documents SET bytes = '%PDF-1.4 the refusal'`, "document", "not as it was kept"},
		"a letter":                   {`DELETE FROM documents`, "document", "not kept any more"},
		"a seal":                     {`UPDATE seals SET seal = 'f00'`, "seal", "Seal 1"},
		"a lock on history":          {``, "lock", "entries_"},
		"when a case was changed":    {`UPDATE cases SET changed = '2030-01-01T00:00:00Z' WHERE case_id = 2`, "list", "its last entry is of"},
		"a case that never happened": {`INSERT INTO cases SELECT 99, 'C-2026-9999-X', '', office, 0, kind, stage, handler, subject, received, closed, due, due_kind, 0, 0, block, resident, about, address, state, channel, ombudsman, choice, offered_by, offered_on, changed, hazard, risk FROM cases WHERE case_id = 2`, "history", "Case 99 has no history"},
	}
	forEachEngine(t, func(t *testing.T, o *office) {
		o.busy(t, 3)
		o.letter(t)
		o.paid(o.walkIn("Cat Day"), harm(7500))
		snapshot, err := o.Facts(o.ctx, o.manager, day0, day0)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.KeepSeal(o.ctx, o.manager, snapshot, "2025-26Q4"); err != nil {
			t.Fatal(err)
		}
		o.clean(t)
		copied, err := o.Backup(o.ctx, t.TempDir(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for name, c := range cases {
			t.Run(name, func(t *testing.T) {
				one := o.again(t, copied.File)
				if c.kind == "lock" {
					one.dropLock(t)
				} else {
					one.tamper(t, c.statement)
				}
				report, err := one.Check(one.ctx, nil)
				if err != nil {
					t.Fatal(err)
				}
				said(t, report, c.kind, c.words)
			})
		}
	})
}

// again restores a copy to a fresh place on the office's engine.
func (o *office) again(t *testing.T, file string) *office {
	t.Helper()
	address := t.TempDir() + "/register.db"
	if o.engine.dialect == postgres {
		address = newSchema(t, o.address)
	}
	if _, err := Restore(o.ctx, file, address, o.clock.options(), nil); err != nil {
		t.Fatal(err)
	}
	r, err := Open(o.ctx, address, o.clock.options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return &office{Register: r, t: t, ctx: o.ctx, address: address, clock: o.clock, manager: o.manager}
}

func (o *office) dropLock(t *testing.T) {
	t.Helper()
	statement := `DROP TRIGGER entries_update`
	if o.engine.dialect == postgres {
		statement = `ALTER TABLE entries DISABLE TRIGGER entries_change`
	}
	if _, err := o.engine.write.Exec(statement); err != nil {
		t.Fatal(err)
	}
}
