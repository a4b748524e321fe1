package bundle

import (
	"fmt"

	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// policiesUsed are the policies that the case's stages were held to, each once
// (rulings 1 and 3).
func (in Input) policiesUsed() []*policy.Policy {
	var used []*policy.Policy
	add := func(stage int, s casework.Stage) {
		asked := s.Asked
		if asked.IsZero() {
			asked = in.Case.Received
		}
		p, err := casework.PolicyOf(in.Case, stage, asked, in.Policies)
		if err != nil {
			return
		}
		for _, u := range used {
			if u.ID() == p.ID() {
				return
			}
		}
		used = append(used, p)
	}
	add(1, casework.Stage{})
	for _, s := range in.Case.Stages {
		add(s.Number, s)
	}
	return used
}

// policyPage prints a policy as the program holds it, with the place that each
// rule comes from.
func policyPage(p *policy.Policy, number string) page {
	blocks := []paper.Block{paper.Paragraph{Tag: "policy", Text: fmt.Sprintf("%s, version %s. %s", p.Title, p.Version, from(p))}}
	if p.Definition.Text != "" {
		blocks = append(blocks, titled("What a complaint is", capital(p.Definition.Text))...)
	}
	clocks := paper.Table{Tag: "clocks", Columns: []paper.Column{{Title: "What"}, {Title: "Time", Width: 36}, {Title: "Counted from", Width: 40}, {Title: "Source", Width: 30}}}
	for _, k := range p.Clocks {
		clocks.Rows = append(clocks.Rows, paper.Row{Tag: string(k.Act), Cells: paper.Cells(k.Act.Title(), fmt.Sprintf("%d %s", k.Days, k.Unit), k.From, k.Source.String())})
	}
	blocks = append(blocks, paper.Heading{Tag: "heading clocks", Level: 1, Text: "Times"}, clocks)
	if len(p.Exclusions) > 0 {
		t := paper.Table{Tag: "exclusions", Columns: []paper.Column{{Title: "What is not, or need not be, dealt with as a complaint"}, {Title: "What happens with it", Width: 50}, {Title: "Source", Width: 30}}}
		for _, e := range p.Exclusions {
			what := "may be refused, with reasons"
			if !e.Refuses() {
				what = "goes to " + e.To
			}
			t.Rows = append(t.Rows, paper.Row{Tag: e.ID, Cells: paper.Cells(e.Title+"\n"+e.Except, what, e.Source.String())})
		}
		blocks = append(blocks, paper.Heading{Tag: "heading exclusions", Level: 1, Text: "Exclusions"}, t)
	}
	if len(p.Bands) > 0 {
		t := paper.Table{Tag: "bands", Columns: []paper.Column{{Title: "Redress", Width: 40}, {Title: "For"}, {Title: "Source", Width: 30}}}
		for _, b := range p.Bands {
			t.Rows = append(t.Rows, paper.Row{Tag: b.ID, Cells: paper.Cells(b.Title, b.Text, b.Source.String())})
		}
		blocks = append(blocks, paper.Heading{Tag: "heading bands", Level: 1, Text: "Redress"}, t)
	}
	return page{number, "The policy in force: " + p.Name, blocks}
}

func from(p *policy.Policy) string {
	if p.From.IsZero() {
		return "It was in force before the one that follows it."
	}
	return "For complaints received from " + p.From.Letter() + "."
}
