"""From any facts to the situation they are: what the rules of a check can tell apart, and no more.

A second reading, by other means than the rules, of what matters in the facts of one subject. Each
function takes the facts, the day and the contract period, and gives the dimensions of its check's
spaces; what does not matter may have any value.
"""

from tests.proofs.telling.candidates import assignment, ect_candidate, mentor_candidate
from tests.proofs.telling.ects import ect, registration
from tests.proofs.telling.grants import grant
from tests.proofs.telling.kinds import kind
from tests.proofs.telling.mentors import mentor, retention, training
from tests.proofs.telling.schools import school
from tests.proofs.telling.words import over

__all__ = [
    "assignment",
    "ect",
    "ect_candidate",
    "grant",
    "kind",
    "mentor",
    "mentor_candidate",
    "over",
    "registration",
    "retention",
    "school",
    "training",
]
