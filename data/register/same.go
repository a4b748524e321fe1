package register

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
)

// MergeResidents joins two records of one person on the housing list. keep
// stands for both from now on; drop stays on the list with its reference and
// is found as keep. Every case of drop becomes one of keep's. Both residents'
// histories, and each case's, say who did it; UnmergeResidents takes exactly
// that apart again.
func (r *Register) MergeResidents(ctx context.Context, by casework.Officer, keep, drop int64, why string) error {
	return r.writing(ctx, func(w *work) error {
		return w.same(by, keep, drop, why, func(kept, dropped casework.Resident) (casework.Resident, error) {
			if err := w.mayMerge(kept, dropped); err != nil {
				return dropped, err
			}
			dropped.Same = keep
			return dropped, nil
		})
	})
}

// UnmergeResidents takes apart two records that MergeResidents joined: drop is
// a person of its own again, and has the cases back that it had. Those recorded
// for keep since then stay with keep.
func (r *Register) UnmergeResidents(ctx context.Context, by casework.Officer, keep, drop int64, why string) error {
	return r.writing(ctx, func(w *work) error {
		return w.same(by, keep, drop, why, func(kept, dropped casework.Resident) (casework.Resident, error) {
			if dropped.Same != keep {
				return dropped, &casework.Refusal{Code: "not-joined", Reason: "These two records were not joined"}
			}
			dropped.Same = 0
			return dropped, nil
		})
	})
}

// same does to two residents what change does to the second of them, and takes
// its cases along.
func (w *work) same(by casework.Officer, keep, drop int64, why string, change func(kept, dropped casework.Resident) (casework.Resident, error)) error {
	by, err := w.current(by)
	if err != nil {
		return err
	}
	if err := casework.May(by, casework.ActSamePerson, casework.Case{}); err != nil {
		return err
	}
	if why = strings.TrimSpace(casework.Tidy(why)); why == "" {
		return &casework.Refusal{Code: "no-reason", Field: "why", Reason: "Write how you know whether they are the same person"}
	}
	heads := map[int64]head{}
	for _, id := range []int64{min(keep, drop), max(keep, drop)} {
		if heads[id], err = w.take(residentSubject(id)); err != nil {
			return err
		}
	}
	kept, err := w.onList(by, keep)
	if err != nil {
		return err
	}
	dropped, err := w.onList(by, drop)
	if err != nil {
		return err
	}
	changed, err := change(kept, dropped)
	if err != nil {
		return err
	}
	if err := w.moveCases(by, keep, drop, changed.Same == keep); err != nil {
		return err
	}
	said := "Joined to resident %d: %s"
	if changed.Same == 0 {
		said = "No longer joined to resident %d: %s"
	}
	if err := w.saveSame(by, heads[drop], dropped, changed, fmt.Sprintf(said, keep, why)); err != nil {
		return err
	}
	return w.saveSame(by, heads[keep], kept, kept, fmt.Sprintf(said, drop, why))
}

// mayMerge refuses records that cannot be joined so that they come apart again.
func (w *work) mayMerge(kept, dropped casework.Resident) error {
	var others int
	if err := w.one(`SELECT count(*) FROM residents WHERE same = $1`, []any{dropped.ID}, &others); err != nil {
		return err
	}
	switch {
	case kept.ID == dropped.ID:
		return &casework.Refusal{Code: "no-person", Field: "resident", Reason: "Choose two different records of the same person"}
	case dropped.Same != 0 || kept.Same != 0:
		return &casework.Refusal{Code: "joined", Field: "resident",
			Reason: "One of these records is joined to another already. Take that apart first"}
	case others > 0:
		return &casework.Refusal{Code: "stands-for", Field: "resident",
			Reason: "Another record is joined to the one you give up. Keep that one, and give up the other"}
	}
	return nil
}

// onList reads a resident of a list that the officer may see.
func (w *work) onList(by casework.Officer, id int64) (casework.Resident, error) {
	var values arguments
	var body string
	query := `SELECT o.body FROM residents o WHERE o.resident_id = ` + values.add(id) + ` AND ` + housed(by, "o", &values)
	if err := w.one(query, values.values, &body); err != nil {
		return casework.Resident{}, absent(err)
	}
	return decode[casework.Resident](body)
}

// saveSame keeps a resident's row and what history says of it.
func (w *work) saveSame(by casework.Officer, h head, before, after casework.Resident, said string) error {
	var err error
	after.Version, err = w.append(h, event{subject: residentSubject(after.ID), act: casework.ActSamePerson, by: by.ID,
		happened: w.r.today(), summary: said, changes: casework.Diff(before, after)})
	if err != nil {
		return err
	}
	body, err := json.Marshal(after)
	if err != nil {
		return err
	}
	return w.changeOne(`UPDATE residents SET same = $1, body = $2 WHERE resident_id = $3`, after.Same, string(body), after.ID)
}

// moveCases gives keep the cases of drop, or gives them back. It does so
// whether or not the officer sees them, and tells of none: a person's cases
// stay together.
func (w *work) moveCases(by casework.Officer, keep, drop int64, joined bool) error {
	holder, move := drop, w.joinCase
	if !joined {
		holder, move = keep, w.partCase
	}
	ids, err := w.ids(`SELECT case_id FROM cases WHERE resident_id = $1 ORDER BY case_id`, arguments{[]any{holder}})
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := move(by, id, keep, drop); err != nil {
			return err
		}
	}
	return nil
}

// joinCase makes a case of drop one of keep: by the act where the officer sees
// the case, and otherwise by the register itself.
func (w *work) joinCase(by casework.Officer, id, keep, drop int64) error {
	before, err := w.anyCase(id)
	if err != nil {
		return err
	}
	if casework.Visible(by, before) {
		_, err = w.do(by, w.r.today(), id, 0, casework.SamePerson{Resident: keep, Was: drop})
		return err
	}
	after := before
	after.ResidentID = keep
	_, err = w.changeUnseen(by, before, after, casework.ActSamePerson, "Joined to another record of the same person")
	return err
}

// partCase gives a case back to drop where it came from there, and every
// member of its group that came with it.
func (w *work) partCase(by casework.Officer, id, keep, drop int64) error {
	fields, err := w.joinedFields(id, keep, drop)
	if err != nil || !fields["resident_id"] {
		return err
	}
	before, err := w.anyCase(id)
	if err != nil {
		return err
	}
	after := before
	after.ResidentID = drop
	after.Group = slices.Clone(before.Group)
	for i, m := range after.Group {
		if fields[fmt.Sprintf("group.%d.resident_id", m.ID)] && m.ResidentID == keep {
			after.Group[i].ResidentID = drop
		}
	}
	_, err = w.changeUnseen(by, before, after, casework.ActSamePerson, "No longer joined to another record")
	return err
}

// joinedFields are the fields of a case that the last change of its resident
// moved from drop to keep; none where that change was another one.
func (w *work) joinedFields(id, keep, drop int64) (map[string]bool, error) {
	entries, err := w.entries(caseSubject(id), 0)
	from, to := fmt.Sprint(drop), fmt.Sprint(keep)
	var last map[string]bool
	for _, e := range entries {
		moved := map[string]bool{}
		for _, c := range e.Changes {
			moved[c.Field] = e.Act == casework.ActSamePerson && c.Old == from && c.New == to
		}
		if _, changed := moved["resident_id"]; changed {
			last = moved
		}
	}
	return last, err
}

// samePerson is the resident that stands for one on the list.
func (w *work) samePerson(id int64) (int64, error) {
	if id == 0 {
		return 0, nil
	}
	var same int64
	err := w.one(`SELECT same FROM residents WHERE resident_id = $1`, []any{id}, &same)
	if errors.Is(err, sql.ErrNoRows) || err == nil && same == 0 {
		return id, nil
	}
	return same, err
}
