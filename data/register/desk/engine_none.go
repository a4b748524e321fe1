//go:build !cgo

package desk

// engineReason has nothing to say in a build without a C compiler: SQLite is
// not in it, and opening a desk says so.
func engineReason(error) string { return "" }

func busy(error) bool { return false }
