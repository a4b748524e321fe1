package bundle

import (
	"fmt"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/paper"
)

// page is one part that is laid out here.
type page struct {
	number, title string
	blocks        []paper.Block
}

// heading is the title with its number; the index has none.
func (p page) heading() string {
	if p.number == "" {
		return p.title
	}
	return p.number + ". " + p.title
}

// draw lays a page out and draws it. A character that no face can print is
// shown as the mark that stands for it: the paper as kept is in the folder.
func (in Input) draw(p page) (piece, error) {
	doc := paper.Lay(paper.Sheet{Title: p.title, Running: p.heading()},
		append([]paper.Block{paper.Heading{Tag: "subject", Text: p.heading()}}, p.blocks...))
	doc.Missing = nil
	pdf, err := paper.PDF(doc, paper.PDFOptions{Made: in.made(), Author: in.author()})
	if err != nil {
		return piece{}, fmt.Errorf("%s could not be drawn: %w", p.title, err)
	}
	return piece{Part: Part{Number: p.number, Title: p.title, Pages: len(doc.Pages)}, pdf: pdf}, nil
}

func (in Input) made() time.Time {
	return time.Date(in.Today.Year(), in.Today.Month(), in.Today.Day(), 0, 0, 0, 0, time.UTC)
}

func (in Input) author() string {
	if in.Settings.LegalName != "" {
		return in.Settings.LegalName
	}
	return in.Settings.Landlord
}

// complaint is the contact as it was recorded, in the resident's words.
func (in Input) complaint() page {
	c := in.Case
	facts := named(
		"Reference", string(c.Reference), "Received", c.Received.Long(), "Recorded", c.Recorded.Long()+", by "+in.name(c.RecordedBy),
		"How", string(c.Channel), "Resident", notGiven(c.Resident.Name), "Home", address(c.Home), "Tenure", string(c.Home.Tenure),
		"Representative", representative(c.Representative), "Their choice", string(c.Choice.Answer), "About", subject(in, c),
		"Adjustments", needs(c.Contact), "Linked cases", links(c),
	)
	blocks := []paper.Block{paper.Facts{Tag: "recorded", Names: 42, Rows: facts}}
	blocks = append(blocks, titled("What the resident told us", c.Story)...)
	blocks = append(blocks, titled("What would put it right", c.Wanted)...)
	blocks = append(blocks, titled("What was told to us before", c.Before)...)
	if len(c.Points) > 0 {
		blocks = append(blocks, paper.Heading{Tag: "points", Level: 1, Text: "The complaint, point by point"})
		for _, p := range c.Points {
			blocks = append(blocks, paper.List{Tag: fmt.Sprintf("point %d", p.ID), Numbered: true, Start: p.ID, Items: []string{p.Text + aside(p)}})
		}
	}
	return page{"1", "The complaint as it was made", blocks}
}

// aside says of a point why it is not, or was not at once, dealt with.
func aside(p casework.Point) string {
	switch {
	case p.NotOurs != "":
		return "\nNot ours to answer: " + p.NotOurs
	case p.Excluded.Stands():
		return fmt.Sprintf("\nNot dealt with as a complaint since %s: %s", p.Excluded.On.Letter(), p.Excluded.Merits)
	case p.Excluded.Reason != "":
		return fmt.Sprintf("\nRefused on %s, set aside on %s by %s", p.Excluded.On.Letter(), p.Excluded.Overturned.Letter(), p.Excluded.Overturner)
	}
	return ""
}

// chronology tells when each thing happened, apart from when it was recorded.
func (in Input) chronology() page {
	t := paper.Table{Tag: "chronology", Columns: []paper.Column{
		{Title: "Happened", Width: 40}, {Title: "What"}, {Title: "Who", Width: 34}, {Title: "Recorded", Width: 40}}}
	for i, e := range in.Events {
		t.Rows = append(t.Rows, paper.Row{Tag: fmt.Sprintf("event %d", i+1), Cells: paper.Cells(
			unbroken(e.Happened), e.What, e.Who, unbroken(calendar.Of(e.Recorded)))})
	}
	return page{"2", "What happened, in order", []paper.Block{t}}
}

// contacts lists every conversation, attempt, enquiry and note.
func (in Input) contacts() page {
	var blocks []paper.Block
	t := paper.Table{Tag: "contacts", Columns: []paper.Column{
		{Title: "Day", Width: 40}, {Title: "How and with whom", Width: 44}, {Title: "What was said"}, {Title: "Officer", Width: 30}}}
	row := func(day calendar.Date, how, said string, by int64) {
		t.Rows = append(t.Rows, paper.Row{Tag: "contact", Cells: paper.Cells(unbroken(day), how, said, in.name(by))})
	}
	for _, k := range in.Case.Calls {
		row(k.On, call(k), k.Note, k.By)
	}
	for _, e := range in.Case.Enquiries {
		row(e.On, "Asked how it stands, "+string(e.Way), e.Note, e.By)
	}
	for _, r := range in.Case.Requests {
		row(r.Asked, "Asked of "+r.Whom, r.What, r.By)
		if !r.Answered.IsZero() {
			row(r.Answered, "Answered by "+r.Whom, r.Answer, r.By)
		}
	}
	for _, n := range in.Case.Notes {
		how := "Internal note"
		if n.Corrects != 0 {
			how = fmt.Sprintf("Internal note, corrects note %d", n.Corrects)
		}
		row(n.On, how, n.Text, n.By)
	}
	if len(t.Rows) == 0 {
		blocks = append(blocks, paper.Paragraph{Tag: "contacts", Text: "None was recorded."})
	} else {
		blocks = append(blocks, t)
	}
	return page{"3", "Conversations, enquiries and notes", blocks}
}

func call(k casework.Call) string {
	how := "telephone"
	if k.Way != "" {
		how = string(k.Way)
	}
	with := "the resident"
	if k.With != "" {
		with = k.With
	}
	if !k.Reached {
		return fmt.Sprintf("Tried to reach %s, %s", with, how)
	}
	return fmt.Sprintf("Spoke to %s, %s", with, how)
}

// titled is a heading with a text under it, or nothing where there is no text.
func titled(title, text string) []paper.Block {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []paper.Block{paper.Heading{Tag: "heading " + title, Level: 1, Text: title}, paper.Paragraph{Tag: title, Text: text, Tight: true}}
}

// named makes rows of the pairs that say something.
func named(pairs ...string) []paper.Fact {
	var rows []paper.Fact
	for i := 0; i+1 < len(pairs); i += 2 {
		if strings.TrimSpace(pairs[i+1]) != "" {
			rows = append(rows, paper.Fact{Name: pairs[i], Value: pairs[i+1]})
		}
	}
	return rows
}
