-- Section 17: what the record of a mentor is held for. DATA-2 is asked where DATA-1 does not hold.

with question as (
    select * from mentor_questions where check_name = 'record_retention'
),

assigned as (
    select
        question.n,
        bool_or(link.started_on <= question.day and not over(link.finished_on, question.day))
            as now,
        bool_or(link.started_on > question.day) as later
    from question
    inner join mentor_links as link on question.subject = link.trn
    group by question.n
),

-- Of the training led by a provider that has begun, the latest.
begun as (
    select
        question.n,
        over(training.finished_on, question.day) as has_ended,
        coalesce(
            interruption(training.withdrawn_at, training.deferred_at, question.day), 'none'
        ) as interruption
    from question
    inner join mentor_training as training
        on question.subject = training.trn
        and training.training_programme = 'provider_led'
        and training.started_on <= question.day
    qualify row_number() over (
        partition by question.n order by training.started_on desc, training.id
    ) = 1
),

declared as (
    select
        training.trn,
        bool_or(
            declaration.payment_status in ('eligible', 'payable', 'paid')
            or declaration.clawback_status <> 'no_clawback'
        ) as money
    from declarations as declaration
    inner join mentor_training as training on declaration.training_period_id = training.id
    group by training.trn
),

found as (
    select
        question.n,
        assigned.n is not null as ever_assigned,
        teacher.trn is not null as known,
        loss.reason is not null as lost,
        lost or mentor.trn is not null as registered,
        case
            when not known then ['TRN_NOT_KNOWN']
            when not registered then ['NOT_A_MENTOR']
            when assigned.now or assigned.later
                then holding([
                    if(assigned.now, 'CURRENT_ECT', null), if(assigned.later, 'FUTURE_ECT', null)
                ])
            else holding([
                if(
                    not begun.has_ended and begun.interruption = 'none', 'IN_TRAINING', null
                ),
                if(begun.interruption = 'DEFERRED', 'TRAINING_DEFERRED', null),
                if(lost, 'FUNDING_EVIDENCE', null),
                if(declared.money, 'BILLABLE_DECLARATION', null)
            ])
        end as uses
    from question
    left join teachers as teacher on question.subject = teacher.trn
    left join (select distinct trn from mentor_at_school_periods) as mentor
        on question.subject = mentor.trn
    left join losses as loss on question.subject = loss.trn
    left join assigned on question.n = assigned.n
    left join begun on question.n = begun.n
    left join declared on question.subject = declared.trn
)

select
    n,
    case
        when not known then 'NOT_KNOWN'
        when not registered then 'NOT_REGISTERED'
        when len(uses) > 0 then 'KEEP'
        when ever_assigned then 'REVIEW'
        else 'DO_NOT_HOLD'
    end as status,
    case
        when len(uses) > 0 then uses
        when ever_assigned then ['PREVIOUSLY_ASSIGNED']
        else ['NEVER_ASSIGNED']
    end as reasons
from found;
