"""Decisions for a person to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from google.type.date_pb2 import Date
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2

WIDTH_WITHOUT_TERMINAL = 200
_GOOD = {
    *("COMPLETE", "ELIGIBLE", "NOT_REQUIRED", "KEEP", "DUE", "REPLACEMENT", "ORDINARY"),
    *("REGISTRABLE", "ASSIGNABLE"),
}
_OPEN = {
    *("INCOMPLETE", "NOT_YET_ELIGIBLE", "NEEDS_REVIEW", "CANNOT_TELL", "LEAVING", "REVIEW"),
    *("NOT_YET_DUE", "NOT_SETTLED", "REPLACING", "UNFUNDED", "NOT_MENTORING"),
}
_VERDICTS = {
    decisions_pb2.VERDICT_MET: ("met", "green"),
    decisions_pb2.VERDICT_NOT_MET: ("not met", "red"),
    decisions_pb2.VERDICT_NOT_APPLICABLE: ("not applicable", "dim"),
    decisions_pb2.VERDICT_CANNOT_TELL: ("cannot tell", "yellow"),
}


def in_words(day: Date) -> str:
    """A day as 15 January 2026."""
    found = date(day.year, day.month, day.day)
    return f"{found.day} {found:%B %Y}"


def iso(day: Date) -> str:
    """A day as 2026-01-15."""
    return date(day.year, day.month, day.day).isoformat()


def enum_name(message: Any, field: str) -> str:
    """The value of a field of an enumeration, without the enumeration's name."""
    enum = message.DESCRIPTOR.fields_by_name[field].enum_type
    prefix = enum.values_by_number[0].name.removesuffix("UNSPECIFIED")
    value = enum.values_by_number.get(getattr(message, field))
    return value.name.removeprefix(prefix) if value else "a status this release does not know"


def codes(reasons: Iterable[decisions_pb2.Reason]) -> str:
    """The codes of reasons or warnings, with a space between each and the next."""
    return " ".join(enum_name(reason, "code") for reason in reasons)


def status_text(decision: Any) -> Text:
    """The status, in colour."""
    name = enum_name(decision, "status")
    colour = "green" if name in _GOOD else "yellow" if name in _OPEN else "red"
    return Text(name.replace("_", " ").lower(), style=f"bold {colour}")


def wide_console() -> Console:
    """A console of the terminal's width; wide where there is none, so that no code is broken up."""
    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = WIDTH_WITHOUT_TERMINAL
    return console


def show_decision(title: str, decision: Any, if_so: Iterable[tuple[str, Any]] = ()) -> None:
    """Print a decision: status, reasons in words, what to do next, how long it holds, basis.

    `if_so`: decisions that would follow, each with what it is about.
    """
    console = wide_console()
    heading = Text(title)
    if getattr(decision, "urn", ""):
        heading.append(f" at school {decision.urn}")
    heading.append(f" on {in_words(decision.basis.on)}: ")
    console.print(heading + status_text(decision))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for label, text in _rows(decision):
        grid.add_row(label, text)
    for subject, then in if_so:
        why = Text.from_markup(f". {said(then.reasons[0])}")
        grid.add_row("then", Text(f"{subject}: ") + status_text(then) + why)
    console.print(grid)
    if decision.findings:
        if decision.basis.replay_token:
            console.print(f"[dim]again[/]  ect-rules replay {decision.basis.replay_token}")
        console.print()
        console.print(_findings(decision))


def _rows(decision: Any) -> list[tuple[str, str]]:
    rows = [("why", f"{said(r)}") for r in decision.reasons]
    for field, _ in decision.ListFields():
        if field.name in _OWN:
            label, texts = _OWN[field.name]
            rows += [(label, text) for text in texts(decision)]
    rows += [("note", said(w)) for w in decision.warnings]
    rows += [("next", _action(a)) for a in decision.next_actions]
    rows.append(("holds", _holds(decision)))
    for field, day in decision.ListFields():
        yes = field.name.removesuffix("_from")
        if yes not in (field.name, "holds"):
            rows.append((yes, f"from {in_words(day)}, if nothing changes"))
    rows.append(("basis", _basis(decision.basis)))
    return rows


def _action(action: decisions_pb2.NextAction) -> str:
    return f"{action.actor}, from {in_words(action.earliest_change_on)}: {action.words}"


def _basis(basis: decisions_pb2.Basis) -> str:
    year = f" for contract period {basis.contract_period}" * basis.HasField("contract_period")
    supposed = ", with records supposed" * basis.hypothetical
    return f"rule set {basis.rule_set}{year}, revision {basis.revision}{supposed}"


def _mentorship(decision: pb.MentorAssignableDecision) -> str:
    last = decision.finished_on if decision.HasField("finished_on") else None
    return f"from {in_words(decision.started_on)}" + (f" to {in_words(last)}" if last else "")


def _part(part: pb.GrantPart) -> str:
    due = ("due" if part.due else "not due") if part.HasField("due") else "cannot tell"
    second_hand = " (second-hand)" * part.second_hand
    return f"{part.name}, {part.hours:g} hours: {due}. {part.words}{second_hand}"


# What a decision has of its own, by the field: a label and its lines.
_OWN: dict[str, tuple[str, Callable[[Any], list[str]]]] = {
    "mentor_trn": (
        "mentor",
        lambda d: [f"{d.mentor_trn}, from {in_words(d.mentorship_started_on)}"],
    ),
    "possible_mentor_trns": ("possible", lambda d: [", ".join(d.possible_mentor_trns)]),
    "state": ("training", lambda d: [enum_name(d, "state").replace("_", " ").lower()]),
    "published_eligible_for_funding": (
        "published",
        lambda d: [f"eligible for funding: {str(d.published_eligible_for_funding).lower()}"],
    ),
    "induction_may_start": (
        "induction",
        lambda d: ["may start" if d.induction_may_start else "may not start"],
    ),
    "unfunded_for": ("unfunded", lambda d: [f"for {', '.join(d.unfunded_for)}"]),
    "schedule": ("schedule", lambda d: [d.schedule]),
    "academic_year": ("hours", lambda d: [f"{d.hours:g} due for {d.academic_year}"]),
    "parts": ("part", lambda d: [_part(part) for part in d.parts]),
    "contract_period": ("contract period", lambda d: [str(d.contract_period)]),
    "started_on": ("mentorship", lambda d: [_mentorship(d)]),
}


def said(reason: decisions_pb2.Reason) -> str:
    """A reason in words, with the rule that gave it and its code."""
    name = enum_name(reason, "code")
    return f"{reason.words} [{reason.rule_id + ' ' if reason.rule_id else ''}{name}]".replace(
        "[", "\\["
    )


def _holds(decision: Any) -> str:
    first = f"from {in_words(decision.holds_from)}" if decision.HasField("holds_from") else "always"
    if decision.HasField("holds_until"):
        return f"{first} until {in_words(decision.holds_until)}, if nothing changes"
    return f"{first}, until something changes"


def _findings(decision: Any) -> Table:
    table = Table(show_edge=False, pad_edge=False)
    for column in ("rule", "finding", "sentence", "facts read"):
        table.add_column(column, overflow="fold")
    for finding in decision.findings:
        words, style = _VERDICTS.get(finding.verdict, ("unknown", "red"))
        sources = "; ".join(f"{s.document}: {s.section}" for s in finding.sources)
        facts = "\n".join(
            f"{f.record} {f.record_id} {f.field} = {f.value or 'none'}" for f in finding.facts
        )
        sentence = Text(finding.sentence) + Text(f"\n{sources}", style="dim")
        table.add_row(finding.rule_id, Text(words, style=style), sentence, Text(facts))
    return table
