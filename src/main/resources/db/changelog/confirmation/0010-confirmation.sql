--liquibase formatted sql

--changeset confirmation:0010-confirmation
CREATE TABLE confirmation_round (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month    date        NOT NULL UNIQUE CHECK (extract(day FROM month) = 1),
  begun_at timestamptz NOT NULL,
  begun_by bigint
);
COMMENT ON TABLE confirmation_round IS 'Twice a year every body is asked whether its focal points are still the right ones';
COMMENT ON COLUMN confirmation_round.begun_by IS 'Who of the coordination began it; null: the calendar did';

CREATE TABLE confirmation (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id      bigint      NOT NULL REFERENCES confirmation_round (id),
  body_id       bigint      NOT NULL,
  acronym       text        NOT NULL,
  state         text        NOT NULL CHECK (state IN ('PENDING', 'OPEN', 'UNCHANGED', 'CHANGED', 'REPLACED')),
  due_at        timestamptz,
  answered_by   bigint,
  answered_at   timestamptz,
  changed_seats text[]      NOT NULL DEFAULT '{}',
  note          text        CHECK (length(note) BETWEEN 1 AND 1000),
  UNIQUE (round_id, body_id),
  CONSTRAINT confirmation_answer_is_whole CHECK (
    (state IN ('UNCHANGED', 'CHANGED')) = (answered_by IS NOT NULL)
    AND (answered_by IS NULL) = (answered_at IS NULL)),
  CONSTRAINT confirmation_open_is_due CHECK (state <> 'OPEN' OR due_at IS NOT NULL),
  CONSTRAINT confirmation_change_says_what CHECK (
    state <> 'CHANGED' OR cardinality(changed_seats) > 0 OR note IS NOT NULL)
);
CREATE INDEX confirmation_by_acronym ON confirmation (round_id, acronym, id);
CREATE INDEX confirmation_by_body ON confirmation (body_id, round_id DESC);
CREATE INDEX confirmation_to_start ON confirmation (id) WHERE state = 'PENDING';
COMMENT ON TABLE confirmation IS 'What one body is asked and answers in one round; the id is the business key of its process';
COMMENT ON COLUMN confirmation.acronym IS 'The acronym that the body bore when the round began';
COMMENT ON COLUMN confirmation.changed_seats IS 'TRACK/SEAT of each seat whose holder is not the right one any more';
COMMENT ON COLUMN confirmation.note IS 'What changed, in the words of the office';
