--liquibase formatted sql

--changeset shared:0001-optional-day
CREATE TABLE optional_day (
  day  date PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100)
);
COMMENT ON TABLE optional_day IS 'Days on which the offices close by decree (pontos facultativos); no legal holidays';
