--liquibase formatted sql

--changeset training:0001-edition
CREATE TABLE training_edition (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  track             text CHECK (track IN ('ACCESS_TO_INFORMATION', 'OPEN_GOVERNMENT')),
  kind              text        NOT NULL CHECK (kind IN ('COURSE', 'WORKSHOP')),
  title             text        NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  content           text        CHECK (length(content) BETWEEN 1 AND 4000),
  requirements      text        CHECK (length(requirements) BETWEEN 1 AND 1000),
  trainers          text        CHECK (length(trainers) BETWEEN 1 AND 300),
  audience          text        NOT NULL CHECK (audience IN ('TRACK', 'NETWORK', 'SERVANTS')),
  capacity          integer     NOT NULL CHECK (capacity BETWEEN 1 AND 20000),
  places_per_body   integer     CHECK (places_per_body BETWEEN 1 AND 20000),
  enrolment_from    timestamptz NOT NULL,
  enrolment_until   timestamptz NOT NULL,
  release_required  boolean     NOT NULL,
  release_policy    text        NOT NULL CHECK (release_policy IN ('ACCEPT', 'REFUSE', 'ESCALATE')),
  release_days      integer     NOT NULL CHECK (release_days BETWEEN 1 AND 60),
  minimum_attendance integer    NOT NULL CHECK (minimum_attendance BETWEEN 0 AND 100),
  activity          text        CHECK (length(activity) BETWEEN 1 AND 2000),
  activity_until    timestamptz,
  head_told_of_absences boolean NOT NULL,
  school_validates  boolean     NOT NULL,
  certificate       boolean     NOT NULL,
  state             text        NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'ENROLLING', 'RUNNING',
                      'AWAITING_CERTIFICATION', 'CONCLUDED', 'CANCELLED')),
  state_since       timestamptz NOT NULL,
  cancel_reason     text        CHECK (length(cancel_reason) BETWEEN 1 AND 1000),
  created_by        bigint      NOT NULL,
  created_at        timestamptz NOT NULL,
  published_at      timestamptz,
  seats_taken       integer     NOT NULL DEFAULT 0,
  arrivals          integer     NOT NULL DEFAULT 0,
  version           integer     NOT NULL DEFAULT 0,
  CONSTRAINT training_edition_enrolment_period CHECK (enrolment_from < enrolment_until),
  CONSTRAINT training_edition_activity_with_date CHECK ((activity IS NULL) = (activity_until IS NULL)),
  CONSTRAINT training_edition_school_certifies CHECK (certificate OR NOT school_validates),
  CONSTRAINT training_edition_cancelled_with_reason CHECK ((state = 'CANCELLED') = (cancel_reason IS NOT NULL)),
  CONSTRAINT training_edition_seats CHECK (seats_taken BETWEEN 0 AND capacity)
);
CREATE INDEX training_edition_by_state ON training_edition (state, id DESC);
COMMENT ON TABLE training_edition IS 'One edition of a course or a workshop';
COMMENT ON COLUMN training_edition.track IS 'The track it belongs to; null for both';
COMMENT ON COLUMN training_edition.audience IS 'TRACK: members of the track, NETWORK: all focal points and volunteers, SERVANTS: everybody with an account';
COMMENT ON COLUMN training_edition.release_policy IS 'What happens when the head does not answer within release_days working days';
COMMENT ON COLUMN training_edition.seats_taken IS 'Confirmed enrolments; changed by compare-and-set only';
COMMENT ON COLUMN training_edition.arrivals IS 'Number given to the last who enrolled: the order of the waiting list';

CREATE TABLE training_session (
  id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  edition_id          bigint      NOT NULL REFERENCES training_edition (id),
  position            smallint    NOT NULL CHECK (position BETWEEN 1 AND 60),
  title               text        NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  starts_at           timestamptz NOT NULL,
  ends_at             timestamptz NOT NULL,
  minutes             integer     NOT NULL CHECK (minutes BETWEEN 15 AND 1440),
  place               text        CHECK (length(place) BETWEEN 1 AND 300),
  link                text        CHECK (link LIKE 'https://%' AND length(link) <= 500),
  material            text        CHECK (material LIKE 'https://%' AND length(material) <= 500),
  mandatory           boolean     NOT NULL,
  state               text        NOT NULL CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
  reason              text        CHECK (length(reason) BETWEEN 1 AND 1000),
  sequence            integer     NOT NULL DEFAULT 0,
  attendance_event_id bigint UNIQUE,
  CONSTRAINT training_session_position UNIQUE (edition_id, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT training_session_period CHECK (starts_at < ends_at)
);
CREATE INDEX training_session_by_start ON training_session (starts_at, id);
COMMENT ON COLUMN training_session.minutes IS 'What it counts for in the certificate, breaks taken off';
COMMENT ON COLUMN training_session.reason IS 'Why it was last postponed or cancelled';
COMMENT ON COLUMN training_session.sequence IS 'How often its calendar entry has changed (SEQUENCE of RFC 5545)';
