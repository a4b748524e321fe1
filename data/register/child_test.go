package register

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"casebook/data/casework"
)

// The tests that need other processes start this test binary again as a child:
// childVariable says what it does, registerVariable where.
const (
	childVariable    = "CASEBOOK_TEST_CHILD"
	registerVariable = "CASEBOOK_TEST_REGISTER"
	countVariable    = "CASEBOOK_TEST_COUNT"
)

// children are what a child process can do with a register. What they print
// has happened.
var children = map[string]func(c *child) error{
	"record":        recordUntilKilled,
	"load":          loadUntilKilled,
	"back up":       backUpUntilKilled,
	"work":          workBesideOthers,
	"fill the disk": saveOnAFullDisk,
	"only read":     saveWithoutTheRight,
}

// child is this process as another desk.
type child struct {
	*Register
	ctx     context.Context
	officer casework.Officer
	count   int
}

// init turns this process into a child where it was started as one, before any
// test is looked at. A name it does not know must not run the tests again,
// which would start more children.
func init() {
	what := os.Getenv(childVariable)
	if what == "" {
		return
	}
	do := children[what]
	if do == nil {
		do = func(*child) error { return fmt.Errorf("no child does %q", what) }
	}
	if err := runChild(do); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func runChild(do func(c *child) error) error {
	c := &child{ctx: context.Background()}
	c.count, _ = strconv.Atoi(os.Getenv(countVariable))
	clock := &clock{}
	clock.set(day0)
	options := clock.options()
	options.Random = nil
	var err error
	if c.Register, err = Open(c.ctx, os.Getenv(registerVariable), options); err != nil {
		return err
	}
	if c.officer, err = c.SignIn(c.ctx, "aisha", ""); err != nil {
		return err
	}
	if err := do(c); err != nil {
		return err
	}
	return c.Close()
}

// start runs this test binary as a child.
func start(t testing.TB, what, address string, count int) (*exec.Cmd, *bufio.Scanner, *strings.Builder) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVariable+"="+what, registerVariable+"="+address, countVariable+"="+strconv.Itoa(count))
	said := &strings.Builder{}
	cmd.Stderr = said
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out), said
}

// times is how often a random trial is made: a few in every run, as many as a
// variable says, or as many as the published figure rests on.
func times(t testing.TB, variable string, few, long int) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil && n > 0 {
		return n
	}
	if os.Getenv("CASEBOOK_LONG") != "" {
		return long
	}
	return few
}

func walkInAt(name string) casework.Record {
	return (&office{clock: standing()}).walkIn(name)
}

func standing() *clock {
	c := &clock{}
	c.set(day0)
	return c
}

// recordUntilKilled records cases and notes on them, and says of each save
// what the register answered.
func recordUntilKilled(c *child) error {
	for n := 0; ; n++ {
		out, err := c.Record(c.ctx, c.officer, walkInAt(fmt.Sprint("Resident ", n)))
		if err != nil {
			return err
		}
		fmt.Println(out.Case.ID, out.Case.Version)
		if out, err = c.Do(c.ctx, c.officer, out.Case.ID, out.Case.Version, casework.AddNote{Text: "Rang back"}); err != nil {
			return err
		}
		fmt.Println(out.Case.ID, out.Case.Version)
	}
}

// loadUntilKilled loads one housing list after another.
func loadUntilKilled(c *child) error {
	for n := 0; ; n++ {
		var rows []casework.HousingRow
		for i := range 2 * housingBatch {
			rows = append(rows, housed1(fmt.Sprint("P", i), fmt.Sprint("Person ", n), fmt.Sprint("H", i+n), fmt.Sprint(i, " Elm St")))
		}
		fmt.Println(n)
		if _, err := c.LoadHousing(c.ctx, c.officer, lines(rows...), nil); err != nil {
			return err
		}
	}
}

// backUpUntilKilled makes one copy after another beside the register.
func backUpUntilKilled(c *child) error {
	for n := 0; ; n++ {
		fmt.Println(n)
		_, err := c.Backup(c.ctx, fmt.Sprintf("%s.copy-%d-%d", os.Getenv(registerVariable), os.Getpid(), n), nil)
		if err != nil {
			return err
		}
	}
}

// workBesideOthers records cases and adds to case 1, which everybody works on,
// and prints how long each save took.
func workBesideOthers(c *child) error {
	for n := range c.count {
		began := time.Now()
		if _, err := c.Record(c.ctx, c.officer, walkInAt(fmt.Sprint("Resident ", n))); err != nil {
			return err
		}
		fmt.Println(time.Since(began).Microseconds())
		began = time.Now()
		if err := c.addTo(1); err != nil {
			return err
		}
		fmt.Println(time.Since(began).Microseconds())
	}
	return nil
}

// addTo adds a note to a case as a desk does: it reads the case, and when
// somebody else was first it reads it again.
func (c *child) addTo(id int64) error {
	for {
		now, err := c.Case(c.ctx, c.officer, id)
		if err != nil {
			return err
		}
		_, err = c.Do(c.ctx, c.officer, id, now.Version, casework.AddNote{Text: "Another desk"})
		if _, conflict := err.(*Conflict); !conflict {
			return err
		}
	}
}
