package register

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Place is what is found at an address before a register is opened or made
// there.
type Place struct {
	Server   bool
	Register bool   // there is one already: it can be joined and not made
	Free     uint64 // bytes left on the disk; 0 for a server
}

// visitFor is how long a server may take to answer a visit.
const visitFor = 10 * time.Second

// Visit looks at an address and changes nothing there but a file that it
// writes to try the folder and removes again. The error says in one sentence
// why no register may live there.
func Visit(ctx context.Context, address string) (Place, error) {
	if isServer(address) {
		return visitServer(ctx, address)
	}
	if err := checkFolder(address); err != nil {
		return Place{}, err
	}
	folder, err := realFolder(address)
	if err != nil {
		return Place{}, err
	}
	disk, err := look(folder)
	if err != nil {
		return Place{}, err
	}
	p := Place{Free: disk.Free}
	if _, err := os.Lstat(address); errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	p.Register = true
	return p, checkFile(address)
}

func visitServer(ctx context.Context, address string) (Place, error) {
	ctx, cancel := context.WithTimeout(ctx, visitFor)
	defer cancel()
	pool, err := sql.Open("pgx", address)
	if err != nil {
		return Place{}, trouble(err, badAddress)
	}
	p := Place{Server: true}
	err = pool.QueryRowContext(ctx, `SELECT to_regclass('casebook_schema') IS NOT NULL`).Scan(&p.Register)
	if errors.Is(err, context.DeadlineExceeded) {
		err = trouble(err, "The register's server does not answer. Check the network, then try again")
	}
	return p, errors.Join(plain(err), pool.Close())
}

// Distance is how far a copy lies from the register it is a copy of.
type Distance int

// From useless to good.
const (
	SameFolder  Distance = iota // whatever happens to one happens to the other
	SameDisk                    // helps against a mistake, not against a broken disk
	AnotherDisk                 // or another computer
)

// Apart says how far a folder for copies lies from the register at address.
// The error says in one sentence why no copy can be kept in it.
func Apart(address, folder string) (Distance, error) {
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return SameFolder, trouble(err, "You may not look into %s. Ask for the right to change files there", folder)
	case err != nil || !info.IsDir():
		return SameFolder, trouble(err, "There is no folder %s. Make it first, or choose another place", folder)
	}
	if err := writable(folder); err != nil {
		return SameFolder, err
	}
	if isServer(address) {
		return AnotherDisk, nil
	}
	home, err := realFolder(address)
	if err != nil {
		return SameFolder, err
	}
	from, err := os.Stat(home)
	if err != nil {
		return SameFolder, trouble(err, "There is no folder %s. Make it first, or choose another place", home)
	}
	if os.SameFile(from, info) {
		return SameFolder, nil
	}
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	same, err := sameDisk(home, folder)
	if same || err != nil {
		return SameDisk, err
	}
	return AnotherDisk, nil
}
