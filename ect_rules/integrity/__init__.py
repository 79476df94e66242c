"""What a set of records must be like before we take it for facts."""

from ect_rules.integrity.alone import alone
from ect_rules.integrity.beside import references, refusals, together

__all__ = ["alone", "references", "refusals", "together"]
