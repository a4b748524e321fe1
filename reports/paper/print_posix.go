//go:build !windows

package paper

import "context"

var system = cups{run: run, launch: launch, viewer: viewer}

// Print hands a PDF to the system's printer. It returns when the queue has
// taken the job, which does not mean that paper came out.
func Print(ctx context.Context, path string, o Options) (Result, error) {
	return system.print(ctx, path, o)
}

// Open shows a PDF in the computer's own viewer.
func Open(ctx context.Context, path string) error { return system.open(ctx, path) }

// Printers lists the computer's printers; none is an empty list.
func Printers(ctx context.Context) ([]Printer, error) { return system.printers(ctx) }
