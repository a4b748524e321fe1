package casework

import (
	"encoding/hex"
	"fmt"
	"strings"

	"casebook/data/calendar"
)

// MaxEvidence is the size in bytes of the largest piece of evidence. A paper
// scanned at the desk or a minute of a telephone's video is smaller, mail
// systems carry no more, and the bytes are kept in the register and in every
// copy of it.
const MaxEvidence = 25 << 20

// AddEvidence adds a paper, a picture or a recording to the case, open or
// closed (Code 5.8, 5.12). Its bytes are kept as a document of the register in
// the same transaction; EvidenceType says what they are.
type AddEvidence struct {
	File     string // the file's name as given
	Type     string // the media type that its bytes show
	Size     int
	Document string // SHA-256 of the bytes, in hex
	From     string // who gave it
	Note     string // what it shows
	Received calendar.Date
	Point    int // 0 is the whole case
}

// Name is the act's name in history.
func (a AddEvidence) Name() ActName { return ActEvidence }

func (a AddEvidence) happened() calendar.Date { return a.Received }

func (a AddEvidence) summary(c Case, _ Moment) string {
	what := "Evidence added: " + evidenceWords[a.Type]
	if a.Point != 0 {
		what += fmt.Sprintf(", for point %d", a.Point)
	}
	return what
}

func (a AddEvidence) decide(c *Case, m Moment) error {
	if err := a.checkFile(); err != nil {
		return err
	}
	if a.Point != 0 && c.Point(a.Point) == nil {
		return &Refusal{Code: "no-point", Field: "point", Reason: fmt.Sprintf("There is no point %d. Choose one of the case's points, or the whole case", a.Point)}
	}
	if err := past(a.Received, calendar.Date{}, m); err != nil {
		return inField(err, "received")
	}
	for _, e := range c.Evidence {
		if e.Document == a.Document {
			return refuse("twice", "", "This file is with the case already, as evidence %d", e.ID)
		}
	}
	c.Evidence = append(c.Evidence, Evidence{
		ID:   nextID(c.Evidence, func(e Evidence) int { return e.ID }),
		Name: a.File, Type: a.Type, Size: a.Size, Document: a.Document,
		From: a.From, Note: a.Note, Received: a.Received, By: m.By.ID, Point: a.Point,
	})
	return nil
}

// checkFile refuses a file that is not kept: without a name, of another kind,
// empty or too large.
func (a AddEvidence) checkFile() error {
	if blank(a.File) || strings.ContainsAny(Tidy(a.File), "/\\\n") {
		return &Refusal{Code: "no-file", Field: "file", Reason: "Choose the file. Its name has no folders in it"}
	}
	named, err := namedType(a.File)
	switch {
	case err != nil:
		return err
	case named != a.Type:
		return mismatch(a.File, evidenceWords[a.Type])
	case a.Size <= 0:
		return emptyFile()
	case a.Size > MaxEvidence:
		return &Refusal{Code: "too-large", Field: "file",
			Reason: fmt.Sprintf("The file is larger than %d MB. Scan it in grey, send a shorter recording, or split it", MaxEvidence>>20)}
	}
	if sum, err := hex.DecodeString(a.Document); err != nil || len(sum) != 32 || a.Document != strings.ToLower(a.Document) {
		return refuse("no-document", "", "The file could not be read whole. Choose it again")
	}
	return nil
}

// Opens says whether a piece of evidence may be opened in the computer's own
// viewer straight away. Other kinds can carry more than they show and are only
// saved, where the computer's own guard looks at them first.
func (e Evidence) Opens() bool {
	switch e.Type {
	case typePDF, typeJPEG, typePNG, typeHEIC, typeTIFF, typeText:
		return true
	}
	return false
}
