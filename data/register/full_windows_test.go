package register

import "errors"

// Windows has neither a limit on the size of files nor another user to become.

func saveOnAFullDisk(*child) error { return errors.New("there is no such limit here") }

func saveWithoutTheRight(*child) error { return errors.New("there is no such user here") }
