"""The client library: what every caller of a stream would otherwise write again."""

from ect_rules.client.lookup import IncompleteError, lookup
from ect_rules.client.resuming import Patience

__all__ = ["IncompleteError", "Patience", "lookup"]
