package field

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"casebook/app/task"
)

// mostPaths is how many places the list below a path offers.
const mostPaths = 8

// Path adds a field for a folder or a file of this computer, with the folders
// that go on from what is typed below it, and the files with one of the
// endings (".db"). Down and Enter walk into a folder, so that nobody needs a
// mouse to find one.
func (f *Form) Path(name, label string, tasks *task.Runner, endings ...string) *Picker {
	lane := task.NewLatest(tasks)
	p := f.Picker(name, label, func(text string, show func([]Suggestion)) {
		task.RunLatest(lane, func(context.Context) ([]Suggestion, error) {
			return goesOn(text, endings), nil
		}, func(found []Suggestion, _ error) { show(found) })
	})
	p.Chosen = func(s Suggestion) {
		if folder, ok := s.Value.(string); ok && folder != "" {
			p.Set(folder)
			p.ask(folder)
		}
	}
	return p
}

// goesOn lists what in the folder typed so far begins with the rest. A folder
// that cannot be read offers nothing: saving says why.
func goesOn(text string, endings []string) []Suggestion {
	folder, rest := filepath.Split(text)
	if folder == "" || !filepath.IsAbs(folder) {
		return nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var found []Suggestion
	for _, e := range entries {
		name := e.Name()
		hidden := strings.HasPrefix(name, ".") && !strings.HasPrefix(rest, ".")
		if hidden || !strings.HasPrefix(strings.ToLower(name), strings.ToLower(rest)) {
			continue
		}
		path := filepath.Join(folder, name)
		switch {
		case e.IsDir():
			found = append(found, Suggestion{Words: name, Second: "folder", Value: path + string(filepath.Separator)})
		case slices.Contains(endings, strings.ToLower(filepath.Ext(name))):
			found = append(found, Suggestion{Words: path, Value: ""})
		}
		if len(found) == mostPaths {
			break
		}
	}
	return found
}
