package casefile

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/reports/bundle"
)

// caseFile asks where to put the case's file for an ombudsman and makes it
// (Alt+F).
func (v *View) caseFile() {
	if err := v.model.MayMakeFile(); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	f := field.NewForm()
	where := f.Path("folder", "Folder to put it in", v.deps.Shell.Tasks())
	where.Set(v.deps.Folder)
	where.Hint("A folder named " + v.model.Page.Reference + " is made there, with one PDF and every paper as it was kept.")
	sheet := &look.Sheet{}
	f.Relay = func() { sheet.Refit() }
	save := func() {
		dir := strings.TrimSpace(where.Value())
		if wrong := v.noPlace(dir); wrong != "" {
			f.ShowErrors(map[string]string{"folder": wrong})
			return
		}
		sheet.Close()
		v.makeFile(dir)
	}
	f.Default = save
	buttons := look.Line(10, look.Gap(), look.NewPrimary("Make the case file", save).With(look.IconSave, "Ctrl+S"),
		look.NewButton("Leave it", func() { sheet.Close() }).With("", "Esc"))
	content := look.Column(12, look.NewTxt("Case file for the Ombudsman", look.SizeSection, look.Text, true), f.Summary(), where.Object(), buttons)
	sheet = look.OpenDialog(v.deps.Shell.Window().Canvas(), formWidth, content, keys.NewBlocking().On("Ctrl+S", save).On("Ctrl+Enter", save), nil)
	f.First()
}

// noPlace says why a folder cannot hold the case's file; "" where it can.
func (v *View) noPlace(dir string) string {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() || !filepath.IsAbs(dir) {
		return "Enter the full path of a folder that is there"
	}
	if _, err := os.Stat(filepath.Join(dir, v.model.Page.Reference)); err == nil {
		return fmt.Sprintf("There is a folder %s in it already. Choose another place, or take that one away", v.model.Page.Reference)
	}
	return ""
}

// makeFile makes the file away from the interface, with progress, and offers to
// open it.
func (v *View) makeFile(dir string) {
	type made struct {
		bundle.Bundle
		folder string
	}
	m := v.model
	task.Long(v.deps.Shell.Tasks(), v.deps.Shell.Progress(), "Gathering the papers",
		func(ctx context.Context, report func(task.Progress)) (made, error) {
			b, err := m.CaseFile(ctx, func(done, total int) {
				report(task.Progress{Words: "Gathering the papers", Done: done, Total: total})
			})
			if err != nil {
				return made{}, err
			}
			folder, err := b.Save(dir)
			return made{b, folder}, err
		},
		func(b made, err error) {
			if err != nil {
				v.deps.Shell.Problem(err)
				return
			}
			v.deps.Shell.Confirm("The case file is made", fmt.Sprintf("The PDF has %s. It is in %s, with %s as they were kept and the list of their digests.",
				counted(b.Pages, "page", "pages"), b.folder, counted(len(b.Files)-2, "paper", "papers")), "Open it", func() { v.openMade(filePDF(b.folder, b.Bundle)) })
		})
}

func (v *View) openMade(path string) {
	task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (struct{}, error) { return struct{}{}, v.deps.OpenFile(ctx, path) },
		func(_ struct{}, err error) { v.deps.Shell.Problem(err) })
}
