--liquibase formatted sql

--changeset privacy:0001-run
CREATE TABLE privacy_run (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at  timestamptz NOT NULL,
  started_by  bigint      REFERENCES person,
  finished_at timestamptz
);
CREATE UNIQUE INDEX privacy_run_one_goes_on ON privacy_run ((finished_at IS NULL)) WHERE finished_at IS NULL;
COMMENT ON TABLE privacy_run IS 'Runs that make anonymous what has lapsed; one at a time';
COMMENT ON COLUMN privacy_run.started_by IS 'Who wanted it; null: the calendar';

CREATE TABLE privacy_run_kind (
  run_id        bigint      NOT NULL REFERENCES privacy_run,
  kind          text        NOT NULL CHECK (length(kind) BETWEEN 1 AND 80),
  lapsed_before timestamptz NOT NULL,
  anonymised    bigint      NOT NULL DEFAULT 0 CHECK (anonymised >= 0),
  done_at       timestamptz,
  PRIMARY KEY (run_id, kind)
);
CREATE INDEX privacy_run_kind_open ON privacy_run_kind (run_id, kind) WHERE done_at IS NULL;
COMMENT ON TABLE privacy_run_kind IS 'What a run does and has done, by kind of data: counts, and nobody''s name';

CREATE TABLE personal_data_copy (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id bigint      NOT NULL REFERENCES person,
  taken_at  timestamptz NOT NULL
);
CREATE INDEX personal_data_copy_of_person ON personal_data_copy (person_id, taken_at);
CREATE INDEX personal_data_copy_age ON personal_data_copy (taken_at);
COMMENT ON TABLE personal_data_copy IS 'Copies of their own data that people took within the last hour, for their number to be limited';
