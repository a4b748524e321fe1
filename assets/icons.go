package assets

import (
	"embed"
)

// Icons holds the program's own stroke icons, one file for each meaning,
// drawn in black on a 24 by 24 grid. app/look recolours them.
//
//go:embed icons/*.svg
var Icons embed.FS

// Icon is the program's own icon, 512 pixels square.
//
//go:embed icon.png
var Icon []byte
