package casefile

import (
	"context"
	"errors"
	"path/filepath"

	"casebook/data/casework"
	"casebook/data/register"
	"casebook/reports/bundle"
)

// MayMakeFile says whether the officer may make the case's file: it holds what
// was decided inside, so it is for those who send evidence to an ombudsman.
func (m *Model) MayMakeFile() error { return m.May(casework.ActEvidenceSent) }

// CaseFile gathers the case as it is in the register now, with every letter that
// went and every piece of evidence, and makes its file for an ombudsman (Code
// 5.12). It may be run away from the interface; report is told how many papers
// were read of how many.
func (m *Model) CaseFile(ctx context.Context, report func(done, total int)) (bundle.Bundle, error) {
	in, err := m.fileInput(ctx)
	if err != nil {
		return bundle.Bundle{}, err
	}
	papers := papersOf(in.Case)
	for i, sha := range papers {
		report(i, len(papers))
		content, err := m.reg.Document(ctx, m.by, m.id, sha)
		if errors.Is(err, register.ErrNotFound) {
			continue // erased after its time: its page says so
		}
		if err != nil {
			return bundle.Bundle{}, err
		}
		in.Documents[sha] = content
	}
	report(len(papers), len(papers))
	if err := ctx.Err(); err != nil {
		return bundle.Bundle{}, err
	}
	return bundle.Make(in)
}

// fileInput reads everything but the papers.
func (m *Model) fileInput(ctx context.Context) (bundle.Input, error) {
	in := bundle.Input{Documents: map[string][]byte{}, Officers: map[int64]casework.Officer{}, Today: m.Today(), By: m.by}
	moment, err := m.reg.Moment(ctx, m.by, in.Today)
	if err != nil {
		return in, err
	}
	in.Settings, in.Policies = moment.Settings, moment.Policies
	if in.Case, err = m.reg.Case(ctx, m.by, m.id); err != nil {
		return in, err
	}
	history, err := m.reg.History(ctx, m.by, m.id)
	if err != nil {
		return in, err
	}
	for _, e := range history {
		in.Events = append(in.Events, bundle.Event{Happened: e.Happened, Recorded: e.Recorded, What: e.Summary, Who: e.Officer})
	}
	officers, err := m.reg.Officers(ctx, m.by)
	for _, o := range officers {
		in.Officers[o.ID] = o
	}
	return in, err
}

// papersOf are the digests of the letters that went and of the evidence.
func papersOf(c casework.Case) []string {
	var all []string
	for _, l := range c.Letters {
		if !l.Sent.IsZero() && l.Document != "" {
			all = append(all, l.Document)
		}
	}
	for _, e := range c.Evidence {
		all = append(all, e.Document)
	}
	return all
}

// filePDF is where the PDF of a saved case file lies.
func filePDF(folder string, b bundle.Bundle) string { return filepath.Join(folder, b.Files[0].Name) }
