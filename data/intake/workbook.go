package intake

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostUnzipped is how large a workbook may become when it is unpacked. A whole
// landlord's list takes a tenth of it; a bomb takes gigabytes.
const mostUnzipped = 256 << 20

// workbook reads the named sheet of an Excel file, or all that are not hidden.
func workbook(name string, data []byte, sheet string) (sheets []table, err error) {
	// The library may stumble over a torn file; that is the file's fault and
	// must not take the program down.
	defer func() {
		if fault := recover(); fault != nil {
			sheets, err = nil, fmt.Errorf("%s is damaged: open it in Excel, save it again and import that", name)
		}
	}()
	// With both limits alike, nothing of the list is spilled to a temporary file.
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: mostUnzipped, UnzipXMLSizeLimit: mostUnzipped,
	})
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			return nil, fmt.Errorf("%s unpacks to more than %d MB, which no housing list does: it was not opened", name, mostUnzipped>>20)
		}
		return nil, fmt.Errorf("%s cannot be read as an Excel file: open it in Excel, save it again and import that", name)
	}
	defer book.Close()
	names, err := sheetNames(name, book, sheet)
	if err != nil {
		return nil, err
	}
	for _, each := range names {
		t, err := readSheet(book, each)
		if err != nil {
			return nil, fmt.Errorf("%s, sheet %q: %w", name, each, err)
		}
		sheets = append(sheets, t)
	}
	return sheets, nil
}

// sheetNames is the one sheet asked for, or every one that can be seen.
func sheetNames(name string, book *excelize.File, sheet string) ([]string, error) {
	all := book.GetSheetList()
	if sheet != "" {
		at := slices.IndexFunc(all, func(s string) bool { return strings.EqualFold(s, sheet) })
		if at < 0 {
			return nil, fmt.Errorf("%s has no sheet %q: it has %s", name, sheet, strings.Join(all, ", "))
		}
		return all[at : at+1], nil
	}
	var seen []string
	for _, each := range all {
		if visible, err := book.GetSheetVisible(each); err == nil && visible {
			seen = append(seen, each)
		}
	}
	if len(seen) == 0 {
		return nil, fmt.Errorf("%s has no sheet that can be seen: unhide the list in Excel", name)
	}
	return seen, nil
}

func readSheet(book *excelize.File, name string) (table, error) {
	rows, err := book.Rows(name)
	if err != nil {
		return table{}, err
	}
	t := table{sheet: name}
	for line := 1; rows.Next(); line++ {
		cells, err := rows.Columns()
		if err == nil {
			err = t.add(line, cells)
		}
		if err != nil {
			rows.Close()
			return table{}, err
		}
	}
	return t, rows.Close()
}
