--liquibase formatted sql

--changeset network:0001-range-extension
--comment btree_gist is a trusted extension: the owner of the database may create it
CREATE EXTENSION IF NOT EXISTS btree_gist;

--changeset network:0001-body
CREATE TABLE body (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug            text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 40),
  kind            text NOT NULL CHECK (kind IN ('ORGAO_CENTRAL', 'SECRETARIA', 'SECRETARIA_ESPECIAL',
                    'SUBPREFEITURA', 'AUTARQUIA', 'FUNDACAO', 'EMPRESA_PUBLICA',
                    'SOCIEDADE_ECONOMIA_MISTA', 'SERVICO_SOCIAL_AUTONOMO', 'LEGISLATIVO',
                    'CONTROLE_EXTERNO')),
  valid_from      date NOT NULL,
  valid_to        date,
  successor_id    bigint REFERENCES body,
  mail_domains    text[] NOT NULL CHECK (cardinality(mail_domains) > 0),
  identifier_kind text NOT NULL CHECK (identifier_kind IN ('RF', 'COMPANY')),
  CHECK (valid_to >= valid_from),
  CHECK (successor_id <> id)
);
COMMENT ON TABLE body IS 'Public bodies; the slug is stable over all names and prefixes the groups';
CREATE INDEX body_successor ON body (successor_id) WHERE successor_id IS NOT NULL;

--changeset network:0001-body-name
CREATE TABLE body_name (
  body_id    bigint NOT NULL REFERENCES body,
  valid_from date NOT NULL,
  valid_to   date,
  acronym    text NOT NULL CHECK (length(acronym) BETWEEN 1 AND 40),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  PRIMARY KEY (body_id, valid_from),
  CHECK (valid_to >= valid_from),
  CONSTRAINT body_name_one_at_a_time
    EXCLUDE USING gist (body_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
COMMENT ON TABLE body_name IS 'Acronym and name of a body by period, e.g. Prefeitura Regional until 2018';

--changeset network:0001-unit
CREATE TABLE unit (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id      bigint NOT NULL REFERENCES body,
  acronym      text CHECK (length(acronym) BETWEEN 1 AND 40),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  public_venue boolean NOT NULL DEFAULT false,
  valid_from   date NOT NULL,
  valid_to     date,
  CHECK (valid_to >= valid_from),
  UNIQUE (body_id, name, valid_from)
);
COMMENT ON TABLE unit IS 'Units inside a body; a unit that moves gets a row in each body';
