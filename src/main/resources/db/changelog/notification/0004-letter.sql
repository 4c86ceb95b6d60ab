--liquibase formatted sql

--changeset notification:0004-letter
CREATE TABLE letter (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_key       text NOT NULL CHECK (length(event_key) BETWEEN 1 AND 300),
  address         text NOT NULL CHECK (length(address) BETWEEN 1 AND 320),
  template        text NOT NULL CHECK (template ~ '^[a-z0-9-]{1,80}$'),
  parameters      jsonb NOT NULL CHECK (jsonb_typeof(parameters) = 'object'),
  path            text CHECK (path ~ '^/($|[^/])'),
  opt_out_path    text CHECK (opt_out_path ~ '^/[A-Za-z0-9][-A-Za-z0-9/_.~%?=&]*$'),
  locale          text NOT NULL CHECK (length(locale) BETWEEN 2 AND 20),
  created_at      timestamptz NOT NULL,
  secret          boolean NOT NULL,
  expires_at      timestamptz,
  state           text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'unmailed')),
  attempts        integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error      text CHECK (length(last_error) BETWEEN 1 AND 40),
  sent_at         timestamptz,
  anonymised      boolean NOT NULL DEFAULT false,
  CONSTRAINT letter_once_per_event_and_address UNIQUE (event_key, address),
  CONSTRAINT letter_sent_at_goes_with_state CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CONSTRAINT letter_secret_expires CHECK (secret = (expires_at IS NOT NULL))
);
COMMENT ON TABLE letter IS 'Outbox of mails to addresses without an account: one row per event and address, written with the step';
COMMENT ON COLUMN letter.address IS 'lower case; no longer an address once anonymised';
COMMENT ON COLUMN letter.opt_out_path IS 'page that takes the address off the list; also in the header List-Unsubscribe (RFC 8058)';
COMMENT ON COLUMN letter.next_attempt_at IS 'as in notice: the end of the lease while a dispatcher has the row; database time';
COMMENT ON COLUMN letter.secret IS 'the path gives access; removed when sent or expired';

--changeset notification:0004-letter-indexes
--comment who waits for a link goes before a campaign
CREATE INDEX letter_due ON letter (secret DESC, next_attempt_at, id) WHERE state = 'waiting';
CREATE INDEX letter_undelivered ON letter (state, created_at) WHERE state IN ('waiting', 'failed');
CREATE INDEX letter_secrets ON letter (expires_at) WHERE secret AND path IS NOT NULL;
CREATE INDEX letter_of_address ON letter (address, created_at DESC, id DESC);
CREATE INDEX letter_lapsing ON letter (created_at) WHERE NOT anonymised;
