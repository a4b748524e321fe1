package news_test

import (
	"testing"

	"casebook/app/news"
)

func TestACancelledSubscriberHearsNoMore(t *testing.T) {
	var s news.Signal[string]
	var a, b []string
	cancel := s.Subscribe(func(v string) { a = append(a, v) })
	s.Subscribe(func(v string) { b = append(b, v) })
	s.Publish("one")
	cancel()
	cancel()
	s.Publish("two")
	if len(a) != 1 || len(b) != 2 || s.Count() != 1 {
		t.Errorf("first heard %v, second %v, %d left", a, b, s.Count())
	}
}

func TestOneWhoLeavesWhileBeingToldDisturbsNobody(t *testing.T) {
	var s news.Signal[int]
	heard := 0
	var cancelSecond func()
	s.Subscribe(func(int) { cancelSecond() })
	cancelSecond = s.Subscribe(func(int) { t.Error("told after it left") })
	s.Subscribe(func(int) { heard++ })
	s.Publish(1)
	if heard != 1 {
		t.Errorf("the third heard %d times", heard)
	}
}

func TestOneWhoComesWhileNewsIsToldHearsTheNext(t *testing.T) {
	var s news.Signal[int]
	late := 0
	var once bool
	s.Subscribe(func(int) {
		if !once {
			once = true
			s.Subscribe(func(int) { late++ })
		}
	})
	s.Publish(1)
	s.Publish(2)
	if late != 1 {
		t.Errorf("the late one heard %d", late)
	}
}
