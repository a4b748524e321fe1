package command

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// read is the text of a printed letter as another program reads it, on one
// line.
func read(t *testing.T, path string) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Fatal("pdftotext is missing: install it with: apt-get install poppler-utils")
	}
	out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

// everyPart is all that a workbook holds: cells, formulas, properties, names.
func everyPart(t *testing.T, path string) string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	var all bytes.Buffer
	for _, part := range archive.File {
		content, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, content); err != nil {
			t.Fatal(err)
		}
		if err := content.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

// TestOddTextGoesFromTheCounterToTheLetterAndNeverIntoTheWorkbook takes what
// people type and paste through the whole house: recorded, printed as it is
// kept, and absent from what the board receives.
func TestOddTextGoesFromTheCounterToTheLetterAndNeverIntoTheWorkbook(t *testing.T) {
	for _, odd := range []struct{ what, typed, kept string }{
		{"a Polish and a Vietnamese name", "Łukasz Nguyễn", "Łukasz Nguyễn"},
		{"a name in Cyrillic", "Ольга Петрова", "Ольга Петрова"},
		{"a name in Greek", "Ελένη Παππά", "Ελένη Παππά"},
		{"apostrophes of both kinds", "Siân O’Brien-D'Souza", "Siân O’Brien-D'Souza"},
		{"a formula", `=HYPERLINK("http://example.org","Zebulon")`, `=HYPERLINK("http://example.org","Zebulon")`},
		{"a formula that begins with a sign", "+Zebulon|' /C calc'!A0", "+Zebulon|' /C calc'!A0"},
		{"pasted control characters", "Zebulon\x00\x07 Quill\u202e\x1b", "Zebulon Quill"},
		{"loose accents", "Zoe\u0308 Quill", "Zoë Quill"},
		{"markup", "<b>Zebulon</b> & Sons %s", "<b>Zebulon</b> & Sons %s"},
	} {
		t.Run(odd.what, func(t *testing.T) {
			d := newCounter()
			reference := d.withOneComplaint(t, func(r *casework.Record) {
				r.Resident.Name, r.Points = odd.typed, []string{"The boiler of " + odd.typed, "Nobody came"}
			})
			opened, c := d.caseOf(t, d.session(t, globals{}), reference)
			if c.Resident.Name != odd.kept {
				t.Errorf("kept is %q, want %q", c.Resident.Name, odd.kept)
			}
			if found, err := opened.Search(t.Context(), opened.officer, strings.Fields(odd.kept)[0], 5); err != nil || len(found.Rows) == 0 {
				t.Errorf("it is not found: %v", err)
			}
			out := filepath.Join(t.TempDir(), "letter.pdf")
			if status := d.run("letter", reference, "--kind", "acknowledgement", "--out", out); status != 0 {
				t.Fatalf("status %d: %s", status, &d.err)
			}
			for _, words := range []string{"Dear " + odd.kept, "The boiler of " + odd.kept} {
				if text := read(t, out); !strings.Contains(text, words) {
					t.Errorf("%q is not on the letter: %.600s", words, text)
				}
			}
			d.absent(t, odd.kept)
		})
	}
}

// absent saves the board's workbook and looks for words in every part of it.
func (d *counter) absent(t *testing.T, words string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "board.xlsx")
	if status := d.run("board", "--quarter", "2026-27Q3", "--out", out); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	parts := everyPart(t, out)
	if !strings.Contains(parts, "Arden Homes") {
		t.Fatal("the workbook is not read")
	}
	for _, word := range append(strings.Fields(words), words) {
		if len(word) > 4 && strings.Contains(parts, word) {
			t.Errorf("%q stands in the workbook", word)
		}
	}
}

func TestANameThatNoFaceCanPrintIsKeptAndKeepsTheLetterShut(t *testing.T) {
	for _, name := range []string{"佐藤 さくら", "نور", "ਗੁਰਪ੍ਰੀਤ"} {
		d := newCounter()
		reference := d.withOneComplaint(t, func(r *casework.Record) { r.Resident.Name = name })
		out := filepath.Join(t.TempDir(), "letter.pdf")
		status := d.run("letter", reference, "--kind", "acknowledgement", "--out", out)
		first := string([]rune(name)[0])
		if status != 1 || !strings.Contains(d.err.String(), first) || !strings.Contains(d.err.String(), "cannot be printed") || d.out.Len() > 0 {
			t.Errorf("%s: status %d, says %s", name, status, &d.err)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: a letter was saved all the same", name)
		}
		if _, c := d.caseOf(t, d.session(t, globals{}), reference); c.Resident.Name != name || len(c.Letters) != 0 {
			t.Errorf("kept is %q with %d letters", c.Resident.Name, len(c.Letters))
		}
	}
}

func TestTenThousandCharactersGoFromTheCounterToTheAnswerWhole(t *testing.T) {
	var story strings.Builder
	for i := 1; story.Len() < 10_000; i++ {
		fmt.Fprintf(&story, "On visit-%d nobody came. ", i)
	}
	text := strings.TrimSpace(story.String())
	d := newCounter()
	reference := d.withOneComplaint(t, func(r *casework.Record) { r.Story, r.Points = text, nil })
	s := d.session(t, globals{})
	opened, c := d.caseOf(t, s, reference)
	if c.Story != text || c.Points[0].Text != text {
		t.Fatalf("kept are %d and %d characters of %d", len(c.Story), len(c.Points[0].Text), len(text))
	}
	folder := t.TempDir()
	write := func(kind string) string {
		out := filepath.Join(folder, kind+".pdf")
		if status := d.run("letter", reference, "--kind", kind, "--out", out); status != 0 {
			t.Fatalf("status %d: %s", status, &d.err)
		}
		return read(t, out)
	}
	letters := []string{write("acknowledgement")}
	today := calendar.On(2026, 11, 21)
	for _, act := range []casework.Act{
		casework.SentElsewhere{Kind: casework.Acknowledgement, On: today, How: casework.Posted, To: "Łukasz Bell"},
		casework.LogCall{On: today, Reached: true, Note: "He told it all again."},
		casework.AnswerPoint{Point: 1, Finding: casework.NotUpheld, Reasons: text},
	} {
		if _, err := opened.Do(t.Context(), opened.officer, c.ID, 0, act); err != nil {
			t.Fatal(err)
		}
	}
	letters = append(letters, write("response"))
	for i, letter := range letters {
		times := map[string]int{}
		for _, word := range strings.Fields(letter) {
			times[word]++
		}
		for n := 1; strings.Contains(text, fmt.Sprintf("visit-%d ", n)); n++ {
			if got := times[fmt.Sprintf("visit-%d", n)]; got != i+1 {
				t.Fatalf("visit %d stands %d times on letter %d, want %d", n, got, i+1, i+1)
			}
		}
	}
	d.absent(t, "visit-17 nobody came")
}
