package redress

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"casebook/data/calendar"
	"casebook/data/redress"
)

// reader turns what was typed into what a line is worked out from. What cannot
// be read is said by field; what is missing is for the rule to say.
type reader struct {
	said  Said
	at    string // before the names of the fields of a row: "visit.1."
	day   func(text string) (calendar.Date, error)
	wrong map[string]string
}

func (r *reader) fault(name string, err error) {
	words := err.Error()
	r.wrong[r.at+name] = strings.ToUpper(words[:1]) + words[1:]
}

func (r *reader) text(name string) string { return strings.TrimSpace(r.said[name]) }
func (r *reader) ticked(name string) bool { return r.said[name] == yes }

func (r *reader) money(name string) redress.Pence {
	text := r.text(name)
	if text == "" {
		return 0
	}
	sum, err := redress.ParsePence(text)
	if err != nil {
		r.fault(name, err)
	}
	return sum
}

func (r *reader) date(name string) calendar.Date {
	text := r.text(name)
	if text == "" {
		return calendar.Date{}
	}
	d, err := r.day(text)
	if err != nil {
		r.fault(name, err)
	}
	return d
}

// mostCount is far above every number of days, meals or watts that is no slip
// of the finger.
const mostCount = 1_000_000

func (r *reader) number(name string) int {
	text := strings.ReplaceAll(r.text(name), ",", "")
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > mostCount {
		r.fault(name, errors.New("type a whole number, such as 14"))
		return 0
	}
	return n
}

func (r *reader) months(name string) int {
	text := r.text(name)
	if text == "" {
		return 0
	}
	n, err := ParseMonths(text)
	if err != nil {
		r.fault(name, err)
	}
	return n
}

func (r *reader) price(name string) int {
	text := r.text(name)
	if text == "" {
		return 0
	}
	n, err := ParsePrice(text)
	if err != nil {
		r.fault(name, err)
	}
	return n
}

var (
	errMonths = errors.New("type an age such as 3 years, 18 months or 2 years 6 months")
	errPrice  = errors.New("type what one kilowatt-hour costs, such as 27.03p or £0.27")

	ageWords   = regexp.MustCompile(`^(?:(\d{1,3})\s*(?:years?|yrs?|y)\s*(?:and\s+)?)?(?:(\d{1,4})\s*(?:months?|mths?|m))?$`)
	priceWords = regexp.MustCompile(`^(\d{1,4})(?:\.(\d{1,2}))?\s*p?$`)
	poundPrice = regexp.MustCompile(`^£\s*(\d{0,2})\.(\d{1,4})$`)
)

// ParseMonths reads an age or a length of life as an officer types it: "3
// years", "18 months", "2y 6m"; a bare number is years.
func ParseMonths(text string) (int, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	if n, err := strconv.Atoi(text); err == nil && n >= 0 && n < 1000 {
		return n * 12, nil
	}
	found := ageWords.FindStringSubmatch(text)
	if found == nil || found[1]+found[2] == "" {
		return 0, errMonths
	}
	return whole(found[1])*12 + whole(found[2]), nil
}

// ParsePrice reads the price of a kilowatt-hour into hundredths of a penny.
func ParsePrice(text string) (int, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	if found := poundPrice.FindStringSubmatch(text); found != nil {
		return whole(found[1])*10_000 + whole((found[2] + "000")[:4]), nil
	}
	found := priceWords.FindStringSubmatch(text)
	if found == nil {
		return 0, errPrice
	}
	return whole(found[1])*100 + whole((found[2] + "00")[:2]), nil
}

// whole reads digits that a pattern has found; none are 0.
func whole(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
