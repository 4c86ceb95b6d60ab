--liquibase formatted sql

--changeset outreach:0001-contact
CREATE TABLE contact (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name          text CHECK (length(name) BETWEEN 1 AND 120),
  email         text UNIQUE CHECK (length(email) <= 254 AND email = lower(email)),
  address_hash  bytea UNIQUE CHECK (length(address_hash) = 32),
  body_id       bigint NOT NULL REFERENCES body,
  origin        text NOT NULL CHECK (length(origin) BETWEEN 1 AND 120),
  added_at      timestamptz NOT NULL,
  listed_at     timestamptz NOT NULL,
  anonymised_at timestamptz,
  CHECK (listed_at >= added_at),
  -- Who is anonymous has neither name nor address, not even as a digest.
  CHECK ((anonymised_at IS NULL) = (name IS NOT NULL)),
  CHECK ((anonymised_at IS NULL) = (email IS NOT NULL)),
  CHECK ((anonymised_at IS NULL) = (address_hash IS NOT NULL))
);
COMMENT ON TABLE contact IS 'Servants whom campaigns may invite, from lists of the coordination';
COMMENT ON COLUMN contact.listed_at IS 'When a list named them last: their time to live counts from then';
CREATE INDEX contact_by_body ON contact (body_id, id DESC);
CREATE INDEX contact_to_lapse ON contact (listed_at) WHERE anonymised_at IS NULL;

--changeset outreach:0001-opt-out
CREATE TABLE opt_out (
  address_hash bytea PRIMARY KEY CHECK (length(address_hash) = 32),
  opted_out_at timestamptz NOT NULL
);
COMMENT ON TABLE opt_out IS 'Digests of addresses that want no invitations; kept when everything else about them is gone';
