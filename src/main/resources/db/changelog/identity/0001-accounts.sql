--liquibase formatted sql

--changeset identity:0001-account
CREATE TABLE account (
  person_id       bigint PRIMARY KEY,
  username        text NOT NULL UNIQUE CHECK (username = lower(username)),
  password_hash   text,
  password_set_at timestamptz,
  -- Changes with every new password, so that sessions opened with the old one end.
  credential      integer NOT NULL DEFAULT 0,
  demonstration   boolean NOT NULL DEFAULT false,
  disabled_at     timestamptz,
  created_at      timestamptz NOT NULL,
  CHECK ((password_hash IS NULL) = (password_set_at IS NULL))
);
COMMENT ON COLUMN account.demonstration IS 'Has the publicly known password of the demonstration; production refuses to start';
CREATE INDEX account_demonstration ON account (person_id) WHERE demonstration;

--changeset identity:0001-password-link
CREATE TABLE password_link (
  token_hash  bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  person_id   bigint NOT NULL REFERENCES account,
  reset       boolean NOT NULL,
  issued_at   timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  used_at     timestamptz
);
COMMENT ON COLUMN password_link.token_hash IS 'SHA-256 of the secret in the mail; the secret itself is not kept here';
CREATE INDEX password_link_of_person ON password_link (person_id, valid_until) WHERE used_at IS NULL;

--changeset identity:0001-known-device
CREATE TABLE known_device (
  token_hash   bytea NOT NULL CHECK (length(token_hash) = 32),
  person_id    bigint NOT NULL REFERENCES account,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (token_hash, person_id)
);
COMMENT ON TABLE known_device IS 'Browsers in which the person signed in before; guessing elsewhere does not slow them down';
CREATE INDEX known_device_age ON known_device (last_used_at);

--changeset identity:0001-attempt
CREATE TABLE attempt (
  key           bytea PRIMARY KEY CHECK (length(key) = 32),
  failures      integer NOT NULL,
  last_at       timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);
COMMENT ON TABLE attempt IS 'Failed attempts per hashed key (no personal data); old rows are deleted';
CREATE INDEX attempt_age ON attempt (last_at);
