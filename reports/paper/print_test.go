package paper

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// onePage is the least that passes for a PDF on its way to a printer.
func onePage(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// recorded answers in the place of real programs and keeps what was asked.
type recorded struct {
	asked   [][]string
	answers map[string]string // by program, or by program and first argument
	fail    map[string]error
}

func (r *recorded) run(_ context.Context, name string, args ...string) (string, error) {
	r.asked = append(r.asked, append([]string{name}, args...))
	keys := []string{name}
	if len(args) > 0 {
		keys = append(keys, name+" "+args[0])
	}
	for _, key := range keys {
		if err := r.fail[key]; err != nil {
			return "", err
		}
		if answer := r.answers[key]; answer != "" {
			return answer, nil
		}
	}
	return "", nil
}

func (r *recorded) cups() cups { return cups{run: r.run, launch: r.run, viewer: "view"} }

func TestPrintingHandsTheFileToTheQueue(t *testing.T) {
	path := onePage(t)
	cases := []struct {
		what string
		o    Options
		want string
	}{
		{"the usual printer", Options{}, "lp -n 1 -o media=A4 -o print-scaling=none -t Casebook page -- FILE"},
		{"three copies elsewhere", Options{Printer: "Front_Desk", Copies: 3}, "lp -n 3 -o media=A4 -o print-scaling=none -d Front_Desk -t Casebook page -- FILE"},
		{"a receipt", Options{Size: A5}, "lp -n 1 -o media=A5 -o print-scaling=none -t Casebook page -- FILE"},
	}
	for _, c := range cases {
		r := &recorded{answers: map[string]string{"lp": "request id is Front_Desk-12 (1 file(s))\n"}}
		result, err := r.cups().print(context.Background(), path, c.o)
		if err != nil || result.Outcome != HandedOver || result.Job != "Front_Desk-12" || result.Printer != c.o.Printer {
			t.Errorf("%s: %+v, %v", c.what, result, err)
		}
		if got, want := strings.Join(r.asked[0], " "), strings.ReplaceAll(c.want, "FILE", path); got != want {
			t.Errorf("%s ran\n%s\nwant\n%s", c.what, got, want)
		}
		if last := r.asked[0]; last[len(last)-1] != path || last[len(last)-2] != "--" {
			t.Errorf("%s: the file is not an argument of its own: %q", c.what, last)
		}
	}
}

func TestWhatMustNotReachAPrinterDoesNot(t *testing.T) {
	path := onePage(t)
	text := filepath.Join(t.TempDir(), "note.pdf")
	if err := os.WriteFile(text, []byte("hello"), 0o600); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		what, path string
		o          Options
	}{
		{"an option for a printer", path, Options{Printer: "-oraw"}},
		{"a quote in the printer's name", path, Options{Printer: `a" "b`}},
		{"a line end in the printer's name", path, Options{Printer: "a\nb"}},
		{"too many copies", path, Options{Copies: 21}},
		{"fewer than no copies", path, Options{Copies: -1}},
		{"a file that is not there", path + "x", Options{}},
		{"a file that is not a PDF", text, Options{}},
		{"a path that is not full", "page.pdf", Options{}},
	}
	for _, c := range cases {
		r := &recorded{}
		_, err := r.cups().print(context.Background(), c.path, c.o)
		var verbs int
		_, shellErr := shell{func(string, string, string) error { verbs++; return nil }}.print(context.Background(), c.path, c.o)
		if err == nil || shellErr == nil || len(r.asked) > 0 || verbs > 0 {
			t.Errorf("%s: %v and %v, %d programs started", c.what, err, shellErr, len(r.asked)+verbs)
		}
	}
}

func TestAMissingPrinterIsSaidInWords(t *testing.T) {
	for text, want := range map[string]error{
		"lp: lp: Error - No default destination.":      ErrNoPrinter,
		"lp: Error - no default destination available": ErrNoPrinter,
	} {
		r := &recorded{fail: map[string]error{"lp": errors.New(text)}}
		if _, err := r.cups().print(context.Background(), onePage(t), Options{}); !errors.Is(err, want) {
			t.Errorf("%q is passed on as %v", text, err)
		}
	}
	r := &recorded{fail: map[string]error{"lp": errors.New("lp: the printer does not exist")}}
	if _, err := r.cups().print(context.Background(), onePage(t), Options{Printer: "Gone"}); err == nil || errors.Is(err, ErrNoPrinter) {
		t.Errorf("a wrong printer is passed on as %v", err)
	}
}

func TestPrintersAreListedWithTheUsualOne(t *testing.T) {
	r := &recorded{answers: map[string]string{
		"lpstat -e": "Front_Desk\nOffice\n", "lpstat -d": "system default destination: Office\n",
	}}
	list, err := r.cups().printers(context.Background())
	if want := []Printer{{"Front_Desk", false}, {"Office", true}}; err != nil || !slices.Equal(list, want) {
		t.Errorf("the printers are %v, want %v (%v)", list, want, err)
	}
	none := &recorded{fail: map[string]error{"lpstat": errors.New("lpstat: No destinations added.")}}
	if list, err := none.cups().printers(context.Background()); err != nil || len(list) != 0 {
		t.Errorf("no printer gives %v, %v", list, err)
	}
	absent := &recorded{fail: map[string]error{"lpstat": ErrNoPrinting}}
	if _, err := absent.cups().printers(context.Background()); !errors.Is(err, ErrNoPrinting) {
		t.Errorf("no print system gives %v", err)
	}
}

func TestTheViewerGetsTheFile(t *testing.T) {
	r, path := &recorded{}, onePage(t)
	if err := r.cups().open(context.Background(), path); err != nil || !slices.Equal(r.asked[0], []string{"view", path}) {
		t.Errorf("it ran %q (%v)", r.asked, err)
	}
	failing := &recorded{fail: map[string]error{"view": errors.New("no viewer")}}
	if err := failing.cups().open(context.Background(), path); err == nil {
		t.Error("a viewer that does not start is not told")
	}
	var verb string
	windows := shell{func(v, file, _ string) error { verb = v + " " + file; return nil }}
	if err := windows.open(path); err != nil || verb != "open "+path {
		t.Errorf("the Windows shell was asked %q (%v)", verb, err)
	}
	if err := windows.open(path + "x"); err == nil {
		t.Error("a file that is not there was opened")
	}
}

func TestTheWindowsShellPrintsOrOpens(t *testing.T) {
	path := onePage(t)
	cases := []struct {
		what    string
		o       Options
		fail    map[string]error
		verbs   string
		outcome Outcome
	}{
		{"the usual printer", Options{}, nil, "print", HandedOver},
		{"a named printer, twice", Options{Printer: `\\server\Front Desk`, Copies: 2}, nil, `printto "\\server\Front Desk" printto "\\server\Front Desk"`, HandedOver},
		{"a program that only shows", Options{}, map[string]error{"print": errNoProgram}, "print open", OpenedInViewer},
		{"no program at all", Options{}, map[string]error{"print": errNoProgram, "open": errNoProgram}, "print open", 0},
		{"access denied", Options{}, map[string]error{"print": errors.New("access denied")}, "print", 0},
	}
	for _, c := range cases {
		var verbs []string
		s := shell{func(verb, file, args string) error {
			if file != path {
				t.Errorf("%s: the shell got the file %q", c.what, file)
			}
			verbs = append(verbs, strings.TrimSpace(verb+" "+args))
			return c.fail[verb]
		}}
		result, err := s.print(context.Background(), path, c.o)
		if got := strings.Join(verbs, " "); got != c.verbs || result.Outcome != c.outcome || (err == nil) != (c.outcome != 0) {
			t.Errorf("%s: the shell was asked %q, the result is %+v, %v", c.what, got, result, err)
		}
	}
}

func TestAViewerIsStartedAndLeftRunning(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // the shell starts viewers there
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := launch(ctx, "sleep", "1"); err != nil {
		t.Errorf("a viewer that stays open is told as %v", err)
	}
	if _, err := launch(context.Background(), "sh", "-c", "echo no display >&2; exit 1"); err == nil || !strings.Contains(err.Error(), "no display") {
		t.Errorf("a viewer that fails is told as %v", err)
	}
	if _, err := launch(context.Background(), "casebook-no-such-program"); err == nil {
		t.Error("a viewer that is not there is not told")
	}
}

func TestNoResultSaysPrinted(t *testing.T) {
	for _, r := range []Result{{Outcome: HandedOver}, {Outcome: HandedOver, Printer: "Office"}, {Outcome: OpenedInViewer}} {
		if s := r.Sentence(); s == "" || strings.Contains(s, "printed") {
			t.Errorf("%+v is told as %q", r, s)
		}
	}
}

func TestAProgramThatHangsIsStopped(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // CUPS is not used there
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := run(ctx, "sleep", "20"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("it ended with %v", err)
	}
	if _, err := run(context.Background(), "casebook-no-such-program"); !errors.Is(err, ErrNoPrinting) {
		t.Errorf("a program that is not there gives %v", err)
	}
	if _, err := run(context.Background(), "sh", "-c", "echo bad >&2; exit 3"); err == nil || !strings.Contains(err.Error(), "bad") {
		t.Errorf("a failing program gives %v", err)
	}
}

func TestThePrintFolderIsPrivateAndEmptiedLater(t *testing.T) {
	parent, now := t.TempDir(), time.Now()
	first, err := SpoolDir(parent, now)
	if err != nil {
		t.Fatal(err)
	}
	a, errA := first.Put([]byte("%PDF-a"))
	b, errB := first.Put([]byte("%PDF-b"))
	if errA != nil || errB != nil || a == b {
		t.Fatalf("two pages went to %q and %q (%v, %v)", a, b, errA, errB)
	}
	if name := filepath.Base(a); !strings.HasPrefix(name, "page-") || filepath.Ext(name) != ".pdf" {
		t.Errorf("the file is called %q", name)
	}
	for path, want := range map[string]os.FileMode{filepath.Dir(a): 0o700, a: 0o600} {
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v, want %v (%v)", path, info.Mode().Perm(), want, err)
		}
	}
	if _, err := SpoolDir(parent, now.Add(spoolKeep/2)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(a); err != nil {
		t.Errorf("a page that a printer may be reading is gone: %v", err)
	}
	if _, err := SpoolDir(parent, now.Add(2*spoolKeep)); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(filepath.Dir(a)); len(left) != 0 {
		t.Errorf("%d pages of an earlier start are left", len(left))
	}
}
