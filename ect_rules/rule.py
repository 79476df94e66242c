"""What a rule is made of, and what it may find.

A rule is a module in a check's folder under `ect_rules/rules/`. It holds:

- `RULE`, a `Rule`: the sentence, its sources, its place in the order;
- `decide(facts, on)`, a pure function from the check's view of the facts and a day to a `Finding`.
  A rule that rests on another check's answer names that check in `asks` and receives it as a
  keyword argument of that name: a function from that check's facts and a day to a `Decision`;
- `reads(facts, on)`, the facts that it goes by, to show: each a record followed by the names of its
  fields. A field whose value is None has not been told, or there is no last day;
- where it has something of these facts to tell, `details(facts, on)`: values for the decision's own
  fields, each a pair of name and value;
- where an action of it could change the answer on a later day only, `earliest(facts, on)`: the first
  such day, not before `on`;
- where its finding may change on a day that no fact and no `in_force_from` names, `days(facts)`: those
  days, such as an anniversary. How long an answer holds is found from these.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen


class Verdict(Enum):
    """What a rule found of its own sentence."""

    MET = "met"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"
    CANNOT_TELL = "cannot tell"


class Role(Enum):
    """What a finding does to the decision.

    DECIDES: met, it gives its reason; the first such in the order names the status.
    BARS: not met, it gives its reasons; where it cannot tell, the answer cannot be a yes.
    OTHERWISE: asked only where no rule gave a reason and no bar is in doubt.
    WARNS: met, it adds a warning and leaves the status alone.
    STATES: adds facts about the subject, never a reason; its actions are for a yes only.
    """

    DECIDES = "decides"
    BARS = "bars"
    OTHERWISE = "otherwise"
    WARNS = "warns"
    STATES = "states"


class Standing(Enum):
    """How sure we are of a statement taken from a source."""

    RUN = "established by running the service's own code"
    READ = "read in code or documentation"
    PAGE = "read in the text of the page"
    SECOND_HAND = "a third party repeating DfE"
    OURS = "our choice, where the sources leave a gap or disagree"


@frozen
class Source:
    """Where a rule comes from. `document`: a key of `definitions.DOCUMENTS`; `section`: a pinpoint."""

    document: str
    section: str
    standing: Standing = Standing.READ


@frozen
class Reason:
    """Why a decision is what it is. `status`: the status it leads to; None for a warning.

    `code` is stable and in capitals; `words` is a sentence for a person at a school.
    """

    code: str
    status: str | None
    words: str


class Actor(StrEnum):
    """Who can act."""

    SCHOOL = "the school"
    APPROPRIATE_BODY = "the appropriate body"
    LEAD_PROVIDER = "the lead provider"
    DFE = "DfE"
    RECORD_KEEPER = "whoever keeps the missing facts"


@frozen
class NextAction:
    """Something that somebody can do about a reason. `words`: what to do, a sentence."""

    code: str
    actor: Actor
    words: str


Details = tuple[tuple[str, Any], ...]


@frozen(eq=False)
class Finding:
    """What one rule found.

    Rules make their findings once, as constants, and `evaluate` knows again the decision that it has
    made of the same ones: two findings are the same if they are the same object.

    `because`: reasons of other checks on which the finding rests. `details`: values for the
    decision's own fields, by name.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    actions: tuple[NextAction, ...] = ()
    because: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()
    details: Details = ()


MET = Finding(Verdict.MET)
NOT_MET = Finding(Verdict.NOT_MET)
NOT_APPLICABLE = Finding(Verdict.NOT_APPLICABLE)
CANNOT_TELL = Finding(Verdict.CANNOT_TELL)

Facts = tuple[tuple[Any, ...], ...]
Decide = Callable[..., Finding]


@frozen(kw_only=True)
class Rule:
    """A rule's sentence and its authority.

    `id`: as in the domain brief. `precedence`: rules of a check are taken in ascending order of it,
    and no two are equal. `reasons`, `actions`: every reason and action that it can give of its own.
    `stops`: once it gives a reason the rules after it do not apply. `contract_periods`: first and
    last contract period it is in force for, both included, None for no limit. `in_force_from`:
    first day it is in force. `covers`: further rows of the domain brief that it puts into effect.
    `other_reading`: what else the sources can be read to say, where they disagree.
    """

    id: str
    sentence: str
    sources: tuple[Source, ...]
    role: Role
    precedence: int
    reasons: tuple[Reason, ...] = ()
    actions: tuple[NextAction, ...] = ()
    asks: tuple[str, ...] = ()
    stops: bool = False
    contract_periods: tuple[int | None, int | None] = (None, None)
    in_force_from: date | None = None
    covers: tuple[str, ...] = ()
    other_reading: str = ""

    def in_force_for(self, contract_period: int) -> bool:
        """Whether the rule is in force for that contract period."""
        first, last = self.contract_periods
        return (first is None or first <= contract_period) and (
            last is None or contract_period <= last
        )


@frozen(kw_only=True)
class Check:
    """A question that can be asked. `statuses`: every status, most wanted first.

    `yes`: the statuses by which a caller may act on the answer.
    """

    name: str
    question: str
    subject: str
    statuses: tuple[str, ...]
    yes: tuple[str, ...]


@frozen(eq=False)
class Decision:
    """The answer of a check on a day.

    `reasons`: in order of precedence, never empty. `findings`: one for each rule of the check, in
    the order of its rules. `details`: values for fields that only this check has.
    """

    check: str
    status: str
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...]
    next_actions: tuple[NextAction, ...]
    findings: tuple[Finding, ...]
    details: Details

    def answers_as(self, other: Decision) -> bool:
        """Whether both say the same to a caller; how they were found may differ."""
        return self is other or all(
            getattr(self, name) == getattr(other, name)
            for name in ("status", "reasons", "warnings", "next_actions", "details")
        )


Asked = Callable[[Any, date], Decision]


# Those of one subject are much like those of the next: a few dozen answers make a few findings.
@lru_cache(maxsize=10_000)
def resting_on(finding: Finding, *answers: Decision) -> Finding:
    """`finding`, resting on the reasons of other checks' answers: the same object for the same ones."""
    reasons = dict.fromkeys(reason for answer in answers for reason in answer.reasons)
    return evolve(finding, because=tuple(reasons))


IN_DOUBT = Reason(
    "CANNOT_TELL",
    "CANNOT_TELL",
    "We have not been told enough to answer. The findings name the facts that are missing.",
)
TELL_MISSING_FACTS = NextAction(
    "TELL_MISSING_FACTS",
    Actor.RECORD_KEEPER,
    "Record the facts that the findings show as not told, then ask again.",
)
CHECK_SCHOOL = NextAction("CHECK_SCHOOL", Actor.SCHOOL, "Check the school's record in GIAS.")
