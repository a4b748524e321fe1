package bundle

import (
	"fmt"

	"casebook/data/casework"
	"casebook/reports/paper"
)

// decisions are what each stage decided and offered, with the days it kept.
func (in Input) decisions() page {
	c := in.Case
	var blocks []paper.Block
	for i := range c.Stages {
		blocks = append(blocks, in.stage(&c.Stages[i])...)
	}
	if len(c.Stages) == 0 {
		blocks = append(blocks, paper.Paragraph{Tag: "stages", Text: "This record is no complaint and has no stage."})
	}
	blocks = append(blocks, in.money()...)
	blocks = append(blocks, in.promised()...)
	blocks = append(blocks, in.referred()...)
	return page{"4", "Decisions, remedies and promises", blocks}
}

func (in Input) stage(s *casework.Stage) []paper.Block {
	c := in.Case
	title := fmt.Sprintf("Stage %d", s.Number)
	if s.Appeal {
		title = "Appeal under the earlier policy"
	}
	rows := named(
		"Asked for", s.Asked.Long(), "Handled by", in.name(s.Handler),
		"Acknowledged", inTime(s.Acknowledged, s.AcknowledgeBy.Due), "Answered", inTime(s.Responded, s.Due().Due),
		"Outcome", string(s.Outcome), "Not opened", s.Refused.Merits,
	)
	for _, e := range s.Extensions {
		rows = append(rows, paper.Fact{Name: "Extended", Value: fmt.Sprintf("to %s, told on %s: %s", e.Due.Due.Letter(), orNone(e.Told), e.Reason)})
	}
	if s.Beyond.Reason != "" {
		rows = append(rows, paper.Fact{Name: "Later still", Value: fmt.Sprintf("expected by %s: %s", s.Beyond.Expected.Letter(), s.Beyond.Reason)})
	}
	blocks := []paper.Block{paper.Heading{Tag: "heading " + title, Level: 1, Text: title}, paper.Facts{Tag: title, Names: 42, Rows: rows}}
	for _, p := range c.StagePoints(s) {
		f := p.At(s.Number)
		if f.Outcome == "" {
			continue
		}
		blocks = append(blocks, paper.Paragraph{Tag: fmt.Sprintf("%s point %d", title, p.ID),
			Lead: fmt.Sprintf("%d. %s:", p.ID, capital(string(f.Outcome))), Text: f.Reasons})
	}
	return blocks
}

func (in Input) money() []paper.Block {
	if len(in.Case.Redress) == 0 {
		return nil
	}
	t := paper.Table{Tag: "money", Columns: []paper.Column{{Title: "Stage", Width: 16}, {Title: "For"}, {Title: "How it was reached"}, {Title: "Sum", Width: 26, Right: true}}}
	for _, l := range in.Case.Redress {
		t.Rows = append(t.Rows, paper.Row{Tag: fmt.Sprintf("line %d", l.ID), Cells: paper.Cells(fmt.Sprint(l.Stage), capital(string(l.Head)), l.Working, l.Sum.String())})
	}
	t.Rows = append(t.Rows, paper.Row{Tag: "total", Cells: paper.Cells("", "In all", "", in.Case.Redress.Total().String())})
	return []paper.Block{paper.Heading{Tag: "heading money", Level: 1, Text: "Money offered"}, t}
}

func (in Input) promised() []paper.Block {
	if len(in.Case.Remedies)+len(in.Case.Promises) == 0 {
		return nil
	}
	t := paper.Table{Tag: "promises", Columns: []paper.Column{{Title: "What"}, {Title: "Who", Width: 34}, {Title: "By", Width: 40}, {Title: "Done", Width: 40}}}
	for _, r := range in.Case.Remedies {
		t.Rows = append(t.Rows, paper.Row{Tag: fmt.Sprintf("remedy %d", r.ID), Cells: paper.Cells(r.Text, "", "", "")})
	}
	for _, p := range in.Case.Promises {
		done := "not yet"
		if !p.Kept.IsZero() {
			done = unbroken(p.Kept)
		}
		for _, moved := range p.Moved {
			done += fmt.Sprintf("\nmoved from %s: %s", moved.From.Letter(), moved.Why)
		}
		t.Rows = append(t.Rows, paper.Row{Tag: fmt.Sprintf("promise %d", p.ID), Cells: paper.Cells(p.Text, p.Owner, unbroken(p.Due), done)})
	}
	return []paper.Block{paper.Heading{Tag: "heading promises", Level: 1, Text: "Remedies and promises"}, t}
}

// referred is what an ombudsman was told, found and ordered.
func (in Input) referred() []paper.Block {
	var blocks []paper.Block
	for _, r := range in.Case.Referrals {
		name := r.Body
		if p, err := casework.PolicyOf(in.Case, 1, in.Case.Received, in.Policies); err == nil {
			if o, ok := p.Ombudsman(r.Body); ok {
				name = o.Name
			}
		}
		rows := named("Referred", r.On.Long(), "Their reference", r.Theirs, "About", r.What, "Decided", orNone(r.Determined))
		for _, f := range r.Findings {
			rows = append(rows, paper.Fact{Name: "Finding", Value: fmt.Sprintf("%s: %s", f.Matter, f.Finding)})
		}
		for _, o := range r.Orders {
			rows = append(rows, paper.Fact{Name: "Order", Value: fmt.Sprintf("%s, by %s; done: %s. %s", o.Text, o.Due.Letter(), orNone(o.Done), o.Proof)})
		}
		blocks = append(blocks, paper.Heading{Tag: "heading " + r.Body, Level: 1, Text: name}, paper.Facts{Tag: r.Body, Names: 42, Rows: rows})
	}
	return blocks
}
