package look

import "casebook/data/casework"

// OnTime is the tone in which time left is shown: late is red, today and soon
// are amber, and the words and the icon say the same.
func OnTime(t casework.Tone) Tone {
	switch t {
	case casework.Late:
		return Late
	case casework.Due, casework.Soon:
		return Soon
	case casework.Fine:
		return OnTrack
	case casework.Ended:
		return Past
	}
	return Plain
}
