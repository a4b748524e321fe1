package intake

import (
	"strings"
	"testing"
	"time"
)

func TestADraftSurvivesAClockThatIsSetBack(t *testing.T) {
	o := newOffice(t)
	m := o.filled(priya)
	m.Type(Received, "today")
	m.Keep()
	right, days := o.today, -3
	o.today, o.now = o.today.AddDays(days), o.now.Add(time.Duration(days)*24*time.Hour)
	m.Type(Story, "Nobody came. They said they would.")
	m.Keep()

	again := o.model(priya) // after a crash, on the same desk
	if got := again.Text(Story); got != "Nobody came. They said they would." {
		t.Fatalf("the story is %q", got)
	}
	if again.ReceivedOn() != right {
		t.Errorf("received has become %s", again.ReceivedOn())
	}
	if again.ReadBack() {
		t.Error("a contact of a day that has not come is read back")
	}
	if says := again.Wrong()[Received]; !strings.Contains(says, "cannot be after today, "+o.today.Long()) {
		t.Errorf("it says %q", says)
	}
	if again.Text(Story) != m.Text(Story) || again.Text(Name) != m.Text(Name) || again.Text(Received) != right.Letter() {
		t.Errorf("typed was kept as %q, %q and %q", again.Text(Story), again.Text(Name), again.Text(Received))
	}
	o.today, o.now = right, o.now.Add(72*time.Hour)
	record(t, again)
	if again.Done().Received != right {
		t.Errorf("recorded as received on %s", again.Done().Received)
	}
}

func TestEveryDraftIsThereWhereTheClockWentBackBetweenThem(t *testing.T) {
	o := newOffice(t)
	for i, name := range []string{"Tomasz Wolny", "Grace Hill", "Ann Lee"} {
		o.now = o.now.Add(-time.Duration(i) * 24 * time.Hour)
		m := o.model(priya)
		m.Type(Name, name)
		m.Type(Story, "The lift is out.")
		m.Park()
	}
	if n := len(o.model(priya).Parked()); n != 3 {
		t.Errorf("%d drafts are there, want 3", n)
	}
}
