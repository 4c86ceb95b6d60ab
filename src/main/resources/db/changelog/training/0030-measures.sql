--liquibase formatted sql

--changeset training:0030-measures
CREATE INDEX body_training_approved_by_day ON body_training (day, body_id) WHERE state = 'APPROVED';
