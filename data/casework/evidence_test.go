package casework

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
)

// office is an Office file of these parts, as Office packs them.
func office(t testing.TB, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range parts {
		if _, err := w.Create(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const (
	oleStart = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	emlText  = "From: Grace <grace@example.org>\r\nSubject: Damp\r\nDate: Fri, 13 Nov 2026 10:00:00 +0000\r\n\r\nIt is wet."
	pdfText  = "%PDF-1.7\n1 0 obj"
	jpegText = "\xFF\xD8\xFF\xE0\x00\x10JFIF"
)

// box begins a file of pictures, sound or video with its brand.
func box(brand string, more ...string) string {
	return "\x00\x00\x00\x18ftyp" + brand + "\x00\x00\x00\x00" + strings.Join(more, "")
}

func TestEvidenceIsWhatItsBytesAre(t *testing.T) {
	for _, f := range []struct{ name, head, want string }{
		{"letter.pdf", pdfText, typePDF},
		{"Damp.JPG", jpegText, typeJPEG},
		{"damp.jpeg", jpegText, typeJPEG},
		{"plan.png", "\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR", typePNG},
		{"IMG_1.HEIC", box("heic", "mif1heic"), typeHEIC},
		{"IMG_2.heic", box("mif1", "heic"), typeHEIC},
		{"fax.tif", "II*\x00\x08\x00\x00\x00", typeTIFF},
		{"fax.tiff", "MM\x00*\x00\x00\x00\x08", typeTIFF},
		{"notes.txt", "Rang twice, nobody came.", typeText},
		{"notes.txt", "\xFF\xFER\x00a\x00n\x00g\x00", typeText}, // as Windows saves it
		{"mail.eml", emlText, typeMail},
		{"mail.eml", "Received: from a by b\r\n\r\n\x00\x01", typeMail},
		{"old.doc", oleStart + wide("WordDocument"), typeDoc},
		{"old.xls", oleStart + wide("Workbook"), typeXls},
		{"new.docx", office(t, "[Content_Types].xml", "word/document.xml"), typeDocx},
		{"new.xlsx", office(t, "_rels/.rels", "xl/workbook.xml"), typeXlsx},
		{"voice.mp3", "ID3\x04\x00\x00", typeMP3},
		{"voice.mp3", "\xFF\xFB\x90\x64\x00\x00", typeMP3},
		{"voice.m4a", box("M4A "), typeM4A},
		{"voice.m4a", box("mp42"), typeM4A},
		{"voice.wav", "RIFF\x24\x00\x00\x00WAVEfmt ", typeWAV},
		{"flat.mp4", box("isom"), typeMP4},
		{"flat.mov", box("qt  "), typeMOV},
		{"flat.mov", "\x00\x00\x00\x08wide\x00\x00\x00\x00mdat", typeMOV},
	} {
		if got, err := EvidenceType(f.name, []byte(f.head)); got != f.want || err != nil {
			t.Errorf("%s with %q is %q, %v; want %s", f.name, f.head[:min(12, len(f.head))], got, err, f.want)
		}
	}
}

func TestWhatIsNotKeptAsEvidence(t *testing.T) {
	macros := office(t, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
	for _, f := range []struct{ name, head, code string }{
		{"setup.exe", "MZ\x90", "program"},
		{"letter.pdf.exe", "MZ\x90", "program"},
		{"run.bat", "del *", "program"},
		{"form.docm", macros, "program"},
		{"form.docx", macros, "program"},
		{"old.doc", oleStart + wide("_VBA_PROJECT"), "program"},
		{"photos.zip", "PK\x03\x04", "archive"},
		{"photos.7z", "7z\xBC\xAF", "archive"},
		{"page.html", "<html>", "web-page"},
		{"logo.svg", "<svg>", "web-page"},
		{"mail.msg", oleStart, "no-type"},
		{"noending", "text", "no-type"},
		{"", "text", "no-type"},
		{".", "text", "no-type"},
		{"book.epub", "PK\x03\x04", "no-type"},
		{"empty.pdf", "", "empty"},
		{"letter.pdf", "MZ\x90\x00", "mismatch"},
		{"letter.pdf", jpegText, "mismatch"},
		{"damp.jpg", pdfText, "mismatch"},
		{"notes.txt", " <!DOCTYPE html><script>", "mismatch"},
		{"notes.txt", "\x00\x01\x02", "mismatch"},
		{"mail.eml", "<html><body>", "mismatch"},
		{"mail.eml", "Dear all", "mismatch"},
		{"old.doc", oleStart + wide("Workbook"), "mismatch"},
		{"old.xls", oleStart + wide("WordDocument"), "mismatch"},
		{"old.doc", oleStart + wide("__substg1.0_"), "mismatch"},
		{"new.docx", office(t, "photo.jpg"), "mismatch"},
		{"new.docx", office(t, "[Content_Types].xml", "xl/workbook.xml"), "mismatch"},
		{"new.xlsx", office(t, "[Content_Types].xml", "word/document.xml"), "mismatch"},
		{"new.xlsx", "PK\x03\x04", "mismatch"},
		{"flat.mp4", box("qt  "), "mismatch"},
		{"IMG_3.heic", box("mif1", "avif"), "mismatch"},
		{"fly.pdf\u202Efdp.exe", "MZ", "program"},
	} {
		got, err := EvidenceType(f.name, []byte(f.head))
		var r *Refusal
		if !errors.As(err, &r) || r.Code != f.code || got != "" {
			t.Errorf("%q is %q, %v; want a refusal %q", f.name, got, err, f.code)
		}
	}
}

// FuzzEvidenceType holds what is accepted to its rules whatever the file: it is
// a kind that is kept, the one its name says, and never a program, an archive
// or a web page by its first bytes.
func FuzzEvidenceType(f *testing.F) {
	for _, s := range []struct{ name, head string }{
		{"a.pdf", pdfText}, {"a.jpg", jpegText}, {"a.eml", emlText}, {"a.doc", oleStart}, {"a.heic", box("heic")}, {"a.mov", box("qt  ")},
		{"a.docx", office(f, "[Content_Types].xml")}, {"a.txt", "<html>"}, {"a.mp3", "\xFF\xFB\x90\x64"}, {"a.exe", "MZ"}, {"a.txt", "MZ\x00"},
	} {
		f.Add(s.name, []byte(s.head))
	}
	f.Fuzz(func(t *testing.T, name string, head []byte) {
		got, err := EvidenceType(name, head)
		if err != nil {
			var r *Refusal
			if got != "" || !errors.As(err, &r) || r.Code == "" || r.Field != "file" {
				t.Fatalf("refused with %q, %v", got, err)
			}
			return
		}
		named, err := namedType(name)
		if err != nil || got != named || evidenceWords[got] == "" || len(head) == 0 {
			t.Fatalf("%q is accepted as %q, its name says %q, %v", name, got, named, err)
		}
		for _, start := range []string{"\x7fELF", "7z\xBC\xAF", "Rar!", "<!DOCTYPE HTML>", "<html>"} {
			if bytes.HasPrefix(head, []byte(start)) {
				t.Fatalf("%q is accepted as %s and begins with %q", name, got, start)
			}
		}
		if bytes.HasPrefix(head, []byte("PK\x03\x04")) && (got != typeDocx && got != typeXlsx || !ooxml(head)) {
			t.Fatalf("an archive is accepted as %s", got)
		}
		if (Evidence{Type: got}).Opens() && (bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte(oleStart))) {
			t.Fatalf("%s opens straight away and holds other files", got)
		}
	})
}

func TestEvidenceIsAddedToTheCase(t *testing.T) {
	c, m := given(t)
	good := AddEvidence{File: "damp.jpg", Type: typeJPEG, Size: 900, Document: digest(1), From: "The resident", Note: "The bedroom wall",
		Received: day("2026-11-10"), Point: 2} // a picture from before the complaint
	with := func(change func(*AddEvidence)) AddEvidence {
		a := good
		change(&a)
		return a
	}
	refusedAll(t, c, m,
		no{with(func(a *AddEvidence) { a.File = " " }), "no-file", "file"},
		no{with(func(a *AddEvidence) { a.File = "C:\\damp.jpg" }), "no-file", "file"},
		no{with(func(a *AddEvidence) { a.File = "../damp.jpg" }), "no-file", "file"},
		no{with(func(a *AddEvidence) { a.File = "one\rdamp.jpg" }), "no-file", "file"},
		no{with(func(a *AddEvidence) { a.File = "damp.exe" }), "program", "file"},
		no{with(func(a *AddEvidence) { a.File = "damp.png" }), "mismatch", "file"},
		no{with(func(a *AddEvidence) { a.Type = "" }), "mismatch", "file"},
		no{with(func(a *AddEvidence) { a.Size = 0 }), "empty", "file"},
		no{with(func(a *AddEvidence) { a.Size = MaxEvidence + 1 }), "too-large", "file"},
		no{with(func(a *AddEvidence) { a.Document = "aa" }), "no-document", ""},
		no{with(func(a *AddEvidence) { a.Document = strings.Repeat("A", 64) }), "no-document", ""},
		no{with(func(a *AddEvidence) { a.Point = 9 }), "no-point", "point"},
		no{with(func(a *AddEvidence) { a.Received = day("2026-11-17") }), "future", "received"},
		no{with(func(a *AddEvidence) { a.Received = calendar.Date{} }), "no-day", "received"},
	)
	must(t, c, with(func(a *AddEvidence) { a.Size = MaxEvidence }), m)
	c = must(t, c, good, m)
	refusedAll(t, c, m, no{with(func(a *AddEvidence) { a.File = "again.jpg" }), "twice", ""})
	want := Evidence{ID: 1, Name: "damp.jpg", Type: typeJPEG, Size: 900, Document: digest(1), From: "The resident",
		Note: "The bedroom wall", Received: day("2026-11-10"), By: dan.ID, Point: 2}
	if !slices.Equal(c.Evidence, []Evidence{want}) {
		t.Errorf("evidence is %+v", c.Evidence)
	}
	closed := must(t, answered(t), Close{On: day("2026-11-27")}, on(t, dan, day("2026-11-30")))
	must(t, closed, AddEvidence{File: "a.pdf", Type: typePDF, Size: 1, Document: digest(2), Received: day("2026-11-30")}, on(t, priya, day("2026-11-30")))
}

func TestOnlyWhatCannotHideAnythingIsOpened(t *testing.T) {
	for kind := range evidenceWords {
		want := slices.Contains([]string{typePDF, typeJPEG, typePNG, typeHEIC, typeTIFF, typeText}, kind)
		if got := (Evidence{Type: kind}).Opens(); got != want {
			t.Errorf("%s opens: %v, want %v", kind, got, want)
		}
	}
	if (Evidence{}).Opens() {
		t.Error("what is not known is not opened")
	}
}
