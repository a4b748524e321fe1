package letter

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/reports/paper"
)

// ToldList is the residents to write to because a bank holiday came late: each
// was told a date that would be another now. The date they were told stays.
type ToldList struct {
	Landlord string
	Day      string // what changed
	Today    calendar.Date
	Rows     []ToldRow
}

// ToldRow is one resident with the date.
type ToldRow struct {
	Who, Reference string
	What           string // "Stage 1: response"
	Told, Would    calendar.Date
}

// ToldSheet sets the list on A4 with a box to tick for each.
func ToldSheet(l ToldList) Letter {
	title := "Residents to write to"
	t := paper.Table{Tag: "told", Columns: []paper.Column{{Title: "Done", Width: 17}, {Title: "Who and what"}, {Title: "Told", Width: 40}, {Title: "Would be", Width: 40}}}
	for _, r := range l.Rows {
		t.Rows = append(t.Rows, paper.Row{Tag: r.Reference, Cells: []paper.Cell{
			{Text: "□"}, {Text: r.Who + ", " + r.Reference + "\n" + r.What}, {Text: r.Told.Letter()}, {Text: r.Would.Letter()},
		}})
	}
	blocks := []paper.Block{
		paper.Heading{Tag: "subject", Text: title},
		paper.Paragraph{Tag: "summary", Text: fmt.Sprintf("%s. %s. Each date below was told to the resident and stays. Write to each and say so. %d in all.", l.Landlord, l.Day, len(l.Rows))},
		t,
		paper.Paragraph{Tag: "care", Small: true, Text: "This sheet names residents. Do not leave it where the public can read it."},
	}
	return Letter{Title: title, Dated: l.Today, Document: paper.Lay(paper.Sheet{Title: title, Running: title + ", " + l.Today.Letter()}, blocks)}
}
