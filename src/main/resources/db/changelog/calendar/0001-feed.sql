--liquibase formatted sql

--changeset calendar:0001-feed
CREATE TABLE calendar_feed (
  person_id    bigint PRIMARY KEY REFERENCES person (id),
  token_hash   bytea       NOT NULL CHECK (length(token_hash) = 32),
  made_at      timestamptz NOT NULL,
  last_read_at timestamptz,
  CONSTRAINT calendar_feed_token UNIQUE (token_hash)
);
COMMENT ON TABLE calendar_feed IS 'The secret address by which a person''s calendar program reads their dates; one each';
COMMENT ON COLUMN calendar_feed.token_hash IS 'SHA-256 of the secret in the address; the secret itself is not kept';
COMMENT ON COLUMN calendar_feed.last_read_at IS 'To the hour or so';
