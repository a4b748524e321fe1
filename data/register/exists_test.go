package register

import (
	"path/filepath"
	"testing"
)

func TestAnAddressSaysWhetherARegisterIsThere(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		empty := filepath.Join(t.TempDir(), "none.db")
		if o.engine.dialect == postgres {
			empty = newSchema(t, o.address)
		}
		for address, want := range map[string]bool{o.address: true, empty: false} {
			if got, err := Exists(o.ctx, address); got != want || err != nil {
				t.Errorf("%s: %t, %v", address, got, err)
			}
		}
	})
	if _, err := Exists(t.Context(), "postgres://nobody@127.0.0.1:1/none?connect_timeout=2"); err == nil {
		t.Error("a server that does not answer is taken for an empty one")
	}
}
