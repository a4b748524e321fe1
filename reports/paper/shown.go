package paper

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// shownEndings are the kinds of file that a viewer only shows, each with the
// ending by which the computer finds it. The ending decides what is started, so
// it is never the one that a file came with.
var shownEndings = map[string]string{
	"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/heic": ".heic", "image/tiff": ".tif", "text/plain": ".txt",
}

// PutShown writes a paper or a picture of a media type for the viewer and
// returns its full path. A kind that could do more than show itself is refused.
func (s *Spool) PutShown(content []byte, mediaType string) (string, error) {
	ending, ok := shownEndings[mediaType]
	if !ok {
		return "", errors.New("this kind of file is not opened from here: save a copy, and let the computer's own guard look at it first")
	}
	return s.put(content, "paper-*"+ending)
}

// checkShown makes sure that a file is there and of a kind that a viewer only
// shows. A PDF has to be one.
func checkShown(path string) error {
	ending := filepath.Ext(path)
	if ending == ".pdf" {
		return checkPDF(path)
	}
	for _, known := range shownEndings {
		if ending != known {
			continue
		}
		if !filepath.IsAbs(path) {
			return fmt.Errorf("the file to show needs its full path, not %q", path)
		}
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
			return errors.New("the file to show is not there")
		}
		return nil
	}
	return checkPDF(path)
}
