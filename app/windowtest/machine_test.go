//go:build windowtest

package windowtest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// machine is what the window stands on: a screen that nobody sees, a window
// manager, and a print queue that writes PDF files.
type machine struct {
	display string // ":99"
	frame   string // the file in which the screen's own memory lies
	queue   string
	printed string // the folder that the queue writes to
}

// tools are the programs that the tests reach for and the packages they come in.
var tools = []struct{ program, from string }{
	{"Xvfb", "xvfb"}, {"openbox", "openbox"}, {"xdotool", "xdotool"}, {"xclip", "xclip"},
	{"lp", "cups-client"}, {"lpadmin", "cups-client"}, {"cupsd", "cups"}, {"pdftotext", "poppler-utils"},
}

// screenWidth and screenHeight are the smallest screen in a housing office.
const screenWidth, screenHeight = 1366, 768

var (
	shared struct {
		once sync.Once
		m    machine
		err  error
	}
	undo    []func() // what has to be put back at the end, the last first
	undoing sync.Mutex
)

// TestMain ends what the tests have started, and only that, also where they are
// stopped half-way.
func TestMain(m *testing.M) {
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stopped
		putBack()
		os.Exit(130)
	}()
	status := m.Run()
	putBack()
	os.Exit(status)
}

// later keeps what has to be put back at the end.
func later(do func()) {
	undoing.Lock()
	defer undoing.Unlock()
	undo = append(undo, do)
}

// putBack leaves the machine as it was found.
func putBack() {
	undoing.Lock() // for good: whoever comes second waits until the tests have ended
	for i := len(undo) - 1; i >= 0; i-- {
		undo[i]()
	}
}

// theMachine starts the machine once for all tests. Whatever is missing fails
// the test and says what to install.
func theMachine(t *testing.T) machine {
	t.Helper()
	shared.once.Do(func() { shared.m, shared.err = startMachine() })
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.m
}

func startMachine() (machine, error) {
	var m machine
	path := os.Getenv("PATH")
	if err := os.Setenv("PATH", path+":/usr/sbin:/sbin"); err != nil { // where lpadmin and cupsd are
		return m, err
	}
	for _, tool := range tools {
		if _, err := exec.LookPath(tool.program); err != nil {
			return m, fmt.Errorf("%s is missing: install %s, or run .ci/setup", tool.program, tool.from)
		}
	}
	if err := m.startScreen(); err != nil {
		return m, err
	}
	if err := m.startPrinter(); err != nil {
		return m, err
	}
	return m, nil
}

// startScreen starts an X server of our own, so that no key goes to somebody's
// desktop. Its memory lies in a file, which shows what the screen shows.
func (m *machine) startScreen() error {
	folder, err := os.MkdirTemp("", "casebook-screen-")
	if err != nil {
		return err
	}
	later(func() { _ = os.RemoveAll(folder) })
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	screen := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight),
		"-fbdir", folder, "-nolisten", "tcp", "-noreset") // no new beginning when the last client goes
	screen.ExtraFiles = []*os.File{write}
	if err := start(screen); err != nil {
		return err
	}
	_ = write.Close() // ours; the server has its own
	answer := make([]byte, 16)
	_ = read.SetReadDeadline(time.Now().Add(patience))
	n, err := read.Read(answer)
	if err != nil || n == 0 {
		return fmt.Errorf("Xvfb did not start: %w", err)
	}
	m.display = ":" + strings.TrimSpace(string(answer[:n]))
	m.frame = filepath.Join(folder, "Xvfb_screen0")
	manager := exec.Command("openbox")
	manager.Env = m.environment()
	if err := start(manager); err != nil {
		return err
	}
	return until("openbox is there", func() bool {
		out, err := m.run("xdotool", "get_num_desktops") // only a window manager can answer
		return err == nil && strings.TrimSpace(out) != ""
	})
}

// startPrinter uses the queue it is given, or sets one up as .ci/run does.
func (m *machine) startPrinter() error {
	var err error
	if m.printed, err = printFolder(); err != nil {
		return err
	}
	if m.queue = os.Getenv("CASEBOOK_TEST_PRINTER"); m.queue != "" {
		return nil
	}
	running := func() bool {
		out, _ := m.run("lpstat", "-r")
		return strings.Contains(out, "is running")
	}
	if !running() {
		if err := start(exec.Command("cupsd", "-f")); err != nil {
			return err
		}
		if err := until("CUPS is running", running); err != nil {
			return err
		}
	}
	m.removeForgotten()
	m.queue = queueName + strconv.Itoa(os.Getpid())
	later(func() { m.remove(m.queue) })
	// This renderer, unlike the usual one, leaves most of the text readable.
	const model = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
	if out, err := m.run("lpadmin", "-p", m.queue, "-v", "cups-pdf:/", "-P", model, "-o", "pdftops-renderer-default=pdftocairo", "-E"); err != nil {
		return fmt.Errorf("CUPS has no printer that writes PDF: install printer-driver-cups-pdf, or run .ci/setup (%v: %s)", err, out)
	}
	return nil
}

// queueName begins the names of our queues; the number of the tests' process
// ends them.
const queueName = "Casebook-window-"

// remove takes a queue of ours off the machine.
func (m *machine) remove(queue string) {
	if out, err := m.run("lpadmin", "-x", queue); err != nil {
		fmt.Fprintf(os.Stderr, "the printer queue %s is still there: %v: %s", queue, err, out)
	}
}

// removeForgotten removes the queues of tests that were killed before they could
// put anything back. Those of tests that still run stay.
func (m *machine) removeForgotten() {
	out, _ := m.run("lpstat", "-e")
	for _, queue := range strings.Fields(out) {
		number, ours := strings.CutPrefix(queue, queueName)
		if process, err := strconv.Atoi(number); ours && err == nil && errors.Is(syscall.Kill(process, 0), syscall.ESRCH) {
			m.remove(queue)
		}
	}
}

// start starts a program that ends with the tests. CUPS keeps what was changed
// only when it is asked to end, not when it is interrupted.
func start(command *exec.Cmd) error {
	if err := command.Start(); err != nil {
		return fmt.Errorf("%s: %w", command.Path, err)
	}
	later(func() {
		_ = command.Process.Signal(syscall.SIGTERM)
		over := time.AfterFunc(5*time.Second, func() { _ = command.Process.Kill() })
		_ = command.Wait()
		over.Stop()
	})
	return nil
}

// environment is that of a program on our screen.
func (m *machine) environment(more ...string) []string {
	env := []string{"DISPLAY=" + m.display, "LC_ALL=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1", "FYNE_SCALE=1"}
	for _, kept := range os.Environ() {
		name, _, _ := strings.Cut(kept, "=")
		if name != "DISPLAY" && name != "WAYLAND_DISPLAY" && name != "LC_ALL" {
			env = append(env, kept)
		}
	}
	return append(env, more...)
}

// run runs a program of the machine to its end and answers what it wrote.
func (m *machine) run(program string, arguments ...string) (string, error) {
	command := exec.Command(program, arguments...)
	command.Env = m.environment()
	out, err := command.CombinedOutput()
	return string(out), err
}

// patience is how long a fact may keep us waiting on a machine with a lot else
// to do. Nothing waits that long when all is well.
const patience = 90 * time.Second

// until waits for a fact.
func until(what string, fact func() bool) error {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(40 * time.Millisecond) {
		if fact() {
			return nil
		}
	}
	return fmt.Errorf("after %s it is not so that %s", patience, what)
}
