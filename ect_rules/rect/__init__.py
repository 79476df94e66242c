"""Records straight from the database of "Register early career teachers" (RECT).

The only place that knows its tables. `opened` gives the database in one state, to be read and never
written; docs/import-format.md says which table and column becomes which fact.
"""

from ect_rules.rect.database import opened
from ect_rules.rect.reading import Mapped, Rect, Unmapped
from ect_rules.rect.sources import KINDS
from ect_rules.rect.state import State, load, save

__all__ = ["KINDS", "Mapped", "Rect", "State", "Unmapped", "load", "opened", "save"]
