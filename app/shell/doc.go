// Package shell is the frame round every screen: the rail, the top bar with
// its search, the status bar, messages, drawers and dialogs, the keys of the
// whole program, and the way from screen to screen.
//
// The program makes one shell, registers its screens by name, and goes to the
// first:
//
//	s := shell.New(shell.Config{Window: w, Tasks: tasks, Theme: theme, Items: shell.ItemsFor("today", "new", "cases"), …})
//	s.Register("today", func(arg any) shell.Page { return today.New(s, model) })
//	s.Go(shell.Route{Screen: "today"})
//
// A screen is a [Page]. What else it can do it says by implementing the small
// interfaces of page.go; the shell asks.
package shell
