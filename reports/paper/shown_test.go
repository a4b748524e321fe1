package paper

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestAViewerGetsOnlyWhatShowsItself(t *testing.T) {
	spool, err := SpoolDir(t.TempDir(), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	for media, ending := range map[string]string{"image/png": ".png", "text/plain": ".txt", "image/jpeg": ".jpg"} {
		path, err := spool.PutShown([]byte("content"), media)
		if err != nil || !strings.HasSuffix(path, ending) {
			t.Fatalf("%s: %s, %v", media, path, err)
		}
		var r recorded
		if err := r.cups().open(context.Background(), path); err != nil {
			t.Errorf("%s: %v", media, err)
		}
	}
	for _, media := range []string{"", "text/html", "application/msword", "application/zip", "audio/mpeg", "image/svg+xml"} {
		if path, err := spool.PutShown([]byte("content"), media); err == nil {
			t.Errorf("%s was put at %s", media, path)
		}
	}
}

func TestWhatIsStartedIsNeverAProgram(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.exe", "a.bat", "a.html", "a.docm", "a", "a.png.lnk", "not.pdf"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("MZ"), 0o600); err != nil {
			t.Fatal(err)
		}
		var r recorded
		if err := r.cups().open(context.Background(), path); err == nil {
			t.Errorf("%s was opened", name)
		}
		if err := (shell{func(string, string, string) error { t.Errorf("%s was started", name); return nil }}).open(path); err == nil {
			t.Errorf("%s was opened by the shell", name)
		}
	}
	if err := checkShown(filepath.Join(dir, "gone.png")); err == nil {
		t.Error("a picture that is not there was opened")
	}
}
