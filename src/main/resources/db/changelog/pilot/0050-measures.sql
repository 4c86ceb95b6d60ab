--liquibase formatted sql

--changeset pilot:0050-measures
CREATE INDEX pilot_presentation_held ON pilot_presentation (starts_at, pilot_id) WHERE held;
CREATE INDEX pilot_event_by_kind ON pilot_event (kind, at, pilot_id)
  WHERE kind IN ('STARTED', 'COMPLETION_ACCEPTED');
