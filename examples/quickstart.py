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
    server = subprocess.Popen([sys.executable, "server.py"], cwd=ROOT, stdout=subprocess.PIPE)
    signal.signal(signal.SIGINT, lambda *_: None)  # the server has had it too, and stops
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    assert server.stdout is not None
    said = server.stdout.readline().decode()
    if not said:
        return server.wait()
    print(said, end="", flush=True)
    try:
        ask("import", str(EXAMPLE))
        ask(*SHOWN)
    except subprocess.CalledProcessError as error:
        server.terminate()
        return server.wait() or error.returncode
    asked = " ".join(SHOWN)
    print(
        f"\nAsk it yourself, in another shell:\n"
        f"  .venv/bin/ect-rules {asked} --explain\n"
        f"  .venv/bin/ect-rules check mentor-funding 3000035 --on 2026-01-15\n"
        f"  .venv/bin/ect-rules --help",
        flush=True,
    )
    return server.wait()


def ask(*arguments: str) -> None:
    """Run a command of ect-rules, and show it."""
    print("\n$ ect-rules " + " ".join(arguments), flush=True)
    subprocess.run([*COMMAND, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
