//go:build !windows && !darwin

package desk

import (
	"os"
	"path/filepath"
)

// Folder is this computer's own folder for Casebook: under $XDG_DATA_HOME,
// which counts only when it is a whole path, else under ~/.local/share.
func Folder() (string, error) {
	if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "casebook"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", trouble("Casebook does not know where to keep its files", "", err)
	}
	return filepath.Join(home, ".local", "share", "casebook"), nil
}
