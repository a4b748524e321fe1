package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
	"casebook/reports/paper"
)

func day(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		panic(err)
	}
	return d
}

// photo is a small picture, and note a PDF page, as evidence.
func photo(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 400, 300))
	for x := range 400 {
		for y := range 300 {
			img.Set(x, y, color.RGBA{uint8(x / 2), uint8(y / 2), 120, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func onePage(t *testing.T, text string) []byte {
	t.Helper()
	pdf, err := paper.PDF(paper.Lay(paper.Sheet{Title: text}, []paper.Block{paper.Paragraph{Text: text}}), paper.PDFOptions{Made: time.Date(2026, 11, 13, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// answered is a case with letters and evidence of every sort.
func answered(t *testing.T) Input {
	t.Helper()
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string][]byte{}
	keep := func(content []byte) string { docs[digest(content)] = content; return digest(content) }
	ack, response := keep(onePage(t, "Acknowledgement as sent")), keep(onePage(t, "Response as sent"))
	picture, sheet := keep(photo(t)), keep(onePage(t, "Job sheet of 14 October"))
	broken, sound := keep([]byte("%PDF-1.4 and then nothing that holds")), keep([]byte("ID3 sound"))
	c := casework.Case{
		ID: 1, Reference: casework.NewReference(casework.Complaint, 2026, 377), Kind: casework.Complaint, Policy: "current@1",
		Received: day("2026-10-28"), Recorded: day("2026-10-28"), RecordedBy: 1, Channel: casework.Counter, Subject: "repairs",
		Resident: casework.Person{Name: "Maureen Tilley"}, Home: casework.Home{Lines: []string{"14 Ladywell Rise", "Derby"}, Postcode: "DE24 7QH", Tenure: casework.Secure},
		Story: "The leak took 23 days to mend and ruined the landing carpet.", Wanted: "The carpet paid for.",
		Choice: casework.Choice{Answer: casework.Complain, By: 1, On: day("2026-10-28")},
		Points: []casework.Point{{ID: 1, Text: "The leak took 23 days to mend.", Finding: casework.Upheld, Reasons: "We took 23 days.", Stage: 1, Answered: day("2026-11-17"), By: 2}},
		Stages: []casework.Stage{{Number: 1, Asked: day("2026-10-28"), Handler: 2, AcknowledgeBy: policy.Deadline{Due: day("2026-11-04")}, Acknowledged: day("2026-11-03"),
			RespondBy: policy.Deadline{Due: day("2026-11-17")}, Responded: day("2026-11-17"), Outcome: casework.Upheld}},
		Redress:  redress.Ledger{{ID: 1, Head: redress.FinancialLoss, Working: "£420.00, 3 of 10 years old", Sum: 29400, Stage: 1}},
		Promises: []casework.Promise{{ID: 1, Text: "Replaster the ceiling", Owner: "Repairs", Due: day("2026-11-20")}},
		Calls:    []casework.Call{{ID: 1, On: day("2026-11-16"), Reached: true, Note: "Agreed the dates.", By: 2, Stage: 1}},
		Letters: []casework.Letter{
			{ID: 1, Kind: casework.Acknowledgement, Stage: 1, Document: ack, Sent: day("2026-11-03"), How: casework.Posted, To: "Maureen Tilley", SentBy: 1},
			{ID: 2, Kind: casework.Response, Stage: 1, Document: response, Sent: day("2026-11-17"), How: casework.Posted, To: "Maureen Tilley", SentBy: 2},
			{ID: 3, Kind: casework.Response, Stage: 1, Document: "never sent"},
			{ID: 4, Kind: casework.ExtensionNotice, Stage: 1, Elsewhere: true, Sent: day("2026-11-10"), How: casework.Emailed, To: "Maureen Tilley", SentBy: 2},
		},
		Evidence: []casework.Evidence{
			{ID: 1, Name: "Maureen's ceiling.png", Type: "image/png", Document: picture, From: "Maureen Tilley", Note: "The stain.", Received: day("2026-10-28")},
			{ID: 2, Name: "job sheet.pdf", Type: "application/pdf", Document: sheet, From: "Repairs", Received: day("2026-11-05")},
			{ID: 3, Name: "scan.pdf", Type: "application/pdf", Document: broken, From: "Repairs", Received: day("2026-11-06")},
			{ID: 4, Name: "call.mp3", Type: "audio/mpeg", Document: sound, From: "Call centre", Received: day("2026-11-07")},
			{ID: 5, Name: "gone.pdf", Type: "application/pdf", Document: "erased", From: "Maureen Tilley", Received: day("2026-11-08")},
		},
	}
	var events []Event
	for i := range 60 {
		events = append(events, Event{Happened: day("2026-10-28").AddDays(i / 3), Recorded: time.Date(2026, 10, 28+i/3, 9, 5, 0, 0, time.UTC), What: fmt.Sprintf("Event number %d of the case", i+1), Who: "Dan Okafor"})
	}
	return Input{Case: c, Events: events, Documents: docs, Policies: policies, Today: day("2026-11-20"), Settings: casework.Settings{Landlord: "Derby Homes"},
		Officers: map[int64]casework.Officer{1: {ID: 1, Name: "Priya Nair"}, 2: {ID: 2, Name: "Dan Okafor"}}, By: casework.Officer{ID: 2, Name: "Dan Okafor"}}
}

// pages is the text of each page, read by poppler, which shares no code with
// what wrote it.
func pages(t *testing.T, pdf []byte) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// TestEveryPartStandsOnThePageTheIndexNames reads the file back and looks for
// the beginning of each part on the page that the index gives for it.
func TestEveryPartStandsOnThePageTheIndexNames(t *testing.T) {
	in := answered(t)
	b, err := Make(in)
	if err != nil {
		t.Fatal(err)
	}
	text := pages(t, b.PDF)
	if len(text) != b.Pages {
		t.Fatalf("the file says %d pages and has %d", b.Pages, len(text))
	}
	starts := map[string]string{
		"1": "The complaint as it was made", "2": "What happened, in order", "3": "Agreed the dates.", "4": "Decisions, remedies",
		"5.1": "Acknowledgement as sent", "5.2": "Response as sent", "5.3": "written outside", "6.2": "Job sheet of 14 October",
		"6.3": "cannot be shown on paper", "6.4": "cannot be shown on paper", "6.5": "erased", "7.1": "The policy in force: current",
	}
	next := b.Parts[0].First
	for _, p := range b.Parts {
		if p.First != next || p.Pages < 1 {
			t.Errorf("part %s begins on page %d with %d pages, want page %d", p.Number, p.First, p.Pages, next)
		}
		next += p.Pages
		if want := starts[p.Number]; want != "" && !strings.Contains(text[p.First-1], want) {
			t.Errorf("part %s: %q is not on page %d:\n%s", p.Number, want, p.First, text[p.First-1])
		}
		delete(starts, p.Number)
	}
	if len(starts) != 0 || next != b.Pages+1 {
		t.Errorf("parts missing: %v; the parts end before page %d of %d", starts, next, b.Pages)
	}
	for i, words := range text {
		if want := fmt.Sprintf("page %d of %d", i+1, b.Pages); !strings.Contains(words, want) {
			t.Errorf("page %d does not say %q", i+1, want)
		}
	}
	if strings.Contains(strings.Join(text, ""), "never sent") {
		t.Error("a letter that never went is in the file")
	}
}

// TestTheFolderHoldsEveryPaperAsItWasKept writes the folder and lets sha256sum
// check the manifest.
func TestTheFolderHoldsEveryPaperAsItWasKept(t *testing.T) {
	in := answered(t)
	b, err := Make(in)
	if err != nil {
		t.Fatal(err)
	}
	folder, err := b.Save(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	check := exec.Command("sha256sum", "--check", "--strict", "SHA256SUMS.txt")
	check.Dir = folder
	if out, err := check.CombinedOutput(); err != nil {
		t.Fatalf("the manifest does not hold: %v\n%s", err, out)
	}
	kept := map[string]bool{}
	for _, f := range b.Files {
		kept[f.Digest()] = true
		for _, name := range []string{"Maureen", "Tilley", "ceiling"} {
			if strings.Contains(f.Name, name) {
				t.Errorf("the name of %s tells of a person", f.Name)
			}
		}
	}
	for _, l := range in.Case.Letters[:2] {
		if !kept[l.Document] {
			t.Errorf("letter %d is not in the folder as it was kept", l.ID)
		}
	}
	for _, e := range in.Case.Evidence[:4] {
		if !kept[e.Document] {
			t.Errorf("evidence %d is not in the folder as it was kept", e.ID)
		}
	}
	if _, err := b.Save(filepath.Dir(folder)); err == nil {
		t.Error("a folder that is there already was written over")
	}
}

// TestTheIndexGrowsWithItsParts makes files of many letters, so that the index
// runs over several pages and every part still stands where it says.
func TestTheIndexGrowsWithItsParts(t *testing.T) {
	for _, n := range []int{0, 20, 35, 80} {
		in := answered(t)
		l := in.Case.Letters[0]
		for i := range n {
			l.ID = 10 + i
			in.Case.Letters = append(in.Case.Letters, l)
		}
		b, err := Make(in)
		if err != nil {
			t.Fatal(err)
		}
		text := pages(t, b.PDF)
		for _, p := range b.Parts {
			if strings.HasPrefix(p.Number, "5.") && p.File != "" && !strings.Contains(text[p.First-1], "as sent") {
				t.Fatalf("%d letters more: part %s is not on page %d", n, p.Number, p.First)
			}
		}
	}
}
