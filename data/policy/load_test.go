package policy

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/assets"
)

// small is the least that loads: one policy and one promise.
const small = `
name = "only"
version = "1"
title = "The only policy"
from-source = { ruling = "1" }
[definition]
text = "what a complaint is"
source = { code = "1.2" }
[[clock]]
act = "acknowledge"
days = 5
unit = "working days"
from = "receipt"
source = { page = "page" }
[[clock]]
act = "respond"
days = 10
unit = "working days"
from = "receipt"
source = { page = "page" }
[[clock]]
act = "respond-extended"
days = 10
unit = "working days"
from = "due"
source = { page = "page" }
[[stage]]
number = 1
title = "Stage 1"
acknowledge = "acknowledge"
respond = "respond"
extended = "respond-extended"
source = { page = "page" }
[[outcome]]
id = "upheld"
title = "Upheld"
source = { page = "page" }
[[exclusion]]
id = "first"
title = "A first report"
kind = "re-route"
to = "a service request"
source = { page = "page" }
[[gap]]
id = "days"
title = "Days"
page = "ten"
code = "10"
used = "code"
why = "kinder"
source = { code = "6.4" }
[[band]]
id = "low"
title = "Low"
least = 5000
most = 10000
source = { page = "page" }
[[band]]
id = "high"
title = "High"
least = 10000
source = { page = "page" }
[[ombudsman]]
id = "housing"
name = "Housing Ombudsman"
telephone = "0300"
address = ["Preston"]
when = "at any time"
source = { code = "3.7" }
[[subject]]
id = "repairs"
title = "Repairs"
route = ["housing"]
source = { page = "page" }
[[obligation]]
letter = "any"
id = "ombudsman"
text = "who else to ask"
must = true
source = { code = "3.7" }
`

const smallPromises = `
name = "promises"
version = "1"
title = "Promises"
[[promise]]
id = "letter"
title = "Letters"
from = "2020-01-01"
source = { page = "page" }
[[promise.clock]]
act = "acknowledge-letter"
days = 3
unit = "working days"
from = "receipt"
source = { page = "page" }
[promise.payment]
sum = 500
per = "period"
period = 28
source = { page = "page" }
[[tariff]]
id = "lighting"
title = "Lighting"
sum = 1000
per = "week"
days = 7
from = "2026-04-01"
source = { guidance = "guidance" }
[[promise]]
id = "repair"
title = "Repairs"
source = { law = "law" }
[promise.right-to-repair]
winter-from = "11-01"
winter-until = "04-30"
source = { law = "law" }
[[promise.right-to-repair.repair]]
id = "tap"
title = "Tap"
days = 7
season = "winter"
source = { law = "law" }
`

// smallRulings has just one.
const smallRulings = `
[[ruling]]
number = 1
title = "One"
text = "Read so."
`

// smallHazards has one hazard and one word of dissatisfaction.
const smallHazards = `
name = "hazards"
version = "1"
title = "Hazards"
[[hazard]]
id = "damp-mould"
title = "Damp"
from = "2025-10-27"
words = ["damp"]
source = { law = "regulations" }
[[hazard.clock]]
act = "hazard-investigate"
days = 10
unit = "working days"
from = "told"
source = { law = "regulations" }
[dissatisfaction]
words = ["fed up"]
source = { code = "1.3" }
`

func load(policies, promises string) error {
	_, err := Load(fstest.MapFS{
		"only.toml":     {Data: []byte(policies)},
		"promises.toml": {Data: []byte(promises)},
		"hazards.toml":  {Data: []byte(smallHazards)},
		"rulings.toml":  {Data: []byte(smallRulings)},
		"redress.toml":  {Data: []byte(smallRedress)},
	})
	return err
}

func TestTheSmallestPolicyLoads(t *testing.T) {
	if err := load(small, smallPromises); err != nil {
		t.Fatal(err)
	}
}

func TestAFaultyPolicyIsRefusedWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, old, new, says string }{
		{"an unknown name", `title = "Stage 1"`, "title = \"Stage 1\"\ndeadline = 3", `"stage.deadline" means nothing here`},
		{"a missing source", "from = \"due\"\nsource = { page = \"page\" }", `from = "due"`, "clock[3].source is missing"},
		{"an empty source", `source = { code = "1.2" }`, `source = { code = "" }`, "definition.source is missing"},
		{"no source for the date in force", `from-source = { ruling = "1" }`, "", "from-source is missing"},
		{"an unknown part of a source", `{ code = "3.7" }`, `{ codes = "3.7" }`, "means nothing here"},
		{"a broken file", "[definition]", "[definition", "only.toml"},
		{"an impossible date", `version = "1"`, "version = \"1\"\nfrom = \"2024-02-30\"", "2024-02-30"},
		{"no name", `name = "only"`, "", "needs a name"},
		{"no definition", `text = "what a complaint is"`, "", "needs a name"},
		{"a length of nothing", "days = 10", "days = 0", "not a length of time"},
		{"an unknown unit", `unit = "working days"`, `unit = "moons"`, "not a unit of time"},
		{"an unknown start", `from = "receipt"`, `from = "whenever"`, "nothing runs from"},
		{"an act with two clocks", `act = "respond-extended"`, `act = "respond"`, "an act of its own"},
		{"no stage 1", "number = 1", "number = 2", "no stage 1"},
		{"a stage without its clock", `respond = "respond"`, `respond = "answer"`, `no clock for "answer"`},
		{"an extension from elsewhere", `from = "due"`, `from = "receipt"`, "an extension runs from"},
		{"an unknown kind of exclusion", `kind = "re-route"`, `kind = "ignore"`, `not "ignore"`},
		{"a re-route to nowhere", `to = "a service request"`, "", "says where to"},
		{"a subject that an exclusion spares", `kind = "re-route"`, "kind = \"re-route\"\nnever = [\"weather\"]", `no subject "weather"`},
		{"an undecided gap", `used = "code"`, `used = "both"`, `not "both"`},
		{"no outcome", "[[outcome]]\nid = \"upheld\"\ntitle = \"Upheld\"\nsource = { page = \"page\" }", "", "no outcome"},
		{"bands with a hole", "least = 10000\nsource", "least = 20000\nsource", "the next one starts"},
		{"a band that ends before it starts", "most = 10000", "most = 4000", "ends above its start"},
		{"two open bands", "most = 10000", "most = 0", "only the last is open"},
		{"a subject without an ombudsman", `route = ["housing"]`, "route = []", "there is no ombudsman"},
		{"an unknown ombudsman", `route = ["housing"]`, `route = ["pensions"]`, `no ombudsman "pensions"`},
		{"an entry without an id", `id = "repairs"`, `id = ""`, "subject[1] has no id"},
		{"a repeated id", `id = "high"`, `id = "low"`, `band[2] repeats the id "low"`},
		{"an ombudsman who cannot be reached", `telephone = "0300"`, "", "needs its telephone"},
		{"an obligation of no letter", `letter = "any"`, `letter = "poem"`, `no kind of letter "poem"`},
		{"an extension without its clock", `extended = "respond-extended"`, `extended = "wait"`, `no clock for "wait"`},
		{"a stage without an acknowledgement", `acknowledge = "acknowledge"`, "", `no clock for ""`},
		{"an oldest policy with a start", `version = "1"`, "version = \"1\"\nfrom = \"2024-04-01\"", "has no date in force"},
	} {
		if !strings.Contains(small, c.old) {
			t.Fatalf("%s: the small policy does not hold %q", c.name, c.old)
		}
		err := load(strings.Replace(small, c.old, c.new, 1), smallPromises)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got %v, which should say %q", c.name, err, c.says)
		}
	}
}

func TestAFaultyPromiseIsRefusedWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, old, new, says string }{
		{"an unknown name", `title = "Letters"`, "title = \"Letters\"\nfee = 3", "means nothing here"},
		{"a missing source", "from = \"receipt\"\nsource = { page = \"page\" }", `from = "receipt"`, "promise[1].clock[1].source is missing"},
		{"an end before the start", `from = "2020-01-01"`, "from = \"2020-01-01\"\nuntil = \"2019-01-01\"", "before it starts"},
		{"a winter that starts on no day", `winter-from = "11-01"`, `winter-from = "11-31"`, "not a day of the year"},
		{"a season of its own", `season = "winter"`, `season = "Lent"`, "winter or summer"},
		{"a repair without a time", "days = 7\nseason", "days = 0\nseason", "needs a number of days"},
		{"a clock from elsewhere", `from = "receipt"`, `from = "due"`, "a promise runs from"},
		{"a payment of nothing", "sum = 500", "sum = 0", "needs a sum"},
		{"a period of no days", "period = 28", "period = 0", "how many days"},
		{"a tariff of nothing", "sum = 1000", "sum = 0", "needs a sum"},
		{"a week of no days", "days = 7\nfrom", "from", "its days"},
		{"a tariff that never began", `from = "2026-04-01"`, "", "the day it began"},
		{"a length of nothing", "days = 3", "days = -3", "not a length of time"},
	} {
		if !strings.Contains(smallPromises, c.old) {
			t.Fatalf("%s: the small file does not hold %q", c.name, c.old)
		}
		err := load(small, strings.Replace(smallPromises, c.old, c.new, 1))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got %v, which should say %q", c.name, err, c.says)
		}
	}
}

func TestPoliciesHaveToMakeOneLine(t *testing.T) {
	twice := fstest.MapFS{
		"a.toml":        {Data: []byte(small)},
		"b.toml":        {Data: []byte(strings.Replace(small, `"only"`, `"other"`, 1))},
		"promises.toml": {Data: []byte(smallPromises)},
		"hazards.toml":  {Data: []byte(smallHazards)},
		"rulings.toml":  {Data: []byte(smallRulings)},
		"redress.toml":  {Data: []byte(smallRedress)},
	}
	if _, err := Load(twice); err == nil || !strings.Contains(err.Error(), "the same day") {
		t.Errorf("two policies for one day: %v", err)
	}
	delete(twice, "a.toml")
	delete(twice, "b.toml")
	if _, err := Load(twice); err == nil || !strings.Contains(err.Error(), "no policy") {
		t.Errorf("no policy at all: %v", err)
	}
	if _, err := Load(fstest.MapFS{"only.toml": {Data: []byte(small)}}); err == nil {
		t.Error("a folder without promises loaded")
	}
}

func TestEveryShippedRuleLosesItsSourceLoudly(t *testing.T) {
	files, err := fs.Glob(assets.Policy, "policy/*.toml")
	if err != nil || len(files) != 6 {
		t.Fatalf("shipped files: %v, %v", files, err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(assets.Policy, file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(text), "\n")
		for i, line := range lines {
			if !strings.HasPrefix(line, "source = ") {
				continue
			}
			cut := strings.Join(append(append([]string{}, lines[:i]...), lines[i+1:]...), "\n")
			var into any = &Policy{}
			if strings.HasSuffix(file, promisesFile) {
				into = &promises{}
			}
			if strings.HasSuffix(file, hazardsFile) {
				into = &hazards{}
			}
			if strings.HasSuffix(file, redressFile) {
				into = &redress{}
			}
			if err := decode("x.toml", []byte(cut), into); err == nil || !strings.Contains(err.Error(), "source is missing") {
				t.Errorf("%s line %d can lose its source: %v", file, i+1, err)
			}
		}
	}
}

func TestAnOfficeAddsItsOwnPolicy(t *testing.T) {
	set := shipped(t)
	own, err := Read("own.toml", []byte(strings.Replace(small, `version = "1"`, "version = \"1\"\nfrom = \"2027-04-01\"", 1)))
	if err != nil {
		t.Fatal(err)
	}
	with, err := set.With(own)
	if err != nil {
		t.Fatal(err)
	}
	start := own.From
	if with.InForceOn(start).Name != "only" || with.InForceOn(start.AddDays(-1)).Name != "current" || set.InForceOn(start).Name != "current" {
		t.Error("the office's own policy does not start on its day")
	}
	again := *own
	again.Version = "2"
	with, err = with.With(&again)
	if err != nil || len(with.Policies()) != 3 || with.InForceOn(start).ID() != "only@2" {
		t.Errorf("a second version of one policy: %v", err)
	}
	clash := *own
	clash.Name = "clash"
	if _, err := with.With(&clash); err == nil {
		t.Error("two policies start on one day")
	}
}

func TestEveryActWithAClockHasATitle(t *testing.T) {
	for _, p := range shipped(t).Policies() {
		for _, c := range p.Clocks {
			if _, ok := titles[c.Act]; !ok {
				t.Errorf("%q of the %s policy has no title", c.Act, p.Name)
			}
		}
	}
	for _, p := range shipped(t).Promises() {
		for _, c := range p.Clocks {
			if _, ok := titles[c.Act]; !ok {
				t.Errorf("%q of %s has no title", c.Act, p.ID)
			}
		}
	}
	if got := Act("dance").Title(); got != "dance" {
		t.Errorf("an unknown act is called %q", got)
	}
}

func TestRulingsAreInOrderAndWhatIsCitedIsThere(t *testing.T) {
	set, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(set.Rulings()); n != 29 {
		t.Errorf("there are %d rulings", n)
	}
	if r, ok := set.Ruling(7); !ok || r.Title != "Only dispatch counts" {
		t.Errorf("ruling 7 is %+v", r)
	}
	if err := load(strings.Replace(small, `ruling = "1"`, `ruling = "2"`, 1), smallPromises); err == nil || !strings.Contains(err.Error(), `cites ruling "2"`) {
		t.Errorf("a policy that cites a ruling there is not: %v", err)
	}
}
