--liquibase formatted sql

--changeset volunteer:0001-join-request
CREATE TABLE join_request (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email        text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  body_id      bigint NOT NULL REFERENCES body,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  token_hash   bytea UNIQUE CHECK (length(token_hash) = 32),
  requested_at timestamptz NOT NULL,
  valid_until  timestamptz NOT NULL,
  used_at      timestamptz
);
CREATE INDEX join_request_by_email ON join_request (email, requested_at DESC);
CREATE INDEX join_request_by_time ON join_request (requested_at);
COMMENT ON TABLE join_request IS 'Who asked by the public page to join, until they confirm their address; short-lived';
COMMENT ON COLUMN join_request.email IS 'Lower case';
COMMENT ON COLUMN join_request.token_hash IS 'SHA-256 of the link in the letter; none when the letter had none (the address is a member''s)';

--changeset volunteer:0001-enlistment
CREATE TABLE enlistment (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email           text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  body_id         bigint NOT NULL REFERENCES body,
  bond            text NOT NULL,
  unit            text NOT NULL CHECK (length(unit) BETWEEN 1 AND 120),
  interest        text NOT NULL CHECK (interest IN ('ACCESS_TO_INFORMATION', 'OPEN_GOVERNMENT', 'BOTH')),
  motivation      text CHECK (length(motivation) BETWEEN 1 AND 1000),
  statute_version bigint,
  state           text NOT NULL CHECK (state IN ('WAITING', 'ADMITTED', 'DECLINED', 'WITHDRAWN',
                    'ALREADY_MEMBER')),
  state_since     timestamptz NOT NULL,
  confirmed_at    timestamptz NOT NULL,
  withdrawal_hash bytea UNIQUE CHECK (length(withdrawal_hash) = 32),
  reason          text CHECK (length(reason) BETWEEN 1 AND 1000),
  decided_by      bigint REFERENCES person,
  decided_at      timestamptz,
  person_id       bigint REFERENCES person,
  anonymised      boolean NOT NULL DEFAULT false,
  CONSTRAINT enlistment_decision_is_whole CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT enlistment_decline_has_reason CHECK (state <> 'DECLINED' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX enlistment_one_waiting ON enlistment (email) WHERE state = 'WAITING';
CREATE INDEX enlistment_by_state ON enlistment (state, id DESC);
CREATE INDEX enlistment_by_body ON enlistment (body_id, id DESC);
CREATE INDEX enlistment_by_email ON enlistment (email, id DESC);
CREATE INDEX enlistment_of_person ON enlistment (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX enlistment_lapsing ON enlistment (state_since) WHERE NOT anonymised AND state IN ('DECLINED', 'WITHDRAWN');
COMMENT ON TABLE enlistment IS 'Who confirmed their address and asks to join as a volunteer, and what became of it';
COMMENT ON COLUMN enlistment.statute_version IS 'The version of the statute that was accepted; none before the first one';
COMMENT ON COLUMN enlistment.withdrawal_hash IS 'SHA-256 of the link by which the applicant withdraws';
COMMENT ON COLUMN enlistment.person_id IS 'Who was registered, or is a member already';

--changeset volunteer:0001-volunteers
--comment lists of volunteers read by the appointment's number, newest first
CREATE INDEX appointment_of_volunteers ON appointment (id DESC) WHERE function = 'VOLUNTEER';
