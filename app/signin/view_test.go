package signin

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/data/register/desk"
)

func TestTheFirstStartIsDoneByKeysAlone(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start("")
	s.picture("first-empty")
	keys.Type(s.c, "Derby Homes")
	s.press("Enter")
	keys.Type(s.c, "Alvaston")
	s.press("Enter")
	s.picture("first")
	s.says("Acknowledge in 5 working days, answer stage 1 in 10 and stage 2 in 20.")
	s.says("This folder is safe")
	s.press("Ctrl+Enter")
	s.says("1 thing to fix")
	s.picture("first-refused")
	s.press("Enter") // the first line of the summary leads to its field
	copies := t.TempDir()
	keys.Type(s.c, copies)
	s.press("Ctrl+Enter")
	if s.in == nil {
		t.Fatalf("nobody is in; the window says:\n%s", s.words())
	}
	if s.in.Officer.Name != "Helen Marsh" || s.in.Address != filepath.Join(s.dir, FileName) {
		t.Errorf("in is %+v", s.in)
	}
	if s.prefs[desk.Register] != s.in.Address || s.prefs[desk.LastOfficer] != "hmarsh" {
		t.Errorf("the desk remembers %v", s.prefs)
	}
	set, err := s.in.Register.Settings(t.Context(), s.in.Officer)
	if err != nil || set.Landlord != "Derby Homes" || set.BackupFolder != copies {
		t.Errorf("the settings are %+v, %v", set, err)
	}
}

func TestTheSecondPlaceIsJudgedWhileItIsTyped(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start("")
	s.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
	keys.Type(s.c, filepath.Dir(s.dir))
	s.says("not against a broken disk")
	for range len(filepath.Base(filepath.Dir(s.dir))) + 1 {
		s.press(keys.Chord(fyne.KeyBackspace))
	}
	keys.Type(s.c, "/nowhere")
	s.says("There is no folder")
}

func TestTheTickBoxPutsTheSecondPlaceOff(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start("")
	keys.Type(s.c, "Derby Homes")
	s.press("Enter")
	keys.Type(s.c, "Alvaston")
	for range 12 { // past the cards, the folder and the name to the tick box
		s.press("Tab")
		if look, ok := s.c.Focused().(*look.Toggle); ok {
			look.Press()
			break
		}
	}
	s.says("I will choose it later")
	s.press("Ctrl+Enter")
	if s.in == nil {
		t.Fatalf("nobody is in; the window says:\n%s", s.words())
	}
	if set, _ := s.in.Register.Settings(t.Context(), s.in.Officer); set.BackupFolder != "" {
		t.Errorf("later became %q", set.BackupFolder)
	}
}

func TestAnotherWayKeepsWhatWasTyped(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start("")
	keys.Type(s.c, "Derby Homes")
	s.press("Enter", "Enter") // past the office, onto the cards
	s.press("2")
	s.picture("first-server")
	s.says("Address of the server")
	s.press("3")
	s.picture("first-practice")
	if strings.Contains(s.words(), "Which landlord") {
		t.Error("practising asks for the landlord")
	}
	s.press("1")
	s.says("Derby Homes")
}

func TestPractisingLeavesTheRememberedRegisterAlone(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start("")
	s.press("Tab", "Tab", "3")
	s.press("Ctrl+Enter")
	if s.in == nil || !s.in.Practice {
		t.Fatalf("in is %+v; the window says:\n%s", s.in, s.words())
	}
	if s.prefs[desk.Register] != "" {
		t.Errorf("the next start would open %s", s.prefs[desk.Register])
	}
}

func TestPractisingNeedsNoComputersUser(t *testing.T) {
	s := sit(t, seat{})
	s.gate.deps.User = ""
	s.gate.Start("")
	s.press("Tab", "Tab", "3", "Ctrl+Enter")
	if s.in == nil || s.in.Officer.Name != "Helen Marsh" {
		t.Fatalf("in is %+v; the window says:\n%s", s.in, s.words())
	}
}

func TestStoppedWorkSaysThatNothingWasChanged(t *testing.T) {
	s := sit(t, seat{})
	s.fault = context.Canceled
	s.gate.Start("")
	s.press("Tab", "Tab", "3")
	s.press("Ctrl+Enter")
	s.says("Stopped. Nothing was changed.")
	s.says("Helen Marsh")
}

func TestTheComputersUserGoesStraightIn(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start(s.made())
	if s.in == nil || s.in.Officer.Name != "Helen Marsh" {
		t.Fatalf("in is %+v", s.in)
	}
}

func TestAnOfficerPicksANameAndTypesThePassword(t *testing.T) {
	s := sit(t, seat{mode: look.Dark})
	s.gate.Start(s.made())
	first := s.in
	dan := casework.Officer{Name: "Dan Okafor", Role: casework.Investigator, Office: first.Officer.Office, Login: "dan okafor"}
	if _, err := first.Register.SaveOfficer(t.Context(), first.Officer, dan, "correct horse"); err != nil {
		t.Fatal(err)
	}
	s.in = nil
	s.gate.Switch(*first)
	s.press("D") // goes to Dan
	s.press("Tab")
	keys.Type(s.c, "wrong horse")
	s.press("Enter")
	s.says("The name or the password is not right")
	s.picture("sign-in-wrong-dark")
	for range len("wrong horse") {
		keys.Press(s.c, keys.Chord(fyne.KeyBackspace))
	}
	keys.Type(s.c, "correct horse")
	s.press("Enter")
	if s.in == nil || s.in.Officer.Name != "Dan Okafor" {
		t.Fatalf("in is %+v; the window says:\n%s", s.in, s.words())
	}
}

func TestFiveWrongPasswordsSayHowLongToWait(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start(s.made())
	first := s.in
	first.Officer.Login = "helen"
	if _, err := first.Register.SaveOfficer(t.Context(), first.Officer, first.Officer, "correct horse"); err != nil {
		t.Fatal(err)
	}
	s.gate.Switch(*first)
	s.picture("sign-in")
	keys.Type(s.c, "wrong")
	for range 6 {
		s.press("Ctrl+Enter")
	}
	s.says("Wait a quarter of an hour")
}

func TestNobodyOnTheListIsToldWhatToDo(t *testing.T) {
	s := sit(t, seat{})
	address := s.made()
	s.gate.deps.User = "stranger"
	s.gate.Start(address)
	s.says("Nobody of this register can sign in at this computer.")
	s.says("stranger")
	s.picture("sign-in-nobody")
	s.press("F5")
	s.says("Nobody of this register")
}

// closed are places where no register opens.
type closed struct {
	real
	err   error
	tries int
}

func (c *closed) Open(context.Context, string) (*register.Register, error) {
	c.tries++
	return nil, c.err
}

func TestARegisterThatDoesNotOpenSaysWhyAndWhatIsSafe(t *testing.T) {
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear Sir"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := sit(t, seat{})
	s.gate.Start(letter)
	s.says("is not a Casebook register")
	s.says("Nothing in the register was changed")
	s.picture("trouble")

	server := &closed{err: &register.Trouble{Say: "The register's server does not answer. Check the network, then try again", Err: errors.New("dial tcp")}}
	s = sit(t, seat{mode: look.Dark, places: server})
	s.gate.Start("postgres://casebook:secret@db.example/casebook")
	s.says("does not answer")
	if strings.Contains(s.words(), "secret") || strings.Contains(s.words(), "dial tcp") {
		t.Errorf("the window says too much:\n%s", s.words())
	}
	s.picture("trouble-dark")
	s.press("F5")
	if server.tries != 2 {
		t.Errorf("F5 tried %d times", server.tries)
	}
	s.press("Tab", "Enter")
	s.says("Set up Casebook")
}

// shared are places where a server has a register; it lies in a file here.
type shared struct {
	real
	file string
}

func (s *shared) Visit(_ context.Context, address string) (register.Place, error) {
	return register.Place{Server: true, Register: strings.HasPrefix(address, "postgres://")}, nil
}

func (s *shared) Open(ctx context.Context, _ string) (*register.Register, error) {
	return s.real.Open(ctx, s.file)
}

func TestJoiningAServerAsksForNothingElse(t *testing.T) {
	places := &shared{}
	s := sit(t, seat{places: places})
	places.file = s.made()
	s.gate.Start("")
	s.press("Tab", "Tab", "2", "Tab")
	keys.Type(s.c, "postgres://desk@db.example/casebook")
	s.says("The server answers, and it has a register. You will join it.")
	s.picture("first-join")
	if words := s.words(); strings.Contains(words, "Who are you?") || strings.Contains(words, "second copy") {
		t.Errorf("joining asks too much:\n%s", words)
	}
	s.press("Enter")
	if s.in == nil || s.in.Officer.Name != "Helen Marsh" || s.prefs[desk.Register] != "postgres://desk@db.example/casebook" {
		t.Fatalf("in is %+v; the window says:\n%s", s.in, s.words())
	}
}

func TestEscStopsWorkAndASecondPressStartsNothing(t *testing.T) {
	s := sit(t, seat{})
	hand := task.ByHand()
	s.gate.deps.Tasks = hand.Runner
	began := 0
	s.gate.deps.Practice = func(ctx context.Context, _ casework.Officer, _ func(int, int)) (string, error) {
		began++
		return "", ctx.Err()
	}
	s.gate.Start("")
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	s.press("Tab", "Tab", "3", "Ctrl+Enter", "Ctrl+Enter")
	if hand.Waiting() != 1 {
		t.Fatalf("%d works were started", hand.Waiting())
	}
	hand.Pass(time.Second)
	s.says("Making up 240 cases")
	s.says("Stop")
	s.picture("first-progress")
	s.press("Esc")
	hand.Step(0)
	s.says("Stopped. Nothing was changed.")
	if began != 1 || s.in != nil {
		t.Errorf("began %d times, in is %+v", began, s.in)
	}
}

func TestARegisterComesBackFromACopy(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start(s.made())
	report, err := s.in.Register.Backup(t.Context(), t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	s.in = nil
	s.gate.Start("")
	s.gate.showRestore("", s.gate.showFirst)
	s.picture("restore")
	s.press("Ctrl+Enter")
	s.says("Enter the file of the copy")
	s.press("Enter")
	keys.Type(s.c, report.File)
	s.press("Ctrl+Enter")
	if s.in == nil || s.in.Address != filepath.Join(s.dir, FileName) || s.in.Officer.Name != "Helen Marsh" {
		t.Fatalf("in is %+v; the window says:\n%s", s.in, s.words())
	}
}

func TestEscGoesBackFromRestoring(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start("")
	s.gate.showRestore("", s.gate.showFirst)
	s.press("Esc")
	s.says("Set up Casebook")
}

func TestTheWindowCanBeNarrowTheTextLargeAndTheGroundDark(t *testing.T) {
	for _, how := range []seat{{width: 1024}, {width: 1366, mode: look.Dark}, {width: 1366, size: 1.5, mode: look.Contrast}, {width: 1024, size: 2}} {
		s := sit(t, how)
		s.gate.Start("")
		s.picture(fmt.Sprintf("first-%v-%d-%v", how.width, how.mode, how.size))
		if least := s.c.Content().MinSize(); least.Width > how.width {
			t.Errorf("at %v and %v %% the window needs %v", how.width, how.size*100, least.Width)
		}
	}
}

func TestTabGoesThroughTheFirstStartInOrder(t *testing.T) {
	s := sit(t, seat{})
	s.gate.Start("")
	var order []string
	first := s.c.Focused()
	for range 40 {
		if a, ok := s.c.Focused().(fyne.Accessible); ok {
			order = append(order, strings.SplitN(a.AccessibilityLabel(), ",", 2)[0])
		}
		s.press("Tab")
		if s.c.Focused() == first {
			break
		}
	}
	got := strings.Join(order, " | ")
	want := "Landlord | Office | On this computer | Folder | Full name | As hmarsh | Folder for backups | I will choose it later. Casebook reminds me until it is done. | Create the register | Restore from a backup"
	if got != want {
		t.Errorf("Tab goes\n%s\nwant\n%s", got, want)
	}
}
