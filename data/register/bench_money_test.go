package register

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

// moneyed gives the benchmarks' office the money of eight years: one closed
// case of three has a sum, and nearly all of them are paid. It writes what
// projecting such cases would, so that it takes seconds and not hours.
func moneyed(b *testing.B, o *office) {
	b.Helper()
	if o.count("lines") > 0 {
		return
	}
	err := o.writing(o.ctx, func(w *work) error {
		return w.exec(`INSERT INTO lines (case_id, line, office, confidential, head, kind, reason, band, subject, stage, sum, told)
			SELECT case_id, 1, office, confidential, 'inconvenience', 'inconvenience', 'delay',
			CASE case_id % 3 WHEN 0 THEN 'service-failure' ELSE 'serious' END, subject, 1, 5000 + case_id % 500 * 100, 1
			FROM cases WHERE closed <> '' AND case_id % 3 < 2`)
	})
	if err != nil {
		b.Fatal(err)
	}
	for range 100 { // what is owed and paid is read from the cases themselves
		act := invented(rand.New(rand.NewPCG(6, 6)), day0, 0)
		o.accepted(act, harm(7500))
		o.paid(act, harm(9000))
	}
}

// BenchmarkLike asks what was given before, as often as a sum is typed.
func BenchmarkLike(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		moneyed(b, o)
		timed(b, func(i int) error {
			spread, ok, err := o.Like(o.ctx, o.manager, redress.Inconvenience, "serious", kinds[i%len(kinds)], 0)
			if err == nil && (!ok || spread.Count < 100) {
				err = fmt.Errorf("%+v", spread)
			}
			return err
		})
	})
}

func BenchmarkOwed(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		moneyed(b, o)
		timed(b, func(int) error {
			rows, err := o.Owed(o.ctx, o.manager)
			if err == nil && len(rows) < 100 {
				err = fmt.Errorf("%d sums", len(rows))
			}
			return err
		})
	})
}

func BenchmarkPayments(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		moneyed(b, o)
		timed(b, func(int) error {
			rows, err := o.Payments(o.ctx, o.manager, day0, day0)
			if err == nil && len(rows) < 100 {
				err = fmt.Errorf("%d payments", len(rows))
			}
			return err
		})
	})
}

// BenchmarkCasesOfAKind is a page of what nearly no case is.
func BenchmarkCasesOfAKind(b *testing.B) {
	eachSize(b, func(b *testing.B, o *office) {
		timed(b, func(int) error {
			_, err := o.Cases(o.ctx, o.manager, View{Kind: casework.PetitionKind, Sort: ByDue}, Cursor{}, 50)
			return err
		})
	})
}
