package casework

import (
	"reflect"
	"strings"
)

// Clear empties one field of a subject, by the name that Flatten gives it, or
// all within it. Only a person's own data can be cleared; false says that the
// subject has no personal field of that name.
func Clear[T any](subject *T, field string) bool {
	return clearField(reflect.ValueOf(subject).Elem(), strings.Split(field, "."), false)
}

func clearField(v reflect.Value, path []string, personal bool) bool {
	if len(path) == 0 {
		if personal {
			v.SetZero()
		}
		return personal
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range shapeOf(v.Type()) {
			if f.name == path[0] && !f.left {
				return clearField(v.Field(f.index), path[1:], personal || f.personal)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Struct {
			return false
		}
		for i := range v.Len() {
			if elementKey(v.Index(i), i) == path[0] {
				return clearField(v.Index(i), path[1:], personal)
			}
		}
	}
	return false
}
