"""What is asked, and what was answered."""

from datetime import date

from attrs import field, frozen

CHECKS = (
    "registration",
    "mentor_funding",
    "mentor_training",
    "ect_funding",
    "school_eligibility",
    "record_retention",
)


@frozen
class Question:
    """One case. `urn`, `asking_urn`: as World.ect. `contract_period`: None, what the facts say."""

    n: int
    check: str
    subject: str
    on: date
    urn: str | None = None
    asking_urn: str | None = ""
    contract_period: int | None = None


@frozen
class Answer:
    """Reasons in order; only the first of them where the engine gives no more.

    `contract_period`: by whose rules; None where it is all one, or the engine does not say.
    """

    status: str
    reasons: tuple[str, ...]
    contract_period: int | None = field(default=None, eq=False)
