"""Serving until told to stop."""

from __future__ import annotations

import os
import signal
import sys
import threading

from ect_rules.errors import EctRulesError
from ect_rules.servicers.server import start
from ect_rules.servicers.settings import Settings
from ect_rules.store.migrations import migrate
from ect_rules.store.store import Store

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def serve(settings: Settings) -> int:
    """Serve until SIGTERM or SIGINT, then drain; a second signal stops at once.

    Says on standard output where it serves. Returns the exit status: 0 when it was told to stop, 1
    when it could not start, and then one line on standard error says why.
    """
    # Blocked in every thread and waited for here: a signal that some thread of gRPC's was given
    # would not wake this one.
    signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        if settings.migrate_on_start:
            migrate(settings.database_url)
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
    signal.sigwait(_SIGNALS)
    threading.Thread(target=_stop_at_once_if_told_again, daemon=True).start()
    running.drain()
    return 0


def _stop_at_once_if_told_again() -> None:
    os._exit(128 + signal.sigwait(_SIGNALS))
