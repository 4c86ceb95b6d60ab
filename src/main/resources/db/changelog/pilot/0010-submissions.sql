--liquibase formatted sql

--changeset pilot:0010-submission-previous
ALTER TABLE pilot_submission ADD COLUMN previous integer CHECK (previous < number);
COMMENT ON COLUMN pilot_submission.previous IS 'Number of the submission that held before this one, with which reviewers compare it; null: the first';
COMMENT ON COLUMN pilot.words IS 'Title and texts as last submitted, of a draft the title as last saved, in lower case without accents: what the search looks at';
