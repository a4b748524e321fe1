package register

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// day0 is the day on which the tests' office opens its register: a Friday.
var day0 = calendar.On(2026, time.March, 27)

// office is a register in a test, with its people and a clock that stands
// still until it is told to move.
type office struct {
	*Register
	t       testing.TB
	ctx     context.Context
	address string
	clock   *clock
	manager casework.Officer
}

// clock gives the register its day and its instant.
type clock struct {
	mu  sync.Mutex
	day calendar.Date
	at  time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) Today() calendar.Date {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.day
}

func (c *clock) set(d calendar.Date) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.day = d
	c.at = time.Date(d.Year(), d.Month(), d.Day(), 9, 5, 0, 0, time.UTC)
}

func (c *clock) options() Options {
	return Options{Now: c.Now, Today: c.Today, Random: &counting{}}
}

// counting is a source of salts that are different and always the same.
type counting struct {
	mu sync.Mutex
	n  uint64
}

func (c *counting) Read(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	var number [8]byte
	binary.BigEndian.PutUint64(number[:], c.n)
	sum := sha256.Sum256(number[:])
	return copy(p, bytes.Repeat(sum[:], len(p)/len(sum)+1)), nil
}

// postgresVariable names the server for the second engine.
const postgresVariable = "CASEBOOK_TEST_POSTGRES"

// forEachEngine runs a test on SQLite and, where a server is named, on
// PostgreSQL, each time in an empty register.
func forEachEngine(t *testing.T, test func(t *testing.T, o *office)) {
	t.Helper()
	t.Run("SQLite", func(t *testing.T) { test(t, newOffice(t, filepath.Join(t.TempDir(), "register.db"))) })
	server := os.Getenv(postgresVariable)
	if server == "" {
		if os.Getenv("CASEBOOK_CI") != "" {
			t.Fatalf("%s is not set, and the complete run needs PostgreSQL", postgresVariable)
		}
		t.Logf("PostgreSQL was not run: set %s to the address of a server", postgresVariable)
		return
	}
	t.Run("PostgreSQL", func(t *testing.T) { test(t, newOffice(t, newSchema(t, server))) })
}

// newSchema makes an empty schema on the server and returns an address that
// works in it alone.
func newSchema(t testing.TB, server string) string {
	t.Helper()
	pool, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	name := fmt.Sprintf("t%d_%x", os.Getpid(), sha256.Sum256([]byte(t.Name()+t.TempDir())))[:40]
	if _, err := pool.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		pool, err := sql.Open("pgx", server)
		if err == nil {
			_, err = pool.Exec("DROP SCHEMA " + name + " CASCADE")
			err = firstError(err, pool.Close())
		}
		if err != nil {
			t.Errorf("the schema %s stays behind: %v", name, err)
		}
	})
	address, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	values := address.Query()
	values.Set("search_path", name)
	address.RawQuery = values.Encode()
	return address.String()
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func newOffice(t testing.TB, address string) *office {
	t.Helper()
	clock := &clock{}
	clock.set(day0)
	o := &office{t: t, ctx: context.Background(), address: address, clock: clock}
	r, err := Create(o.ctx, address, firstStart(), clock.options())
	if err != nil {
		t.Fatalf("making the register: %v", err)
	}
	o.Register = r
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Errorf("closing the register: %v", err)
		}
	})
	o.manager, err = r.SignIn(o.ctx, "aisha", "")
	if err != nil {
		t.Fatalf("signing in: %v", err)
	}
	return o
}

func firstStart() First {
	return First{
		Settings: casework.Settings{Landlord: "Elm Homes", LegalName: "Elm Homes Limited", Address: []string{"1 Elm Row", "Derby", "DE1 1AA"}},
		Office:   casework.Office{Name: "Cathedral Road"},
		Officer:  casework.Officer{Name: "Aisha Khan", Login: "aisha", AllOffices: true},
	}
}

// officer adds one to the office.
func (o *office) officer(name string, role casework.Role) casework.Officer {
	o.t.Helper()
	saved, err := o.SaveOfficer(o.ctx, o.manager, casework.Officer{
		Name: name, Role: role, Office: o.manager.Office, Login: strings.ToLower(strings.Fields(name)[0]),
	}, "")
	if err != nil {
		o.t.Fatalf("adding %s: %v", name, err)
	}
	return saved
}

// walkIn is a complaint as a counter takes it. The test changes what matters.
func (o *office) walkIn(name string) casework.Record {
	return casework.Record{
		Received: o.clock.Today(), Channel: casework.Counter, Answer: casework.Complain,
		Story: "The kitchen ceiling leaks and nobody came on Tuesday.", Subject: "repairs",
		Resident: casework.Person{Name: name, Telephones: []string{"07700 900123"}},
		Home:     casework.Home{Lines: []string{"12 High Street", "Derby"}, Postcode: "DE22 1AB", Tenure: casework.Secure},
	}
}

// record keeps a complaint and returns its case.
func (o *office) record(act casework.Record) casework.Case {
	o.t.Helper()
	out, err := o.Record(o.ctx, o.manager, act)
	if err != nil {
		o.t.Fatalf("recording %q: %v", act.Resident.Name, err)
	}
	return out.Case
}

// do keeps an act and returns its case.
func (o *office) do(id int64, act casework.Act) casework.Case {
	o.t.Helper()
	out, err := o.Do(o.ctx, o.manager, id, 0, act)
	if err != nil {
		o.t.Fatalf("%s: %v", act.Name(), err)
	}
	return out.Case
}
