-- Section 12: from contract period 2025 as funding, before that by the earlier service's checks; but
-- where training has begun it may go on without an ECT.

with earlier as (
    select
        question.n,
        case
            when teacher.trn is null then ['TRN_NOT_KNOWN']
            else holding([
                if(mentor.trn is null, 'NOT_A_MENTOR', null),
                if(mentor.trn is not null and checks.trn is null, 'CHECKS_NOT_COMPLETE', null),
                case
                    when checks.refused then 'NOT_ALLOWED'
                    when teacher.prohibited_from_teaching or checks.active_flags
                        then 'ACTIVE_FLAGS'
                end,
                if(mentor.trn is not null and linked.trn is null, 'NO_ECT_ASSIGNED', null)
            ])
        end as bars,
        checks.active_flags is null or teacher.prohibited_from_teaching is null as in_doubt
    from mentor_questions as question
    left join teachers as teacher on question.subject = teacher.trn
    left join (select distinct trn from mentor_at_school_periods) as mentor
        on question.subject = mentor.trn
    left join (select distinct trn from mentor_links) as linked on question.subject = linked.trn
    left join mentor_checks as checks on question.subject = checks.trn
    where question.rules = 'ECF1'
),

question as (
    select
        question.n,
        question.subject,
        question.day,
        case
            when earlier.n is null then answer.status
            when earlier.bars[1] = 'TRN_NOT_KNOWN' then 'NOT_KNOWN'
            when earlier.bars[1] = 'NOT_A_MENTOR' then 'NOT_REGISTERED'
            when earlier.bars[1] = 'CHECKS_NOT_COMPLETE' then 'CANNOT_TELL'
            when earlier.bars[1] = 'ACTIVE_FLAGS' then 'NEEDS_REVIEW'
            when earlier.bars[1] = 'NOT_ALLOWED' then 'NOT_ELIGIBLE'
            when earlier.bars[1] = 'NO_ECT_ASSIGNED' then 'NOT_YET_ELIGIBLE'
            when earlier.in_doubt then 'CANNOT_TELL'
            else 'ELIGIBLE'
        end as status,
        case
            when earlier.n is null then answer.reasons
            when len(earlier.bars) > 0 then earlier.bars
            when earlier.in_doubt then ['CANNOT_TELL']
            else ['ELIGIBLE']
        end as reasons
    from mentor_questions as question
    inner join mentor_funding_answers as answer on question.n = answer.n
    left join earlier on question.n = earlier.n
    where question.check_name = 'mentor_training'
),

-- Whether the training that starts last is under way, neither withdrawn nor deferred (TRAIN-6).
latest as (
    select
        question.n,
        training.started_on <= question.day
        and not over(training.finished_on, question.day)
        and interruption(training.withdrawn_at, training.deferred_at, question.day) is null
        and question.subject not in (select trn from losses where reason is not null)
            as in_training
    from question
    inner join mentor_training as training
        on question.subject = training.trn and training.training_programme = 'provider_led'
    qualify row_number() over (
        partition by question.n order by training.started_on desc, training.id
    ) = 1
),

going as (
    select distinct question.n
    from question
    inner join mentor_links as link
        on question.subject = link.trn and not over(link.finished_on, question.day)
)

select
    question.n,
    question.status,
    if(
        question.status = 'ELIGIBLE' and latest.in_training and going.n is null,
        ['MAY_CONTINUE_WITHOUT_ECT'], question.reasons
    ) as reasons
from question
left join latest on question.n = latest.n
left join going on question.n = going.n;
