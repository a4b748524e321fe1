// Package assets holds the files that are built into the program: the
// landlord's policies, the texts of letters, the icons.
package assets

import "embed"

// Policy holds the landlord's promises as dated data, read by data/policy.
//
//go:embed policy/*.toml
var Policy embed.FS
