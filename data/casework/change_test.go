package casework

import (
	"strings"
	"testing"
	"unicode/utf8"

	"casebook/data/calendar"
	"casebook/data/redress"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func TestDiffNamesFieldsAndMarksWhatIsPersonal(t *testing.T) {
	before := Case{Kind: Complaint, Resident: Person{Name: "Maureen Tilley"}, Points: []Point{{ID: 2, Text: "Missed"}}}
	after := before
	after.Resident.Name = "Maureen Pryce"
	after.Points = []Point{{ID: 2, Text: "Missed", Finding: Upheld, Answered: calendar.On(2026, 11, 10)}}
	after.Access = []int64{4, 7}
	want := []Change{
		{Field: "access", New: "[4,7]"},
		{Field: "points.2.answered", New: "2026-11-10"},
		{Field: "points.2.finding", New: "upheld"},
		{Field: "resident.name", Old: "Maureen Tilley", New: "Maureen Pryce", Personal: true},
	}
	if diff := cmp.Diff(want, Diff(before, after)); diff != "" {
		t.Error(diff)
	}
}

// TestRowsOfATableGoByTheirID: an office's own tables have ids in words.
func TestRowsOfATableGoByTheirID(t *testing.T) {
	boat := redress.Life{ID: "boat", Title: "Boat", Months: 240, Source: "the harbour"}
	var before, after Settings
	before.Redress.Lives = []redress.Life{{ID: "raft", Title: "Raft", Months: 12, Source: "the river"}, boat}
	boat.Months = 120
	after.Redress.Lives = []redress.Life{boat}
	want := []Change{
		{Field: "redress.lives.boat.months", Old: "240", New: "120"},
		{Field: "redress.lives.raft.id", Old: "raft"},
		{Field: "redress.lives.raft.months", Old: "12"},
		{Field: "redress.lives.raft.source", Old: "the river"},
		{Field: "redress.lives.raft.title", Old: "Raft"},
	}
	if diff := cmp.Diff(want, Diff(before, after)); diff != "" {
		t.Error(diff)
	}
}

func TestEveryWordOfAPersonIsMarkedPersonal(t *testing.T) {
	const canary = "CANARY"
	c := Case{
		Resident:       Person{Name: canary, Address: canary, Telephones: []string{canary}, Email: canary, Tenancy: canary},
		Home:           Home{Reference: canary, Lines: []string{canary}, Postcode: canary, Block: canary},
		Representative: Representative{Name: canary, Relation: canary, Telephone: canary, Email: canary, Lines: []string{canary}, Postcode: canary},
		Contact:        Contact{DoNot: canary, Adjustments: []Adjustment{{Kind: OtherNeed, Note: canary}}},
		Story:          canary, Wanted: canary, Before: canary, Happened: Day{Rough: canary},
		Points:   []Point{{ID: 1, Text: canary, Reasons: canary, NotOurs: canary}},
		Stages:   []Stage{{Number: 1, Reason: canary, Extensions: []Extension{{ID: 1, Reason: canary}}}},
		Remedies: []Remedy{{ID: 1, Text: canary}}, Promises: []Promise{{ID: 1, Text: canary, Note: canary}},
		Letters: []Letter{{ID: 1, To: canary}}, Notes: []Note{{ID: 1, Text: canary}}, Calls: []Call{{ID: 1, Note: canary}},
	}
	found := 0
	for field, value := range Flatten(c) {
		if strings.Contains(value.Text, canary) {
			found++
			if !value.Personal {
				t.Errorf("%s holds a person's words and is not marked personal", field)
			}
		}
	}
	if found != 32 {
		t.Errorf("found %d fields with a person's words, want 32", found)
	}
}

func TestTidyLeavesPlainTextAlone(t *testing.T) {
	for _, text := range []string{"", "Łukasz Nguyễn", "two\nlines", "O'Brien – “quoted” £5", "ਪੰਜਾਬੀ", "emoji 🏠 kept"} {
		if got := Tidy(text); got != text {
			t.Errorf("Tidy(%q) = %q", text, got)
		}
	}
}

func TestTidyTakesOutWhatHarms(t *testing.T) {
	for text, want := range map[string]string{
		"a\x00b": "ab", "a\r\nb\rc": "a\nb\nc", "tab\there": "tab here", "e\u0301": "é", "bad\xff": "bad\uFFFD",
		"right\u202Eleft": "rightleft", "bell\a": "bell", "end  \n\n": "end", "next\u2028line": "nextline", "\u0085": "",
	} {
		if got := Tidy(text); got != want {
			t.Errorf("Tidy(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzTidy(f *testing.F) {
	for _, seed := range []string{"plain", "a\x00b", "e\u0301\u202E", "\xff\xfe", "\r\r\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Tidy(text)
		if !utf8.ValidString(once) || !norm.NFC.IsNormalString(once) || strings.ContainsAny(once, "\x00\r\t") {
			t.Fatalf("Tidy(%q) = %q", text, once)
		}
		if again := Tidy(once); again != once {
			t.Fatalf("Tidy is not settled: %q, then %q", once, again)
		}
	})
}
