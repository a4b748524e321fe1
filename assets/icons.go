package assets

import "embed"

// Icons holds the program's own stroke icons, one file for each meaning,
// drawn in black on a 24 by 24 grid. app/look recolours them.
//
//go:embed icons/*.svg
var Icons embed.FS
