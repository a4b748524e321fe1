package register

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
)

// caseRow is a case's row with its columns as text.
type caseRow struct {
	id      int64
	columns []string
	body    string
}

// caseRowsAfter reads the rows of cases after one id.
func caseRowsAfter(id int64, values *arguments) string {
	return `SELECT c.case_id, ` + caseColumns + `, COALESCE(k.body, '') FROM cases c LEFT JOIN bodies k ON k.case_id = c.case_id
		WHERE c.case_id > ` + values.add(id) + ` ORDER BY c.case_id`
}

func scanCaseRow(rows *sql.Rows) (caseRow, error) {
	row := caseRow{columns: make([]string, strings.Count(caseColumns, ",")+1)}
	into := []any{&row.id}
	for i := range row.columns {
		into = append(into, &row.columns[i])
	}
	err := rows.Scan(append(into, &row.body)...)
	return row, err
}

// besideTables are the tables beside the cases: their columns after case_id,
// the first of which orders them, and what they are to the officer.
var besideTables = []struct{ name, columns, what string }{
	{"case_access", "officer", "who may see it"},
	{"case_barred", "officer", "who may never see it"},
	{"case_links", "other", "which cases it is linked to"},
	{"stages", "stage, office, confidential, received, responded, closed, fact", "stages"},
	{"duties", "number, office, confidential, clock, answer, handler, due, duty, kind, cover, cover_from, cover_until, soonest, minute", "what is owed on it"},
	{"lines", "line, office, confidential, head, kind, reason, band, subject, stage, sum, told", "sums"},
	{"payments", "payment, office, confidential, paid, erred, sum", "payments"},
	{"words", "word", "words it is found by"},
}

// beside is all that stands beside some cases, by table and case. Each row is
// one text, in the order in which project gives them.
type beside map[string]map[int64][]string

// besides reads what stands beside the cases after one id up to another.
func (w *work) besides(after, to int64) (beside, error) {
	b := beside{}
	for _, table := range besideTables {
		order, _, _ := strings.Cut(table.columns, ",")
		of := map[int64][]string{}
		err := w.each(`SELECT case_id, `+table.columns+` FROM `+table.name+` WHERE case_id > $1 AND case_id <= $2
			ORDER BY case_id, `+order, []any{after, to}, func(rows *sql.Rows) error {
			id, text, err := scanText(rows)
			of[id] = append(of[id], text)
			return err
		})
		if err != nil {
			return nil, err
		}
		b[table.name] = of
	}
	return b, nil
}

// scanText reads a row as an id and the text of the columns after it.
func scanText(rows *sql.Rows) (id int64, text string, err error) {
	names, err := rows.Columns()
	if err != nil {
		return 0, "", err
	}
	values := make([]string, len(names)-1)
	into := []any{&id}
	for i := range values {
		into = append(into, &values[i])
	}
	err = rows.Scan(into...)
	return id, strings.Join(values, "\x00"), err
}

// beside are the rows of a projection as besides reads them, by table.
func (p projection) beside(k casework.Case) map[string][]string {
	confidential := truth(k.Confidential)
	rows := map[string][]string{"words": p.words}
	for table, ids := range map[string][]int64{"case_access": p.access, "case_barred": p.barred, "case_links": p.links} {
		for _, id := range ids {
			rows[table] = append(rows[table], joined(id))
		}
	}
	for _, s := range p.stages {
		rows["stages"] = append(rows["stages"], joined(s.stage, k.Office, confidential, s.received, s.responded, s.closed, s.fact))
	}
	for _, d := range p.duties {
		rows["duties"] = append(rows["duties"], joined(d.number, k.Office, confidential, d.clock, d.answer, d.handler, d.due, d.duty,
			d.kind, d.cover, d.coverFrom, d.coverUntil, d.soonest, d.minute))
	}
	p.besideMoney(k, rows)
	return rows
}

// differs names what of a case's rows is not as its body projects it: the
// words for its own columns, or what a table beside it is.
func (p projection) differs(row caseRow, k casework.Case, b beside) []string {
	var parts []string
	columns := make([]string, len(p.columns))
	for i, value := range p.columns {
		columns[i] = fmt.Sprint(value)
	}
	if !slices.Equal(columns, row.columns) {
		parts = append(parts, ownColumns)
	}
	rows := p.beside(k)
	for _, table := range besideTables {
		if !slices.Equal(rows[table.name], b[table.name][row.id]) {
			parts = append(parts, table.what)
		}
	}
	return parts
}

// ownColumns is what a case's own columns are to the officer.
const ownColumns = "lists"

func joined(values ...any) string {
	texts := make([]string, len(values))
	for i, value := range values {
		texts[i] = fmt.Sprint(value)
	}
	return strings.Join(texts, "\x00")
}
