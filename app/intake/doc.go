// Package intake is the New contact screen: what a resident at the counter, on
// the telephone or by post tells us, in the order of the conversation. The
// model holds the draft, keeps it in the desk's own file, says what is known
// and what happens next, and records the contact once it has been read back.
package intake
