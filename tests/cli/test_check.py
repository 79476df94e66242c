"""`ect-rules check` and `ect-rules timeline`: what they print of what a server answers."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from google.protobuf.json_format import Parse

from ect_rules.catalogue import load
from ect_rules.rules.registration.mentor_not_assigned import (
    ASSIGN_EXISTING_MENTOR,
    REGISTER_NEW_MENTOR,
)
from ect_rules.rules.registration.registered import REGISTER_ECT
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import decisions_pb2
from tests.cli.asking import ect_rules
from tests.cli.conftest import Served
from tests.lifecycle.processes import ECT_RULES, ROOT, environment
from tests.service.talking import asking, day

ON = ("--on", "2026-01-15")
BASIS = f"basis  rule set {load().fingerprint}, revision 1"
WIDER = BASIS.replace("basis  ", "basis     ")


def words(check: str) -> dict[str, str]:
    """Reasons and actions by their codes, as a person is shown them."""
    reasons = {
        reason.code: f"{reason.words} [{rule.id} {reason.code}]"
        for rule in load().checks[check].rules
        for reason in rule.reasons
    }
    actions = (ASSIGN_EXISTING_MENTOR, REGISTER_NEW_MENTOR, REGISTER_ECT)
    return reasons | {action.code: f"{action.actor}: {action.words}" for action in actions}


ANSWERS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "an ECT without a mentor": (
        ("registration", "3000002", *ON),
        [
            "ECT 3000002 at school 100001 on 15 January 2026: incomplete",
            "why    {MENTOR_NOT_ASSIGNED}",
            "next   {ASSIGN_EXISTING_MENTOR}",
            "next   {REGISTER_NEW_MENTOR}",
            "holds  from 25 October 2025, until something changes",
            BASIS,
        ],
    ),
    "an ECT with a mentor, asked for at the school": (
        ("registration", "3000001", "--school", "100001", *ON),
        [
            "ECT 3000001 at school 100001 on 15 January 2026: complete",
            "why     {MENTOR_ASSIGNED}",
            "mentor  3000030, from 1 September 2025",
            "holds   from 1 September 2025, until something changes",
            BASIS.replace("basis  ", "basis   "),
        ],
    ),
    "an ECT asked for at another school": (
        ("registration", "3000001", "--school", "100003", *ON),
        [
            "ECT 3000001 on 15 January 2026: not registered",
            "why    {NOT_REGISTERED_AS_ECT}",
            "next   {REGISTER_ECT}",
            "holds  always, until something changes",
            BASIS,
        ],
    ),
    "a mentor from a later day": (
        ("mentor-funding", "3000035", *ON),
        [
            "Funding of mentor 3000035 on 15 January 2026: not yet eligible",
            "why       {ASSIGNMENT_NOT_STARTED}",
            "holds     always until 22 February 2026, if nothing changes",
            "eligible  from 23 February 2026, if nothing changes",
            WIDER,
        ],
    ),
    "a mentor in training": (
        ("mentor-training", "3000030", *ON),
        [
            "Training of mentor 3000030 on 15 January 2026: eligible",
            "why       {ELIGIBLE}",
            "training  in training",
            "holds     from 1 September 2025 until 31 August 2027, if nothing changes",
            WIDER,
        ],
    ),
    "a school": (
        ("school-eligibility", "100001", *ON),
        [
            "School 100001 on 15 January 2026: eligible",
            "why    {STATE_FUNDED_OPEN}",
            "holds  always, until something changes",
            BASIS,
        ],
    ),
    "a TRN of five digits": (
        ("registration", "12345", *ON),
        [
            "ECT 0012345 on 15 January 2026: not known",
            "why    {TRN_NOT_KNOWN}",
            "holds  always, until something changes",
            BASIS,
        ],
    ),
    "what was known before the first write, of a TRN of six digits": (
        ("mentor-funding", "300003", "--revision", "0", *ON),
        [
            "Funding of mentor 0300003 on 15 January 2026: not known",
            "why    {TRN_NOT_KNOWN}",
            "holds  always, until something changes",
            BASIS.replace("revision 1", "revision 0"),
        ],
    ),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_an_answer_in_words(example: Served, case: str) -> None:
    arguments, lines = ANSWERS[case]
    said = ect_rules("check", *arguments, "--address", example.address)
    assert (said.status, said.err) == (0, "")
    known = words(arguments[0].replace("-", "_"))
    assert said.lines == [line.format_map(known) for line in lines]


def test_a_question_without_a_day_is_about_today_as_the_server_has_it(example: Served) -> None:
    said = ect_rules("check", "registration", "3000002", ECT_RULES_ADDRESS=example.address)
    assert said.lines[0] == "ECT 3000002 at school 100001 on 15 January 2026: incomplete"


FULL = {"view": decisions_pb2.VIEW_FULL}
EXACTLY_0 = {"consistency": decisions_pb2.Consistency(exact_revision=0)}
JSON = {
    "registration": (
        ("registration", "3000002", "--school", "100001"),
        "CheckRegistration",
        checks.CheckRegistrationRequest(trn="3000002", urn="100001", asking=asking()),
    ),
    "registration, with every finding": (
        ("registration", "3000002", "--explain", *ON),
        "CheckRegistration",
        checks.CheckRegistrationRequest(trn="3000002", asking=asking("2026-01-15", **FULL)),
    ),
    "mentor funding, before the first write": (
        ("mentor-funding", "3000035", "--revision", "0", *ON),
        "CheckMentorFunding",
        checks.CheckMentorFundingRequest(trn="3000035", asking=asking("2026-01-15", **EXACTLY_0)),
    ),
    "mentor training, the day before it may begin": (
        ("mentor-training", "3000035", "--on", "2026-02-22", "--revision", "1"),
        "CheckMentorTraining",
        checks.CheckMentorTrainingRequest(trn="3000035", asking=asking("2026-02-22")),
    ),
    "school eligibility, with every finding": (
        ("school-eligibility", "100004", "--explain"),
        "CheckSchoolEligibility",
        checks.CheckSchoolEligibilityRequest(urn="100004", asking=asking(**FULL)),
    ),
}


@pytest.mark.parametrize("case", JSON)
def test_an_answer_as_json_is_what_the_server_answers(example: Served, case: str) -> None:
    arguments, method, request = JSON[case]
    said = ect_rules("check", *arguments, "--json", "--address", example.address)
    answer = getattr(example.talk.checks, method)(request)
    assert (said.status, said.err) == (0, "")
    assert Parse(said.out, type(answer)()) == answer


EXPLAINED = {
    "registration": ("registration", "3000002"),
    "mentor_funding": ("mentor-funding", "3000035"),
}


@pytest.mark.parametrize("check", EXPLAINED)
def test_an_explanation_shows_what_every_rule_found(example: Served, check: str) -> None:
    said = ect_rules(
        "check", *EXPLAINED[check], *ON, "--explain", "--address", example.address, COLUMNS="80"
    )
    shown = [line.split("│")[:2] for line in said.lines if "│" in line]
    found = {rule.strip(): finding.strip() for rule, finding in shown if rule.strip()}
    assert list(found) == [rule.id for rule in load().checks[check].rules]
    assert set(found.values()) <= {"met", "not met", "not applicable", "cannot tell"}
    assert "met" in found.values()


COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_colour_is_for_those_who_can_see_it(example: Served, tmp_path: Path) -> None:
    command = ("check", "registration", "3000002", *ON, "--address", example.address)
    plain = ect_rules(*command).out
    assert not COLOUR.search(plain)
    forced = ect_rules(*command, FORCE_COLOR="1").out
    assert COLOUR.search(forced)
    assert COLOUR.sub("", forced).split() == plain.split()
    seen = at_a_terminal(*command)
    assert COLOUR.search(seen)
    assert "incomplete" in seen
    assert "\x1b[1;33m" in seen
    assert "\x1b[1;33m" not in at_a_terminal(*command, NO_COLOR="1"), "bold, and no more"


def at_a_terminal(*arguments: str, **variables: str) -> str:
    """What a command shows at a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603
        [*ECT_RULES, *arguments],
        cwd=ROOT,
        env=environment(TERM="xterm-256color", **variables),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while True:
            try:
                shown += (more := os.read(ours, 4096))
            except OSError:  # the terminal has closed
                break
            if not more:
                break
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    return shown.decode()


def test_a_timeline_in_words_as_json_and_drawn(example: Served, tmp_path: Path) -> None:
    command = ("timeline", "mentor-funding", "3000035", "--from", "2026-01-01")
    where = ("--address", example.address)
    words = ect_rules(*command, *where)
    assert words.status == 0
    shown = [" ".join(line.split()) for line in words.lines]
    assert shown[0] == "Funding of mentor 3000035"
    assert shown[1].startswith("from 1 January 2026 to 22 February 2026 not yet eligible The")
    assert shown[2].startswith("from 23 February 2026 on eligible The mentor is eligible")
    answer = example.talk.checks.GetTimeline(
        checks.GetTimelineRequest(
            mentor_funding=checks.MentorSubject(trn="3000035"), first_day=day("2026-01-01")
        )
    )
    as_json = ect_rules(*command, "--json", *where)
    assert Parse(as_json.out, type(answer)()) == answer
    drawing = tmp_path / "drawing.svg"
    drawn = ect_rules(*command, "--to", "2026-12-31", "--svg", drawing, *where)
    assert (drawn.status, drawn.out, drawn.err) == (0, "", f"drawn to {drawing}\n")
    assert drawing.read_text("utf-8").startswith("<svg")
