package register

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// volume is what the operating system says of the disk below a folder.
type volume struct {
	Network  bool // it is on another computer
	ReadOnly bool
	Free     uint64 // bytes that this user may still fill
}

// leastFree is the room that a register wants before it is opened: enough for
// its log and a day's letters.
const leastFree = 32 << 20

// synced are the folders, in lower case, whose files other programs copy to
// other computers behind a register's back. A register copied while it is
// written is torn, and two desks would each change their own.
var synced = []string{
	"onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive", "iclouddrive",
	"mobile documents", "cloudstorage", "box sync", "nextcloud", "owncloud", "pcloud drive", "syncthing",
}

// checkFolder says whether a register's file may lie at path: in a folder that
// is there, on this computer, not synchronised, with room, and that may be
// written to, because SQLite keeps its log beside the file.
func checkFolder(path string) error { return checkFolderBy(path, look) }

// checkFolderBy is checkFolder with the operating system's answer passed in.
func checkFolderBy(path string, look func(folder string) (volume, error)) error {
	if strings.Contains(path, "://") {
		return trouble(nil, badAddress) // of a kind of server that Casebook does not know
	}
	folder, err := realFolder(path)
	if err != nil {
		return err
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return trouble(err, "There is no folder %s. Make it first, or choose another place", folder)
	}
	if name := syncedBy(folder); name != "" {
		return trouble(nil, "%s is copied to other computers (%s), which can damage a register file. Keep it in a folder of this computer alone, or use a PostgreSQL server", folder, name)
	}
	disk, err := look(folder)
	switch {
	case err != nil:
		return trouble(err, "Casebook cannot see what kind of disk %s is on. Choose another place", folder)
	case disk.Network:
		return trouble(nil, "%s is on the network, where a register file can be damaged. Keep it on this computer, or use a PostgreSQL server", folder)
	case disk.ReadOnly:
		return trouble(nil, "The disk of %s can only be read. Choose a place that can be written to", folder)
	case disk.Free < leastFree:
		return trouble(nil, "The disk of %s has %d MB left, which is too little for a register. Free some space, then try again", folder, disk.Free>>20)
	}
	return writable(folder)
}

// writable tries a folder with a file that it takes away again.
func writable(folder string) error {
	probe, err := os.CreateTemp(folder, ".casebook-*")
	if err != nil {
		return trouble(err, "The folder %s cannot be written to. Ask for the right to change files there", folder)
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// realFolder is the folder that a file at path lies in once links are
// followed: a link on this disk may lead to the network.
func realFolder(path string) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		return filepath.Dir(real), nil
	}
	folder := filepath.Dir(full)
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		return real, nil
	}
	return folder, nil
}

// syncedBy finds the part of a path that a synchronising program keeps. A work
// account's folder is named after the employer: "OneDrive - Derby Homes".
func syncedBy(path string) string {
	for part := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == '/' || r == '\\' }) {
		low := strings.ToLower(part)
		for _, name := range synced {
			if low == name || strings.HasPrefix(low, name+" ") || strings.HasPrefix(low, name+"-") {
				return part
			}
		}
	}
	return ""
}
