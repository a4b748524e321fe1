package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"casebook/data/calendar"
)

// The statuses that Run returns.
const (
	statusDone    = 0
	statusRefused = 1
	statusUsage   = 2
)

// globals are the flags that every command takes.
type globals struct {
	Register string `placeholder:"PATH|postgres://…" help:"The register: a file, or the address of a shared one. Also CASEBOOK_REGISTER."`
	Today    string `placeholder:"DATE" help:"Work as on this day instead of today."`
	Officer  string `placeholder:"NAME" help:"Act as this officer instead of the one tied to the computer's user. Not for the window, which asks who is there."`
	JSON     bool   `name:"json" help:"Print figures, where there are any, as JSON for other programs."`
}

// Run carries out one command line, without the program's own name, and returns
// the exit status: 0 when it was done, 1 for a refusal and 2 for wrong usage.
// Errors go to World.Err as one plain sentence.
func Run(ctx context.Context, world World, args []string) int {
	var line commands
	exited := -1
	parser, err := kong.New(&line, append(values(),
		kong.Name("casebook"),
		kong.Vars{"letters": strings.Join(letterArguments(), ",")},
		kong.Description("Casebook keeps the complaints of a local housing office. Without a command it opens its window."),
		kong.Writers(world.Out, world.Err),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Exit(func(status int) { exited = status }),
	)...)
	if err != nil {
		return complain(world, err)
	}
	parsed, err := parser.Parse(args)
	switch {
	case exited >= 0: // help was asked for and has been printed
		return exited
	case err != nil:
		return complain(world, wrongLine(err))
	}
	session, err := newSession(ctx, world, line.globals)
	if err != nil {
		return complain(world, err)
	}
	if err := parsed.Run(session); err != nil {
		return complain(world, err)
	}
	return statusDone
}

func newSession(ctx context.Context, world World, flags globals) (*Session, error) {
	session := &Session{
		World:    world,
		Context:  ctx,
		Register: flags.Register,
		Officer:  flags.Officer,
		Today:    calendar.Of(world.Now()),
		JSON:     flags.JSON,
	}
	if session.Register == "" {
		session.Register = world.Getenv("CASEBOOK_REGISTER")
	}
	if flags.Today != "" {
		day, err := calendar.Parse(flags.Today, session.Today, calendar.England())
		if err != nil {
			return nil, usage("--today: %v", err)
		}
		session.Today, session.Fixed = day, true
	}
	return session, nil
}

// complain tells people what was wrong and returns the status for it.
func complain(world World, err error) int {
	if errors.Is(err, context.Canceled) {
		err = errors.New("it was stopped before it was done: run it again")
	}
	fmt.Fprintf(world.Err, "casebook: %v\n", err)
	var wrong WrongUsage
	if errors.As(err, &wrong) {
		return statusUsage
	}
	return statusRefused
}
