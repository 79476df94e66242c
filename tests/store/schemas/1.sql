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
    ect_at_school_period_id character varying(64),
    mentor_at_school_period_id character varying(64),
    finished_on date,
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
ALTER TABLE ONLY ect_at_school_periods ALTER COLUMN "row" SET DEFAULT nextval('ect_at_school_periods_row_seq'::regclass);
ALTER TABLE ONLY head ALTER COLUMN id SET DEFAULT nextval('head_id_seq'::regclass);
ALTER TABLE ONLY mentor_at_school_periods ALTER COLUMN "row" SET DEFAULT nextval('mentor_at_school_periods_row_seq'::regclass);
ALTER TABLE ONLY mentorship_periods ALTER COLUMN "row" SET DEFAULT nextval('mentorship_periods_row_seq'::regclass);
ALTER TABLE ONLY schools ALTER COLUMN "row" SET DEFAULT nextval('schools_row_seq'::regclass);
ALTER TABLE ONLY teachers ALTER COLUMN "row" SET DEFAULT nextval('teachers_row_seq'::regclass);
ALTER TABLE ONLY training_periods ALTER COLUMN "row" SET DEFAULT nextval('training_periods_row_seq'::regclass);
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
	(29, 'a3b6e52a-3d9e-5cbb-90f7-8eb9fdce92cc', '1000001', '200001', '2025-09-01', NULL, NULL, 3, 4611686018427387904);
INSERT INTO head VALUES
	(1, 8, 1);
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
	(22, '63821fb0-743c-5541-998a-ea99fb0b4b12', '2000001', '200001', '2025-09-01', NULL, NULL, 4, 4611686018427387904),
	(23, '8f108568-1202-5237-a674-9cd65a9b09e2', '2000002', '200001', '2025-09-01', NULL, NULL, 5, 4611686018427387904);
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
	(23, '5d0b894f-66bc-59c3-9496-47f6eafbc9e8', 'a3b6e52a-3d9e-5cbb-90f7-8eb9fdce92cc', '63821fb0-743c-5541-998a-ea99fb0b4b12', '2025-10-01', NULL, 4, 5),
	(24, '5d0b894f-66bc-59c3-9496-47f6eafbc9e8', 'a3b6e52a-3d9e-5cbb-90f7-8eb9fdce92cc', '63821fb0-743c-5541-998a-ea99fb0b4b12', '2025-10-01', '2026-01-09', 5, 4611686018427387904),
	(25, 'f8c20fcc-9b59-5f6b-9b59-c5730dfb9b54', 'a3b6e52a-3d9e-5cbb-90f7-8eb9fdce92cc', '8f108568-1202-5237-a674-9cd65a9b09e2', '2026-01-10', NULL, 5, 6),
	(26, 'f8c20fcc-9b59-5f6b-9b59-c5730dfb9b54', 'a3b6e52a-3d9e-5cbb-90f7-8eb9fdce92cc', '8f108568-1202-5237-a674-9cd65a9b09e2', '2026-01-10', '2026-01-14', 6, 4611686018427387904);
INSERT INTO requests VALUES
	('0dc668f9-8936-4a09-9e31-56c5e24f0e52', 'ImportRecords', '\x7b2a26ab81206270b1dabf4f87f484500281e7441176034015f724aad867b6b5', '\x08081802'),
	('583872ab-8cef-4532-afba-7e9eb723b8d3', 'ImportRecords', '\x1018033680d5dadb43e42f3ca75311ce31142c107716ebafc0501a9d94bc124e', '\x080110a601'),
	('65cdc167-cc6c-484d-89e1-ab7086ac7693', 'EndMentorship', '\xfb2a2071304b96f81d5656444b76af9d122cb0887d962f66227637fee9455467', '\x0806'),
	('8f118ab5-8af3-46c7-9f31-023a73ca2551', 'RegisterEct', '\x416c5b30ad70456a9a2bd4afd17803b1c9d30e513f65b288b8b51647e6c99d48', '\x0803122461336236653532612d336439652d356362622d393066372d386562396664636539326363'),
	('a53d7607-163c-42f7-b42e-8621ad595049', 'RegisterMentor', '\xac59b7e237228210aa5c41adfc45032af96d19529396d97a56a831b38555368c', '\x0804122436333832316662302d373433632d353534312d393938612d6561393966623062346231321a2435643062383934662d363662632d353963332d393439362d343766366561666263396538220708e90f100a1801'),
	('b55292af-d9d4-4019-a048-fc17f4c54991', 'RegisterMentor', '\x076970718ee285077ff6c0e922971bd21cfcfd478326e3d0c86e1b2aaa030c9e', '\x0805122438663130383536382d313230322d353233372d613637342d3963643635613962303965321a2466386332306663632d396235392d356636622d396235392d633537333064666239623534220708ea0f1001180a'),
	('c2145238-ff83-4ef9-aaa4-978811880330', 'RecordTeacher', '\x86a78d4013b7b1b6f1ec00546df7c47a57301e5684d8e442a2c7a55cff633de8', '\x0807'),
	('eaa0fdbb-b1e1-4aef-b5b6-b9d87d1cb60a', 'ImportRecords', '\xb535e7bf9eb0a54750b4cb2a2ba7e0ed407db5b08a4f2758cc961c27cbf4cd0b', '\x08021004');
INSERT INTO revisions VALUES
	(1, '2026-11-23 20:26:28.118855+00', 'ImportRecords', '583872ab-8cef-4532-afba-7e9eb723b8d3'),
	(2, '2026-11-23 20:26:28.136523+00', 'ImportRecords', 'eaa0fdbb-b1e1-4aef-b5b6-b9d87d1cb60a'),
	(3, '2026-11-23 20:26:28.147213+00', 'RegisterEct', '8f118ab5-8af3-46c7-9f31-023a73ca2551'),
	(4, '2026-11-23 20:26:28.154776+00', 'RegisterMentor', 'a53d7607-163c-42f7-b42e-8621ad595049'),
	(5, '2026-11-23 20:26:28.174936+00', 'RegisterMentor', 'b55292af-d9d4-4019-a048-fc17f4c54991'),
	(6, '2026-11-23 20:26:28.185818+00', 'EndMentorship', '65cdc167-cc6c-484d-89e1-ab7086ac7693'),
	(7, '2026-11-23 20:26:28.194248+00', 'RecordTeacher', 'c2145238-ff83-4ef9-aaa4-978811880330'),
	(8, '2026-11-23 20:26:28.210115+00', 'ImportRecords', '0dc668f9-8936-4a09-9e31-56c5e24f0e52');
INSERT INTO schools VALUES
	(1, '100001', 'open', 'Community school', false, false, 1, 4611686018427387904),
	(2, '100002', 'open', 'Academy converter', false, false, 1, 4611686018427387904),
	(3, '100003', 'open', 'Other independent special school', true, false, 1, 4611686018427387904),
	(4, '100004', 'open', 'Other independent school', false, false, 1, 4611686018427387904),
	(5, '100005', 'closed', 'Community school', false, false, 1, 4611686018427387904),
	(6, '100006', 'proposed_to_close', 'Studio schools', false, false, 1, 4611686018427387904),
	(7, '200001', 'open', 'Community school', NULL, false, 2, 8),
	(8, '200001', 'closed', 'Community school', NULL, false, 8, 4611686018427387904);
INSERT INTO teachers VALUES
	(1, '3000001', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(2, '3000002', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(3, '3000003', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(4, '3000004', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(5, '3000005', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(6, '3000006', 'Passed', false, NULL, NULL, 1, 4611686018427387904),
	(7, '3000007', 'Failed', false, NULL, NULL, 1, 4611686018427387904),
	(8, '3000008', 'Exempt', false, NULL, NULL, 1, 4611686018427387904),
	(9, '3000009', 'FailedInWales', false, NULL, NULL, 1, 4611686018427387904),
	(10, '3000010', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(11, '3000011', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(12, '3000012', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(13, '3000013', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(14, '3000014', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(15, '3000015', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(16, '3000016', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(17, '3000017', 'RequiredToComplete', false, NULL, NULL, 1, 4611686018427387904),
	(18, '3000018', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(19, '3000019', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(20, '3000020', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(21, '3000021', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(22, '3000022', 'RequiredToComplete', false, NULL, NULL, 1, 4611686018427387904),
	(23, '3000023', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(24, '3000024', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(25, '3000025', 'Passed', false, NULL, NULL, 1, 4611686018427387904),
	(26, '3000026', 'InProgress', false, NULL, NULL, 1, 4611686018427387904),
	(27, '3000027', 'RequiredToComplete', false, NULL, NULL, 1, 4611686018427387904),
	(28, '3000030', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(29, '3000031', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(30, '3000032', NULL, false, '2025-07-10', 'completed_declaration_received', 1, 4611686018427387904),
	(31, '3000033', NULL, false, '2021-04-19', 'completed_during_early_roll_out', 1, 4611686018427387904),
	(32, '3000034', NULL, false, '2025-07-31', 'started_not_completed', 1, 4611686018427387904),
	(33, '3000035', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(34, '3000036', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(35, '3000037', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(36, '3000038', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(37, '3000039', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(38, '3000040', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(39, '3000041', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(40, '3000042', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(41, '3000043', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(42, '3000044', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(43, '3000045', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(44, '3000046', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(45, '3000047', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(46, '3000048', NULL, false, NULL, NULL, 1, 4611686018427387904),
	(47, '1000001', NULL, false, NULL, NULL, 2, 7),
	(48, '2000001', NULL, false, NULL, NULL, 2, 8),
	(49, '2000002', NULL, false, NULL, NULL, 2, 4611686018427387904),
	(50, '1000001', 'Passed', NULL, NULL, NULL, 7, 4611686018427387904),
	(51, '2000001', NULL, NULL, NULL, NULL, 8, 4611686018427387904);
INSERT INTO training_periods VALUES
	(1, '601', 'provider_led', '2025-09-01', '101', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(2, '602', 'provider_led', '2025-09-01', '102', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(3, '603', 'provider_led', '2025-09-01', '103', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(4, '604', 'provider_led', '2025-09-01', '104', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(5, '605', 'provider_led', '2025-09-01', '105', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(6, '606', 'provider_led', '2023-09-01', '106', NULL, '2025-07-18', 'Northway Lead Provider', true, 2023, NULL, NULL, 1, 4611686018427387904),
	(7, '607', 'provider_led', '2023-09-01', '107', NULL, '2025-12-12', 'Northway Lead Provider', true, 2023, NULL, NULL, 1, 4611686018427387904),
	(8, '608', 'provider_led', '2025-09-01', '108', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(9, '609', 'provider_led', '2025-09-01', '109', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(10, '610', 'provider_led', '2025-09-01', '110', NULL, '2026-02-13', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(11, '611', 'provider_led', '2025-09-01', '111', NULL, '2026-01-15', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(12, '612', 'provider_led', '2025-09-01', '112', NULL, '2025-12-19', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(13, '613', 'provider_led', '2025-09-01', '113', NULL, '2026-01-31', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(14, '614', 'provider_led', '2026-02-01', '213', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(15, '615', 'provider_led', '2025-09-01', '114', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(16, '616', 'provider_led', '2025-09-01', '115', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(17, '617', 'school_led', '2025-09-01', '116', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 4611686018427387904),
	(18, '618', 'school_led', '2025-09-01', '117', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 4611686018427387904),
	(19, '619', 'provider_led', '2025-09-01', '118', NULL, NULL, 'Southbank Lead Provider', false, 2025, NULL, NULL, 1, 4611686018427387904),
	(20, '620', 'provider_led', '2025-09-01', '119', NULL, NULL, 'Southbank Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(21, '621', 'provider_led', '2024-09-01', '120', NULL, NULL, 'Northway Lead Provider', false, 2024, NULL, NULL, 1, 4611686018427387904),
	(22, '622', 'provider_led', '2024-09-01', '121', NULL, '2025-08-31', 'Northway Lead Provider', true, 2024, NULL, NULL, 1, 4611686018427387904),
	(23, '623', 'school_led', '2026-04-13', '122', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 4611686018427387904),
	(24, '624', 'provider_led', '2025-09-01', '123', NULL, '2025-12-05', 'Northway Lead Provider', true, 2025, NULL, '2025-12-05 10:00:00+00', 1, 4611686018427387904),
	(25, '625', 'provider_led', '2025-09-01', '124', NULL, '2025-11-21', 'Northway Lead Provider', true, 2025, '2025-11-21 10:00:00+00', NULL, 1, 4611686018427387904),
	(26, '626', 'provider_led', '2025-09-01', '126', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(27, '627', 'provider_led', '2026-01-15', '127', NULL, NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(28, '640', 'provider_led', '2025-09-01', NULL, '301', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(29, '641', 'provider_led', '2023-09-01', NULL, '303', '2025-07-10', 'Northway Lead Provider', true, 2023, NULL, NULL, 1, 4611686018427387904),
	(30, '642', 'provider_led', '2022-09-01', NULL, '305', '2025-07-31', 'Southbank Lead Provider', false, 2022, NULL, NULL, 1, 4611686018427387904),
	(31, '643', 'provider_led', '2026-02-23', NULL, '306', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(32, '644', 'provider_led', '2025-09-01', NULL, '307', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(33, '645', 'provider_led', '2025-12-01', NULL, '308', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(34, '646', 'provider_led', '2025-09-01', NULL, '310', NULL, 'Southbank Lead Provider', false, 2025, NULL, NULL, 1, 4611686018427387904),
	(35, '647', 'provider_led', '2025-09-01', NULL, '311', NULL, 'Southbank Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(36, '648', 'provider_led', '2024-09-01', NULL, '312', NULL, 'Northway Lead Provider', false, 2024, NULL, NULL, 1, 4611686018427387904),
	(37, '649', 'provider_led', '2025-09-01', NULL, '313', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(38, '650', 'provider_led', '2025-09-01', NULL, '314', NULL, 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(39, '651', 'provider_led', '2025-09-01', NULL, '315', '2026-03-27', 'Northway Lead Provider', true, 2025, NULL, NULL, 1, 4611686018427387904),
	(40, '652', 'provider_led', '2025-09-01', NULL, '316', '2025-12-31', 'Northway Lead Provider', true, 2025, '2025-12-31 10:00:00+00', NULL, 1, 4611686018427387904),
	(41, '653', 'provider_led', '2025-09-01', NULL, '317', '2025-12-19', 'Northway Lead Provider', true, 2025, NULL, '2025-12-19 10:00:00+00', 1, 4611686018427387904),
	(42, '654', 'provider_led', '2024-09-01', NULL, '318', '2025-08-31', 'Northway Lead Provider', true, 2024, NULL, NULL, 1, 4611686018427387904),
	(43, '655', 'provider_led', '2023-09-01', NULL, '319', NULL, 'Northway Lead Provider', true, 2023, NULL, NULL, 1, 4611686018427387904),
	(44, 'c202c5f2-dab5-513d-b86b-a9247dbfdba9', 'provider_led', '2025-09-01', 'a3b6e52a-3d9e-5cbb-90f7-8eb9fdce92cc', NULL, NULL, 'Northway', false, NULL, NULL, NULL, 3, 4611686018427387904);
SELECT pg_catalog.setval('ect_at_school_periods_row_seq', 29, true);
SELECT pg_catalog.setval('head_id_seq', 1, false);
SELECT pg_catalog.setval('mentor_at_school_periods_row_seq', 23, true);
SELECT pg_catalog.setval('mentorship_periods_row_seq', 26, true);
SELECT pg_catalog.setval('schools_row_seq', 8, true);
SELECT pg_catalog.setval('teachers_row_seq', 51, true);
SELECT pg_catalog.setval('training_periods_row_seq', 44, true);
ALTER TABLE ONLY ect_at_school_periods
    ADD CONSTRAINT ect_at_school_periods_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY head
    ADD CONSTRAINT head_pkey PRIMARY KEY (id);
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
CREATE UNIQUE INDEX ect_at_school_periods_id ON ect_at_school_periods USING btree (id, superseded_at);
CREATE INDEX ect_at_school_periods_trn ON ect_at_school_periods USING btree (trn, superseded_at);
CREATE INDEX ect_at_school_periods_urn ON ect_at_school_periods USING btree (urn, superseded_at);
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
