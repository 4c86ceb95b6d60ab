--liquibase formatted sql

--changeset audit:0001-entry
CREATE TABLE audit_entry (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at      timestamptz NOT NULL,
  action           text NOT NULL CHECK (action ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$' AND length(action) <= 80),
  subject_type     text NOT NULL CHECK (subject_type = split_part(action, '.', 1)),
  subject_id       text NOT NULL CHECK (subject_id ~ '^[A-Za-z0-9._:-]{1,80}$'),
  actor_id         bigint,
  person_id        bigint,
  body_id          bigint,
  in_place_of_kind text CHECK (in_place_of_kind IN ('person', 'head', 'body')),
  in_place_of_id   bigint,
  channel          text NOT NULL CHECK (channel IN ('page', 'tasklist', 'cockpit', 'import', 'job', 'replay')),
  address          inet,
  details          jsonb NOT NULL CHECK (jsonb_typeof(details) = 'object' AND length(details::text) <= 4000),
  CHECK ((in_place_of_kind IS NULL) = (in_place_of_id IS NULL))
);
-- No foreign keys: an entry outlives the person it names, whose row can be erased.
COMMENT ON TABLE audit_entry IS 'Who did what to what, when, in place of whom, from where; append-only, ids and codes only';
COMMENT ON COLUMN audit_entry.actor_id IS 'Person; null: the application itself, or nobody signed in (channel page)';
COMMENT ON COLUMN audit_entry.person_id IS 'The person it concerns';
COMMENT ON COLUMN audit_entry.address IS 'Of the request; forgotten after a while by forget_audit_addresses()';

-- One index per way of looking; each ends with the order of the pages.
CREATE INDEX audit_entry_order ON audit_entry (recorded_at DESC, id DESC);
CREATE INDEX audit_entry_action ON audit_entry (action, recorded_at DESC, id DESC);
CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, recorded_at DESC, id DESC);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, recorded_at DESC, id DESC) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_entry_person ON audit_entry (person_id, recorded_at DESC, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX audit_entry_for_person ON audit_entry (in_place_of_id, recorded_at DESC, id DESC) WHERE in_place_of_kind = 'person';
CREATE INDEX audit_entry_body ON audit_entry (body_id, recorded_at DESC, id DESC) WHERE body_id IS NOT NULL;
CREATE INDEX audit_entry_address ON audit_entry (recorded_at) WHERE address IS NOT NULL;

--changeset audit:0001-append-only splitStatements:false
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The one exception: an address that is being forgotten, and nothing else of the row.
  IF TG_OP = 'UPDATE'
     AND current_setting('audit.forgetting', true) = 'addresses'
     AND NEW.address IS NULL
     AND to_jsonb(NEW) - 'address' = to_jsonb(OLD) - 'address' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_entry is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_is_never_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
-- Also for sessions that switch other triggers off, as replication does.
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_is_append_only;
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_is_never_emptied;

CREATE FUNCTION forget_audit_addresses(older_than timestamptz, most integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  forgotten integer;
BEGIN
  PERFORM set_config('audit.forgetting', 'addresses', true);
  UPDATE audit_entry SET address = NULL
   WHERE id IN (SELECT id FROM audit_entry
                 WHERE address IS NOT NULL AND recorded_at < older_than
                 ORDER BY recorded_at LIMIT most FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  PERFORM set_config('audit.forgetting', '', true);
  RETURN forgotten;
END $$;
COMMENT ON FUNCTION forget_audit_addresses IS 'Removes the addresses of entries before the moment, a batch at a time; the only change the table allows';
