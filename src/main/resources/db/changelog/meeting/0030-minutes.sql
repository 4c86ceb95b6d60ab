--liquibase formatted sql

--changeset meeting:0030-minutes
CREATE TABLE minutes (
  meeting_id bigint      PRIMARY KEY REFERENCES meeting,
  revision   integer     NOT NULL,
  draft      jsonb       NOT NULL,
  saved_by   bigint      NOT NULL REFERENCES person,
  saved_at   timestamptz NOT NULL
);
COMMENT ON TABLE minutes IS 'Minutes as they are being written, as they were typed';
COMMENT ON COLUMN minutes.revision IS 'Counts the savings: who saves over another one is told so';

CREATE TABLE minutes_writer (
  meeting_id bigint NOT NULL REFERENCES minutes,
  person_id  bigint NOT NULL REFERENCES person,
  PRIMARY KEY (meeting_id, person_id)
);
COMMENT ON TABLE minutes_writer IS 'Who has written at minutes: they do not approve them';

CREATE TABLE minutes_version (
  meeting_id    bigint      NOT NULL REFERENCES minutes,
  number        integer     NOT NULL,
  content       jsonb       NOT NULL,
  written_by    bigint      NOT NULL REFERENCES person,
  written_at    timestamptz NOT NULL,
  remarks_until timestamptz,
  decision      text        CHECK (decision IN ('APPROVED', 'RETURNED')),
  reason        text        CHECK (length(reason) BETWEEN 1 AND 1000),
  decided_by    bigint      REFERENCES person,
  decided_at    timestamptz,
  PRIMARY KEY (meeting_id, number),
  CONSTRAINT minutes_version_decided CHECK (
    num_nonnulls(decision, decided_by, decided_at) IN (0, 3)
    AND (reason IS NOT NULL) = (decision IS NOT NULL AND decision = 'RETURNED'))
);
CREATE UNIQUE INDEX minutes_version_approved ON minutes_version (meeting_id) WHERE decision = 'APPROVED';
COMMENT ON TABLE minutes_version IS 'Minutes as they were circulated; the approved one is published';
COMMENT ON COLUMN minutes_version.remarks_until IS 'When remarks end or were ended; null until it is circulated';

CREATE TABLE minutes_remark (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting_id  bigint      NOT NULL,
  number      integer     NOT NULL,
  item        integer     CHECK (item > 0),
  text        text        NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  made_by     bigint      REFERENCES person,
  made_at     timestamptz NOT NULL,
  answer      text        CHECK (length(answer) BETWEEN 1 AND 2000),
  answered_by bigint      REFERENCES person,
  answered_at timestamptz,
  FOREIGN KEY (meeting_id, number) REFERENCES minutes_version,
  CONSTRAINT minutes_remark_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX minutes_remark_by_version ON minutes_remark (meeting_id, number, id);
COMMENT ON COLUMN minutes_remark.made_by IS 'Null once the time to live of names has passed; answered_by likewise';
COMMENT ON COLUMN minutes_remark.item IS 'Which item of the minutes it is about, counted from 1; null for the whole';

CREATE TABLE minutes_document (
  meeting_id bigint      PRIMARY KEY REFERENCES minutes,
  content    bytea       NOT NULL,
  made_at    timestamptz NOT NULL
);
COMMENT ON TABLE minutes_document IS 'The published minutes as PDF/A, made once';
CREATE INDEX meeting_published ON meeting (starts_at DESC, id DESC) WHERE state = 'PUBLISHED';
