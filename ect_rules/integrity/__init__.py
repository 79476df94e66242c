"""What a set of records must be like before we take it for facts."""

from ect_rules.integrity.alone import alone
from ect_rules.integrity.beside import references, refusals, together
from ect_rules.integrity.naming import named, still_named

__all__ = ["alone", "named", "references", "refusals", "still_named", "together"]
