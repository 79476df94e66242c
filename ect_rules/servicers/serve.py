"""Serving until told to stop."""

from __future__ import annotations

import os
import signal
import sys
import threading
from types import FrameType

from ect_rules.errors import EctRulesError
from ect_rules.servicers.server import start
from ect_rules.servicers.settings import Settings
from ect_rules.store.store import Store


def serve(settings: Settings) -> int:
    """Serve until SIGTERM or SIGINT, then drain; a second signal stops at once.

    Says on standard output where it serves. Returns the exit status: 0 when it was told to stop, 1
    when it could not start, and then one line on standard error says why.
    """
    stop = threading.Event()

    def on_signal(number: int, _: FrameType | None) -> None:
        if stop.is_set():
            os._exit(128 + number)
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, on_signal)
    try:
        store = Store.open(settings.database_url)
        revision = store.newest_revision()
        running = start(
            store,
            settings.host,
            settings.port,
            beyond_loopback=settings.allow_anyone_to_connect,
        )
    except EctRulesError as error:
        print(f"ect-rules: {error}", file=sys.stderr)
        return 1
    print(
        f"ect-rules is serving on {settings.host}:{running.port}, revision {revision}; "
        "stop it with Ctrl-C",
        flush=True,
    )
    stop.wait()
    running.drain()
    return 0
