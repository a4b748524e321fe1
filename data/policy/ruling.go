package policy

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Ruling is how the office reads its pages, the Code and the law where they
// are silent, touch or disagree. Sources, refusals and checks cite it by
// number.
type Ruling struct {
	Number int    `toml:"number"`
	Title  string `toml:"title"`
	Text   string `toml:"text"`
}

// rulingsFile holds the rulings; it is no policy.
const rulingsFile = "rulings.toml"

// Rulings lists the rulings in the order of their numbers.
func (s *Set) Rulings() []Ruling { return slices.Clone(s.rulings) }

// Ruling finds a ruling by its number.
func (s *Set) Ruling(number int) (Ruling, bool) {
	return find(s.rulings, func(r Ruling) bool { return r.Number == number })
}

// validRulings refuses rulings that are out of order or say nothing, and any
// source that cites one there is not.
func (s *Set) validRulings() error {
	for i, r := range s.rulings {
		if r.Number != i+1 || r.Title == "" || r.Text == "" {
			return fmt.Errorf("%s: ruling %d is out of order or says nothing", rulingsFile, r.Number)
		}
	}
	for _, p := range s.policies {
		if err := s.cited(reflect.ValueOf(*p)); err != nil {
			return fmt.Errorf("%s policy: %w", p.Name, err)
		}
	}
	if err := s.cited(reflect.ValueOf(s.hazards)); err != nil {
		return err
	}
	if err := s.cited(reflect.ValueOf(s.redress)); err != nil {
		return err
	}
	return s.cited(reflect.ValueOf(s.promises))
}

// cited looks up every ruling that the sources within a value name.
func (s *Set) cited(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return s.cited(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := s.cited(v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Struct:
		if source, ok := v.Interface().(Source); ok {
			return s.known(source)
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				if err := s.cited(v.Field(i)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (s *Set) known(source Source) error {
	if source.Ruling == "" {
		return nil
	}
	for _, text := range strings.Split(source.Ruling, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if _, ok := s.Ruling(n); err != nil || !ok {
			return fmt.Errorf("a source cites ruling %q, and there is none", text)
		}
	}
	return nil
}
