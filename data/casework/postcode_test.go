package casework

import "testing"

func TestPostcodesAreTidied(t *testing.T) {
	for text, want := range map[string]string{
		"de247qh": "DE24 7QH", " De 24 7 qh ": "DE24 7QH", "m11ae": "M1 1AE", "EC1A1BB": "EC1A 1BB", "w1a-0ax": "W1A 0AX",
		"DE24.7QH,": "DE24 7QH",
	} {
		if got, ok := TidyPostcode(text); !ok || got != want {
			t.Errorf("%q becomes %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "Derby", "DE24", "DE24 7Q7", "12345", "DE24 7QHX", "DÉ24 7QH"} {
		if got, ok := TidyPostcode(text); ok || got != text {
			t.Errorf("%q becomes %q, %v; it is no postcode and stays as it is", text, got, ok)
		}
	}
}

func FuzzTidyPostcode(f *testing.F) {
	for _, seed := range []string{"de24 7qh", "", "D\x00E24 7QH", "ＤＥ２４"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once, usual := TidyPostcode(text)
		if again, still := TidyPostcode(once); again != once || still != usual {
			t.Fatalf("%q becomes %q and then %q", text, once, again)
		}
	})
}
