package board

import (
	"encoding/json"
	"fmt"
	"math/big"

	"casebook/data/casework"
	"casebook/data/redress"
)

// Unit says what a figure's value is measured in.
type Unit string

// The units. A percentage runs from 0 to 100; money is in whole pence.
const (
	Count       Unit = "count"
	Percent     Unit = "percent"
	PerThousand Unit = "per_1000"
	Pence       Unit = "pence"
	WorkingDays Unit = "working_days"
)

// Least is the smallest group of people that a figure shows; a smaller one is
// hidden, so that nobody can be recognised by where they live (ruling 25).
const Least = 5

// Figure is one number of the report. It is kept as two whole numbers, above
// and below the line, and becomes a fraction only where it is shown.
type Figure struct {
	ID          string               // unique and dotted; a plain id is the quarter, ".ytd" after it the year to date
	Label       string               // what is counted, in words
	Unit        Unit                 // what Value is measured in
	Numerator   int64                // above the line
	Denominator int64                // below the line; 1 for a plain count or sum
	Definition  string               // what is above and below the line, in a sentence or two
	Cases       []casework.Reference // the cases above the line, in order; each once
	Hidden      bool                 // a group of people under Least: no value, no parts, no cases

	group string // the group's own name, as the data sheet has it
}

// scale is what a unit multiplies numerator over denominator by.
func (u Unit) scale() int64 {
	switch u {
	case Percent:
		return 100
	case PerThousand:
		return 1000
	}
	return 1
}

// Known says whether the figure has a value: false for a hidden one and where
// nothing is below the line (unknown is not zero).
func (f Figure) Known() bool { return !f.Hidden && f.Denominator != 0 }

// Value is the figure unrounded, or nil where it is not known. It is the only
// step at which a figure becomes a floating-point number.
func (f Figure) Value() *float64 {
	if !f.Known() {
		return nil
	}
	value, _ := f.exact().Float64()
	return &value
}

func (f Figure) exact() *big.Rat {
	return new(big.Rat).Mul(big.NewRat(f.Numerator, f.Denominator), big.NewRat(f.Unit.scale(), 1))
}

// What is shown in place of a number: where nothing is below the line, and for
// a group of people too small to show.
const (
	NotKnown   = "n/a"
	HiddenText = "hidden"
)

// Text is the figure as people read it, rounded half up from the exact number:
// "118", "91.5%", "18.2", "£9,184.50", "8 working days", "n/a", "hidden".
func (f Figure) Text() string {
	if f.Hidden {
		return HiddenText
	}
	if f.Denominator == 0 {
		return NotKnown
	}
	switch f.Unit {
	case Percent:
		return f.exact().FloatString(1) + "%"
	case PerThousand:
		return f.exact().FloatString(1)
	case Pence:
		rounded := f.exact().FloatString(0)
		sum, _ := new(big.Int).SetString(rounded, 10)
		return redress.Pence(sum.Int64()).String()
	case WorkingDays:
		return workingDays(f.exact())
	}
	return thousands(f.Numerator)
}

func workingDays(days *big.Rat) string {
	text := days.FloatString(1)
	if days.IsInt() {
		text = days.FloatString(0)
	}
	if text == "1" {
		return "1 working day"
	}
	return text + " working days"
}

// MadeOf says how the figure is made: "108 of 118", "227 ÷ 12,500 homes". It is
// empty for a plain count or sum and for what is hidden.
func (f Figure) MadeOf() string {
	over, under := thousands(f.Numerator), thousands(f.Denominator)
	switch {
	case f.Hidden || f.Denominator == 1 && (f.Unit == Count || f.Unit == Pence):
		return ""
	case f.Unit == Percent:
		return over + " of " + under
	case f.Unit == PerThousand && f.Denominator == 0:
		return over + " ÷ homes not known"
	case f.Unit == PerThousand:
		return over + " ÷ " + under + " homes"
	case f.Unit == Pence:
		return redress.Pence(f.Numerator).String() + " ÷ " + under
	}
	return over + " ÷ " + under
}

func thousands(n int64) string {
	if n < 0 {
		return "-" + thousands(-n)
	}
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// MarshalJSON writes the figure under the names that other programs lean on:
// value is null where it is not known, and a hidden figure gives nothing away.
func (f Figure) MarshalJSON() ([]byte, error) {
	out := struct {
		ID          string               `json:"id"`
		Label       string               `json:"label"`
		Value       *float64             `json:"value"`
		Unit        Unit                 `json:"unit"`
		Numerator   *int64               `json:"numerator"`
		Denominator *int64               `json:"denominator"`
		Definition  string               `json:"definition"`
		Cases       []casework.Reference `json:"cases"`
		Hidden      bool                 `json:"hidden,omitempty"`
	}{ID: f.ID, Label: f.Label, Value: f.Value(), Unit: f.Unit, Definition: f.Definition, Cases: f.Cases, Hidden: f.Hidden}
	if !f.Hidden {
		out.Numerator, out.Denominator = &f.Numerator, &f.Denominator
	}
	if out.Cases == nil {
		out.Cases = []casework.Reference{}
	}
	return json.Marshal(out)
}
