package field

import "casebook/app/look"

// Tiles is a field whose answers are large cards side by side.
type Tiles struct {
	Row
	tiles *look.Tiles
	// Changed is called when the officer chooses, never by [Tiles.Set].
	Changed func(place int)
}

// Tiles adds a choice of large cards with none chosen.
func (f *Form) Tiles(name string, tiles ...look.Tile) *Tiles {
	t := &Tiles{}
	t.tiles = look.NewTiles(tiles, func(place int) {
		if t.Changed != nil {
			t.Changed(place)
		}
	})
	t.build(name, "", t.tiles, t.tiles, t.tiles.Mark)
	f.add(&t.Row)
	return t
}

// Place is the place of the card chosen, or -1.
func (t *Tiles) Place() int { return t.tiles.Chosen() }

// Set chooses a card, or none with -1, without telling Changed.
func (t *Tiles) Set(place int) { t.tiles.Set(place) }
