package register

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"time"

	"casebook/data/casework"

	"github.com/jackc/pgx/v5/pgconn"
)

// ErrNotFound is the answer for what is not there and for what the officer may
// not see: the two cannot be told apart.
var ErrNotFound = errors.New("there is no such record")

// Conflict says that somebody else changed the subject first. Nothing was
// written.
type Conflict struct {
	Version int       // the version it has now
	Who     string    // the officer who changed it last
	When    time.Time // the instant of that change
	Fields  []casework.Change
}

// Error is a sentence for the officer whose act was not done.
func (c *Conflict) Error() string {
	return fmt.Sprintf("%s changed this while you were working. Look at what is new, then do it again", c.Who)
}

// Trouble is a fault of the place where the register is kept: a full disk, a
// server that does not answer. Say is one sentence with what to do.
type Trouble struct {
	Say string
	Err error // the driver's own words, for the log; may be nil
}

// Error is the sentence for the officer.
func (t *Trouble) Error() string { return t.Say }

// Unwrap is the driver's error.
func (t *Trouble) Unwrap() error { return t.Err }

func trouble(err error, format string, args ...any) error {
	return &Trouble{Say: fmt.Sprintf(format, args...), Err: err}
}

// plain turns a driver's error into a sentence where an officer or the
// administrator can do something about it. Other errors pass unchanged.
func plain(err error) error {
	if said := plainSQLite(err); said != nil {
		return said
	}
	var known *pgconn.PgError
	if errors.As(err, &known) {
		return plainPostgres(err, known)
	}
	var unread *pgconn.ParseConfigError
	if errors.As(err, &unread) {
		return trouble(err, badAddress)
	}
	var refused *pgconn.ConnectError
	var network *net.OpError
	if errors.As(err, &refused) || errors.As(err, &network) {
		return trouble(err, "The register's server does not answer. Check the network, then try again")
	}
	return err
}

// badAddress never repeats an address, which may hold a password.
const badAddress = "The register's address cannot be read. It looks like postgres://name:password@server/database, or is the path of a file"

func plainPostgres(err error, known *pgconn.PgError) error {
	switch known.Code[:2] {
	case "28":
		return trouble(err, "The register's server did not accept the name or password in its address. Check the address")
	case "3D":
		return trouble(err, "The register's server has no database of that name. Check the address")
	case "53":
		return trouble(err, "The register's server has no room left, so nothing was saved. Tell whoever looks after it")
	case "57":
		return trouble(err, "The register's server is being stopped. Try again in a moment")
	case "40", "55":
		return trouble(err, "Another desk is still writing to the register. Wait a moment, then try again")
	}
	return err
}

// absent turns "no rows" into ErrNotFound.
func absent(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	return err
}

// cancelled reports whether the caller gave up.
func cancelled(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return plain(err)
}
