package signin

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
	"casebook/data/register/desk"
)

// stand is a gate in a window without a screen, on real files.
type stand struct {
	t     *testing.T
	gate  *Gate
	c     fyne.Canvas
	in    *In // once somebody is in
	prefs map[string]string
	dir   string // offered for the register
	fault error  // of the practice register
}

func (s *stand) Preference(name string) (string, error) { return s.prefs[name], nil }
func (s *stand) SetPreference(name, value string) error { s.prefs[name] = value; return nil }

type seat struct {
	mode   look.Mode
	width  float32
	size   float32
	places Places
}

func sit(t *testing.T, how seat) *stand {
	t.Helper()
	app := test.NewTempApp(t)
	if how.width == 0 {
		how.width = 1366
	}
	if how.size == 0 {
		how.size = 1
	}
	if how.places == nil {
		how.places = real{}
	}
	look.NewTheme().Set(app, how.mode, how.size)
	w := test.NewTempWindow(t, look.Stack())
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	s := &stand{t: t, c: w.Canvas(), prefs: map[string]string{}, dir: t.TempDir()}
	s.gate = New(Deps{
		Window: w, Tasks: task.Inline(), Desk: s, Places: how.places, Policies: policies,
		Today: func() calendar.Date { return calendar.Of(noon) }, User: "hmarsh", FullName: "Helen Marsh", Folder: s.dir,
		Restore: func(ctx context.Context, file, address string, progress func(int, int)) error {
			_, err := register.Restore(ctx, file, address, options, progress)
			return err
		},
		Practice: s.practice,
		Done: func(in In) {
			s.in = &in
			t.Cleanup(func() { in.Register.Close() })
		},
	})
	t.Cleanup(func() { keys.Detach(w.Canvas()) })
	w.Resize(fyne.NewSize(how.width, 741))
	return s
}

func (s *stand) practice(ctx context.Context, o casework.Officer, _ func(int, int)) (string, error) {
	if s.fault != nil {
		return "", s.fault
	}
	address := filepath.Join(s.dir, "practice.db")
	r, err := register.Create(ctx, address, register.First{
		Settings: casework.Settings{Landlord: "Practice"}, Office: casework.Office{Name: "Practice"}, Officer: o}, options)
	if err != nil {
		return "", err
	}
	return address, r.Close()
}

// made makes a register with Helen as the computer's user.
func (s *stand) made() string {
	s.t.Helper()
	f := whole(s.t)
	r, err := f.Make(s.t.Context(), real{}, "hmarsh")
	if err != nil {
		s.t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		s.t.Fatal(err)
	}
	return f.Address()
}

// words is all that can be seen in the window.
func (s *stand) words() string {
	var b strings.Builder
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case *look.Txt:
			b.WriteString(o.Text + "\n")
		case *look.Sentence:
			b.WriteString(o.Text() + "\n")
		case *widget.RichText:
			b.WriteString(o.String() + "\n")
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	for _, root := range append(s.c.Overlays().List(), s.c.Content()) {
		walk(root)
	}
	return b.String()
}

func (s *stand) says(want string) {
	s.t.Helper()
	if !strings.Contains(s.words(), want) {
		s.t.Errorf("the window does not say %q, but:\n%s", want, s.words())
	}
}

// picture keeps a picture of the window where CASEBOOK_PICTURES says.
func (s *stand) picture(name string) {
	s.t.Helper()
	dir := os.Getenv("CASEBOOK_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.c.Capture()); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stand) press(chords ...keys.Chord) {
	for _, c := range chords {
		keys.Press(s.c, c)
	}
}

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
