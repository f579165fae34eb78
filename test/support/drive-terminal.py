"""Runs a program in a pseudo-terminal. Orders come as JSON lines on standard input, what the terminal shows goes to
standard output, and the exit status is the last line of standard error: `exit 0`, or `exit 143`."""
import fcntl, json, os, pty, select, signal, struct, sys, termios

columns, rows, *argv = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(argv[0], argv)


def resize(columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", int(rows), int(columns), 0, 0))


resize(columns, rows)
orders = b""
sources = [terminal, 0]
while True:
    ready, _, _ = select.select(sources, [], [])
    if terminal in ready:
        try:
            shown = os.read(terminal, 65536)
        except OSError:
            shown = b""
        if not shown:
            break
        os.write(1, shown)
    if 0 in ready:
        more = os.read(0, 65536)
        if not more:
            sources.remove(0)
        orders += more
        while b"\n" in orders:
            line, orders = orders.split(b"\n", 1)
            order = json.loads(line)
            if "send" in order:
                os.write(terminal, order["send"].encode())
            if "resize" in order:
                resize(*order["resize"])
            if "signal" in order:
                os.kill(pid, getattr(signal, order["signal"]))
            if "close" in order:
                os.close(terminal)
                _, status = os.waitpid(pid, 0)
                code = os.waitstatus_to_exitcode(status)
                sys.stderr.write("exit %d\n" % (code if code >= 0 else 128 - code))
                sys.exit(0)
_, status = os.waitpid(pid, 0)
code = os.waitstatus_to_exitcode(status)
sys.stderr.write("exit %d\n" % (code if code >= 0 else 128 - code))
