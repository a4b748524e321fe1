package register

import (
	"context"
	"database/sql"

	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// Like says how the sums lie that residents were offered before for the same
// head, band and subject, so that alike is treated alike; not ok where fewer
// cases than the policy's least are like it. Only cases that the officer may
// see are compared, and never the one that the sum is being typed for. Sums
// from before bands were kept count in the band that they point to (ruling 18).
func (r *Register) Like(ctx context.Context, by casework.Officer, head redress.Head, band, subject string, except int64) (redress.Spread, bool, error) {
	var spread redress.Spread
	var ok bool
	err := r.reading(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.SeeFigures)
		if err != nil {
			return err
		}
		made, err := w.ruled()
		if err != nil {
			return err
		}
		given, err := w.givenBefore(by, like{head, band, clip(subject, longest), except}, made.policies.InForceOn(w.r.today()))
		if err != nil || given.cases < made.policies.FewestToCompare() {
			return err
		}
		spread, ok = redress.SpreadOf(given.sums, made.policies)
		spread.Inferred = given.inferred
		return nil
	})
	if err != nil || !ok {
		return redress.Spread{}, false, err
	}
	return spread, true, nil
}

// like is what a sum is compared by.
type like struct {
	head          redress.Head
	band, subject string
	except        int64
}

// given are the sums of cases, and in how many the band was inferred.
type given struct {
	sums            []redress.Pence
	cases, inferred int
}

// givenBefore gathers the sums told. The index has all of a row that is asked
// for, case by case.
func (w *work) givenBefore(by casework.Officer, l like, p *policy.Policy) (given, error) {
	var values arguments
	query := `SELECT l.case_id, l.kind, l.band, l.sum FROM lines l WHERE l.told = 1
		AND l.head = ` + values.add(string(l.head)) + ` AND l.subject = ` + values.add(l.subject)
	if l.band == "" {
		query += ` AND l.band = ''`
	} else {
		query += ` AND (l.band = ` + values.add(l.band) + ` OR l.band = '' AND l.kind = '')`
	}
	query += ` AND l.case_id <> ` + values.add(l.except) + ` AND ` + visible(by, "l", &values)
	var all given
	cases := map[int64]bool{}
	err := w.each(query, values.values, func(rows *sql.Rows) error {
		var id int64
		var line redress.Line
		if err := rows.Scan(&id, &line.Input.Kind, &line.Input.Harm.Band, &line.Sum); err != nil {
			return err
		}
		if line.Head = l.head; l.head == redress.Inconvenience && line.Input.Kind == "" {
			if band, _, _ := redress.BandOf(line, p); band.ID != l.band {
				return nil
			}
			all.inferred++
		}
		cases[id] = true
		all.sums = append(all.sums, line.Sum)
		return nil
	})
	all.cases = len(cases)
	return all, err
}
