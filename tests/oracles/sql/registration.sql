-- Section 5: is the registration complete? All of REG-1 to REG-6 that hold, else REG-7.

with question as (
    select * from asked where check_name = 'registration'
),

-- The registration that matters on the day: the current or next one, else the last to end.
registration as (
    select
        question.n,
        question.day,
        period.*,
        if(question.asking_urn = '', period.urn, question.asking_urn) as asks
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

mentored as (
    select registration.n, min(mentorship.started_on) <= any_value(registration.day) as begun
    from registration
    inner join mentorship_periods as mentorship
        on registration.id = mentorship.ect_at_school_period_id
        and not over(mentorship.finished_on, registration.day)
    group by registration.n
),

found as (
    select
        question.n,
        case
            when teacher.trn is null then ['TRN_NOT_KNOWN']
            when registration.id is null then ['NOT_REGISTERED_AS_ECT']
            else holding([
                if(over(registration.finished_on, question.day), 'LEFT_SCHOOL', null),
                if(
                    registration.finished_on >= question.day
                    and registration.reported_leaving_by_urn = registration.asks,
                    'LEAVING_SCHOOL', null
                ),
                case teacher.trs_induction_status
                    when 'Passed' then 'INDUCTION_PASSED'
                    when 'Failed' then 'INDUCTION_FAILED'
                    when 'Exempt' then 'INDUCTION_EXEMPT'
                end,
                if(mentored.begun, 'MENTOR_ASSIGNED', null),
                if(not mentored.begun, 'MENTOR_ASSIGNED_FUTURE', null)
            ])
        end as reasons
    from question
    left join teachers as teacher on question.subject = teacher.trn
    left join registration on question.n = registration.n
    left join mentored on question.n = mentored.n
)

select
    n,
    case coalesce(reasons[1], '')
        when 'TRN_NOT_KNOWN' then 'NOT_KNOWN'
        when 'NOT_REGISTERED_AS_ECT' then 'NOT_REGISTERED'
        when 'LEFT_SCHOOL' then 'LEFT'
        when 'LEAVING_SCHOOL' then 'LEAVING'
        when 'MENTOR_ASSIGNED' then 'COMPLETE'
        when 'MENTOR_ASSIGNED_FUTURE' then 'COMPLETE'
        when '' then 'INCOMPLETE'
        else 'NOT_REQUIRED'
    end as status,
    if(len(reasons) > 0, reasons, ['MENTOR_NOT_ASSIGNED']) as reasons
from found;
