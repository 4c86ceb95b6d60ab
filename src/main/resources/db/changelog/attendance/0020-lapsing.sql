--liquibase formatted sql

--changeset attendance:0020-corrections-lapse splitStatements:false
CREATE OR REPLACE FUNCTION refuse_attendance_correction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two exceptions, for what has outlived its time: the reason is struck out and nothing else of
  -- the row, or the row goes with its sheet, five years after the event at the earliest.
  IF TG_OP = 'UPDATE' AND NEW.reason = '—'
     AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE'
     AND EXISTS (SELECT FROM attendance_event e
                  WHERE e.id = OLD.event_id AND e.ends_at < now() - interval '5 years') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'attendance_correction is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

--changeset attendance:0020-corrections-go-with-their-entry
ALTER TABLE attendance_correction DROP CONSTRAINT attendance_correction_event_id_person_id_fkey;
ALTER TABLE attendance_correction ADD CONSTRAINT attendance_correction_event_id_person_id_fkey
  FOREIGN KEY (event_id, person_id) REFERENCES attendance_entry ON DELETE CASCADE;
