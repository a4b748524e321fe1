package register

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"casebook/data/casework"
)

// Known is a person on the housing list with the home they hold, if any.
type Known struct {
	Resident casework.Resident
	Dwelling casework.Dwelling
}

var (
	residentIndex = index{words: "resident_words", owners: "residents", id: "resident_id",
		visible: housed, also: " AND o.gone = 0", rare: rare, walked: walked}
	dwellingIndex = index{words: "dwelling_words", owners: "dwellings", id: "home_id",
		visible: housed, also: " AND o.gone = 0", rare: rare, walked: walked}
)

// residentWords are the words by which a person on the housing list is found:
// as a case is, and by the housing system's references.
func residentWords(p casework.Resident, h casework.Home) []string {
	found := append(nameWords(p.Person.Name), homeWords(h)...)
	for _, number := range p.Person.Telephones {
		found = append(found, telephoneWords(number)...)
	}
	for _, reference := range []string{p.Reference, p.Person.Tenancy} {
		found = append(found, strings.Join(foldedWords(reference), ""))
	}
	return sorted(found)
}

// dwellingWords are the words by which a home on the list is found.
func dwellingWords(h casework.Home) []string {
	return sorted(append(homeWords(h), strings.Join(foldedWords(h.Reference), "")))
}

// Residents finds people on the housing list as an officer types, in the same
// way as Search finds cases. A record that was joined to another is found as
// the one that stands for both.
func (r *Register) Residents(ctx context.Context, by casework.Officer, text string, limit int) ([]Known, error) {
	var found []Known
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		ids, err := w.findFirst(residentIndex, by, text, bounded(limit))
		if err != nil || len(ids) == 0 {
			return err
		}
		var values arguments
		query := `SELECT o.body, COALESCE(h.body, '') FROM residents o LEFT JOIN dwellings h ON h.home_id = o.home_id
			WHERE o.resident_id IN (SELECT CASE WHEN f.same = 0 THEN f.resident_id ELSE f.same END FROM residents f
			WHERE f.resident_id IN (` + list(ids, &values) + `)) AND ` + housed(by, "o", &values) + ` ORDER BY o.resident_id DESC`
		return w.each(query, values.values, func(rows *sql.Rows) error {
			k, err := scanKnown(rows)
			found = append(found, k)
			return err
		})
	})
	return found, err
}

// findFirst gives the ids of the first way to read a text that finds any.
func (w *work) findFirst(in index, by casework.Officer, text string, limit int) ([]int64, error) {
	for _, words := range readings(text) {
		ids, _, err := w.find(in, by, words, limit)
		if err != nil || len(ids) > 0 {
			return ids, err
		}
	}
	return nil, nil
}

func scanKnown(rows *sql.Rows) (Known, error) {
	var person, home string
	if err := rows.Scan(&person, &home); err != nil {
		return Known{}, err
	}
	var k Known
	var err error
	if k.Resident, err = decode[casework.Resident](person); err != nil || home == "" {
		return k, err
	}
	k.Dwelling, err = decode[casework.Dwelling](home)
	return k, err
}

// Dwellings finds homes on the housing list as an officer types.
func (r *Register) Dwellings(ctx context.Context, by casework.Officer, text string, limit int) ([]casework.Dwelling, error) {
	var found []casework.Dwelling
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		ids, err := w.findFirst(dwellingIndex, by, text, bounded(limit))
		if err != nil || len(ids) == 0 {
			return err
		}
		var values arguments
		query := `SELECT o.body FROM dwellings o WHERE o.home_id IN (` + list(ids, &values) + `) AND ` +
			housed(by, "o", &values) + ` ORDER BY o.home_id DESC`
		return w.each(query, values.values, func(rows *sql.Rows) error { return scanBody(rows, &found) })
	})
	return found, err
}

// Why says what two cases have in common.
type Why string

// The reasons, the closest first.
const (
	SameResident Why = "same resident"
	SameHome     Why = "same home"
	SameBlock    Why = "same block"
)

// Match is an earlier case of the same person or home. For a block it is only
// how many cases are open there: the screen faces the public, and names at
// other homes are shown only when asked for (ruling 26).
type Match struct {
	Why  Why
	Row  Row // empty for a block
	Open int // for a block
}

// Matches finds the cases of a person and of a home on the housing list, the
// newest first, and counts those open in the same block beside them. An id of
// 0 and an empty block match nothing.
func (r *Register) Matches(ctx context.Context, by casework.Officer, residentID, homeID int64, block string, limit int) ([]Match, error) {
	var found []Match
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if residentID, err = w.samePerson(residentID); err != nil {
			return err
		}
		shown := map[int64]bool{}
		for _, part := range []struct {
			why  Why
			view View
			on   bool
		}{
			{SameResident, View{Resident: residentID, Sort: ByReference}, residentID != 0},
			{SameHome, View{Home: homeID, Sort: ByReference}, homeID != 0},
		} {
			if !part.on {
				continue
			}
			rows, err := w.pageOf(by, part.view, Cursor{}, bounded(limit))
			if err != nil {
				return err
			}
			for _, row := range rows {
				if !shown[row.ID] && len(found) < bounded(limit) {
					shown[row.ID] = true
					found = append(found, Match{Why: part.why, Row: row})
				}
			}
		}
		n, err := w.openInBlock(by, block, residentID, homeID)
		if n > 0 {
			found = append(found, Match{Why: SameBlock, Open: n})
		}
		return err
	})
	return found, err
}

// openInBlock counts the open cases in a block, leaving out those of the
// person and the home, which are shown as what they are.
func (w *work) openInBlock(by casework.Officer, block string, residentID, homeID int64) (int, error) {
	if block == "" {
		return 0, nil
	}
	var values arguments
	query := `SELECT count(*) FROM cases c WHERE ` + View{Open: true, Block: block}.conditions(by, &values)
	for column, id := range map[string]int64{"resident_id": residentID, "home_id": homeID} {
		if id != 0 {
			query += fmt.Sprintf(" AND c.%s <> %s", column, values.add(id))
		}
	}
	var n int
	err := w.one(query, values.values, &n)
	return n, err
}
