package app_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The floor plan, as far as it can be read from imports and calls. Tests are
// free to reach for what they check; everything else is held to it.

const module = "casebook/"

// dataRooms are in the order of the plan: each may use only those before it.
var dataRooms = []string{"calendar", "policy", "redress", "casework", "register", "intake", "demo"}

// topLevel is all that may lie at the top, dot-files aside.
var topLevel = []string{"main.go", "app", "data", "reports", "assets", "go.mod", "go.sum", "FyneApp.toml", "README.md", "LICENSE"}

// mainLines keeps main.go to wiring.
const mainLines = 120

// libraries are kept to the rooms that know them.
var libraries = []struct {
	prefix string
	rooms  []string
}{
	{"database/sql", []string{"data/register"}},
	{"github.com/mattn/go-sqlite3", []string{"data/register"}},
	{"github.com/jackc/pgx/", []string{"data/register"}},
	{"github.com/pressly/goose/", []string{"data/register"}},
	{"github.com/jung-kurt/gofpdf", []string{"reports", "data/intake"}},
	{"github.com/xuri/excelize/", []string{"reports", "data/intake"}},
	{"github.com/rickar/cal/", []string{"data/calendar"}},
	{"fyne.io/fyne/v2/app", []string{"main.go"}},
	{"fyne.io/", []string{"app", "main.go"}},
}

// calls are names of a package that only some rooms may mention.
var calls = []struct {
	pkg   string
	names []string
	rooms []string
	why   string
}{
	{"time", []string{"Now", "Since", "Until"}, []string{"app", "main.go"}, "reads a clock below the outermost layer"},
	{"fyne.io/fyne/v2", []string{"Do", "DoAndWait"}, []string{"app/task", "main.go"}, "crosses to the interface outside app/task"},
	{"fyne.io/fyne/v2/widget", []string{"NewEntry", "NewMultiLineEntry", "NewPasswordEntry", "NewEntryWithData", "Entry"}, []string{"app/field"}, "makes a bare entry outside app/field"},
}

// source is one parsed file of the program.
type source struct {
	name string // slash path from the top: "data/policy/set.go"
	file *ast.File
}

func parse(name, text string) (source, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
	return source{name, file}, err
}

// room is the folder a file lies in, or its own name at the top.
func (s source) room() string {
	if dir := path.Dir(s.name); dir != "." {
		return dir
	}
	return s.name
}

// imports returns the path of each import by the name it goes by in the file.
func (s source) imports() map[string]string {
	named := map[string]string{}
	for _, spec := range s.file.Imports {
		at, _ := strconv.Unquote(spec.Path.Value)
		name := path.Base(at)
		if strings.HasPrefix(name, "v") && len(name) < 4 {
			name = path.Base(path.Dir(at))
		}
		if spec.Name != nil {
			name = spec.Name.Name
			if name == "_" || name == "." {
				name += at
			}
		}
		named[name] = at
	}
	return named
}

// within reports whether a room is one of those listed or lies inside one.
func within(room string, rooms []string) bool {
	return slices.ContainsFunc(rooms, func(r string) bool { return room == r || strings.HasPrefix(room, r+"/") })
}

// faults returns everything in a file that the plan forbids.
func (s source) faults() []string {
	var found []string
	room := s.room()
	imports := s.imports()
	for _, at := range imports {
		if why := importFault(room, at); why != "" {
			found = append(found, fmt.Sprintf("%s imports %s: %s", s.name, at, why))
		}
		if path.Base(s.name) == "model.go" && within(room, []string{"app"}) && strings.HasPrefix(at, "fyne.io/") {
			found = append(found, fmt.Sprintf("%s imports %s: a screen's model is plain Go", s.name, at))
		}
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			if within(room, []string{"app"}) && room != "app/task" {
				found = append(found, s.name+" starts a goroutine outside app/task")
			}
		case *ast.SelectorExpr:
			pkg, ok := n.X.(*ast.Ident)
			if !ok {
				return true
			}
			for _, c := range calls {
				if imports[pkg.Name] == c.pkg && slices.Contains(c.names, n.Sel.Name) && !within(room, c.rooms) {
					found = append(found, fmt.Sprintf("%s names %s.%s, which %s", s.name, pkg.Name, n.Sel.Name, c.why))
				}
			}
		}
		return true
	})
	return found
}

func importFault(room, at string) string {
	for _, library := range libraries {
		if at == strings.TrimSuffix(library.prefix, "/") || strings.HasPrefix(at, strings.TrimSuffix(library.prefix, "/")+"/") {
			if !within(room, library.rooms) {
				return "only " + strings.Join(library.rooms, " and ") + " may"
			}
			break
		}
	}
	if room == "app/command" && strings.HasPrefix(at, "fyne.io/") {
		return "commands work without a window"
	}
	to, ours := strings.CutPrefix(at, module)
	if !ours || room == "main.go" {
		return ""
	}
	from, below := floor(room), floor(to)
	switch {
	case below > from:
		return "arrows point down only"
	case strings.HasPrefix(room, "reports/") && within(to, []string{"data/register"}):
		return "reports know values, not the register"
	case from == floor("data") && below == from && dataOrder(to) > dataOrder(room):
		return "each data room may use only those before it"
	}
	return ""
}

// floor numbers the floors from the bottom up.
func floor(room string) int {
	top, _, _ := strings.Cut(room, "/")
	return slices.Index([]string{"assets", "data", "reports", "app"}, top)
}

// dataOrder is the place of a data room in the plan; a room that is not in the
// plan comes after all of them and is found by TestEveryDataRoomIsInThePlan.
func dataOrder(room string) int {
	name, _, _ := strings.Cut(strings.TrimPrefix(room, "data/"), "/")
	if i := slices.Index(dataRooms, name); i >= 0 {
		return i
	}
	return len(dataRooms)
}

// reaches returns a chain of our packages from one to an import with a prefix.
func reaches(sources []source, from, prefix string) []string {
	uses := map[string][]string{}
	for _, s := range sources {
		for _, at := range s.imports() {
			uses[s.room()] = append(uses[s.room()], at)
		}
	}
	seen := map[string]bool{}
	var walk func(room string) []string
	walk = func(room string) []string {
		seen[room] = true
		for _, at := range uses[room] {
			if strings.HasPrefix(at, prefix) {
				return []string{room, at}
			}
			next, ours := strings.CutPrefix(at, module)
			if ours && !seen[next] {
				if chain := walk(next); chain != nil {
					return append([]string{room}, chain...)
				}
			}
		}
		return nil
	}
	return walk(from)
}

// program parses every file of the program but its tests.
func program(t *testing.T) []source {
	t.Helper()
	top := os.DirFS("..")
	var sources []source
	err := fs.WalkDir(top, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata") {
				return fs.SkipDir
			}
			return nil
		case path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(top, name)
		if err != nil {
			return err
		}
		s, err := parse(name, string(text))
		sources = append(sources, s)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

func TestTheProgramKeepsToItsFloorPlan(t *testing.T) {
	sources := program(t)
	if len(sources) < 10 {
		t.Fatalf("only %d files were read", len(sources))
	}
	for _, s := range sources {
		for _, fault := range s.faults() {
			t.Error(fault)
		}
	}
	if chain := reaches(sources, "app/command", "fyne.io/"); chain != nil {
		t.Errorf("a command needs a window: %s", strings.Join(chain, " uses "))
	}
}

func TestEveryDataRoomIsInThePlan(t *testing.T) {
	entries, err := os.ReadDir("../data")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.Contains(dataRooms, entry.Name()) {
			t.Errorf("data/%s is no room of the floor plan", entry.Name())
		}
	}
}

func TestNothingElseLiesAtTheTop(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		// What a build leaves at the top is ignored, and is not part of the house.
		if !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) && !slices.Contains([]string{"casebook", "demonstration"}, name) {
			t.Errorf("%s lies at the top, where the floor plan has no place for it", name)
		}
	}
	text, err := os.ReadFile("../main.go")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(text), "\n"); lines >= mainLines {
		t.Errorf("main.go has %d lines: it wires, and does nothing else", lines)
	}
}

func TestTheFloorPlanFindsWhatItForbids(t *testing.T) {
	for _, c := range []struct{ name, body, says string }{
		{"data/casework/case.go", `import "casebook/data/policy"`, ""},
		{"data/policy/set.go", `import "casebook/data/casework"`, "only those before it"},
		{"data/calendar/date.go", `import "casebook/data/policy"`, "only those before it"},
		{"data/register/desk/desk.go", `import "casebook/data/casework"`, ""},
		{"data/register/open.go", `import "casebook/data/register/desk"`, ""},
		{"data/register/open.go", `import "casebook/data/demo"`, "only those before it"},
		{"data/policy/set.go", `import "casebook/reports/letter"`, "arrows point down"},
		{"reports/letter/fill.go", `import "casebook/app/look"`, "arrows point down"},
		{"assets/embed.go", `import "casebook/data/policy"`, "arrows point down"},
		{"reports/board/figures.go", `import "casebook/data/register"`, "not the register"},
		{"reports/board/figures.go", `import "casebook/data/register/desk"`, "not the register"},
		{"reports/board/figures.go", `import "casebook/data/casework"`, ""},
		{"app/today/view.go", `import "casebook/reports/letter"`, ""},
		{"main.go", `import "casebook/app/command"`, ""},
		{"app/today/model.go", `import _ "database/sql"`, "only data/register may"},
		{"app/today/model.go", `import "github.com/jackc/pgx/v5"`, "only data/register may"},
		{"data/casework/case.go", `import "github.com/mattn/go-sqlite3"`, "only data/register may"},
		{"data/register/open.go", `import "github.com/pressly/goose/v3"`, ""},
		{"data/register/open.go", `import "fyne.io/fyne/v2"`, "only app and main.go may"},
		{"app/command/run.go", `import "fyne.io/fyne/v2"`, "without a window"},
		{"app/shell/shell.go", `import "fyne.io/fyne/v2/app"`, "only main.go may"},
		{"app/shell/shell.go", `import "fyne.io/fyne/v2/container"`, ""},
		{"app/today/model.go", `import "fyne.io/fyne/v2"`, "plain Go"},
		{"app/board/view.go", `import "github.com/xuri/excelize/v2"`, "only reports and data/intake may"},
		{"data/intake/read.go", `import "github.com/xuri/excelize/v2"`, ""},
		{"data/register/print.go", `import "github.com/jung-kurt/gofpdf"`, "only reports and data/intake may"},
		{"data/casework/due.go", `import "github.com/rickar/cal/v2/gb"`, "only data/calendar may"},
		{"data/register/open.go", `import "time"; var now = time.Now`, "reads a clock"},
		{"reports/letter/fill.go", `import clock "time"; var age = clock.Since(clock.Time{})`, "reads a clock"},
		{"app/today/view.go", `import "time"; var now = time.Now()`, ""},
		{"app/today/view.go", `import "fyne.io/fyne/v2"; func f() { fyne.Do(func() {}) }`, "crosses to the interface"},
		{"app/task/task.go", `import "fyne.io/fyne/v2"; func f() { go fyne.Do(func() {}) }`, ""},
		{"app/today/view.go", `func f() { go f() }`, "starts a goroutine"},
		{"app/today/view.go", `import "fyne.io/fyne/v2/widget"; var e = widget.NewEntry()`, "bare entry"},
		{"app/look/box.go", `import "fyne.io/fyne/v2/widget"; type box struct { widget.Entry }`, "bare entry"},
		{"app/field/text.go", `import "fyne.io/fyne/v2/widget"; var e = widget.NewEntry()`, ""},
	} {
		s, err := parse(c.name, "package x\n"+c.body)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		faults := strings.Join(s.faults(), "; ")
		if (c.says == "") != (faults == "") || !strings.Contains(faults, c.says) {
			t.Errorf("%s with %s: found %q, want %q", c.name, c.body, faults, c.says)
		}
	}
}

func TestACommandThatReachesFyneThroughAnotherRoomIsFound(t *testing.T) {
	command, _ := parse("app/command/run.go", "package command\nimport \"casebook/app/news\"")
	news, _ := parse("app/news/news.go", "package news\nimport \"fyne.io/fyne/v2\"")
	plain, _ := parse("app/news/news.go", "package news\nimport \"sync\"")
	if chain := reaches([]source{command, news}, "app/command", "fyne.io/"); len(chain) != 3 {
		t.Errorf("the way to Fyne was not found: %v", chain)
	}
	if chain := reaches([]source{command, plain}, "app/command", "fyne.io/"); chain != nil {
		t.Errorf("a way to Fyne was invented: %v", chain)
	}
}
