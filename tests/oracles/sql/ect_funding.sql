-- Section 14: all of its conditions that do not hold. For contract periods up to 2024, section 11.2.

with asked_of_ects as (
    select [
        'active_flags', 'previous_participation', 'previous_induction', 'no_qts', 'different_trn',
        'exempt_from_induction', 'no_induction'
    ] as asked
),

checks as (
    select
        trn,
        stands(active_flags, 'active_flags', manually_validated, status, reason, asked)
            as active_flags,
        stands(
            previous_participation, 'previous_participation', manually_validated, status, reason,
            asked
        ) as previous_participation,
        stands(previous_induction, 'previous_induction', manually_validated, status, reason, asked)
            as previous_induction,
        stands(no_qts, 'no_qts', manually_validated, status, reason, asked) as no_qts,
        stands(different_trn, 'different_trn', manually_validated, status, reason, asked)
            as different_trn,
        stands(
            exempt_from_induction, 'exempt_from_induction', manually_validated, status, reason,
            asked
        ) as exempt,
        stands(no_induction, 'no_induction', manually_validated, status, reason, asked)
            as no_induction,
        coalesce(
            manually_validated and status = 'ineligible' and reason = 'active_flags', false
        ) as refused
    from ecf_eligibilities
    cross join asked_of_ects
    where role = 'ect'
    qualify row_number() over (partition by trn order by id) = 1
),

question as (
    select * from asked where check_name = 'ect_funding'
),

registration as (
    select question.n, question.day, period.*
    from question
    inner join ect_at_school_periods as period
        on question.subject = period.trn and period.urn = coalesce(question.urn, period.urn)
    qualify row_number() over (
        partition by question.n
        order by
            over(period.finished_on, question.day),
            if(over(period.finished_on, question.day), period.finished_on, null) desc,
            period.started_on,
            period.id
    ) = 1
),

latest_training as (
    select
        registration.n,
        coalesce(training.contract_period, contract_period_of(training.started_on))
            as contract_period
    from registration
    inner join training_periods as training
        on registration.id = training.ect_at_school_period_id
    qualify row_number() over (
        partition by registration.n order by training.started_on desc, training.id
    ) = 1
),

-- What induction periods say (induction.py): one with an outcome ends induction on the day after it.
-- The TRS status is the present one: where a period says when induction ended, it had not before.
induction as (
    select
        question.n,
        min(period.started_on) as begun_on,
        coalesce(begun_on < date '2021-09-01', false) as begun_early,
        bool_or(period.outcome is not null and period.finished_on is not null) as told_end,
        arg_max(period.outcome, (period.started_on, period.id)) filter (
            where period.outcome is not null and over(period.finished_on, question.day)
        ) as ended_with,
        arg_max(period.outcome, (period.started_on, period.id)) filter (
            where period.outcome is not null and over(period.finished_on, date '2023-09-01')
        ) as ended_by_2023_with
    from question
    inner join induction_periods as period on question.subject = period.trn
    group by question.n
),

status as (
    select
        question.n,
        teacher.trs_induction_status as present,
        status_after(present, told_end, ended_with) as on_day,
        status_after(present, told_end, ended_by_2023_with)
            in ('Passed', 'Failed', 'FailedInWales') as concluded_by_2023
    from question
    left join induction on question.n = induction.n
    left join teachers as teacher on question.subject = teacher.trn
),

seen as (
    select
        question.n,
        question.day,
        rules_of(coalesce(
            question.contract_period, training.contract_period, contract_period_of(question.day)
        )) = 'ECF1' as earlier,
        teacher.trn is not null as known,
        registration.id is not null as registered,
        teacher.prohibited_from_teaching as prohibited,
        coalesce(checks.refused, false) as refused,
        if(prohibited, true, checks.active_flags) as flagged,
        checks.previous_participation,
        checks.different_trn,
        status.on_day as status,
        status.present in ('Passed', 'Failed', 'FailedInWales', 'Exempt') as needs_no_induction,
        if(
            status.present = 'Exempt'
            or teacher.ect_became_ineligible_for_funding_on <= question.day,
            true, if(status.present is null, null, false)
        ) as exempt,
        checks.exempt as exempt_before,
        induction.begun_on,
        coalesce(induction.begun_early, false) as begun_before_2021,
        status.concluded_by_2023,
        coalesce(
            checks.previous_induction,
            status.on_day in ('Passed', 'Failed', 'FailedInWales')
            or (begun_before_2021 and status.on_day <> 'InProgress')
        ) as induction_before,
        if(
            teacher.qts_awarded_on is null,
            not teacher.qts_held,
            teacher.qts_awarded_on > question.day
        ) as without_qts,
        coalesce(checks.no_qts, without_qts) as without_qts_found,
        coalesce(
            checks.no_induction,
            if(
                begun_on is null,
                status.present not in ('InProgress', 'Passed', 'Failed', 'FailedInWales', 'Exempt'),
                false
            )
        ) as no_induction,
        over(registration.finished_on, question.day) as left_school,
        if(left_school, 'not asked', coalesce(school.status, 'CANNOT_TELL')) as school
    from question
    left join registration on question.n = registration.n
    left join latest_training as training on question.n = training.n
    left join teachers as teacher on question.subject = teacher.trn
    left join checks on question.subject = checks.trn
    left join induction on question.n = induction.n
    left join status on question.n = status.n
    left join school_answers as school
        on registration.urn = school.urn
        and rules_of(coalesce(
            question.contract_period, training.contract_period, contract_period_of(question.day)
        )) = school.rules
),

found as (
    select
        *,
        case
            when not known then ['TRN_NOT_KNOWN']
            when not registered then ['NOT_REGISTERED_AS_ECT']
            else holding([
                if(not earlier and prohibited, 'PROHIBITED_FROM_TEACHING', null),
                if(earlier and refused, 'NOT_ALLOWED', null),
                if(earlier and flagged and not refused, 'ACTIVE_FLAGS', null),
                if(earlier and previous_participation, 'PREVIOUS_PARTICIPATION', null),
                if(earlier and induction_before, 'PREVIOUS_INDUCTION', null),
                if(earlier and without_qts_found, 'NO_QTS', null),
                if(earlier and different_trn, 'DIFFERENT_TRN', null),
                if(exempt or (earlier and exempt_before), 'INDUCTION_EXEMPT', null),
                case status
                    when 'Passed' then 'INDUCTION_PASSED'
                    when 'Failed' then 'INDUCTION_FAILED'
                    when 'FailedInWales' then 'INDUCTION_FAILED_IN_WALES'
                end,
                if(
                    not earlier
                    and begun_before_2021
                    and (day <= date '2023-08-31' or concluded_by_2023),
                    'PREVIOUS_INDUCTION', null
                ),
                if(not earlier and without_qts, 'NO_QTS', null),
                if(earlier and no_induction, 'NO_INDUCTION', null),
                if(
                    not earlier and begun_on is null and not coalesce(needs_no_induction, false),
                    'NO_INDUCTION', null
                ),
                if(not earlier and begun_on > day, 'INDUCTION_NOT_STARTED', null),
                if(left_school, 'LEFT_SCHOOL', null),
                if(school = 'NOT_ELIGIBLE', 'SCHOOL_NOT_ELIGIBLE', null)
            ])
        end as bars,
        status is null
        or school = 'CANNOT_TELL'
        or if(
            earlier,
            (
                flagged is null
                or prohibited is null
                or previous_participation is null
                or induction_before is null
                or without_qts_found is null
                or different_trn is null
                or no_induction is null
            ),
            prohibited is null
            or without_qts is null
            or (begun_before_2021 and concluded_by_2023 is null)
        ) as in_doubt
    from seen
)

select
    n,
    case
        when bars[1] = 'TRN_NOT_KNOWN' then 'NOT_KNOWN'
        when bars[1] = 'NOT_REGISTERED_AS_ECT' then 'NOT_REGISTERED'
        when bars[1] in ('ACTIVE_FLAGS', 'DIFFERENT_TRN') then 'NEEDS_REVIEW'
        when bars[1] in ('NO_QTS', 'NO_INDUCTION') and earlier then 'NEEDS_REVIEW'
        when bars[1] in ('NO_QTS', 'NO_INDUCTION', 'INDUCTION_NOT_STARTED')
            then 'NOT_YET_ELIGIBLE'
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
