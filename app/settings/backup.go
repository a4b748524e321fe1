package settings

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/app/signin"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

// backupSheet is the second place, and a copy made now.
func (v *View) backupSheet() *sheet {
	s := &sheet{form: field.NewForm()}
	folder := s.form.Path("backup_folder", "The second place: a folder on another disk", v.deps.Shell.Tasks())
	v.text(s, folder.Text, func(x casework.Settings) string { return x.BackupFolder })
	lane := task.NewLatest(v.deps.Shell.Tasks())
	judge := func(string) {
		folder.Echo("")
		to := strings.TrimSpace(folder.Value())
		if to == "" {
			folder.Hint("A memory stick, another disk or a folder of the office’s file server.")
			lane.Drop()
			return
		}
		task.RunLatest(lane, func(context.Context) (register.Distance, error) { return register.Apart(v.deps.Address, to) },
			func(d register.Distance, err error) {
				say, good := signin.Copies(d)
				switch {
				case err != nil:
					folder.Hint(err.Error() + ".")
				case good:
					folder.Echo(say)
				default:
					folder.Hint(say + ".")
				}
			})
	}
	folder.Changed = judge
	state, outcome, copies := look.Column(0), look.Column(8), task.NewLatest(v.deps.Shell.Tasks())
	s.renew = func() {
		judge("")
		v.standing(state, copies)
	}
	s.renew()
	s.save = func() { v.keepFolder(s, strings.TrimSpace(folder.Value())) }
	s.form.Default = s.save
	now := look.NewButton("Make a copy now", func() { v.backUp(s, outcome) }).With(look.IconStore, "")
	content := []fyne.CanvasObject{s.form.Summary(), state, folder.Object(), look.Line(0, v.saveButton("Save the folder", s.save)), look.NewRule(look.Border),
		look.NewSentence(look.Words("A copy is one file with everything in it: cases, history, letters. It counts only once it was opened again and every entry and letter in it was checked.")),
		look.Line(0, now), outcome}
	s.object = s.form.In(page("Backup", "A second place for a copy, so that a broken disk costs no case.", formWidth, content, nil))
	return s
}

// standing says how the office stands with its copies. The folder may be on a
// server that is gone, so it is looked into away from the interface.
func (v *View) standing(state *fyne.Container, lane *task.Latest) {
	type stands struct {
		words string
		well  bool
	}
	folder := v.model.Settings.BackupFolder
	task.RunLatest(lane, func(context.Context) (stands, error) {
		words, well := v.deps.BackupWords(folder)
		return stands{words, well}, nil
	}, func(now stands, _ error) {
		state.Objects = []fyne.CanvasObject{verdict(now.well, now.words+".")}
		state.Refresh()
		if sh := v.sheets["Backup"]; sh != nil {
			sh.form.Relay()
		}
	})
}

// keepFolder saves the second place once it is one.
func (v *View) keepFolder(s *sheet, to string) {
	if to == "" {
		v.keep(s, nil, func(x *casework.Settings) { x.BackupFolder = "" }, "There is no second place now. Casebook goes on reminding you.", nil)
		return
	}
	task.Run(v.deps.Shell.Tasks(), func(context.Context) (register.Distance, error) { return register.Apart(v.deps.Address, to) },
		func(d register.Distance, err error) {
			wrong := map[string]string{}
			if say, good := signin.Copies(d); err != nil {
				wrong["backup_folder"] = err.Error()
			} else if !good {
				wrong["backup_folder"] = say
			}
			v.keep(s, wrong, func(x *casework.Settings) { x.BackupFolder = to }, "The folder for backups is saved.", nil)
		})
}

// backUp makes a copy in the folder that is saved.
func (v *View) backUp(s *sheet, outcome *fyne.Container) {
	to := v.model.Settings.BackupFolder
	if to == "" {
		s.form.ShowErrors(map[string]string{"backup_folder": "Enter a folder and save it, then make the copy"})
		return
	}
	say := func(objs ...fyne.CanvasObject) {
		outcome.Objects = objs
		s.form.Relay()
	}
	long(v, "Copying the register", func(ctx context.Context, progress func(int, int)) (register.BackupReport, error) {
		return v.deps.Register.Backup(ctx, to, progress)
	}, func(b register.BackupReport, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			say(verdict(false, "Stopped. No copy was made."))
			return
		case err != nil:
			say()
			v.deps.Shell.Problem(err)
			return
		}
		say(verdict(true, CopyWords(b)), look.Hint("Seal "+b.Seal))
		v.told("backup", "The register is copied and the copy checked.")
	})
}

// checkSheet reads the whole register and holds it against itself.
func (v *View) checkSheet() *sheet {
	s := &sheet{form: field.NewForm()}
	outcome := look.Column(8)
	check := func() {
		long(v, "Checking the register", func(ctx context.Context, progress func(int, int)) (register.Report, error) {
			return v.deps.Register.Check(ctx, progress)
		}, func(r register.Report, err error) {
			switch {
			case errors.Is(err, context.Canceled):
				outcome.Objects = []fyne.CanvasObject{verdict(false, "Stopped before the end. What was read so far says nothing about the rest.")}
			case err != nil:
				v.deps.Shell.Problem(err)
				return
			default:
				outcome.Objects = reportObjects(r)
			}
			outcome.Refresh()
			s.object.Refresh()
		})
	}
	s.save = check
	run := look.NewPrimary("Check the register", check).With(look.IconOnTrack, "Ctrl+S")
	s.first = run
	content := []fyne.CanvasObject{
		look.NewSentence(look.Words("Reads everything and changes nothing: the file itself, every chain of history, history against the cases, every date counted again, every letter against its digest. Others can go on working.")),
		look.Line(0, run), outcome}
	s.object = page("Register check", "Whether the register agrees with itself.", formWidth, content, nil)
	return s
}

// reportObjects is what a check found.
func reportObjects(r register.Report) []fyne.CanvasObject {
	words, well := CheckWords(r)
	objs := []fyne.CanvasObject{verdict(well, words)}
	for _, p := range r.Problems {
		objs = append(objs, look.Tinted(look.Late, look.Pad(10, 14, 10, 14, look.Column(2,
			look.NewSentence(look.Bold(fmt.Sprintf("%s: %d", sentence(p.Kind), p.Count)).In(look.Red)),
			look.NewSentence(look.Words(p.First))))))
	}
	return append(objs, look.Hint("Seal "+r.Seal+". It changes with every entry; kept with a report, it shows later that nothing before it was altered."))
}
