-- One table for each kind of record, with the fields of facts.py as columns, and the questions.
-- A day is a DATE; an instant is a TIMESTAMPTZ; null is not told, or for a last day, open ended.

create table teachers (
    trn varchar primary key,
    trs_induction_status varchar,
    prohibited_from_teaching boolean,
    mentor_became_ineligible_for_funding_on date,
    mentor_became_ineligible_for_funding_reason varchar,
    qts_held boolean,
    qts_awarded_on date,
    ect_first_became_eligible_for_training_at timestamptz,
    ect_became_ineligible_for_funding_on date,
    mentor_first_became_eligible_for_training_at timestamptz
);

create table schools (
    urn varchar primary key,
    gias_status varchar,
    gias_type varchar,
    section_41_approved boolean,
    marked_as_eligible boolean,
    administrative_district_code varchar
);

create table ect_at_school_periods (
    id varchar primary key,
    trn varchar,
    urn varchar,
    started_on date,
    finished_on date,
    reported_leaving_by_urn varchar
);

create table mentor_at_school_periods (
    id varchar primary key,
    trn varchar,
    urn varchar,
    started_on date,
    finished_on date,
    reported_leaving_by_urn varchar
);

create table mentorship_periods (
    id varchar primary key,
    ect_at_school_period_id varchar,
    mentor_at_school_period_id varchar,
    started_on date,
    finished_on date
);

create table training_periods (
    id varchar primary key,
    training_programme varchar,
    started_on date,
    ect_at_school_period_id varchar,
    mentor_at_school_period_id varchar,
    finished_on date,
    lead_provider varchar,
    partnership_confirmed boolean,
    contract_period integer,
    withdrawn_at timestamptz,
    deferred_at timestamptz
);

create table induction_periods (
    id varchar primary key,
    trn varchar,
    started_on date,
    finished_on date,
    outcome varchar
);

create table declarations (
    id varchar primary key,
    training_period_id varchar,
    declaration_type varchar,
    declaration_date timestamptz,
    payment_status varchar,
    clawback_status varchar,
    evidence_type varchar
);

create table contract_periods (
    year integer primary key,
    enabled boolean,
    payments_frozen_at timestamptz
);

create table ecf_eligibilities (
    id varchar primary key,
    trn varchar,
    role varchar,
    status varchar,
    reason varchar,
    manually_validated boolean,
    active_flags boolean,
    previous_participation boolean,
    previous_induction boolean,
    no_qts boolean,
    different_trn boolean,
    profile_duplicity varchar,
    exempt_from_induction boolean,
    no_induction boolean
);

-- What is asked. subject: a TRN or URN. urn: look at that school only. asking_urn: on whose behalf;
-- empty, the school's own; null, nobody's. contract_period: whose rules; null, what the facts say.
create table asked (
    n integer primary key,
    check_name varchar,
    subject varchar,
    day date,
    urn varchar,
    asking_urn varchar,
    contract_period integer
);
