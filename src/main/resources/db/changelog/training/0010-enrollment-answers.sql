--liquibase formatted sql

--changeset training:0010-waiting-counter
ALTER TABLE training_edition ADD COLUMN waiting integer NOT NULL DEFAULT 0;
ALTER TABLE training_edition ADD CONSTRAINT training_edition_waiting CHECK (waiting >= 0);
COMMENT ON COLUMN training_edition.waiting IS 'Length of the waiting list; changed with the edition locked';

--changeset training:0010-enrollment-answers
-- What people answer in tasks has tables of its own: who completes a task holds the task and then
-- writes, who withdraws or finishes holds the enrolment and then ends the task.
ALTER TABLE training_enrollment DROP COLUMN activity, DROP COLUMN activity_at;
CREATE TABLE training_release (
  enrollment_id bigint      PRIMARY KEY REFERENCES training_enrollment (id),
  released      boolean     NOT NULL,
  reason        text        CHECK (length(reason) BETWEEN 1 AND 1000),
  decided_by    bigint,
  decided_at    timestamptz NOT NULL
);
COMMENT ON TABLE training_release IS 'Whether the head lets the person take part';
COMMENT ON COLUMN training_release.decided_by IS 'Null: nobody answered in time, and the edition says what then holds';
CREATE TABLE training_activity (
  enrollment_id bigint      PRIMARY KEY REFERENCES training_enrollment (id),
  answer        text        NOT NULL CHECK (length(answer) BETWEEN 1 AND 4000),
  handed_in_at  timestamptz NOT NULL
);
COMMENT ON TABLE training_activity IS 'Activities that participants handed in';
CREATE INDEX training_absence_by_session ON training_absence (session_id);
