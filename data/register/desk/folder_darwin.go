package desk

import (
	"os"
	"path/filepath"
)

// Folder is this computer's own folder for Casebook, in the user's library.
func Folder() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", trouble("Casebook does not know where to keep its files", "", err)
	}
	return filepath.Join(home, "Library", "Application Support", "casebook"), nil
}
