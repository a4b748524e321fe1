package register

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAnUnsafeFolderIsRefusedInASentence(t *testing.T) {
	own := volume{Free: 1 << 40}
	cases := map[string]struct {
		folder string
		disk   volume
		err    error
		want   string // empty: the folder is safe
	}{
		"this computer's disk":            {"Casebook", own, nil, ""},
		"a network drive":                 {"Casebook", volume{Network: true, Free: 1 << 40}, nil, "use a PostgreSQL server"},
		"a disk that can only be read":    {"Casebook", volume{ReadOnly: true, Free: 1 << 40}, nil, "can only be read"},
		"a full disk":                     {"Casebook", volume{Free: 5 << 20}, nil, "has 5 MB left"},
		"a disk that does not answer":     {"Casebook", volume{}, errors.New("stale"), "what kind of disk"},
		"a work account's OneDrive":       {"OneDrive - Derby Homes/Casebook", own, nil, "use a PostgreSQL server"},
		"Dropbox":                         {"Dropbox", own, nil, "copied to other computers"},
		"Google Drive":                    {"Google Drive/office", own, nil, "copied to other computers"},
		"a person's iCloud":               {"Library/Mobile Documents/x", own, nil, "copied to other computers"},
		"a folder that only sounds alike": {"Dropboxes of letters", own, nil, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), filepath.FromSlash(c.folder))
			if err := os.MkdirAll(folder, 0o700); err != nil {
				t.Fatal(err)
			}
			err := checkFolderBy(filepath.Join(folder, "register.db"), func(string) (volume, error) { return c.disk, c.err })
			if c.want == "" {
				if err != nil {
					t.Errorf("refused: %v", err)
				}
				return
			}
			var said *Trouble
			if !errors.As(err, &said) || !strings.Contains(said.Say, c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestALinkToANetworkFolderIsFollowed(t *testing.T) {
	dir := t.TempDir()
	far := filepath.Join(dir, "far")
	if err := os.Mkdir(far, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(far, filepath.Join(dir, "near")); err != nil {
		t.Fatal(err)
	}
	far, err := filepath.EvalSymlinks(far)
	if err != nil {
		t.Fatal(err)
	}
	err = checkFolderBy(filepath.Join(dir, "near", "register.db"), func(folder string) (volume, error) {
		return volume{Network: folder == far, Free: 1 << 40}, nil
	})
	if err == nil || !strings.Contains(err.Error(), "on the network") {
		t.Errorf("got %v", err)
	}
}

func TestTheDiskOfAFolderIsLookedAt(t *testing.T) {
	disk, err := look(t.TempDir())
	if err != nil || disk.Network || disk.ReadOnly || disk.Free == 0 {
		t.Errorf("got %+v, %v", disk, err)
	}
	if err := checkFolder(filepath.Join(t.TempDir(), "nowhere", "register.db")); err == nil || !strings.Contains(err.Error(), "There is no folder") {
		t.Errorf("a folder that is not there: %v", err)
	}
}
