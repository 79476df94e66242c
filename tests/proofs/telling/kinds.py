"""The situation of a mentor among colleagues."""

from ect_rules.dated import london_day as london
from ect_rules.facts import PaymentStatus
from ect_rules.space import kinds
from tests.proofs.telling.mentors import mentor
from tests.proofs.telling.words import NOT_TOLD, first, led, on_a_day_of, over, stopped


def kind(facts, on, year):
    """What the kind of a mentor tells apart, of one who mentors one ECT on the day or later."""
    mentor_facts = facts.mentor
    words = mentor(mentor_facts, on, 2025)
    if mentor_facts.teacher is None or not mentor_facts.at_schools:
        return {"teacher": words["teacher"], "at a school": "never", "mentorship": "none"}
    words = {
        "at a school": "before" if words["at a school"] == "before" else "now",
        "mentorship": "ended" if mentor_facts.mentorships else "none",
    }
    going = [
        (link, others)
        for link, others in zip(mentor_facts.mentorships, facts.others, strict=True)
        if not over(link, on)
    ]
    if not going:
        return words
    ((link, others),) = going
    lost = mentor_facts.lost
    own, training_then = _own(mentor_facts, link.started_on), _led_when_it_began(link)
    new = own in ("none", "begun since") and not lost
    return words | {
        "at a school": "now",
        "mentorship": "goes on",
        "loss of funding": "recorded" if lost else "none",
        "day of the loss": NOT_TOLD
        if lost and lost.on is None
        else ("before" if lost and lost.on <= link.started_on else "none, or since it began"),
        "own training": own,
        "the ECT": "known" if link.ect else NOT_TOLD,
        "training of the ECT": training_then,
        **_earlier_mentor(link, others, on, new and training_then in (kinds.LED, NOT_TOLD)),
        **_mentored_before(mentor_facts.mentorships, link),
        **_provider(link, (*mentor_facts.training, *facts.own_ect_training)),
    }


def _own(facts, start):
    own = [t for t in facts.training if led(t)]
    before = [t for t in own if t.started_on < start]
    if not before:
        return "begun since" if own else "none"
    runs = any(on_a_day_of(t, start) and stopped(t, start) != "withdrawn" for t in before)
    return "under way when it began" if runs else "over by then"


def _then(link, on):
    still = [t for t in link.ect_training if not over(t, on)]
    return min(still, key=lambda t: t.started_on, default=None)


def _led_when_it_began(link):
    if not link.ect_training:
        return NOT_TOLD
    then = _then(link, link.started_on)
    if then is not None and led(then):
        return kinds.LED
    return kinds.LED_BEFORE if any(map(led, link.ect_training)) else "school-led"


def _earlier_mentor(link, others, on, takes_over):
    """`takes_over`: whether it matters what the earlier mentors had declared."""
    at_school = link.period.ect_at_school_period_id
    earlier = [o for o in others if o.started_on < link.started_on]
    goes_on = any(not over(o, on) for o in earlier if o.period.ect_at_school_period_id == at_school)
    declared = any(
        d.payment_status is not PaymentStatus.VOIDED
        and london(d.declaration_date) <= on
        and on_a_day_of(o, london(d.declaration_date))
        for o in earlier
        for d in o.declarations
    )
    unknown = not declared and any(o.mentor_trn is None for o in earlier)
    if not earlier or not takes_over:
        word = kinds.GOES_ON if goes_on else "none"
    elif declared or unknown:
        word = kinds.STAYS if goes_on else kinds.DECLARED
    else:
        word = kinds.GOES_ON if goes_on else kinds.UNDECLARED
    told = NOT_TOLD if unknown and takes_over else "known"
    return {"earlier mentor of the ECT": word, "who that was": told}


def _mentored_before(links, link):
    """One who stands for all who were mentored before: what is known of any, else what may be."""
    found = []
    for other in links:
        same = other.period.ect_at_school_period_id == link.period.ect_at_school_period_id
        known = other.ect is not None and link.ect is not None
        if other.started_on < link.started_on and not same:
            another = other.ect.trn != link.ect.trn if known else None
            then = _then(other, link.started_on)
            by_provider = None if not other.ect_training else then is not None and led(then)
            until = not over(other, link.started_on) and by_provider
            found.append((another, False if False in (another, until) else until and another))
    another = first([a for a, _ in found], True, None, otherwise=False)
    then = first([t for _, t in found], True, None, otherwise=False)
    names = ("mentored before", "training of that ECT", "that ECT")
    words = {
        (True, True): (kinds.ANOTHER, "provider-led", "known"),
        (True, None): (kinds.ANOTHER, NOT_TOLD, "known"),
        (True, False): ("another ECT, not until then", "provider-led", "known"),
        (None, None): (kinds.ANOTHER, "provider-led", NOT_TOLD),
        (None, False): (kinds.ANOTHER, "school-led", NOT_TOLD),
        (False, False): ("nobody else", "provider-led", "known"),
    }
    return dict(zip(names, words[another, then], strict=True))


def _provider(link, own):
    theirs, theirs_perhaps = _providers(link.ect_training)
    trained, trained_perhaps = _providers(own)
    others = theirs - trained
    if others - trained_perhaps and None not in trained_perhaps:
        words = "confirmed", "no"
    elif others:
        words = "confirmed", NOT_TOLD
    else:
        words = (NOT_TOLD if theirs_perhaps - trained else "chosen only"), "no"
    names = ("provider of the ECT", "trained by that provider")
    return dict(zip(names, words, strict=True))


def _providers(training):
    sure = {
        t.lead_provider
        for t in training
        if led(t) and t.partnership_confirmed and t.lead_provider is not None
    }
    perhaps = {
        t.lead_provider
        for t in training
        if led(t)
        and (t.partnership_confirmed is None or (t.partnership_confirmed and not t.lead_provider))
    }
    return sure, perhaps - sure
