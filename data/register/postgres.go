package register

import (
	"context"
	"database/sql"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver for PostgreSQL
)

// desks is how many connections one desk keeps to the server at most.
const desks = 8

// openPostgres connects to a server. With existing it refuses a database
// without a register; without, one that has a register already.
func openPostgres(ctx context.Context, address string, existing bool) (*engine, error) {
	pool, err := sql.Open("pgx", address)
	if err != nil {
		return nil, trouble(err, badAddress)
	}
	pool.SetMaxOpenConns(desks)
	e := &engine{dialect: postgres, address: address, write: pool, read: pool}
	if err := e.checkPostgres(ctx, existing); err != nil {
		_ = pool.Close() // the reason to stop is the better sentence
		return nil, cancelled(ctx, err)
	}
	return e, nil
}

func (e *engine) checkPostgres(ctx context.Context, existing bool) error {
	var found bool
	if err := e.read.QueryRowContext(ctx, `SELECT to_regclass('casebook_schema') IS NOT NULL`).Scan(&found); err != nil {
		return err
	}
	switch {
	case existing && !found:
		return trouble(nil, "There is no register in this database. Make one first, or check the address")
	case !existing && found:
		return trouble(nil, "There is a register in this database already. Open it, or name another database")
	}
	return nil
}
