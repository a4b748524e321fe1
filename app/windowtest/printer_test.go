//go:build windowtest

package windowtest

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// printFolder is where cups-pdf puts what the user of these tests prints. It
// works as root and goes by the user's entry in the system, not by $HOME.
func printFolder() (string, error) {
	me, err := user.LookupId(strconv.Itoa(os.Getuid()))
	if err != nil {
		return "", err
	}
	settings, err := os.Open("/etc/cups/cups-pdf.conf")
	if err != nil {
		return "", errors.New("there is no cups-pdf: install printer-driver-cups-pdf, or run .ci/setup")
	}
	defer settings.Close()
	for lines := bufio.NewScanner(settings); lines.Scan(); {
		if words := strings.Fields(lines.Text()); len(words) == 2 && words[0] == "Out" {
			return strings.NewReplacer("${HOME}", me.HomeDir, "${USER}", me.Username).Replace(words[1]), nil
		}
	}
	return "", errors.New("/etc/cups/cups-pdf.conf does not say where it prints to")
}

// sheet is one printed page or letter, as a reader of PDF sees it.
type sheet struct {
	path string
	text string // as read, with its line breaks
}

// says reports whether the sheet has all these words, however its lines are
// broken.
func (s sheet) says(all ...string) bool {
	text := unbroken(s.text)
	return !slices.ContainsFunc(all, func(words string) bool { return !strings.Contains(text, unbroken(words)) })
}

func unbroken(text string) string { return strings.Join(strings.Fields(text), " ") }

// readPDF reads a PDF back as text.
func readPDF(path string) (sheet, error) {
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		return sheet{}, fmt.Errorf("%s cannot be read back: %w", filepath.Base(path), err)
	}
	return sheet{path, string(out)}, nil
}

// printedSince are the sheets that came out of the queue from a moment on and
// that have all the words. Other people may print meanwhile; a file that is still
// being written cannot be read yet and is left for the next look.
func (m *machine) printedSince(moment time.Time, words ...string) []sheet {
	files, err := filepath.Glob(filepath.Join(m.printed, "*.pdf"))
	if err != nil {
		return nil
	}
	var found []sheet
	for _, path := range files {
		info, err := os.Stat(path)
		if err != nil || info.ModTime().Before(moment.Truncate(time.Second)) {
			continue
		}
		if s, err := readPDF(path); err == nil && s.says(words...) {
			found = append(found, s)
		}
	}
	return found
}

// onPaper is text as it can be read back from cups-pdf, which goes through
// PostScript: letters beyond Windows-1252 are drawn there as shapes, which
// pdftotext leaves out or takes for control characters.
func onPaper(text string) string {
	return strings.Map(func(r rune) rune {
		_, common := charmap.Windows1252.EncodeRune(r)
		if !common || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
