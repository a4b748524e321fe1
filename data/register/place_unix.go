//go:build !windows

package register

import "golang.org/x/sys/unix"

// sameDisk says whether two folders lie on one file system.
func sameDisk(a, b string) (bool, error) {
	var first, second unix.Stat_t
	if err := unix.Stat(a, &first); err != nil {
		return false, err
	}
	if err := unix.Stat(b, &second); err != nil {
		return false, err
	}
	return first.Dev == second.Dev, nil
}
