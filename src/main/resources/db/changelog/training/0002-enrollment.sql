--liquibase formatted sql

--changeset training:0002-enrollment
CREATE TABLE training_enrollment (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  edition_id     bigint      NOT NULL REFERENCES training_edition (id),
  person_id      bigint      NOT NULL,
  body_id        bigint      NOT NULL,
  arrival        integer     NOT NULL,
  state          text        NOT NULL CHECK (state IN ('IN_RELEASE', 'WAITING', 'CONFIRMED', 'REFUSED',
                   'WITHDRAWN', 'CANCELLED', 'NOT_SEATED', 'COMPLETED', 'NOT_COMPLETED')),
  state_since    timestamptz NOT NULL,
  enrolled_at    timestamptz NOT NULL,
  seated_at      timestamptz,
  reason         text        CHECK (length(reason) BETWEEN 1 AND 1000),
  activity       text        CHECK (length(activity) BETWEEN 1 AND 4000),
  activity_at    timestamptz,
  CONSTRAINT training_enrollment_arrival UNIQUE (edition_id, arrival),
  CONSTRAINT training_enrollment_activity CHECK ((activity IS NULL) = (activity_at IS NULL))
);
-- A person holds one enrolment in an edition; who withdrew or was refused may come again.
CREATE UNIQUE INDEX training_enrollment_once ON training_enrollment (edition_id, person_id)
  WHERE state NOT IN ('REFUSED', 'WITHDRAWN', 'CANCELLED', 'NOT_SEATED');
CREATE INDEX training_enrollment_by_state ON training_enrollment (edition_id, state, arrival);
CREATE INDEX training_enrollment_by_person ON training_enrollment (person_id, id DESC);
CREATE INDEX training_enrollment_by_body ON training_enrollment (edition_id, body_id);
COMMENT ON COLUMN training_enrollment.body_id IS 'The body the person worked in when they enrolled';
COMMENT ON COLUMN training_enrollment.arrival IS 'Order of arrival; the waiting list goes by it';
COMMENT ON COLUMN training_enrollment.reason IS 'Why it was refused, or why the person withdrew';

CREATE TABLE training_absence (
  enrollment_id bigint      NOT NULL REFERENCES training_enrollment (id),
  session_id    bigint      NOT NULL REFERENCES training_session (id),
  in_a_row      integer     NOT NULL CHECK (in_a_row >= 1),
  noticed_at    timestamptz NOT NULL,
  reason_code   text,
  reason        text        CHECK (length(reason) BETWEEN 1 AND 1000),
  answered_at   timestamptz,
  PRIMARY KEY (enrollment_id, session_id)
);
COMMENT ON TABLE training_absence IS 'Absences that were followed up, and what the person said when asked';
