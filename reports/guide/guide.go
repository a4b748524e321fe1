// Package guide prints for officers what may be done with a case: who may do
// it, and in which state it can be done or is refused and why. It is worked out
// by the acts themselves, so it cannot differ from what the program does.
package guide

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/casework/states"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// title stands on the guide and in its properties.
const title = "What can be done with a case, and when"

// PDF makes the guide for a day.
func PDF(policies *policy.Set, holidays *calendar.Holidays, today calendar.Date) ([]byte, error) {
	doc, err := Lay(policies, holidays)
	if err != nil {
		return nil, err
	}
	made := time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC)
	return paper.PDF(doc, paper.PDFOptions{Made: made})
}

// Lay sets the guide's pages.
func Lay(policies *policy.Set, holidays *calendar.Holidays) (paper.Document, error) {
	rows, err := states.Table(policies, holidays)
	if err != nil {
		return paper.Document{}, fmt.Errorf("the guide could not be worked out: %w", err)
	}
	blocks := []paper.Block{
		paper.Heading{Tag: "subject", Text: title},
		paper.Paragraph{Tag: "opening", Text: "The first table says who may do what. After it, each state that a case can be in says what can be done there, and what is refused and why. A rule stands in brackets after its reason."},
		paper.Heading{Tag: "heading roles", Level: 1, Text: "Who may do what"}, roles(),
	}
	for _, r := range rows {
		blocks = append(blocks, state(r)...)
	}
	return paper.Lay(paper.Sheet{Title: title, Running: title}, blocks), nil
}

// roles is the table of who may do what to a case.
func roles() paper.Table {
	t := paper.Table{Tag: "roles", Columns: []paper.Column{{Title: "What"}}}
	for _, role := range acting {
		t.Columns = append(t.Columns, paper.Column{Title: capital(string(role)), Width: 31})
	}
	for _, act := range casework.ActNames() {
		cells := paper.Cells(act.Words())
		for _, role := range acting {
			mark := ""
			if casework.May(casework.Officer{Role: role}, act, casework.Case{}) == nil {
				mark = "yes"
			}
			cells = append(cells, paper.Cell{Text: mark})
		}
		t.Rows = append(t.Rows, paper.Row{Tag: string(act), Cells: cells})
	}
	return t
}

// acting are the roles that act on cases.
var acting = []casework.Role{casework.FrontDesk, casework.Investigator, casework.Manager}

// state is one state with what can be done in it, and each reason for a
// refusal with the acts that it holds back.
func state(r states.Row) []paper.Block {
	var can []casework.ActName
	var reasons []string
	held := map[string][]casework.ActName{}
	for _, c := range r.Cells {
		if c.Done != "" {
			can = append(can, c.Act)
			continue
		}
		if held[c.Reason] == nil {
			reasons = append(reasons, c.Reason)
		}
		held[c.Reason] = append(held[c.Reason], c.Act)
	}
	name := r.State.Name
	blocks := []paper.Block{
		paper.Heading{Tag: "heading " + name, Text: name},
		paper.Paragraph{Tag: name, Text: r.State.Words, Tight: true},
	}
	if len(can) > 0 {
		blocks = append(blocks, paper.Paragraph{Tag: "can " + name, Lead: "Can be done:", Text: listed(can) + "."})
	}
	slices.SortStableFunc(reasons, func(a, b string) int { return len(held[b]) - len(held[a]) })
	t := paper.Table{Tag: "refused " + name, Columns: []paper.Column{{Title: "Refused, because"}, {Title: "What"}}}
	for i, reason := range reasons {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{
			{Tag: fmt.Sprintf("why %d %s", i+1, name), Text: reason},
			{Tag: fmt.Sprintf("what %d %s", i+1, name), Text: listed(held[reason])},
		}})
	}
	return append(blocks, t)
}

// listed says acts in words. The acts on one letter, where all of them are
// there, are said as one.
func listed(acts []casework.ActName) string {
	var words []string
	said := map[casework.ActName]bool{}
	for _, k := range casework.LetterKinds() {
		all := letterActs(k)
		if !slices.ContainsFunc(all, func(a casework.ActName) bool { return !slices.Contains(acts, a) }) {
			for _, a := range all {
				said[a] = true
			}
			words = append(words, everything(k))
		}
	}
	var others []string
	for _, a := range acts {
		if !said[a] {
			others = append(others, a.Words())
		}
	}
	return strings.Join(append(others, words...), "; ")
}

// letterActs are the acts on one kind of letter.
func letterActs(k casework.LetterKind) []casework.ActName {
	acts := []casework.ActName{casework.MakeAct(k), casework.PrintAct(k), casework.SendAct(k)}
	if !k.Slip() {
		acts = append(acts, casework.ElsewhereAct(k))
	}
	return acts
}

// everything says all the acts on one kind of letter.
func everything(k casework.LetterKind) string { return "Write, print and send the " + k.Words() }

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
