package casework

import (
	"reflect"
	"strings"
	"sync"
)

// shape is what tidying, cloning and history need to know of a type of struct:
// its exported fields.
type shape []field

type field struct {
	index    int
	name     string // in history
	left     bool   // history leaves it out
	personal bool   // a person's own data, and so is all within it
	text     bool   // there may be text within it
	lists    bool   // there may be a list within it
	of       shape  // of the struct that it is or lists; nil where there is none
}

// shapes are those of every type that was met: an act goes through hundreds of
// structs of a few dozen types.
var shapes sync.Map // of reflect.Type, each a shape

// shapeOf is the shape of a struct, or of what a list has; nil for any other
// type.
func shapeOf(t reflect.Type) shape {
	for t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	if known, ok := shapes.Load(t); ok {
		return known.(shape)
	}
	fields := shape{}
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		tag := f.Tag.Get("history")
		of := shapeOf(f.Type)
		fields = append(fields, field{index: i, name: name, left: tag == "-", personal: tag == "personal", of: of,
			text:  holds(f.Type, reflect.String) || of.any(func(f field) bool { return f.text }),
			lists: holds(f.Type, reflect.Slice) || of.any(func(f field) bool { return f.lists })})
	}
	shapes.Store(t, fields)
	return fields
}

// holds says whether a type is of a kind, or a list of it.
func holds(t reflect.Type, kind reflect.Kind) bool {
	return t.Kind() == kind || t.Kind() == reflect.Slice && holds(t.Elem(), kind)
}

func (s shape) any(is func(field) bool) bool {
	for _, f := range s {
		if is(f) {
			return true
		}
	}
	return false
}
