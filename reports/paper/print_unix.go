//go:build !windows && !darwin

package paper

// viewer opens a file in the program the desktop has for it.
const viewer = "xdg-open"
