--liquibase formatted sql

--changeset demonstration:0001-step
CREATE TABLE demonstration_step (
  key     text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
  result  bigint NOT NULL,
  done_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE demonstration_step IS 'What the demonstration has prepared already; written with the step, so that an interrupted start goes on where it stopped';
COMMENT ON COLUMN demonstration_step.result IS 'What later steps need of it: an id or a day; 0 for nothing';
