"""Who mentored whom, and how all of them were trained, for the tables of this check."""

from tests.builders import (
    also_mentored,
    declaration,
    mentor,
    mentor_and_colleagues,
    mentoring,
    training,
)

DECLARED = declaration("2025-10-10T09:00+01:00")


def earlier(**given):
    """An earlier mentor of the ECT, with a declaration dated within that mentorship."""
    return also_mentored("2025-09-01", "2026-01-04", **{"declarations": [DECLARED]} | given)


def taking_over(*others, ect=None, **given):
    """A mentorship from 5 January 2026. `others`: the ECT's other ones; None: the earlier mentor's."""
    link = mentoring("2026-01-05", **(ect or {}))
    who = mentor(**{"mentorships": [link]} | given)
    return mentor_and_colleagues(who, others or [earlier()])


def trained_by(provider, confirmed=True, **given):
    return training(provider=provider, confirmed=confirmed, **given)


def taking_on(first="2025-09-01", second="2026-01-05", *, another="1000002", **given):
    """Two mentorships, by default of two ECTs, and training that began with the first."""
    links = [
        mentoring(first, name="the first mentorship"),
        mentoring(second, trn=another, ect="the other's period", name="the second mentorship"),
    ]
    return mentor_and_colleagues(
        mentor(**{"mentorships": links, "training": [training("2025-09-01")]} | given)
    )
