--liquibase formatted sql

--changeset outreach:0002-campaign
CREATE TABLE campaign (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  subject       text NOT NULL CHECK (length(subject) BETWEEN 1 AND 150),
  message       text NOT NULL CHECK (length(message) BETWEEN 1 AND 5000),
  audiences     text[] NOT NULL CHECK (cardinality(audiences) > 0
                  AND audiences <@ ARRAY['OFFICES', 'HEADS', 'MEMBERS', 'EARLIER_MEMBERS', 'CONTACTS']),
  all_bodies    boolean NOT NULL,
  closes_on     date NOT NULL,
  state         text NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'RETURNED', 'RUNNING', 'CLOSED', 'STOPPED')),
  state_since   timestamptz NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  written_by    bigint NOT NULL REFERENCES person,
  written_at    timestamptz NOT NULL,
  decided_by    bigint REFERENCES person,
  decided_at    timestamptz,
  reason        text CHECK (length(reason) BETWEEN 1 AND 1000),
  audience_size integer CHECK (audience_size >= 0),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (state <> 'RUNNING' OR decided_by IS NOT NULL)
);
COMMENT ON TABLE campaign IS 'Invitations to the network, sent in waves';
COMMENT ON COLUMN campaign.audience_size IS 'How many people it meant when the first wave went out: what shares are shares of';
CREATE INDEX campaign_ended ON campaign (state_since) WHERE state IN ('CLOSED', 'STOPPED');

CREATE TABLE campaign_body (
  campaign_id bigint NOT NULL REFERENCES campaign,
  body_id     bigint NOT NULL REFERENCES body,
  PRIMARY KEY (campaign_id, body_id)
);
COMMENT ON TABLE campaign_body IS 'The bodies whose people a campaign means, unless it means all';

CREATE TABLE campaign_wave (
  campaign_id bigint NOT NULL REFERENCES campaign,
  number      integer NOT NULL CHECK (number BETWEEN 1 AND 12),
  day         date NOT NULL,
  measure     text NOT NULL CHECK (measure IN ('SHARE', 'PEOPLE', 'REST')),
  amount      integer CHECK (amount > 0),
  fixed_at    timestamptz,
  finished_at timestamptz,
  recipients  integer NOT NULL DEFAULT 0,
  sent        integer NOT NULL DEFAULT 0,
  skipped     integer NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, number),
  CHECK ((measure = 'REST') = (amount IS NULL)),
  CHECK (measure <> 'SHARE' OR amount <= 100),
  CHECK (finished_at IS NULL OR fixed_at IS NOT NULL),
  CHECK (sent + skipped <= recipients)
);
COMMENT ON COLUMN campaign_wave.skipped IS 'Who asked for no invitations, or was deleted, between being chosen and being written to';

--changeset outreach:0002-recipient
CREATE TABLE campaign_recipient (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign_id  bigint NOT NULL,
  wave         integer NOT NULL,
  body_id      bigint NOT NULL REFERENCES body,
  state        text NOT NULL CHECK (state IN ('CHOSEN', 'SENT', 'SKIPPED', 'DROPPED')),
  name         text CHECK (length(name) BETWEEN 1 AND 120),
  email        text CHECK (length(email) <= 254 AND email = lower(email)),
  address_hash bytea CHECK (length(address_hash) = 32),
  token_hash   bytea UNIQUE CHECK (length(token_hash) = 32),
  sent_at      timestamptz,
  answered_at  timestamptz,
  joined_at    timestamptz,
  FOREIGN KEY (campaign_id, wave) REFERENCES campaign_wave (campaign_id, number),
  CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
  CHECK ((name IS NULL) = (email IS NULL))
);
COMMENT ON TABLE campaign_recipient IS 'Whom a wave invites; once anonymous, the row counts for its body and names nobody';
-- Each address once per campaign, over all waves and audiences.
CREATE UNIQUE INDEX campaign_recipient_once ON campaign_recipient (campaign_id, address_hash)
  WHERE address_hash IS NOT NULL;
CREATE INDEX campaign_recipient_by_address ON campaign_recipient (address_hash) WHERE address_hash IS NOT NULL;
CREATE INDEX campaign_recipient_to_send ON campaign_recipient (campaign_id, wave, id) WHERE state = 'CHOSEN';
CREATE INDEX campaign_recipient_by_body ON campaign_recipient (campaign_id, body_id);
