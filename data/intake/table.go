package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"casebook/data/casework"
)

// MostBytes is how large a list may be as it lies on the disk. A caller who reads
// one byte more has read enough for the list to be refused.
const MostBytes = 64 << 20

// What a list may hold at most. A landlord's whole list stays far below; a file
// beyond them is a mistake or an attack.
const (
	mostLines   = 500_000
	mostColumns = 300
	mostText    = 20_000 // characters in one cell
)

// record is one line of a table with its cells tidied.
type record struct {
	line  int
	cells []string
}

// blank says whether the record has nothing in it.
func (r record) blank() bool {
	for _, cell := range r.cells {
		if cell != "" {
			return false
		}
	}
	return true
}

// cell is the text of a column, counted from 0, or "" beyond the last.
func (r record) cell(column int) string {
	if column < len(r.cells) {
		return r.cells[column]
	}
	return ""
}

// table is one sheet of a file.
type table struct {
	sheet   string // empty for text
	records []record
}

// add keeps a record, or says in a sentence why the table is too large.
func (t *table) add(line int, cells []string) error {
	if len(t.records) >= mostLines {
		return fmt.Errorf("the list has more than %d lines: split it and import the parts", mostLines)
	}
	if len(cells) > mostColumns {
		return fmt.Errorf("line %d has more than %d columns: remove those that are not needed", line, mostColumns)
	}
	tidied := make([]string, len(cells))
	for i, cell := range cells {
		if utf8.RuneCountInString(cell) > mostText {
			return fmt.Errorf("line %d, column %d holds more than %d characters: shorten it", line, i+1, mostText)
		}
		tidied[i] = strings.TrimSpace(casework.Tidy(cell))
	}
	t.records = append(t.records, record{line, tidied})
	return nil
}

// tables reads every sheet of a file: one for text, several for a workbook.
func tables(name string, data []byte, sheet string) ([]table, error) {
	switch {
	case len(data) > MostBytes:
		return nil, fmt.Errorf("%s is larger than %d MB: a housing list is smaller", name, MostBytes>>20)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, fmt.Errorf("%s is empty: export the list again", name)
	case bytes.HasPrefix(data, []byte("PK")):
		return workbook(name, data, sheet)
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, fmt.Errorf("%s is an old Excel file or locked with a password: open it in Excel and save it as .xlsx without a password", name)
	case sheet != "":
		return nil, fmt.Errorf("%s is text and has no sheets: leave out --sheet", name)
	}
	text, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read as text: export the list as CSV or .xlsx", name)
	}
	t, err := separated(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return []table{t}, nil
}

// decode turns the file into UTF-8: as its byte order mark says, else as UTF-8
// where it is that, else as Windows-1252, which Excel writes in England.
func decode(data []byte) (string, error) {
	if marked(data) {
		decoded, _, err := transform.Bytes(unicode.BOMOverride(unicode.UTF8.NewDecoder()), data)
		return string(decoded), err
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(decoded), err
}

// marked says whether the file begins with a byte order mark.
func marked(data []byte) bool {
	for _, mark := range []string{"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return true
		}
	}
	return false
}

// separated reads lines of cells parted by commas, semicolons or tabs.
func separated(text string) (table, error) {
	text, comma := separator(text)
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord, reader.ReuseRecord = comma, true, -1, true
	var t table
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return table{}, fmt.Errorf("the list cannot be read (%v): export it again", err)
		}
		line, _ := reader.FieldPos(0)
		if err := t.add(line, cells); err != nil {
			return table{}, err
		}
	}
}

// separator finds what parts the cells: what Excel says in a first line
// "sep=;", else what parts the first lines most often.
func separator(text string) (rest string, comma rune) {
	first, after, _ := strings.Cut(text, "\n")
	if given, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); ok && len(given) == 1 && strings.Contains(",;\t|", given) {
		return after, rune(given[0])
	}
	best, most := ',', 0
	for _, c := range ",;\t|" {
		reader := csv.NewReader(strings.NewReader(text))
		reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = c, true, -1
		cells := 0
		for range headingDepth {
			record, err := reader.Read()
			if err != nil {
				break
			}
			cells += len(record) - 1
		}
		if cells > most {
			best, most = c, cells
		}
	}
	return text, best
}
