// Package bundle makes the case's file for an ombudsman: one PDF with an index
// and numbered pages, and a folder with every paper as it was kept and a
// manifest of their digests (Code 5.12).
package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Input is everything that a case's file is made from. Nothing is read besides.
type Input struct {
	Case      casework.Case
	Events    []Event           // what happened, the oldest first
	Documents map[string][]byte // the bytes of letters and evidence, by SHA-256 in hex
	Settings  casework.Settings
	Officers  map[int64]casework.Officer
	Policies  *policy.Set
	Today     calendar.Date
	By        casework.Officer // who made it
}

// Event is one entry of the case's history in words.
type Event struct {
	Happened calendar.Date
	Recorded time.Time
	What     string
	Who      string
}

// Bundle is a finished case file.
type Bundle struct {
	Name  string // for the folder and the PDF: the reference, and nothing of a person
	PDF   []byte
	Pages int
	Parts []Part
	Files []File // of the folder, the PDF first and the manifest last
}

// Part is one line of the index.
type Part struct {
	Number string // "3.2"
	Title  string
	Day    calendar.Date // of the paper, where it has one
	First  int           // page of the PDF; pages count from 1
	Pages  int
	File   string // its name in the folder
}

// File is one file of the folder.
type File struct {
	Name  string
	Bytes []byte
}

// Digest is a file's SHA-256 in hex.
func (f File) Digest() string {
	sum := sha256.Sum256(f.Bytes)
	return hex.EncodeToString(sum[:])
}

// piece is a part before its place in the whole is known.
type piece struct {
	Part
	pdf []byte
}

// Make puts the file together. A paper whose bytes are missing or cannot be
// put into a PDF has a page that says so; nothing is left out silently. The
// error is one sentence.
func Make(in Input) (Bundle, error) {
	pieces, files, err := in.pieces()
	if err != nil {
		return Bundle{}, err
	}
	index, parts, err := in.index(pieces)
	if err != nil {
		return Bundle{}, err
	}
	sheets := [][]byte{index}
	for _, p := range pieces {
		sheets = append(sheets, p.pdf)
	}
	whole, pages, err := bind(sheets, parts, "Case file "+string(in.Case.Reference))
	if err != nil {
		return Bundle{}, fmt.Errorf("the case file could not be put together: %w", err)
	}
	b := Bundle{Name: string(in.Case.Reference), PDF: whole, Pages: pages, Parts: parts}
	b.Files = append([]File{{Name: b.Name + ".pdf", Bytes: whole}}, files...)
	b.Files = append(b.Files, manifest(in, b.Files))
	return b, nil
}

// pieces are the parts in the order in which an ombudsman reads: the complaint
// itself, what happened, what was written, who was spoken to, what was looked
// at, and the policy that it was held to.
func (in Input) pieces() ([]piece, []File, error) {
	var pieces []piece
	var files []File
	for _, p := range []page{in.complaint(), in.chronology(), in.contacts(), in.decisions()} {
		made, err := in.draw(p)
		if err != nil {
			return nil, nil, err
		}
		pieces = append(pieces, made)
	}
	for _, gather := range []func() ([]piece, []File, error){in.letters, in.evidence} {
		some, their, err := gather()
		if err != nil {
			return nil, nil, err
		}
		pieces, files = append(pieces, some...), append(files, their...)
	}
	for i, p := range in.policiesUsed() {
		made, err := in.draw(policyPage(p, fmt.Sprintf("7.%d", i+1)))
		if err != nil {
			return nil, nil, err
		}
		pieces = append(pieces, made)
	}
	return pieces, files, nil
}
