package register

import (
	"context"
	"database/sql"
	"slices"

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
		wanted := like{head, band, clip(subject, longest), except}
		given, err := w.givenBefore(by, wanted, made.policies.InForceOn(w.r.today()), made.policies.FewestToCompare())
		if err != nil {
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

// given are sums, and in how many the band was inferred.
type given struct {
	sums     []redress.Pence
	inferred int
}

// condition is SQL on the lines l that are like it. The index has all of a row
// that is asked for.
func (l like) condition(by casework.Officer, p *policy.Policy, values *arguments) string {
	query := `l.told = 1 AND l.head = ` + values.add(string(l.head)) + ` AND l.subject = ` + values.add(l.subject)
	band, known := p.Band(l.band)
	switch {
	case l.head != redress.Inconvenience:
		query += ` AND l.band = ''`
	case !known: // below the bands, or in one that this policy has not
		query += ` AND l.kind <> '' AND l.band = ` + values.add(l.band)
	default:
		query += ` AND l.band IN (` + values.add(l.band) + `, '') AND (l.band <> '' OR l.kind = '' AND l.sum >= ` + values.add(int64(band.Least))
		if band.Most > 0 {
			query += ` AND l.sum < ` + values.add(int64(band.Most)) // half open: the upper end points to the next (ruling 18)
		}
		query += `)`
	}
	return query + ` AND l.case_id <> ` + values.add(l.except) + ` AND ` + visible(by, "l", values)
}

// givenBefore gathers the sums told, where they are of at least so many cases.
func (w *work) givenBefore(by casework.Officer, l like, p *policy.Policy, fewest int) (given, error) {
	var all given
	var few arguments
	var cases int
	err := w.one(`SELECT count(*) FROM (SELECT DISTINCT l.case_id FROM lines l WHERE `+l.condition(by, p, &few)+atMost(fewest)+`) AS found`, few.values, &cases)
	if err != nil || cases < fewest {
		return all, err
	}
	var values arguments
	query := `SELECT CASE WHEN l.kind = '' THEN 1 ELSE 0 END AS old, l.sum, count(*) FROM lines l WHERE ` + l.condition(by, p, &values) + ` GROUP BY old, l.sum`
	err = w.each(query, values.values, func(rows *sql.Rows) error {
		var old, n int
		var sum redress.Pence
		if err := rows.Scan(&old, &sum, &n); err != nil {
			return err
		}
		if l.head == redress.Inconvenience {
			all.inferred += old * n
		}
		all.sums = append(all.sums, slices.Repeat([]redress.Pence{sum}, n)...)
		return nil
	})
	return all, err
}
