//go:build windowtest

package windowtest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
)

// memory is the screen's own: one colour for each pixel, four bytes of blue,
// green, red and nothing.
type memory struct {
	bytes               []byte
	width, height, line int
}

// look reads the file that Xvfb keeps its memory in: a header of 32-bit
// numbers, the colours of a palette, and then the pixels.
func (m *machine) look() (memory, error) {
	file, err := os.ReadFile(m.frame)
	if err != nil {
		return memory{}, err
	}
	const numbers = 25
	if len(file) < 4*numbers {
		return memory{}, errors.New("the screen's memory has no header")
	}
	number := func(place int) int { return int(binary.BigEndian.Uint32(file[4*place:])) }
	s := memory{width: number(4), height: number(5), line: number(12)}
	from := number(0) + 12*number(19)
	if number(11) != 32 || from+s.line*s.height > len(file) {
		return memory{}, errors.New("the screen's memory is not of the shape that was asked for")
	}
	s.bytes = file[from : from+s.line*s.height]
	return s, nil
}

func (s memory) at(x, y int) color.NRGBA {
	p := s.bytes[y*s.line+4*x:]
	return color.NRGBA{R: p[2], G: p[1], B: p[0], A: 255}
}

var seed = maphash.MakeSeed()

// glance is a short number for what the screen shows now.
func (m *machine) glance() uint64 {
	file, err := os.ReadFile(m.frame)
	if err != nil {
		return 0
	}
	return maphash.Bytes(seed, file)
}

// photograph is what the screen shows.
func (m *machine) photograph() (image.Image, error) {
	s, err := m.look()
	if err != nil {
		return nil, err
	}
	img := image.NewNRGBA(image.Rect(0, 0, s.width, s.height))
	for y := range s.height {
		for x := range s.width {
			img.SetNRGBA(x, y, s.at(x, y))
		}
	}
	return img, nil
}

// saves keeps a picture in the folder that CASEBOOK_PICTURES names, if it
// names one.
func (d *desk) saves(name string, img image.Image) {
	d.t.Helper()
	folder := os.Getenv("CASEBOOK_PICTURES")
	if folder == "" {
		return
	}
	d.pictures++
	path := filepath.Join(folder, fmt.Sprintf("%s %02d %s.png", d.t.Name(), d.pictures, name))
	err := os.MkdirAll(folder, 0o755)
	if err == nil {
		var f *os.File
		if f, err = os.Create(path); err == nil {
			err = errors.Join(png.Encode(f, img), f.Close())
		}
	}
	if err != nil {
		d.t.Errorf("the picture could not be kept: %v", err)
	}
}
