package paper_test

import (
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"casebook/reports/paper"
)

// tool runs an independent PDF program over a file. The tests fail without it:
// a page that nobody else has read is not proved.
func tool(t *testing.T, pdf []byte, name, packageName string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is missing: install it with: apt-get install %s", name, packageName)
	}
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "FILE", path)
	}
	command := exec.Command(name, args...)
	var out, problem bytes.Buffer
	command.Stdout, command.Stderr = &out, &problem
	if err := command.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", name, err, out.String(), problem.String())
	}
	return out.String()
}

// extract is the text of a PDF as another program reads it.
func extract(t *testing.T, pdf []byte) string {
	t.Helper()
	return tool(t, pdf, "pdftotext", "poppler-utils", "-raw", "FILE", "-")
}

// seen is a word where another program found it, in millimetres.
type seen struct {
	text                   string
	left, top, right, base float64
}

// find reads the words of every page with their places.
func find(t *testing.T, pdf []byte) [][]seen {
	t.Helper()
	out := tool(t, pdf, "pdftotext", "poppler-utils", "-bbox", "FILE", "-")
	var html struct {
		Pages []struct {
			Words []struct {
				XMin float64 `xml:"xMin,attr"`
				YMin float64 `xml:"yMin,attr"`
				XMax float64 `xml:"xMax,attr"`
				YMax float64 `xml:"yMax,attr"`
				Text string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(strings.NewReader(out))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&html); err != nil {
		t.Fatalf("read the words that pdftotext found: %v", err)
	}
	var pages [][]seen
	for _, p := range html.Pages {
		var words []seen
		for _, w := range p.Words {
			words = append(words, seen{
				w.Text, w.XMin * paper.MMPerPoint, w.YMin * paper.MMPerPoint,
				w.XMax * paper.MMPerPoint, w.YMax * paper.MMPerPoint,
			})
		}
		pages = append(pages, words)
	}
	return pages
}
