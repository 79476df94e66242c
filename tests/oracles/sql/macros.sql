-- Section 4 of the rules. Periods are given by their first and last days; no last day is open ended.

create macro contract_period_of(day) as year(day) - (month(day) < 6)::integer;
create macro rules_of(contract_period) as if(contract_period >= 2025, 'RECT', 'ECF1');
create macro london_day(instant) as timezone('Europe/London', instant)::date;
create macro over(last_day, day) as last_day is not null and last_day < day;
create macro share_a_day(first_1, last_1, first_2, last_2) as
    greatest(first_1, first_2)
        <= least(coalesce(last_1, date '9999-12-31'), coalesce(last_2, date '9999-12-31'));
-- The reasons that hold, in order: those of a list that are not null.
create macro holding(reasons) as list_filter(reasons, lambda reason: reason is not null);

-- Section 11.2 and its reading in ecf.py: whether a check of the earlier service stands against
-- somebody. told: what it found; by_hand: whether the record was validated by hand, and then what was
-- stored stands; asked: the reasons that are asked of the role.
create macro stands(told, this, by_hand, status, reason, asked) as case
    when not by_hand then told
    when status = 'eligible' then false
    when list_contains(asked, reason) then reason = this
end;

-- The induction status on a day from the present one. told_end: some period says when induction
-- ended; ended_with: the outcome of the last that had by the day.
create macro status_after(present, told_end, ended_with) as case
    when present in ('Passed', 'Failed') and told_end and ended_with is null then 'InProgress'
    when present in ('Passed', 'Failed', 'FailedInWales') then present
    when ended_with = 'pass' then 'Passed'
    when ended_with = 'fail' then 'Failed'
    else present
end;

-- TRAIN-6: whether training is withdrawn or deferred by the end of a day. The later instant names it.
create macro interruption(withdrawn_at, deferred_at, day) as case
    when london_day(withdrawn_at) <= day
        and not coalesce(london_day(deferred_at) <= day and deferred_at >= withdrawn_at, false)
        then 'WITHDRAWN'
    when london_day(deferred_at) <= day then 'DEFERRED'
end;
