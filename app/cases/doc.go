// Package cases is the list of cases: standing views with their counts,
// filters, an order, and what may be done to several cases at once. It reads a
// page at a time, so that an office of any size scrolls alike.
//
//	s.Register("cases", func(arg any) shell.Page { return cases.New(cases.Deps{…}, arg) })
//
// The argument is the view to open with, a [Tab]; nil is all that is open.
package cases
