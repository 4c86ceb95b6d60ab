--liquibase formatted sql

--changeset intake:0001-import-upload
CREATE TABLE import_upload (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('BODIES', 'PERSONS', 'APPOINTMENTS')),
  state       text NOT NULL CHECK (state IN ('WAITING', 'APPLIED', 'DISCARDED', 'EXPIRED')),
  file_name   text CHECK (length(file_name) BETWEEN 1 AND 120),
  line_count  integer NOT NULL CHECK (line_count > 0),
  content     jsonb,
  uploaded_by bigint NOT NULL REFERENCES person,
  uploaded_at timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  closed_at   timestamptz,
  added       integer,
  changed     integer,
  unchanged   integer,
  CHECK ((state = 'WAITING') = (closed_at IS NULL)),
  -- What the list says of people is gone as soon as it is not needed.
  CHECK ((state = 'WAITING') = (content IS NOT NULL)),
  CHECK (state = 'WAITING' OR file_name IS NULL),
  CHECK (state = 'APPLIED' OR (added IS NULL AND changed IS NULL AND unchanged IS NULL))
);
COMMENT ON TABLE import_upload IS 'Lists of bodies, persons or appointments that wait to be taken over, and that there were some';
CREATE INDEX import_upload_newest ON import_upload (uploaded_at DESC, id DESC);
CREATE INDEX import_upload_waiting ON import_upload (uploaded_by, uploaded_at DESC) WHERE state = 'WAITING';
CREATE INDEX import_upload_closed ON import_upload (closed_at) WHERE closed_at IS NOT NULL;
