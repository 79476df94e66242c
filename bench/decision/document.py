"""A mentor's facts as a document: what the peers that read JSON are given.

It holds what the rules of mentor funding look at and nothing else, in the form that is quickest for
the peers: a day is a number such as 20260914, so that days compare as numbers, and an end that is
open is a day far in the future.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ect_rules.facts import LossOfFunding, MentorFacts, School, Teacher

OPEN_ENDED = 9999_12_31


def day_number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def last_day(day: date | None) -> int:
    return OPEN_ENDED if day is None else day_number(day)


def document(facts: MentorFacts) -> dict[str, Any]:
    """The facts about one mentor. None stays null: not told is not false."""
    return {
        "teacher": _teacher(facts.teacher, facts.lost),
        "at_schools": [
            {"to": last_day(at.finished_on), "school": _school(at.school.school)}
            for at in facts.at_schools
        ],
        "mentorships": [
            {
                "from": day_number(link.started_on),
                "to": last_day(link.finished_on),
                "ect_status": link.ect.trs_induction_status if link.ect else None,
                "training": [
                    {
                        "programme": training.training_programme,
                        "from": day_number(training.started_on),
                        "to": last_day(training.finished_on),
                    }
                    for training in link.ect_training
                ],
            }
            for link in facts.mentorships
        ],
    }


def _teacher(teacher: Teacher | None, lost: LossOfFunding | None) -> dict[str, Any] | None:
    if teacher is None:
        return None
    return {
        "prohibited": teacher.prohibited_from_teaching,
        "lost_funding": None if lost is None else lost.reason,
    }


def _school(school: School) -> dict[str, Any]:
    return {
        "status": school.gias_status,
        "type": school.gias_type,
        "section_41": school.section_41_approved,
        "marked_as_eligible": school.marked_as_eligible,
    }
