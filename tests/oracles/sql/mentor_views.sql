-- What the questions about mentors share: who is asked about, loss of funding, whose rules apply.

-- Section 13 and its reading in completion.py: the loss of funding of each teacher as a mentor.
create view losses as
with completed as (
    select
        period.trn,
        declaration.*,
        declaration.payment_status <> 'voided'
        and declaration.clawback_status = 'no_clawback' as counts,
        coalesce(training.contract_period, contract_period_of(training.started_on))
            as contract_period
    from declarations as declaration
    inner join training_periods as training on declaration.training_period_id = training.id
    inner join mentor_at_school_periods as period
        on training.mentor_at_school_period_id = period.id
    where declaration.declaration_type = 'completed'
),

-- Of two that count at the same instant, the first by id.
latest as (
    select * from completed
    where counts
    qualify row_number() over (partition by trn order by declaration_date desc, id) = 1
)

select
    teacher.trn,
    latest.id is not null as declared,
    case
        when latest.id is not null then
            if(
                stored.reason <> 'completed_declaration_received'
                and latest.contract_period <= 2024,
                stored.reason,
                'completed_declaration_received'
            )
        when
            stored.reason <> 'completed_declaration_received'
            or teacher.trn not in (select completed.trn from completed)
            then stored.reason
    end as reason
from teachers as teacher
left join latest on teacher.trn = latest.trn
cross join lateral (
    select teacher.mentor_became_ineligible_for_funding_reason as reason
) as stored;

create view mentor_links as
select
    period.trn,
    mentorship.*,
    ect.trn as ect_trn
from mentorship_periods as mentorship
inner join mentor_at_school_periods as period
    on mentorship.mentor_at_school_period_id = period.id
left join ect_at_school_periods as ect on mentorship.ect_at_school_period_id = ect.id;

create view mentor_training as
select period.trn, training.*
from training_periods as training
inner join mentor_at_school_periods as period
    on training.mentor_at_school_period_id = period.id;

-- The contract period of a mentor's latest training; without any, of the latest training of the ECT
-- assigned last of those with training. Of two that start together: own, the first by id; of links
-- that start together, the last by id.
create view mentor_contract_periods as
with own as (
    select trn, coalesce(contract_period, contract_period_of(started_on)) as contract_period
    from mentor_training
    qualify row_number() over (partition by trn order by started_on desc, id) = 1
),

linked as (
    select
        link.trn,
        coalesce(training.contract_period, contract_period_of(training.started_on))
            as contract_period
    from mentor_links as link
    inner join training_periods as training
        on link.ect_at_school_period_id = training.ect_at_school_period_id
    qualify row_number() over (
        partition by link.trn
        order by link.started_on desc, link.id desc, training.started_on desc, training.id
    ) = 1
)

select
    coalesce(own.trn, linked.trn) as trn,
    coalesce(own.contract_period, linked.contract_period) as contract_period
from own
full join linked on own.trn = linked.trn;

create view mentor_questions as
select
    asked.*,
    rules_of(coalesce(
        asked.contract_period, training.contract_period, contract_period_of(asked.day)
    )) as rules
from asked
left join mentor_contract_periods as training on asked.subject = training.trn
where asked.check_name in ('mentor_funding', 'mentor_training', 'record_retention');

-- What the earlier service's checks found of each mentor; of two records the first by id.
create view mentor_checks as
with asked_of_mentors as (
    select
        ['active_flags', 'previous_participation', 'different_trn', 'duplicate_profile'] as asked
)

select
    trn,
    stands(active_flags, 'active_flags', manually_validated, status, reason, asked)
        as active_flags,
    stands(
        previous_participation, 'previous_participation', manually_validated, status, reason, asked
    ) as previous_participation,
    stands(different_trn, 'different_trn', manually_validated, status, reason, asked)
        as different_trn,
    stands(
        profile_duplicity = 'secondary', 'duplicate_profile', manually_validated, status, reason,
        asked
    ) as duplicate,
    coalesce(
        manually_validated and status = 'ineligible' and reason = 'active_flags', false
    ) as refused
from ecf_eligibilities
cross join asked_of_mentors
where role = 'mentor'
qualify row_number() over (partition by trn order by id) = 1;
