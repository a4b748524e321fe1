// Package letter writes the office's letters and reads them before they go.
//
// Fill takes a case and the texts in assets/letters and lays out a letter.
// Check reads the words on the laid-out page, not the fields that made them:
// an office can edit a text, and the page is what the resident gets. While a
// finding that must hold does not, Shut reports true and the letter must not
// be printed. PDF draws the letter; the same letter gives the same bytes.
//
//	l, err := letter.Fill(in)
//	findings := letter.Check(l, in)
//	if !letter.Shut(findings) {
//		pdf, err := letter.PDF(l)
//	}
//
// Each kind of letter is one row of letterKinds: its text, its facts, the
// obligations of the policy that it answers to, and what is looked for on it.
//
// The package also sets the other papers of the front desk: the receipt, the
// blank form for an outage, the account of a date, and the morning's list.
package letter
