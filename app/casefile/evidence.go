package casefile

import (
	"context"
	"fmt"

	"casebook/data/casework"
)

// evidenceLines are the papers, pictures and recordings of a case, the last
// received first.
func evidenceLines(c casework.Case, name func(int64) string) []Row {
	lines := make([]Row, 0, len(c.Evidence))
	for i := len(c.Evidence) - 1; i >= 0; i-- {
		e := c.Evidence[i]
		about := ""
		if e.Point != 0 {
			about = fmt.Sprintf("For point %d", e.Point)
		}
		from := "received " + e.Received.Short()
		if e.From != "" {
			from = "from " + e.From + ", " + from
		}
		does := "Opens"
		if !e.Opens() {
			does = "Is saved, not opened"
		}
		lines = append(lines, Row{
			Name: e.Name, Second: sentenceOf(e.Note, capital(from), about, "Kept by "+name(e.By)), Mark: does + ", " + size(e.Size),
			Leads: Errand{Evidence: e.ID},
		})
	}
	return lines
}

// size says how large a file is.
func size(bytes int) string {
	switch {
	case bytes >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
	case bytes >= 1<<10:
		return fmt.Sprintf("%d KB", bytes>>10)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

// Evidence is one piece of the case's evidence.
func (m *Model) Evidence(id int) (casework.Evidence, bool) {
	for _, e := range m.Page.Case.Evidence {
		if e.ID == id {
			return e, true
		}
	}
	return casework.Evidence{}, false
}

// EvidenceBytes reads a piece of evidence as it was kept.
func (m *Model) EvidenceBytes(ctx context.Context, e casework.Evidence) ([]byte, error) {
	return m.reg.Document(ctx, m.by, m.id, e.Document)
}
