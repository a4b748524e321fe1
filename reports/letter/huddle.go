package letter

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/reports/paper"
)

// Huddle is the morning's list as Today shows it, for the meeting that starts
// the day. The rows are given: what an officer may not see is absent already.
type Huddle struct {
	Office string
	Today  calendar.Date
	Groups []HuddleGroup
}

// HuddleGroup is one list of Today, such as "Overdue".
type HuddleGroup struct {
	Title string
	Rows  []HuddleRow
}

// HuddleRow is one duty.
type HuddleRow struct {
	Who       string // the resident, or what was promised
	Reference string
	What      string // "Stage 1 response, was due Thu 5 Nov"
	Left      string // "6 working days late"
	Officer   string
}

// HuddleSheet sets the morning's list on A4, with a box to tick on every row.
// A group without rows says so, because an empty list is news too.
func HuddleSheet(h Huddle) Letter {
	title := "Today, " + h.Today.Long()
	blocks := []paper.Block{
		paper.Heading{Tag: "subject", Text: strings.TrimPrefix(h.Office+": "+h.Today.Long(), ": ")},
		paper.Paragraph{Tag: "summary", Text: h.summary()},
	}
	for _, g := range h.Groups {
		blocks = append(blocks, g.blocks()...)
	}
	blocks = append(blocks, paper.Paragraph{Tag: "care", Small: true,
		Text: "This sheet names residents. Do not leave it where the public can read it. Shred it at the end of the day."})
	return Letter{Title: title, Dated: h.Today, Document: paper.Lay(paper.Sheet{Title: title, Running: title}, blocks)}
}

func (h Huddle) summary() string {
	var counts []string
	for _, g := range h.Groups {
		counts = append(counts, fmt.Sprintf("%s: %d", g.Title, len(g.Rows)))
	}
	return strings.Join(counts, " · ")
}

func (g HuddleGroup) blocks() []paper.Block {
	heading := paper.Heading{Tag: headingOf(g.Title), Level: 1, Text: fmt.Sprintf("%s (%d)", g.Title, len(g.Rows))}
	if len(g.Rows) == 0 {
		return []paper.Block{heading, paper.Paragraph{Tag: g.Title, Text: "Nothing here today."}}
	}
	t := paper.Table{Tag: g.Title, Columns: []paper.Column{
		{Title: "Done", Width: 17}, {Title: "Who and what"}, {Title: "Time left", Width: 43}, {Title: "With", Width: 26},
	}}
	for _, r := range g.Rows {
		who := r.Who
		if r.Reference != "" {
			who += ", " + r.Reference
		}
		t.Rows = append(t.Rows, paper.Row{Tag: r.Reference, Cells: []paper.Cell{
			{Text: "□"}, {Text: who + "\n" + r.What}, {Text: r.Left}, {Text: r.Officer},
		}})
	}
	return []paper.Block{heading, t}
}
