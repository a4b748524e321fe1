package command

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/data/casework"
)

// message is a command line and the whole of what is said to it.
type message struct {
	status int
	says   string
	args   []string
}

// saying runs each line and compares the whole sentence. Nothing may be printed
// where figures or a file name would be looked for.
func (d *counter) saying(t *testing.T, messages []message) {
	t.Helper()
	for _, m := range messages {
		status := d.run(m.args...)
		if said := d.err.String(); status != m.status || said != "casebook: "+m.says+"\n" || d.out.Len() > 0 {
			t.Errorf("casebook %s\nstatus %d, says  %q\nwant %d, saying %q\nand prints %q",
				strings.Join(m.args, " "), status, said, m.status, "casebook: "+m.says+"\n", &d.out)
		}
	}
}

func TestAMistypedLineIsToldWhatIsWrongInPlainWords(t *testing.T) {
	newCounter().saying(t, []message{
		{2, `there is no command "dance"; casebook --help lists what there is`, []string{"dance"}},
		{2, `there is no command "bord", perhaps you mean board; casebook --help lists what there is`, []string{"bord"}},
		{2, `there is no flag --jsonn, perhaps you mean --json; casebook due --help lists what there is`, []string{"due", "--jsonn"}},
		{2, `there is no flag --colour; casebook due --help lists what there is`, []string{"due", "--colour", "red"}},
		{2, `--received DATE is missing; casebook deadline --help lists what there is`, []string{"deadline"}},
		{2, `--kind KIND and --out FILE.pdf are missing; casebook letter --help lists what there is`, []string{"letter", "C-2026-0001"}},
		{2, `--received: something has to stand after it; casebook deadline --help lists what there is`, []string{"deadline", "--received", "--json"}},
		{2, `--today: something has to stand after it; casebook --help lists what there is`, []string{"--today"}},
		{2, `"mar" is one word too many for deadline: leave it out, or put quotation marks round words that belong together; casebook deadline --help lists what there is`,
			[]string{"deadline", "--received", "27", "mar"}},
		{2, `--stage cannot be "3": use 1 or 2; casebook deadline --help lists what there is`, []string{"deadline", "--received", "today", "--stage", "3"}},
		{2, `--kind cannot be "ack": use ` + listed(letterArguments(), "or") + `; casebook letter --help lists what there is`,
			[]string{"letter", "C-2026-0001", "--kind", "ack", "--out", "x.pdf"}},
		{2, `--extended: "ten" is not a whole number: type figures alone; casebook deadline --help lists what there is`,
			[]string{"deadline", "--received", "today", "--extended", "ten"}},
		{2, `--homes: "12,500" is not a whole number: type figures alone; casebook board --help lists what there is`,
			[]string{"board", "--quarter", "2026-27Q2", "--homes", "12,500", "--json"}},
		{2, `--random-seed: "-1" is not a whole number from 0 on: type figures alone; casebook demo --help lists what there is`,
			[]string{"demo", "--dir", "x", "--random-seed", "-1"}},
		{2, `import needs a FILE after it; casebook import --help lists what there is`, []string{"import"}},
		{2, `restore needs a FILE after it; casebook restore --help lists what there is`, []string{"restore"}},
		{2, `backup needs a DEST after it; casebook backup --help lists what there is`, []string{"backup"}},
		{2, `--received: February 2026 has only 28 days: type a day from 1 to 28`, []string{"deadline", "--received", "31 2 2026"}},
		{2, `there is no policy "old": use earlier or current`, []string{"deadline", "--received", "today", "--policy", "old"}},
		{2, `--acknowledged, --extended and --stage belong to a complaint: leave them out for --kind petition`,
			[]string{"deadline", "--received", "today", "--kind", "petition", "--stage", "2"}},
		{1, `it cannot have been acknowledged on 20 November 2026, before it was received on 21 November 2026: correct one of the two dates`,
			[]string{"deadline", "--received", "today", "--acknowledged", "-1"}},
		{1, `an extension at stage 1 is at most 10 working days (Code 6.4): type a number from 1 to 10`,
			[]string{"deadline", "--received", "today", "--extended", "11"}},
		{1, `this program was built without a window: use one of its commands, which casebook --help lists`, nil},
	})
}

func TestADayMayBeTypedWithAHyphen(t *testing.T) {
	d := newCounter()
	if status := d.run("deadline", "--received", "-2", "--today", "-1"); status != 0 || !strings.HasPrefix(d.out.String(), "Received Wednesday 18 November 2026") {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
}

func TestAComputerWithoutARegisterIsToldHowToComeByOne(t *testing.T) {
	d := newCounter()
	for _, name := range []string{"HOME", "XDG_DATA_HOME", "LocalAppData"} {
		t.Setenv(name, t.TempDir())
	}
	says := "there is no register on this computer yet: name one with --register, or make one in the window or with casebook import"
	d.saying(t, []message{
		{1, says, []string{"due"}},
		{1, says, []string{"check"}},
		{1, says, []string{"backup", filepath.Join(t.TempDir(), "copy.db")}},
		{1, says, []string{"board", "--quarter", "2026-27Q2", "--json"}},
		{1, says, []string{"letter", "C-2026-0001", "--kind", "receipt", "--out", "x.pdf"}},
	})
}

func TestAPlaceThatWillNotDoIsNamedWithWhatToDo(t *testing.T) {
	d := newCounter()
	reference := d.withOneComplaint(t, func(*casework.Record) {})
	folder := t.TempDir()
	in := func(parts ...string) string { return filepath.Join(append([]string{folder}, parts...)...) }
	for _, name := range []string{"open.xlsx", "open.pdf"} {
		if err := os.Mkdir(in(name), 0o700); err != nil { // a name that cannot be replaced
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(in("notes.txt"), []byte("Dear tenant"), 0o600); err != nil {
		t.Fatal(err)
	}
	register := func(address string) []string { return []string{"due", "--register", address} }
	letter := func(out string) []string { return []string{"letter", reference, "--kind", "receipt", "--out", out} }
	board := func(out string) []string { return []string{"board", "--quarter", "2026-27Q2", "--out", out} }
	d.saying(t, []message{
		{1, "There is no register at " + in("none.db") + ". Check the place, or make a new register there", register(in("none.db"))},
		{1, "There is no folder " + in("none") + ". Make it first, or choose another place", register(in("none", "x.db"))},
		{1, in("notes.txt") + " is not a Casebook register. Choose another file", register(in("notes.txt"))},
		{1, folder + " cannot be read. Check that it is a file and not a folder", register(folder)},
		{1, "The register's server does not answer. Check the network, then try again", register("postgres://nobody@127.0.0.1:1/none")},
		{1, badAddress, register("postgres://u:secret@127.0.0.1:port/x")},
		{1, badAddress, register("mysql://u:secret@127.0.0.1/x")},
		{1, badAddress, []string{"import", list(t, housingList), "--register", "http://example.org/register.db"}},
		{1, "There is already a file at " + in("notes.txt") + ", and a copy never replaces one. Choose another name", []string{"backup", in("notes.txt")}},
		{1, "There is no folder " + in("none") + " for the copy. Make it first, or choose another place", []string{"backup", in("none", "copy.db")}},
		{1, in("notes.txt") + " is not a Casebook register. Choose another file", []string{"restore", in("notes.txt"), "--register", in("new.db")}},
		{1, "there is no folder " + in("none") + ": make it first, or choose another folder", letter(in("none", "x.pdf"))},
		{1, in("open.pdf") + " cannot be replaced: close it where it is open, or choose another name", letter(in("open.pdf"))},
		{1, in("open.xlsx") + " cannot be replaced: close it where it is open, or choose another name", board(in("open.xlsx"))},
		{2, `the letter "x.doc" must be named .pdf, or it will not open`, letter("x.doc")},
		{2, `the workbook "x.csv" must be named .xlsx, or Excel will not open it`, board("x.csv")},
		{1, "there is no case C-2026-9999 that you may see: check the reference, and which register is meant",
			[]string{"letter", "C-2026-9999", "--kind", "receipt", "--out", "x.pdf"}},
		{1, "the folder " + in("notes.txt", "demo") + " cannot be made: choose another place for it", []string{"demo", "--dir", in("notes.txt", "demo")}},
		{1, in("none.csv") + " cannot be read: check its name and place", []string{"import", in("none.csv")}},
		{1, "notes.txt has no line of headings that Casebook understands, such as Person ref, Name, Property ref: add one, or say with --map which column is which",
			[]string{"import", in("notes.txt")}},
	})
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 3 {
		t.Errorf("the refusals left %v, %v", left, err)
	}
}

// badAddress is said of a server's address that cannot be read, without its
// password.
const badAddress = "The register's address cannot be read. It looks like postgres://name:password@server/database, or is the path of a file"

func TestWhoeverMayNotSignInIsToldHowTo(t *testing.T) {
	d := newCounter()
	d.withRegister(t, plainSettings(), "correct horse battery")
	needs := "no officer who needs no password is tied to the computer's user %: name one with --officer and put their password in the environment variable CASEBOOK_PASSWORD"
	d.saying(t, []message{
		{1, strings.ReplaceAll(needs, "%", "grace"), []string{"due"}},
		{1, "acting as bob needs their password: put it in the environment variable CASEBOOK_PASSWORD", []string{"due", "--officer", "bob"}},
	})
	d.env[passwordVariable] = "wrong"
	d.saying(t, []message{{1, "The name or the password is not right. Type both again", []string{"due"}}})
	d.world.User, d.env[passwordVariable] = "ada", ""
	d.saying(t, []message{{1, strings.ReplaceAll(needs, "%", "ada"), []string{"due"}}})
	d.world.User = ""
	d.saying(t, []message{{2, "the computer does not say who you are: name an officer with --officer", []string{"due"}}})
}

func TestAnAddressIsPrintedWithoutItsPassword(t *testing.T) {
	for address, want := range map[string]string{
		"postgres://u:secret@db.example.org:5432/casebook?password=secret": "db.example.org:5432/casebook",
		"/srv/office/register.db": "/srv/office/register.db", `C:\Casebook\register.db`: `C:\Casebook\register.db`, "register.db": "register.db",
	} {
		if got := inTheOpen(address); got != want {
			t.Errorf("%s is printed as %s, want %s", address, got, want)
		}
	}
}

func TestWhatIsStoppedSaysSoAndLeavesNoFile(t *testing.T) {
	d := newCounter()
	d.withComplaints(t)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	folder := t.TempDir()
	for _, args := range [][]string{
		{"board", "--quarter", "2026-27Q2", "--out", filepath.Join(folder, "board.xlsx")},
		{"backup", filepath.Join(folder, "copy.db")},
		{"check"},
	} {
		d.out.Reset()
		d.err.Reset()
		if status := Run(ctx, d.world, args); status != 1 || d.err.String() != "casebook: it was stopped before it was done: run it again\n" || d.out.Len() > 0 {
			t.Errorf("%v: status %d: %s%s", args, status, &d.out, &d.err)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("what was stopped left %v, %v", left, err)
	}
}
