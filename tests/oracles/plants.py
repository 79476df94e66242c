"""Errors to plant, one at a time, each of which the comparison must find."""

from attrs import frozen


@frozen
class Plant:
    """In `file` of `engine` what is right becomes wrong, and answers of `check` must differ.

    `engine`: sql, zen or ours.
    """

    engine: str
    check: str
    file: str
    right: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.check} in {self.engine}: {' '.join(self.wrong.split()) or 'nothing'}"

    def put_into(self, text: str) -> str:
        """The text with the error. What is right must be there, and once."""
        assert text.count(self.right) == 1, f"{text.count(self.right)} times: {self.right}"
        return text.replace(self.right, self.wrong)


def _plants(engine: str, check: str, file: str, *errors: tuple[str, str]) -> list[Plant]:
    return [Plant(engine, check, file, right, wrong) for right, wrong in errors]


# The first of each file shows among few people, the others among more.
PLANTS = [
    *_plants(
        *("sql", "registration", "macros"),
        ("last_day < day", "last_day <= day"),
    ),
    *_plants(
        *("sql", "registration", "registration"),
        ("min(mentorship.started_on) <=", "min(mentorship.started_on) <"),
        ("finished_on >= question.day", "finished_on > question.day"),
        ("            period.started_on,\n", "            period.started_on desc,\n"),
    ),
    *_plants(
        *("sql", "mentor_funding", "macros"),
        ("contract_period >= 2025", "contract_period > 2025"),
        ("<= least(", "< least("),
        ("when status = 'eligible' then false", "when status = 'eligible' then null"),
    ),
    *_plants(
        *("sql", "mentor_funding", "mentor_views"),
        ("and declaration.clawback_status = 'no_clawback'", ""),
        ("link.started_on desc, link.id desc", "link.started_on, link.id"),
        ("latest.contract_period <= 2024", "latest.contract_period < 2024"),
    ),
    *_plants(
        *("sql", "mentor_funding", "mentor_funding_answers"),
        ("day >= date '2024-07-31'", "day > date '2024-07-31'"),
        ("first_assigned > day", "first_assigned >= day"),
        ("link.started_on <= question.day or", "link.started_on < question.day or"),
    ),
    *_plants(
        *("sql", "mentor_training", "mentor_training"),
        ("when teacher.trn is null then ['TRN_NOT_KNOWN']", "when false then ['TRN_NOT_KNOWN']"),
        ("when checks.refused then 'NOT_ALLOWED'", "when false then 'NOT_ALLOWED'"),
        ("and not over(training.finished_on, question.day)", ""),
    ),
    *_plants(
        *("sql", "school_eligibility", "macros"),
        ("month(day) < 6", "month(day) <= 6"),
    ),
    *_plants(
        *("sql", "school_eligibility", "school_answers"),
        ("('open', 'proposed_to_close')", "('open')"),
        ("'Secure units', 'secure'", "'Secure units', 'funded'"),
        ("or rules = 'ECF1'", "or rules = 'RECT'"),
        ("'9999'", "'999'"),
    ),
    *_plants(
        *("sql", "record_retention", "record_retention"),
        ("bool_or(link.started_on > question.day)", "false"),
        ("lost or mentor.trn", "mentor.trn"),
        ("and training.started_on <= question.day", ""),
        ("or declaration.clawback_status <> 'no_clawback'", ""),
    ),
    *_plants(
        *("sql", "record_retention", "macros"),
        ("last_day < day", "last_day <= day"),
        ("deferred_at >= withdrawn_at", "deferred_at > withdrawn_at"),
        ("'Europe/London'", "'UTC'"),
    ),
    *_plants(
        *("sql", "ect_funding", "ect_funding"),
        ("begun_on < date '2021-09-01'", "begun_on <= date '2021-09-01'"),
        ("teacher.qts_awarded_on > question.day", "teacher.qts_awarded_on >= question.day"),
        ("funding_on <= question.day", "funding_on < question.day"),
        ("day <= date '2023-08-31'", "day < date '2023-08-31'"),
        ("over(period.finished_on, date '2023-09-01')", "over(period.finished_on, day)"),
    ),
    *_plants(
        *("zen", "registration", "registration"),
        ("last_day < day", "last_day <= day"),
        ('"<= day"', '"< day"'),
        ("\"'Exempt'\"", "\"'FailedInWales'\""),
    ),
    *_plants(
        *("zen", "mentor_funding", "mentor_funding"),
        (">= 20240731", "> 20240731"),
        ('"> day"', '">= day"'),
        ("\"'completed_declaration_received'\"", "\"'no'\""),
        ('"duplicate": "\'yes\'"', '"duplicate": "\'no\'"'),
    ),
    *_plants(
        *("zen", "mentor_training", "mentor_training"),
        ('"checked": "false"', '"checked": "true"'),
        ("day <= to", "day < to"),
    ),
    *_plants(
        *("zen", "school_eligibility", "school_eligibility"),
        ('"marked": "true"', '"marked": "false"'),
        ("'closed', 'proposed_to_open'", "'closed'"),
        ("district == '9999'", "district == '999'"),
    ),
    *_plants(
        *("zen", "record_retention", "record_retention"),
        ("\"!= 'no'\"", "\"== 'no'\""),
        ('"later": "0"', '"later": "> 0"'),
        ('">= day"', '"> day"'),
    ),
    *_plants(
        *("zen", "ect_funding", "ect_funding"),
        ("last_day < day", "last_day <= day"),
        ("\"'FailedInWales'\"", "\"'Passed'\""),
        ('"qts": "\'no\'", "status": "\'NOT_YET', '"qts": "\'yes\'", "status": "\'NOT_YET'),
        ('"<= 20230831"', '"< 20230831"'),
    ),
    *_plants(
        *("ours", "registration", "left_school"),
        ("DECIDED if ended", "DECIDED if not ended"),
    ),
    *_plants(
        *("ours", "mentor_funding", "assignment_started"),
        ("on < facts", "on <= facts"),
    ),
    *_plants(
        *("ours", "mentor_funding", "training_not_abandoned"),
        ("on < NOT_COMPLETED_FROM", "on <= NOT_COMPLETED_FROM"),
    ),
    *_plants(
        *("ours", "ect_funding", "not_prohibited"),
        ("BARRED if teacher", "BARRED if not teacher"),
    ),
    *_plants(
        *("ours", "mentor_training", "may_continue_without_ect"),
        ("if under_way and all", "if under_way and any"),
    ),
    *_plants(
        *("ours", "school_eligibility", "in_england"),
        ("MET if inside else", "MET if not inside else"),
    ),
    *_plants(
        *("ours", "record_retention", "funding_evidence"),
        ("EVIDENCE if is_lost", "EVIDENCE if not is_lost"),
    ),
]
