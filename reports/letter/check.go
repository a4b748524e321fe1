package letter

// Check reads a laid-out letter.
func Check(l Letter, in Input) []Finding { return nil }
