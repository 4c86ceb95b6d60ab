--liquibase formatted sql

--changeset notification:0002-recipient
--comment the network's change log comes before this one: persons are never deleted
ALTER TABLE notice ADD CONSTRAINT notice_recipient FOREIGN KEY (recipient_id) REFERENCES person;
