package register

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// sizesVariable names the sizes of the benchmarks' offices, in cases:
// CASEBOOK_BENCH_CASES=10000,50000,200000. A fresh office of 200,000 cases
// takes minutes to make.
const sizesVariable = "CASEBOOK_BENCH_CASES"

func sizes(b *testing.B) []int {
	b.Helper()
	text := os.Getenv(sizesVariable)
	if text == "" {
		return []int{10000}
	}
	var all []int
	for _, part := range strings.Split(text, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil || n < 1 {
			b.Fatalf("%s is %q: write numbers such as 10000,50000", sizesVariable, text)
		}
		all = append(all, n)
	}
	return all
}

// keptVariable names a folder in which the offices stay once they are made. A
// later run works on a copy of what is there; after a migration they are to be
// removed, or every run begins with an upgrade.
const keptVariable = "CASEBOOK_BENCH_OFFICES"

// filled is an office that has been at work for eight years, with n cases of
// ten entries each. It is made once for all benchmarks of a size.
func filled(b *testing.B, n int) *office {
	b.Helper()
	if o, made := offices[n]; made {
		o.t = b
		return o
	}
	folder, err := os.MkdirTemp("", "casebook-bench-")
	if err != nil {
		b.Fatal(err)
	}
	folders = append(folders, folder)
	place := filepath.Join(folder, "register.db")
	kept := filepath.Join(os.Getenv(keptVariable), fmt.Sprintf("register-%d.db", n))
	if _, err := os.Stat(kept); err == nil && os.Getenv(keptVariable) != "" {
		copyFile(b, kept, place)
	} else if fill(b, place, n); os.Getenv(keptVariable) != "" {
		copyFile(b, place, kept)
	}
	clock := &clock{}
	clock.set(day0)
	o := &office{t: b, ctx: context.Background(), address: place, clock: clock}
	if o.Register, err = Open(o.ctx, place, clock.options()); err != nil {
		b.Fatal(err)
	}
	if o.manager, err = o.SignIn(o.ctx, "aisha", ""); err != nil {
		b.Fatal(err)
	}
	offices[n] = o
	return o
}

// fill makes an office of n cases at a place.
func fill(b *testing.B, place string, n int) {
	b.Helper()
	began := time.Now()
	clock := &clock{}
	clock.set(day0)
	o := &office{t: b, ctx: context.Background(), address: place, clock: clock}
	var err error
	if o.Register, err = Create(o.ctx, place, firstStart(), clock.options()); err != nil {
		b.Fatal(err)
	}
	if o.manager, err = o.SignIn(o.ctx, "aisha", ""); err != nil {
		b.Fatal(err)
	}
	o.work(n)
	if err := o.Register.Close(); err != nil {
		b.Fatal(err)
	}
	b.Logf("%d cases made in %s", n, time.Since(began).Round(time.Second))
}

func copyFile(b *testing.B, from, to string) {
	b.Helper()
	content, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, content, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
}

var (
	offices = map[int]*office{}
	folders []string
)

func TestMain(m *testing.M) {
	code := m.Run()
	for _, o := range offices {
		_ = o.Register.Close() // the files go next
	}
	for _, folder := range folders {
		_ = os.RemoveAll(folder)
	}
	os.Exit(code)
}

var (
	firstNames = strings.Fields("Ann Bob Cy Di Ed Fay Gus Hana Ivo Jo Kim Lee Mo Nia Ola Pia Raj Sue Tom Una Vic Wes Xu Yan Zoë Łukasz Søren Aoife")
	lastNames  = strings.Fields("Patel Smith Jones Khan O'Brien Nguyễn Müller Kowalski Brown Green White Clarke Hall Young King Wright Lopez Hill Scott Adams Baker Shah Ali Evans Reid")
	streets    = strings.Fields("Elm Oak Ash Mill Church Station Park Victoria Albert Queen Bridge Chapel School North South West Manor Grove Castle Abbey")
	kinds      = strings.Fields("repairs damp heating noise staff allocations rent grounds")
)

// work records n cases over eight years and takes nearly all of them to their
// end. The last of every forty is still open, the newest as they came.
func (o *office) work(n int) {
	o.t.Helper()
	source := rand.New(rand.NewPCG(1, uint64(n)))
	var staff []casework.Officer
	for _, name := range []string{"Ben Shaw", "Carol Dean", "Dilip Rao", "Erin Moss"} {
		staff = append(staff, o.officer(name, casework.Investigator))
	}
	const chunk = 500
	for from := 0; from < n; from += chunk {
		err := o.Batch(o.ctx, o.manager, func(b *Batch) error {
			for i := from; i < min(from+chunk, n); i++ {
				day := day0.AddDays(-(n - 1 - i) * 8 * 365 / n)
				o.clock.set(day)
				if err := o.oneCase(b, day, staff[i%len(staff)], i%40 == 0 || i > n-n/200, source); err != nil {
					return fmt.Errorf("case %d on %s: %w", i, day, err)
				}
			}
			return nil
		})
		if err != nil {
			o.t.Fatal(err)
		}
	}
}

func pick(source *rand.Rand, from []string) string { return from[source.IntN(len(from))] }

// invented is a complaint of somebody who does not exist.
func invented(source *rand.Rand, day calendar.Date, handler int64) casework.Record {
	name := pick(source, firstNames) + " " + pick(source, lastNames)
	return casework.Record{
		Received: day, Channel: casework.Counter, Answer: casework.Complain, Handler: handler,
		Story:  "The kitchen ceiling has leaked since early March and nobody came on the day we were given. " + name,
		Wanted: "A repair and an apology", Subject: pick(source, kinds),
		Resident: casework.Person{Name: name, Telephones: []string{fmt.Sprintf("07700 9%05d", source.IntN(100000))}},
		Home: casework.Home{Lines: []string{fmt.Sprintf("%d %s Street", 1+source.IntN(200), pick(source, streets)), "Derby"},
			Postcode: fmt.Sprintf("DE%d %d%c%c", 1+source.IntN(75), source.IntN(10), 'A'+rune(source.IntN(26)), 'A'+rune(source.IntN(26))),
			Tenure:   casework.Secure, Area: pick(source, streets)},
	}
}

func (o *office) oneCase(b *Batch, day calendar.Date, handler casework.Officer, open bool, source *rand.Rand) error {
	out, err := b.Record(day, invented(source, day, handler.ID))
	if err != nil {
		return err
	}
	acts := []casework.Act{
		casework.LogCall{On: day, Reached: true, Note: "Explained what happens next"},
		casework.AddNote{Text: "Asked the repairs team for the job's history"},
		casework.SentElsewhere{Kind: casework.Acknowledgement, On: day, How: casework.Posted, To: out.Case.Resident.Name},
		casework.AddNote{Text: "The surveyor has been"},
		casework.LogCall{On: day, Note: "No answer"},
	}
	if !open {
		acts = append(acts,
			casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "The visit was missed and the repair is late"},
			casework.AddNote{Text: "Read by the manager"},
			casework.SentElsewhere{Kind: casework.Response, On: day, How: casework.Posted, To: out.Case.Resident.Name},
			casework.Close{On: day})
	}
	for _, act := range acts {
		if _, err := b.DoAs(handler, day, out.Case.ID, act); err != nil {
			return fmt.Errorf("%s: %w", act.Name(), err)
		}
	}
	return nil
}

// timed runs f b.N times and reports its 95th percentile beside the mean.
func timed(b *testing.B, f func(i int) error) {
	b.Helper()
	took := make([]time.Duration, 0, b.N)
	b.ResetTimer()
	for i := range b.N {
		began := time.Now()
		if err := f(i); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	b.StopTimer()
	slices.Sort(took)
	b.ReportMetric(float64(took[(len(took)*95-1)/100].Microseconds())/1000, "p95-ms")
}

// eachSize runs a benchmark in an office of each size.
func eachSize(b *testing.B, f func(b *testing.B, o *office)) {
	for _, n := range sizes(b) {
		b.Run(fmt.Sprintf("cases=%d", n), func(b *testing.B) { f(b, filled(b, n)) })
	}
}

func BenchmarkDurableSave(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		source := rand.New(rand.NewPCG(2, 2))
		timed(b, func(int) error {
			_, err := o.Record(o.ctx, o.manager, invented(source, day0, 0))
			return err
		})
	})
}

func BenchmarkDurableAct(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		c := o.record(invented(rand.New(rand.NewPCG(3, 3)), day0, 0))
		timed(b, func(i int) error {
			if i%20 == 0 {
				c = o.record(invented(rand.New(rand.NewPCG(3, uint64(i))), day0, 0))
			}
			_, err := o.Do(o.ctx, o.manager, c.ID, 0, casework.AddNote{Text: "Rang the surveyor"})
			return err
		})
	})
}

// BenchmarkPlainSave is what a durable save costs without us: the case's text,
// one history row and its words, in one transaction of go-sqlite3 alone.
func BenchmarkPlainSave(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		c := o.record(invented(rand.New(rand.NewPCG(4, 4)), day0, 0))
		var body string
		if err := o.engine.read.QueryRow(`SELECT body FROM bodies WHERE case_id = $1`, c.ID).Scan(&body); err != nil {
			b.Fatal(err)
		}
		words := caseWords(c)
		pool := plainFile(b)
		timed(b, func(i int) error {
			tx, err := pool.Begin()
			if err != nil {
				return err
			}
			if _, err := tx.Exec(`INSERT INTO cases (id, body) VALUES (?, ?)`, i, body); err != nil {
				return err
			}
			if _, err := tx.Exec(`INSERT INTO history (id, entry) VALUES (?, ?)`, i, body); err != nil {
				return err
			}
			for _, word := range words {
				if _, err := tx.Exec(`INSERT INTO words (word, id) VALUES (?, ?)`, word, i); err != nil {
					return err
				}
			}
			return tx.Commit()
		})
	})
}

func plainFile(b *testing.B) *sql.DB {
	b.Helper()
	pool, err := sql.Open("sqlite3", "file:"+filepath.Join(b.TempDir(), "plain.db")+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	if err != nil {
		b.Fatal(err)
	}
	pool.SetMaxOpenConns(1)
	b.Cleanup(func() {
		if err := pool.Close(); err != nil {
			b.Error(err)
		}
	})
	_, err = pool.Exec(`CREATE TABLE cases (id INTEGER PRIMARY KEY, body TEXT); CREATE TABLE history (id INTEGER, entry TEXT);
		CREATE TABLE words (word TEXT, id INTEGER, PRIMARY KEY (word, id))`)
	if err != nil {
		b.Fatal(err)
	}
	return pool
}

// typed are the texts of the search benchmarks, a rare one and common ones.
var typed = []string{"nguyen lukasz", "smith", "sm", "elm street", "07700 9001", "de22", "c-2026", "patel elm", "streeet", "khan de5 mill"}

func BenchmarkSearch(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(i int) error {
			_, err := o.Search(o.ctx, o.manager, typed[i%len(typed)], 50)
			return err
		})
	})
}

// BenchmarkPlainSearch is the same question put to SQLite with LIKE.
func BenchmarkPlainSearch(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(i int) error {
			query, values := `SELECT case_id, reference, resident, address FROM cases WHERE 1 = 1`, []any(nil)
			for _, word := range strings.Fields(typed[i%len(typed)]) {
				query += ` AND resident || ' ' || address || ' ' || reference LIKE ?`
				values = append(values, "%"+word+"%")
			}
			return drain(o.engine.read, query+` ORDER BY case_id DESC LIMIT 50`, values...)
		})
	})
}

// drain reads a plain query to its end.
func drain(pool *sql.DB, query string, values ...any) error {
	rows, err := pool.Query(query, values...)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	into := make([]any, len(columns))
	for i := range into {
		into[i] = new(any)
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
	}
	return rows.Err()
}

func BenchmarkToday(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(int) error {
			_, err := o.Today(o.ctx, o.manager, day0, Everybody)
			return err
		})
	})
}

// BenchmarkMonth is a calendar of a month as a manager sees it.
func BenchmarkMonth(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(int) error {
			days, err := o.Month(o.ctx, o.manager, Everybody, day0.AddDays(-26), day0.AddDays(4))
			if err == nil && len(days) != 31 {
				err = fmt.Errorf("%d days", len(days))
			}
			return err
		})
	})
}

// BenchmarkTryHolidays looks at a day proclaimed a week ahead.
func BenchmarkTryHolidays(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(int) error {
			change, err := o.TryHolidays(o.ctx, o.manager, holidaySets[0])
			if err == nil && len(change.Promised) == 0 {
				err = fmt.Errorf("nobody was promised anything")
			}
			return err
		})
	})
}

func BenchmarkAlike(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(int) error {
			_, err := o.Alike(o.ctx, o.manager, Likeness{Name: "Ann Patel", Words: "The ceiling has leaked since March and nobody came"}, 20)
			return err
		})
	})
}

// BenchmarkPlainToday is one sorted query over what is open.
func BenchmarkPlainToday(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(int) error {
			return drain(o.engine.read, `SELECT case_id, reference, resident, about, address, due FROM cases
				WHERE closed = '' AND due < ? ORDER BY due LIMIT 50`, day0.String())
		})
	})
}

func BenchmarkOpenCase(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		ids := someIDs(b, o)
		timed(b, func(i int) error {
			id := ids[i%len(ids)]
			if _, err := o.Case(o.ctx, o.manager, id); err != nil {
				return err
			}
			_, err := o.History(o.ctx, o.manager, id)
			return err
		})
	})
}

// BenchmarkPlainOpenCase reads the same bytes and does nothing with them.
func BenchmarkPlainOpenCase(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		ids := someIDs(b, o)
		timed(b, func(i int) error {
			id := ids[i%len(ids)]
			if err := drain(o.engine.read, `SELECT body FROM bodies WHERE case_id = ?`, id); err != nil {
				return err
			}
			return drain(o.engine.read, `SELECT entry FROM entries WHERE subject = ? ORDER BY number`, string(caseSubject(id)))
		})
	})
}

// someIDs are cases from all over the register.
func someIDs(b *testing.B, o *office) []int64 {
	b.Helper()
	n, err := o.Count(o.ctx, o.manager, View{})
	if err != nil {
		b.Fatal(err)
	}
	source := rand.New(rand.NewPCG(5, 5))
	ids := make([]int64, 200)
	for i := range ids {
		ids[i] = 1 + source.Int64N(int64(n))
	}
	return ids
}

func BenchmarkPage(b *testing.B) {
	for _, v := range []View{{Sort: ByDue}, {Open: true, Sort: ByDue}, {Sort: ByReceived}, {Subject: "damp", Sort: ByReference},
		{Sort: ByHandler}, {Sort: ByChange}, {Channel: casework.Counter, Sort: ByChange}, {State: IsWaiting, Sort: ByDue}, {Channel: casework.ByEmail, Sort: ByReceived}} {
		b.Run(fmt.Sprintf("open=%v,subject=%s,state=%s,channel=%s,by=%s", v.Open, v.Subject, v.State, v.Channel, v.Sort), func(b *testing.B) {
			eachSize(b, func(b *testing.B, o *office) {
				var cursor Cursor
				timed(b, func(int) error {
					page, err := o.Cases(o.ctx, o.manager, v, cursor, 50)
					cursor = page.Next
					return err
				})
			})
		})
	}
}

// BenchmarkPlainPage is a page far down a list by OFFSET, as it is often done.
func BenchmarkPlainPage(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		n, err := o.Count(o.ctx, o.manager, View{})
		if err != nil {
			b.Fatal(err)
		}
		timed(b, func(i int) error {
			return drain(o.engine.read, `SELECT case_id, reference, resident, about, address, due FROM cases
				ORDER BY due, case_id LIMIT 50 OFFSET ?`, i*50%n)
		})
	})
}

func BenchmarkCount(b *testing.B) {
	for name, v := range map[string]View{"all": {}, "open": {Open: true}, "overdue": {Open: true, Overdue: day0}} {
		b.Run(name, func(b *testing.B) {
			eachSize(b, func(b *testing.B, o *office) {
				timed(b, func(int) error {
					_, err := o.Count(o.ctx, o.manager, v)
					return err
				})
			})
		})
	}
}

// BenchmarkQuarterFacts reads what a quarter's board report is made from,
// with the seal.
func BenchmarkQuarterFacts(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(int) error {
			s, err := o.Facts(o.ctx, o.manager, day0.AddDays(-91), day0)
			if err == nil && len(s.Facts) == 0 {
				err = fmt.Errorf("no facts")
			}
			return err
		})
	})
}
