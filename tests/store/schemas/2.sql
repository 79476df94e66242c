CREATE TABLE contract_periods (
    "row" bigint NOT NULL,
    year integer NOT NULL,
    enabled boolean,
    payments_frozen_at timestamp with time zone,
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE contract_periods_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE contract_periods_row_seq OWNED BY contract_periods."row";
CREATE TABLE declarations (
    "row" bigint NOT NULL,
    id character varying(64) NOT NULL,
    training_period_id character varying(64) NOT NULL,
    declaration_type character varying(10) NOT NULL,
    declaration_date timestamp with time zone NOT NULL,
    payment_status character varying(10) NOT NULL,
    clawback_status character varying(17) NOT NULL,
    evidence_type character varying(43),
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE declarations_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE declarations_row_seq OWNED BY declarations."row";
CREATE TABLE ecf_eligibilities (
    "row" bigint NOT NULL,
    id character varying(64) NOT NULL,
    trn character varying(7) NOT NULL,
    role character varying(6) NOT NULL,
    status character varying(12),
    reason character varying(22),
    manually_validated boolean NOT NULL,
    active_flags boolean,
    previous_participation boolean,
    previous_induction boolean,
    no_qts boolean,
    different_trn boolean,
    profile_duplicity character varying(9),
    exempt_from_induction boolean,
    no_induction boolean,
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE ecf_eligibilities_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE ecf_eligibilities_row_seq OWNED BY ecf_eligibilities."row";
CREATE TABLE ect_at_school_periods (
    "row" bigint NOT NULL,
    id character varying(64) NOT NULL,
    trn character varying(7) NOT NULL,
    urn character varying(6) NOT NULL,
    started_on date NOT NULL,
    finished_on date,
    reported_leaving_by_urn character varying(6),
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE ect_at_school_periods_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE ect_at_school_periods_row_seq OWNED BY ect_at_school_periods."row";
CREATE TABLE head (
    id integer NOT NULL,
    revision bigint NOT NULL,
    schema_version integer NOT NULL,
    CONSTRAINT head_is_one_row CHECK ((id = 1))
);
CREATE SEQUENCE head_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE head_id_seq OWNED BY head.id;
CREATE TABLE induction_periods (
    "row" bigint NOT NULL,
    id character varying(64) NOT NULL,
    trn character varying(7) NOT NULL,
    started_on date NOT NULL,
    finished_on date,
    outcome character varying(4),
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE induction_periods_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE induction_periods_row_seq OWNED BY induction_periods."row";
CREATE TABLE mentor_at_school_periods (
    "row" bigint NOT NULL,
    id character varying(64) NOT NULL,
    trn character varying(7) NOT NULL,
    urn character varying(6) NOT NULL,
    started_on date NOT NULL,
    finished_on date,
    reported_leaving_by_urn character varying(6),
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE mentor_at_school_periods_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE mentor_at_school_periods_row_seq OWNED BY mentor_at_school_periods."row";
CREATE TABLE mentorship_periods (
    "row" bigint NOT NULL,
    id character varying(64) NOT NULL,
    ect_at_school_period_id character varying(64) NOT NULL,
    mentor_at_school_period_id character varying(64) NOT NULL,
    started_on date NOT NULL,
    finished_on date,
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE mentorship_periods_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE mentorship_periods_row_seq OWNED BY mentorship_periods."row";
CREATE TABLE requests (
    request_id character varying(36) NOT NULL,
    method character varying(64) NOT NULL,
    payload_digest bytea NOT NULL,
    response bytea NOT NULL
);
CREATE TABLE revisions (
    revision bigint NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    method character varying(64) NOT NULL,
    request_id character varying(36) NOT NULL
);
CREATE TABLE schools (
    "row" bigint NOT NULL,
    urn character varying(6) NOT NULL,
    gias_status character varying(20),
    gias_type character varying(80),
    section_41_approved boolean,
    marked_as_eligible boolean NOT NULL,
    administrative_district_code character varying(9),
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE schools_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE schools_row_seq OWNED BY schools."row";
CREATE TABLE teachers (
    "row" bigint NOT NULL,
    trn character varying(7) NOT NULL,
    trs_induction_status character varying(18),
    prohibited_from_teaching boolean,
    mentor_became_ineligible_for_funding_on date,
    mentor_became_ineligible_for_funding_reason character varying(40),
    qts_held boolean,
    qts_awarded_on date,
    ect_first_became_eligible_for_training_at timestamp with time zone,
    ect_became_ineligible_for_funding_on date,
    mentor_first_became_eligible_for_training_at timestamp with time zone,
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE teachers_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE teachers_row_seq OWNED BY teachers."row";
CREATE TABLE training_periods (
    "row" bigint NOT NULL,
    id character varying(64) NOT NULL,
    training_programme character varying(12) NOT NULL,
    started_on date NOT NULL,
    finished_on date,
    ect_at_school_period_id character varying(64),
    mentor_at_school_period_id character varying(64),
    lead_provider character varying(200),
    partnership_confirmed boolean,
    contract_period integer,
    withdrawn_at timestamp with time zone,
    deferred_at timestamp with time zone,
    recorded_at bigint NOT NULL,
    superseded_at bigint NOT NULL
);
CREATE SEQUENCE training_periods_row_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE training_periods_row_seq OWNED BY training_periods."row";
ALTER TABLE ONLY contract_periods ALTER COLUMN "row" SET DEFAULT nextval('contract_periods_row_seq'::regclass);
ALTER TABLE ONLY declarations ALTER COLUMN "row" SET DEFAULT nextval('declarations_row_seq'::regclass);
ALTER TABLE ONLY ecf_eligibilities ALTER COLUMN "row" SET DEFAULT nextval('ecf_eligibilities_row_seq'::regclass);
ALTER TABLE ONLY ect_at_school_periods ALTER COLUMN "row" SET DEFAULT nextval('ect_at_school_periods_row_seq'::regclass);
ALTER TABLE ONLY head ALTER COLUMN id SET DEFAULT nextval('head_id_seq'::regclass);
ALTER TABLE ONLY induction_periods ALTER COLUMN "row" SET DEFAULT nextval('induction_periods_row_seq'::regclass);
ALTER TABLE ONLY mentor_at_school_periods ALTER COLUMN "row" SET DEFAULT nextval('mentor_at_school_periods_row_seq'::regclass);
ALTER TABLE ONLY mentorship_periods ALTER COLUMN "row" SET DEFAULT nextval('mentorship_periods_row_seq'::regclass);
ALTER TABLE ONLY schools ALTER COLUMN "row" SET DEFAULT nextval('schools_row_seq'::regclass);
ALTER TABLE ONLY teachers ALTER COLUMN "row" SET DEFAULT nextval('teachers_row_seq'::regclass);
ALTER TABLE ONLY training_periods ALTER COLUMN "row" SET DEFAULT nextval('training_periods_row_seq'::regclass);
INSERT INTO contract_periods VALUES
	(1, 2021, false, '2024-06-17 23:00:00+00', 1, 4611686018427387904),
	(2, 2022, false, '2025-06-15 23:00:00+00', 1, 4611686018427387904),
	(3, 2023, true, NULL, 1, 4611686018427387904),
	(4, 2024, true, NULL, 1, 4611686018427387904),
	(5, 2025, true, NULL, 1, 4611686018427387904),
	(6, 2026, false, NULL, 1, 4611686018427387904);
INSERT INTO declarations VALUES
	(1, '801', '640', 'started', '2025-10-03 09:00:00+00', 'eligible', 'no_clawback', 'training-event-attended', 1, 4611686018427387904),
	(2, '802', '641', 'started', '2023-10-05 09:00:00+00', 'paid', 'no_clawback', NULL, 1, 4611686018427387904),
	(3, '803', '641', 'completed', '2025-07-10 09:00:00+00', 'paid', 'no_clawback', '75-percent-engagement-met', 1, 4611686018427387904),
	(4, '804', '642', 'started', '2022-10-05 09:00:00+00', 'paid', 'no_clawback', NULL, 1, 4611686018427387904),
	(5, '805', '601', 'started', '2025-10-03 09:00:00+00', 'paid', 'no_clawback', 'training-event-attended', 1, 4611686018427387904),
	(6, '806', '644', 'started', '2025-10-06 09:00:00+00', 'eligible', 'no_clawback', 'training-event-attended', 1, 4611686018427387904),
	(7, '807', '652', 'started', '2025-10-06 09:00:00+00', 'voided', 'no_clawback', 'training-event-attended', 1, 4611686018427387904),
	(8, '808', '655', 'started', '2023-10-09 09:00:00+00', 'paid', 'no_clawback', NULL, 1, 4611686018427387904),
	(9, '809', '646', 'started', '2025-10-06 09:00:00+00', 'no_payment', 'no_clawback', 'other', 1, 4611686018427387904);
INSERT INTO ect_at_school_periods VALUES
	(1, '101', '3000001', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(2, '102', '3000002', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(3, '103', '3000003', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(4, '104', '3000004', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(5, '105', '3000005', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(6, '106', '3000006', '100001', '2023-09-01', NULL, NULL, 1, 4611686018427387904),
	(7, '107', '3000007', '100001', '2023-09-01', NULL, NULL, 1, 4611686018427387904),
	(8, '108', '3000008', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(9, '109', '3000009', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(10, '110', '3000010', '100001', '2025-09-01', '2026-02-13', '100001', 1, 4611686018427387904),
	(11, '111', '3000011', '100001', '2025-09-01', '2026-01-15', '100001', 1, 4611686018427387904),
	(12, '112', '3000012', '100001', '2025-09-01', '2025-12-19', '100001', 1, 4611686018427387904),
	(13, '113', '3000013', '100001', '2025-09-01', '2026-01-31', NULL, 1, 4611686018427387904),
	(14, '213', '3000013', '100002', '2026-02-01', NULL, NULL, 1, 4611686018427387904),
	(15, '114', '3000014', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(16, '115', '3000015', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(17, '116', '3000016', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(18, '117', '3000017', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(19, '118', '3000018', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(20, '119', '3000019', '100003', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(21, '120', '3000020', '100004', '2024-09-01', NULL, NULL, 1, 4611686018427387904),
	(22, '121', '3000021', '100005', '2024-09-01', '2025-08-31', NULL, 1, 4611686018427387904),
	(23, '122', '3000022', '100006', '2026-04-13', NULL, NULL, 1, 4611686018427387904),
	(24, '123', '3000023', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(25, '124', '3000024', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(26, '125', '3000025', '100001', '2021-09-01', '2023-08-31', NULL, 1, 4611686018427387904),
	(27, '126', '3000026', '100006', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(28, '127', '3000027', '100001', '2026-01-15', NULL, NULL, 1, 4611686018427387904),
	(29, 'bc4ce10d-3bc4-5659-86d6-997cc50292fb', '1000001', '200001', '2025-09-01', NULL, NULL, 3, 4611686018427387904);
INSERT INTO head VALUES
	(1, 8, 2);
INSERT INTO induction_periods VALUES
	(1, '700', '3000001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(2, '701', '3000002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(3, '702', '3000003', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(4, '703', '3000004', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(5, '704', '3000005', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(6, '705', '3000006', '2023-09-01', '2025-07-18', 'pass', 1, 4611686018427387904),
	(7, '706', '3000007', '2023-09-01', '2025-12-12', 'fail', 1, 4611686018427387904),
	(8, '707', '3000010', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(9, '708', '3000011', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(10, '709', '3000012', '2025-09-01', '2025-12-19', NULL, 1, 4611686018427387904),
	(11, '710', '3000013', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(12, '711', '3000014', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(13, '712', '3000015', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(14, '713', '3000016', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(15, '714', '3000018', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(16, '715', '3000019', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(17, '716', '3000020', '2024-09-01', NULL, NULL, 1, 4611686018427387904),
	(18, '717', '3000021', '2024-09-01', '2025-08-31', NULL, 1, 4611686018427387904),
	(19, '718', '3000023', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(20, '719', '3000025', '2021-09-01', '2023-07-20', 'pass', 1, 4611686018427387904),
	(21, '720', '3000026', '2025-09-01', NULL, NULL, 1, 4611686018427387904);
INSERT INTO mentor_at_school_periods VALUES
	(1, '301', '3000030', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(2, '302', '3000031', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(3, '303', '3000032', '100001', '2023-09-01', NULL, NULL, 1, 4611686018427387904),
	(4, '304', '3000033', '100001', '2021-09-01', NULL, NULL, 1, 4611686018427387904),
	(5, '305', '3000034', '100001', '2022-09-01', NULL, NULL, 1, 4611686018427387904),
	(6, '306', '3000035', '100001', '2026-01-12', NULL, NULL, 1, 4611686018427387904),
	(7, '307', '3000036', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(8, '308', '3000037', '100001', '2025-12-01', NULL, NULL, 1, 4611686018427387904),
	(9, '309', '3000038', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(10, '310', '3000039', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(11, '311', '3000040', '100003', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(12, '312', '3000041', '100004', '2024-09-01', NULL, NULL, 1, 4611686018427387904),
	(13, '313', '3000042', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(14, '413', '3000042', '100006', '2025-11-03', NULL, NULL, 1, 4611686018427387904),
	(15, '314', '3000025', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(16, '315', '3000043', '100006', '2025-09-01', '2026-03-27', '100006', 1, 4611686018427387904),
	(17, '316', '3000044', '100001', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(18, '317', '3000045', '100002', '2025-09-01', NULL, NULL, 1, 4611686018427387904),
	(19, '318', '3000046', '100005', '2024-09-01', '2025-08-31', NULL, 1, 4611686018427387904),
	(20, '319', '3000047', '100001', '2023-09-01', NULL, NULL, 1, 4611686018427387904),
	(21, '320', '3000048', '100006', '2025-09-01', '2025-12-19', '100006', 1, 4611686018427387904),
	(22, '9cd1bd9f-97e6-5740-a748-536cd2b99f45', '2000001', '200001', '2025-09-01', NULL, NULL, 4, 4611686018427387904),
	(23, '11c91e77-0140-56e5-8c5e-33dd22fb6056', '2000002', '200001', '2025-09-01', NULL, NULL, 5, 4611686018427387904);
INSERT INTO mentorship_periods VALUES
	(1, '501', '101', '301', '2025-09-01', NULL, 1, 4611686018427387904),
	(2, '502', '103', '303', '2026-02-01', NULL, 1, 4611686018427387904),
	(3, '503', '104', '305', '2025-09-01', '2026-01-14', 1, 4611686018427387904),
	(4, '504', '105', '304', '2025-09-01', '2026-01-15', 1, 4611686018427387904),
	(5, '505', '106', '303', '2023-09-01', '2025-07-18', 1, 4611686018427387904),
	(6, '506', '107', '319', '2023-09-01', NULL, 1, 4611686018427387904),
	(7, '507', '111', '304', '2025-09-01', '2026-01-15', 1, 4611686018427387904),
	(8, '508', '112', '316', '2025-09-01', '2025-12-19', 1, 4611686018427387904),
	(9, '509', '114', '307', '2025-09-01', '2025-11-30', 1, 4611686018427387904),
	(10, '510', '114', '308', '2025-12-01', NULL, 1, 4611686018427387904),
	(11, '511', '115', '316', '2025-09-01', '2025-12-31', 1, 4611686018427387904),
	(12, '512', '115', '306', '2026-02-23', NULL, 1, 4611686018427387904),
	(13, '513', '116', '309', '2025-09-01', NULL, 1, 4611686018427387904),
	(14, '514', '118', '310', '2025-09-01', NULL, 1, 4611686018427387904),
	(15, '515', '119', '311', '2025-09-01', NULL, 1, 4611686018427387904),
	(16, '516', '120', '312', '2024-09-01', NULL, 1, 4611686018427387904),
	(17, '517', '121', '318', '2024-09-01', '2025-08-31', 1, 4611686018427387904),
	(18, '518', '123', '313', '2025-09-01', NULL, 1, 4611686018427387904),
	(19, '519', '126', '315', '2025-09-01', '2026-03-27', 1, 4611686018427387904),
	(20, '520', '127', '314', '2026-01-15', NULL, 1, 4611686018427387904),
	(21, '521', '124', '317', '2025-09-01', '2025-12-19', 1, 4611686018427387904),
	(22, '522', '102', '314', '2025-09-01', '2025-10-24', 1, 4611686018427387904),
	(23, 'bd3b4867-8468-546e-9dfd-cf23b6dc30f2', 'bc4ce10d-3bc4-5659-86d6-997cc50292fb', '9cd1bd9f-97e6-5740-a748-536cd2b99f45', '2025-10-01', NULL, 4, 5),
	(24, 'bd3b4867-8468-546e-9dfd-cf23b6dc30f2', 'bc4ce10d-3bc4-5659-86d6-997cc50292fb', '9cd1bd9f-97e6-5740-a748-536cd2b99f45', '2025-10-01', '2026-01-09', 5, 4611686018427387904),
	(25, 'af454286-f300-5e0a-9b01-a88bd598d794', 'bc4ce10d-3bc4-5659-86d6-997cc50292fb', '11c91e77-0140-56e5-8c5e-33dd22fb6056', '2026-01-10', NULL, 5, 6),
	(26, 'af454286-f300-5e0a-9b01-a88bd598d794', 'bc4ce10d-3bc4-5659-86d6-997cc50292fb', '11c91e77-0140-56e5-8c5e-33dd22fb6056', '2026-01-10', '2026-01-14', 6, 4611686018427387904);
INSERT INTO requests VALUES
	('0ef4c1a4-4cae-4c72-8011-3cf9e7aa5f8c', 'EndMentorship', '\x351eeaf1b02e168ade0e87879c972a343abc626d30efa901fd3de44c2722fad3', '\x0806'),
	('18cb45b9-a3bc-4174-bd46-23419436d975', 'ImportRecords', '\xbce3a26bcb01222c3dfb2ff03757ff6d5f969ec6bcf7209b8f483541c57b59f6', '\x080110ca01'),
	('1b03d379-cfb3-4082-b15d-198972901ade', 'ImportRecords', '\x7b2a26ab81206270b1dabf4f87f484500281e7441176034015f724aad867b6b5', '\x08081802'),
	('3042ca27-52ba-40ef-b212-31f71130f44f', 'RecordTeacher', '\x86a78d4013b7b1b6f1ec00546df7c47a57301e5684d8e442a2c7a55cff633de8', '\x0807'),
	('363f712f-4979-4a6b-800f-89b0a6c62484', 'RegisterMentor', '\xe69279349ac9ced722a18c6d85241719d5904988317b3ad1874a8505d82cf2cd', '\x0805122431316339316537372d303134302d353665352d386335652d3333646432326662363035361a2461663435343238362d663330302d356530612d396230312d613838626435393864373934220708ea0f1001180a'),
	('6a263a64-4700-4e4a-8aaf-3cb9c39338b1', 'ImportRecords', '\xb535e7bf9eb0a54750b4cb2a2ba7e0ed407db5b08a4f2758cc961c27cbf4cd0b', '\x08021004'),
	('b54df6e3-5cf6-40af-a2c1-b309d628ca6d', 'RegisterMentor', '\x1599e56fdeb616a68fdf700a36fbb5accfb275520b5e2eabe07ebc97b78fd614', '\x0804122439636431626439662d393765362d353734302d613734382d3533366364326239396634351a2462643362343836372d383436382d353436652d396466642d636632336236646333306632220708e90f100a1801'),
	('ed8c7c8c-eaad-432d-b9dc-f7dd47d8fb9d', 'RegisterEct', '\x416c5b30ad70456a9a2bd4afd17803b1c9d30e513f65b288b8b51647e6c99d48', '\x0803122462633463653130642d336263342d353635392d383664362d393937636335303239326662');
INSERT INTO revisions VALUES
	(1, '2026-11-23 20:26:40.244901+00', 'ImportRecords', '18cb45b9-a3bc-4174-bd46-23419436d975'),
	(2, '2026-11-23 20:26:40.26727+00', 'ImportRecords', '6a263a64-4700-4e4a-8aaf-3cb9c39338b1'),
	(3, '2026-11-23 20:26:40.275775+00', 'RegisterEct', 'ed8c7c8c-eaad-432d-b9dc-f7dd47d8fb9d'),
	(4, '2026-11-23 20:26:40.288752+00', 'RegisterMentor', 'b54df6e3-5cf6-40af-a2c1-b309d628ca6d'),
	(5, '2026-11-23 20:26:40.29913+00', 'RegisterMentor', '363f712f-4979-4a6b-800f-89b0a6c62484'),
	(6, '2026-11-23 20:26:40.310852+00', 'EndMentorship', '0ef4c1a4-4cae-4c72-8011-3cf9e7aa5f8c'),
	(7, '2026-11-23 20:26:40.316993+00', 'RecordTeacher', '3042ca27-52ba-40ef-b212-31f71130f44f'),
	(8, '2026-11-23 20:26:40.326354+00', 'ImportRecords', '1b03d379-cfb3-4082-b15d-198972901ade');
INSERT INTO schools VALUES
	(1, '100001', 'open', 'Community school', false, false, NULL, 1, 4611686018427387904),
	(2, '100002', 'open', 'Academy converter', false, false, NULL, 1, 4611686018427387904),
	(3, '100003', 'open', 'Other independent special school', true, false, NULL, 1, 4611686018427387904),
	(4, '100004', 'open', 'Other independent school', false, false, NULL, 1, 4611686018427387904),
	(5, '100005', 'closed', 'Community school', false, false, NULL, 1, 4611686018427387904),
	(6, '100006', 'proposed_to_close', 'Studio schools', false, false, NULL, 1, 4611686018427387904),
	(7, '200001', 'open', 'Community school', NULL, false, NULL, 2, 8),
	(8, '200001', 'closed', 'Community school', NULL, false, NULL, 8, 4611686018427387904);
INSERT INTO teachers VALUES
	(1, '3000001', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(2, '3000002', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(3, '3000003', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(4, '3000004', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(5, '3000005', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(6, '3000006', 'Passed', false, NULL, NULL, true, '2023-07-01', '2023-09-11 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(7, '3000007', 'Failed', false, NULL, NULL, true, '2023-07-01', '2023-09-11 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(8, '3000008', 'Exempt', false, NULL, NULL, true, '2010-07-01', NULL, '2025-10-06', NULL, 1, 4611686018427387904),
	(9, '3000009', 'FailedInWales', false, NULL, NULL, true, '2021-07-01', NULL, NULL, NULL, 1, 4611686018427387904),
	(10, '3000010', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(11, '3000011', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(12, '3000012', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(13, '3000013', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(14, '3000014', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(15, '3000015', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(16, '3000016', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(17, '3000017', 'RequiredToComplete', false, NULL, NULL, true, '2025-07-10', NULL, NULL, NULL, 1, 4611686018427387904),
	(18, '3000018', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(19, '3000019', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(20, '3000020', 'InProgress', false, NULL, NULL, true, '2024-07-01', '2024-09-12 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(21, '3000021', 'InProgress', false, NULL, NULL, true, '2024-07-01', '2024-09-12 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(22, '3000022', 'RequiredToComplete', false, NULL, NULL, true, '2025-12-01', NULL, NULL, NULL, 1, 4611686018427387904),
	(23, '3000023', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(24, '3000024', NULL, false, NULL, NULL, true, '2025-07-10', NULL, NULL, NULL, 1, 4611686018427387904),
	(25, '3000025', 'Passed', false, NULL, NULL, true, '2021-07-01', '2021-09-20 08:00:00+00', NULL, '2025-09-02 08:00:00+00', 1, 4611686018427387904),
	(26, '3000026', 'InProgress', false, NULL, NULL, true, '2025-07-10', '2025-09-10 08:00:00+00', NULL, NULL, 1, 4611686018427387904),
	(27, '3000027', 'RequiredToComplete', false, NULL, NULL, true, '2025-12-19', NULL, NULL, NULL, 1, 4611686018427387904),
	(28, '3000030', NULL, false, NULL, NULL, true, '2010-07-01', NULL, NULL, '2025-09-02 08:00:00+00', 1, 4611686018427387904),
	(29, '3000031', NULL, false, NULL, NULL, true, '2011-07-01', NULL, NULL, NULL, 1, 4611686018427387904),
	(30, '3000032', NULL, false, '2025-07-10', 'completed_declaration_received', true, '2012-07-01', NULL, NULL, '2023-09-20 08:00:00+00', 1, 4611686018427387904),
	(31, '3000033', NULL, false, '2021-04-19', 'completed_during_early_roll_out', true, '2005-07-01', NULL, NULL, NULL, 1, 4611686018427387904),
	(32, '3000034', NULL, false, '2025-07-31', 'started_not_completed', true, '2009-07-01', NULL, NULL, '2022-09-20 08:00:00+00', 1, 4611686018427387904),
	(33, '3000035', NULL, false, NULL, NULL, true, '2013-07-01', NULL, NULL, '2026-01-12 10:00:00+00', 1, 4611686018427387904),
	(34, '3000036', NULL, false, NULL, NULL, true, '2014-07-01', NULL, NULL, '2025-09-02 08:00:00+00', 1, 4611686018427387904),
	(35, '3000037', NULL, false, NULL, NULL, true, '2015-07-01', NULL, NULL, '2025-12-01 08:00:00+00', 1, 4611686018427387904),
	(36, '3000038', NULL, false, NULL, NULL, true, '2008-07-01', NULL, NULL, NULL, 1, 4611686018427387904),
	(37, '3000039', NULL, false, NULL, NULL, true, '2016-07-01', NULL, NULL, '2025-09-03 08:00:00+00', 1, 4611686018427387904),
	(38, '3000040', NULL, false, NULL, NULL, true, '2007-07-01', NULL, NULL, '2025-09-03 08:00:00+00', 1, 4611686018427387904),
	(39, '3000041', NULL, false, NULL, NULL, true, '2006-07-01', NULL, NULL, '2024-09-20 08:00:00+00', 1, 4611686018427387904),
	(40, '3000042', NULL, false, NULL, NULL, true, '2012-07-01', NULL, NULL, '2025-09-03 08:00:00+00', 1, 4611686018427387904),
	(41, '3000043', NULL, false, NULL, NULL, true, '2003-07-01', NULL, NULL, '2025-09-03 08:00:00+00', 1, 4611686018427387904),
	(42, '3000044', NULL, false, NULL, NULL, true, '2004-07-01', NULL, NULL, '2025-09-03 08:00:00+00', 1, 4611686018427387904),
	(43, '3000045', NULL, false, NULL, NULL, true, '2002-07-01', NULL, NULL, '2025-09-03 08:00:00+00', 1, 4611686018427387904),
	(44, '3000046', NULL, false, NULL, NULL, true, '2001-07-01', NULL, NULL, '2024-09-20 08:00:00+00', 1, 4611686018427387904),
	(45, '3000047', NULL, false, NULL, NULL, true, '2017-07-01', NULL, NULL, '2023-09-20 08:00:00+00', 1, 4611686018427387904),
	(46, '3000048', NULL, false, NULL, NULL, true, '2018-07-01', NULL, NULL, NULL, 1, 4611686018427387904),
	(47, '1000001', NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, 7),
	(48, '2000001', NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, 8),
	(49, '2000002', NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, 4611686018427387904),
	(50, '1000001', 'Passed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 7, 4611686018427387904),
	(51, '2000001', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 8, 4611686018427387904);
INSERT INTO training_periods VALUES
	(1, '601', 'provider_led', '2025-09-01', NULL, '101', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(2, '602', 'provider_led', '2025-09-01', NULL, '102', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(3, '603', 'provider_led', '2025-09-01', NULL, '103', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(4, '604', 'provider_led', '2025-09-01', NULL, '104', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(5, '605', 'provider_led', '2025-09-01', NULL, '105', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(6, '606', 'provider_led', '2023-09-01', '2025-07-18', '106', NULL, 'Northway Lead Provider', true, 2023, NULL, NULL, 1, 4611686018427387904),
	(7, '607', 'provider_led', '2023-09-01', '2025-12-12', '107', NULL, 'Northway Lead Provider', true, 2023, NULL, NULL, 1, 4611686018427387904),
	(8, '608', 'provider_led', '2025-09-01', NULL, '108', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(9, '609', 'provider_led', '2025-09-01', NULL, '109', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(10, '610', 'provider_led', '2025-09-01', '2026-02-13', '110', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(11, '611', 'provider_led', '2025-09-01', '2026-01-15', '111', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(12, '612', 'provider_led', '2025-09-01', '2025-12-19', '112', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(13, '613', 'provider_led', '2025-09-01', '2026-01-31', '113', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(14, '614', 'provider_led', '2026-02-01', NULL, '213', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(15, '615', 'provider_led', '2025-09-01', NULL, '114', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(16, '616', 'provider_led', '2025-09-01', NULL, '115', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(17, '617', 'school_led', '2025-09-01', NULL, '116', NULL, NULL, NULL, NULL, NULL, NULL, 1, 4611686018427387904),
	(18, '618', 'school_led', '2025-09-01', NULL, '117', NULL, NULL, NULL, NULL, NULL, NULL, 1, 4611686018427387904),
	(19, '619', 'provider_led', '2025-09-01', NULL, '118', NULL, 'Southbank Lead Provider', false, 2025, NULL, NULL, 1, 4611686018427387904),
	(20, '620', 'provider_led', '2025-09-01', NULL, '119', NULL, 'Southbank Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(21, '621', 'provider_led', '2024-09-01', NULL, '120', NULL, 'Northway Lead Provider', false, 2024, NULL, NULL, 1, 4611686018427387904),
	(22, '622', 'provider_led', '2024-09-01', '2025-08-31', '121', NULL, 'Northway Lead Provider', true, 2024, NULL, NULL, 1, 4611686018427387904),
	(23, '623', 'school_led', '2026-04-13', NULL, '122', NULL, NULL, NULL, NULL, NULL, NULL, 1, 4611686018427387904),
	(24, '624', 'provider_led', '2025-09-01', '2025-12-05', '123', NULL, 'Northway Lead Provider', true, 2025, NULL, '2025-12-05 10:00:00+00', 1, 4611686018427387904),
	(25, '625', 'provider_led', '2025-09-01', '2025-11-21', '124', NULL, 'Northway Lead Provider', true, 2025, '2025-11-21 10:00:00+00', NULL, 1, 4611686018427387904),
	(26, '626', 'provider_led', '2025-09-01', NULL, '126', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(27, '627', 'provider_led', '2026-01-15', NULL, '127', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(28, '640', 'provider_led', '2025-09-01', NULL, NULL, '301', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(29, '641', 'provider_led', '2023-09-01', '2025-07-10', NULL, '303', 'Northway Lead Provider', true, 2023, NULL, NULL, 1, 4611686018427387904),
	(30, '642', 'provider_led', '2022-09-01', '2025-07-31', NULL, '305', 'Southbank Lead Provider', false, 2022, NULL, NULL, 1, 4611686018427387904),
	(31, '643', 'provider_led', '2026-02-23', NULL, NULL, '306', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(32, '644', 'provider_led', '2025-09-01', NULL, NULL, '307', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(33, '645', 'provider_led', '2025-12-01', NULL, NULL, '308', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(34, '646', 'provider_led', '2025-09-01', NULL, NULL, '310', 'Southbank Lead Provider', false, 2025, NULL, NULL, 1, 4611686018427387904),
	(35, '647', 'provider_led', '2025-09-01', NULL, NULL, '311', 'Southbank Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(36, '648', 'provider_led', '2024-09-01', NULL, NULL, '312', 'Northway Lead Provider', false, 2024, NULL, NULL, 1, 4611686018427387904),
	(37, '649', 'provider_led', '2025-09-01', NULL, NULL, '313', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(38, '650', 'provider_led', '2025-09-01', NULL, NULL, '314', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(39, '651', 'provider_led', '2025-09-01', '2026-03-27', NULL, '315', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(40, '652', 'provider_led', '2025-09-01', '2025-12-31', NULL, '316', 'Northway Lead Provider', true, 2025, '2025-12-31 10:00:00+00', NULL, 1, 4611686018427387904),
	(41, '653', 'provider_led', '2025-09-01', '2025-12-19', NULL, '317', 'Northway Lead Provider', true, 2025, NULL, '2025-12-19 10:00:00+00', 1, 4611686018427387904),
	(42, '654', 'provider_led', '2024-09-01', '2025-08-31', NULL, '318', 'Northway Lead Provider', true, 2024, NULL, NULL, 1, 4611686018427387904),
	(43, '655', 'provider_led', '2023-09-01', NULL, NULL, '319', 'Northway Lead Provider', true, 2023, NULL, NULL, 1, 4611686018427387904),
	(44, 'a41b31d9-6820-545e-ac35-de1427084278', 'provider_led', '2025-09-01', NULL, 'bc4ce10d-3bc4-5659-86d6-997cc50292fb', NULL, 'Northway', false, 2025, NULL, NULL, 3, 4611686018427387904);
SELECT pg_catalog.setval('contract_periods_row_seq', 6, true);
SELECT pg_catalog.setval('declarations_row_seq', 9, true);
SELECT pg_catalog.setval('ecf_eligibilities_row_seq', 1, false);
SELECT pg_catalog.setval('ect_at_school_periods_row_seq', 29, true);
SELECT pg_catalog.setval('head_id_seq', 1, false);
SELECT pg_catalog.setval('induction_periods_row_seq', 21, true);
SELECT pg_catalog.setval('mentor_at_school_periods_row_seq', 23, true);
SELECT pg_catalog.setval('mentorship_periods_row_seq', 26, true);
SELECT pg_catalog.setval('schools_row_seq', 8, true);
SELECT pg_catalog.setval('teachers_row_seq', 51, true);
SELECT pg_catalog.setval('training_periods_row_seq', 44, true);
ALTER TABLE ONLY contract_periods
    ADD CONSTRAINT contract_periods_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY declarations
    ADD CONSTRAINT declarations_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY ecf_eligibilities
    ADD CONSTRAINT ecf_eligibilities_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY ect_at_school_periods
    ADD CONSTRAINT ect_at_school_periods_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY head
    ADD CONSTRAINT head_pkey PRIMARY KEY (id);
ALTER TABLE ONLY induction_periods
    ADD CONSTRAINT induction_periods_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY mentor_at_school_periods
    ADD CONSTRAINT mentor_at_school_periods_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY mentorship_periods
    ADD CONSTRAINT mentorship_periods_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (request_id);
ALTER TABLE ONLY revisions
    ADD CONSTRAINT revisions_pkey PRIMARY KEY (revision);
ALTER TABLE ONLY schools
    ADD CONSTRAINT schools_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY teachers
    ADD CONSTRAINT teachers_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY training_periods
    ADD CONSTRAINT training_periods_pkey PRIMARY KEY ("row");
CREATE UNIQUE INDEX contract_periods_year ON contract_periods USING btree (year, superseded_at);
CREATE UNIQUE INDEX declarations_id ON declarations USING btree (id, superseded_at);
CREATE INDEX declarations_training_period_id ON declarations USING btree (training_period_id, superseded_at);
CREATE UNIQUE INDEX ecf_eligibilities_id ON ecf_eligibilities USING btree (id, superseded_at);
CREATE INDEX ecf_eligibilities_trn ON ecf_eligibilities USING btree (trn, superseded_at);
CREATE UNIQUE INDEX ect_at_school_periods_id ON ect_at_school_periods USING btree (id, superseded_at);
CREATE INDEX ect_at_school_periods_trn ON ect_at_school_periods USING btree (trn, superseded_at);
CREATE INDEX ect_at_school_periods_urn ON ect_at_school_periods USING btree (urn, superseded_at);
CREATE UNIQUE INDEX induction_periods_id ON induction_periods USING btree (id, superseded_at);
CREATE INDEX induction_periods_trn ON induction_periods USING btree (trn, superseded_at);
CREATE UNIQUE INDEX mentor_at_school_periods_id ON mentor_at_school_periods USING btree (id, superseded_at);
CREATE INDEX mentor_at_school_periods_trn ON mentor_at_school_periods USING btree (trn, superseded_at);
CREATE INDEX mentor_at_school_periods_urn ON mentor_at_school_periods USING btree (urn, superseded_at);
CREATE INDEX mentorship_periods_ect_at_school_period_id ON mentorship_periods USING btree (ect_at_school_period_id, superseded_at);
CREATE UNIQUE INDEX mentorship_periods_id ON mentorship_periods USING btree (id, superseded_at);
CREATE INDEX mentorship_periods_mentor_at_school_period_id ON mentorship_periods USING btree (mentor_at_school_period_id, superseded_at);
CREATE UNIQUE INDEX schools_urn ON schools USING btree (urn, superseded_at);
CREATE UNIQUE INDEX teachers_trn ON teachers USING btree (trn, superseded_at);
CREATE INDEX training_periods_ect_at_school_period_id ON training_periods USING btree (ect_at_school_period_id, superseded_at);
CREATE UNIQUE INDEX training_periods_id ON training_periods USING btree (id, superseded_at);
CREATE INDEX training_periods_mentor_at_school_period_id ON training_periods USING btree (mentor_at_school_period_id, superseded_at);
