--liquibase formatted sql

--changeset identity:0002-web-session
-- Spring Session's tables (its schema-postgresql.sql), by another name and without the index by
-- person, which nothing here asks for.
CREATE TABLE web_session (
  primary_id            varchar(36) PRIMARY KEY,
  session_id            varchar(64) NOT NULL UNIQUE,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval integer NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        varchar(255)
);
COMMENT ON TABLE web_session IS 'Who is signed in, for all nodes; times in milliseconds since 1970';
COMMENT ON COLUMN web_session.session_id IS 'SHA-256 of what the cookie says; the cookie itself is not kept here';
CREATE INDEX web_session_expiry ON web_session (expiry_time);

CREATE TABLE web_session_attributes (
  session_primary_id varchar(36) NOT NULL REFERENCES web_session ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);
COMMENT ON COLUMN web_session_attributes.attribute_bytes IS 'JSON of a closed set of types';
