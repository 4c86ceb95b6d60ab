--liquibase formatted sql

--changeset notification:0001-notice
CREATE TABLE notice (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_key       text NOT NULL CHECK (length(event_key) BETWEEN 1 AND 300),
  recipient_id    bigint NOT NULL,
  template        text NOT NULL CHECK (template ~ '^[a-z0-9-]{1,80}$'),
  parameters      jsonb NOT NULL CHECK (jsonb_typeof(parameters) = 'object'),
  path            text CHECK (path ~ '^/($|[^/])'),
  locale          text NOT NULL CHECK (length(locale) BETWEEN 2 AND 20),
  created_at      timestamptz NOT NULL,
  secret          boolean NOT NULL,
  expires_at      timestamptz,
  state           text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'unmailed')),
  attempts        integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error      text CHECK (length(last_error) BETWEEN 1 AND 40),
  sent_at         timestamptz,
  CONSTRAINT notice_once_per_event_and_recipient UNIQUE (event_key, recipient_id),
  CONSTRAINT notice_sent_at_goes_with_state CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CONSTRAINT notice_secret_expires CHECK (NOT secret OR expires_at IS NOT NULL)
);
COMMENT ON TABLE notice IS 'Outbox: one row per event and recipient, written with the step; mail and in-app notice at once';
COMMENT ON COLUMN notice.recipient_id IS 'person; the address is looked up when the mail goes out';
COMMENT ON COLUMN notice.next_attempt_at IS 'when a dispatcher may take the row; while one has it, the end of its lease. Database time, whatever the application clock says';
COMMENT ON COLUMN notice.secret IS 'the path gives access (link to choose a password); removed when sent or expired';

--changeset notification:0001-notice-indexes
CREATE INDEX notice_due ON notice (next_attempt_at, id) WHERE state = 'waiting';
CREATE INDEX notice_of_recipient ON notice (recipient_id, created_at DESC, id DESC) WHERE NOT secret;
CREATE INDEX notice_newest ON notice (created_at DESC, id DESC);
CREATE INDEX notice_newest_by_state ON notice (state, created_at DESC, id DESC);
CREATE INDEX notice_secrets ON notice (expires_at) WHERE secret AND path IS NOT NULL;
