--liquibase formatted sql

--changeset statute:0010-plan
CREATE TABLE activity_plan (
  year         integer     PRIMARY KEY CHECK (year BETWEEN 2011 AND 2100),
  begun_by     bigint      NOT NULL,
  begun_at     timestamptz NOT NULL,
  published_by bigint,
  published_at timestamptz,
  changed_at   timestamptz NOT NULL,
  CONSTRAINT activity_plan_published_by_somebody CHECK ((published_by IS NULL) = (published_at IS NULL))
);
COMMENT ON TABLE activity_plan IS 'What the network plans for a year; public once published';
COMMENT ON COLUMN activity_plan.changed_at IS 'When a target was last written; what is done follows from the other modules';

CREATE TABLE activity_target (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year         integer     NOT NULL REFERENCES activity_plan,
  what         text        NOT NULL CHECK (length(what) BETWEEN 1 AND 300),
  measure      text        CHECK (measure ~ '^[a-z][a-z-]{0,39}$'),
  done_by_hand integer     CHECK (done_by_hand BETWEEN 0 AND 1000000),
  target       integer     NOT NULL CHECK (target BETWEEN 1 AND 1000000),
  first_day    date        NOT NULL,
  last_day     date        NOT NULL,
  goal_code    text        CHECK (length(goal_code) BETWEEN 1 AND 40),
  goal_name    text        CHECK (length(goal_name) BETWEEN 1 AND 200),
  body_id      bigint,
  version      integer     NOT NULL DEFAULT 0,
  CONSTRAINT activity_target_measured_or_by_hand CHECK ((measure IS NULL) = (done_by_hand IS NOT NULL)),
  CONSTRAINT activity_target_period CHECK (first_day <= last_day),
  CONSTRAINT activity_target_goal CHECK (goal_name IS NULL OR goal_code IS NOT NULL)
);
CREATE INDEX activity_target_of_year ON activity_target (year, last_day, id);
COMMENT ON COLUMN activity_target.measure IS 'Code of the number by which it is told whether the target is met; null: the coordination keeps the number by hand';
COMMENT ON COLUMN activity_target.goal_code IS 'The city goal it serves, e.g. Meta 73';
COMMENT ON COLUMN activity_target.body_id IS 'The body that answers for it; null: the whole network';
