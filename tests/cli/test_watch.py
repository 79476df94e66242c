"""`ect-rules watch` as a person or a script has it."""

import csv
import json

from tests.cli.asking import ect_rules
from tests.cli.conftest import Served
from tests.service.telling import ECT, MENTOR, NOTHING_YET, SCHOOL, register_ect, register_mentor


def test_what_changed_from_the_first_revision_on(empty: Served) -> None:
    empty.talk.import_records(NOTHING_YET)
    register_mentor(empty.talk, register_ect(empty.talk).ect_at_school_period_id)
    begin = ("watch", "--until-now", "--from", "0", "--address", empty.address)
    said = ect_rules(*begin, "--check", "registration")
    assert (said.status, said.err) == (0, "")
    registered, assigned = [line.partition("  ")[2] for line in said.lines]
    assert registered == (
        f"registration {ECT} {SCHOOL}: not registered to incomplete, at revision 2. No mentor is "
        "assigned to the ECT, so the registration is not complete. [REG-7 MENTOR_NOT_ASSIGNED]"
    )
    assert assigned.startswith(
        f"registration {ECT} {SCHOOL}: incomplete to complete, at revision 3. "
    )

    said = ect_rules(*begin, "--trn", MENTOR, "--json")
    changes = [json.loads(line) for line in said.lines]
    assert {c["change"]["subject"]["trn"] for c in changes} == {MENTOR}
    assert {c["change"]["cause"] for c in changes} == {"CAUSE_OF_CHANGE_FACTS"}
    after = ("watch", "--until-now", "--json", "--trn", MENTOR, "--address", empty.address)
    said = ect_rules(*after, "--cursor", changes[0]["cursor"])
    assert [json.loads(line) for line in said.lines] == changes[1:]

    said = ect_rules(*begin, "--check", "registration", "--csv")
    first, second = csv.DictReader(said.lines)
    cursor = second.pop("cursor")
    assert second == {
        "check": "registration",
        "trn": ECT,
        "urn": SCHOOL,
        "cause": "FACTS",
        "revision": "3",
        "on": first["on"],
        "before": first["after"],
        "after": "COMPLETE",
        "reasons": "MENTOR_ASSIGNED",
    }
    only = ("--check", "registration", "--address", empty.address)
    assert ect_rules("watch", "--until-now", "--json", *only, "--cursor", cursor).lines == []


def test_where_to_begin_is_said_once() -> None:
    said = ect_rules("watch", "--from", "0", "--cursor", "x")
    assert said.mistake == "--from and --cursor both say where to begin; give one"
