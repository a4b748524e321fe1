package paper

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// Print hands a PDF to the program that prints PDF files here, or opens it
// where no program does. Windows does not say whether paper came out.
func Print(ctx context.Context, path string, o Options) (Result, error) {
	return shell{execute}.print(ctx, path, o)
}

// Open shows a PDF in the computer's own viewer.
func Open(_ context.Context, path string) error { return shell{execute}.open(path) }

// shellNoAssociation is ShellExecute's own number for "no program is set".
const shellNoAssociation = windows.Errno(31)

// execute asks the shell to do something with a file, in the file's folder.
func execute(verb, path, args string) error {
	var words [4]*uint16
	for i, text := range []string{verb, path, args, filepath.Dir(path)} {
		if text == "" {
			continue
		}
		word, err := windows.UTF16PtrFromString(text)
		if err != nil {
			return err
		}
		words[i] = word
	}
	err := windows.ShellExecute(0, words[0], words[1], words[2], words[3], windows.SW_SHOWNORMAL)
	if errors.Is(err, shellNoAssociation) || errors.Is(err, windows.ERROR_NO_ASSOCIATION) {
		return errNoProgram
	}
	return err
}

// The registry keys where Windows keeps a user's printers: the names of the
// values in the first, "name,driver,port" in the second.
const (
	devicesKey = `Software\Microsoft\Windows NT\CurrentVersion\Devices`
	usualKey   = `Software\Microsoft\Windows NT\CurrentVersion\Windows`
)

// Printers lists the user's printers; none is an empty list.
func Printers(context.Context) ([]Printer, error) {
	devices, err := registry.OpenKey(registry.CURRENT_USER, devicesKey, registry.QUERY_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer devices.Close()
	names, err := devices.ReadValueNames(0)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	usual := usualPrinter()
	var list []Printer
	for _, name := range names {
		list = append(list, Printer{Name: name, Default: name == usual})
	}
	return list, nil
}

func usualPrinter() string {
	key, err := registry.OpenKey(registry.CURRENT_USER, usualKey, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer key.Close()
	device, _, err := key.GetStringValue("Device")
	if err != nil {
		return ""
	}
	name, _, _ := strings.Cut(device, ",")
	return name
}
