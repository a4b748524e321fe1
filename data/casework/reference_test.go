package casework

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReferencesReadBackHoweverTheyAreTyped(t *testing.T) {
	ref := NewReference(Complaint, 2026, 377)
	letter := string(ref[len(ref)-1])
	for _, typed := range []string{
		string(ref), "c-2026-0377-" + letter, "C20260377" + letter, "c 2026 0377 " + letter, "C/2026/0377",
		"c20260377", " C-2026-0377 ",
	} {
		if got, err := ParseReference(typed); err != nil || got != ref {
			t.Errorf("ParseReference(%q) = %v, %v; want %v", typed, got, err, ref)
		}
	}
	for _, typed := range []string{"", "C", "2026-0377", "C-2026", "X-2026-0377", "C-2026-0000", "C-20x6-0377", "C-2026-0377-HH", "C-0226-0377"} {
		if got, err := ParseReference(typed); err == nil {
			t.Errorf("ParseReference(%q) = %v; want a refusal", typed, got)
		}
	}
}

func TestEveryMistypedDigitIsCaught(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ref := []byte(NewReference(
			rapid.SampledFrom(Kinds()).Draw(t, "kind"),
			rapid.IntRange(2019, 2099).Draw(t, "year"), rapid.IntRange(1, 99999).Draw(t, "number")))
		at := rapid.SampledFrom(digitsOf(ref)).Draw(t, "at")
		wrong := byte('0' + rapid.IntRange(0, 9).Draw(t, "digit"))
		if wrong == ref[at] {
			return
		}
		typed := append([]byte{}, ref...)
		typed[at] = wrong
		if got, err := ParseReference(string(typed)); err == nil {
			t.Fatalf("%s mistyped as %s was read as %s", ref, typed, got)
		}
	})
}

func TestEveryTwoNeighbouringDigitsSwappedAreCaught(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ref := []byte(NewReference(Complaint, rapid.IntRange(2019, 2099).Draw(t, "year"), rapid.IntRange(1, 99999).Draw(t, "number")))
		digits := digitsOf(ref)
		i := rapid.IntRange(0, len(digits)-2).Draw(t, "at")
		a, b := digits[i], digits[i+1]
		if ref[a] == ref[b] {
			return
		}
		typed := append([]byte{}, ref...)
		typed[a], typed[b] = typed[b], typed[a]
		if got, err := ParseReference(string(typed)); err == nil {
			t.Fatalf("%s mistyped as %s was read as %s", ref, typed, got)
		}
	})
}

func digitsOf(ref []byte) []int {
	var at []int
	for i, c := range ref {
		if c >= '0' && c <= '9' {
			at = append(at, i)
		}
	}
	return at
}

func FuzzParseReference(f *testing.F) {
	for _, seed := range []string{"C-2026-0377-H", "r20260001", "", "C", "C-2026-0377-É", "C999999999999999999999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ref, err := ParseReference(text)
		if err != nil {
			return
		}
		if again, err := ParseReference(string(ref)); err != nil || again != ref {
			t.Fatalf("%q reads as %q, which reads as %q, %v", text, ref, again, err)
		}
	})
}

// TestAReferenceSaysWhatItNames: every kind has a letter of its own, and none
// is one of those that are misheard.
func TestAReferenceSaysWhatItNames(t *testing.T) {
	for _, k := range Kinds() {
		ref := NewReference(k, 2026, 12)
		if ref.Kind() != k {
			t.Errorf("%s names a %q, want a %q", ref, ref.Kind(), k)
		}
		if strings.ContainsRune("IOS", rune(ref[0])) {
			t.Errorf("%s begins with a letter that is misheard", ref)
		}
	}
}
