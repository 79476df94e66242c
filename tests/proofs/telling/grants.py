"""The situation of a grant, and for which days its space is."""

from datetime import date

from ect_rules.dated import london_day as london
from ect_rules.facts import DeclarationType, EvidenceType
from ect_rules.space import grants
from tests.proofs.telling.mentors import declarations, loss
from tests.proofs.telling.schools import ELIGIBLE, eligible
from tests.proofs.telling.words import NOT_TOLD, counts, first, judged_by, latest, led, stopped


def academic_year(day):
    return day.year - (day.month < 9)


def grant(facts, on, _):
    """What a grant tells apart, and for which days the space is."""
    year, own = academic_year(on), [t for t in facts.training if led(t)]
    begun = min(own, key=lambda t: t.started_on, default=None)
    new = begun and (begun.started_on >= date(2025, 9, 1) or (begun.contract_period or 0) >= 2025)
    if facts.teacher is None or not facts.at_schools:
        words = {"teacher": "held" if facts.teacher else "not held", "registered as a mentor": "no"}
    else:
        here = [at for at in facts.at_schools if _in(at, year)]
        found = {eligible(at.school, judged_by(facts, on)) for at in here}
        words = {
            "the school": ELIGIBLE[first(found, "eligible", True, None, otherwise=False)]
            if here
            else "none in the academic year",
            **_lost(facts, year),
        }
    declared = {
        kind: [d for d in facts.declarations if d.declaration_type is kind and _by(d, on)]
        for kind in DeclarationType
    }
    if not 2021 <= year <= 2025:
        asked = "before 1 September 2021" if year < 2021 else "from 1 September 2026"
        return "in any other academic year", words | {"asked": asked}
    if year == 2025 and new:
        told = _elements(begun, declared, words)
        name = "in 2025-26, of a new mentor"
    elif year in (2021, 2022):
        told = _parts(own, on, declared)
        name = "in 2021-22 or 2022-23"
    else:
        told = _terms(own, on, [d for each in declared.values() for d in each])
        name = "in 2025-26, of training begun before" if year == 2025 else "in 2023-24 or 2024-25"
    if begun is None:
        told["training"] = "school-led" if facts.training else "none"
    elif not any(_in(t, year, _until(t, on)) for t in own):
        told["training"] = grants.OF_NO_YEAR[0]
    return name, told | words


def _in(period, year, until=None):
    last = until or period.finished_on or date.max
    return period.started_on <= date(year + 1, 8, 31) and last >= date(year, 9, 1)


def _until(training, on):
    marks = [london(i) for i in (training.withdrawn_at, training.deferred_at) if i]
    return min([training.finished_on or date.max, *(day for day in marks if day <= on)])


def _by(declaration, on):
    return counts(declaration) and london(declaration.declaration_date) <= on


def _lost(facts, year):
    declared = declarations(facts)
    lost = loss(facts, declared)
    if lost in ("none", "trained in the early roll-out"):
        words = {"none": "none"}.get(lost, "in the early roll-out")
        return {"loss of funding": words, "day of the loss": grants.IN_YEAR}
    on = facts.teacher.mentor_became_ineligible_for_funding_on
    if lost == "completed" and declared.startswith("counts"):
        completed = [
            d for d in facts.declarations if d.declaration_type is DeclarationType.COMPLETED
        ]
        on = max(london(d.declaration_date) for d in completed if counts(d))
    before = on is not None and academic_year(on) < year
    day = NOT_TOLD if on is None else "before the academic year" if before else grants.IN_YEAR
    return {"loss of funding": "started and not completed", "day of the loss": day}


def _year_of_training(own, on):
    year = academic_year(on)
    begun = min((t.started_on for t in own), default=None)
    if begun is None:
        return 0
    counted = max(academic_year(begun), 2021)
    if counted in (2021, 2022) and begun >= date(counted + 1, 6, 1):
        counted += 1
    earlier = [y for y in range(counted, year) if any(_in(t, y, _until(t, on)) for t in own)]
    return 0 if counted > year else 1 + len(earlier)


def _parts(own, on, declared):
    cut = date(academic_year(on) + 1, 6, 1)
    number, by = _year_of_training(own, on), min(on, cut)
    last = latest(t for t in own if t.started_on <= by)
    withdrawn = last is not None and stopped(last, by) == "withdrawn"
    kind = DeclarationType
    engaged = [*declared[kind.RETAINED_3], *declared[kind.RETAINED_4], *declared[kind.COMPLETED]]
    return {
        "asked": "from 1 June" if on >= cut else "before 1 June",
        "training": grants.TOO_LATE
        if number == 0
        else grants.SECOND
        if number > 1
        else grants.WITHDRAWN
        if withdrawn
        else grants.FIRST,
        "started declaration": "counts" if declared[kind.STARTED] and number == 1 else "none",
        "declaration 4 or 5": "counts" if engaged and number > 1 else "none",
    }


def _terms(own, on, declared):
    year = academic_year(on)
    ends = [date(year, 12, 31), date(year + 1, 3, 31), date(year + 1, 8, 31)]
    begins = [date(year, 9, 1), date(year + 1, 1, 1), date(year + 1, 4, 1)]
    now = next(n for n, end in enumerate(ends) if on <= end)
    words = {"asked": grants.ASKED[3 - now]}
    if on >= date(year + 1, 8, 1):
        words["asked"] = grants.ASKED[0]
    for term, begin, end in zip(grants.TERMS, begins, ends, strict=True):
        trained = any(
            t.started_on <= min(on, end)
            and _until(t, on) >= begin
            and (t.contract_period is None or t.contract_period <= 2024)
            for t in own
        )
        confirmed = any(begin <= london(d.declaration_date) <= end for d in declared)
        words[term] = grants.UNTRAINED
        if trained:
            words[term] = grants.CONFIRMED if confirmed else grants.TRAINED
    untrained = all(words[term] == grants.UNTRAINED for term in grants.TERMS)
    words["training"] = grants.TO_COME if untrained else grants.UP_TO_TWO
    if _year_of_training(own, on) > 2:
        words |= {"training": grants.THIRD, **dict.fromkeys(grants.TERMS, grants.CONFIRMED)}
    return words


def _elements(begun, declared, words):
    kind = DeclarationType
    evidence = {d.evidence_type for d in declared[kind.COMPLETED]}
    enough = {EvidenceType.ENGAGEMENT_MET, EvidenceType.ENGAGEMENT_MET_REDUCED_INDUCTION}
    lost = words.get("loss of funding") == "in the early roll-out" or (
        words.get("day of the loss", grants.IN_YEAR) != grants.IN_YEAR
    )
    if evidence and not lost:
        words |= {"loss of funding": "none"}
    told = "other"
    if evidence & enough:
        told = "at least 75 % engagement"
    elif None in evidence:
        told = NOT_TOLD
    return {
        "training": grants.NEW if begun.started_on >= date(2025, 9, 1) else grants.NEW_BEFORE,
        "started declaration": "counts" if declared[kind.STARTED] else "none",
        "completed declaration": "counts" if evidence and not lost else "none",
        "its evidence": told if evidence and not lost else "at least 75 % engagement",
    }
