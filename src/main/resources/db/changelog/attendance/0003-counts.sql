--liquibase formatted sql

--changeset attendance:0003-counts
ALTER TABLE attendance_event
  ADD COLUMN expected integer,
  ADD COLUMN present integer,
  ADD COLUMN absent integer,
  ADD COLUMN justified integer;
UPDATE attendance_event e
   SET (expected, present, absent, justified) = (
     SELECT count(*), count(*) FILTER (WHERE c.status = 'PRESENT'),
            count(*) FILTER (WHERE c.status = 'ABSENT'),
            count(*) FILTER (WHERE c.status = 'JUSTIFIED')
       FROM (SELECT coalesce(
                      (SELECT old_status FROM attendance_correction x
                        WHERE x.event_id = a.event_id AND x.person_id = a.person_id
                        ORDER BY x.id LIMIT 1), a.status) AS status
               FROM attendance_entry a WHERE a.event_id = e.id) c)
 WHERE state = 'CLOSED';
ALTER TABLE attendance_event ADD CONSTRAINT attendance_event_counted CHECK (
  CASE WHEN state = 'CLOSED' THEN num_nulls(expected, present, absent, justified) = 0
       ELSE num_nonnulls(expected, present, absent, justified) = 0 END);
COMMENT ON COLUMN attendance_event.expected IS 'How many stood on the sheet when it was completed; the next three likewise. Corrections come on top';
