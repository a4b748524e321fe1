package command

import "errors"

// Window opens the window. It is what happens without a command.
type Window struct{}

// Run opens the window, or says that this program has none.
func (Window) Run(s *Session) error {
	if err := s.namesNobody(); err != nil {
		return err
	}
	if s.OpenWindow == nil {
		return errors.New("this program was built without a window: use one of its commands, which casebook --help lists")
	}
	return s.OpenWindow(s.Context, s)
}

// namesNobody refuses a window for an officer who is named from outside. The
// window lets in the computer's own user, and asks anybody else for their
// password.
func (s *Session) namesNobody() error {
	if s.Officer == "" {
		return nil
	}
	return usage("--officer is for commands: open the window without it, then press Ctrl+K and choose Switch officer")
}
