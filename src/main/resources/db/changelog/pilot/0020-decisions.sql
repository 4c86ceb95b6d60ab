--liquibase formatted sql

--changeset pilot:0020-decisions
ALTER TABLE pilot_comment ALTER COLUMN person_id DROP NOT NULL;
COMMENT ON COLUMN pilot_comment.person_id IS 'Who says so; null: the process itself, of a partner that did not answer';

ALTER TABLE pilot_ballot ADD COLUMN quorum_percent integer NOT NULL DEFAULT 50 CHECK (quorum_percent BETWEEN 0 AND 100);
ALTER TABLE pilot_ballot ALTER COLUMN quorum_percent DROP DEFAULT;
COMMENT ON COLUMN pilot_ballot.quorum_percent IS 'Of the electors, as the parameter was when the ballot opened';
COMMENT ON COLUMN pilot_ballot.quorum IS 'Votes it needs: at the opening of all electors, at the closing of those who neither declared a conflict of interest nor left';
CREATE INDEX pilot_ballot_open ON pilot_ballot (pilot_id) WHERE closed_at IS NULL;
CREATE INDEX pilot_vote_awaited ON pilot_vote (person_id) WHERE vote IS NULL AND left_at IS NULL;
