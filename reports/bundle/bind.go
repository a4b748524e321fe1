package bundle

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

const pdfType = "application/pdf"

// pictures are the media types that become a page.
var pictures = map[string]bool{"image/jpeg": true, "image/png": true, "image/tiff": true}

// noFolder keeps the library from making a folder of its own in the user's
// home.
var noFolder = sync.OnceFunc(api.DisableConfigDir)

// settings are the library's for one run: lenient with papers that others made.
func settings() *model.Configuration {
	noFolder()
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	return c
}

// sheets makes a paper into a PDF and counts its pages. An error means that it
// cannot be shown on paper.
func sheets(content []byte, media string) (pdf []byte, pages int, err error) {
	defer rescue(&err)
	switch {
	case media == pdfType:
		pdf = content
	case pictures[media]:
		var out bytes.Buffer
		how, err := api.Import("form:A4, pos:c, scale:0.9", types.POINTS)
		if err != nil {
			return nil, 0, err
		}
		if err := api.ImportImages(nil, &out, []io.Reader{bytes.NewReader(content)}, how, settings()); err != nil {
			return nil, 0, err
		}
		pdf = out.Bytes()
	default:
		return nil, 0, fmt.Errorf("%s has no pages", media)
	}
	if err := api.Validate(bytes.NewReader(pdf), settings()); err != nil {
		return nil, 0, err
	}
	pages, err = api.PageCount(bytes.NewReader(pdf), settings())
	return pdf, pages, err
}

// rescue turns a panic over somebody else's broken file into an error: one bad
// piece of evidence must not keep the rest from the ombudsman.
func rescue(err *error) {
	if broken := recover(); broken != nil {
		*err = fmt.Errorf("the file is broken: %v", broken)
	}
}

// bind joins the papers in order, numbers the pages across all of them and
// gives each part a bookmark.
func bind(papers [][]byte, parts []Part, title string) (whole []byte, pages int, err error) {
	defer rescue(&err)
	readers := make([]io.ReadSeeker, len(papers))
	for i, p := range papers {
		readers[i] = bytes.NewReader(p)
	}
	var joined, numbered, marked bytes.Buffer
	if err := api.MergeRaw(readers, &joined, false, settings()); err != nil {
		return nil, 0, err
	}
	stamp, err := api.TextWatermark(title+", page %p of %P", stampLook, true, false, types.POINTS)
	if err != nil {
		return nil, 0, err
	}
	if err := api.AddWatermarks(bytes.NewReader(joined.Bytes()), &numbered, nil, stamp, settings()); err != nil {
		return nil, 0, err
	}
	marks := []pdfcpu.Bookmark{{Title: "What is in this file", PageFrom: 1}}
	for _, p := range parts {
		marks = append(marks, pdfcpu.Bookmark{Title: p.Number + " " + p.Title, PageFrom: p.First})
	}
	if err := api.AddBookmarks(bytes.NewReader(numbered.Bytes()), &marked, marks, true, settings()); err != nil {
		return nil, 0, err
	}
	pages, err = api.PageCount(bytes.NewReader(marked.Bytes()), settings())
	return marked.Bytes(), pages, err
}

// stampLook puts the number at the top right, above where any of our pages
// begins.
const stampLook = "font:Helvetica, points:8, position:tr, offset:-24 -14, scalefactor:1 abs, rotation:0, fillcolor:#4B5B62, opacity:1"
