package look_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
)

// TestEveryStringOfTheWindowIsInTheBundledFace reads the string literals of
// every package of the window: a sign that the face lacks would come from the
// machine's own fonts, or as a replacement mark where it has none.
func TestEveryStringOfTheWindowIsInTheBundledFace(t *testing.T) {
	face, err := font.ParseTTF(bytes.NewReader(theme.DefaultTheme().Font(fyne.TextStyle{}).Content()))
	if err != nil {
		t.Fatal(err)
	}
	if _, has := face.NominalGlyph('→'); has {
		t.Fatal("the bundled face has an arrow now: the rule against arrows can go")
	}
	read := 0
	err = filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			words, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Errorf("%s: %v", files.Position(lit.Pos()), err)
				return true
			}
			read++
			for _, r := range words {
				if _, has := face.NominalGlyph(r); !has && r >= ' ' {
					t.Errorf("%s: %q has %q, which the bundled face lacks; use an icon or a word", files.Position(lit.Pos()), words, r)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 500 {
		t.Errorf("only %d strings were read: the test looks in the wrong place", read)
	}
}
