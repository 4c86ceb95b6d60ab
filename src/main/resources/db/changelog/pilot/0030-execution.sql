--liquibase formatted sql

--changeset pilot:0030-execution
ALTER TABLE pilot ADD COLUMN started_on date;
COMMENT ON COLUMN pilot.started_on IS 'First day of the execution, as the body said; null: not begun';

ALTER TABLE pilot_presentation ADD COLUMN moved_at timestamptz;
COMMENT ON COLUMN pilot_presentation.moved_at IS 'When it was given up for another date, before it took place';

ALTER TABLE pilot_report ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE pilot_report ADD COLUMN saved_by bigint;
ALTER TABLE pilot_report ADD COLUMN saved_at timestamptz;
CREATE UNIQUE INDEX pilot_report_one_open ON pilot_report (pilot_id) WHERE state <> 'ACCEPTED';
COMMENT ON COLUMN pilot_report.version IS 'How often it was saved: who saves on top of an older one is shown what changed';
COMMENT ON COLUMN pilot_report.due_at IS 'Until when the body is asked for it; null: nobody is asked for it now (suspended, or returned and not asked for again yet)';
