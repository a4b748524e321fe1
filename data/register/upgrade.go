package register

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// copyBeforeUpgrade keeps the register as it is, in one file named after its
// schema and the day, and verifies the copy before anything is changed. The
// copy lies beside the register, or for a server in the desk's own data folder.
func (e *engine) copyBeforeUpgrade(ctx context.Context, schema int64, now time.Time) error {
	name := fmt.Sprintf("%s.schema-%d.%s.db", strings.TrimSuffix(e.address, ".db"), schema, now.UTC().Format("20060102-150405"))
	if _, err := e.write.ExecContext(ctx, `VACUUM INTO $1`, name); err != nil {
		return trouble(err, "The register could not be copied before its upgrade, so nothing was changed. Free some space, then try again")
	}
	return nil
}
