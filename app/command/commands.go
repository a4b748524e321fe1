package command

// commands is the whole command line: what every command takes, and each
// command's own struct. A new command is a file of its own and one line here.
type commands struct {
	globals

	Window   Window   `cmd:"" default:"1" help:"Open the window (also without any command)."`
	Backup   Backup   `cmd:"" help:"Make a verified copy of the register."`
	Board    Board    `cmd:"" help:"Make the quarter's board workbook, or print its figures."`
	Check    Check    `cmd:"" help:"Read the whole register and say whether it is sound."`
	Deadline Deadline `cmd:"" help:"Work out the dates of a complaint, petition, claim or letter, day by day."`
	Demo     Demo     `cmd:"" help:"Make a demonstration office of invented cases, with its letters and workbook."`
	Due      Due      `cmd:"" help:"List what is overdue, due today and due soon."`
	Guide    Guide    `cmd:"" help:"Print for officers what can be done with a case in each state, and who may do it."`
	Import   Import   `cmd:"" help:"Load the housing system's list of homes and residents, with a verdict for every line."`
	Letter   Letter   `cmd:"" help:"Make one letter of a case, or say what is wrong with it."`
	Payments Payments `cmd:"" help:"List what residents are owed and what was paid, as a workbook for finance."`
	Restore  Restore  `cmd:"" help:"Fill an empty register from a copy."`
	Version  Version  `cmd:"" help:"Say which version this is."`
}
