package register

import "testing"

// mounts is what the kernel lists on a desk with a network home.
const mounts = `22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
23 22 0:21 / /home rw,relatime shared:1 - nfs4 server:/home rw,vers=4.2
24 23 8:2 / /home/pat/local rw - xfs /dev/sdb1 rw
25 22 0:22 / /mnt/team\040share rw - cifs //server/team rw
26 22 0:23 / /mnt/ssh rw - fuse.sshfs pat@server: rw
27 22 0:24 / /tmp rw - tmpfs tmpfs rw
28 22 0:25 / /var/lib/docker rw - overlay overlay rw
29 22 0:26 / /c rw - 9p drvfs rw
30 22 0:27 / /data rw - btrfs /dev/sdc rw
31 22 0:28 / /homes rw - zfs pool rw
`

func TestTheFileSystemOfAFolderIsTheNearestAboveIt(t *testing.T) {
	for folder, want := range map[string]struct {
		kind   string
		remote bool
	}{
		"/var/lib/casebook":        {"ext4", false},
		"/home/pat":                {"nfs4", true},
		"/home/pat/local/casebook": {"xfs", false},
		"/mnt/team share/casebook": {"cifs", true},
		"/mnt/ssh/x":               {"fuse.sshfs", true},
		"/tmp/x":                   {"tmpfs", false},
		"/var/lib/docker/x":        {"overlay", false},
		"/c/Users":                 {"9p", true},
		"/data/x":                  {"btrfs", false},
		"/homes/x":                 {"zfs", false},
	} {
		kind := fileSystem(mounts, folder)
		if kind != want.kind || networkTypes[kind] != want.remote {
			t.Errorf("%s is on %s (network %t), want %s (%t)", folder, kind, networkTypes[kind], want.kind, want.remote)
		}
	}
}
