"""What the journeys of the service write: from the facts and a request to the records it changes.

Pure: nothing is stored here. Days are inclusive, `on` is the day of the write.
"""

from ect_rules.changes.assigning import (
    assign,
    begin_training,
    end_mentorship,
    make_way,
    propose,
    proposed_days,
)
from ect_rules.changes.leaving import leave, left_without_mentor, move, report_leaving
from ect_rules.changes.made import Changes
from ect_rules.changes.registering import register_ect, register_mentor

__all__ = [
    "Changes",
    "assign",
    "begin_training",
    "end_mentorship",
    "leave",
    "left_without_mentor",
    "make_way",
    "move",
    "propose",
    "proposed_days",
    "register_ect",
    "register_mentor",
    "report_leaving",
]
