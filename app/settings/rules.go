package settings

import (
	"fmt"
	"strings"

	"casebook/data/policy"
)

// Cell is what one policy says of a rule, with where that comes from.
type Cell struct {
	Text   string
	Source string
}

// Rule is one rule as the earlier and the current policy have it.
type Rule struct {
	Group   string // set where a new group begins
	Title   string
	Earlier Cell
	Current Cell
}

// Rules sets the two policies side by side, every rule with its source.
func Rules(set *policy.Set) []Rule {
	earlier, _ := set.Named("earlier")
	current, _ := set.Named("current")
	if earlier == nil || current == nil {
		return nil
	}
	rules := []Rule{
		{Group: "What it is", Title: "Complaints received", Earlier: Cell{Text: "before " + current.From.Letter()},
			Current: Cell{"from " + current.From.Letter(), current.FromSource.Full()}},
		{Title: "A complaint is", Earlier: Cell{sentence(earlier.Definition.Text), earlier.Definition.Source.Full()},
			Current: Cell{sentence(current.Definition.Text), current.Definition.Source.Full()}},
	}
	rules = append(rules, clocks(earlier, current)...)
	rules = append(rules, stages(earlier, current)...)
	type list = func(*policy.Policy) []named
	for _, part := range []struct {
		group string
		of    list
	}{
		{"Outcomes", outcomes}, {"Putting things right", remedies}, {"What is not dealt with as a complaint", exclusions},
		{"Money", money}, {"Ombudsmen", ombudsmen},
	} {
		rules = append(rules, beside(part.group, part.of(earlier), part.of(current))...)
	}
	return append(rules, rulings(set)...)
}

// rulings are how the office reads both policies; rules, refusals and checks
// cite them by number.
func rulings(set *policy.Set) []Rule {
	var rules []Rule
	for _, r := range set.Rulings() {
		rules = append(rules, Rule{Title: fmt.Sprintf("Ruling %d: %s", r.Number, r.Title), Current: Cell{r.Text, fmt.Sprintf("ruling %d", r.Number)}})
	}
	rules[0].Group = "How the office reads them"
	return rules
}

// named is a rule of one policy by the name under which the other may have it.
type named struct {
	id, title string
	cell      Cell
}

// beside pairs the rules of two policies by id, in the order of the current.
func beside(group string, earlier, current []named) []Rule {
	var rules []Rule
	old := map[string]named{}
	for _, n := range earlier {
		old[n.id] = n
	}
	for _, n := range current {
		rules = append(rules, Rule{Title: n.title, Earlier: old[n.id].cell, Current: n.cell})
		delete(old, n.id)
	}
	for _, n := range earlier {
		if _, left := old[n.id]; left {
			rules = append(rules, Rule{Title: n.title, Earlier: n.cell})
		}
	}
	if len(rules) > 0 {
		rules[0].Group = group
	}
	return rules
}

func clocks(earlier, current *policy.Policy) []Rule {
	of := func(p *policy.Policy) []named {
		var all []named
		for _, c := range p.Clocks {
			text := fmt.Sprintf("%d %s from %s.", c.Days, c.Unit, starts[c.From])
			all = append(all, named{string(c.Act), c.Act.Title(), Cell{strings.TrimSpace(text + " " + c.Note), c.Source.Full()}})
		}
		return all
	}
	return beside("How soon", of(earlier), of(current))
}

// starts says in words what a clock runs from.
var starts = map[string]string{
	policy.FromReceipt: "receipt", policy.FromAcknowledgement: "the acknowledgement",
	policy.FromDue: "the date first due", policy.FromOverturning: "the day the refusal was set aside",
}

func stages(earlier, current *policy.Policy) []Rule {
	of := func(p *policy.Policy) []named {
		var all []named
		for _, s := range p.Stages {
			text := "Answered by the officer who has it."
			if s.OtherOfficer {
				text = "Answered by somebody who had no part in the stage before."
			}
			all = append(all, named{fmt.Sprint(s.Number), fmt.Sprintf("Stage %d", s.Number), Cell{text, s.Source.Full()}})
		}
		if p.Appeal != nil {
			all = append(all, named{"2", "Stage 2", Cell{p.Appeal.Text, p.Appeal.Source.Full()}})
		}
		return all
	}
	return beside("Stages", of(earlier), of(current))
}

func outcomes(p *policy.Policy) []named {
	var all []named
	for _, o := range p.Outcomes {
		all = append(all, named{o.ID, o.Title, Cell{orYes(o.Text), o.Source.Full()}})
	}
	return all
}

func remedies(p *policy.Policy) []named {
	var all []named
	for _, r := range p.Remedies {
		all = append(all, named{r.ID, r.Title, Cell{orYes(""), r.Source.Full()}})
	}
	return all
}

func exclusions(p *policy.Policy) []named {
	var all []named
	for _, e := range p.Exclusions {
		text := "May be refused, with reasons and the right to the Ombudsman."
		if e.Kind == policy.ReRoute {
			text = "Dealt with elsewhere: " + e.To + "."
		}
		if e.Except != "" {
			text += " Except: " + strings.TrimSuffix(e.Except, ".") + "."
		}
		all = append(all, named{e.ID, e.Title, Cell{text, e.Source.Full()}})
	}
	return all
}

func money(p *policy.Policy) []named {
	var all []named
	for _, b := range p.Bands {
		sum := b.Least.String() + " to " + b.Most.String()
		if b.Most == 0 {
			sum = b.Least.String() + " and more"
		}
		all = append(all, named{b.ID, b.Title, Cell{sentence(strings.TrimSpace(sum + ". " + b.Text)), b.Source.Full()}})
	}
	for _, head := range p.LossHeads {
		all = append(all, named{head.ID, head.Title, Cell{orYes(""), head.Source.Full()}})
	}
	return all
}

func ombudsmen(p *policy.Policy) []named {
	var all []named
	for _, o := range p.Ombudsmen {
		all = append(all, named{o.ID, o.Name, Cell{orYes(o.When), o.Source.Full()}})
	}
	return all
}

func orYes(text string) string {
	if text == "" {
		return "Yes"
	}
	return sentence(text)
}

// Gap is a point where the landlord's page and the Code differ.
type Gap struct {
	Policy, Title, Page, Code, Used, Source string
}

// Gaps lists them for both policies, those of the current one first.
func Gaps(set *policy.Set) []Gap {
	var all []Gap
	policies := set.Policies()
	for i := len(policies) - 1; i >= 0; i-- {
		for _, g := range policies[i].Gaps {
			all = append(all, Gap{
				Policy: policies[i].Name, Title: g.Title, Page: sentence(g.Page), Code: sentence(g.Code),
				Used:   fmt.Sprintf("Casebook goes by the %s. %s", usedWord(g.Used), g.Why),
				Source: g.Source.Full(),
			})
		}
	}
	return all
}

func usedWord(used string) string {
	if used == "code" {
		return "Code"
	}
	return used
}
