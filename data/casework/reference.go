package casework

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Reference names a case so that it can be read over the telephone:
// C-2026-0377-H is a complaint, the year, the number and a check letter.
type Reference string

// checkLetters leaves out I, O and S, which are misheard or misread as 1, 0
// and F or 5. There are 23, a prime, so that one wrong digit or two digits
// swapped always give another letter.
const checkLetters = "ABCDEFGHJKLMNPQRTUVWXYZ"

// prefixes are the letters that say what kind of record it is.
// They are told apart over the telephone, and none is one of the check letters
// that are left out.
var prefixes = map[Kind]byte{
	Complaint: 'C', ServiceRequest: 'R', Information: 'N', PetitionKind: 'P', ClaimKind: 'L', FixedSum: 'F',
}

// NewReference makes the reference of record number n of a kind in a year.
// Numbers have four digits and grow beyond when they must.
func NewReference(kind Kind, year, n int) Reference {
	body := fmt.Sprintf("%c-%d-%04d", prefixes[kind], year, n)
	return Reference(body + "-" + string(check(body)))
}

// check weighs every digit by its place from the right, and the first letter,
// modulo 23. Neighbouring weights differ and none is a multiple of 23, so a
// mistyped digit and two swapped neighbours are both caught.
func check(body string) byte {
	sum := int(body[0]-'A') * 13
	place := 0
	for i := len(body) - 1; i > 0; i-- {
		if c := body[i]; c >= '0' && c <= '9' {
			place++
			sum += int(c-'0') * (1 + place%22)
		}
	}
	return checkLetters[sum%len(checkLetters)]
}

// errReference is what an officer is told when a reference does not hold.
var errReference = errors.New("check the reference: it does not match its last letter")

// ParseReference reads a reference as typed: any case, with spaces or hyphens
// or without. The check letter may be left out (it is then added); a wrong one
// is refused, since it means that a digit was mistyped.
func ParseReference(text string) (Reference, error) {
	s := strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' || r == '/' || r == '.' {
			return -1
		}
		return r
	}, strings.ToUpper(strings.TrimSpace(text)))
	kind, ok := kindOf(s)
	if !ok || len(s) < 9 {
		return "", errors.New("type a reference such as " + string(NewReference(Complaint, 2026, 377)))
	}
	letter := byte(0)
	if last := s[len(s)-1]; last < '0' || last > '9' {
		letter, s = last, s[:len(s)-1]
	}
	year, errYear := strconv.Atoi(s[1:min(5, len(s))])
	n, errNumber := strconv.Atoi(s[min(5, len(s)):])
	if errYear != nil || errNumber != nil || n < 1 || year < 1900 || strings.Trim(s[1:], "0123456789") != "" {
		return "", errors.New("type a reference such as " + string(NewReference(Complaint, 2026, 377)))
	}
	if digits := s[min(5, len(s)):]; len(digits) > 4 && digits[0] == '0' {
		return "", errReference // five digits never begin with a nought: one of them was mistyped
	}
	want := NewReference(kind, year, n)
	if letter != 0 && letter != want[len(want)-1] {
		return "", errReference
	}
	return want, nil
}

// Kind says what kind of record a reference names; empty for what is none.
func (r Reference) Kind() Kind {
	kind, _ := kindOf(string(r))
	return kind
}

func kindOf(s string) (Kind, bool) {
	for kind, prefix := range prefixes {
		if s != "" && s[0] == prefix {
			return kind, true
		}
	}
	return "", false
}
