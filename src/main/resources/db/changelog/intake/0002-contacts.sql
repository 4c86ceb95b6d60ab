--liquibase formatted sql

--changeset intake:0002-contacts
ALTER TABLE import_upload DROP CONSTRAINT import_upload_kind_check;
ALTER TABLE import_upload ADD CONSTRAINT import_upload_kind_check
  CHECK (kind IN ('BODIES', 'PERSONS', 'APPOINTMENTS', 'CONTACTS'));
COMMENT ON TABLE import_upload IS 'Lists of bodies, persons, appointments or contacts that wait to be taken over, and that there were some';
