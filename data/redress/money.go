// Package redress says what a failing is worth: lines in, a ledger with its
// working out. Money is whole pence from end to end; nothing here is a float.
package redress

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"casebook/data/policy"
)

// Pence is a sum of money in whole pence.
type Pence = policy.Pence

// Most is the largest single sum that can be typed: ten million pounds. A
// larger one is a slip of the finger, and the limit keeps every total far
// from the edge of the integer.
const Most Pence = 1_000_000_000

// errMoney is what an officer is told when a sum cannot be read.
var errMoney = errors.New("type a sum such as 12, 12.50, £1,250 or 50p")

// ParsePence reads a sum as an officer types it: 12, 12.5, .50, £1,250, GBP 40,
// 50p. It refuses negative sums, more than two decimals, commas in the wrong
// place and anything over Most, with a sentence that says what to type.
func ParsePence(text string) (Pence, error) {
	s := strings.ToLower(strings.TrimSpace(text))
	if pence, ok := strings.CutSuffix(s, "p"); ok {
		n, err := digits(strings.TrimSpace(pence))
		if err != nil {
			return 0, errMoney
		}
		return within(n)
	}
	for _, sign := range []string{"£", "gbp"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, sign))
	}
	pounds, decimals, hasPoint := strings.Cut(s, ".")
	if hasPoint && pounds == "" {
		pounds = "0" // .50
	}
	whole, err := thousands(pounds)
	if err != nil {
		return 0, errMoney
	}
	if whole > int64(Most) {
		return within(whole)
	}
	var part int64
	if hasPoint {
		if len(decimals) == 0 || len(decimals) > 2 {
			return 0, errMoney
		}
		if part, err = digits(decimals); err != nil {
			return 0, errMoney
		}
		if len(decimals) == 1 {
			part *= 10
		}
	}
	return within(whole*100 + part)
}

func within(n int64) (Pence, error) {
	if n > int64(Most) {
		return 0, fmt.Errorf("the most that can be typed is %s", Most)
	}
	return Pence(n), nil
}

// digits reads a plain run of digits; a sign, a space or nothing is refused.
func digits(s string) (int64, error) {
	if s == "" || strings.Trim(s, "0123456789") != "" {
		return 0, errMoney
	}
	return strconv.ParseInt(s, 10, 64)
}

// thousands reads digits with optional commas in the usual places only.
func thousands(s string) (int64, error) {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && (len(g) == 0 || len(g) > 3) {
			return 0, errMoney
		}
	}
	return digits(strings.Join(groups, ""))
}
