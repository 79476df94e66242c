"""`ect-rules check` and `ect-rules timeline`: what they print of what a server answers."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from google.protobuf.json_format import Parse

from ect_rules.catalogue import load
from ect_rules.rule import IN_DOUBT, TELL_MISSING_FACTS, NextAction
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import decisions_pb2
from tests.cli.asking import ect_rules
from tests.cli.conftest import Served
from tests.lifecycle.processes import ECT_RULES, ROOT, environment
from tests.service.talking import asking, day

ON = ("--on", "2026-01-15")


def basis(contract_period: int | None = None, revision: int = 1) -> str:
    year = "" if contract_period is None else f" for contract period {contract_period}"
    return f"basis | rule set {load().fingerprint}{year}, revision {revision}"


# Commands whose check has a longer name.
CHECKS = {
    "retention": "record_retention",
    "grant": "mentor_grant",
    "assignable": "mentor_assignable",
}


def words(command: str) -> dict[str, str]:
    """Reasons and actions by their codes, as a person is shown them."""
    rules = load().checks[CHECKS.get(command, command.replace("-", "_"))].rules
    reasons = {r.code: f"{r.words} [{rule.id} {r.code}]" for rule in rules for r in rule.reasons}
    reasons[IN_DOUBT.code] = f"{IN_DOUBT.words} [{IN_DOUBT.code}]"
    missing = {TELL_MISSING_FACTS.code: _action(TELL_MISSING_FACTS)}
    return reasons | missing | {a.code: _action(a) for rule in rules for a in rule.actions}


def _action(action: NextAction) -> str:
    return f"{action.actor}, from 15 January 2026: {action.words}"


# In order of their start at the school.
POSSIBLE = (
    *("3000033", "3000034", "3000032", "3000047", "3000030", "3000031"),
    *("3000036", "3000025", "3000044", "3000037", "3000035"),
)
# A line of an answer is a label and a text.
ANSWERS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "an ECT without a mentor": (
        ("registration", "3000002", "--possible-mentors", *ON),
        [
            "ECT 3000002 at school 100001 on 15 January 2026: incomplete",
            "why | {MENTOR_NOT_ASSIGNED}",
            f"possible | {', '.join(POSSIBLE)}",
            "next | {ASSIGN_EXISTING_MENTOR}",
            "next | {REGISTER_NEW_MENTOR}",
            "holds | from 25 October 2025, until something changes",
            basis(),
        ],
    ),
    "an ECT with a mentor, asked for at the school": (
        ("registration", "3000001", "--school", "100001", *ON),
        [
            "ECT 3000001 at school 100001 on 15 January 2026: complete",
            "why | {MENTOR_ASSIGNED}",
            "mentor | 3000030, from 1 September 2025",
            "holds | from 1 September 2025, until something changes",
            basis(),
        ],
    ),
    "an ECT asked for at another school": (
        ("registration", "3000001", "--school", "100003", *ON),
        [
            "ECT 3000001 on 15 January 2026: not registered",
            "why | {NOT_REGISTERED_AS_ECT}",
            "next | {REGISTER_ECT}",
            "holds | always, until something changes",
            basis(),
        ],
    ),
    "a mentor from a later day": (
        ("mentor-funding", "3000035", *ON),
        [
            "Funding of mentor 3000035 on 15 January 2026: not yet eligible",
            "why | {ASSIGNMENT_NOT_STARTED}",
            "published | eligible for funding: true",
            "holds | always until 22 February 2026, if nothing changes",
            "eligible | from 23 February 2026, if nothing changes",
            basis(2025),
        ],
    ),
    "a mentor in training": (
        ("mentor-training", "3000030", *ON),
        [
            "Training of mentor 3000030 on 15 January 2026: eligible",
            "why | {ELIGIBLE}",
            "training | in training",
            "holds | from 1 September 2025 until 31 August 2027, if nothing changes",
            basis(2025),
        ],
    ),
    "a school": (
        ("school-eligibility", "100001", *ON),
        [
            "School 100001 on 15 January 2026: eligible",
            "why | {STATE_FUNDED_OPEN}",
            "holds | always, until something changes",
            basis(2025),
        ],
    ),
    "an ECT's own training": (
        ("ect-funding", "3000001", *ON),
        [
            "Funding of ECT 3000001 at school 100001 on 15 January 2026: eligible",
            "why | {ELIGIBLE}",
            "published | eligible for funding: true",
            "induction | may start",
            "holds | from 1 September 2025, until something changes",
            basis(2025),
        ],
    ),
    "a record that may not be held": (
        ("retention", "3000031", *ON),
        [
            "Record of mentor 3000031 on 15 January 2026: do not hold",
            "why | {NEVER_ASSIGNED}",
            "next | {ASSIGN_TO_ECT}",
            "next | {ERASE_RECORD}",
            "holds | always, until something changes",
            basis(),
        ],
    ),
    "a mentor who took over": (
        ("mentor-kind", "3000037", *ON),
        [
            "Kind of mentor 3000037 on 15 January 2026: replacement",
            "why | {REPLACEMENT_MENTOR}",
            "schedule | ecf-replacement-january",
            "note | {NOT_IN_TARGETS}",
            "next | {CHECK_SCHEDULE}",
            "holds | from 6 October 2025, until something changes",
            basis(),
        ],
    ),
    "a teacher to register as an ECT": (
        ("ect-registrable", "3000002", "--school", "100002", "--from", "2026-02-02", *ON),
        [
            "Registering 3000002 as an ECT at school 100002 on 15 January 2026: cannot tell",
            "why | {CANNOT_TELL}",
            "contract period | 2025",
            "next | {TELL_MISSING_FACTS}",
            "holds | from 2 October 2025 until 31 May 2028, if nothing changes",
            basis(2025),
        ],
    ),
    "a teacher to register as a mentor": (
        (
            *("mentor-registrable", "3000031", "--ect", "3000017", "--school", "100002"),
            *("--from", "2026-02-02", "--here-only", "--identity-confirmed", "--email-in-use"),
            *ON,
        ),
        [
            "Registering 3000031 as a mentor at school 100002 on 15 January 2026: not registrable",
            "why | {EMAIL_IN_USE}",
            "contract period | 2025",
            "next | {GIVE_ANOTHER_EMAIL}",
            "holds | from 2 October 2025 until 31 May 2026, if nothing changes",
            basis(2025),
        ],
    ),
    "a mentor to assign": (
        ("assignable", "3000002", "3000031", *ON),
        [
            "Assigning mentor 3000031 to 3000002 on 15 January 2026: assignable",
            "why | {ASSIGNABLE}",
            "mentorship | from 15 January 2026",
            "holds | always, until something changes",
            basis(),
            f"then | registration: complete. {words('registration')['MENTOR_ASSIGNED']}",
            f"then | mentor funding: eligible. {words('mentor-funding')['ELIGIBLE']}",
            f"then | mentor training: eligible. {words('mentor-training')['ELIGIBLE']}",
        ],
    ),
    "a mentor to assign for some days": (
        (
            *("assignable", "3000002", "3000038", "--from", "2026-01-19", "--to", "2026-02-13"),
            *ON,
        ),
        [
            "Assigning mentor 3000038 to 3000002 on 15 January 2026: not assignable",
            "why | {DIFFERENT_SCHOOL}",
            "mentorship | from 19 January 2026 to 13 February 2026",
            "note | {MENTOR_NOT_OFFERED}",
            "next | {CHOOSE_ANOTHER_MENTOR}",
            "holds | always, until something changes",
            basis(),
        ],
    ),
    "a TRN of five digits": (
        ("registration", "12345", *ON),
        [
            "ECT 0012345 on 15 January 2026: not known",
            "why | {TRN_NOT_KNOWN}",
            "holds | always, until something changes",
            basis(),
        ],
    ),
    "what was known before the first write, of a TRN of six digits": (
        ("mentor-funding", "300003", "--revision", "0", *ON),
        [
            "Funding of mentor 0300003 on 15 January 2026: not known",
            "why | {TRN_NOT_KNOWN}",
            "holds | always, until something changes",
            basis(2025, revision=0),
        ],
    ),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_an_answer_in_words(example: Served, case: str) -> None:
    arguments, (heading, *expected) = ANSWERS[case]
    said = ect_rules("check", *arguments, "--address", example.address)
    assert (said.status, said.err) == (0, "")
    known = words(arguments[0])
    assert said.lines[0] == heading
    rows = [" | ".join(re.split("  +", line, maxsplit=1)) for line in said.lines[1:]]
    assert rows == [line.format_map(known) for line in expected]


def test_what_can_be_done_later_is_shown_with_its_day(example: Served) -> None:
    said = ect_rules(
        *("check", "ect-registrable", "3000002", "--school", "100002", "--from", "2026-05-16"),
        *("--address", example.address),
    )
    (later,) = [line for line in said.lines if "16 January" in line]
    assert later.split(maxsplit=1)[1].startswith("the school, from 16 January 2026: Register ")


def test_a_question_without_a_day_is_about_today_as_the_server_has_it(example: Served) -> None:
    said = ect_rules("check", "registration", "3000002", ECT_RULES_ADDRESS=example.address)
    assert said.lines[0] == "ECT 3000002 at school 100001 on 15 January 2026: incomplete"


FULL = {"view": decisions_pb2.VIEW_FULL}
EXACTLY_0 = {"consistency": decisions_pb2.Consistency(exact_revision=0)}
ECF1 = {"contract_period": 2024}
JSON = {
    "registration, with those who may be assigned": (
        ("registration", "3000002", "--possible-mentors"),
        "CheckRegistration",
        checks.CheckRegistrationRequest(trn="3000002", list_possible_mentors=True, asking=asking()),
    ),
    "mentor funding, by the rules of another contract period": (
        ("mentor-funding", "3000035", "--contract-period", "2024", "--explain"),
        "CheckMentorFunding",
        checks.CheckMentorFundingRequest(trn="3000035", asking=asking(**ECF1, **FULL)),
    ),
    "ECT funding": (
        ("ect-funding", "3000001", "--school", "100001", "--contract-period", "2024"),
        "CheckEctFunding",
        checks.CheckEctFundingRequest(trn="3000001", urn="100001", asking=asking(**ECF1)),
    ),
    "retention": (
        ("retention", "3000031", "--explain"),
        "CheckRecordRetention",
        checks.CheckRecordRetentionRequest(trn="3000031", asking=asking(**FULL)),
    ),
    "kind": (
        ("mentor-kind", "3000037", "--explain"),
        "CheckMentorKind",
        checks.CheckMentorKindRequest(trn="3000037", asking=asking(**FULL)),
    ),
    "grant": (
        ("grant", "3000030", "--explain"),
        "CheckMentorGrant",
        checks.CheckMentorGrantRequest(trn="3000030", asking=asking(**FULL)),
    ),
    "an ECT to register, all told": (
        (
            *("ect-registrable", "3000002", "--school", "100002", "--from", "2026-02-02"),
            *("--identity-confirmed", "--email-not-in-use"),
            *("--appropriate-body", "teaching-school-hub"),
        ),
        "CheckEctRegistrable",
        checks.CheckEctRegistrableRequest(
            trn="3000002",
            urn="100002",
            started_on=day("2026-02-02"),
            identity_confirmed=True,
            email_in_use=False,
            appropriate_body_type=checks.APPROPRIATE_BODY_TYPE_TEACHING_SCHOOL_HUB,
            asking=asking(),
        ),
    ),
    "a mentor to register, who stays elsewhere too": (
        (
            *("mentor-registrable", "3000031", "--school", "100002", "--from", "2026-02-02"),
            *("--ect", "3000017", "--elsewhere-too", "--identity-not-confirmed"),
        ),
        "CheckMentorRegistrable",
        checks.CheckMentorRegistrableRequest(
            trn="3000031",
            urn="100002",
            started_on=day("2026-02-02"),
            ect_trn="3000017",
            here_only=False,
            identity_confirmed=False,
            asking=asking(),
        ),
    ),
    "a mentor to assign": (
        (
            *("assignable", "3000013", "3000031", "--school", "100001", "--back-dated"),
            *("--from", "2026-01-19", "--to", "2026-01-30"),
        ),
        "CheckMentorAssignable",
        checks.CheckMentorAssignableRequest(
            ect_trn="3000013",
            mentor_trn="3000031",
            urn="100001",
            started_on=day("2026-01-19"),
            finished_on=day("2026-01-30"),
            back_dated=True,
            asking=asking(),
        ),
    ),
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
    "mentor_assignable": ("assignable", "3000002", "3000031"),
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


def test_a_timeline_in_words_as_json_as_csv_and_drawn(example: Served, tmp_path: Path) -> None:
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
    assert ect_rules(*command, "--csv", *where).lines == [
        "first_day,last_day,status,reasons,warnings",
        "2026-01-01,2026-02-22,NOT_YET_ELIGIBLE,ASSIGNMENT_NOT_STARTED,",
        "2026-02-23,,ELIGIBLE,ELIGIBLE,",
    ]
    drawing = tmp_path / "drawing.svg"
    drawn = ect_rules(*command, "--to", "2026-12-31", "--svg", drawing, *where)
    assert (drawn.status, drawn.out, drawn.err) == (0, "", f"drawn to {drawing}\n")
    assert drawing.read_text("utf-8").startswith("<svg")


TIMELINES = {
    "ect-funding": ("ect_funding", "trn", "3000001", "Funding of ECT 3000001"),
    "retention": ("record_retention", "trn", "3000036", "Record of mentor 3000036"),
    "mentor-kind": ("mentor_kind", "trn", "3000037", "Kind of mentor 3000037"),
    "grant": ("mentor_grant", "trn", "3000030", "Grant for mentor 3000030"),
    "school-eligibility": ("school_eligibility", "urn", "100004", "School 100004"),
}


@pytest.mark.parametrize("command", TIMELINES)
def test_a_timeline_of_each_check(example: Served, tmp_path: Path, command: str) -> None:
    check, name, subject, title = TIMELINES[command]
    asked = ("timeline", command, subject, "--contract-period", "2024")
    where = ("--address", example.address)
    request = checks.GetTimelineRequest(asking=asking(**ECF1))
    setattr(getattr(request, check), name, subject)
    answer = example.talk.checks.GetTimeline(request)
    assert Parse(ect_rules(*asked, "--json", *where).out, type(answer)()) == answer
    shown = ect_rules(*asked, *where).lines
    assert shown[0] == title
    stretches = [line for line in shown[1:] if line.startswith("from ")]
    assert len(stretches) == len(answer.stretches)
    drawing = tmp_path / "drawing.svg"
    assert ect_rules(*asked, "--svg", drawing, *where).status == 0
    assert title in drawing.read_text("utf-8")
