package register

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"casebook/data/casework"
)

// older makes a register with an older schema, on the office's engine, that
// holds all that the office holds as far as the old tables have a place for it,
// and changes it.
func (o *office) older(schema int64, changes ...string) (address string) {
	o.t.Helper()
	address = filepath.Join(o.t.TempDir(), "register.db")
	if o.engine.dialect == postgres {
		address = newSchema(o.t, o.address)
	}
	o.olderAt(address, schema, changes...)
	return address
}

// olderAt is older at an address, on whichever engine that is.
func (o *office) olderAt(address string, schema int64, changes ...string) {
	o.t.Helper()
	e, err := createEngine(o.ctx, address)
	if err != nil {
		o.t.Fatal(err)
	}
	defer e.close()
	m, err := e.migrator(migrations())
	if err != nil {
		o.t.Fatal(err)
	}
	if _, err := m.UpTo(o.ctx, schema); err != nil {
		o.t.Fatal(err)
	}
	copied, err := newCopy(o.ctx, filepath.Join(o.t.TempDir(), "tables.db"))
	if err != nil {
		o.t.Fatal(err)
	}
	defer copied.close()
	tables, err := tablesOf(o.ctx, copied.read)
	if err != nil {
		o.t.Fatal(err)
	}
	for _, table := range tables {
		o.copyOlder(e, table)
	}
	for _, change := range changes {
		if _, err := e.write.ExecContext(o.ctx, change); err != nil {
			o.t.Fatal(err)
		}
	}
}

// copyOlder copies the columns that the older register's table has.
func (o *office) copyOlder(to *engine, table string) {
	o.t.Helper()
	probe, err := to.read.QueryContext(o.ctx, `SELECT * FROM `+table+` WHERE 1 = 0`)
	if err != nil {
		return // a table that came later
	}
	columns, err := probe.Columns()
	if err := firstError(err, probe.Close()); err != nil {
		o.t.Fatal(err)
	}
	names := columns[0]
	for _, column := range columns[1:] {
		names += ", " + column
	}
	from := table
	if table == "cases" {
		from = "cases NATURAL JOIN bodies" // which were one table once
	}
	rows, err := o.engine.read.QueryContext(o.ctx, `SELECT `+names+` FROM `+from)
	if err != nil {
		o.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			o.t.Fatal(err)
		}
		if _, err := to.write.ExecContext(o.ctx, insertInto(table, columns, 1), values...); err != nil {
			o.t.Fatalf("%s: %v", table, err)
		}
	}
	if err := rows.Err(); err != nil {
		o.t.Fatal(err)
	}
}

// firstSchema is the schema of the first slice, whose cases had no kinds of
// duty.
const firstSchema = 3

func TestAnUpgradeProjectsEveryCaseAgain(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		t.Setenv("HOME", t.TempDir())
		o.busy(t, 6)
		o.paid(o.walkIn("Cat Day"), harm(7500))
		c := o.record(o.walkIn("Ann Patel"))
		later := o.clock.Today().AddDays(60)
		want, err := o.Today(o.ctx, o.manager, later, Everybody)
		if err != nil {
			t.Fatal(err)
		}
		address := o.older(firstSchema,
			`UPDATE duties SET clock = 0`, `DELETE FROM words WHERE word = 'derby'`, `DELETE FROM stages WHERE case_id = 2`,
			`UPDATE cases SET due = '2020-01-01', about = 'as it was shown' WHERE case_id = 2`)
		steps := 0
		options := o.clock.options()
		options.Upgrading = func(done, total int) {
			steps++
			if total != 8 || done > total {
				t.Errorf("%d of %d cases", done, total)
			}
		}
		upgraded, err := Open(o.ctx, address, options)
		if err != nil {
			t.Fatal(err)
		}
		defer upgraded.Close()
		clean(t, upgraded)
		if steps == 0 {
			t.Error("the upgrade told no progress")
		}
		if now := (&office{Register: upgraded, t: t, ctx: o.ctx}); now.count("lines") != 1 || now.count("payments") != 1 {
			t.Error("the sums of the older register's cases have no rows")
		}
		got, err := upgraded.Today(o.ctx, o.manager, later, Everybody)
		if err != nil || got.Overdue.Total != want.Overdue.Total || got.Overdue.Total == 0 || got.Promises.Total != want.Promises.Total || got.Promises.Total == 0 {
			t.Errorf("overdue %d, promises %d; before the upgrade %d and %d; %v", got.Overdue.Total, got.Promises.Total,
				want.Overdue.Total, want.Promises.Total, err)
		}
		if _, err := upgraded.Do(o.ctx, o.manager, c.ID, c.Version, casework.AddNote{Text: "Rang the surveyor"}); err != nil {
			t.Errorf("the desk's version no longer holds: %v", err)
		}
	})
}

func TestACopyOfAnOlderRegisterIsProjectedWhenItIsRestored(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.busy(t, 4)
		file := filepath.Join(t.TempDir(), "older.db")
		o.olderAt(file, firstSchema, `UPDATE duties SET clock = 0`, `DELETE FROM words WHERE word = 'derby'`)
		clean(t, o.again(t, file).Register)
	})
}

func TestACaseThatCannotBeReadLocksNobodyOut(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		t.Setenv("HOME", t.TempDir())
		o.busy(t, 3)
		address := o.older(firstSchema, `UPDATE cases SET body = '{' WHERE case_id = 2`)
		upgraded, err := Open(o.ctx, address, o.clock.options())
		if err != nil {
			t.Fatal(err)
		}
		defer upgraded.Close()
		report, err := upgraded.Check(o.ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		said(t, report, "row", "case 2 cannot be read")
	})
}

func TestAnUpgradeThatIsStoppedGoesOnTheNextTime(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		t.Setenv("HOME", t.TempDir())
		o.busy(t, 3)
		address := o.older(firstSchema)
		ctx, stop := context.WithCancel(o.ctx)
		options := o.clock.options()
		options.Upgrading = func(int, int) { stop() }
		if r, err := Open(ctx, address, options); !errors.Is(err, context.Canceled) {
			t.Fatalf("%v, %v", r, err)
		}
		o.clock.set(day0.AddDays(1))
		upgraded, err := Open(o.ctx, address, o.clock.options())
		if err != nil {
			t.Fatal(err)
		}
		defer upgraded.Close()
		clean(t, upgraded)
	})
}

func TestTheLastStepOfAnUpgradeProjectsTheCases(t *testing.T) {
	if !slices.IsSorted(projections) || slices.Max(projections) != newestSchema {
		t.Errorf("the schema is %d and the cases are projected at %v: tables were changed after it", newestSchema, projections)
	}
}
