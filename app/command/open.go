package command

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"casebook/data/casework"
	"casebook/data/register"
)

// openOrMake opens the register, and makes it when there is none: with the
// computer's user as its complaints manager, who then fills in the settings.
// On a dry run nothing is made, and nil stands for the register that is not
// there.
func (s *Session) openOrMake(dryRun bool) (*office, error) {
	address, err := s.address()
	if err != nil {
		return nil, err
	}
	there, err := register.Exists(s.Context, address)
	if err != nil || !there && dryRun {
		return nil, err
	}
	if there {
		return s.open()
	}
	if s.User == "" {
		return nil, errors.New("there is no register yet and the computer does not say who you are: make the register in the window first")
	}
	if address, err = s.placeToMake(); err != nil {
		return nil, err
	}
	made, err := register.Create(s.Context, address, register.First{
		Settings: casework.Settings{Landlord: "The landlord"},
		Office:   casework.Office{Name: "The office"},
		Officer:  casework.Officer{Name: s.User, Login: s.User, AllOffices: true},
	}, s.options())
	if err != nil {
		return nil, err
	}
	officer, err := made.SignIn(s.Context, s.User, "")
	if err != nil {
		return nil, errors.Join(err, made.Close())
	}
	if !s.JSON {
		err = s.Say("There was no register, so one was made at %s with %s as its complaints manager. Fill in the landlord and the office under Settings.", inTheOpen(address), s.User)
	}
	return &office{made, officer}, err
}

// inTheOpen is an address as it may be printed: that of a server may hold a
// password, and then only the server and its database are named.
func inTheOpen(address string) string {
	server, err := url.Parse(address)
	if err != nil || server.Host == "" {
		return address
	}
	return server.Host + server.Path
}

// placeToMake is the address of a register about to be made. The folder of this
// computer's own place is made when it is not there; one that was named is not,
// since a mistyped name would make a new office.
func (s *Session) placeToMake() (string, error) {
	address, err := s.address()
	if err != nil || s.Register != "" {
		return address, err
	}
	if err := os.MkdirAll(filepath.Dir(address), 0o700); err != nil {
		return "", fmt.Errorf("cannot make the folder %s: %w", filepath.Dir(address), err)
	}
	return address, nil
}
