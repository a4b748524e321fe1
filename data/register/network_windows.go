package register

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// onNetwork says whether a folder lies on another computer.
func onNetwork(folder string) (bool, error) {
	volume := filepath.VolumeName(folder)
	if strings.HasPrefix(volume, `\\`) {
		return true, nil
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err != nil {
		return false, err
	}
	return windows.GetDriveType(root) == windows.DRIVE_REMOTE, nil
}
