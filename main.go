// Casebook is a complaints register for local housing offices in England.
package main

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/signal"
	"os/user"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/BurntSushi/toml"

	"casebook/app/command"
)

// details is the program's identity, as the packaging tools read it too.
//
//go:embed FyneApp.toml
var details string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx)
	stop()
	os.Exit(status)
}

func run(ctx context.Context) int {
	build, err := thisBuild()
	if err != nil {
		fmt.Fprintf(os.Stderr, "casebook: FyneApp.toml was built in damaged: %v\n", err)
		return 1
	}
	return command.Run(ctx, command.World{
		Now:    time.Now,
		In:     os.Stdin,
		Out:    os.Stdout,
		Err:    os.Stderr,
		Getenv: os.Getenv,
		User:   currentUser(),
		Build:  build,
	}, os.Args[1:])
}

func thisBuild() (command.Build, error) {
	var app struct {
		Details struct {
			Version string
			Build   int
		}
	}
	if _, err := toml.Decode(details, &app); err != nil {
		return command.Build{}, err
	}
	build := command.Build{Version: app.Details.Version, Number: app.Details.Build, Go: runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" {
				build.Revision = setting.Value
			}
		}
	}
	return build, nil
}

// currentUser names the computer's user; "" where the system does not know.
func currentUser() string {
	me, err := user.Current()
	if err != nil {
		return ""
	}
	return me.Username
}
