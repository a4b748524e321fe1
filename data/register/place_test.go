package register

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/data/casework"
)

func TestAVisitSaysWhatIsThereAndLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	address := filepath.Join(dir, "register.db")
	p, err := Visit(t.Context(), address)
	if err != nil || p.Register || p.Server || p.Free == 0 {
		t.Fatalf("an empty folder is %+v, %v", p, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("the visit left %v", left)
	}
	o := newOffice(t, address)
	_ = o
	if p, err = Visit(t.Context(), address); err != nil || !p.Register {
		t.Errorf("with a register it is %+v, %v", p, err)
	}
}

func TestAVisitRefusesInOneSentence(t *testing.T) {
	dir := t.TempDir()
	letter := filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear Sir"), 0o600); err != nil {
		t.Fatal(err)
	}
	synced := filepath.Join(dir, "OneDrive - Derby Homes")
	if err := os.Mkdir(synced, 0o700); err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{
		letter:                                  "is not a Casebook register",
		filepath.Join(dir, "nowhere", "r.db"):   "There is no folder",
		filepath.Join(synced, "r.db"):           "copied to other computers",
		"postgres://nobody@127.0.0.1:1/nothing": "does not answer",
		"postgres://u:secret@server:port/x":     "address cannot be read",
		"postgres://u:secr%zzet@server/x":       "address cannot be read",
		"mysql://u:secret@server/x":             "address cannot be read",
		"POSTGRES://u:secret@server/x":          "address cannot be read",
	} {
		_, err := Visit(t.Context(), address)
		var known *Trouble
		if !errors.As(err, &known) || !strings.Contains(known.Say, want) || strings.Contains(known.Say, "secr") {
			t.Errorf("%s: %v, want %q", address, err, want)
		}
	}
}

func TestACopyInTheRegistersOwnFolderIsNoSecondPlace(t *testing.T) {
	dir := t.TempDir()
	address := filepath.Join(dir, "register.db")
	other := filepath.Join(dir, "copies")
	if err := os.Mkdir(other, 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "copies", "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]Distance{dir: SameFolder, link: SameFolder, other: SameDisk} {
		if got, err := Apart(address, folder); got != want || err != nil {
			t.Errorf("%s: %v, %v; want %v", folder, got, err, want)
		}
	}
	if got, err := Apart("postgres://server/casebook", other); got != AnotherDisk || err != nil {
		t.Errorf("from a server: %v, %v", got, err)
	}
	if _, err := Apart(address, filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a folder that is not there was taken")
	}
}

func TestOnlyThoseWhoMaySignInAreListed(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.FrontDesk)
		ben.Left = true
		if _, err := o.SaveOfficer(o.ctx, o.manager, ben, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := o.SaveOfficer(o.ctx, o.manager, carol, "a long password"); err != nil {
			t.Fatal(err)
		}
		names, err := o.SignInNames(o.ctx)
		if err != nil || len(names) != 2 {
			t.Fatalf("%v, %v", names, err)
		}
		if names[0].Name != o.manager.Name || names[0].Password || names[1].Name != "Carol Dean" || !names[1].Password {
			t.Errorf("the list is %+v", names)
		}
	})
}
