package casework

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

// Change is one field of a subject before and after an act. An empty text is
// a field that is not there.
type Change struct {
	Field    string `json:"field"`
	Old      string `json:"old"`
	New      string `json:"new"`
	Personal bool   `json:"personal"` // a person's own data, erasable after retention
}

// Diff lists the fields in which two subjects of one type differ, in the order
// of their names. Replaying every Diff of a subject in order from its zero
// value gives Flatten of its last state.
func Diff(before, after any) []Change {
	old, new := map[string]Value{}, map[string]Value{}
	was, is := reflect.ValueOf(before), reflect.ValueOf(after)
	for _, f := range shapeOf(is.Type()) {
		// An act changes a few fields; naming only those keeps a save fast.
		if !f.left && !reflect.DeepEqual(was.Field(f.index).Interface(), is.Field(f.index).Interface()) {
			flatten(old, f.name, was.Field(f.index), f.of, f.personal)
			flatten(new, f.name, is.Field(f.index), f.of, f.personal)
		}
	}
	var changes []Change
	for name, value := range new {
		if old[name].Text != value.Text {
			changes = append(changes, Change{Field: name, Old: old[name].Text, New: value.Text, Personal: value.Personal})
		}
	}
	for name, value := range old {
		if _, still := new[name]; !still {
			changes = append(changes, Change{Field: name, Old: value.Text, Personal: value.Personal})
		}
	}
	sort.Slice(changes, func(i, j int) bool { return changes[i].Field < changes[j].Field })
	return changes
}

// Value is one field's text and whether it is a person's own data.
type Value struct {
	Text     string
	Personal bool
}

// Flatten names every field of a subject that is not empty: "resident.name",
// "points.2.finding". Elements of a list go by their ID where they have one.
// Fields tagged history:"-" are left out; those tagged history:"personal",
// and all within them, are marked.
func Flatten(subject any) map[string]Value {
	fields := map[string]Value{}
	v := reflect.ValueOf(subject)
	flatten(fields, "", v, shapeOf(v.Type()), false)
	return fields
}

func flatten(into map[string]Value, name string, v reflect.Value, s shape, personal bool) {
	if text, leaf := leafText(v); leaf {
		if text != "" {
			into[name] = Value{text, personal}
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range s {
			if !f.left {
				flatten(into, join(name, f.name), v.Field(f.index), f.of, personal || f.personal)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			flatten(into, join(name, elementKey(v.Index(i), i)), v.Index(i), s, personal)
		}
	default:
		panic(fmt.Sprintf("casework: history cannot hold a %s at %s", v.Type(), name))
	}
}

// leafText is the text of a value that history keeps whole. Lists of plain
// words and the stored workings of dates are kept whole: taken apart they
// would drown the history in lines nobody reads.
func leafText(v reflect.Value) (string, bool) {
	switch v.Kind() {
	case reflect.String:
		return v.String(), true
	case reflect.Bool:
		if v.Bool() {
			return "yes", true
		}
		return "", true
	case reflect.Int, reflect.Int64:
		if v.Int() == 0 {
			return "", true
		}
		return strconv.FormatInt(v.Int(), 10), true
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			return "", false
		}
		if v.Len() == 0 {
			return "", true
		}
		return jsonText(v), true
	}
	if v.IsZero() {
		return "", true
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, err := m.MarshalText()
		if err != nil {
			panic(err) // a date that cannot be written is a fault of the program
		}
		return string(text), true
	}
	if strings.HasSuffix(v.Type().String(), "policy.Deadline") {
		return jsonText(v), true
	}
	return "", false
}

func jsonText(v reflect.Value) string {
	text, err := json.Marshal(v.Interface())
	if err != nil {
		panic(err) // plain values always marshal
	}
	return string(text)
}

func elementKey(v reflect.Value, i int) string {
	for _, key := range []string{"ID", "Number"} {
		f := v.FieldByName(key)
		if !f.IsValid() || f.IsZero() {
			continue
		}
		if f.Kind() == reflect.String {
			return f.String() // a row of the office's own tables
		}
		return strconv.FormatInt(f.Int(), 10)
	}
	return strconv.Itoa(i + 1)
}

func join(name, key string) string {
	if name == "" {
		return key
	}
	return name + "." + key
}
