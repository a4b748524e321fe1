package register

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"casebook/data/casework"
)

const (
	actSaveView casework.ActName = "save view"
	actDropView casework.ActName = "drop view"
)

// SavedView is a list that an officer keeps for themselves, under a name. It is
// kept in the register and not at the desk, because officers change desks.
type SavedView struct {
	ID   int    `json:"id"`
	Name string `json:"name" history:"personal"` // it may be somebody's
	View View   `json:"view"`
}

// officerViews are all that an officer keeps, in the order of saving.
type officerViews struct {
	Officer int64       `json:"officer" history:"-"`
	Views   []SavedView `json:"views"`
}

// mostViews is how many lists an officer may keep, and longestName how long
// the name of one may be.
const (
	mostViews   = 50
	longestName = 60
)

// Views are the lists that the officer has saved, in the order of saving.
func (r *Register) Views(ctx context.Context, by casework.Officer) ([]SavedView, error) {
	var kept officerViews
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		kept, err = w.viewsOf(by)
		return err
	})
	return kept.Views, err
}

// SaveView keeps a list under a name, in place of the officer's own of that
// name if there is one.
func (r *Register) SaveView(ctx context.Context, by casework.Officer, v SavedView) error {
	v.Name = strings.TrimSpace(casework.Tidy(v.Name))
	if v.Name == "" || len([]rune(v.Name)) > longestName {
		return &casework.Refusal{Code: "no-name", Field: "name", Reason: "Enter a name for the list, up to 60 characters"}
	}
	return r.changeViews(ctx, by, actSaveView, "Saved the list "+v.Name, func(views []SavedView) ([]SavedView, error) {
		for i, old := range views {
			if old.Name == v.Name {
				v.ID = old.ID
				views[i] = v
				return views, nil
			}
		}
		if len(views) >= mostViews {
			return nil, &casework.Refusal{Code: "too-many", Field: "name", Reason: "You have 50 lists already. Remove one first"}
		}
		v.ID = 1
		for _, old := range views {
			v.ID = max(v.ID, old.ID+1)
		}
		return append(views, v), nil
	})
}

// DropView forgets the officer's list of a name.
func (r *Register) DropView(ctx context.Context, by casework.Officer, name string) error {
	name = strings.TrimSpace(casework.Tidy(name))
	return r.changeViews(ctx, by, actDropView, "Removed the list "+name, func(views []SavedView) ([]SavedView, error) {
		i := slices.IndexFunc(views, func(v SavedView) bool { return v.Name == name })
		if i < 0 {
			return nil, ErrNotFound
		}
		return slices.Delete(views, i, i+1), nil
	})
}

// changeViews changes an officer's lists, with their history.
func (r *Register) changeViews(ctx context.Context, by casework.Officer, act casework.ActName, summary string, change func([]SavedView) ([]SavedView, error)) error {
	return r.writing(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		h, err := w.take(viewsSubject(by.ID))
		if err != nil {
			return err
		}
		before, err := w.viewsOf(by)
		if err != nil {
			return err
		}
		after := officerViews{Officer: by.ID}
		if after.Views, err = change(slices.Clone(before.Views)); err != nil {
			return err
		}
		casework.TidyAll(&after)
		changes := casework.Diff(before, after)
		if len(changes) == 0 {
			return nil
		}
		_, err = w.append(h, event{subject: viewsSubject(by.ID), act: act, by: by.ID, happened: w.r.today(), summary: summary, changes: changes})
		if err != nil {
			return err
		}
		body, err := json.Marshal(after)
		if err != nil {
			return err
		}
		return w.exec(`INSERT INTO saved_views (officer, body) VALUES ($1, $2)
			ON CONFLICT (officer) DO UPDATE SET body = excluded.body`, by.ID, string(body))
	})
}

func (w *work) viewsOf(by casework.Officer) (officerViews, error) {
	var body string
	err := w.one(`SELECT body FROM saved_views WHERE officer = $1`, []any{by.ID}, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return officerViews{Officer: by.ID}, nil
	}
	if err != nil {
		return officerViews{}, err
	}
	return decode[officerViews](body)
}
