--liquibase formatted sql

--changeset network:0004-on-leave
ALTER TABLE appointment DROP CONSTRAINT appointment_end_reason_check;
ALTER TABLE appointment ADD CONSTRAINT appointment_end_reason_check
  CHECK (end_reason IN ('MANDATE_ENDED', 'RESIGNED', 'DISMISSED', 'TRANSFERRED', 'RETIRED', 'ON_LEAVE',
                        'REPLACED', 'BODY_ABOLISHED', 'CORRECTED'));
