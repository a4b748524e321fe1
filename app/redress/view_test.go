package redress

import (
	"testing"

	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
	"casebook/data/redress"
)

func TestTheScreenStandsBesideItsPicture(t *testing.T) {
	d := maureen(t)
	for _, in := range []redress.Input{carpet, drying, harm} {
		d.act(dan, casework.OfferRedress{Input: in})
	}
	_, c := d.shown(dan, Open{Case: 9}, look.Light)
	shelltest.Picture(t, c, "redress")
	for i, line := range d.c.Redress {
		_, c := d.shown(dan, Open{Case: 9, Line: line.ID}, look.Light)
		shelltest.Picture(t, c, []string{"carpet", "drying", "harm", "missed", "pipe"}[i])
	}
}
