--liquibase formatted sql

--changeset statute:0001-version
CREATE TABLE statute_version (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       integer     NOT NULL UNIQUE CHECK (number > 0),
  principles   text        NOT NULL CHECK (length(principles) BETWEEN 1 AND 20000),
  roles        text        NOT NULL CHECK (length(roles) BETWEEN 1 AND 20000),
  duties       text        NOT NULL CHECK (length(duties) BETWEEN 1 AND 20000),
  activities   text        NOT NULL CHECK (length(activities) BETWEEN 1 AND 20000),
  act          text        NOT NULL CHECK (length(act) BETWEEN 1 AND 160),
  sei_number   text        CHECK (sei_number ~ '^[0-9]{4}\.[0-9]{4}/[0-9]{7}-[0-9]$'),
  act_day      date        NOT NULL,
  gazette_day  date        NOT NULL,
  gazette_link text        CHECK (length(gazette_link) BETWEEN 1 AND 500),
  published_by bigint      NOT NULL,
  published_at timestamptz NOT NULL,
  CONSTRAINT statute_version_gazette_follows_act CHECK (gazette_day >= act_day)
);
COMMENT ON TABLE statute_version IS 'Published versions of the statute; the highest number is in force';

--changeset statute:0001-version-is-final splitStatements:false
CREATE FUNCTION refuse_statute_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published version of the statute never changes';
END $$;

CREATE TRIGGER statute_version_is_final BEFORE UPDATE OR DELETE ON statute_version
  FOR EACH ROW EXECUTE FUNCTION refuse_statute_change();

--changeset statute:0001-draft
CREATE TABLE statute_draft (
  id         smallint    PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  revision   integer     NOT NULL CHECK (revision > 0),
  principles text        NOT NULL CHECK (length(principles) <= 20000),
  roles      text        NOT NULL CHECK (length(roles) <= 20000),
  duties     text        NOT NULL CHECK (length(duties) <= 20000),
  activities text        NOT NULL CHECK (length(activities) <= 20000),
  saved_by   bigint      NOT NULL,
  saved_at   timestamptz NOT NULL
);
COMMENT ON TABLE statute_draft IS 'The next version while it is written; one at most';
COMMENT ON COLUMN statute_draft.revision IS 'Grows with each saving: who saves names the one they had read';

--changeset statute:0001-acceptance
CREATE TABLE statute_acceptance (
  version_id  bigint      NOT NULL REFERENCES statute_version,
  person_id   bigint      NOT NULL,
  way         text        NOT NULL CHECK (way IN ('NOMINATION', 'ENLISTMENT', 'NEW_VERSION')),
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (version_id, person_id)
);
CREATE INDEX statute_acceptance_by_person ON statute_acceptance (person_id, version_id);
CREATE INDEX statute_acceptance_by_moment ON statute_acceptance (accepted_at);
COMMENT ON TABLE statute_acceptance IS 'Who accepted which version, when and on which occasion';

--changeset statute:0001-request
CREATE TABLE statute_request (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id bigint      NOT NULL REFERENCES statute_version,
  person_id  bigint      NOT NULL,
  body_id    bigint      NOT NULL,
  made_at    timestamptz NOT NULL,
  started_at timestamptz,
  due_at     timestamptz,
  ended_at   timestamptz,
  outcome    text        CHECK (outcome IN ('ACCEPTED', 'LEFT', 'SUPERSEDED')),
  CONSTRAINT statute_request_is_due_once_started CHECK ((started_at IS NULL) = (due_at IS NULL)),
  CONSTRAINT statute_request_ends_with_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX statute_request_once ON statute_request (version_id, person_id)
  WHERE outcome IS DISTINCT FROM 'LEFT';
CREATE INDEX statute_request_to_start ON statute_request (id) WHERE started_at IS NULL AND ended_at IS NULL;
CREATE INDEX statute_request_open_of_person ON statute_request (person_id) WHERE ended_at IS NULL;
CREATE INDEX statute_request_of_version ON statute_request (version_id, person_id);
COMMENT ON TABLE statute_request IS 'Members asked to accept a version by a task of their own; who left and came back is asked again';
COMMENT ON COLUMN statute_request.body_id IS 'Through which body the person is a member: its office hears of a delay';
COMMENT ON COLUMN statute_request.started_at IS 'When the task was opened; in the background, in batches';

--changeset statute:0001-question
CREATE TABLE statute_question (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id bigint      NOT NULL REFERENCES statute_request,
  text       text        CHECK (length(text) BETWEEN 1 AND 1000),
  asked_at   timestamptz NOT NULL
);
CREATE INDEX statute_question_by_request ON statute_question (request_id);
CREATE INDEX statute_question_by_moment ON statute_question (asked_at) WHERE text IS NOT NULL;
COMMENT ON TABLE statute_question IS 'What members want to talk about before they accept; the text is removed after its time to live';
