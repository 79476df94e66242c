"""Decisions for a person to read."""

from __future__ import annotations

from datetime import date
from typing import Any

from google.type.date_pb2 import Date
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2

WIDTH_WITHOUT_TERMINAL = 200
_GOOD = {"COMPLETE", "ELIGIBLE", "NOT_REQUIRED"}
_OPEN = {"INCOMPLETE", "NOT_YET_ELIGIBLE", "CANNOT_TELL", "LEAVING"}
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


def _enum_name(message: Any, field: str) -> str:
    enum = message.DESCRIPTOR.fields_by_name[field].enum_type
    prefix = enum.values_by_number[0].name.removesuffix("UNSPECIFIED")
    value = enum.values_by_number.get(getattr(message, field))
    return value.name.removeprefix(prefix) if value else "a status this release does not know"


def status_text(decision: Any) -> Text:
    """The status, in colour."""
    name = _enum_name(decision, "status")
    colour = "green" if name in _GOOD else "yellow" if name in _OPEN else "red"
    return Text(name.replace("_", " ").lower(), style=f"bold {colour}")


def wide_console() -> Console:
    """A console of the terminal's width; wide where there is none, so that no code is broken up."""
    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = WIDTH_WITHOUT_TERMINAL
    return console


def show_decision(title: str, decision: Any) -> None:
    """Print a decision: status, reasons in words, what to do next, how long it holds, basis."""
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
    console.print(grid)
    if decision.findings:
        console.print()
        console.print(_findings(decision))


def _rows(decision: Any) -> list[tuple[str, str]]:
    rows = [("why", f"{said(r)}") for r in decision.reasons]
    if isinstance(decision, pb.RegistrationDecision) and decision.mentor_trn:
        since = in_words(decision.mentorship_started_on)
        rows.append(("mentor", f"{decision.mentor_trn}, from {since}"))
    if isinstance(decision, pb.MentorTrainingDecision) and decision.state:
        rows.append(("training", _enum_name(decision, "state").replace("_", " ").lower()))
    rows += [("note", said(w)) for w in decision.warnings]
    rows += [("next", f"{a.actor}: {a.words}") for a in decision.next_actions]
    rows.append(("holds", _holds(decision)))
    if "eligible_from" in decision.DESCRIPTOR.fields_by_name and decision.HasField("eligible_from"):
        rows.append(("eligible", f"from {in_words(decision.eligible_from)}, if nothing changes"))
    basis = decision.basis
    supposed = ", with records supposed" if basis.hypothetical else ""
    rows.append(("basis", f"rule set {basis.rule_set}, revision {basis.revision}{supposed}"))
    return rows


def said(reason: decisions_pb2.Reason) -> str:
    """A reason in words, with the rule that gave it and its code."""
    name = _enum_name(reason, "code")
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
