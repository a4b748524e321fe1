// Package register keeps everything the office knows: cases, people, settings,
// documents and their history. One act is one transaction: load, let casework
// decide, write the rows, append history. It is the only room that speaks SQL,
// on SQLite (one file, one office) and on PostgreSQL (many desks), with one
// text for both.
//
// Every verb that reads or writes cases takes the officer who asks. What an
// officer may not see is absent from every read and every count.
package register

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"strings"
	"sync"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Options are what a register takes from the world around it.
type Options struct {
	Now      func() time.Time     // the instant kept with every entry; required
	Today    func() calendar.Date // the civil day; nil means the day of Now in London
	Policies *policy.Set          // nil means the shipped policies
	Random   io.Reader            // salts of personal values; nil means the system's

	Upgrading func(done, total int) // told while Open brings an older register up to date; may be nil
}

// Register is an open register. It is safe for use by many goroutines.
type Register struct {
	engine *engine
	now    func() time.Time
	today  func() calendar.Date
	random io.Reader

	mu      sync.Mutex
	shipped *policy.Set
	rules   rules // as of the settings' version last seen
}

// First is what the first start asks for.
type First struct {
	Settings casework.Settings
	Office   casework.Office
	Officer  casework.Officer // becomes the complaints manager, whatever its role
	Password string           // empty: signs in as the computer's own user, named by Officer.Login
}

// Open opens an existing register at a path or a postgres:// address, and
// brings an older one up to date after keeping a verified copy. It refuses, in
// one plain sentence, what does not exist, is not a register, comes from a
// newer version or lies on a network folder.
func Open(ctx context.Context, address string, o Options) (*Register, error) {
	r, err := newRegister(o)
	if err != nil {
		return nil, err
	}
	if r.engine, err = openEngine(ctx, address); err != nil {
		return nil, err
	}
	r.engine.progress = o.Upgrading
	if err := r.engine.upgrade(ctx, migrations(), r.now()); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// Create makes an empty register with its office, settings and first officer.
// It refuses an address where anything is kept already. On SQLite the file
// appears under its name only when it is whole.
func Create(ctx context.Context, address string, first First, o Options) (*Register, error) {
	if isServer(address) {
		return createOnServer(ctx, address, first, o)
	}
	return createFile(ctx, address, first, o)
}

func createOnServer(ctx context.Context, address string, first First, o Options) (*Register, error) {
	r, err := newRegister(o)
	if err != nil {
		return nil, err
	}
	if r.engine, err = createEngine(ctx, address); err != nil {
		return nil, err
	}
	if err := r.begin(ctx, first); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

func createFile(ctx context.Context, path string, first First, o Options) (*Register, error) {
	if err := checkFolder(path); err != nil {
		return nil, err
	}
	draft, err := newFile(path)
	if err != nil {
		return nil, err
	}
	r, err := createOnServer(ctx, draft, first, o)
	if err != nil {
		return nil, errors.Join(err, removeFile(draft))
	}
	if err := r.Close(); err != nil {
		return nil, err
	}
	if err := publishFile(draft, path); err != nil {
		return nil, err
	}
	return Open(ctx, path, o)
}

func newRegister(o Options) (*Register, error) {
	if o.Now == nil {
		return nil, errors.New("register: Options.Now is missing")
	}
	r := &Register{now: o.Now, today: o.Today, shipped: o.Policies, random: o.Random}
	if r.today == nil {
		r.today = func() calendar.Date { return calendar.Of(o.Now()) }
	}
	if r.random == nil {
		r.random = rand.Reader
	}
	if r.shipped == nil {
		shipped, err := policy.Shipped()
		if err != nil {
			return nil, err
		}
		r.shipped = shipped
	}
	return r, nil
}

// begin writes the first rows of an empty register.
func (r *Register) begin(ctx context.Context, first First) error {
	if err := r.engine.upgrade(ctx, migrations(), r.now()); err != nil {
		return err
	}
	return r.ruling(ctx, func(w *work) error {
		office, err := w.saveOffice(casework.Officer{}, first.Office)
		if err != nil {
			return err
		}
		officer := first.Officer
		officer.Role, officer.Office = casework.Manager, office.ID
		if officer, err = w.saveOfficer(casework.Officer{}, officer, first.Password); err != nil {
			return err
		}
		_, err = w.saveSettings(officer, first.Settings)
		return err
	})
}

// Close lets go of the register. On SQLite the log is folded into the file.
func (r *Register) Close() error { return r.engine.close() }

func isServer(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}
