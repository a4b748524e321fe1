package register

import "golang.org/x/sys/windows"

// look asks Windows about the disk below a folder. Windows has no flag for a
// disk that may only be read; trying to write to it tells.
func look(folder string) (volume, error) {
	remote, err := onNetwork(folder)
	if err != nil || remote {
		return volume{Network: remote}, err
	}
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return volume{}, err
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(name, &free, nil, nil); err != nil {
		return volume{}, err
	}
	return volume{Free: free}, nil
}
