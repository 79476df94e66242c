-- Section 10: every school under both rule sets. A school that is not here is not told of at all.

create view school_answers as
with types(gias_type, class) as (
    values
    ('Other independent school', 'independent'),
    ('Other independent special school', 'independent'),
    ('British schools overseas', 'outside England'),
    ('Offshore schools', 'outside England'),
    ('Service children''s education', 'outside England'),
    ('Welsh establishment', 'outside England'),
    ('Higher education institutions', 'other'),
    ('Institution funded by other government department', 'other'),
    ('Miscellaneous', 'other'),
    ('Online provider', 'other'),
    ('Academy 16 to 19 sponsor led', 'funded'),
    ('Academy 16-19 converter', 'funded'),
    ('Academy alternative provision converter', 'funded'),
    ('Academy alternative provision sponsor led', 'funded'),
    ('Academy converter', 'funded'),
    ('Academy secure 16 to 19', 'funded'),
    ('Academy special converter', 'funded'),
    ('Academy special sponsor led', 'funded'),
    ('Academy sponsor led', 'funded'),
    ('City technology college', 'funded'),
    ('Children''s centre', 'funded'),
    ('Children''s centre linked site', 'funded'),
    ('Community school', 'funded'),
    ('Community special school', 'funded'),
    ('Foundation school', 'funded'),
    ('Foundation special school', 'funded'),
    ('Free schools', 'funded'),
    ('Free schools 16 to 19', 'funded'),
    ('Free schools alternative provision', 'funded'),
    ('Free schools special', 'funded'),
    ('Further education', 'funded'),
    ('Local authority nursery school', 'funded'),
    ('Non-maintained special school', 'funded'),
    ('Pupil referral unit', 'funded'),
    ('Secure units', 'secure'),
    ('Sixth form centres', 'funded'),
    ('Special post 16 institution', 'funded'),
    ('Studio schools', 'funded'),
    ('University technical college', 'funded'),
    ('Voluntary aided school', 'funded'),
    ('Voluntary controlled school', 'funded')
),

seen as (
    select
        school.urn,
        rules,
        school.marked_as_eligible,
        school.gias_status in ('open', 'proposed_to_close') as is_open,
        -- Where no district code is told, the type says (in_english_district.py).
        if(
            rules = 'ECF1' and coalesce(school.administrative_district_code, '') <> '',
            upper(school.administrative_district_code) like 'E%'
            or school.administrative_district_code = '9999',
            class <> 'outside England'
        ) as in_england,
        class = 'independent' as independent,
        class = 'funded' or (class = 'secure' and rules = 'RECT') as funded,
        -- From 2025 approval counts for independent schools alone; until 2024 it lifts any type.
        school.section_41_approved and (class = 'independent' or rules = 'ECF1') as lifted,
        rules = 'RECT' and class = 'outside England' as has_its_reason
    from schools as school
    left join types on school.gias_type = types.gias_type
    cross join (values ('ECF1'), ('RECT')) as each_rule_set (rules)
),

found as (
    select
        *,
        holding([
            if(not is_open, 'SCHOOL_CLOSED', null),
            if(not in_england, 'NOT_IN_ENGLAND', null),
            if(independent and not lifted, 'INDEPENDENT_WITHOUT_SECTION_41', null),
            if(
                not funded and not independent and not lifted and not has_its_reason,
                'TYPE_NOT_ELIGIBLE', null
            )
        ]) as bars,
        is_open and in_england and (funded or lifted) as eligible
    from seen
)

select
    urn,
    rules,
    case
        when marked_as_eligible then 'ELIGIBLE'
        when len(bars) > 0 then 'NOT_ELIGIBLE'
        when eligible then 'ELIGIBLE'
        else 'CANNOT_TELL'
    end as status,
    case
        when marked_as_eligible then ['MARKED_AS_ELIGIBLE']
        when len(bars) > 0 then bars
        when not coalesce(eligible, false) then ['CANNOT_TELL']
        when independent then ['SECTION_41_INDEPENDENT']
        when funded then ['STATE_FUNDED_OPEN']
        else ['SECTION_41_APPROVED']
    end as reasons
from found;
