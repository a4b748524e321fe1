package register

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
)

// networkTypes are the file systems on which SQLite's locks and shared memory
// do not hold between computers.
var networkTypes = map[string]bool{
	"nfs": true, "nfs4": true, "cifs": true, "smb3": true, "smbfs": true, "9p": true, "afs": true,
	"ceph": true, "glusterfs": true, "lustre": true, "ncpfs": true, "davfs": true, "vboxsf": true,
	"fuse.sshfs": true, "fuse.davfs2": true, "fuse.davfs": true, "fuse.rclone": true, "fuse.glusterfs": true,
	"fuse.gvfsd-fuse": true, "fuse.smbnetfs": true, "fuse.ceph": true, "fuse.s3fs": true, "fuse.vmhgfs-fuse": true,
}

// onNetwork says whether a folder lies on another computer.
func onNetwork(folder string) (bool, error) {
	real, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return false, err
	}
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return false, err
	}
	return networkTypes[fileSystem(string(mounts), real)], nil
}

// fileSystem finds the type of the file system that holds a folder, in the
// kernel's list of mounts: the one mounted nearest above it, the last where
// several lie on one another.
func fileSystem(mounts, folder string) string {
	nearest, kind := "", ""
	lines := bufio.NewScanner(strings.NewReader(mounts))
	for lines.Scan() {
		before, after, found := strings.Cut(lines.Text(), " - ")
		fields, types := strings.Fields(before), strings.Fields(after)
		if !found || len(fields) < 5 || len(types) == 0 {
			continue
		}
		point := mountEscapes.Replace(fields[4])
		if len(point) >= len(nearest) && within(folder, point) {
			nearest, kind = point, types[0]
		}
	}
	return kind
}

// mountEscapes undoes the kernel's way of writing blanks and backslashes.
var mountEscapes = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)

func within(folder, point string) bool {
	return point == "/" || folder == point || strings.HasPrefix(folder, point+"/")
}
