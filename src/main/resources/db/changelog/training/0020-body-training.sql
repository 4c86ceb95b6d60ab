--liquibase formatted sql

--changeset training:0020-body-training
CREATE TABLE body_training (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id          bigint      NOT NULL,
  title            text        NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  day              date        NOT NULL,
  minutes          integer     NOT NULL CHECK (minutes BETWEEN 30 AND 6000),
  expected_people  integer     NOT NULL CHECK (expected_people BETWEEN 1 AND 5000),
  state            text        NOT NULL CHECK (state IN ('ANNOUNCED', 'REPORT_DUE', 'REPORTED', 'RETURNED',
                     'APPROVED', 'NOT_HELD', 'CANCELLED')),
  state_since      timestamptz NOT NULL,
  announced_by     bigint      NOT NULL,
  announced_at     timestamptz NOT NULL,
  people           integer     CHECK (people BETWEEN 1 AND 5000),
  reported_minutes integer     CHECK (reported_minutes BETWEEN 30 AND 6000),
  summary          text        CHECK (length(summary) BETWEEN 1 AND 1000),
  reported_by      bigint,
  reported_at      timestamptz,
  reason           text        CHECK (length(reason) BETWEEN 1 AND 1000),
  decided_by       bigint,
  decided_at       timestamptz,
  CONSTRAINT body_training_report_is_whole CHECK (
    (people IS NULL) = (reported_minutes IS NULL) AND (reported_by IS NULL) = (reported_at IS NULL)),
  CONSTRAINT body_training_counts_what_was_reported CHECK (
    state NOT IN ('REPORTED', 'APPROVED') OR (people IS NOT NULL AND reported_by IS NOT NULL)),
  CONSTRAINT body_training_ends_with_reason CHECK (
    state NOT IN ('RETURNED', 'NOT_HELD', 'CANCELLED') OR reason IS NOT NULL)
);
CREATE INDEX body_training_by_body ON body_training (body_id, id DESC);
CREATE INDEX body_training_by_state ON body_training (state, id DESC);
COMMENT ON TABLE body_training IS 'Trainings that bodies give themselves: announced, reported, approved';
COMMENT ON COLUMN body_training.minutes IS 'Planned; what counts is reported_minutes';
COMMENT ON COLUMN body_training.reason IS 'Why the report was last returned, or it was not held, or cancelled';
COMMENT ON COLUMN body_training.decided_by IS 'Who approved or last returned the report';
