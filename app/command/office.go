package command

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
	"casebook/data/register/desk"
)

// passwordVariable holds the password of the officer named by --officer. It is
// no flag, because every user of a computer can read the flags of a running
// program.
const passwordVariable = "CASEBOOK_PASSWORD"

// office is an open register and the officer who acts on it.
type office struct {
	*register.Register
	officer casework.Officer
}

// address is where the register lies: what was named, or this computer's own
// file.
func (s *Session) address() (string, error) {
	if s.Register != "" {
		return s.Register, nil
	}
	folder, err := desk.Folder()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "register.db"), nil
}

// existing is the address of a register that has to be there. A computer that
// has none of its own yet is told how to come by one.
func (s *Session) existing() (string, error) {
	address, err := s.address()
	if err != nil || s.Register != "" {
		return address, err
	}
	if there, err := register.Exists(s.Context, address); err != nil || there {
		return address, err
	}
	return "", errors.New("there is no register on this computer yet: name one with --register, or make one in the window or with casebook import")
}

func (s *Session) options() register.Options {
	return register.Options{Now: s.Now, Today: func() calendar.Date { return s.Today }}
}

// open opens the register and signs the officer in. The caller closes it.
func (s *Session) open() (*office, error) {
	login, password, err := s.signIn()
	if err != nil {
		return nil, err
	}
	address, err := s.existing()
	if err != nil {
		return nil, err
	}
	opened, err := register.Open(s.Context, address, s.options())
	if err != nil {
		return nil, err
	}
	officer, err := opened.SignIn(s.Context, login, password)
	if err != nil {
		var refused *casework.Refusal
		if password == "" && errors.As(err, &refused) {
			err = fmt.Errorf("no officer who needs no password is tied to the computer's user %s: name one with --officer and put their password in the environment variable %s", login, passwordVariable)
		}
		return nil, errors.Join(err, opened.Close())
	}
	return &office{opened, officer}, nil
}

// signIn is who acts. Only the computer's own user has proved themselves to the
// computer; anybody else needs their password.
func (s *Session) signIn() (login, password string, err error) {
	login, password = s.Officer, s.Getenv(passwordVariable)
	if login == "" {
		login = s.User
	}
	switch {
	case login == "":
		return "", "", usage("the computer does not say who you are: name an officer with --officer")
	case password == "" && !strings.EqualFold(login, s.User):
		return "", "", fmt.Errorf("acting as %s needs their password: put it in the environment variable %s", login, passwordVariable)
	}
	return login, password, nil
}

// rules are the policies and bank holidays to work with: the office's own where
// a register was named, and otherwise those that come with the program. They
// are public, so no officer is asked for.
func (s *Session) rules() (*policy.Set, *calendar.Holidays, error) {
	if s.Register == "" {
		policies, err := policy.Shipped()
		return policies, calendar.England(), err
	}
	opened, err := register.Open(s.Context, s.Register, s.options())
	if err != nil {
		return nil, nil, err
	}
	policies, errPolicies := opened.Policies(s.Context)
	holidays, errHolidays := opened.Holidays(s.Context)
	return policies, holidays, errors.Join(errPolicies, errHolidays, opened.Close())
}
