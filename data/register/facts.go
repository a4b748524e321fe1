package register

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

const actKeepSeal casework.ActName = "save board report"

// Snapshot is what a board report is made from: all of one moment.
type Snapshot struct {
	Facts  []casework.StageFact // in the order of case and stage
	Seal   string               // of the whole register's history at that moment
	CutOff time.Time
	Homes  int // homes owned, from the settings; 0 when not known
}

// Facts reads every stage that was received or answered from one day to
// another, both included, or that was still open in between, together with the
// seal and the instant. Facts have no names; confidential cases that the
// officer may not see, and cases of offices that are not theirs, are absent.
func (r *Register) Facts(ctx context.Context, by casework.Officer, from, to calendar.Date) (Snapshot, error) {
	var s Snapshot
	err := r.reading(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.SeeFigures)
		if err != nil {
			return err
		}
		made, err := w.ruled()
		if err != nil {
			return err
		}
		s.CutOff, s.Homes = w.now, made.settings.Homes
		if s.Facts, err = w.facts(by, from, to); err != nil {
			return err
		}
		s.Seal, err = w.seal()
		return err
	})
	return s, err
}

// facts reads the stages that a period touches: those begun in it, and those
// begun before and not yet answered when it began. A service request has no
// answer; its closing ends it.
func (w *work) facts(by casework.Officer, from, to calendar.Date) ([]casework.StageFact, error) {
	var values arguments
	start := values.add(from.String())
	query := `SELECT s.fact FROM stages s WHERE (s.received >= ` + start + ` OR s.responded >= ` + start + `
		OR s.closed >= ` + start + ` OR s.responded = '' AND s.closed = '')
		AND s.received <= ` + values.add(to.String()) + ` AND ` + counted(by, "s", &values) + `
		ORDER BY s.case_id, s.stage`
	var found []casework.StageFact
	err := w.each(query, values.values, func(rows *sql.Rows) error { return scanBody(rows, &found) })
	return found, err
}

// Seal is one digest over the heads of all chains: the same only while nothing
// in history was added, changed or cut off.
func (r *Register) Seal(ctx context.Context) (string, error) {
	var seal string
	err := r.reading(ctx, func(w *work) error {
		var err error
		seal, err = w.seal()
		return err
	})
	return seal, err
}

func (w *work) seal() (string, error) {
	sum := sha256.New()
	err := w.each(`SELECT subject, number, hash FROM subjects ORDER BY subject`, nil, func(rows *sql.Rows) error {
		var s, hash string
		var number int
		if err := rows.Scan(&s, &number, &hash); err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s\x00%d\x00%s\n", s, number, hash)
		return nil
	})
	return hex.EncodeToString(sum.Sum(nil)), err
}

// KeepSeal records in the register that a report was saved with a snapshot's
// seal, so that what the paper says can be found again.
func (r *Register) KeepSeal(ctx context.Context, by casework.Officer, s Snapshot, report string) error {
	return r.writing(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.SaveReport)
		if err != nil {
			return err
		}
		report := casework.Tidy(report)
		number, err := w.next("seal")
		if err != nil {
			return err
		}
		err = w.exec(`INSERT INTO seals (number, seal, cut_off, report, officer) VALUES ($1, $2, $3, $4, $5)`,
			number, s.Seal, s.CutOff.UTC().Format(time.RFC3339), report, by.ID)
		if err != nil {
			return err
		}
		h, err := w.take(officeSubject)
		if err != nil {
			return err
		}
		_, err = w.append(h, event{subject: officeSubject, act: actKeepSeal, by: by.ID, happened: w.r.today(),
			summary: "Saved " + report, changes: []casework.Change{
				{Field: "report", New: report}, {Field: "seal", New: s.Seal},
				{Field: "cut_off", New: s.CutOff.UTC().Format(time.RFC3339)},
			}})
		return err
	})
}
