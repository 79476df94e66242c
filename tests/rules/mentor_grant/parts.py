"""Parts of a grant in few words, for the tables of this check."""

from tests.builders import at_school, declaration, mentor, training

START = "2021-09-01"


def declared(*declarations, started=START, **given):
    """A mentor in training with these declarations: each a day, a milestone and what else is said."""
    made = [
        declaration(f"{on}T12:00+00:00", milestone, name=f"declaration {i}", **said)
        for i, (on, milestone, said) in enumerate((*d, {})[:3] for d in declarations)
    ]
    return mentor(
        at_schools=[at_school("2021-06-01")],
        training=[training(started, **given)],
        declarations=made,
    )


def plain(details):
    """Hours, and of each part its name, its hours and whether it is due."""
    parts = tuple((part.name, part.hours, part.due) for part in details["parts"])
    return details["hours"], parts


def outcome(decided):
    """The same of what a rule found or a check answered."""
    return decided | {"details": plain(decided["details"])} if decided["details"] else decided


def reads(declarations):
    """What a finding shows that goes by the training and so many declarations."""
    period = (
        "training_programme, contract_period, started_on, finished_on, withdrawn_at, deferred_at"
    )
    fields = "declaration_type, declaration_date, payment_status, clawback_status, evidence_type"
    each = [f"declaration {i}: {fields}" for i in range(declarations)]
    return [f"the training: {period}", *each]
