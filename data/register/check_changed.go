package register

import (
	"database/sql"
	"encoding/json"
)

// changes holds the instant by which lists sort the cases after one id up to
// another against the last entry of each one's history. An entry that cannot
// be read is told with its chain.
func (c *checker) changes(after, to int64) error {
	return c.w.each(`SELECT c.reference, c.changed, e.entry FROM cases c
		JOIN subjects s ON s.subject = 'case/' || CAST(c.case_id AS TEXT)
		JOIN entries e ON e.subject = s.subject AND e.number = s.number
		WHERE c.case_id > $1 AND c.case_id <= $2 ORDER BY c.case_id`, []any{after, to}, func(rows *sql.Rows) error {
		var reference, changed, text string
		if err := rows.Scan(&reference, &changed, &text); err != nil {
			return err
		}
		var entry kept
		if json.Unmarshal([]byte(text), &entry) == nil && entry.Recorded != changed {
			c.found("list", "Case %s is listed as changed at %s, and its last entry is of %s", reference, changed, entry.Recorded)
		}
		return nil
	})
}
