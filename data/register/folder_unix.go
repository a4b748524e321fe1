//go:build !windows

package register

import "golang.org/x/sys/unix"

// look asks the operating system about the disk below a folder.
func look(folder string) (volume, error) {
	remote, err := onNetwork(folder)
	if err != nil {
		return volume{}, err
	}
	var disk unix.Statfs_t
	if err := unix.Statfs(folder, &disk); err != nil {
		return volume{}, err
	}
	return volume{
		Network:  remote,
		ReadOnly: disk.Flags&readOnlyFlag != 0,
		Free:     uint64(disk.Bavail) * uint64(disk.Bsize),
	}, nil
}
