--liquibase formatted sql

--changeset pilot:0031-presentation-scheduled
ALTER TABLE pilot_presentation ADD COLUMN scheduled_at timestamptz NOT NULL DEFAULT current_timestamp;
COMMENT ON COLUMN pilot_presentation.scheduled_at IS 'When the date was chosen: calendars tell versions of an entry by it';
