--liquibase formatted sql

--changeset pilot:0040-evidence
CREATE TABLE pilot_evidence (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pilot_id        bigint      NOT NULL REFERENCES pilot (id),
  report_id       bigint      REFERENCES pilot_report (id),
  purpose         text        NOT NULL CHECK (purpose IN ('PROPOSAL', 'PRESENTATION', 'REPORT', 'COMPLETION')),
  kind            text        NOT NULL CHECK (kind IN ('FILE', 'LINK')),
  title           text        NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  public          boolean     NOT NULL,
  file_key        uuid        REFERENCES stored_file (key),
  file_name       text        CHECK (length(file_name) BETWEEN 1 AND 240),
  media_type      text,
  size            bigint,
  sha256          text,
  link            text        CHECK (length(link) BETWEEN 1 AND 1000),
  link_checked_at timestamptz,
  link_failures   integer     NOT NULL DEFAULT 0,
  link_told_at    timestamptz,
  added_by        bigint      NOT NULL,
  added_at        timestamptz NOT NULL,
  removed_by      bigint,
  removed_at      timestamptz,
  CONSTRAINT pilot_evidence_of_report CHECK ((purpose = 'REPORT') = (report_id IS NOT NULL)),
  CONSTRAINT pilot_evidence_file CHECK (kind <> 'FILE' OR (file_name IS NOT NULL AND media_type IS NOT NULL
    AND size IS NOT NULL AND sha256 IS NOT NULL AND (file_key IS NULL) = (removed_at IS NOT NULL))),
  CONSTRAINT pilot_evidence_link CHECK ((kind = 'LINK') = (link IS NOT NULL)),
  CONSTRAINT pilot_evidence_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE INDEX pilot_evidence_by_pilot ON pilot_evidence (pilot_id, id);
CREATE INDEX pilot_evidence_by_report ON pilot_evidence (report_id) WHERE report_id IS NOT NULL;
CREATE INDEX pilot_evidence_links ON pilot_evidence (link_checked_at NULLS FIRST) WHERE kind = 'LINK' AND removed_at IS NULL;
CREATE INDEX pilot_evidence_by_file ON pilot_evidence (file_key) WHERE file_key IS NOT NULL;
COMMENT ON TABLE pilot_evidence IS 'Files and links that show what a pilot says of itself; what was removed leaves its row without the content';
COMMENT ON COLUMN pilot_evidence.public IS 'Whether anybody may read it once the pilot is published';
COMMENT ON COLUMN pilot_evidence.link_failures IS 'How often in a row the link led nowhere; from two on it counts as dead';
COMMENT ON COLUMN pilot_evidence.link_told_at IS 'When the sponsor was told that it is dead; null again once it works';
