package desk

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// typist names, in the environment, the desk file that this test binary types
// into when it is started as a child.
const typist = "CASEBOOK_DESK_TYPIST"

func TestMain(m *testing.M) {
	if path := os.Getenv(typist); path != "" {
		if err := typeUntilKilled(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// typeUntilKilled keeps a draft again and again, one letter longer each time,
// and prints its length once Keep has returned.
func typeUntilKilled(path string) error {
	d, err := Open(path)
	if err != nil {
		return err
	}
	drafts, err := d.Drafts()
	if err != nil {
		return err
	}
	n := 0
	if len(drafts) == 1 {
		n = len(drafts[0].Body)
	}
	for {
		n++
		if err := d.Keep(draftOf("story", strings.Repeat("x", n))); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

func TestADraftSurvivesKillMinusNine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	for round := range 20 {
		kept := typeAndKill(t, path, time.Duration(rand.IntN(60_000))*time.Microsecond)
		d, err := Open(path)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		drafts, err := d.Drafts()
		if err != nil {
			t.Fatal(err)
		}
		var sound string
		if err := d.db.QueryRow(`PRAGMA integrity_check`).Scan(&sound); err != nil || sound != "ok" {
			t.Fatalf("round %d: %s, %v", round, sound, err)
		}
		d.Close()
		if kept > 0 && (len(drafts) != 1 || len(drafts[0].Body) < kept) {
			t.Fatalf("round %d: %d letters were kept, not all are there", round, kept)
		}
	}
}

// typeAndKill lets a child type, kills it after its first save and the given
// time, and returns the last length that it said was kept.
func typeAndKill(t *testing.T, path string, after time.Duration) int {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), typist+"="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	kept := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if kept == 0 {
			time.AfterFunc(after, func() { child.Process.Kill() })
		}
		if kept, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
	}
	if err := child.Wait(); err == nil || kept == 0 {
		t.Fatalf("the child ended by itself after %d: %v", kept, err)
	}
	return kept
}
