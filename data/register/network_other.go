//go:build !linux && !windows

package register

import "golang.org/x/sys/unix"

// onNetwork says whether a folder lies on another computer.
func onNetwork(folder string) (bool, error) {
	var info unix.Statfs_t
	if err := unix.Statfs(folder, &info); err != nil {
		return false, err
	}
	return info.Flags&unix.MNT_LOCAL == 0, nil
}
