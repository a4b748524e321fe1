package policy

import (
	"fmt"
	"io/fs"
	"reflect"
	"sync"

	"github.com/BurntSushi/toml"

	"casebook/assets"
	"casebook/data/calendar"
)

// Shipped returns the policies and promises that come with the program.
var Shipped = sync.OnceValues(func() (*Set, error) {
	dir, err := fs.Sub(assets.Policy, "policy")
	if err != nil {
		return nil, err
	}
	return Load(dir)
})

// promisesFile holds what was promised outside the complaints policies; every
// other file of a folder is one policy.
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
		if file == promisesFile {
			continue
		}
		p := &Policy{}
		if err := decode(dir, file, p); err != nil {
			return nil, err
		}
		if err := p.validate(); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		set.policies = append(set.policies, p)
	}
	if err := decode(dir, promisesFile, &set.promises); err != nil {
		return nil, err
	}
	for _, p := range set.promises.Promises {
		if err := p.validate(); err != nil {
			return nil, fmt.Errorf("%s: promise %q: %w", promisesFile, p.ID, err)
		}
	}
	set.sort()
	return set, set.validate()
}

func decode(dir fs.FS, file string, into any) error {
	meta, err := toml.DecodeFS(dir, file, into)
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

// validate holds what one policy must have to be used at all.
func (p *Policy) validate() error {
	if p.Name == "" || p.Version == "" || p.Title == "" || p.Definition.Text == "" {
		return fmt.Errorf("a policy needs a name, a version, a title and a definition")
	}
	if err := validClocks(p.Clocks); err != nil {
		return err
	}
	if _, ok := p.Stage(1); !ok {
		return fmt.Errorf("there is no stage 1")
	}
	for _, s := range p.Stages {
		for _, act := range []Act{s.Acknowledge, s.Respond, s.Extended} {
			if _, ok := p.Clock(act); !ok && (act != "" || act == s.Respond) {
				return fmt.Errorf("stage %d: there is no clock for %q", s.Number, act)
			}
		}
		if c, ok := p.Clock(s.Extended); ok && c.From != FromDue {
			return fmt.Errorf("stage %d: an extension runs from %q, not %q", s.Number, FromDue, c.From)
		}
	}
	for _, e := range p.Exclusions {
		if e.Kind != ReRoute && e.Kind != Refusal {
			return fmt.Errorf("exclusion %q: the kind is %q or %q, not %q", e.ID, ReRoute, Refusal, e.Kind)
		}
		if e.Kind == ReRoute && e.To == "" {
			return fmt.Errorf("exclusion %q: a re-route says where to", e.ID)
		}
	}
	for _, g := range p.Gaps {
		if g.Used != "page" && g.Used != "code" {
			return fmt.Errorf("gap %q: used is \"page\" or \"code\", not %q", g.ID, g.Used)
		}
	}
	if len(p.Outcomes) == 0 {
		return fmt.Errorf("there is no outcome")
	}
	if err := p.validBands(); err != nil {
		return err
	}
	return p.validRoutes()
}

// validBands holds that bands rise and touch, so that every sum from the least
// upwards has one.
func (p *Policy) validBands() error {
	for i, b := range p.Bands {
		last := i == len(p.Bands)-1
		if (b.Most == 0) != last || (!last && b.Most <= b.Least) {
			return fmt.Errorf("band %q: only the last is open, and each ends above its start", b.ID)
		}
		if !last && p.Bands[i+1].Least != b.Most {
			return fmt.Errorf("band %q: the next one starts at %s, not at %s", b.ID, p.Bands[i+1].Least, b.Most)
		}
	}
	return nil
}

func (p *Policy) validRoutes() error {
	for _, s := range p.Subjects {
		if len(s.Route) == 0 {
			return fmt.Errorf("subject %q: there is no ombudsman", s.ID)
		}
		for _, id := range append(append([]string{}, s.Route...), s.HighRise...) {
			if _, ok := p.Ombudsman(id); !ok {
				return fmt.Errorf("subject %q: there is no ombudsman %q", s.ID, id)
			}
		}
	}
	for _, e := range p.Exclusions {
		for _, id := range e.Never {
			if _, ok := p.Subject(id); !ok {
				return fmt.Errorf("exclusion %q: there is no subject %q", e.ID, id)
			}
		}
	}
	return nil
}

func (p Promise) validate() error {
	if !p.Until.IsZero() && p.Until.Before(p.From) {
		return fmt.Errorf("it ends on %s, before it starts", p.Until)
	}
	for _, c := range p.Clocks {
		if c.From != FromReceipt {
			return fmt.Errorf("clock %q: a promise runs from %q, not %q", c.Act, FromReceipt, c.From)
		}
	}
	return validClocks(p.Clocks)
}

func validClocks(clocks []Clock) error {
	seen := map[Act]bool{}
	for _, c := range clocks {
		switch {
		case c.Act == "" || seen[c.Act]:
			return fmt.Errorf("clock %q: every clock has an act of its own", c.Act)
		case c.Days < 1:
			return fmt.Errorf("clock %q: %d is not a length of time", c.Act, c.Days)
		case c.Unit != calendar.WorkingDays && c.Unit != calendar.CalendarDays && c.Unit != calendar.Weeks:
			return fmt.Errorf("clock %q: %q is not a unit of time", c.Act, c.Unit)
		case c.From != FromReceipt && c.From != FromAcknowledgement && c.From != FromDue && c.From != FromOverturning:
			return fmt.Errorf("clock %q: nothing runs from %q", c.Act, c.From)
		}
		seen[c.Act] = true
	}
	return nil
}

// validate holds what the policies must be together: one for every day, and
// never two on the same.
func (s *Set) validate() error {
	if len(s.policies) == 0 {
		return fmt.Errorf("there is no policy: at least one file is needed")
	}
	if first := s.policies[0]; !first.From.IsZero() {
		return fmt.Errorf("the oldest policy, %q, has no date in force, so that every day has a policy: remove %s", first.Name, first.From)
	}
	for i, p := range s.policies[1:] {
		if p.From == s.policies[i].From {
			return fmt.Errorf("%q and %q are in force from the same day", s.policies[i].Name, p.Name)
		}
	}
	return nil
}
