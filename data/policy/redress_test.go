package policy

import (
	"strings"
	"testing"
	"testing/fstest"
)

// smallRedress is the least that loads.
const smallRedress = `
name = "redress"
version = "1"
title = "Tables"
[[life]]
id = "carpet"
title = "Carpet"
months = 120
least = 96
source = { page = "page" }
[[condition]]
id = "good"
title = "Good"
percent = 100
source = { page = "page" }
[floor]
source = { page = "page" }
[[factor]]
id = "health"
title = "Health"
effect = "raises"
source = { page = "page" }
[[limit]]
role = "front desk"
most = 0
source = { page = "page" }
[[limit]]
role = "manager"
most = 1000
source = { page = "page" }
[comparison]
fewest = 5
source = { page = "page" }
[paying]
days = 10
unit = "working days"
source = { page = "page" }
`

func TestFaultyTablesAreRefusedWithTheirPlace(t *testing.T) {
	for _, c := range []struct{ name, old, new, says string }{
		{"an unknown name", `title = "Carpet"`, "title = \"Carpet\"\ncolour = 3", "means nothing here"},
		{"a missing source", "least = 96\nsource = { page = \"page\" }", "least = 96", "life[1].source is missing"},
		{"no source for the floor", "[floor]\nsource = { page = \"page\" }", "[floor]", "floor.source is missing"},
		{"a ruling there is not", "[floor]\nsource = { page = \"page\" }", "[floor]\nsource = { ruling = \"9\" }", `cites ruling "9"`},
		{"no version", `version = "1"`, "", "needs a name"},
		{"an item without a life", "months = 120\nleast = 96", "months = 0", `life "carpet"`},
		{"a range upside down", "least = 96", "least = 121", `life "carpet"`},
		{"a head that no policy has", "least = 96", "least = 96\nloss-head = \"weather\"", `no policy has a head of loss "weather"`},
		{"a condition worth nothing", "percent = 100", "percent = 0", "from 1 to 100 percent, not 0"},
		{"a condition better than new", "percent = 100", "percent = 101", "from 1 to 100 percent, not 101"},
		{"a floor above new", "[floor]", "[floor]\npercent = 101", "the floor is from 0 to 100"},
		{"a factor that does neither", `effect = "raises"`, `effect = "helps"`, `not "helps"`},
		{"two limits of a role", `role = "manager"`, `role = "front desk"`, "a role of its own"},
		{"money paid at once", "days = 10", "days = 0", "not 0"},
		{"money paid in hours", `unit = "working days"`, `unit = "hours"`, `"hours"`},
		{"a limit below nothing", "most = 1000", "most = -1", "a role of its own"},
		{"one sum to compare with", "fewest = 5", "fewest = 1", "2 or more, not 1"},
	} {
		if !strings.Contains(smallRedress, c.old) {
			t.Fatalf("%s: the small tables do not hold %q", c.name, c.old)
		}
		_, err := Load(fstest.MapFS{
			"only.toml": {Data: []byte(small)}, "promises.toml": {Data: []byte(smallPromises)},
			"hazards.toml": {Data: []byte(smallHazards)}, "rulings.toml": {Data: []byte(smallRulings)},
			"redress.toml": {Data: []byte(strings.Replace(smallRedress, c.old, c.new, 1))},
		})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got %v, which should say %q", c.name, err, c.says)
		}
	}
}

func TestTheShippedTables(t *testing.T) {
	set := shipped(t)
	months := map[string]int{}
	for _, l := range set.Lives() {
		months[l.ID] = l.Months
		if !l.Unverified {
			t.Errorf("%q claims a source that could be checked", l.ID)
		}
	}
	for id, want := range map[string]int{"carpet": 120, "mattress": 96, "white-goods": 120, "sofa": 120, "decorations": 60} {
		if months[id] != want {
			t.Errorf("%s lasts %d months, want %d", id, months[id], want)
		}
	}
	percent := map[string]int{}
	for _, c := range set.Conditions() {
		percent[c.ID] = c.Percent
	}
	if percent["new"] != 100 || percent["good"] != 100 || percent["fair"] != 75 || percent["poor"] != 50 {
		t.Errorf("conditions are %v", percent)
	}
	if f, ok := set.Factor("access-refused"); !ok || f.Effect != Lowers || !f.Unverified {
		t.Errorf("access refused: %+v", f)
	}
	if _, ok := set.Factor("weather"); ok {
		t.Error("there is a factor of weather")
	}
	if set.Floor().Percent != 0 || set.FewestToCompare() != 5 || set.RedressID() != "redress@1" {
		t.Errorf("floor %d, fewest %d, %s", set.Floor().Percent, set.FewestToCompare(), set.RedressID())
	}
	limits := map[string]Pence{}
	for _, l := range set.Limits() {
		limits[l.Role] = l.Most
	}
	if len(limits) != 3 || limits["front desk"] != 0 || limits["investigating officer"] != 25000 || limits["complaints manager"] != 100000 {
		t.Errorf("limits are %v", limits)
	}
}
