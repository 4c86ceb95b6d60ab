--liquibase formatted sql

--changeset pilot:0001-pilot
CREATE TABLE pilot (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id          bigint      NOT NULL,
  state            text        NOT NULL CHECK (state IN ('DRAFT', 'IN_PARTNERSHIP', 'IN_ENDORSEMENT', 'IN_REVIEW',
                     'RETURNED', 'IN_VOTE', 'UNDECIDED', 'APPROVED', 'PRESENTED', 'RUNNING', 'SUSPENDED',
                     'COMPLETED', 'IN_EVALUATION', 'EVALUATED', 'NOT_ENDORSED', 'NOT_RECOMMENDED', 'REJECTED',
                     'SHELVED', 'CANCELLED')),
  state_since      timestamptz NOT NULL,
  title            text        NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  territory        text        CHECK (length(territory) BETWEEN 1 AND 60),
  themes           text[]      NOT NULL DEFAULT '{}',
  words            text        NOT NULL DEFAULT '',
  search           tsvector    GENERATED ALWAYS AS (to_tsvector('portuguese'::regconfig, words)) STORED,
  sponsor_id       bigint,
  created_by       bigint      NOT NULL,
  created_at       timestamptz NOT NULL,
  submission       integer     NOT NULL DEFAULT 0,
  published_at     timestamptz,
  next_report_at   timestamptz,
  stale_since      timestamptz,
  help_wanted      boolean     NOT NULL DEFAULT false,
  risk             text        CHECK (risk IN ('LOW', 'MEDIUM', 'HIGH')),
  percent          smallint    NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  completion       text        CHECK (completion IN ('NO_EVIDENCE', 'NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE')),
  early_results    text        CHECK (early_results IN ('WORSENED', 'DID_NOT_CHANGE', 'MARGINAL', 'MAJOR', 'OUTSTANDING')),
  ended_at         timestamptz,
  CONSTRAINT pilot_early_results_with_completion CHECK (early_results IS NULL OR completion IS NOT NULL)
);
CREATE INDEX pilot_by_state ON pilot (state, state_since DESC, id DESC);
CREATE INDEX pilot_by_body ON pilot (body_id, id DESC);
CREATE INDEX pilot_by_sponsor ON pilot (sponsor_id) WHERE sponsor_id IS NOT NULL AND ended_at IS NULL;
CREATE INDEX pilot_published ON pilot (published_at DESC, id DESC) WHERE published_at IS NOT NULL;
CREATE INDEX pilot_search ON pilot USING gin (search);
COMMENT ON TABLE pilot IS 'Pilot projects, from the first draft to the published evaluation';
COMMENT ON COLUMN pilot.body_id IS 'The lead body';
COMMENT ON COLUMN pilot.title IS 'Of a draft as it was last saved, else as it was last submitted';
COMMENT ON COLUMN pilot.territory IS 'city, or the slug of a subprefecture';
COMMENT ON COLUMN pilot.words IS 'Title and texts as last submitted, in lower case without accents: what the search looks at';
COMMENT ON COLUMN pilot.sponsor_id IS 'Who answers for it in the lead body; null: nobody for now';
COMMENT ON COLUMN pilot.submission IS 'Number of the latest submission; 0: none yet';
COMMENT ON COLUMN pilot.published_at IS 'Since when anybody may read it: from the approval on';
COMMENT ON COLUMN pilot.stale_since IS 'When a progress report became overdue; null: none is';
COMMENT ON COLUMN pilot.percent IS 'Mean of its milestones as last reported';
COMMENT ON COLUMN pilot.ended_at IS 'When its process ended; null: it goes on';

CREATE TABLE pilot_event (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id  bigint      NOT NULL REFERENCES pilot (id),
  kind      text        NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  at        timestamptz NOT NULL,
  person_id bigint,
  body_id   bigint,
  reason    text        CHECK (length(reason) BETWEEN 1 AND 4000),
  sight     text        NOT NULL CHECK (sight IN ('PUBLIC', 'BODY', 'COMMITTEE'))
);
CREATE INDEX pilot_event_by_pilot ON pilot_event (pilot_id, id);
COMMENT ON TABLE pilot_event IS 'The story of a pilot: what happened, who did it and why';
COMMENT ON COLUMN pilot_event.person_id IS 'Who did it; null: the process itself';
COMMENT ON COLUMN pilot_event.body_id IS 'The body for which the person acted, where it is not the lead body';
COMMENT ON COLUMN pilot_event.sight IS 'Who reads the reason: anybody once the pilot is published; the bodies taking part and those who decide; those who decide alone';

--changeset pilot:0001-proposal
CREATE TABLE pilot_draft (
  pilot_id  bigint      NOT NULL REFERENCES pilot (id),
  revision  integer     NOT NULL CHECK (revision >= 1),
  typed     jsonb       NOT NULL,
  saved_by  bigint      NOT NULL,
  saved_at  timestamptz NOT NULL,
  PRIMARY KEY (pilot_id, revision)
);
COMMENT ON TABLE pilot_draft IS 'What was typed of a proposal, as it was typed: one row per saving, the highest revision holds';

CREATE TABLE pilot_submission (
  pilot_id     bigint      NOT NULL REFERENCES pilot (id),
  number       integer     NOT NULL CHECK (number >= 1),
  proposal     jsonb       NOT NULL,
  submitted_by bigint      NOT NULL,
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (pilot_id, number)
);
COMMENT ON TABLE pilot_submission IS 'Each proposal as it was submitted, checked; never changed afterwards';

CREATE TABLE pilot_partner (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id    bigint      NOT NULL REFERENCES pilot (id),
  body_id     bigint,
  guest       text        CHECK (length(guest) BETWEEN 1 AND 160),
  part        text        NOT NULL CHECK (length(part) BETWEEN 1 AND 1000),
  state       text        NOT NULL CHECK (state IN ('ASKED', 'CONFIRMED', 'DECLINED', 'SILENT')),
  reason      text        CHECK (length(reason) BETWEEN 1 AND 1000),
  answered_by bigint,
  answered_at timestamptz,
  CONSTRAINT pilot_partner_is_body_or_guest CHECK ((body_id IS NULL) <> (guest IS NULL)),
  CONSTRAINT pilot_partner_declines_with_reason CHECK (state <> 'DECLINED' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX pilot_partner_body_once ON pilot_partner (pilot_id, body_id) WHERE body_id IS NOT NULL;
CREATE UNIQUE INDEX pilot_partner_guest_once ON pilot_partner (pilot_id, lower(guest)) WHERE guest IS NOT NULL;
CREATE INDEX pilot_partner_by_body ON pilot_partner (body_id, pilot_id) WHERE body_id IS NOT NULL;
COMMENT ON TABLE pilot_partner IS 'Bodies and guests with a part in the latest submission; who confirmed a part is not asked again while it stays the same';

--changeset pilot:0001-decisions
CREATE TABLE pilot_comment (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id   bigint      NOT NULL REFERENCES pilot (id),
  submission integer     NOT NULL,
  field      text        NOT NULL CHECK (length(field) BETWEEN 1 AND 40),
  text       text        NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
  person_id  bigint      NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX pilot_comment_by_pilot ON pilot_comment (pilot_id, submission);
COMMENT ON TABLE pilot_comment IS 'What the head or the coordination asks to be adjusted, at the field it is about';

CREATE TABLE pilot_review (
  pilot_id      bigint      NOT NULL REFERENCES pilot (id),
  submission    integer     NOT NULL,
  outcome       text        NOT NULL CHECK (outcome IN ('FORWARD', 'ADJUST', 'REJECT')),
  opinion       text        NOT NULL CHECK (length(opinion) BETWEEN 1 AND 4000),
  internal_note text        CHECK (length(internal_note) BETWEEN 1 AND 2000),
  reviewed_by   bigint      NOT NULL,
  reviewed_at   timestamptz NOT NULL,
  PRIMARY KEY (pilot_id, submission)
);
CREATE TABLE pilot_review_point (
  pilot_id   bigint  NOT NULL,
  submission integer NOT NULL,
  point      text    NOT NULL CHECK (length(point) BETWEEN 1 AND 40),
  verdict    text    NOT NULL CHECK (verdict IN ('MET', 'PARTLY', 'NOT_MET')),
  comment    text    CHECK (length(comment) BETWEEN 1 AND 1000),
  PRIMARY KEY (pilot_id, submission, point),
  FOREIGN KEY (pilot_id, submission) REFERENCES pilot_review (pilot_id, submission)
);
COMMENT ON TABLE pilot_review IS 'The coordination''s opinion on a submission';
COMMENT ON COLUMN pilot_review.internal_note IS 'For coordination and committee alone';

CREATE TABLE pilot_ballot (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id   bigint      NOT NULL REFERENCES pilot (id),
  round      integer     NOT NULL CHECK (round >= 1),
  submission integer     NOT NULL,
  quorum     integer     NOT NULL CHECK (quorum >= 1),
  opened_at  timestamptz NOT NULL,
  deadline   timestamptz NOT NULL,
  closed_at  timestamptz,
  outcome    text        CHECK (outcome IN ('APPROVED', 'REJECTED', 'TIE', 'NO_QUORUM')),
  resolution text        CHECK (resolution IN ('AGAIN', 'APPROVE', 'SHELVE')),
  resolution_reason text CHECK (length(resolution_reason) BETWEEN 1 AND 2000),
  resolved_by bigint,
  resolved_at timestamptz,
  CONSTRAINT pilot_ballot_round UNIQUE (pilot_id, round),
  CONSTRAINT pilot_ballot_closed_with_outcome CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
CREATE TABLE pilot_vote (
  ballot_id bigint      NOT NULL REFERENCES pilot_ballot (id),
  person_id bigint      NOT NULL,
  vote      text        CHECK (vote IN ('FOR', 'AGAINST', 'ABSTAIN', 'CONFLICT')),
  reason    text        CHECK (length(reason) BETWEEN 1 AND 1000),
  cast_at   timestamptz,
  left_at   timestamptz,
  PRIMARY KEY (ballot_id, person_id),
  CONSTRAINT pilot_vote_cast CHECK ((vote IS NULL) = (cast_at IS NULL))
);
COMMENT ON TABLE pilot_vote IS 'The electors of a ballot and their votes; who leaves the committee before voting is marked and does not count';

--changeset pilot:0001-execution
CREATE TABLE pilot_presentation (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id      bigint      NOT NULL REFERENCES pilot (id),
  starts_at     timestamptz NOT NULL,
  place         text        NOT NULL CHECK (length(place) BETWEEN 1 AND 300),
  authorities   text        CHECK (length(authorities) BETWEEN 1 AND 1000),
  scheduled_by  bigint      NOT NULL,
  held          boolean,
  note          text        CHECK (length(note) BETWEEN 1 AND 1000),
  recorded_by   bigint,
  recorded_at   timestamptz
);
CREATE INDEX pilot_presentation_by_pilot ON pilot_presentation (pilot_id, id);
COMMENT ON COLUMN pilot_presentation.authorities IS 'High authorities invited, one per line: office and body, as in the invitation';

CREATE TABLE pilot_milestone (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id      bigint      NOT NULL REFERENCES pilot (id),
  position      smallint    NOT NULL CHECK (position BETWEEN 1 AND 40),
  title         text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  planned_start date        NOT NULL,
  planned_end   date        NOT NULL,
  responsible   text        CHECK (length(responsible) BETWEEN 1 AND 160),
  actual_start  date,
  actual_end    date,
  percent       smallint    NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  delay_reason  text        CHECK (length(delay_reason) BETWEEN 1 AND 1000),
  dropped_at    timestamptz,
  CONSTRAINT pilot_milestone_position UNIQUE (pilot_id, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT pilot_milestone_planned CHECK (planned_start <= planned_end),
  CONSTRAINT pilot_milestone_actual CHECK (actual_end IS NULL OR actual_start <= actual_end)
);
COMMENT ON TABLE pilot_milestone IS 'Milestones of approved pilots as last reported; made of the proposal when the execution begins';
COMMENT ON COLUMN pilot_milestone.dropped_at IS 'When a change of scope took it out';

CREATE TABLE pilot_report (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id      bigint      NOT NULL REFERENCES pilot (id),
  number        integer     NOT NULL CHECK (number >= 1),
  state         text        NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
  opened_at     timestamptz NOT NULL,
  due_at        timestamptz,
  summary       text        CHECK (length(summary) BETWEEN 1 AND 4000),
  risk          text        CHECK (risk IN ('LOW', 'MEDIUM', 'HIGH')),
  risk_text     text        CHECK (length(risk_text) BETWEEN 1 AND 1000),
  help_wanted   boolean     NOT NULL DEFAULT false,
  help_text     text        CHECK (length(help_text) BETWEEN 1 AND 1000),
  finished      boolean     NOT NULL DEFAULT false,
  percent       smallint    CHECK (percent BETWEEN 0 AND 100),
  submitted_by  bigint,
  submitted_at  timestamptz,
  review        text        CHECK (length(review) BETWEEN 1 AND 2000),
  reviewed_by   bigint,
  reviewed_at   timestamptz,
  CONSTRAINT pilot_report_number UNIQUE (pilot_id, number)
);
CREATE TABLE pilot_report_milestone (
  report_id    bigint   NOT NULL REFERENCES pilot_report (id),
  milestone_id bigint   NOT NULL REFERENCES pilot_milestone (id),
  percent      smallint NOT NULL CHECK (percent BETWEEN 0 AND 100),
  actual_start date,
  actual_end   date,
  delay_reason text     CHECK (length(delay_reason) BETWEEN 1 AND 1000),
  PRIMARY KEY (report_id, milestone_id)
);
COMMENT ON TABLE pilot_report IS 'Progress reports, at least every four months unless configured otherwise';
COMMENT ON COLUMN pilot_report.finished IS 'The body says that the execution is over';

CREATE TABLE pilot_scope_change (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id    bigint      NOT NULL REFERENCES pilot (id),
  submission  integer     NOT NULL,
  reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  asked_by    bigint      NOT NULL,
  asked_at    timestamptz NOT NULL,
  accepted    boolean,
  decision    text        CHECK (length(decision) BETWEEN 1 AND 2000),
  decided_by  bigint,
  decided_at  timestamptz
);
CREATE UNIQUE INDEX pilot_scope_change_one_open ON pilot_scope_change (pilot_id) WHERE decided_at IS NULL;
COMMENT ON TABLE pilot_scope_change IS 'Changes of scope asked for while a pilot runs; each is a submission of its own';

CREATE TABLE pilot_evaluation (
  pilot_id       bigint      PRIMARY KEY REFERENCES pilot (id),
  completion     text        NOT NULL CHECK (completion IN ('NO_EVIDENCE', 'NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE')),
  early_results  text        NOT NULL CHECK (early_results IN ('WORSENED', 'DID_NOT_CHANGE', 'MARGINAL', 'MAJOR', 'OUTSTANDING')),
  text           text        NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  lessons        text        CHECK (length(lessons) BETWEEN 1 AND 4000),
  evaluated_by   bigint      NOT NULL,
  evaluated_at   timestamptz NOT NULL
);
COMMENT ON TABLE pilot_evaluation IS 'Completion and early results on the scales of the Independent Reporting Mechanism';
