package signin

import (
	"context"
	"path/filepath"
	"strings"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

// restoreView is the way back from a copy on the screen.
type restoreView struct {
	g      *Gate
	f      *field.Form
	file   *field.Picker
	where  *field.Choice
	folder *field.Picker
	server *field.Text
}

const (
	hereWords   = "On this computer"
	serverWords = "On a shared server"
)

// showRestore asks for the copy and for the place of the register made from
// it. address is where to begin with; back is the page before.
func (g *Gate) showRestore(address string, back func()) {
	v := &restoreView{g: g, f: field.NewForm()}
	v.file = v.f.Path("file", "The copy to restore", g.deps.Tasks, ".db")
	v.file.Hint("A file such as casebook-20261113-085500.db in the folder for backups.")
	v.where = v.f.Choice("where", "Where the register is to live", hereWords, serverWords)
	v.where.Set(hereWords)
	v.where.Changed = func(string) { v.arrange() }
	v.folder = v.f.Path("folder", "Folder", g.deps.Tasks)
	v.folder.Set(g.deps.Folder)
	v.folder.Hint("It must hold no register yet. One that is damaged there is to be moved away first, and kept.")
	v.server = v.f.Text("server", "Address of the server")
	v.server.Hint("Its database must be empty. It looks like postgres://name:password@server/database")
	if isServer(address) {
		v.where.Set(serverWords)
		v.server.Set(address)
	} else if address != "" {
		v.folder.Set(filepath.Dir(address))
	}
	for _, t := range []*field.Text{v.file.Text, v.folder.Text, v.server} {
		t.Tall()
	}
	v.f.Default = v.restore
	body := look.Column(16, v.f.Summary(), v.file.Object(), v.where.Object(), v.folder.Object(), v.server.Object(),
		look.Hint("The copy is only read. Every entry and every letter is checked before the register counts as restored."))
	g.show(page{
		title: "Restore from a backup", second: "A register is made from a copy. The copy stays as it is.",
		form: v.f, body: body,
		short: true,
		foot:  look.Line(12, look.NewPrimary("Restore it", v.restore).With(look.IconStore, "Ctrl+Enter"), look.NewButton("Go back", back).With("", "Esc")),
		keys:  map[keys.Chord]func(){"Ctrl+Enter": v.restore, "Ctrl+S": v.restore, "Esc": back},
	})
	v.arrange()
	v.f.First()
}

func (v *restoreView) arrange() {
	appear(&v.folder.Row, v.where.Value() == hereWords)
	appear(&v.server.Row, v.where.Value() == serverWords)
}

func (v *restoreView) restore() {
	typed := First{Where: OnThisComputer, Folder: v.folder.Value(), Server: v.server.Value()}
	at := "folder"
	if v.where.Value() == serverWords {
		typed.Where, at = OnServer, "server"
	}
	wrong := typed.Missing(true)
	file := strings.TrimSpace(v.file.Value())
	if file == "" {
		wrong["file"] = "Enter the file of the copy"
	}
	v.f.ShowErrors(wrong)
	if len(wrong) > 0 {
		return
	}
	g := v.g
	work(g, "Restoring", func(ctx context.Context, progress func(int, int)) (string, error) {
		return typed.Address(), g.deps.Restore(ctx, file, typed.Address(), progress)
	}, func(address string, err error) {
		if err != nil {
			g.log(err)
			if strings.Contains(err.Error(), file) {
				at = "file"
			}
			v.f.ShowErrors(map[string]string{at: said(err)})
			return
		}
		g.open(address, false, g.deps.User)
	})
}
