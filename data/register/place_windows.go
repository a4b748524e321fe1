package register

import (
	"strings"

	"golang.org/x/sys/windows"
)

// sameDisk says whether two folders lie on one volume.
func sameDisk(a, b string) (bool, error) {
	first, err := volumeOf(a)
	if err != nil {
		return false, err
	}
	second, err := volumeOf(b)
	return strings.EqualFold(first, second), err
}

func volumeOf(folder string) (string, error) {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return "", err
	}
	var root [windows.MAX_PATH + 1]uint16
	if err := windows.GetVolumePathName(name, &root[0], uint32(len(root))); err != nil {
		return "", err
	}
	return windows.UTF16ToString(root[:]), nil
}
