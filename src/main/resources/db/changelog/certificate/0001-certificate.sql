--liquibase formatted sql

--changeset certificate:0001-certificate
CREATE TABLE certificate (
  id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enrollment_id      bigint      NOT NULL,
  edition_id         bigint      NOT NULL,
  person_id          bigint      NOT NULL REFERENCES person (id),
  code               text        NOT NULL CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  person_name        text        NOT NULL CHECK (length(person_name) >= 1),
  course_title       text        NOT NULL CHECK (length(course_title) >= 1),
  minutes            integer     NOT NULL CHECK (minutes > 0),
  first_day          date        NOT NULL,
  last_day           date        NOT NULL,
  content            text        CHECK (length(content) >= 1),
  attendance_percent smallint    NOT NULL CHECK (attendance_percent BETWEEN 0 AND 100),
  signatory_unit     text        NOT NULL CHECK (length(signatory_unit) >= 1),
  issued_at          timestamptz NOT NULL,
  sha256             bytea       NOT NULL CHECK (length(sha256) = 32),
  revoked_at         timestamptz,
  revoked_by         bigint REFERENCES person (id),
  revoked_reason     text        CHECK (length(revoked_reason) BETWEEN 1 AND 1000),
  CONSTRAINT certificate_once_per_enrollment UNIQUE (enrollment_id),
  CONSTRAINT certificate_code UNIQUE (code),
  CONSTRAINT certificate_sha256 UNIQUE (sha256),
  CONSTRAINT certificate_period CHECK (first_day <= last_day),
  CONSTRAINT certificate_revoked_with_reason CHECK (
    (revoked_at IS NULL) = (revoked_reason IS NULL) AND (revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX certificate_of_edition ON certificate (edition_id);
CREATE INDEX certificate_of_person ON certificate (person_id, issued_at DESC);
COMMENT ON TABLE certificate IS 'What each certificate says, as it was when it was issued';
COMMENT ON COLUMN certificate.code IS 'What is typed to verify it: 80 random bits, Crockford base 32, without the hyphens';
COMMENT ON COLUMN certificate.sha256 IS 'Of the very file in certificate_file';

-- Apart, so that whoever reads certificates does not read files.
CREATE TABLE certificate_file (
  certificate_id bigint PRIMARY KEY REFERENCES certificate (id),
  pdf            bytea NOT NULL CHECK (length(pdf) BETWEEN 1 AND 1048576)
);
ALTER TABLE certificate_file ALTER COLUMN pdf SET STORAGE EXTERNAL;
COMMENT ON COLUMN certificate_file.pdf IS 'As issued, never changed; compressed inside already';
