--liquibase formatted sql

--changeset attendance:0010-absences
-- Absences are few; lists of them go through a sheet in the order of its persons.
CREATE INDEX attendance_entry_absent ON attendance_entry (event_id, person_id) WHERE status = 'ABSENT';
