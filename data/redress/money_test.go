package redress

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParsePenceReadsWhatOfficersType(t *testing.T) {
	for text, want := range map[string]Pence{
		"12": 1200, "12.5": 1250, "12.50": 1250, "0.05": 5, "£1,250": 125000, "GBP1,250": 125000, "gbp 40": 4000,
		"50p": 50, "50 P": 50, " £ 7.20 ": 720, "1,234,567.89": 123456789, "0": 0, "10000000": Most, "007": 700, ".5": 50,
	} {
		if got, err := ParsePence(text); err != nil || got != want {
			t.Errorf("ParsePence(%q) = %v, %v; want %v", text, got, err, want)
		}
	}
}

func TestParsePenceRefusesWhatIsNotASum(t *testing.T) {
	for _, text := range []string{
		"", "£", "p", "-5", "+5", "12.345", "12.", ".", "12 50", "1,25", "12,50", "1,2345", ",100", "1 000", "12.5.0", "twelve",
		"£12p50", "1e3", "10000000.01", "99999999999999999999", "१२", "12.-5", "--", "£,", "0x10",
	} {
		if got, err := ParsePence(text); err == nil {
			t.Errorf("ParsePence(%q) = %v; want a refusal", text, got)
		}
	}
}

func TestWhatIsPrintedReadsBackAsTheSameSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum := Pence(rapid.Int64Range(0, int64(Most)).Draw(t, "sum"))
		if got, err := ParsePence(sum.String()); err != nil || got != sum {
			t.Fatalf("%d prints as %s and reads back as %v, %v", sum, sum, got, err)
		}
	})
}

func TestALedgerTotalIsTheSumOfItsStages(t *testing.T) {
	ledger := Ledger{
		{Head: FinancialLoss, Sum: 29400, Stage: 1}, {Head: FinancialLoss, Sum: 2268, Stage: 1},
		{Head: Inconvenience, Sum: 22000, Stage: 2},
	}
	if ledger.Total() != 53668 || ledger.Stage(1) != 31668 || ledger.Stage(2) != 22000 || ledger.Stage(3) != 0 {
		t.Errorf("totals are %v, %v, %v", ledger.Total(), ledger.Stage(1), ledger.Stage(2))
	}
}

func FuzzParsePence(f *testing.F) {
	for _, seed := range []string{"12", "£1,250.50", "50p", "GBP", "-1", "1,2,3", "£££", "9999999999999999999p"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sum, err := ParsePence(text)
		if err == nil && (sum < 0 || sum > Most) {
			t.Fatalf("%q gave %d", text, sum)
		}
		if err != nil && strings.Contains(err.Error(), text) && len(text) > 40 {
			t.Fatalf("the refusal repeats %q", text)
		}
	})
}
