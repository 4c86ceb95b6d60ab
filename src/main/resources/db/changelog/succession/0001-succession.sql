--liquibase formatted sql

--changeset succession:0001-succession
CREATE TABLE succession (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id    bigint      NOT NULL REFERENCES person,
  reason       text        NOT NULL CHECK (reason IN ('RESIGNED', 'DISMISSED', 'TRANSFERRED', 'RETIRED', 'ON_LEAVE')),
  to_body_id   bigint      REFERENCES body,
  act          text        CHECK (length(act) BETWEEN 1 AND 200),
  leaves_at    timestamptz NOT NULL,
  state        text        NOT NULL CHECK (state IN ('PLANNED', 'HANDED_OVER', 'CANCELLED')),
  note         text        CHECK (length(note) BETWEEN 1 AND 8000),
  note_at      timestamptz,
  begun_by     bigint      NOT NULL REFERENCES person,
  begun_at     timestamptz NOT NULL,
  ended_at     timestamptz,
  access_ended boolean     NOT NULL DEFAULT false,
  CHECK ((to_body_id IS NOT NULL) = (reason = 'TRANSFERRED')),
  CHECK ((note IS NULL) = (note_at IS NULL)),
  CHECK ((ended_at IS NULL) = (state = 'PLANNED'))
);
COMMENT ON TABLE succession IS 'A person leaves: what they hold goes to others, and their access ends at the hour';
CREATE UNIQUE INDEX succession_one_open ON succession (person_id) WHERE state = 'PLANNED';
CREATE INDEX succession_by_person ON succession (person_id, id DESC);

CREATE TABLE succession_appointment (
  succession_id  bigint NOT NULL REFERENCES succession,
  appointment_id bigint NOT NULL REFERENCES appointment,
  body_id        bigint REFERENCES body,
  PRIMARY KEY (succession_id, appointment_id)
);
COMMENT ON TABLE succession_appointment IS 'The appointments that end with it';
CREATE INDEX succession_appointment_of ON succession_appointment (appointment_id);
CREATE INDEX succession_appointment_by_body ON succession_appointment (body_id, succession_id DESC);

CREATE TABLE succession_choice (
  succession_id bigint NOT NULL REFERENCES succession,
  kind          text   NOT NULL CHECK (length(kind) <= 80),
  ref           text   NOT NULL CHECK (length(ref) <= 80),
  person_id     bigint NOT NULL REFERENCES person,
  chosen_by     bigint NOT NULL REFERENCES person,
  PRIMARY KEY (succession_id, kind, ref)
);
COMMENT ON TABLE succession_choice IS 'Who is to get what, where it is not left to the rule';

CREATE TABLE succession_item (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  succession_id bigint NOT NULL REFERENCES succession,
  kind          text   NOT NULL,
  ref           text   NOT NULL,
  label         text   NOT NULL,
  path          text,
  to_person_id  bigint REFERENCES person,
  to_group      text,
  UNIQUE (succession_id, kind, ref),
  CHECK (to_person_id IS NULL OR to_group IS NULL)
);
COMMENT ON TABLE succession_item IS 'What went where at the hour; to nobody: it was the person''s own';
