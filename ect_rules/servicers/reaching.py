"""Whether the store can be reached, looked at all the time and told as the health of the services."""

from __future__ import annotations

import threading
from collections.abc import Callable

from ect_rules.errors import StoreUnavailableError
from ect_rules.servicers.limits import LOOK_SECONDS
from ect_rules.store.patience import within
from ect_rules.store.store import Store


class Reaching:
    """Looks at `store` each second, and calls `tell` with whether it answered, when that changes."""

    def __init__(self, store: Store, tell: Callable[[bool], None]) -> None:
        self._store = store
        self._tell = tell
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def start(self) -> None:
        """Tell that it can be reached, and go on looking."""
        self._tell(True)
        self._thread.start()

    def stop(self) -> None:
        """Look no longer."""
        self._stopped.set()
        self._thread.join()

    def _look(self) -> None:
        told = True
        while not self._stopped.wait(LOOK_SECONDS):
            found = self._reached()
            if found is not told and not self._stopped.is_set():
                self._tell(found)
                told = found

    def _reached(self) -> bool:
        try:
            with within(LOOK_SECONDS):
                self._store.newest_revision()
        except StoreUnavailableError:
            return False
        return True
