--liquibase formatted sql

--changeset shared:0010-files
CREATE TABLE stored_file (
  key       uuid        PRIMARY KEY,
  place     text        NOT NULL CHECK (place IN ('DATABASE', 'FOLDER')),
  size      bigint      NOT NULL CHECK (size > 0),
  sha256    text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at timestamptz NOT NULL
);
COMMENT ON TABLE stored_file IS 'Files that people sent, by keys of our own; what they are and whose is said by the rows that name the key';
COMMENT ON COLUMN stored_file.place IS 'Where its bytes are: in stored_file_chunk, or in the folder of files under its key';

CREATE TABLE stored_file_chunk (
  key  uuid    NOT NULL REFERENCES stored_file (key) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n    integer NOT NULL CHECK (n >= 0),
  data bytea   NOT NULL,
  PRIMARY KEY (key, n)
);
ALTER TABLE stored_file_chunk ALTER COLUMN data SET STORAGE EXTERNAL;
COMMENT ON TABLE stored_file_chunk IS 'The bytes of files kept in the database, in pieces of 256 KB; what people send is compressed already';
