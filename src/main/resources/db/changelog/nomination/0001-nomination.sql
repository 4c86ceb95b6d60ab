--liquibase formatted sql

--changeset nomination:0001-nomination
CREATE TABLE nomination_round (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  tracks     text[]      NOT NULL CHECK (cardinality(tracks) BETWEEN 1 AND 2),
  deadline   timestamptz NOT NULL,
  note       text        CHECK (length(note) <= 1000),
  opened_by  bigint      NOT NULL,
  opened_at  timestamptz NOT NULL,
  closed_at  timestamptz
);
COMMENT ON TABLE nomination_round IS 'One call of the coordination to a set of public bodies to nominate';

CREATE TABLE nomination_round_skipped (
  round_id bigint NOT NULL REFERENCES nomination_round (id),
  body_id  bigint NOT NULL,
  PRIMARY KEY (round_id, body_id)
);
COMMENT ON TABLE nomination_round_skipped IS 'Bodies left out of a round because an open nomination already covers their seats';

CREATE TABLE nomination (
  id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id               bigint REFERENCES nomination_round (id),
  vacated_appointment_id bigint,
  body_id                bigint      NOT NULL,
  state                  text        NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'AWAITING_ACCEPTANCE',
                           'IN_APPROVAL', 'IN_VALIDATION', 'RETURNED', 'REFUSED', 'AWAITING_PUBLICATION',
                           'IN_FORCE', 'CLOSED')),
  close_reason           text        CHECK (close_reason IN ('LAPSED', 'WITHDRAWN', 'MANDATES_ENDED')),
  state_since            timestamptz NOT NULL,
  deadline               timestamptz NOT NULL,
  approver               text        CHECK (approver IN ('HEAD', 'INTERIM_HEAD', 'COORDINATION')),
  created_at             timestamptz NOT NULL,
  started_at             timestamptz,
  submitted_by           bigint,
  submitted_at           timestamptz,
  version                integer     NOT NULL DEFAULT 0,
  CONSTRAINT nomination_once_per_round_and_body UNIQUE (round_id, body_id),
  CONSTRAINT nomination_once_per_vacancy UNIQUE (vacated_appointment_id),
  CONSTRAINT nomination_has_one_cause CHECK ((round_id IS NULL) <> (vacated_appointment_id IS NULL)),
  CONSTRAINT nomination_closed_with_reason CHECK ((state = 'CLOSED') = (close_reason IS NOT NULL))
);
CREATE INDEX nomination_by_body ON nomination (body_id, id DESC);
CREATE INDEX nomination_by_state ON nomination (state, id);
COMMENT ON COLUMN nomination.deadline IS 'When the nomination lapses if the office has indicated nobody';

CREATE TABLE nomination_seat (
  nomination_id  bigint      NOT NULL REFERENCES nomination (id),
  track          text        NOT NULL CHECK (track IN ('ACCESS_TO_INFORMATION', 'OPEN_GOVERNMENT')),
  seat           text        NOT NULL CHECK (seat IN ('TITULAR', 'SUPLENTE')),
  body_id        bigint      NOT NULL,
  open           boolean     NOT NULL DEFAULT true,
  name           text        CHECK (length(name) BETWEEN 1 AND 120),
  identifier     text        CHECK (length(identifier) BETWEEN 1 AND 20),
  email          text        CHECK (length(email) BETWEEN 3 AND 254 AND email = lower(email)),
  bond           text,
  unit           text        CHECK (length(unit) BETWEEN 1 AND 120),
  justification  text        CHECK (length(justification) BETWEEN 1 AND 1000),
  filled_by      bigint,
  filled_at      timestamptz,
  person_id      bigint,
  answer         text        CHECK (answer IN ('PENDING', 'ACCEPTED', 'DECLINED', 'NO_ANSWER')),
  answered_at    timestamptz,
  change         text        CHECK (change IN ('ASKED', 'RULES', 'ANSWER', 'REPLACE', 'CORRECT')),
  appointment_id bigint,
  PRIMARY KEY (nomination_id, track, seat),
  CONSTRAINT nomination_seat_empty_or_complete CHECK (
    num_nulls(name, identifier, email, bond, unit, justification, filled_by, filled_at, answer) IN (0, 9))
);
-- Two nominations never compete for a seat, whoever opens them and however fast.
CREATE UNIQUE INDEX nomination_seat_open_once ON nomination_seat (body_id, track, seat) WHERE open;
-- Nobody stands in two open nominations, nor twice in one.
CREATE UNIQUE INDEX nomination_seat_person_once ON nomination_seat (email) WHERE open AND email IS NOT NULL;
CREATE INDEX nomination_seat_by_appointment ON nomination_seat (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX nomination_seat_by_person ON nomination_seat (person_id) WHERE person_id IS NOT NULL;
COMMENT ON COLUMN nomination_seat.change IS 'Why the office may fill in this seat now; null when it stays as it is';

CREATE TABLE nomination_decision (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nomination_id bigint      NOT NULL REFERENCES nomination (id),
  step          text        NOT NULL,
  decision      text        NOT NULL,
  reason        text        CHECK (length(reason) <= 1000),
  seats         text[]      NOT NULL DEFAULT '{}',
  decided_by    bigint,
  in_place_of   text        CHECK (in_place_of IN ('HEAD')),
  decided_at    timestamptz NOT NULL
);
CREATE INDEX nomination_decision_by_nomination ON nomination_decision (nomination_id, id);
COMMENT ON TABLE nomination_decision IS 'Who decided what at which step, and why; rows are only added';

CREATE TABLE eligibility_finding (
  nomination_id bigint      NOT NULL REFERENCES nomination (id),
  position      integer     NOT NULL,
  track         text,
  seat          text,
  reason_code   text        NOT NULL,
  severity      text        NOT NULL CHECK (severity IN ('BLOCKING', 'WARNING', 'INFO')),
  checked_at    timestamptz NOT NULL,
  PRIMARY KEY (nomination_id, position)
);
COMMENT ON TABLE eligibility_finding IS 'What the decision table said about the set when it was last checked';

CREATE TABLE nomination_publication (
  nomination_id bigint PRIMARY KEY REFERENCES nomination (id),
  act_number    text        NOT NULL CHECK (act_number ~ '^[0-9]{4}\.[0-9]{4}/[0-9]{7}-[0-9]$'),
  gazette_date  date        NOT NULL,
  link          text        NOT NULL CHECK (link LIKE 'https://%' AND length(link) <= 500),
  recorded_by   bigint      NOT NULL,
  recorded_at   timestamptz NOT NULL
);
