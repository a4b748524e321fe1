package register

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// refused expects a refusal with a code.
func refused(t *testing.T, err error, code string) {
	t.Helper()
	var refusal *casework.Refusal
	if !errors.As(err, &refusal) || refusal.Code != code {
		t.Errorf("got %v, want a refusal %q", err, code)
	}
}

func TestTheComputersUserSignsInWithoutAPasswordUnlessThereIsOne(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		for _, login := range []string{"ben", "BEN", " Ben "} {
			if in, err := o.SignIn(o.ctx, login, ""); err != nil || in.ID != ben.ID {
				t.Errorf("%q: %+v, %v", login, in, err)
			}
		}
		if _, err := o.SaveOfficer(o.ctx, o.manager, ben, "correct horse"); err != nil {
			t.Fatal(err)
		}
		if in, err := o.SignIn(o.ctx, "ben", "correct horse"); err != nil || in.ID != ben.ID {
			t.Errorf("with the password: %+v, %v", in, err)
		}
		for name, try := range map[string][2]string{
			"no password": {"ben", ""}, "a wrong one": {"ben", "correct horse "}, "nobody": {"nobody", ""},
			"no login": {"", ""}, "a password for one who has none": {"aisha", "guess"},
		} {
			in, err := o.SignIn(o.ctx, try[0], try[1])
			refused(t, err, "sign-in")
			if in.ID != 0 {
				t.Errorf("%s: the refusal gives %+v away", name, in)
			}
		}
	})
}

func TestFiveWrongPasswordsLockASignInForAWhile(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, err := o.SaveOfficer(o.ctx, o.manager, o.officer("Ben Shaw", casework.Investigator), "right")
		if err != nil {
			t.Fatal(err)
		}
		for range mostWrong - 1 {
			_, err := o.SignIn(o.ctx, "ben", "wrong")
			refused(t, err, "sign-in")
		}
		if _, err := o.SignIn(o.ctx, "ben", "right"); err != nil {
			t.Errorf("after four: %v", err)
		}
		for range mostWrong {
			_, err := o.SignIn(o.ctx, "ben", "wrong")
			refused(t, err, "sign-in")
		}
		_, err = o.SignIn(o.ctx, "ben", "right")
		refused(t, err, "locked")
		o.clock.mu.Lock()
		o.clock.at = o.clock.at.Add(lockFor + time.Second)
		o.clock.mu.Unlock()
		if in, err := o.SignIn(o.ctx, "ben", "right"); err != nil || in.ID != ben.ID {
			t.Errorf("a quarter of an hour later: %v", err)
		}
		if wrong := o.chains(); len(wrong) > 0 {
			t.Error(wrong)
		}
	})
}

func TestAPasswordIsNowhereButAsAHash(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		if _, err := o.SaveOfficer(o.ctx, o.manager, o.officer("Ben Shaw", casework.FrontDesk), "plainly visible"); err != nil {
			t.Fatal(err)
		}
		var hash, body string
		row := o.engine.read.QueryRowContext(o.ctx, `SELECT p.hash, o.body FROM passwords p JOIN officers o ON o.officer = p.officer`)
		if err := row.Scan(&hash, &body); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(hash, "$argon2id$") || strings.Contains(body, "argon2id") || strings.Contains(o.everything(), "plainly visible") {
			t.Errorf("hash %q, body %q", hash, body)
		}
	})
}

func TestOnlyAManagerChangesOfficersOfficesAndSettings(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		settings, err := o.Settings(o.ctx, o.manager)
		if err != nil {
			t.Fatal(err)
		}
		for _, role := range []casework.Role{casework.FrontDesk, casework.Investigator, casework.BoardReader} {
			by := o.officer(string(role)+" officer", role)
			by.Role = casework.Manager // what the desk claims does not count
			_, err := o.SaveOfficer(o.ctx, by, by, "")
			refused(t, err, "not-yours")
			_, err = o.SaveOffice(o.ctx, by, casework.Office{Name: "Mine"})
			refused(t, err, "not-yours")
			_, err = o.SaveSettings(o.ctx, by, settings)
			refused(t, err, "not-yours")
		}
		if offices, err := o.Offices(o.ctx, o.manager); err != nil || len(offices) != 1 {
			t.Errorf("offices %v, %v", offices, err)
		}
	})
}

func TestOfficersAreRefusedWhenTheyCannotBe(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		home := o.manager.Office
		for code, officer := range map[string]casework.Officer{
			"no-name":      {Role: casework.FrontDesk, Office: home, Name: " \x00"},
			"no-role":      {Name: "Ben", Office: home, Role: "chief"},
			"login-taken":  {Name: "Ben", Office: home, Role: casework.FrontDesk, Login: " AISHA"},
			"no-office":    {Name: "Ben", Role: casework.FrontDesk, Office: home + 9},
			"last-manager": func() casework.Officer { m := o.manager; m.Left = true; return m }(),
		} {
			_, err := o.SaveOfficer(o.ctx, o.manager, officer, "")
			refused(t, err, code)
		}
		officers, err := o.Officers(o.ctx, o.manager)
		if err != nil || len(officers) != 1 || officers[0].Left {
			t.Errorf("afterwards there are %+v, %v", officers, err)
		}
	})
}

func TestSettingsSavedTwiceFromOneVersionConflict(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		read, err := o.Settings(o.ctx, o.manager)
		if err != nil {
			t.Fatal(err)
		}
		read.Homes = 12000
		saved, err := o.SaveSettings(o.ctx, o.manager, read)
		if err != nil || saved.Version != read.Version+1 {
			t.Fatalf("version %d, %v", saved.Version, err)
		}
		read.Homes = 13000
		_, err = o.SaveSettings(o.ctx, o.manager, read)
		var conflict *Conflict
		if !errors.As(err, &conflict) || conflict.Who != "Aisha Khan" ||
			!slices.Contains(conflict.Fields, casework.Change{Field: "homes", New: "12000"}) {
			t.Errorf("got %v %+v", err, conflict)
		}
		again, err := o.Settings(o.ctx, o.manager)
		if err != nil || again.Homes != 12000 || again.Version != saved.Version {
			t.Errorf("kept %+v, %v", again, err)
		}
	})
}

func TestRulesFollowTheSettingsOfAnyDesk(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		other := o.desks(1)[0]
		if p, err := other.Policies(o.ctx); err != nil || p.InForceOn(calendar.On(2023, time.June, 1)).Name != "earlier" {
			t.Fatalf("before: %v", err)
		}
		read, err := o.Settings(o.ctx, o.manager)
		if err != nil {
			t.Fatal(err)
		}
		read.CurrentFrom = calendar.On(2023, time.April, 1)
		read.Holidays = []calendar.Exception{{Date: calendar.On(2026, time.March, 30), Name: "Office move"}}
		if _, err := o.SaveSettings(o.ctx, o.manager, read); err != nil {
			t.Fatal(err)
		}
		policies, err := other.Policies(o.ctx)
		if err != nil || policies.InForceOn(calendar.On(2023, time.June, 1)).Name != "current" {
			t.Errorf("the other desk still has the old date: %v", err)
		}
		holidays, err := other.Holidays(o.ctx)
		if err != nil || holidays.IsWorking(calendar.On(2026, time.March, 30)) {
			t.Errorf("the other desk still works on the day of the move: %v", err)
		}
		m, err := other.Moment(o.ctx, o.manager, day0)
		if err != nil || m.Settings.CurrentFrom != read.CurrentFrom || m.By.ID != o.manager.ID {
			t.Errorf("%+v, %v", m, err)
		}
		if colleague, found := m.Officer(o.manager.ID); !found || colleague.Name != "Aisha Khan" {
			t.Errorf("a colleague is %+v", colleague)
		}
		if _, found := m.Officer(99); found {
			t.Error("there is an officer 99")
		}
	})
}
