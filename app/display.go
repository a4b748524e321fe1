package app

import (
	"net"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// HasDisplay says whether a window could be seen here. Windows and macOS
// always have a display; elsewhere one has to answer, because the toolkit ends
// the program where none does.
func HasDisplay(getenv func(string) string) bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	if name := getenv("WAYLAND_DISPLAY"); name != "" {
		if !filepath.IsAbs(name) {
			name = filepath.Join(getenv("XDG_RUNTIME_DIR"), name)
		}
		if answers("unix", name) {
			return true
		}
	}
	return answersX11(getenv("DISPLAY"))
}

// answersX11 tries an X display such as ":99", "host:0.0" or "unix:1".
func answersX11(display string) bool {
	host, number, ok := strings.Cut(display, ":")
	if !ok {
		return false
	}
	number, _, _ = strings.Cut(number, ".")
	if host == "" || host == "unix" {
		return answers("unix", "/tmp/.X11-unix/X"+number) || answers("unix", "@/tmp/.X11-unix/X"+number)
	}
	port := "60" + number
	if len(number) == 1 {
		port = "600" + number
	}
	return answers("tcp", net.JoinHostPort(host, port))
}

func answers(network, address string) bool {
	c, err := net.DialTimeout(network, address, 2*time.Second)
	if err != nil {
		return false
	}
	_ = c.Close() // it answered; nothing was said
	return true
}
