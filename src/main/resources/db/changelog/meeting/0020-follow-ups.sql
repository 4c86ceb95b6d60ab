--liquibase formatted sql

--changeset meeting:0020-initiatives
CREATE TABLE initiative (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  purpose      text        NOT NULL CHECK (length(purpose) BETWEEN 1 AND 2000),
  state        text        NOT NULL CHECK (state IN ('PROPOSED', 'UNDER_WAY', 'DONE', 'STOPPED')),
  state_since  timestamptz NOT NULL,
  next_step    text        CHECK (length(next_step) BETWEEN 1 AND 500),
  next_step_on date,
  version      integer     NOT NULL DEFAULT 0,
  created_by   bigint      NOT NULL,
  created_at   timestamptz NOT NULL,
  CONSTRAINT initiative_step_has_its_day CHECK ((next_step IS NULL) = (next_step_on IS NULL))
);
CREATE UNIQUE INDEX initiative_by_name ON initiative (lower(name));
CREATE INDEX initiative_by_state ON initiative (state, id DESC);
COMMENT ON TABLE initiative IS 'Transversal initiatives: named outcomes of several bodies that come out of meetings';
COMMENT ON COLUMN initiative.version IS 'Counts the changes: who edits an older one is told so';

CREATE TABLE initiative_body (
  initiative_id bigint NOT NULL REFERENCES initiative,
  body_id       bigint NOT NULL REFERENCES body,
  PRIMARY KEY (initiative_id, body_id)
);

CREATE TABLE initiative_meeting (
  initiative_id bigint NOT NULL REFERENCES initiative,
  meeting_id    bigint NOT NULL REFERENCES meeting,
  PRIMARY KEY (initiative_id, meeting_id)
);
CREATE INDEX initiative_meeting_by_meeting ON initiative_meeting (meeting_id);

CREATE TABLE initiative_pilot (
  initiative_id bigint NOT NULL REFERENCES initiative,
  pilot_id      bigint NOT NULL,
  PRIMARY KEY (initiative_id, pilot_id)
);
COMMENT ON COLUMN initiative_pilot.pilot_id IS 'Id of a published project, of another module';

CREATE TABLE initiative_state (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  initiative_id bigint      NOT NULL REFERENCES initiative,
  state         text        NOT NULL CHECK (state IN ('PROPOSED', 'UNDER_WAY', 'DONE', 'STOPPED')),
  note          text        CHECK (length(note) BETWEEN 1 AND 1000),
  entered_by    bigint      NOT NULL,
  entered_at    timestamptz NOT NULL
);
CREATE INDEX initiative_state_by_initiative ON initiative_state (initiative_id, id);
COMMENT ON TABLE initiative_state IS 'The states an initiative has been in, with what was said of the change';

--changeset meeting:0020-follow-ups
CREATE TABLE follow_up (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting_id    bigint      NOT NULL REFERENCES meeting,
  initiative_id bigint      REFERENCES initiative,
  text          text        NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  body_id       bigint      NOT NULL REFERENCES body,
  owner_id      bigint      REFERENCES person,
  due_on        date        NOT NULL,
  state         text        NOT NULL CHECK (state IN ('OPEN', 'BLOCKED', 'DONE', 'DROPPED')),
  opened_at     timestamptz NOT NULL,
  late_since    timestamptz,
  result        text        CHECK (length(result) BETWEEN 1 AND 1000),
  ended_by      bigint      REFERENCES person,
  ended_at      timestamptz,
  CONSTRAINT follow_up_ends_with_result CHECK (
    (state IN ('DONE', 'DROPPED')) = (ended_at IS NOT NULL)
    AND (state IN ('DONE', 'DROPPED')) = (result IS NOT NULL)),
  CONSTRAINT follow_up_is_late_while_open CHECK (late_since IS NULL OR state IN ('OPEN', 'BLOCKED'))
);
CREATE INDEX follow_up_by_due ON follow_up (due_on, id);
CREATE INDEX follow_up_by_meeting ON follow_up (meeting_id, id);
CREATE INDEX follow_up_open_by_body ON follow_up (body_id, due_on, id) WHERE ended_at IS NULL;
CREATE INDEX follow_up_open_by_owner ON follow_up (owner_id) WHERE ended_at IS NULL;
CREATE INDEX follow_up_by_initiative ON follow_up (initiative_id) WHERE initiative_id IS NOT NULL;
COMMENT ON TABLE follow_up IS 'What is to be done after a meeting (encaminhamento), from the approval of its minutes on';
COMMENT ON COLUMN follow_up.owner_id IS 'The person who answers for it; none: the office of the body';
COMMENT ON COLUMN follow_up.state IS 'BLOCKED: said to be impossible, the coordination decides';
COMMENT ON COLUMN follow_up.result IS 'What came of it, or why it was dropped';

CREATE TABLE follow_up_event (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  follow_up_id bigint      NOT NULL REFERENCES follow_up,
  kind         text        NOT NULL CHECK (kind IN ('OPENED', 'POSTPONED', 'BLOCKED', 'GIVEN', 'OWNER_LEFT',
                 'DONE', 'DROPPED')),
  note         text        CHECK (length(note) BETWEEN 1 AND 1000),
  due_on       date        NOT NULL,
  body_id      bigint      NOT NULL,
  owner_id     bigint,
  made_by      bigint,
  made_at      timestamptz NOT NULL
);
CREATE INDEX follow_up_event_by_follow_up ON follow_up_event (follow_up_id, id);
COMMENT ON TABLE follow_up_event IS 'What happened to a follow-up, and for whom and until when it was to be done then';
