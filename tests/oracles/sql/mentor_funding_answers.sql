-- Section 11: all of FUND-0 to FUND-8 that hold, for every question about a mentor.

create view mentor_funding_answers as
with school as (
    select
        question.n,
        count(*) as now_or_later,
        bool_or(coalesce(answer.status, 'CANNOT_TELL') = 'ELIGIBLE') as eligible,
        bool_or(coalesce(answer.status, 'CANNOT_TELL') = 'CANNOT_TELL') as untold
    from mentor_questions as question
    inner join mentor_at_school_periods as period
        on question.subject = period.trn and not over(period.finished_on, question.day)
    left join school_answers as answer
        on period.urn = answer.urn and question.rules = answer.rules
    group by question.n
),

first_link as (
    select trn, min(started_on) as started_on from mentor_links group by trn
),

-- Of the links that have begun, or where none has, of the coming ones: what of each one's ECT?
link as (
    select
        question.n,
        bool_or(coalesce(trained.provider_led, false)) as provider_led,
        bool_or(trained.id is null) as untold
    from mentor_questions as question
    inner join mentor_links as link on question.subject = link.trn
    inner join first_link on question.subject = first_link.trn
    left join (
        select
            link.id,
            bool_or(
                training.training_programme = 'provider_led'
                and share_a_day(
                    link.started_on, link.finished_on, training.started_on, training.finished_on
                )
            ) as provider_led
        from mentor_links as link
        inner join training_periods as training
            on link.ect_at_school_period_id = training.ect_at_school_period_id
        group by link.id
    ) as trained on link.id = trained.id
    where link.started_on <= question.day or first_link.started_on > question.day
    group by question.n
),

seen as (
    select
        question.*,
        teacher.trn is not null as known,
        question.subject in (select trn from mentor_at_school_periods) as a_mentor,
        teacher.prohibited_from_teaching as prohibited,
        loss.reason as lost,
        loss.declared,
        first_link.started_on as first_assigned,
        coalesce(school.now_or_later, 0) as schools,
        school.eligible as school_eligible,
        school.untold as school_untold,
        link.provider_led,
        link.untold as training_untold,
        question.rules = 'ECF1' as earlier,
        checks.trn is not null as checked,
        case
            when teacher.prohibited_from_teaching or checks.active_flags then true
            when teacher.prohibited_from_teaching is not null then checks.active_flags
        end as flagged,
        coalesce(checks.refused, false) as refused,
        checks.previous_participation,
        checks.different_trn,
        checks.duplicate
    from mentor_questions as question
    left join teachers as teacher on question.subject = teacher.trn
    left join losses as loss on question.subject = loss.trn
    left join first_link on question.subject = first_link.trn
    left join school on question.n = school.n
    left join link on question.n = link.n
    left join mentor_checks as checks on question.subject = checks.trn
),

found as (
    select
        *,
        holding([
            if(not known, 'TRN_NOT_KNOWN', null),
            if(known and not a_mentor, 'NOT_A_MENTOR', null),
            if(not earlier and prohibited, 'PROHIBITED_FROM_TEACHING', null),
            if(known and earlier and refused, 'NOT_ALLOWED', null),
            if(known and earlier and flagged and not refused, 'ACTIVE_FLAGS', null),
            if(known and earlier and previous_participation, 'PREVIOUS_PARTICIPATION', null),
            case
                when lost = 'completed_during_early_roll_out' then 'TRAINED_IN_EARLY_ROLL_OUT'
                when lost = 'completed_declaration_received' then 'TRAINING_COMPLETED'
                when lost = 'started_not_completed' and declared and day < date '2024-07-31'
                    then 'TRAINING_COMPLETED'
                when lost = 'started_not_completed' and day >= date '2024-07-31'
                    then 'TRAINING_STARTED_NOT_COMPLETED'
            end,
            if(known and earlier and different_trn, 'DIFFERENT_TRN', null),
            if(known and earlier and duplicate, 'DUPLICATE_RECORD', null),
            if(known and a_mentor and first_assigned is null, 'NO_ECT_ASSIGNED', null),
            if(known and first_assigned > day, 'ASSIGNMENT_NOT_STARTED', null),
            if(known and a_mentor and schools = 0, 'NOT_AT_A_SCHOOL', null),
            if(
                known and schools > 0 and not school_eligible and not school_untold,
                'SCHOOL_NOT_ELIGIBLE', null
            ),
            if(
                known and first_assigned is not null and not provider_led and not training_untold,
                'NO_PROVIDER_LED_ECT', null
            )
        ]) as bars,
        if(
            earlier,
            flagged is null
            or previous_participation is null
            or different_trn is null
            or duplicate is null,
            prohibited is null
        )
        or (not school_eligible and school_untold)
        or (not provider_led and training_untold) as in_doubt
    from seen
)

select
    n,
    check_name,
    rules,
    case
        when bars[1] = 'TRN_NOT_KNOWN' then 'NOT_KNOWN'
        when bars[1] = 'NOT_A_MENTOR' then 'NOT_REGISTERED'
        when bars[1] in ('NO_ECT_ASSIGNED', 'ASSIGNMENT_NOT_STARTED') then 'NOT_YET_ELIGIBLE'
        when bars[1] in ('ACTIVE_FLAGS', 'DIFFERENT_TRN') then 'NEEDS_REVIEW'
        when len(bars) > 0 then 'NOT_ELIGIBLE'
        when in_doubt then 'CANNOT_TELL'
        else 'ELIGIBLE'
    end as status,
    case
        when len(bars) > 0 then bars
        when in_doubt then ['CANNOT_TELL']
        else ['ELIGIBLE']
    end as reasons
from found;
