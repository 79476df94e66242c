"""What is recorded of some people and schools themselves, and of nobody whom they only meet."""

from __future__ import annotations

from ect_rules.facts import (
    Declaration,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    School,
    Teacher,
    TrainingPeriod,
)
from ect_rules.store.reach import Seeds
from ect_rules.store.selecting import Selection
from ect_rules.world import World


def about(selection: Selection, seeds: Seeds) -> World:
    """All records of these people, and of these schools the record of the school.

    Of a person: as a teacher, at schools, of induction and mentoring, of training and its
    declarations. A mentorship is of both its people. Of the seeds the people named count too, and
    the schools named do not.
    """
    of = selection.of
    named = Seeds(
        ect_period_ids={*seeds.ect_period_ids}, mentor_period_ids={*seeds.mentor_period_ids}
    )
    named.add(of(MentorshipPeriod, "id", seeds.mentorship_ids))
    named.add(of(TrainingPeriod, "id", seeds.training_ids))
    trns = {
        *seeds.trns,
        *seeds.named_trns,
        *(p.trn for p in of(EctAtSchoolPeriod, "id", named.ect_period_ids)),
        *(p.trn for p in of(MentorAtSchoolPeriod, "id", named.mentor_period_ids)),
    }
    ects = of(EctAtSchoolPeriod, "trn", trns)
    mentors = of(MentorAtSchoolPeriod, "trn", trns)
    ect_ids, mentor_ids = {p.id for p in ects}, {p.id for p in mentors}
    training = [
        *of(TrainingPeriod, "ect_at_school_period_id", ect_ids),
        *of(TrainingPeriod, "mentor_at_school_period_id", mentor_ids),
    ]
    return World(
        [
            *of(Teacher, "trn", trns),
            *of(School, "urn", seeds.urns),
            *ects,
            *mentors,
            *of(MentorshipPeriod, "ect_at_school_period_id", ect_ids),
            *of(MentorshipPeriod, "mentor_at_school_period_id", mentor_ids),
            *training,
            *of(Declaration, "training_period_id", {t.id for t in training}),
            *of(InductionPeriod, "trn", trns),
            *of(EcfEligibility, "trn", trns),
        ]
    )
