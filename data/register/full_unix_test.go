//go:build unix

package register

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"casebook/data/casework"

	"golang.org/x/sys/unix"
)

// fullStep is by how many bytes the disk grows from one trial to the next: not
// a whole page, so that writes are cut in their middle too.
const fullStep = 3001

// saveOnAFullDisk saves while no file may grow beyond a limit, which then
// rises in small steps. Every refusal must be a plain sentence, and what was
// saved before must still be there.
func saveOnAFullDisk(c *child) error {
	signal.Ignore(syscall.SIGXFSZ) // or the first write would end this process
	address := os.Getenv(registerVariable)
	info, err := os.Stat(address + "-wal")
	if err != nil {
		return err
	}
	saved := 0
	for step := range c.count {
		if err := limitFiles(info.Size() + int64(step)*fullStep); err != nil {
			return err
		}
		out, saving := c.Record(c.ctx, c.officer, walkInAt(strings.Repeat("A long name ", 40)))
		if err := limitFiles(-1); err != nil {
			return err
		}
		var said *Trouble
		switch {
		case saving == nil:
			saved++
			if _, err := c.Case(c.ctx, c.officer, out.Case.ID); err != nil {
				return fmt.Errorf("step %d: acknowledged and not there: %w", step, err)
			}
		case !errors.As(saving, &said) || !strings.Contains(said.Say, "isk"):
			return fmt.Errorf("step %d: not a plain sentence: %w", step, saving)
		}
		if _, err := c.Case(c.ctx, c.officer, 1); err != nil {
			return fmt.Errorf("step %d: what was there is not: %w", step, err)
		}
	}
	if err := backUpOnAFullDisk(c, address); err != nil {
		return err
	}
	fmt.Println(saved)
	return nil
}

// backUpOnAFullDisk expects a sentence, and nothing under the name.
func backUpOnAFullDisk(c *child, address string) error {
	if err := limitFiles(40_000); err != nil {
		return err
	}
	_, err := c.Backup(c.ctx, address+".copy", nil)
	if err := limitFiles(-1); err != nil {
		return err
	}
	var said *Trouble
	if !errors.As(err, &said) {
		return fmt.Errorf("a backup on a full disk: %w", err)
	}
	if left, err := filepath.Glob(address + ".copy*"); err != nil || len(left) > 0 {
		return fmt.Errorf("a backup on a full disk leaves %v, %v", left, err)
	}
	return nil
}

// limitFiles lets no file of this process grow beyond a size; -1 lifts it.
func limitFiles(size int64) error {
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	if limit.Cur = limit.Max; size >= 0 {
		limit.Cur = uint64(size)
	}
	return unix.Setrlimit(unix.RLIMIT_FSIZE, &limit)
}

func TestOnAFullDiskOldDataStaysAndTheReasonIsPlain(t *testing.T) {
	o := newOffice(t, filepath.Join(t.TempDir(), "register.db"))
	o.record(o.walkIn("First"))
	cmd, out, said := start(t, "fill the disk", o.address, times(t, "CASEBOOK_STEPS", 60, 400))
	var saved int
	for out.Scan() {
		if _, err := fmt.Sscan(out.Text(), &saved); err != nil {
			t.Fatal(err)
		}
	}
	if err := cmd.Wait(); err != nil || said.Len() > 0 {
		t.Fatalf("%v: %s", err, said)
	}
	if report := o.clean(t); report.Cases != 1+saved || saved == 0 {
		t.Errorf("%d cases are there, %d were saved", report.Cases, saved)
	}
}

// nobody is a user who owns nothing.
const nobody = 65534

// saveWithoutTheRight tries to open and save as a user who may only read.
func saveWithoutTheRight(c *child) error {
	if err := syscall.Setuid(nobody); err != nil {
		return err
	}
	var said *Trouble
	if _, err := c.Record(c.ctx, c.officer, walkInAt("Reader")); err != nil {
		if !errors.As(err, &said) {
			return fmt.Errorf("saving: %w", err)
		}
		fmt.Println(said.Say)
	}
	clock := standing()
	again, err := Open(c.ctx, os.Getenv(registerVariable), clock.options())
	if err == nil {
		_, err = again.Do(c.ctx, c.officer, 1, 0, casework.AddNote{Text: "Reader"})
	}
	if !errors.As(err, &said) {
		return fmt.Errorf("opening: %w", err)
	}
	fmt.Println(said.Say)
	os.Exit(0) // what this user may not write it cannot close either
	return nil
}

func TestARegisterThatMayOnlyBeReadIsRefusedInASentence(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Log("not run as root: the folder itself is made read-only")
	}
	folder := t.TempDir()
	for at := folder; at != os.TempDir() && at != "/"; at = filepath.Dir(at) {
		if err := os.Chmod(at, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	o := newOffice(t, filepath.Join(folder, "register.db"))
	o.record(o.walkIn("First"))
	cmd, out, said := start(t, "only read", o.address, 0)
	var heard []string
	for out.Scan() {
		heard = append(heard, out.Text())
	}
	if err := cmd.Wait(); err != nil || said.Len() > 0 {
		t.Fatalf("%v: %s", err, said)
	}
	if last := strings.Join(heard, "; "); !strings.Contains(last, "right") {
		t.Errorf("it says %q", last)
	}
	o.clean(t)
}
