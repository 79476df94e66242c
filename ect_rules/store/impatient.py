"""A connection to PostgreSQL that waits no longer than somebody waits for its answer.

The timeouts of the database itself say nothing where it has stopped, or cannot be reached.
"""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

from ect_rules.store.dialect import BUSY_SECONDS
from ect_rules.store.patience import hurried, left

# A little longer than the database itself gives a statement, so that it is the one to say so.
ANSWER_SECONDS = 35


class ImpatientConnection(psycopg.Connection[Any]):
    """Breaks where no answer comes in time. Raises psycopg.OperationalError then."""

    def wait(self, gen: Any, *given: Any, **more: Any) -> Any:
        """What the database says to what it was sent."""
        try:
            timeout = left(ANSWER_SECONDS) if hurried() else None
            return super().wait(gen, *given, **more | {"timeout": timeout})
        except psycopg.OperationalError:
            # The answer may still come, to nobody.
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:
                self.pgconn.finish()
            raise


def connect(_dialect: Any, _record: Any, given: Any, named: Any) -> ImpatientConnection:
    """A new connection, as SQLAlchemy asks for it; no attempt is begun that nobody waits for."""
    seconds = left(BUSY_SECONDS)
    if not seconds:
        raise psycopg.OperationalError("no time is left to connect")
    named = {"connect_timeout": max(1, int(seconds)), **named}
    return ImpatientConnection.connect(*given, **named)
