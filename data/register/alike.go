package register

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// More reasons why another case may be the same matter, or the same again.
const (
	SameName  Why = "same name"
	LikeWords Why = "like words"
)

// Likeness is what is known of a contact while it is typed. A zero field
// matches nothing.
type Likeness struct {
	ResidentID int64
	HomeID     int64
	Name       string
	Block      string
	Words      string        // what happened, as far as it is written
	Since      calendar.Date // how far back like words are looked for; zero means twelve months
	Others     bool          // other homes were asked for by hand (ruling 26)
}

// AlikeCase is a case that may be the same, and why. At other homes a front
// desk sees only how many, until they ask: then Row is empty and Count is not 0
// (ruling 26).
type AlikeCase struct {
	Row   Row
	Why   []Why    // the closest first
	Words []string // the words in common, as the other case has them
	Count int
}

// The bounds of a look for like words, so that it costs the same in an office
// of any size: how many of the newest cases are read, how much of a word's
// beginning makes it the same word ("leak", "leaking"), and in how many of the
// cases read a word may stand and still say something.
const (
	alikeWalk   = 1000
	alikeStem   = 4
	alikeCommon = 50 // one in so many
	alikeFew    = 3  // or so many cases, where few are read
	alikeLeast  = 2  // words in common
)

// Alike finds cases that may be the same matter as what is being typed: of the
// same person, home, name or block, and those whose words are like it. Those
// with the closest reason come first, then the newest.
func (r *Register) Alike(ctx context.Context, by casework.Officer, l Likeness, limit int) ([]AlikeCase, error) {
	var found []AlikeCase
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if l.Since.IsZero() {
			l.Since = r.today().AddMonths(-12)
		}
		found, err = w.alike(by, l, bounded(limit))
		return err
	})
	return settled(found, err)
}

func (w *work) alike(by casework.Officer, l Likeness, limit int) ([]AlikeCase, error) {
	var err error
	if l.ResidentID, err = w.samePerson(l.ResidentID); err != nil {
		return nil, err
	}
	reasons := map[int64]*AlikeCase{}
	because := func(id int64, why Why) *AlikeCase {
		if reasons[id] == nil {
			reasons[id] = &AlikeCase{}
		}
		reasons[id].Why = append(reasons[id].Why, why)
		return reasons[id]
	}
	for _, part := range []struct {
		why  Why
		on   bool
		view View
	}{
		{SameResident, l.ResidentID != 0, View{Resident: l.ResidentID, Sort: ByReference}},
		{SameHome, l.HomeID != 0, View{Home: l.HomeID, Sort: ByReference}},
		{SameBlock, l.Block != "", View{Block: l.Block, Open: true, Sort: ByReference}},
	} {
		if !part.on {
			continue
		}
		ids, err := w.idsOf(by, part.view)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			because(id, part.why)
		}
	}
	named, err := w.named(by, l.Name)
	if err != nil {
		return nil, err
	}
	for _, id := range named {
		because(id, SameName)
	}
	like, err := w.likeWords(by, l)
	if err != nil {
		return nil, err
	}
	for id, words := range like {
		because(id, LikeWords).Words = words
	}
	return w.shown(by, l, reasons, limit)
}

// idsOf are the first cases of a view.
func (w *work) idsOf(by casework.Officer, v View) ([]int64, error) {
	rows, err := w.pageOf(by, v, Cursor{}, mostRows)
	ids := make([]int64, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return ids, err
}

// named are the cases of a resident with exactly these words for a name: at
// least two, since a first name alone is nobody's.
func (w *work) named(by casework.Officer, name string) ([]int64, error) {
	words := foldedWords(name)
	if len(words) < 2 || len(words) > mostWords {
		return nil, nil
	}
	var values arguments
	var same []int64
	query, err := w.perhapsNamed(by, words, &values)
	if query == "" || err != nil {
		return nil, err
	}
	err = w.each(query, values.values, func(rows *sql.Rows) error {
		var id int64
		var resident string
		err := rows.Scan(&id, &resident)
		if slices.Equal(slices.Sorted(slices.Values(foldedWords(resident))), slices.Sorted(slices.Values(words))) {
			same = append(same, id)
		}
		return err
	})
	return same, err
}

// perhapsNamed reads the newest cases and residents that may have these words
// for a name; empty where there is none. A name of few words is found by the
// word that it is run together, in whichever order.
func (w *work) perhapsNamed(by casework.Officer, words []string, values *arguments) (string, error) {
	query := `SELECT c.case_id, c.resident FROM cases c WHERE c.case_id IN (`
	if len(words) > 4 {
		ids, _, err := w.find(caseIndex, by, words, mostRows)
		if len(ids) == 0 || err != nil {
			return "", err
		}
		return query + list(ids, values) + `)`, nil
	}
	var places []string
	for _, name := range sorted(runTogether(words)) {
		places = append(places, values.add(name))
	}
	return query + `SELECT w.case_id FROM words w WHERE w.word IN (` + strings.Join(places, ", ") + `)) AND ` +
		visible(by, "c", values) + ` ORDER BY c.case_id DESC` + atMost(mostRows), nil
}

// runTogether joins words in every order.
func runTogether(words []string) []string {
	if len(words) < 2 {
		return words
	}
	var all []string
	for i, first := range words {
		for _, rest := range runTogether(slices.Delete(slices.Clone(words), i, i+1)) {
			all = append(all, first+rest)
		}
	}
	return all
}

// likeWords are the newest cases whose first point has words in common with
// what is typed. Which words say nothing is seen from how many cases have them.
func (w *work) likeWords(by casework.Officer, l Likeness) (map[int64][]string, error) {
	typed := stems(l.Words)
	if len(typed) < alikeLeast {
		return nil, nil
	}
	var values arguments
	query := `SELECT c.case_id, c.about FROM cases c WHERE c.received >= ` + values.add(l.Since.String()) + ` AND ` +
		visible(by, "c", &values) + ` ORDER BY c.received DESC, c.case_id DESC` + atMost(alikeWalk)
	var common []likeWord
	read, has := 0, map[string]int{}
	err := w.each(query, values.values, func(rows *sql.Rows) error {
		var id int64
		var about string
		if err := rows.Scan(&id, &about); err != nil {
			return err
		}
		read++
		own := len(common)
		common = inCommon(common, typed, id, about)
		for _, c := range common[own:] {
			has[c.stem]++
		}
		return nil
	})
	found := map[int64][]string{}
	for _, c := range common {
		if has[c.stem] <= max(alikeFew, read/alikeCommon) {
			found[c.id] = append(found[c.id], c.word)
		}
	}
	maps.DeleteFunc(found, func(_ int64, words []string) bool {
		slices.Sort(words)
		return len(words) < alikeLeast
	})
	return found, err
}

// likeWord is a word of a case that begins as one that was typed.
type likeWord struct {
	id         int64
	stem, word string
}

// stems are the beginnings of a text's longer words, each with its word.
func stems(text string) map[string]string {
	found := map[string]string{}
	for _, word := range foldedWords(text) {
		if stem := stemOf(word); stem != "" {
			found[stem] = word
		}
	}
	return found
}

// stemOf is the beginning of a word, or empty for one that is too short or a
// number.
func stemOf(word string) string {
	if numbered(word) {
		return ""
	}
	letters := 0
	for at := range word {
		if letters == alikeStem {
			return word[:at]
		}
		letters++
	}
	if letters == alikeStem {
		return word
	}
	return ""
}

// inCommon adds the words of a case's line that begin as typed ones, one for
// each beginning. The sign at the end of a shortened line is no word, and would
// only make folding it slow.
func inCommon(common []likeWord, typed map[string]string, id int64, about string) []likeWord {
	own := len(common)
	for _, word := range foldedWords(strings.TrimSuffix(about, "…")) {
		stem := stemOf(word)
		if _, both := typed[stem]; !both {
			continue
		}
		had := slices.IndexFunc(common[own:], func(c likeWord) bool { return c.stem == stem })
		if had >= 0 {
			common[own+had].word = word
		} else {
			common = append(common, likeWord{id, stem, word})
		}
	}
	return common
}

// closeness orders the reasons.
func closeness(why Why) int {
	return slices.Index([]Why{SameResident, SameHome, SameName, LikeWords, SameBlock}, why)
}

// shown puts the closest first and leaves a front desk only the numbers of
// what is at other homes.
func (w *work) shown(by casework.Officer, l Likeness, reasons map[int64]*AlikeCase, limit int) ([]AlikeCase, error) {
	ids := make([]int64, 0, len(reasons))
	for id, a := range reasons {
		slices.SortFunc(a.Why, func(x, y Why) int { return closeness(x) - closeness(y) })
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int64) int {
		if d := closeness(reasons[a].Why[0]) - closeness(reasons[b].Why[0]); d != 0 {
			return d
		}
		return int(b - a)
	})
	counts := map[Why]int{}
	if by.Role == casework.FrontDesk && !l.Others {
		ids = slices.DeleteFunc(ids, func(id int64) bool {
			why := reasons[id].Why
			if why[0] == SameResident || why[0] == SameHome {
				return false
			}
			counts[why[len(why)-1]]++ // the block, where it is in the block
			return true
		})
	}
	found, err := w.alikeRows(ids[:min(len(ids), limit)], reasons)
	for _, why := range []Why{SameName, LikeWords, SameBlock} {
		if counts[why] > 0 {
			found = append(found, AlikeCase{Why: []Why{why}, Count: counts[why]})
		}
	}
	return found, err
}

// alikeRows reads the rows of cases that the officer was found to see, and
// keeps their order.
func (w *work) alikeRows(ids []int64, reasons map[int64]*AlikeCase) ([]AlikeCase, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var values arguments
	query := `SELECT ` + rowColumns + ` FROM cases c WHERE c.case_id IN (` + list(ids, &values) + `)`
	rows, err := w.rowsOf(query, values)
	for _, row := range rows {
		reasons[row.ID].Row = row
	}
	found := make([]AlikeCase, len(ids))
	for i, id := range ids {
		found[i] = *reasons[id]
		found[i].Why = slices.Clip(found[i].Why)
	}
	return found, err
}
