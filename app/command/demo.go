package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/demo"
	"casebook/data/register"
	"casebook/reports/board"
	"casebook/reports/letter"
)

// Demo makes a demonstration office: a register of invented cases, the letters
// of its last ones and the board's workbook.
type Demo struct {
	Dir        string `required:"" placeholder:"DIR" help:"The folder to make it in."`
	Cases      int    `default:"240" help:"How many cases."`
	RandomSeed uint64 `default:"1" help:"Another number makes another office; the same one makes the same."`
	Open       bool   `help:"Then open the window on it. A demonstration that is there already is opened as it is."`
}

// Run makes the office and says where everything is.
func (c Demo) Run(s *Session) error {
	if c.Open {
		if err := s.namesNobody(); err != nil {
			return err
		}
	}
	path := filepath.Join(c.Dir, "register.db")
	_, err := os.Stat(path)
	switch {
	case err == nil && !c.Open:
		return fmt.Errorf("there is a register in %s already: choose another folder, or open it with --open", c.Dir)
	case err != nil:
		if c.Cases < 1 {
			return usage("--cases: %d is not a number of cases", c.Cases)
		}
		if err := c.make(s, path); err != nil {
			return err
		}
	}
	if !c.Open {
		return nil
	}
	if s.OpenWindow == nil || s.HasDisplay == nil || !s.HasDisplay() {
		return s.Say("There is no display here, so the window was not opened. The letters and the workbook are in %s.", c.Dir)
	}
	s.Register = path
	return s.OpenWindow(s.Context, s)
}

func (c Demo) make(s *Session, path string) error {
	if err := os.MkdirAll(c.Dir, 0o700); err != nil {
		return fmt.Errorf("the folder %s cannot be made: choose another place for it", c.Dir)
	}
	office := DemoOffice{Path: path, Cases: c.Cases, Seed: c.RandomSeed, Today: s.Today, User: s.User}
	if err := office.Make(s.Context, nil); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	opened, err := register.Open(s.Context, path, s.options())
	if err != nil {
		return err
	}
	defer opened.Close()
	manager, err := opened.SignIn(s.Context, s.User, "")
	if err != nil {
		return err
	}
	letters, err := c.saveLetters(s.Context, opened, manager)
	if err != nil {
		return err
	}
	workbook, err := c.saveBoard(s, opened, manager)
	if err != nil {
		return err
	}
	beside, err := c.beside(s.Context, opened, manager)
	if err != nil {
		return err
	}
	return s.Say("A demonstration office of %s is in %s.\nAmong them: %s\nLetters: %d in %s\nBoard workbook: %s",
		count(c.Cases, "invented case"), path, beside, letters, filepath.Join(c.Dir, "letters"), workbook)
}

// beside says how many cases are what the pages promise beside complaints, and
// how many wait for money.
func (c Demo) beside(ctx context.Context, opened *register.Register, by casework.Officer) (string, error) {
	var parts []string
	for _, of := range []struct {
		view register.View
		what string
	}{
		{register.View{Kind: casework.PetitionKind}, "petition"}, {register.View{Kind: casework.ClaimKind}, "insurance claim"},
		{register.View{Kind: casework.FixedSum}, "fixed payment"}, {register.View{Owing: register.Owing{Kind: casework.DutyPay}}, "unpaid case"},
	} {
		n, err := opened.Count(ctx, by, of.view)
		if err != nil {
			return "", err
		}
		parts = append(parts, count(n, of.what))
	}
	return strings.Join(parts, ", "), nil
}

// saveLetters writes every letter that the register keeps, named by its case
// alone.
func (c Demo) saveLetters(ctx context.Context, opened *register.Register, by casework.Officer) (int, error) {
	folder := filepath.Join(c.Dir, "letters")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return 0, err
	}
	saved := 0
	page, err := opened.Cases(ctx, by, register.View{Sort: register.ByReceived}, register.Cursor{}, 4*realLetters)
	if err != nil {
		return 0, err
	}
	for _, row := range page.Rows {
		of, err := opened.Case(ctx, by, row.ID)
		if err != nil {
			return saved, err
		}
		names := map[string]bool{}
		for _, l := range of.Letters {
			if l.Document == "" {
				continue
			}
			pdf, err := opened.Document(ctx, by, of.ID, l.Document)
			if err != nil {
				return saved, err
			}
			if err := os.WriteFile(filepath.Join(folder, letterName(of.Reference, l, names)), pdf, 0o600); err != nil {
				return saved, err
			}
			saved++
		}
	}
	return saved, nil
}

// letterName names a letter's file: what it is of which stage, and its number
// where the case has another one such.
func letterName(of casework.Reference, l casework.Letter, names map[string]bool) string {
	name := fmt.Sprintf("%s %s", of, l.Kind)
	if l.Stage > 0 {
		name = fmt.Sprintf("%s stage %d %s", of, l.Stage, l.Kind)
	}
	if names[name] {
		name = fmt.Sprintf("%s %d", name, l.ID)
	}
	names[name] = true
	return name + ".pdf"
}

// saveBoard saves the workbook of the last quarter that has ended.
func (c Demo) saveBoard(s *Session, opened *register.Register, by casework.Officer) (string, error) {
	folder := filepath.Join(c.Dir, "board")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	period := board.PeriodOf(s.Today).Previous()
	report := Board{Quarter: period.String()}
	snapshot, err := opened.Facts(s.Context, by, period.FactsFrom(), s.Today)
	if err != nil {
		return "", err
	}
	made, err := report.report(s, &office{opened, by}, period, snapshot)
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, fmt.Sprintf("Complaints board report %s.xlsx", period))
	err = SaveWhole(path, func(w io.Writer) error {
		return board.Workbook(made, w, func(int, int) error { return s.Context.Err() })
	}, nil)
	return path, err
}

// DemoOffice makes the register of a demonstration office, for the command and
// for the window's first start.
type DemoOffice struct {
	Path  string // of the register to make
	Cases int
	Seed  uint64
	Today calendar.Date
	User  string // the computer's user becomes its complaints manager
}

// realLetters is how many of the last cases have real letters, and of four times
// as many those of rarer kinds; the letters of the others are recorded as written
// before Casebook was there.
const realLetters = 45

// demoOffice is the housing office at whose counter everything happens.
const demoOffice = "Alvaston"

// demoHomes is how many homes the invented housing list has.
const demoHomes = 400

// Make makes the register. The same DemoOffice gives the same register, byte
// for byte in every chain: its clock goes with its cases and its salts come
// from its seed.
func (d DemoOffice) Make(ctx context.Context, progress func(done, total int)) error {
	clock := &demoClock{day: d.Today}
	o := register.Options{Now: clock.now, Today: func() calendar.Date { return clock.day }, Random: demoSalts(d.Seed)}
	manager := demo.Officers(0)[0]
	manager.Login = d.User
	opened, err := register.Create(ctx, d.Path, register.First{Settings: demo.Settings(), Office: casework.Office{Name: demoOffice}, Officer: manager}, o)
	if err != nil {
		return err
	}
	return errors.Join(d.fill(ctx, opened, clock, progress), opened.Close())
}

func (d DemoOffice) fill(ctx context.Context, opened *register.Register, clock *demoClock, progress func(done, total int)) error {
	manager, err := opened.SignIn(ctx, d.User, "")
	if err != nil {
		return err
	}
	staff := []casework.Officer{manager}
	for _, o := range demo.Officers(manager.Office)[1:] {
		kept, err := opened.SaveOfficer(ctx, manager, o, "")
		if err != nil {
			return err
		}
		staff = append(staff, kept)
	}
	homes := demo.Homes(demoHomes, d.Seed)
	if _, err := opened.LoadHousing(ctx, manager, homes, nil); err != nil {
		return err
	}
	moment, err := opened.Moment(ctx, manager, d.Today)
	if err != nil {
		return err
	}
	officers := map[int64]casework.Officer{}
	for _, o := range staff {
		officers[o.ID] = o
	}
	return demo.Make(ctx, demo.Plan{
		Cases: d.Cases, Seed: d.Seed, Today: d.Today, Policies: moment.Policies, Holidays: moment.Holidays,
		Officers: staff, Homes: homes, LastReal: realLetters, Progress: progress,
		Batch: func(do func(demo.Keeper) error) error {
			return opened.Batch(ctx, manager, func(b *register.Batch) error {
				return do(&demoKeeper{batch: b, clock: clock, moment: moment, officers: officers})
			})
		},
	})
}

// demoClock stands at ten in the morning of the day that is being recorded.
type demoClock struct{ day calendar.Date }

func (c *demoClock) now() time.Time {
	return time.Date(c.day.Year(), c.day.Month(), c.day.Day(), 10, 0, 0, 0, calendar.London())
}

// demoSalts are salts that come out the same each time. Nobody in the register
// exists, so nothing is kept secret by them.
func demoSalts(seed uint64) io.Reader {
	var key [32]byte
	for i := range 8 {
		key[i] = byte(seed >> (8 * i))
	}
	return rand.NewChaCha8(key)
}

// demoKeeper keeps a demonstration office in one batch of a register.
type demoKeeper struct {
	batch    *register.Batch
	clock    *demoClock
	moment   casework.Moment
	officers map[int64]casework.Officer
}

// Record keeps a contact on a day.
func (k *demoKeeper) Record(on calendar.Date, by casework.Officer, act casework.Recording) (casework.Case, error) {
	k.clock.day = on
	done, err := k.batch.RecordAs(by, on, act)
	return done.Case, err
}

// Do keeps an act on a day.
func (k *demoKeeper) Do(on calendar.Date, by casework.Officer, id int64, act casework.Act) (casework.Case, error) {
	k.clock.day = on
	done, err := k.batch.DoAs(by, on, id, act)
	return done.Case, err
}

// RecordFrom keeps a contact that came from an earlier one, joined to it.
func (k *demoKeeper) RecordFrom(on calendar.Date, by casework.Officer, act casework.Record, from casework.Case, kind casework.LinkKind) (casework.Case, error) {
	k.clock.day = on
	done, err := k.batch.RecordLinked(by, on, act, from.ID, kind)
	return done.Case, err
}

// Evidence keeps a file with a case as the window would: what it is and its
// digest come from its bytes.
func (k *demoKeeper) Evidence(on calendar.Date, by casework.Officer, id int64, act casework.AddEvidence, content []byte) (casework.Case, error) {
	kind, err := casework.EvidenceType(act.File, content)
	if err != nil {
		return casework.Case{}, err
	}
	document, err := k.batch.KeepDocument(content)
	if err != nil {
		return casework.Case{}, err
	}
	act.Type, act.Size, act.Document = kind, len(content), document
	return k.Do(on, by, id, act)
}

// Letter makes, checks and keeps a letter as the window would.
func (k *demoKeeper) Letter(on calendar.Date, by casework.Officer, c casework.Case, kind casework.LetterKind, about int) (casework.Case, error) {
	k.clock.day = on
	in := letter.Input{
		Kind: kind, About: about, Case: c, Settings: k.moment.Settings, Officers: k.officers, Office: demoOffice, Policies: k.moment.Policies,
		Holidays: k.moment.Holidays, Today: on, LargePrint: c.Contact.Needs(casework.LargePrint),
	}
	made, err := letter.Fill(in)
	if err != nil {
		return c, err
	}
	if findings := letter.Check(made, in); letter.Shut(findings) {
		return c, refusedLetter(made, findings)
	}
	pdf, err := letter.PDF(made)
	if err != nil {
		return c, err
	}
	document, err := k.batch.KeepDocument(pdf)
	if err != nil {
		return c, err
	}
	return k.Do(on, by, c.ID, casework.MakeLetter{Kind: kind, About: made.About, Dated: on, Document: document, Pages: len(made.Document.Pages), LargePrint: made.LargePrint})
}
