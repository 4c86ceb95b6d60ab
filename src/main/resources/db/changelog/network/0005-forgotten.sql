--liquibase formatted sql

--changeset network:0005-forgotten
ALTER TABLE person ADD COLUMN forgotten_at timestamptz;
COMMENT ON COLUMN person.forgotten_at IS 'When the person was made anonymous; null: they are known by name';
