//go:build !windows

package command

// AttachConsole does nothing here: a program is always attached to the terminal
// that started it.
func AttachConsole() {}
