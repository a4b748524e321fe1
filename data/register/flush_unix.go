//go:build !windows

package register

import "os"

// flushFolder brings the names in a folder to the disk. Some network folders
// cannot; the file in them is whole all the same.
func flushFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	_ = f.Sync()
	return f.Close()
}
