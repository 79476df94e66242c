"""The situation of a school."""

from ect_rules.gias import ELIGIBLE_TYPES
from ect_rules.space import schools
from tests.proofs.telling.words import NOT_TOLD, YES_OR_NO, first

WORD = {value: word for word, value in schools.TYPES.items()}


def school(facts, _, __):
    told = facts.school
    code = told.administrative_district_code
    district = "in England" if code and code[0] in "eE" else "elsewhere"
    return {
        "GIAS status": told.gias_status.value if told.gias_status else NOT_TOLD,
        "type": WORD.get(told.gias_type) or _type(told.gias_type),
        "section 41 approved": YES_OR_NO[told.section_41_approved],
        "marked as eligible": YES_OR_NO[told.marked_as_eligible],
        "unfinished training": "some" if facts.unfinished_training else "none",
        "district": {None: schools.TYPE_SAYS, "9999": "code 9999"}.get(code, district),
    }


def _type(name):
    if name in ELIGIBLE_TYPES:
        return "state funded"
    if name in schools.TYPES.values() or name == "Service children's education":
        return "outside England"
    unfunded = ("Miscellaneous", "Online provider", "Higher education institutions")
    return "of another kind that is not funded" if name in unfunded else NOT_TOLD


def eligible(facts, year):
    """Whether a school is one that DfE funds: by the conjunction, not by the bars."""
    words = school(facts, None, None)
    if words["marked as eligible"] == "yes":
        return "eligible"
    kind, approved = words["type"], facts.school.section_41_approved
    opened = words["GIAS status"] in ("open", "proposed_to_close")
    opened = None if words["GIAS status"] == NOT_TOLD else opened
    outside = None if kind == NOT_TOLD else kind in schools.OUTSIDE_ENGLAND
    funded = None if kind == NOT_TOLD else kind in ("state funded", "secure unit")
    if year >= 2025:
        funded = approved if kind.startswith("independent") else funded
    else:
        if words["district"] != schools.TYPE_SAYS:
            outside = words["district"] == "elsewhere"
        funded = funded and kind != "secure unit"
        funded = True if funded or approved else None if None in (funded, approved) else False
    needed = (opened, None if outside is None else not outside, funded)
    return first(needed, False, None, otherwise=True)


ELIGIBLE = {True: "eligible", "eligible": "eligible", False: "not eligible", None: NOT_TOLD}
