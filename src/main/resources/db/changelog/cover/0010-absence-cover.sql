--liquibase formatted sql

--changeset cover:0010-absence-cover
CREATE TABLE absence_cover (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  absent_id     bigint      NOT NULL,
  substitute_id bigint      NOT NULL,
  starts_at     timestamptz NOT NULL,
  ends_at       timestamptz NOT NULL,
  processes     text[]      NOT NULL DEFAULT '{}',
  reason        text        CHECK (length(reason) BETWEEN 1 AND 1000),
  named_by      bigint      NOT NULL,
  named_at      timestamptz NOT NULL,
  ended_at      timestamptz,
  ended_by      bigint,
  end_reason    text        CHECK (end_reason IN ('REFUSED', 'ENDED', 'LAPSED', 'APPOINTMENT_ENDED')),
  CONSTRAINT absence_cover_is_for_somebody_else CHECK (absent_id <> substitute_id),
  CONSTRAINT absence_cover_is_not_taken CHECK (named_by <> substitute_id),
  CONSTRAINT absence_cover_says_why CHECK (named_by = absent_id OR reason IS NOT NULL),
  CONSTRAINT absence_cover_lasts CHECK (ends_at > starts_at),
  CONSTRAINT absence_cover_end_is_whole CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE UNIQUE INDEX absence_cover_once ON absence_cover (absent_id, substitute_id, starts_at, ends_at)
  WHERE ended_at IS NULL;
CREATE INDEX absence_cover_running ON absence_cover (substitute_id, ends_at) WHERE ended_at IS NULL;
CREATE INDEX absence_cover_to_end ON absence_cover (ends_at) WHERE ended_at IS NULL;
CREATE INDEX absence_cover_of_absent ON absence_cover (absent_id, id DESC);
CREATE INDEX absence_cover_of_substitute ON absence_cover (substitute_id, id DESC);
COMMENT ON TABLE absence_cover IS 'Who does whose tasks from when to when, and in which processes';
COMMENT ON COLUMN absence_cover.processes IS 'Keys of the processes; none: all';
COMMENT ON COLUMN absence_cover.reason IS 'Why the coordination named a substitute for somebody';
COMMENT ON COLUMN absence_cover.ended_at IS 'When it was over: early, or closed after its last moment';
