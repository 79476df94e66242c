"""The client library: what every caller of a stream would otherwise write again."""

from ect_rules.client.lookup import IncompleteError, lookup
from ect_rules.client.resuming import Patience
from ect_rules.client.watch import watch

__all__ = ["IncompleteError", "Patience", "lookup", "watch"]
