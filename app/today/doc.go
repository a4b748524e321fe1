// Package today is the first screen of the morning: what is overdue, what is
// due, what was promised, what waits for whoever looks, and what nobody has.
//
//	s.Register("today", func(any) shell.Page { return today.New(today.Deps{…}) })
package today
