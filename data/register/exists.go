package register

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

// Exists says whether anything is kept at an address, so that a first start can
// be told from a register that cannot be opened. A server that does not answer
// is an error, not an absence.
func Exists(ctx context.Context, address string) (bool, error) {
	if !isServer(address) {
		_, err := os.Lstat(address)
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		return err == nil, err
	}
	if there, err := openPostgres(ctx, address, true); err == nil {
		return true, there.close()
	}
	free, err := openPostgres(ctx, address, false)
	if err != nil {
		return false, err
	}
	return false, free.close()
}
