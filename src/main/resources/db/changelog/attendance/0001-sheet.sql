--liquibase formatted sql

--changeset attendance:0001-event
CREATE TABLE attendance_event (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text        NOT NULL CHECK (kind ~ '^[a-z][a-z-]{0,39}$'),
  subject_id   bigint      NOT NULL,
  title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 400),
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  state        text        NOT NULL CHECK (state IN ('OPEN', 'CLOSED', 'CANCELLED')),
  check_in_key bytea       NOT NULL CHECK (length(check_in_key) = 32),
  closed_at    timestamptz,
  closed_by    bigint      REFERENCES person,
  CONSTRAINT attendance_event_of_subject UNIQUE (kind, subject_id),
  CONSTRAINT attendance_event_period CHECK (starts_at < ends_at),
  CONSTRAINT attendance_event_closed CHECK (
    (state = 'CLOSED') = (closed_at IS NOT NULL) AND (state = 'CLOSED') = (closed_by IS NOT NULL))
);
COMMENT ON TABLE attendance_event IS 'Something people are expected at, with one sheet: a session of a training, a meeting, or what is both';
COMMENT ON COLUMN attendance_event.kind IS 'Whose event it is; says which module decides who keeps its sheet';
COMMENT ON COLUMN attendance_event.check_in_key IS 'Secret of the codes that people check in with';

CREATE TABLE attendance_entry (
  event_id    bigint      NOT NULL REFERENCES attendance_event,
  person_id   bigint      NOT NULL REFERENCES person,
  sort_key    text        NOT NULL COLLATE "pt-BR-x-icu",
  status      text        NOT NULL CHECK (status IN ('EXPECTED', 'PRESENT', 'ABSENT', 'JUSTIFIED')),
  reason      text        CHECK (length(reason) BETWEEN 1 AND 500),
  means       text        CHECK (means IN ('SCREEN', 'CHECK_IN', 'IMPORT', 'CLOSING')),
  marked_at   timestamptz,
  recorded_by bigint      REFERENCES person,
  recorded_at timestamptz,
  version     integer     NOT NULL DEFAULT 0,
  PRIMARY KEY (event_id, person_id),
  CONSTRAINT attendance_entry_recorded CHECK (
    (status = 'EXPECTED') = (means IS NULL)
    AND (means IS NULL) = (marked_at IS NULL)
    AND (means IS NULL) = (recorded_by IS NULL)
    AND (means IS NULL) = (recorded_at IS NULL)),
  CONSTRAINT attendance_entry_justified_with_reason CHECK ((status = 'JUSTIFIED') = (reason IS NOT NULL))
);
CREATE INDEX attendance_entry_by_name ON attendance_entry (event_id, sort_key, person_id);
CREATE INDEX attendance_entry_by_status ON attendance_entry (event_id, status, sort_key, person_id);
CREATE INDEX attendance_entry_by_time ON attendance_entry (event_id, recorded_at) WHERE recorded_at IS NOT NULL;
CREATE INDEX attendance_entry_of_person ON attendance_entry (person_id);
COMMENT ON TABLE attendance_entry IS 'One line of a sheet: a person who is expected, and what is known of them';
COMMENT ON COLUMN attendance_entry.sort_key IS 'Name and body in plain small letters: what the sheet is sorted and searched by';
COMMENT ON COLUMN attendance_entry.marked_at IS 'When the keeper marked it; earlier than recorded_at if there was no connection. The latest mark holds';

--changeset attendance:0001-correction
CREATE TABLE attendance_correction (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id     bigint      NOT NULL,
  person_id    bigint      NOT NULL,
  old_status   text        NOT NULL CHECK (old_status IN ('PRESENT', 'ABSENT', 'JUSTIFIED')),
  new_status   text        NOT NULL CHECK (new_status IN ('PRESENT', 'ABSENT', 'JUSTIFIED')),
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  corrected_by bigint      NOT NULL REFERENCES person,
  corrected_at timestamptz NOT NULL,
  FOREIGN KEY (event_id, person_id) REFERENCES attendance_entry,
  CONSTRAINT attendance_correction_changes CHECK (old_status <> new_status)
);
CREATE INDEX attendance_correction_newest ON attendance_correction (event_id, id DESC);
CREATE INDEX attendance_correction_of_entry ON attendance_correction (event_id, person_id, id DESC);
COMMENT ON TABLE attendance_correction IS 'What was changed on a sheet after it was complete; rows are only ever added';

--changeset attendance:0001-corrections-are-kept splitStatements:false
CREATE FUNCTION refuse_attendance_correction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'attendance_correction is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER attendance_correction_is_append_only BEFORE UPDATE OR DELETE ON attendance_correction
  FOR EACH ROW EXECUTE FUNCTION refuse_attendance_correction_change();

--changeset attendance:0001-sheet
CREATE VIEW attendance_sheet AS
  SELECT event_id, person_id, status, recorded_at FROM attendance_entry;
COMMENT ON VIEW attendance_sheet IS 'What other modules may join: who is expected at which event, and whether they came';
