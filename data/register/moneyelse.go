package register

import (
	"context"
	"slices"

	"casebook/data/casework"
	"casebook/data/redress"
)

// MoneyElse are the sums of another record of the same person or home.
type MoneyElse struct {
	Reference casework.Reference
	Lines     redress.Ledger
}

// MoneyElse finds the sums that other records hold for the resident or the home
// of a case, so that one event is not paid in two of them without a decision.
// Records made in error pay nothing, and those that the officer may not see are
// absent.
func (r *Register) MoneyElse(ctx context.Context, by casework.Officer, id int64) ([]MoneyElse, error) {
	var found []MoneyElse
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		c, err := w.seen(by, id)
		if err != nil {
			return err
		}
		others, err := w.sameWhose(by, c)
		if err != nil {
			return err
		}
		return w.eachOf(others, func(other casework.Case) error {
			if len(other.Redress) > 0 && other.Void.IsZero() {
				found = append(found, MoneyElse{other.Reference, other.Redress})
			}
			return nil
		})
	})
	return settled(found, err)
}

// sameWhose are the other cases of a case's resident, by number and by name, and
// of its home, of those that the officer may see.
func (w *work) sameWhose(by casework.Officer, c casework.Case) ([]int64, error) {
	ids, err := w.named(by, c.Resident.Name)
	if err != nil {
		return nil, err
	}
	resident, err := w.samePerson(c.ResidentID)
	if err != nil {
		return nil, err
	}
	for _, v := range []View{{Resident: resident, Sort: ByReference}, {Home: c.HomeID, Sort: ByReference}} {
		if v.Resident == 0 && v.Home == 0 {
			continue
		}
		more, err := w.idsOf(by, v)
		if err != nil {
			return nil, err
		}
		ids = append(ids, more...)
	}
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id int64) bool { return id == c.ID }), nil
}
