package register

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"casebook/data/casework"
)

// injections are texts that break statements put together carelessly.
var injections = []string{
	`'; DROP TABLE cases; --`, `" OR ""="`, `' OR '1'='1`, `$1`, `%`, `_`, `\`, `');--`, "a\x00b", "\xff\xfe", `{}`, `?`, `:id`,
	`1; DELETE FROM entries`, `Robert'); DROP TABLE words;--`, strings.Repeat("a ", 5000), strings.Repeat("ы", 10000),
}

func TestSearchFindsACaseHoweverItIsTyped(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		act := o.walkIn("Łukasz O’Brien-van der Berg")
		act.Representative = casework.Representative{Name: "Søren Weiß", Telephone: "01332 555 123"}
		act.Resident.Telephones = []string{"+44 (0)7700 900123"}
		act.Home = casework.Home{Lines: []string{"Flat 3, 12a High Street", "Derby"}, Postcode: "DE22 1AB", Block: "Elm Court"}
		c := o.record(act)
		o.record(o.walkIn("Somebody Else"))
		reference := string(c.Reference)
		for _, text := range []string{
			"łukasz", "lukasz", "LUKASZ", "luk", "o'brien", "obrien", "o brien", "brien", "O’Brien",
			"van der berg", "vanderberg", "berg lukasz", "berg van luk", "soren", "søren weiss", "weiß", "WEISS",
			"flat 3", "12a", "12 a high", "elm court", "elmcourt lukasz", "high 12a lukasz",
			"de22 1ab lukasz", "de221ab lukasz", "DE22 lukasz", "1ab lukasz",
			"07700900123 ", "07700 900123", "07700 900 123", "+44 7700 900123", "+44 (0)7700 900123", "0044 7700 900123",
			"447700900123", "7700900123", "01332 555123", "555123", "01332",
			reference, strings.ToLower(reference), strings.ReplaceAll(reference, "-", ""), strings.ReplaceAll(reference, "-", " "),
			strings.TrimSuffix(reference, reference[len(reference)-2:]), "c-2026-0001", "0001",
		} {
			found, err := o.Search(o.ctx, o.manager, text, 10)
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if !slices.ContainsFunc(found.Rows, func(r Row) bool { return r.ID == c.ID }) {
				t.Errorf("%q does not find the case (words %v, readings %v)", text, caseWords(c), readings(text))
			}
		}
		for _, text := range []string{"lukaszz", "weis berg x", "de33", "07701", "C-2026-0001-" + wrongLetter(reference), "courtelm", "9001234"} {
			found, err := o.Search(o.ctx, o.manager, text, 10)
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if len(found.Rows) > 0 {
				t.Errorf("%q finds %d cases, want none", text, len(found.Rows))
			}
		}
	})
}

func wrongLetter(reference string) string {
	if strings.HasSuffix(reference, "A") {
		return "B"
	}
	return "A"
}

func TestASingleLetterWaits(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.record(o.walkIn("王 Xu"))
		for text, want := range map[string]struct {
			waiting bool
			rows    int
		}{"": {false, 0}, " ": {false, 0}, "x": {true, 0}, "x d": {true, 0}, "xu": {false, 1}, "x xu": {false, 1}, "王": {false, 1}, "'": {true, 0}} {
			found, err := o.Search(o.ctx, o.manager, text, 10)
			if err != nil || found.Waiting != want.waiting || len(found.Rows) != want.rows {
				t.Errorf("%q: waiting %v with %d rows, %v; want %+v", text, found.Waiting, len(found.Rows), err, want)
			}
		}
	})
}

func TestSearchShowsTheNewestFirstAndSaysWhenThereIsMore(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		for range 5 {
			o.record(o.walkIn("Ann Patel"))
		}
		found, err := o.Search(o.ctx, o.manager, "patel", 3)
		if err != nil || len(found.Rows) != 3 || !found.More || found.Rows[0].ID != 5 || found.Rows[2].ID != 3 {
			t.Errorf("got %d rows, more %v, first %+v, %v", len(found.Rows), found.More, found.Rows, err)
		}
		found, err = o.Search(o.ctx, o.manager, "patel", 5)
		if err != nil || len(found.Rows) != 5 || found.More {
			t.Errorf("got %d rows of 5, more %v, %v", len(found.Rows), found.More, err)
		}
	})
}

func TestACommonWordIsFoundByWalkingTheNewestAsFarAsTheBound(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		err := o.Batch(o.ctx, o.manager, func(b *Batch) error {
			if _, err := b.Record(o.clock.Today(), o.walkIn("Smith Oldest")); err != nil {
				return err
			}
			for range 30 {
				if _, err := b.Record(o.clock.Today(), o.walkIn("Smith")); err != nil {
					return err
				}
			}
			_, err := b.Record(o.clock.Today(), o.walkIn("Smith Newest"))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		small := caseIndex
		small.rare, small.walked = 10, 20
		for text, want := range map[string]struct {
			ids  int
			last int64
			more bool
		}{
			"smith":        {5, 32, true},  // a full page
			"smith street": {5, 32, true},  // both common
			"smith newest": {1, 32, false}, // one of them rare: found from there
			"smith oldest": {1, 1, false},
			"smith nobody": {0, 0, false},
		} {
			err := o.reading(o.ctx, func(w *work) error {
				ids, more, err := w.find(small, o.manager, strings.Fields(text), 5)
				if err == nil && (len(ids) != want.ids || more != want.more || len(ids) > 0 && ids[0] != want.last) {
					t.Errorf("%q: %v, more %v; want %+v", text, ids, more, want)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		small.rare = 1 // every word is common now, and the oldest lies beyond the walk
		err = o.reading(o.ctx, func(w *work) error {
			ids, more, err := w.find(small, o.manager, []string{"smith", "oldest"}, 5)
			if len(ids) != 0 || !more {
				t.Errorf("beyond the walk: %v, more %v; want none and a hint to type more", ids, more)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestNoTextInASearchBoxReachesTheDatabaseAsAStatement(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.record(o.walkIn("Ann Patel"))
		for _, text := range injections[:4] {
			if _, err := o.SignIn(o.ctx, text, text); err == nil {
				t.Errorf("SignIn(%.40q) lets somebody in", text)
			}
		}
		for _, text := range injections {
			if _, err := o.Search(o.ctx, o.manager, text, 10); err != nil {
				t.Errorf("Search(%.40q): %v", text, err)
			}
			if _, err := o.Residents(o.ctx, o.manager, text, 10); err != nil {
				t.Errorf("Residents(%.40q): %v", text, err)
			}
			if _, err := o.Dwellings(o.ctx, o.manager, text, 10); err != nil {
				t.Errorf("Dwellings(%.40q): %v", text, err)
			}
			view := View{Subject: casework.Tidy(text), Block: text, Kind: casework.Kind(casework.Tidy(text))}
			if n, err := o.Count(o.ctx, o.manager, view); err != nil || n != 0 {
				t.Errorf("Count(%.40q): %d, %v", text, n, err)
			}
			if _, err := o.Matches(o.ctx, o.manager, 1, 1, text, 10); err != nil {
				t.Errorf("Matches(%.40q): %v", text, err)
			}
		}
		if n, err := o.Count(o.ctx, o.manager, View{}); err != nil || n != 1 {
			t.Errorf("afterwards there are %d cases, %v", n, err)
		}
	})
}

func TestAnyTextCanBeRecordedAndIsKeptTidied(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		for _, text := range append(injections, "a\x00b\u202Ec\r\nd", "=HYPERLINK(\"http://x\")", strings.Repeat("Long ", 2000)) {
			act := o.walkIn(text)
			act.Story, act.Home.Block, act.Subject, act.Home.Postcode = "It leaks. "+text, text, text, text
			act.Home.Lines, act.Resident.Telephones = []string{text}, []string{text}
			c := o.record(act)
			read, err := o.Case(o.ctx, o.manager, c.ID)
			if err != nil {
				t.Fatal(err)
			}
			if read.Resident.Name != casework.Tidy(text) || read.Story != casework.Tidy("It leaks. "+text) {
				t.Errorf("%.40q reads back as %.40q", text, read.Resident.Name)
			}
		}
	})
}

func TestWordsFoldAlike(t *testing.T) {
	for text, want := range map[string]string{
		"ŁÓDŹ": "lodz", "Nguyễn": "nguyen", "ÅSE Ø": "ase o", "Weiß": "weiss", "O’Brien": "obrien", "Đặng": "dang",
		"Ægir": "aegir", "İstanbul": "istanbul", "ﬁsh": "fish", "Ｆｕｌｌ": "full", "Þóra": "thora", "Zoë": "zoe", "Οδυσσεύς": "οδυσσευσ",
	} {
		if got := strings.Join(foldedWords(text), " "); got != want {
			t.Errorf("%q folds to %q, want %q", text, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, text := range append(injections, "Łukasz O’Brien", "+44 (0)7700 900123", "C-2026-0377-H", "DE22 1AB") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := fold(text)
		if !utf8.ValidString(once) {
			t.Fatalf("%q folds to bytes that are no text", text)
		}
		if twice := fold(once); twice != once {
			t.Errorf("%q folds to %q and that to %q", text, once, twice)
		}
		// Whatever is kept is found by typing it again.
		kept := sorted(nameWords(text))
		for _, typed := range readings(text) {
			if slices.ContainsFunc(typed, func(word string) bool { return word == "" || utf8.RuneCountInString(word) > longestWord }) {
				t.Errorf("%q is read as %q", text, typed)
			}
		}
		if words := foldedWords(text); len(words) > 0 && len(words) <= mostWords {
			for _, word := range words {
				if !slices.Contains(kept, clip(word, longestWord)) {
					t.Errorf("%q is kept as %q, without %q", text, kept, word)
				}
			}
		}
	})
}

func FuzzSearch(f *testing.F) {
	o := newOffice(f, f.TempDir()+"/register.db")
	o.record(o.walkIn("Łukasz O’Brien"))
	for _, text := range append(injections, "lukasz", "07700", "de22 1ab", "C-2026-0001") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found, err := o.Search(o.ctx, o.manager, text, 10)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if len(found.Rows) > 1 {
			t.Errorf("%q finds %d cases where there is one", text, len(found.Rows))
		}
	})
}

func TestACaseIsFoundByAllWhomItConcerns(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		act := o.walkIn("Ann Patel")
		act.Group = []casework.Member{{Person: casework.Person{Name: "Zoltan Kovacs", Telephones: []string{"01632 960777"}}, Lines: []string{"9 Quince Yard"}, Postcode: "DE3 9ZZ"}}
		c := o.record(act)
		o.do(c.ID, casework.Moved{On: day0, Home: casework.Home{Lines: []string{"4 Walnut Mews"}, Postcode: "DE4 4WM"}})
		o.do(c.ID, casework.SetHousingRef{Reference: "REP/77-120"})
		o.do(c.ID, casework.Refer{Body: "housing", On: day0, Theirs: "2026 04411", What: "The delay"})
		for _, typed := range []string{"kovacs", "01632 960777", "quince yard", "de3 9zz", "walnut", "12 high street", "rep77120", "rep/77-120", "202604411", "2026 04411"} {
			found, err := o.Search(o.ctx, o.manager, typed, 5)
			if err != nil || len(found.Rows) != 1 {
				t.Errorf("%q finds %d cases, %v", typed, len(found.Rows), err)
			}
		}
		o.clean(t)
	})
}
