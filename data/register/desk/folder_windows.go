package desk

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// Folder is this computer's own folder for Casebook: in the local application
// data, never in the roaming profile, which is copied about at sign-in.
func Folder() (string, error) {
	local, err := windows.KnownFolderPath(windows.FOLDERID_LocalAppData, 0)
	if err != nil {
		return "", trouble("Casebook does not know where to keep its files", "", err)
	}
	return filepath.Join(local, "Casebook"), nil
}
