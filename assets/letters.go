package assets

import "embed"

// Letters holds the texts of everything the office prints for a resident, read
// by reports/letter.
//
//go:embed letters/*.toml
var Letters embed.FS
