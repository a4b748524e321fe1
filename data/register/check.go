package register

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"regexp"

	"casebook/data/calendar"
)

// Problem is one kind of thing that is wrong in a register: how many there are,
// and the first of them in a sentence.
type Problem struct {
	Kind  string `json:"kind"` // "file", "history", "case", …: what to mend
	First string `json:"first"`
	Count int    `json:"count"`
}

// Report is what Check found.
type Report struct {
	Cases     int       `json:"cases"`
	Entries   int       `json:"entries"`
	Documents int       `json:"documents"`
	Seal      string    `json:"seal"`
	Problems  []Problem `json:"problems"` // empty: all is well
}

// Check reads the whole register and holds it against itself: the file's own
// structure, every chain of history, history replayed against the rows, personal
// values against their digests, what is projected from a case against the case,
// deadlines worked out again, references, documents against their SHA-256. It
// writes nothing. What is wrong is in the report; the error is only for a
// register that cannot be read at all.
func (r *Register) Check(ctx context.Context, progress func(done, total int)) (Report, error) {
	var report Report
	err := r.reading(ctx, func(w *work) error {
		c := newChecker(w, &report, progress)
		if err := c.count(); err != nil {
			return err
		}
		return c.all(c.structure, c.locks, c.chains, c.seals, c.documents, c.cases, c.housing, c.officers, c.references, c.orphans)
	})
	return report, err
}

// checker walks the register in one reading transaction.
type checker struct {
	w        *work
	report   *Report
	progress func(done, total int)
	done     int
	total    int

	erasures  map[string]int64           // "subject number field" of every erased value: the entry that erased it
	sealed    []sealed                   // by the office's history, in order
	kept      map[string]bool            // every document: whether a letter or evidence is it
	named     map[string]bool            // documents that were evidence once, by history
	numbers   map[string]*span           // references given out, by counter
	highest   int64                      // the highest case number
	wasErased map[string]bool            // documents erased after retention, by SHA-256
	worked    map[string][]calendar.Date // the days on which a case's sums were changed, by its number
	ruled     calendar.Date              // the last day on which the office changed what sums are worked out by
}

func newChecker(w *work, report *Report, progress func(done, total int)) *checker {
	report.Problems = []Problem{}
	return &checker{w: w, report: report, progress: progress,
		erasures: map[string]int64{}, kept: map[string]bool{}, named: map[string]bool{}, numbers: map[string]*span{}, wasErased: map[string]bool{}, worked: map[string][]calendar.Date{}}
}

// all runs each part. A page of the file that cannot be read is a finding, and
// the other parts go on.
func (c *checker) all(parts ...func() error) error {
	for _, part := range parts {
		if err := part(); err != nil {
			if c.w.ctx.Err() != nil {
				return c.w.ctx.Err()
			}
			if !damaged(err) {
				return err
			}
			c.found("file", "A part of the register cannot be read (%v). Restore the last copy", err)
		}
	}
	return nil
}

// found notes a problem; of each kind the first is kept with its sentence.
func (c *checker) found(kind, format string, args ...any) {
	for i := range c.report.Problems {
		if c.report.Problems[i].Kind == kind {
			c.report.Problems[i].Count++
			return
		}
	}
	c.report.Problems = append(c.report.Problems, Problem{Kind: kind, First: fmt.Sprintf(format, args...), Count: 1})
}

func (c *checker) step(n int) {
	c.done += n
	if c.progress != nil {
		c.progress(min(c.done, c.total), c.total)
	}
}

// count says how much there is to read.
func (c *checker) count() error {
	var people, homes int
	for _, of := range []struct {
		table string
		into  *int
	}{
		{"cases", &c.report.Cases}, {"entries", &c.report.Entries}, {"documents", &c.report.Documents},
		{"residents", &people}, {"dwellings", &homes},
	} {
		if err := c.w.one(`SELECT count(*) FROM `+of.table, nil, of.into); err != nil {
			return err
		}
	}
	c.total = c.report.Cases + c.report.Entries + c.report.Documents + people + homes
	seal, err := c.w.seal()
	c.report.Seal = seal
	return err
}

// structure asks SQLite to check every page, index and foreign key of the
// file. A server looks after its own.
func (c *checker) structure() error {
	if c.w.r.engine.dialect != sqlite {
		return nil
	}
	err := c.w.each(`PRAGMA integrity_check(10)`, nil, func(rows *sql.Rows) error {
		var said string
		if err := rows.Scan(&said); err != nil {
			return err
		}
		if said != "ok" {
			c.found("file", "The register's file is damaged (%s). Restore the last copy", said)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return c.w.each(`PRAGMA foreign_key_check`, nil, func(rows *sql.Rows) error {
		var table, parent string
		var row, key sql.NullInt64
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		c.found("orphan", "A row of %s belongs to nothing in %s", table, parent)
		return nil
	})
}

// triggerNames finds the locks on history in the text of the migrations.
var triggerNames = regexp.MustCompile(`CREATE TRIGGER (\w+)`)

// locks checks that the triggers that keep history as it is are still there.
func (c *checker) locks() error {
	there := map[string]bool{}
	query := `SELECT name FROM sqlite_master WHERE type = 'trigger'`
	if c.w.r.engine.dialect == postgres {
		query = `SELECT t.tgname::text FROM pg_trigger t JOIN pg_class k ON k.oid = t.tgrelid
			WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND k.relnamespace = current_schema()::regnamespace`
	}
	err := c.w.each(query, nil, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		there[name] = true
		return err
	})
	if err != nil {
		return err
	}
	files, err := fs.Glob(migrations(), "*."+string(c.w.r.engine.dialect)+".sql")
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := fs.ReadFile(migrations(), file)
		if err != nil {
			return err
		}
		for _, match := range triggerNames.FindAllStringSubmatch(string(text), -1) {
			if !there[match[1]] {
				c.found("lock", "The lock %s on history was taken away", match[1])
			}
		}
	}
	return nil
}

// pages calls f with the rows of a query a page at a time, so that f may ask
// the register more. The query ends with where to go on from and a limit.
func pages[T any](c *checker, size int, query func(after *arguments) string, scan func(rows *sql.Rows) (T, error), f func(page []T) error) error {
	for {
		var values arguments
		text := query(&values) + fmt.Sprintf(" LIMIT %d", size)
		var page []T
		err := c.w.each(text, values.values, func(rows *sql.Rows) error {
			one, err := scan(rows)
			page = append(page, one)
			return err
		})
		if err != nil || len(page) == 0 {
			return err
		}
		if err := f(page); err != nil {
			return err
		}
		c.step(len(page))
		if len(page) < size {
			return nil
		}
	}
}

// orphans looks for rows beside cases and people that belong to nobody, and for
// rows that have no history.
func (c *checker) orphans() error {
	for _, beside := range []struct{ table, id, owners string }{
		{"words", "case_id", "cases"}, {"stages", "case_id", "cases"}, {"duties", "case_id", "cases"}, {"case_access", "case_id", "cases"}, {"case_barred", "case_id", "cases"},
		{"case_links", "case_id", "cases"}, {"lines", "case_id", "cases"}, {"payments", "case_id", "cases"},
		{"resident_words", "resident_id", "residents"}, {"dwelling_words", "home_id", "dwellings"},
		{"passwords", "officer", "officers"},
	} {
		err := c.lost(`SELECT `+beside.id+` FROM `+beside.table+` b WHERE NOT EXISTS
			(SELECT 1 FROM `+beside.owners+` o WHERE o.`+beside.id+` = b.`+beside.id+`)`,
			"orphan", "A row of "+beside.table+" belongs to %d, which is not in "+beside.owners)
		if err != nil {
			return err
		}
	}
	for _, row := range []struct{ table, id, subject, what string }{
		{"cases", "case_id", "case", "Case"}, {"officers", "officer", "officer", "Officer"}, {"offices", "office", "office", "Office"},
		{"residents", "resident_id", "resident", "Resident"}, {"dwellings", "home_id", "home", "Home"},
	} {
		err := c.lost(`SELECT t.`+row.id+` FROM `+row.table+` t WHERE NOT EXISTS
			(SELECT 1 FROM entries e WHERE e.subject = '`+row.subject+`/' || t.`+row.id+`) ORDER BY 1`,
			"history", row.what+" %d has no history")
		if err != nil {
			return err
		}
	}
	return nil
}

// lost notes every id that a query finds.
func (c *checker) lost(query, kind, sentence string) error {
	return c.w.each(query, nil, func(rows *sql.Rows) error {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return err
		}
		c.found(kind, sentence, id)
		return nil
	})
}
