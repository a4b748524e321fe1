package field

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Money is a field for a sum in pounds and pence.
type Money struct{ *Text }

// Money adds a money field. It takes "12", "12.5", "£1,250" and "50p" and
// echoes the sum as the letter will write it.
func (f *Form) Money(name, label string) *Money {
	m := &Money{newText(name, label, 1)}
	m.boldEcho = true
	m.EchoOf(func(text string) string {
		pence, err := ParseMoney(text)
		if err != nil || Pounds(pence) == strings.TrimSpace(text) {
			return ""
		}
		return Pounds(pence)
	})
	f.add(&m.Row)
	return m
}

// Pence is the sum typed, in whole pence. An empty field is an error too: the
// caller knows whether it may be empty.
func (m *Money) Pence() (int64, error) { return ParseMoney(m.Value()) }

// errMoney says what to type.
var errMoney = errors.New("Enter the sum in pounds and pence, like 12.50 or 50p") //lint:ignore ST1005 shown to people as it is

// ParseMoney reads a sum as people type it, in whole pence. More than two
// places of pence, or a sum beyond a thousand million pounds, is not one.
func ParseMoney(text string) (int64, error) {
	s := strings.Map(func(r rune) rune {
		switch r {
		case ' ', ',', '\u00a0':
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(text)))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "gbp"), "£")
	if only, found := strings.CutSuffix(s, "p"); found {
		return wholePence(only, "")
	}
	pounds, pence, found := strings.Cut(s, ".")
	switch {
	case !found:
		return wholePence(pounds, "00")
	case pounds == "": // ".50"
		pounds = "0"
	}
	switch len(pence) {
	case 1:
		return wholePence(pounds, pence+"0")
	case 2:
		return wholePence(pounds, pence)
	}
	return 0, errMoney
}

// wholePence reads digits, of which there must be some, followed by more.

func wholePence(digits, more string) (int64, error) {
	all := digits + more
	if digits == "" || len(all) > 12 || strings.Trim(all, "0123456789") != "" {
		return 0, errMoney
	}
	n, err := strconv.ParseInt(all, 10, 64)
	if err != nil {
		return 0, errMoney
	}
	return n, nil
}

// Pounds writes whole pence as the program does everywhere: "£1,250.00".
func Pounds(pence int64) string {
	sign := ""
	if pence < 0 {
		sign, pence = "minus ", -pence
	}
	whole := strconv.FormatInt(pence/100, 10)
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return fmt.Sprintf("%s£%s.%02d", sign, whole, pence%100)
}
