package policy

import (
	"fmt"
	"io/fs"
	"reflect"
	"sync"

	"github.com/BurntSushi/toml"

	"casebook/assets"
)

// Shipped returns the policies and promises that come with the program.
var Shipped = sync.OnceValues(func() (*Set, error) {
	dir, err := fs.Sub(assets.Policy, "policy")
	if err != nil {
		return nil, err
	}
	return Load(dir)
})

// promisesFile holds what was promised outside the complaints policies. Beside
// it, the hazards, the rulings and the tables for redress every file of a folder
// is one policy.
const promisesFile = "promises.toml"

// Load reads every policy of a folder. It is strict: a name in a file that means
// nothing here, a rule without its source, an act without its clock or two
// policies that start on one day are errors, each naming the file and the place.
func Load(dir fs.FS) (*Set, error) {
	files, err := fs.Glob(dir, "*.toml")
	if err != nil {
		return nil, err
	}
	set := &Set{}
	for _, file := range files {
		if file == promisesFile || file == hazardsFile || file == rulingsFile || file == redressFile {
			continue
		}
		text, err := fs.ReadFile(dir, file)
		if err != nil {
			return nil, err
		}
		p, err := Read(file, text)
		if err != nil {
			return nil, err
		}
		set.policies = append(set.policies, p)
	}
	text, err := fs.ReadFile(dir, promisesFile)
	if err != nil {
		return nil, err
	}
	if err := decode(promisesFile, text, &set.promises); err != nil {
		return nil, err
	}
	for _, p := range set.promises.Promises {
		if err := p.validate(); err != nil {
			return nil, fmt.Errorf("%s: promise %q: %w", promisesFile, p.ID, err)
		}
	}
	for _, t := range set.promises.Tariffs {
		if err := t.validate(); err != nil {
			return nil, fmt.Errorf("%s: tariff %q: %w", promisesFile, t.ID, err)
		}
	}
	if err := set.readHazards(dir); err != nil {
		return nil, err
	}
	if err := set.readRulings(dir); err != nil {
		return nil, err
	}
	if err := set.readRedress(dir); err != nil {
		return nil, err
	}
	set.sort()
	return set, set.validate()
}

func (s *Set) readRulings(dir fs.FS) error {
	text, err := fs.ReadFile(dir, rulingsFile)
	if err != nil {
		return err
	}
	var file struct {
		Rulings []Ruling `toml:"ruling"`
	}
	if err := decode(rulingsFile, text, &file); err != nil {
		return err
	}
	s.rulings = file.Rulings
	return nil
}

// Read reads one policy, as strictly as Load. The file's name stands in errors
// only.
func Read(file string, text []byte) (*Policy, error) {
	p := &Policy{}
	if err := decode(file, text, p); err != nil {
		return nil, err
	}
	if err := p.validate(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return p, nil
}

func decode(file string, text []byte, into any) error {
	meta, err := toml.Decode(string(text), into)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return fmt.Errorf("%s: %q means nothing here: correct or remove it", file, unknown[0].String())
	}
	if err := sourced(reflect.ValueOf(into).Elem(), ""); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// sourced walks everything that was read and finds a rule without a source, an
// entry without an id, or two entries of one list with the same id.
func sourced(v reflect.Value, path string) error {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return sourced(v.Elem(), path)
	case reflect.Slice:
		seen := map[string]bool{}
		for i := range v.Len() {
			at := fmt.Sprintf("%s[%d]", path, i+1)
			if err := identified(v.Index(i), at, seen); err != nil {
				return err
			}
			if err := sourced(v.Index(i), at); err != nil {
				return err
			}
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Source]() {
			if v.IsZero() {
				return fmt.Errorf("%s is missing: say where the rule comes from", path)
			}
			return nil
		}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			if err := sourced(v.Field(i), join(path, field.Tag.Get("toml"))); err != nil {
				return err
			}
		}
	}
	return nil
}

func identified(entry reflect.Value, at string, seen map[string]bool) error {
	if entry.Kind() != reflect.Struct {
		return nil
	}
	id := entry.FieldByName("ID")
	if !id.IsValid() {
		return nil
	}
	key := id.String()
	if key == "" {
		return fmt.Errorf("%s has no id", at)
	}
	if letter := entry.FieldByName("Letter"); letter.IsValid() {
		key = letter.String() + " " + key
	}
	if seen[key] {
		return fmt.Errorf("%s repeats the id %q", at, key)
	}
	seen[key] = true
	return nil
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
