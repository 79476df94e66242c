-- Section 10, for the questions asked.

select
    asked.n,
    coalesce(answer.status, 'CANNOT_TELL') as status,
    coalesce(answer.reasons, ['CANNOT_TELL']) as reasons
from asked
left join school_answers as answer
    on asked.subject = answer.urn
    and rules_of(coalesce(asked.contract_period, contract_period_of(asked.day))) = answer.rules
where asked.check_name = 'school_eligibility';
