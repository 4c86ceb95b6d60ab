--liquibase formatted sql

--changeset identity:0005-left
ALTER TABLE account ADD COLUMN left_at timestamptz;
COMMENT ON COLUMN account.left_at IS 'The owner left the network: closed until somebody invites them again';
