--liquibase formatted sql

--changeset network:0003-body-from-list
ALTER TABLE body ADD COLUMN from_list boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN body.from_list IS 'Taken over from a list of the coordination, which is the source from then on';
