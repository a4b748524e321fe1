package command

import (
	"os"

	"golang.org/x/sys/windows"
)

// attachParentProcess stands for the process that started this one.
const attachParentProcess = ^uintptr(0)

// AttachConsole joins the console of the process that started this one, so that
// a command run from a prompt can answer there: a Windows program with a window
// has no console of its own. Output that was redirected is left as it is.
func AttachConsole() {
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if ok, _, _ := attach.Call(attachParentProcess); ok == 0 {
		return // started from the desktop
	}
	for _, stream := range []struct {
		file **os.File
		name string
		flag int
	}{{&os.Stdin, "CONIN$", os.O_RDONLY}, {&os.Stdout, "CONOUT$", os.O_WRONLY}, {&os.Stderr, "CONOUT$", os.O_WRONLY}} {
		if _, err := (*stream.file).Stat(); err == nil {
			continue // redirected to a file or a pipe
		}
		if console, err := os.OpenFile(stream.name, stream.flag, 0); err == nil {
			*stream.file = console
		}
	}
}
