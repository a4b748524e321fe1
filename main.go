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
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/BurntSushi/toml"

	"casebook/app"
	"casebook/app/command"
	"casebook/assets"
)

// details is the program's identity, as the packaging tools read it too.
//
//go:embed FyneApp.toml
var details string

// identity is what the program reads of its own details.
type identity struct {
	Details struct {
		Name, ID, Version string
		Build             int
	}
	Migrations map[string]bool
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx)
	stop()
	os.Exit(status)
}

func run(ctx context.Context) int {
	command.AttachConsole()
	var me identity
	if _, err := toml.Decode(details, &me); err != nil {
		fmt.Fprintf(os.Stderr, "casebook: FyneApp.toml was built in damaged: %v\n", err)
		return 1
	}
	login, fullName := currentUser()
	world := command.World{
		Now: time.Now, In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, User: login, FullName: fullName,
		Build: command.Build{Version: me.Details.Version, Number: me.Details.Build, Go: runtime.Version(), Revision: setting("vcs.revision")},
	}
	// Built with the tag ci the toolkit draws nothing anybody could see.
	if !slices.Contains(strings.Split(setting("-tags"), ","), "ci") {
		world.HasDisplay = func() bool { return app.HasDisplay(os.Getenv) }
		world.OpenWindow = func(ctx context.Context, s *command.Session) error { return openWindow(ctx, me, s) }
	}
	return command.Run(ctx, world, os.Args[1:])
}

// openWindow hands the program's identity to the toolkit before its first use,
// so that a plain go run knows who it is.
func openWindow(ctx context.Context, me identity, s *command.Session) error {
	if !s.HasDisplay() {
		return fmt.Errorf("there is no display here to open a window on: use a command instead, casebook --help lists them")
	}
	icon := fyne.NewStaticResource("casebook.png", assets.Icon)
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: me.Details.ID, Name: me.Details.Name, Version: me.Details.Version, Build: me.Details.Build, Icon: icon, Migrations: me.Migrations,
	})
	toolkit := fyneapp.NewWithID(me.Details.ID)
	toolkit.SetIcon(icon)
	return app.Run(ctx, toolkit, s)
}

// setting is what the build recorded of itself, such as its tags; "" where it
// recorded nothing.
func setting(key string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == key {
				return s.Value
			}
		}
	}
	return ""
}

// currentUser names the computer's user; "" where the system does not know.
func currentUser() (login, fullName string) {
	me, err := user.Current()
	if err != nil {
		return "", ""
	}
	return me.Username, me.Name
}
