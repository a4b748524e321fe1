package register

import (
	"casebook/data/casework"
)

// lineRow is one sum of a case's ledger, as it is compared with others.
type lineRow struct {
	line               int
	head, kind, reason string
	band, subject      string
	stage              int
	sum                int64
	told               int
}

// paymentRow is one payment of a case.
type paymentRow struct {
	payment     int
	paid, erred string
	sum         int64
}

// lineRows are a case's sums. What was recorded in error offered nothing.
func lineRows(c casework.Case) []lineRow {
	if !c.Void.IsZero() {
		return nil
	}
	var rows []lineRow
	for _, l := range c.Redress {
		o := c.OfferOf(l.ID)
		rows = append(rows, lineRow{
			line: l.ID, head: string(l.Head), kind: string(l.Input.Kind), reason: l.Reason,
			band: l.Input.Harm.Band, subject: clip(c.Subject, longest), stage: l.Stage, sum: int64(l.Sum),
			told: truth(o != nil && !o.Told.IsZero()),
		})
	}
	return rows
}

func paymentRows(c casework.Case) []paymentRow {
	var rows []paymentRow
	for _, p := range c.Payments {
		rows = append(rows, paymentRow{payment: p.ID, paid: p.On.String(), erred: p.Erred.String(), sum: int64(p.Sum)})
	}
	return rows
}

// writeMoney brings the sums and payments beside a case from one projection to
// the next.
func (w *work) writeMoney(c casework.Case, old, p projection) error {
	confidential := truth(c.Confidential)
	err := replaceRows(old.lines, p.lines, func(l lineRow) error {
		return w.changeOne(`DELETE FROM lines WHERE case_id = $1 AND line = $2`, c.ID, l.line)
	}, func(l lineRow) error {
		return w.exec(`INSERT INTO lines (case_id, line, office, confidential, head, kind, reason, band, subject, stage, sum, told)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
			c.ID, l.line, c.Office, confidential, l.head, l.kind, l.reason, l.band, l.subject, l.stage, l.sum, l.told)
	})
	if err != nil {
		return err
	}
	return replaceRows(old.payments, p.payments, func(r paymentRow) error {
		return w.changeOne(`DELETE FROM payments WHERE case_id = $1 AND payment = $2`, c.ID, r.payment)
	}, func(r paymentRow) error {
		return w.exec(`INSERT INTO payments (case_id, payment, office, confidential, paid, erred, sum) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			c.ID, r.payment, c.Office, confidential, r.paid, r.erred, r.sum)
	})
}

// besideMoney are those rows as besides reads them.
func (p projection) besideMoney(k casework.Case, rows map[string][]string) {
	confidential := truth(k.Confidential)
	for _, l := range p.lines {
		rows["lines"] = append(rows["lines"], joined(l.line, k.Office, confidential, l.head, l.kind, l.reason, l.band, l.subject, l.stage, l.sum, l.told))
	}
	for _, r := range p.payments {
		rows["payments"] = append(rows["payments"], joined(r.payment, k.Office, confidential, r.paid, r.erred, r.sum))
	}
}
