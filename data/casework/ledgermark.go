package casework

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"casebook/data/redress"
)

// ledgerMark is short for everything that a letter could say of the sums of a
// case: their words, days and figures. It differs when any of that does. Who
// put a sum in is not part of it, nor is what an ombudsman ordered: no letter
// offers that.
func (c *Case) ledgerMark() string {
	var lines []redress.Line
	for _, l := range c.Redress {
		if l.Head != redress.Award {
			l.By, l.Changed = 0, nil
			lines = append(lines, l)
		}
	}
	text, err := json.Marshal(lines)
	if err != nil {
		panic(err) // plain values always marshal
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// saysLedger refuses to send a letter that offers other sums than the ledger
// has, also where they come to the same in all: what the resident holds and what
// is paid would differ (ruling 21). A letter from before the mark was kept has
// the whole sum alone to go by.
func (c *Case) saysLedger(l *Letter) error {
	switch {
	case !l.Kind.Offers():
		return nil
	case l.Money != c.Whole():
		return refuse("changed", "ruling 21", "The sums have changed since this letter was made: it was %s in all and is %s now. Make it again", l.Money, c.Whole())
	case l.Ledger != "" && l.Ledger != c.ledgerMark():
		return refuse("changed", "ruling 21", "What the sums are for has changed since this letter was made, though it is %s in all as before. Make it again", l.Money)
	}
	return nil
}
