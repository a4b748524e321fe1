package look

// The icons, by what they stand for.
const (
	IconCalendar Icon = "calendar" // pick a day
	IconCases    Icon = "cases"    // the list of cases
	IconChart    Icon = "chart"    // the board
	IconCheck    Icon = "check"    // done, understood
	IconClock    Icon = "clock"    // due today or soon
	IconClosed   Icon = "closed"   // closed, kept
	IconSettings Icon = "cog"      // settings
	IconStore    Icon = "db"       // the register, a backup
	IconDown     Icon = "down"     // opens a list below
	IconEye      Icon = "eye"      // show what is typed
	IconFilter   Icon = "filter"   // narrow a list
	IconFlame    Icon = "flame"    // a hazard
	IconHelp     Icon = "help"     // help
	IconHome     Icon = "home"     // a home
	IconInfo     Icon = "info"     // a note
	IconLeft     Icon = "left"     // back
	IconLetter   Icon = "letter"   // letters
	IconLink     Icon = "link"     // linked cases
	IconLock     Icon = "lock"     // shut, and why
	IconNew      Icon = "new"      // a new contact
	IconNobody   Icon = "nouser"   // nobody has it
	IconOnTrack  Icon = "ok"       // on track
	IconPause    Icon = "pause"    // parked
	IconComputer Icon = "pc"       // this computer
	IconPen      Icon = "pen"      // to be written
	IconPhone    Icon = "phone"    // telephone
	IconPlay     Icon = "play"     // try it
	IconPlus     Icon = "plus"     // add
	IconPound    Icon = "pound"    // money
	IconPrint    Icon = "print"    // print
	IconPromise  Icon = "promise"  // promises
	IconRight    Icon = "right"    // onward
	IconSave     Icon = "save"     // save as a file
	IconSearch   Icon = "search"   // find
	IconSort     Icon = "sort"     // sorted, least first
	IconToday    Icon = "today"    // today
	IconUndo     Icon = "undo"     // undo
	IconUser     Icon = "user"     // an officer or resident
	IconUsers    Icon = "users"    // several people
	IconVisit    Icon = "visit"    // an office, a home visit
	IconWait     Icon = "wait"     // waiting
	IconWarn     Icon = "warn"     // overdue, stops
	IconCross    Icon = "x"        // not upheld, take away
)
