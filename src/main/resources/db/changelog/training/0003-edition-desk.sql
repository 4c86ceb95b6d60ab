--liquibase formatted sql

--changeset training:0003-edition-desk
CREATE TABLE training_trainer (
  edition_id bigint NOT NULL REFERENCES training_edition (id),
  person_id  bigint NOT NULL,
  PRIMARY KEY (edition_id, person_id)
);
CREATE INDEX training_trainer_by_person ON training_trainer (person_id, edition_id);
COMMENT ON TABLE training_trainer IS 'Persons who give the edition and keep the sheets of its sessions';

ALTER TABLE training_session ADD COLUMN told_sequence integer NOT NULL DEFAULT 0;
ALTER TABLE training_session ADD CONSTRAINT training_session_told CHECK (told_sequence <= sequence);
COMMENT ON COLUMN training_session.told_sequence IS 'The last change of which everybody concerned was told';

CREATE TABLE training_certification (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  edition_id bigint      NOT NULL REFERENCES training_edition (id),
  outcome    text        NOT NULL CHECK (outcome IN ('CONFIRMED', 'RETURNED', 'REVIEWED')),
  decided_by bigint      NOT NULL,
  decided_at timestamptz NOT NULL,
  reason     text        CHECK (length(reason) BETWEEN 1 AND 1000),
  CONSTRAINT training_certification_returned_with_reason CHECK (outcome <> 'RETURNED' OR reason IS NOT NULL)
);
CREATE INDEX training_certification_by_edition ON training_certification (edition_id, id);
COMMENT ON TABLE training_certification IS 'Who confirmed an edition''s results, or returned them and why';
