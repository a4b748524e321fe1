package command

// commands is the whole command line: what every command takes, and each
// command's own struct. A new command is a file of its own and one line here.
type commands struct {
	globals

	Window   Window   `cmd:"" default:"1" help:"Open the window (also without any command)."`
	Board    Board    `cmd:"" help:"Make the quarter's board workbook, or print its figures."`
	Deadline Deadline `cmd:"" help:"Work out the dates of a complaint, petition, claim or letter, day by day."`
	Demo     Demo     `cmd:"" help:"Make a demonstration office of invented cases, with its letters and workbook."`
	Due      Due      `cmd:"" help:"List what is overdue, due today and due soon."`
	Letter   Letter   `cmd:"" help:"Make one letter of a case, or say what is wrong with it."`
	Version  Version  `cmd:"" help:"Say which version this is."`
}
