package command

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
)

// wrongLine puts what the parser says of a command line into one plain sentence
// that ends with where to look. The parser's errors have no types, so they are
// known by their words; words that are not known here are passed on.
func wrongLine(err error) error {
	command := ""
	var wrong *kong.ParseError
	if errors.As(err, &wrong) && wrong.Context != nil {
		if chosen := wrong.Context.Selected(); chosen != nil && chosen.Name != "window" {
			command = chosen.Name
		}
	}
	said, where := err.Error(), "casebook --help"
	if command != "" {
		where = "casebook " + command + " --help"
	}
	for _, w := range wordings {
		if parts := w.theirs.FindStringSubmatch(said); parts != nil {
			said = w.ours(parts, command)
			break
		}
	}
	return usage("%s; %s lists what there is", said, where)
}

var wordings = []struct {
	theirs *regexp.Regexp
	ours   func(parts []string, command string) string
}{
	{regexp.MustCompile(`^missing flags: (.+)$`), func(p []string, command string) string {
		flags := strings.Split(strings.ReplaceAll(p[1], "=", " "), ", ")
		if len(flags) == 1 {
			return flags[0] + " is missing"
		}
		return listed(flags, "and") + " are missing"
	}},
	{regexp.MustCompile(`^expected "<(.+)>"$`), func(p []string, command string) string {
		return fmt.Sprintf("%s needs a %s after it", command, strings.ToUpper(p[1]))
	}},
	{regexp.MustCompile(`^unexpected argument (.+?)(?:, did you mean (?:one of )?(.+)\?)?$`), func(p []string, command string) string {
		said := fmt.Sprintf("there is no command %q", p[1])
		if command != "" {
			said = fmt.Sprintf("%q is one word too many for %s: leave it out, or put quotation marks round words that belong together", p[1], command)
		}
		return said + meant(p[2])
	}},
	{regexp.MustCompile(`^unknown flag (.+?)(?:, did you mean (?:one of )?(.+)\?)?$`), func(p []string, command string) string {
		return "there is no flag " + p[1] + meant(p[2])
	}},
	{regexp.MustCompile(`^(--\S+) must be one of (.+) but got (.+)$`), func(p []string, command string) string {
		return fmt.Sprintf("%s cannot be %s: use %s", p[1], p[3], listed(strings.Split(strings.ReplaceAll(p[2], `"`, ""), ","), "or"))
	}},
}

// meant asks whether something of a like name was meant.
func meant(names string) string {
	if names == "" {
		return ""
	}
	return ", perhaps you mean " + listed(strings.Split(strings.ReplaceAll(names, `"`, ""), ", "), "or")
}

// listed writes a list as people do: "a, b and c".
func listed(words []string, last string) string {
	n := len(words)
	if n == 1 {
		return words[0]
	}
	return strings.Join(words[:n-1], ", ") + " " + last + " " + words[n-1]
}

// count says "1 line" or "12 lines".
func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// whole says what a register or a copy of it holds.
func whole(cases, entries, letters int) string {
	return fmt.Sprintf("%s, %d entries of history and %s", count(cases, "case"), entries, count(letters, "letter"))
}

// values read the values of flags. A day may begin with a hyphen, since officers
// type -3 for three days ago; another flag is no value.
func values() []kong.Option {
	read := func(into func(target reflect.Value, word string) error) kong.MapperFunc {
		return func(ctx *kong.DecodeContext, target reflect.Value) error {
			word := ctx.Scan.Pop()
			if word.IsEOL() || word.InferredType() == kong.FlagToken {
				return errors.New("something has to stand after it")
			}
			return into(target, word.String())
		}
	}
	return []kong.Option{
		kong.KindMapper(reflect.String, read(func(target reflect.Value, word string) error {
			target.SetString(word)
			return nil
		})),
		kong.KindMapper(reflect.Int, read(func(target reflect.Value, word string) error {
			n, err := strconv.Atoi(word)
			if err != nil {
				return fmt.Errorf("%q is not a whole number: type figures alone", word)
			}
			target.SetInt(int64(n))
			return nil
		})),
		kong.KindMapper(reflect.Uint64, read(func(target reflect.Value, word string) error {
			n, err := strconv.ParseUint(word, 10, 64)
			if err != nil {
				return fmt.Errorf("%q is not a whole number from 0 on: type figures alone", word)
			}
			target.SetUint(n)
			return nil
		})),
	}
}
