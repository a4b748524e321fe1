package casework

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"net/mail"
	"path"
	"slices"
	"strings"
)

// The media types that are kept as evidence.
const (
	typePDF  = "application/pdf"
	typeJPEG = "image/jpeg"
	typePNG  = "image/png"
	typeHEIC = "image/heic"
	typeTIFF = "image/tiff"
	typeText = "text/plain"
	typeMail = "message/rfc822"
	typeDoc  = "application/msword"
	typeDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	typeXls  = "application/vnd.ms-excel"
	typeXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	typeMP3  = "audio/mpeg"
	typeM4A  = "audio/mp4"
	typeWAV  = "audio/wav"
	typeMP4  = "video/mp4"
	typeMOV  = "video/quicktime"
	typeHTML = "text/html"

	typeZip = "application/zip"           // newer Office files and archives alike
	typeOLE = "application/x-ole-storage" // older Office files, saved mail and installers alike
)

// evidenceWords says each kind as officers do.
var evidenceWords = map[string]string{
	typePDF: "a PDF", typeJPEG: "a picture", typePNG: "a picture", typeHEIC: "a picture", typeTIFF: "a picture",
	typeText: "plain text", typeMail: "an e-mail", typeDoc: "a Word document", typeDocx: "a Word document",
	typeXls: "an Excel workbook", typeXlsx: "an Excel workbook", typeMP3: "a sound recording", typeM4A: "a sound recording",
	typeWAV: "a sound recording", typeMP4: "a video", typeMOV: "a video", typeHTML: "a web page",
}

// byEnding is what a file's name says that it is.
var byEnding = map[string]string{
	".pdf": typePDF, ".jpg": typeJPEG, ".jpeg": typeJPEG, ".png": typePNG, ".heic": typeHEIC, ".heif": typeHEIC,
	".tif": typeTIFF, ".tiff": typeTIFF, ".txt": typeText, ".eml": typeMail, ".doc": typeDoc, ".docx": typeDocx,
	".xls": typeXls, ".xlsx": typeXlsx, ".mp3": typeMP3, ".m4a": typeM4A, ".wav": typeWAV, ".mp4": typeMP4, ".mov": typeMOV,
}

// EvidenceEndings are the endings of the files that are kept as evidence.
func EvidenceEndings() []string { return slices.Sorted(maps.Keys(byEnding)) }

// Endings that are refused with a sentence of their own.
const (
	programEndings = ".exe.com.scr.bat.cmd.ps1.vbs.js.jse.wsf.hta.msi.msp.dll.jar.app.dmg.pkg.apk.sh.py.lnk.reg.cpl.iso.img.docm.dotm.xlsm.xlsb.xltm.pptm."
	archiveEndings = ".zip.rar.7z.gz.tgz.bz2.xz.tar.cab.ace.arj."
	webEndings     = ".html.htm.xhtml.mht.mhtml.svg.xml.url.webarchive."
)

// EvidenceType says what a file is by its bytes, and refuses one that is not
// kept as evidence or whose name says something else than its bytes. Give it
// all the bytes; for most kinds the first few thousand are enough.
func EvidenceType(name string, head []byte) (mediaType string, err error) {
	named, err := namedType(name)
	if err != nil {
		return "", err
	}
	if len(head) == 0 {
		return "", emptyFile()
	}
	shown := shownType(head)
	switch {
	case shown == named:
		return named, nil
	case named == typeMail && (shown == typeText || shown == "") && isMail(head),
		named == typeM4A && shown == typeMP4, // many telephones keep sound in a video's wrapping
		shown == typeOLE && (named == typeDoc || named == typeXls) && isOffice(named, head),
		shown == typeZip && (named == typeDocx || named == typeXlsx) && isOffice(named, head):
		if hasMacros(head) {
			return "", program()
		}
		return named, nil
	}
	return "", mismatch(name, evidenceWords[shown])
}

// namedType is what a file's name says that it is, or the refusal of a kind
// that is not kept.
func namedType(name string) (string, error) {
	ending := strings.ToLower(path.Ext(Tidy(name)))
	in := func(list string) bool { return ending != "" && strings.Contains(list, ending+".") }
	switch named := byEnding[ending]; {
	case named != "":
		return named, nil
	case in(programEndings):
		return "", program()
	case in(archiveEndings):
		return "", &Refusal{Code: "archive", Field: "file", Reason: "Archives are not kept as evidence. Open it and add the files that are in it one by one"}
	case in(webEndings):
		return "", &Refusal{Code: "web-page", Field: "file", Reason: "Web pages are not kept as evidence. Print the page to a PDF and add that"}
	case ending == ".msg":
		return "", &Refusal{Code: "no-type", Field: "file", Reason: "Save the e-mail as a PDF, or as a file that ends in .eml, and add that"}
	}
	return "", &Refusal{Code: "no-type", Field: "file",
		Reason: "Choose a PDF, a picture, a sound recording, a video, an e-mail, plain text, or a Word or Excel file"}
}

func program() error {
	return &Refusal{Code: "program", Field: "file",
		Reason: "Programs, and Office files with programs in them, are not kept as evidence. Ask for a PDF or a picture instead"}
}

func emptyFile() error {
	return &Refusal{Code: "empty", Field: "file", Reason: "The file is empty. Ask for it again"}
}

// mismatch refuses a file whose bytes are not what its name says; shown is
// what they are in words, if that is known.
func mismatch(name, shown string) error {
	if shown == "" {
		shown = "something else"
	}
	return &Refusal{Code: "mismatch", Field: "file", Reason: fmt.Sprintf(
		"The name of this file ends in %s, but the file is %s. Ask for the file as it was first saved", path.Ext(Tidy(name)), shown)}
}

// shownType is what bytes are, or empty when they are nothing that is known.
func shownType(head []byte) string {
	for _, known := range []struct{ start, is string }{
		{"II*\x00", typeTIFF}, {"MM\x00*", typeTIFF}, {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", typeOLE}, {"PK\x03\x04", typeZip},
	} {
		if bytes.HasPrefix(head, []byte(known.start)) {
			return known.is
		}
	}
	if shown := boxType(head); shown != "" {
		return shown
	}
	if isMP3(head) {
		return typeMP3
	}
	shown, _, _ := strings.Cut(http.DetectContentType(head), ";")
	switch shown {
	case "audio/wave":
		return typeWAV
	case typePDF, typeJPEG, typePNG, typeText, typeMP3, typeHTML:
		return shown
	}
	return ""
}

// boxType knows the pictures, sounds and videos that begin with the name of
// their brand (ISO 14496-12), and QuickTime's older ones, which do not.
func boxType(head []byte) string {
	if len(head) < 12 {
		return ""
	}
	brand := string(head[8:12])
	switch kind := string(head[4:8]); {
	case kind == "moov", kind == "mdat", kind == "wide":
		return typeMOV
	case kind != "ftyp":
		return ""
	case strings.HasPrefix(brand, "hei"), strings.HasPrefix(brand, "hev"),
		(brand == "mif1" || brand == "msf1") && !bytes.Contains(head[:min(len(head), 64)], []byte("avif")):
		return typeHEIC
	case brand == "M4A ", brand == "M4B ":
		return typeM4A
	case brand == "qt  ":
		return typeMOV
	case strings.HasPrefix(brand, "iso"), strings.HasPrefix(brand, "mp4"), strings.HasPrefix(brand, "3gp"), strings.HasPrefix(brand, "M4V"),
		brand == "avc1", brand == "MSNV", brand == "dash":
		return typeMP4
	}
	return ""
}

// isMP3 knows a frame of MPEG audio layer III, which is how a recording
// without a title begins.
func isMP3(head []byte) bool {
	return len(head) >= 4 && head[0] == 0xFF && head[1]&0xE6 == 0xE2 && // sync, layer III
		head[1]>>3&3 != 1 && head[2]>>4 != 15 && head[2]>>2&3 != 3 // no reserved version, bit rate or sampling rate
}

// isMail says whether a text begins with the lines of an e-mail.
func isMail(head []byte) bool {
	msg, err := mail.ReadMessage(bytes.NewReader(head))
	if err != nil {
		return false
	}
	return msg.Header.Get("From") != "" || msg.Header.Get("Received") != "" || msg.Header.Get("Return-Path") != ""
}

// isOffice says whether an Office file holds what its name says: the parts of
// the other kind, or of something else, are not in it.
func isOffice(named string, head []byte) bool {
	has := func(part string) bool { return bytes.Contains(head, []byte(part)) }
	switch named {
	case typeDocx:
		return ooxml(head) && !has("xl/workbook")
	case typeXlsx:
		return ooxml(head) && !has("word/document")
	case typeDoc:
		return !has(wide("Workbook")) && !has(wide("__substg1.0_"))
	}
	return !has(wide("WordDocument")) && !has(wide("__substg1.0_"))
}

// ooxml says whether an archive begins as Office's do: with a part of its own,
// not with any file.
func ooxml(head []byte) bool {
	const name = 30 // where a ZIP archive has the name of its first part
	if len(head) < name {
		return false
	}
	for _, part := range []string{"[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/"} {
		if bytes.HasPrefix(head[name:], []byte(part)) {
			return true
		}
	}
	return false
}

// hasMacros says whether an Office file holds a program.
func hasMacros(head []byte) bool {
	return bytes.Contains(head, []byte("vbaProject.bin")) || bytes.Contains(head, []byte(wide("_VBA_PROJECT")))
}

// wide is a text as older Office files write the names of their parts: two
// bytes to a letter.
func wide(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteRune(r)
		b.WriteByte(0)
	}
	return b.String()
}
