package command

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// withRegister makes a small office whose complaints manager is grace, the
// computer's user, and names it in the environment.
func (d *counter) withRegister(t *testing.T, settings casework.Settings, password string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register.db")
	made, err := register.Create(context.Background(), path, register.First{
		Settings: settings,
		Office:   casework.Office{Name: "Stockbrook Street"},
		Officer:  casework.Officer{Name: "Grace Okafor", Login: "grace"},
		Password: password,
	}, register.Options{Now: d.world.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	d.env["CASEBOOK_REGISTER"] = path
}

// session is a session as a command would get it.
func (d *counter) session(t *testing.T, flags globals) *Session {
	t.Helper()
	s, err := newSession(context.Background(), d.world, flags)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func plainSettings() casework.Settings {
	return casework.Settings{Landlord: "Arden Homes", CurrentFrom: calendar.On(2024, time.April, 1), Envelope: "DL"}
}

func TestTheComputersUserIsSignedInAsTheirOfficer(t *testing.T) {
	d := newCounter()
	d.withRegister(t, plainSettings(), "")
	opened, err := d.session(t, globals{}).open()
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	if opened.officer.Name != "Grace Okafor" {
		t.Errorf("%+v is signed in", opened.officer)
	}
}

func TestNobodyActsAsAnotherWithoutTheirPassword(t *testing.T) {
	d := newCounter()
	d.withRegister(t, plainSettings(), "correct horse battery")
	refused := func(flags globals, says string) {
		t.Helper()
		opened, err := d.session(t, flags).open()
		if err == nil {
			t.Fatalf("%s was signed in", opened.officer.Name)
		}
		if !strings.Contains(err.Error(), says) {
			t.Errorf("refused with %q, which should say %q", err, says)
		}
	}
	d.world.User = "ada"
	refused(globals{}, "tied to the computer's user ada")
	refused(globals{Officer: "grace"}, "needs their password")
	d.env[passwordVariable] = "wrong"
	refused(globals{Officer: "grace"}, "not right")
	d.world.User = ""
	refused(globals{}, "does not say who you are")
	d.env[passwordVariable] = "correct horse battery"
	opened, err := d.session(t, globals{Officer: "grace"}).open()
	if err != nil {
		t.Fatal(err)
	}
	if err := opened.Close(); err != nil {
		t.Error(err)
	}
}

func TestARegisterThatIsNotThereIsRefused(t *testing.T) {
	d := newCounter()
	missing := filepath.Join(t.TempDir(), "nothing.db")
	if opened, err := d.session(t, globals{Register: missing}).open(); err == nil {
		t.Fatalf("opened %v", opened)
	}
	if status := d.run("deadline", "--received", "2026-11-23", "--register", missing); status != 1 || d.out.Len() != 0 {
		t.Errorf("status %d: %s", status, &d.err)
	}
}

func TestDatesGoByTheOfficesOwnSettingsWhereARegisterIsNamed(t *testing.T) {
	d := newCounter()
	own := plainSettings()
	own.CurrentFrom = calendar.On(2023, time.April, 1)
	own.Holidays = []calendar.Exception{{Date: calendar.On(2026, time.November, 25), Name: "Founders' Day"}}
	d.withRegister(t, own, "")
	if status := d.run("deadline", "--received", "2026-11-23"); status != 0 ||
		!strings.Contains(d.out.String(), "Acknowledge by Tuesday 1 December 2026") || !strings.Contains(d.out.String(), "Founders' Day, not counted") {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
	if status := d.run("deadline", "--received", "2023-04-03", "--json"); status != 0 || !strings.Contains(d.out.String(), `"policy": "current"`) {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
}
