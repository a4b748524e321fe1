package bundle

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"casebook/reports/paper"
)

// index lays out the first pages: what is in the file, and on which page each
// part begins. It is laid out twice, because its own length moves every part.
func (in Input) index(pieces []piece) (pdf []byte, parts []Part, err error) {
	own := 1
	for range 4 { // one more round than an index that grows by a page can need
		parts = placed(pieces, own)
		made, err := in.draw(in.indexPage(parts, own))
		if err != nil {
			return nil, nil, err
		}
		if made.Pages == own {
			return made.pdf, parts, nil
		}
		own = made.Pages
	}
	return nil, nil, fmt.Errorf("the index does not settle on a number of pages")
}

// placed gives every part its first page after an index of so many pages.
func placed(pieces []piece, own int) []Part {
	next := own + 1
	parts := make([]Part, len(pieces))
	for i, p := range pieces {
		parts[i] = p.Part
		parts[i].First = next
		next += p.Pages
	}
	return parts
}

func (in Input) indexPage(parts []Part, own int) page {
	total := own
	t := paper.Table{Tag: "index", Columns: []paper.Column{{Title: "Part", Width: 16}, {Title: "What"}, {Title: "Day", Width: 40}, {Title: "Page", Width: 18, Right: true}}}
	for _, p := range parts {
		day := ""
		if !p.Day.IsZero() {
			day = unbroken(p.Day)
		}
		total += p.Pages
		t.Rows = append(t.Rows, paper.Row{Tag: "part " + p.Number, Cells: paper.Cells(p.Number, p.Title, day, fmt.Sprint(p.First))})
	}
	c := in.Case
	return page{"", "Case file " + string(c.Reference), []paper.Block{
		paper.Facts{Tag: "about", Names: 42, Rows: named("Landlord", in.author(), "Reference", string(c.Reference), "Received", c.Received.Long(),
			"About", subject(in, c), "Made on", in.Today.Long()+", by "+in.By.Name, "Pages", fmt.Sprint(total))},
		paper.Heading{Tag: "heading index", Level: 1, Text: "What is in this file"}, t,
		paper.Paragraph{Tag: "manifest", Small: true, Text: "Beside this file stands a folder with each letter and each piece of evidence exactly as it was kept, and a manifest with the SHA-256 digest of each."},
	}}
}

// manifest lists every file of the folder with its digest, in the form that
// sha256sum checks.
func manifest(in Input, files []File) File {
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "%s  %s\n", f.Digest(), f.Name)
	}
	return File{Name: "SHA256SUMS.txt", Bytes: []byte(b.String())}
}

// Save writes the folder under a directory and returns its path. A folder of
// that name that is there already is left as it is, and the error says so.
func (b Bundle) Save(dir string) (string, error) {
	folder := filepath.Join(dir, b.Name)
	if err := os.Mkdir(folder, 0o700); err != nil {
		if os.IsExist(err) {
			return "", fmt.Errorf("there is a folder %s already: choose another place, or take that one away", folder)
		}
		return "", fmt.Errorf("the folder cannot be made: %w", err)
	}
	for _, f := range b.Files {
		if err := os.WriteFile(filepath.Join(folder, f.Name), f.Bytes, 0o600); err != nil {
			return "", fmt.Errorf("%s cannot be written: %w", f.Name, err)
		}
	}
	return folder, nil
}
