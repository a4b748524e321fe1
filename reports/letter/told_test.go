package letter

import (
	"strings"
	"testing"

	"casebook/data/calendar"
)

func TestTheListOfResidentsToWriteToNamesEachWithBothDates(t *testing.T) {
	made := ToldSheet(ToldList{Landlord: "Derby Homes", Day: "Friday 19 March 2027 is a bank holiday here", Today: calendar.On(2027, 3, 10), Rows: []ToldRow{
		{Who: "Leon Brackley", Reference: "C-2027-0001-E", What: "Stage 1: response", Told: calendar.On(2027, 3, 22), Would: calendar.On(2027, 3, 23)},
	}})
	text := made.Document.Text()
	for _, want := range []string{"Friday 19 March 2027", "Leon Brackley", "C-2027-0001-E", "22 March 2027", "23 March 2027", "1 in all"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q:\n%s", want, text)
		}
	}
	if pdf, err := PDF(made); err != nil || len(pdf) == 0 {
		t.Error(err)
	}
}
