--liquibase formatted sql

--changeset meeting:0011-quarter
CREATE TABLE meeting_quarter (
  quarter   text        PRIMARY KEY CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  state     text        NOT NULL CHECK (state IN ('OPEN', 'WAIVED', 'MET', 'MISSED')),
  begun_at  timestamptz NOT NULL,
  reason    text        CHECK (length(reason) BETWEEN 1 AND 1000),
  waived_by bigint      REFERENCES person,
  waived_at timestamptz,
  ended_at  timestamptz,
  CONSTRAINT meeting_quarter_waived CHECK (
    (reason IS NULL) = (waived_at IS NULL) AND (waived_by IS NULL) = (waived_at IS NULL)),
  CONSTRAINT meeting_quarter_ended CHECK ((state IN ('MET', 'MISSED')) = (ended_at IS NOT NULL))
);
COMMENT ON TABLE meeting_quarter IS 'Quarters in which a meeting with CIGA and São Paulo Aberta was asked for, and what became of them';
COMMENT ON COLUMN meeting_quarter.reason IS 'Why the coordination said that none would be held';
