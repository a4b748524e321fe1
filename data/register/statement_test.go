package register

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

var place = regexp.MustCompile(`\$[0-9]+`)

// misnumbered says what is wrong with the places of a statement: they must be
// numbered in the order in which they first appear, because one driver binds
// by position and the other by number.
func misnumbered(query string) error {
	highest := 0
	for _, found := range place.FindAllString(query, -1) {
		n, err := strconv.Atoi(found[1:])
		if err != nil || n > highest+1 || n < 1 {
			return fmt.Errorf("%s comes after $%d in\n%s", found, highest, query)
		}
		highest = max(highest, n)
	}
	return nil
}

// Every statement that any test of this package runs is read here, those put
// together from pieces too.
func init() {
	var seen sync.Map
	inspect = func(query string, args []any) {
		if n, before := seen.LoadOrStore(query, len(args)); before && n == len(args) {
			return
		}
		if err := misnumbered(query); err != nil {
			panic(err)
		}
		used := map[string]bool{}
		for _, found := range place.FindAllString(query, -1) {
			used[found] = true
		}
		if len(used) != len(args) {
			panic(fmt.Sprintf("%d places for %d values in\n%s", len(used), len(args), query))
		}
	}
}

func TestEveryStatementNumbersItsPlacesInOrder(t *testing.T) {
	read := 0
	for _, query := range literals(t) {
		read++
		if err := misnumbered(query); err != nil {
			t.Error(err)
		}
	}
	if read < 40 {
		t.Errorf("only %d statements were found in the source; the search for them is broken", read)
	}
}

// literals are the statements that stand whole in the source.
func literals(t *testing.T) []string {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".go") || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			for _, verb := range []string{"SELECT ", "INSERT ", "UPDATE ", "DELETE "} {
				if strings.HasPrefix(text, verb) {
					found = append(found, text)
				}
			}
			return true
		})
	}
	return found
}

func TestMisnumberedStatementsAreNoticed(t *testing.T) {
	for query, wrong := range map[string]bool{
		"SELECT 1":                         false,
		"SELECT $1, $2":                    false,
		"SELECT $1 WHERE $1 = $2":          false,
		"SELECT $2, $1":                    true,
		"SELECT $1, $3":                    true,
		"SELECT $1 WHERE a = $2 OR b = $4": true,
	} {
		if got := misnumbered(query) != nil; got != wrong {
			t.Errorf("%q: noticed %v, want %v", query, got, wrong)
		}
	}
}
