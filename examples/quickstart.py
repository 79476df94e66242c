"""Start the service on an example and ask it something: what `make run` does.

The database is made in var/ beside this repository, and the records of examples/rect are imported
into it; running again imports nothing new. Everything here goes through the server and the command
line, as a user's own questions would.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = os.environ.setdefault("ECT_RULES_ADDRESS", "127.0.0.1:50551")
DATABASE = ROOT / "var" / "ect_rules.sqlite"
EXAMPLE = Path("examples") / "rect" / "records"
COMMAND = [sys.executable, "-m", "ect_rules"]
SHOWN = ("check", "registration", "3000002", "--on", "2026-01-15")


def main() -> int:
    """Serve until stopped; returns the server's exit status."""
    DATABASE.parent.mkdir(exist_ok=True)
    os.environ.setdefault("ECT_RULES_DATABASE_URL", f"sqlite:///{DATABASE}")
    stopped: list[int] = []
    server: subprocess.Popen[bytes] | None = None

    def stop(number: int, _: object) -> None:
        stopped.append(number)
        if server is not None:
            server.terminate()

    def ended(otherwise: int = 0) -> int:
        status = server.wait() or otherwise
        return 0 if stopped else status

    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    # In a session of its own, or a Ctrl-C would reach it twice: from the terminal and from here.
    server = subprocess.Popen(
        [sys.executable, "server.py"], cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True
    )
    if stopped:
        server.terminate()
    assert server.stdout is not None
    said = server.stdout.readline().decode()
    if not said:
        return ended()
    print(said, end="", flush=True)
    try:
        ask("import", str(EXAMPLE))
        ask(*SHOWN)
    except subprocess.CalledProcessError as error:
        if not stopped:
            server.terminate()
        return ended(error.returncode)
    asked = " ".join(SHOWN)
    print(
        f"\nAsk it yourself, in another shell:\n"
        f"  .venv/bin/ect-rules {asked} --explain\n"
        f"  .venv/bin/ect-rules check mentor-funding 3000035 --on 2026-01-15\n"
        f"  .venv/bin/ect-rules check assignable 3000002 3000031 --on 2026-01-15\n"
        f"  .venv/bin/ect-rules --help",
        flush=True,
    )
    return ended()


def ask(*arguments: str) -> None:
    """Run a command of ect-rules, and show it."""
    print("\n$ ect-rules " + " ".join(arguments), flush=True)
    subprocess.run([*COMMAND, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
