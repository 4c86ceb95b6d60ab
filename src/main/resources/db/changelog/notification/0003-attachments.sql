--liquibase formatted sql

--changeset notification:0003-attachments
ALTER TABLE notice ADD COLUMN attachments text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN notice.attachments IS 'Keys of what the mail brings along; made when it goes out';
