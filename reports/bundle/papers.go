package bundle

import (
	"fmt"
	"path"
	"strings"

	"casebook/data/casework"
	"casebook/reports/paper"
)

// letters are the letters as they were sent, byte for byte in the folder.
// Drafts that never went are not part of the file; letters written outside
// Casebook have a page that says when they went.
func (in Input) letters() ([]piece, []File, error) {
	var pieces []piece
	var files []File
	for _, l := range in.Case.Letters {
		if l.Sent.IsZero() {
			continue
		}
		number := fmt.Sprintf("5.%d", len(pieces)+1)
		title := letterTitle(l)
		about := fmt.Sprintf("%s on %s to %s, by %s.", capital(string(l.How)), l.Sent.Letter(), l.To, in.name(l.SentBy))
		if l.Error != "" {
			about += " Sent in error: " + l.Error
		}
		name := fmt.Sprintf("%s %s %s.pdf", strings.ReplaceAll(number, ".", "-"), title, l.Sent)
		content := in.Documents[l.Document]
		if len(content) > 0 {
			files = append(files, File{Name: name, Bytes: content})
		}
		p, err := in.put(number, title, name, content, pdfType, about)
		if err != nil {
			return nil, nil, err
		}
		p.Day = l.Sent
		pieces = append(pieces, p)
	}
	return pieces, files, nil
}

func letterTitle(l casework.Letter) string {
	if l.Stage < 1 || l.Kind.Slip() {
		return capital(string(l.Kind))
	}
	return fmt.Sprintf("Stage %d %s", l.Stage, l.Kind)
}

// evidence is every piece as it was given: PDFs and pictures in the PDF, the
// rest named there and kept in the folder.
func (in Input) evidence() ([]piece, []File, error) {
	var pieces []piece
	var files []File
	for _, e := range in.Case.Evidence {
		number := fmt.Sprintf("6.%d", len(pieces)+1)
		about := fmt.Sprintf("From %s, received %s. %s", notGiven(e.From), e.Received.Letter(), e.Note)
		content := in.Documents[e.Document]
		// The name that the file came with may name a person, so it stays inside.
		name := fmt.Sprintf("%s evidence %s%s", strings.ReplaceAll(number, ".", "-"), e.Received, path.Ext(e.Name))
		if len(content) > 0 {
			files = append(files, File{Name: name, Bytes: content})
		}
		p, err := in.put(number, "Evidence: "+e.Name, name, content, e.Type, about)
		if err != nil {
			return nil, nil, err
		}
		p.Day = e.Received
		pieces = append(pieces, p)
	}
	return pieces, files, nil
}

// put makes a paper into pages, or makes the page that says why it is not
// there.
func (in Input) put(number, title, file string, content []byte, media, about string) (piece, error) {
	why := ""
	switch {
	case len(content) == 0:
		why = "Its text is not kept in the register: it was written outside Casebook, or was erased after its time."
	default:
		pdf, pages, err := sheets(content, media)
		if err == nil {
			return piece{Part: Part{Number: number, Title: title, Pages: pages, File: file}, pdf: pdf}, nil
		}
		why = "It cannot be shown on paper. It is in the folder as " + file + "."
	}
	p, err := in.draw(page{number, title, []paper.Block{
		paper.Paragraph{Tag: "about", Text: about}, paper.Paragraph{Tag: "why", Text: why},
	}})
	p.File = file
	if len(content) == 0 {
		p.File = ""
	}
	return p, err
}
