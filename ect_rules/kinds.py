"""What kind of mentor somebody is: a replacement, a replacing or an unfunded mentor.

Each question has a yes, a no, or None where a fact that would decide has not been told.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ect_rules.completion import reads_of_loss
from ect_rules.dated import covers, current_or_next, ended, london_day
from ect_rules.facts import (
    Declaration,
    EctLink,
    MentorKindFacts,
    OtherMentorship,
    PaymentStatus,
    TrainingPeriod,
)
from ect_rules.rule import Facts
from ect_rules.training import interruption, provider_led, reads_of_training

Told = bool | None
Mentored = tuple[EctLink, tuple[OtherMentorship, ...]]


def every(*found: Told) -> Told:
    """No where one is a no; else None where one is None."""
    if False in found:
        return False
    return None if None in found else True


def some(found: Iterable[Told]) -> Told:
    """Yes where one is a yes; else None where one is None."""
    all_found = list(found)
    if True in all_found:
        return True
    return None if None in all_found else False


def mentored(facts: MentorKindFacts, on: date) -> list[Mentored]:
    """The mentorships that have not ended by `on`, each with the other ones of its ECT, in order."""
    each = zip(facts.mentor.mentorships, facts.others, strict=True)
    return [(link, others) for link, others in each if not ended(link, on)]


def replacement(facts: MentorKindFacts, on: date) -> Told:
    """Whether somebody new to the training takes over from an earlier mentor (REPL-1)."""
    return some(_takes_over(facts, link, others, on) for link, others in mentored(facts, on))


def replacement_from(facts: MentorKindFacts, on: date) -> tuple[str | None, Told]:
    """When a replacement mentor's schedule starts, by the month of the mentorship's start (REPL-2).

    september, january or april; None for no replacement mentor. And the same as `replacement`.
    """
    found: Told = False
    for link, others in mentored(facts, on):
        takes_over = _takes_over(facts, link, others, on)
        if takes_over:
            month = link.started_on.month
            if 6 <= month <= 10:
                return "september", True
            return ("april" if 3 <= month <= 5 else "january"), True
        found = None if takes_over is None else found
    return None, found


def _takes_over(
    facts: MentorKindFacts, link: EctLink, others: Iterable[OtherMentorship], on: date
) -> Told:
    mentor, start = facts.mentor, link.started_on
    trained = any(t.started_on < start for t in provider_led(mentor.training))
    declared = False if trained or mentor.lost else _declared_before(link, others, on)
    if declared is False:
        return False
    had_another = some(
        every(_another(link, own), _provider_led(own))
        for own in mentor.mentorships
        if own.started_on < start and covers(own, start)
    )
    first = None if had_another is None else not had_another
    return every(declared, _provider_led(link), first)


def _provider_led(link: EctLink) -> Told:
    if not link.ect_training:
        return None
    training = current_or_next(link.ect_training, link.started_on)
    return training is not None and bool(provider_led([training]))


def _declared_before(link: EctLink, others: Iterable[OtherMentorship], on: date) -> Told:
    earlier = [other for other in others if other.started_on < link.started_on]
    known = link.ect is not None and all(other.mentor_trn is not None for other in earlier)
    if any(_within(d, other, on) for other in earlier for d in other.declarations):
        return True
    return False if known else None


def _within(declaration: Declaration, mentorship: OtherMentorship, on: date) -> bool:
    day = london_day(declaration.declaration_date)
    voided = declaration.payment_status is PaymentStatus.VOIDED
    return not voided and day <= on and covers(mentorship, day)


def _another(link: EctLink, other: EctLink) -> Told:
    if link.period.ect_at_school_period_id == other.period.ect_at_school_period_id:
        return False
    if link.ect is None or other.ect is None:
        return None
    return link.ect.trn != other.ect.trn


def reads_of_replacement(facts: MentorKindFacts, on: date) -> Facts:
    """The mentor's training, the mentorships with the ECTs' training, and the earlier mentors'."""
    links = mentored(facts, on)
    others = [other for _, each in links for other in each]
    return (
        *reads_of_loss(facts.mentor),
        *((t, "started_on") for t in facts.mentor.training),
        *((link.period, "started_on") for link, _ in links),
        *reads_of_training(link for link, _ in links),
        *((o.period, "mentor_at_school_period_id", "started_on", "finished_on") for o in others),
        *((d, "declaration_date", "payment_status") for o in others for d in o.declarations),
    )


def replacing(facts: MentorKindFacts, on: date) -> Told:
    """Whether somebody on the programme already takes on another ECT (REPL-4)."""
    return some(_takes_on(facts, link) for link, _ in mentored(facts, on))


def _takes_on(facts: MentorKindFacts, link: EctLink) -> Told:
    mentor, start = facts.mentor, link.started_on
    under_way = any(
        t.started_on < start and covers(t, start) and interruption(t, start) != "WITHDRAWN"
        for t in provider_led(mentor.training)
    )
    if not under_way:
        return False
    lost_on = None if mentor.lost is None else mentor.lost.on
    still_funded = mentor.lost is None or (None if lost_on is None else start < lost_on)
    before = [own for own in mentor.mentorships if own.started_on < start]
    return every(still_funded, some(_another(link, own) for own in before))


def unfunded(facts: MentorKindFacts, on: date) -> tuple[tuple[TrainingPeriod, ...], Told]:
    """The ECTs' training that makes an unfunded mentor, one for each provider, and whether any does.

    In the order of the lead providers' names (UNF-1).
    """
    links = [link for link, others in mentored(facts, on) if _is_next(link, others, on)]
    theirs, theirs_perhaps = _providers(t for link in links for t in link.ect_training)
    own, own_perhaps = _providers((*facts.mentor.training, *facts.own_ect_training))
    sure = [] if None in own_perhaps else sorted(theirs.keys() - own.keys() - own_perhaps)
    if sure:
        return tuple(theirs[provider] for provider in sure), True
    perhaps = (theirs_perhaps | theirs.keys()) - own.keys()
    return (), None if perhaps or not all(link.ect_training for link in links) else False


def reads_of_unfunded(facts: MentorKindFacts, on: date) -> Facts:
    """The ECTs' training, and the mentor's own as mentor and as ECT."""
    theirs = [t for link, _ in mentored(facts, on) for t in link.ect_training]
    training = (*theirs, *facts.mentor.training, *facts.own_ect_training)
    return tuple((t, "lead_provider", "partnership_confirmed") for t in training)


def _is_next(link: EctLink, others: Iterable[OtherMentorship], on: date) -> bool:
    at_school = link.period.ect_at_school_period_id
    same = [o for o in others if o.period.ect_at_school_period_id == at_school]
    return not any(o.started_on < link.started_on and not ended(o, on) for o in same)


def _providers(
    training: Iterable[TrainingPeriod],
) -> tuple[dict[str, TrainingPeriod], set[str | None]]:
    """The latest training of each confirmed partnership, and whose may be one; None, any provider's."""
    confirmed: dict[str, TrainingPeriod] = {}
    perhaps: set[str | None] = set()
    for period in provider_led(training):
        provider = period.lead_provider
        if period.partnership_confirmed is None or (period.partnership_confirmed and not provider):
            perhaps.add(provider)
        elif provider and period.partnership_confirmed:
            held = confirmed.get(provider)
            if held is None or period.started_on > held.started_on:
                confirmed[provider] = period
    return confirmed, perhaps - confirmed.keys()


def undecided(facts: MentorKindFacts, on: date) -> bool:
    """Whether the first kind that is not ruled out, in the order of precedence, has not been told."""
    for found in (replacement(facts, on), replacing(facts, on), unfunded(facts, on)[1]):
        if found is not False:
            return found is None
    return False
