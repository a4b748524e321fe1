package redress

// works are the rules by kind, each in the file of its name.
var works = map[Kind]func(Input, Rules) (Line, error){}

// Work works one line out from what an officer gave: its head, its sum in
// pence, the rule with its source and version, every date with its working, and
// the working in words. An input that cannot be worked out gives a *Problem
// with the field to mend. The same input under the same rules always gives the
// same line.
func Work(in Input, r Rules) (Line, error) {
	work, ok := works[in.Kind]
	if !ok {
		return Line{}, &Problem{Code: "no-kind", Field: "kind", Reason: "Choose what the sum is for"}
	}
	line, err := work(in, r)
	if err != nil {
		return Line{}, err
	}
	line.Input, line.Also = in, in.Also
	if in.Title != "" {
		line.Title = in.Title
	}
	return line, nil
}
