--liquibase formatted sql

--changeset attendance:0002-list
CREATE TABLE attendance_list (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id   bigint      NOT NULL REFERENCES attendance_event,
  content    jsonb       NOT NULL,
  sent_by    bigint      NOT NULL REFERENCES person,
  sent_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT attendance_list_one_waiting UNIQUE (event_id, sent_by)
);
CREATE INDEX attendance_list_expiring ON attendance_list (expires_at);
COMMENT ON TABLE attendance_list IS 'Lists of who was present, read from files, that wait for their keeper to confirm them; gone as soon as they are not needed';

--changeset attendance:0002-open-events
CREATE INDEX attendance_event_open ON attendance_event (starts_at) WHERE state = 'OPEN';
