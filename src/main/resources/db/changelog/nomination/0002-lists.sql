--liquibase formatted sql

--changeset nomination:0002-lists
--comment the pages of a round, and those of the nominations that a vacancy caused
CREATE INDEX nomination_by_round ON nomination (round_id, id) WHERE round_id IS NOT NULL;
CREATE INDEX nomination_of_vacancy ON nomination (id) WHERE vacated_appointment_id IS NOT NULL;
