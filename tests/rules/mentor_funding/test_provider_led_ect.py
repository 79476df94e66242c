"""FUND-8: an ECT has provider-led training while the mentor mentors them."""

import pytest

from ect_rules.rules.mentor_funding import provider_led_ect
from tests.builders import mentor, mentoring, training
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found


def mentoring_from_october_to_january(*ects_training):
    return mentor(mentorships=[mentoring("2025-10-01", "2026-01-31", training=ects_training)])


CASES = {
    "the training covers the mentorship": Case(
        mentoring_from_october_to_january(training("2025-09-01")),
        "2026-01-15",
        MET,
        reads=[
            "the mentorship: started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "the training ended the day before the mentorship started": Case(
        mentoring_from_october_to_january(training("2025-09-01", "2025-09-30")),
        "2026-01-15",
        NOT_MET,
        ["NO_PROVIDER_LED_ECT"],
        actions=["CHOOSE_PROVIDER"],
        reads=[
            "the mentorship: started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "the training ended on the day on which the mentorship started": Case(
        mentoring_from_october_to_january(training("2025-09-01", "2025-10-01")), "2026-01-15", MET
    ),
    "the training ended the day after the mentorship started": Case(
        mentoring_from_october_to_january(training("2025-09-01", "2025-10-02")), "2026-01-15", MET
    ),
    "the training starts the day before the mentorship ends": Case(
        mentoring_from_october_to_january(training("2026-01-30")), "2026-01-15", MET
    ),
    "the training starts on the last day of the mentorship": Case(
        mentoring_from_october_to_january(training("2026-01-31")), "2026-01-15", MET
    ),
    "the training starts the day after the mentorship ends": Case(
        mentoring_from_october_to_january(training("2026-02-01")),
        "2026-01-15",
        NOT_MET,
        ["NO_PROVIDER_LED_ECT"],
        actions=["CHOOSE_PROVIDER"],
    ),
    "the training is not with a confirmed partnership": Case(
        mentoring_from_october_to_january(training("2025-09-01", confirmed=False)),
        "2026-01-15",
        MET,
    ),
    "the training is school-led": Case(
        mentoring_from_october_to_january(training("2025-09-01", led_by="school")),
        "2026-01-15",
        NOT_MET,
        ["NO_PROVIDER_LED_ECT"],
        actions=["CHOOSE_PROVIDER"],
    ),
    "school-led training became provider-led": Case(
        mentoring_from_october_to_january(
            training("2025-09-01", "2025-12-31", led_by="school", name="the first training"),
            training("2026-01-01", name="the second training"),
        ),
        "2026-01-15",
        MET,
        reads=[
            "the mentorship: started_on, finished_on",
            "the first training: training_programme, started_on, finished_on",
            "the second training: training_programme, started_on, finished_on",
        ],
    ),
    "no training is told": Case(
        mentoring_from_october_to_january(),
        "2026-01-15",
        CANNOT_TELL,
        reads=["the mentorship: started_on, finished_on"],
    ),
    "one ECT's training is school-led, of another's nothing is told": Case(
        mentor(
            mentorships=[
                mentoring(training=[training(led_by="school")], name="the first mentorship"),
                mentoring(training=[], name="the second mentorship"),
            ]
        ),
        "2026-01-15",
        CANNOT_TELL,
        reads=[
            "the first mentorship: started_on, finished_on",
            "the second mentorship: started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "of one ECT's training nothing is told, another's is school-led": Case(
        mentor(
            mentorships=[
                mentoring(training=[], name="the first mentorship"),
                mentoring(training=[training(led_by="school")], name="the second mentorship"),
            ]
        ),
        "2026-01-15",
        CANNOT_TELL,
    ),
    "of one ECT's training nothing is told, another's is provider-led": Case(
        mentor(
            mentorships=[
                mentoring(training=[], name="the first mentorship"),
                mentoring(training=[training()], name="the second mentorship"),
            ]
        ),
        "2026-01-15",
        MET,
        reads=[
            "the first mentorship: started_on, finished_on",
            "the second mentorship: started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "one ECT's training is school-led, another's is provider-led": Case(
        mentor(
            mentorships=[
                mentoring(training=[training(led_by="school")], name="the first mentorship"),
                mentoring(training=[training()], name="the second mentorship"),
            ]
        ),
        "2026-01-15",
        MET,
    ),
    "the provider-led ECT is gone": Case(
        mentor(
            mentorships=[mentoring("2024-09-01", "2025-07-31", training=[training("2024-09-01")])]
        ),
        "2026-01-15",
        MET,
    ),
    "the day before mentoring the provider-led ECT starts, a school-led one is mentored": Case(
        mentor(
            mentorships=[
                mentoring("2025-09-01", training=[training(led_by="school")]),
                mentoring("2026-01-16", training=[training()], name="the coming mentorship"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        ["NO_PROVIDER_LED_ECT"],
        actions=["CHOOSE_PROVIDER"],
        reads=[
            "the mentorship: started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "the day on which mentoring the provider-led ECT starts": Case(
        mentor(
            mentorships=[
                mentoring("2025-09-01", training=[training(led_by="school")]),
                mentoring("2026-01-16", training=[training()], name="the coming mentorship"),
            ]
        ),
        "2026-01-16",
        MET,
        reads=[
            "the mentorship: started_on, finished_on",
            "the coming mentorship: started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "the day on which mentoring a school-led ECT starts, before a provider-led one": Case(
        mentor(
            mentorships=[
                mentoring("2026-01-15", training=[training(led_by="school")]),
                mentoring("2026-01-16", training=[training()], name="the coming mentorship"),
            ]
        ),
        "2026-01-15",
        NOT_MET,
        ["NO_PROVIDER_LED_ECT"],
        actions=["CHOOSE_PROVIDER"],
    ),
    "the day on which mentoring a provider-led ECT starts, before a school-led one": Case(
        mentor(
            mentorships=[
                mentoring("2026-01-15", training=[training()]),
                mentoring("2026-01-16", training=[training(led_by="school")]),
            ]
        ),
        "2026-01-15",
        MET,
    ),
    "no mentorship has begun, and a coming one is with a provider-led ECT": Case(
        mentor(
            mentorships=[
                mentoring("2026-01-16", training=[training(led_by="school")]),
                mentoring("2026-02-01", training=[training()], name="the later mentorship"),
            ]
        ),
        "2026-01-15",
        MET,
        reads=[
            "the mentorship: started_on, finished_on",
            "the later mentorship: started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
            "the training: training_programme, started_on, finished_on",
        ],
    ),
    "no mentorship has begun, and the coming one is with a school-led ECT": Case(
        mentor(mentorships=[mentoring("2026-01-16", training=[training(led_by="school")])]),
        "2026-01-15",
        NOT_MET,
        ["NO_PROVIDER_LED_ECT"],
        actions=["CHOOSE_PROVIDER"],
    ),
    "never assigned, which another rule says": Case(
        mentor(mentorships=[]), "2026-01-15", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_provider_led_ect(case):
    assert found(provider_led_ect, case) == case.expected
