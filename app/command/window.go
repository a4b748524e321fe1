package command

import "errors"

// Window opens the window. It is what happens without a command.
type Window struct{}

// Run opens the window, or says that this program has none.
func (Window) Run(s *Session) error {
	if s.OpenWindow == nil {
		return errors.New("this program was built without a window: use one of its commands, which casebook --help lists")
	}
	return s.OpenWindow(s.Context, s)
}
