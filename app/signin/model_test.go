package signin

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/register"
)

var noon = time.Date(2026, time.November, 13, 12, 0, 0, 0, time.UTC)

// real are places of this computer, with a clock that stands still.
type real struct{}

var options = register.Options{Now: func() time.Time { return noon }}

func (real) Visit(ctx context.Context, address string) (register.Place, error) {
	return register.Visit(ctx, address)
}
func (real) Apart(address, folder string) (register.Distance, error) {
	return register.Apart(address, folder)
}
func (real) Open(ctx context.Context, address string) (*register.Register, error) {
	return register.Open(ctx, address, options)
}
func (real) Create(ctx context.Context, address string, first register.First) (*register.Register, error) {
	return register.Create(ctx, address, first, options)
}

// whole is a first start with everything answered.
func whole(t *testing.T) First {
	t.Helper()
	dir := t.TempDir()
	copies := filepath.Join(dir, "copies")
	if err := os.Mkdir(copies, 0o700); err != nil {
		t.Fatal(err)
	}
	return First{Landlord: "Derby Homes", Office: "Alvaston", Folder: dir, Name: "Helen Marsh", OwnUser: true, Copies: copies}
}

func TestTheAnswersMakeARegisterWithItsManager(t *testing.T) {
	f := whole(t)
	r, err := f.Make(t.Context(), real{}, "hmarsh")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	helen, err := r.SignIn(t.Context(), "HMARSH", "")
	if err != nil || helen.Name != "Helen Marsh" || helen.Role != "complaints manager" {
		t.Fatalf("%+v, %v", helen, err)
	}
	s, err := r.Settings(t.Context(), helen)
	if err != nil || s.Landlord != "Derby Homes" || s.BackupFolder != f.Copies {
		t.Errorf("the settings are %+v, %v", s, err)
	}
}

func TestARegisterThatIsThereIsOpenedAndNothingElseIsAsked(t *testing.T) {
	f := whole(t)
	r, err := f.Make(t.Context(), real{}, "hmarsh")
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	again, err := First{Folder: f.Folder}.Make(t.Context(), real{}, "other")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if _, err := again.SignIn(t.Context(), "hmarsh", ""); err != nil {
		t.Error(err)
	}
}

func TestWhatIsMissingStandsUnderItsField(t *testing.T) {
	for name, change := range map[string]func(f *First){
		"folder":   func(f *First) { f.Folder = " " },
		"server":   func(f *First) { f.Where, f.Server = OnServer, "" },
		"landlord": func(f *First) { f.Landlord = "" },
		"office":   func(f *First) { f.Office = "" },
		"name":     func(f *First) { f.Name = "" },
		"password": func(f *First) { f.OwnUser, f.Password = false, "short" },
		"again":    func(f *First) { f.OwnUser, f.Password, f.Again = false, "correct horse", "correct house" },
		"copies":   func(f *First) { f.Copies = "" },
	} {
		f := whole(t)
		change(&f)
		wrong := f.Missing(false)
		if len(wrong) != 1 || wrong[name] == "" {
			t.Errorf("%s: %v", name, wrong)
		}
	}
}

func TestPlacesThatAreNoGoodAreSaidUnderTheirField(t *testing.T) {
	for name, change := range map[string]func(f *First){
		"folder": func(f *First) { f.Folder = filepath.Join(f.Folder, "nowhere") },
		"copies": func(f *First) { f.Copies = f.Folder },
		"server": func(f *First) { f.Where, f.Server = OnServer, "postgres://nobody@127.0.0.1:1/nothing" },
	} {
		f := whole(t)
		change(&f)
		_, err := f.Make(t.Context(), real{}, "hmarsh")
		var wrong Wrong
		if !errors.As(err, &wrong) || wrong[name] == "" || len(wrong) != 1 {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(f.Folder, FileName)); err == nil {
			t.Errorf("%s: a register was made all the same", name)
		}
	}
}

func TestAPasswordLetsItsOfficerInByName(t *testing.T) {
	f := whole(t)
	f.OwnUser, f.Password, f.Again, f.Later = false, "correct horse", "correct horse", true
	r, err := f.Make(t.Context(), real{}, "desk")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.SignIn(t.Context(), "desk", ""); err == nil {
		t.Error("the computer's user is let in without the password")
	}
	helen, err := r.SignIn(t.Context(), "helen marsh", "correct horse")
	if err != nil {
		t.Fatal(err)
	}
	if s, err := r.Settings(t.Context(), helen); err != nil || s.BackupFolder != "" {
		t.Errorf("later left %q, %v", s.BackupFolder, err)
	}
}

func TestThePromiseIsReadFromThePolicy(t *testing.T) {
	set, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	got := Promised(set, calendar.On(2026, time.November, 13))
	if got != "Acknowledge in 5 working days, answer stage 1 in 10 and stage 2 in 20." {
		t.Error(got)
	}
}

func TestASecondPlaceSaysHowMuchItHelps(t *testing.T) {
	if _, good := Copies(register.SameFolder); good {
		t.Error("the register's own folder is taken as a second place")
	}
	near, _ := Copies(register.SameDisk)
	far, _ := Copies(register.AnotherDisk)
	if !strings.Contains(near, "not against a broken disk") || strings.Contains(far, "not against") {
		t.Errorf("near: %s far: %s", near, far)
	}
}

func TestRoomIsSaidInTheUnitThatFits(t *testing.T) {
	for free, want := range map[uint64]string{118 << 30: "118 GB", 700 << 20: "700 MB"} {
		if got := Found(register.Place{Free: free}); !strings.Contains(got, want) {
			t.Errorf("%d is %q", free, got)
		}
	}
}
