package signin

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
)

// Where is where a register is to live.
type Where int

// The three ways to begin, in the order of their cards and keys.
const (
	OnThisComputer Where = iota
	OnServer
	TryFirst
)

// FileName is the name of a register's file in the folder chosen for it.
const FileName = "register.db"

// PracticeCases is how many made-up cases there are to practise on.
const PracticeCases = 240

// LeastPassword is how many characters a password has at least. Length is all
// that is asked: rules about signs and figures make passwords worse.
const LeastPassword = 8

// firstEnvelope is what a new register's letters are folded for until the
// office says otherwise.
const firstEnvelope = "DL"

// First is the first start as typed so far.
type First struct {
	Where    Where
	Landlord string
	Office   string
	Folder   string // for OnThisComputer
	Server   string // for OnServer: postgres://…
	Name     string
	OwnUser  bool // signs in as the computer's user, without a password
	Password string
	Again    string
	Copies   string // the second place; empty with Later
	Later    bool
}

// Address is where the register is to be.
func (f First) Address() string {
	if f.Where == OnServer {
		return strings.TrimSpace(f.Server)
	}
	return filepath.Join(strings.TrimSpace(f.Folder), FileName)
}

// Missing says by field what has to be typed before anything is tried. With
// joins there is a register already, and only its place is asked for.
func (f First) Missing(joins bool) map[string]string {
	wrong := map[string]string{}
	need := func(field, text, say string) {
		if strings.TrimSpace(text) == "" {
			wrong[field] = say
		}
	}
	switch f.Where {
	case OnThisComputer:
		need("folder", f.Folder, "Enter the folder that the register is to live in")
	case OnServer:
		need("server", f.Server, "Enter the address that ICT gave you. It begins with postgres://")
		if wrong["server"] == "" && !isServer(f.Address()) {
			wrong["server"] = "A server's address begins with postgres://. For a folder, choose “On this computer”"
		}
	}
	if joins {
		return wrong
	}
	need("name", f.Name, "Enter your full name, as it will stand under letters")
	if f.Where == TryFirst {
		return wrong
	}
	need("landlord", f.Landlord, "Enter the landlord's name, as residents know it")
	need("office", f.Office, "Enter the name of your office")
	if !f.OwnUser {
		if field, say := PasswordFault(f.Password, f.Again); say != "" {
			wrong[field] = say
		}
	}
	if !f.Later {
		need("copies", f.Copies, "Enter a folder on another disk, or tick that you will choose it later")
	}
	return wrong
}

// PasswordFault says what is wrong with a new password typed twice, and under
// which of the two fields; "" when nothing is.
func PasswordFault(password, again string) (field, say string) {
	switch {
	case utf8.RuneCountInString(password) < LeastPassword:
		return "password", fmt.Sprintf("Enter a password of at least %d characters. Three words that have nothing to do with each other work well", LeastPassword)
	case password != again:
		return "again", "Enter the same password a second time"
	}
	return "", ""
}

// Login is the name under which the first officer will sign in.
func (f First) Login(user string) string {
	if f.OwnUser || f.Where == TryFirst && user != "" {
		return user
	}
	return strings.TrimSpace(f.Name)
}

// Register is what the answers make of a new register.
func (f First) Register(user string) register.First {
	first := register.First{
		Settings: casework.Settings{
			Landlord: strings.TrimSpace(f.Landlord), LegalName: strings.TrimSpace(f.Landlord), Envelope: firstEnvelope,
		},
		Office: casework.Office{Name: strings.TrimSpace(f.Office)},
		Officer: casework.Officer{
			Name: strings.TrimSpace(f.Name), Title: "Complaints manager", AllOffices: true, Login: f.Login(user),
		},
	}
	if !f.Later {
		first.Settings.BackupFolder = strings.TrimSpace(f.Copies)
	}
	if !f.OwnUser {
		first.Password = f.Password
	}
	return first
}

func isServer(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// Promised is the landlord's promise in one line, so that whoever sets
// Casebook up sees at once whether it is theirs.
func Promised(set *policy.Set, today calendar.Date) string {
	p := set.InForceOn(today)
	days := func(a policy.Act) int { c, _ := p.Clock(a); return c.Days }
	return fmt.Sprintf("Acknowledge in %d working days, answer stage 1 in %d and stage 2 in %d.",
		days(policy.Acknowledge), days(policy.Respond), days(policy.RespondStage2))
}

// Found says what a visit to a place found, for the line below its field.
func Found(p register.Place) string {
	switch {
	case p.Register && p.Server:
		return "The server answers, and it has a register. You will join it."
	case p.Register:
		return "There is a register in this folder. It will be opened."
	case p.Server:
		return "The server answers, and it has no register yet. A new one will be made."
	}
	return fmt.Sprintf("This folder is safe: on this computer, %s free, write test passed.", room(p.Free))
}

func room(free uint64) string {
	const gigabyte = 1 << 30
	if free >= gigabyte {
		return fmt.Sprintf("%d GB", free/gigabyte)
	}
	return fmt.Sprintf("%d MB", free>>20)
}

// Copies says how much a second place helps, and whether it is one at all.
func Copies(d register.Distance) (say string, good bool) {
	switch d {
	case register.AnotherDisk:
		return "On another disk: a copy there outlives this one.", true
	case register.SameDisk:
		return "Another folder, but the same disk. It helps against a mistake and not against a broken disk.", true
	}
	return "This is the register's own folder: whatever happens to one happens to the other. Choose another", false
}

// Wrong is what stopped a start, by field. Every text is a sentence.
type Wrong map[string]string

// Error joins the sentences; screens show each under its field instead.
func (w Wrong) Error() string {
	var all []string
	for _, say := range w {
		all = append(all, say)
	}
	return strings.Join(all, ". ")
}

// Places is what the start asks about places and does there.
type Places interface {
	Visit(ctx context.Context, address string) (register.Place, error)
	Apart(address, folder string) (register.Distance, error)
	Open(ctx context.Context, address string) (*register.Register, error)
	Create(ctx context.Context, address string, first register.First) (*register.Register, error)
}

// Make makes the register that the answers describe, or opens the one that is
// there. A Wrong says what to mend; nothing is made then.
func (f First) Make(ctx context.Context, places Places, user string) (*register.Register, error) {
	field := "folder"
	if f.Where == OnServer {
		field = "server"
	}
	if wrong := f.Missing(true); len(wrong) > 0 {
		return nil, Wrong(wrong)
	}
	place, err := places.Visit(ctx, f.Address())
	if err != nil {
		return nil, under(ctx, field, err)
	}
	if place.Register {
		return places.Open(ctx, f.Address())
	}
	if wrong := f.Missing(false); len(wrong) > 0 {
		return nil, Wrong(wrong)
	}
	if !f.Later {
		distance, err := places.Apart(f.Address(), strings.TrimSpace(f.Copies))
		if err != nil {
			return nil, under(ctx, "copies", err)
		}
		if say, good := Copies(distance); !good {
			return nil, Wrong{"copies": say}
		}
	}
	r, err := places.Create(ctx, f.Address(), f.Register(user))
	if err != nil {
		return nil, under(ctx, field, err)
	}
	return r, nil
}

// under puts a refusal under the field it is about. What no field can mend
// passes unchanged.
func under(ctx context.Context, field string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var refused *casework.Refusal
	if errors.As(err, &refused) {
		if refused.Field == "login" {
			refused.Field = "name"
		}
		return Wrong{refused.Field: refused.Reason}
	}
	return Wrong{field: err.Error()}
}
