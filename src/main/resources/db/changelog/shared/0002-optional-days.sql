--liquibase formatted sql

-- The days of every year that the holiday library does not know; the city's yearly decree may add
-- others, which are rows of this table, too. Servants' day counts only where it is a weekday.
--changeset shared:0002-optional-days
INSERT INTO optional_day (day, name) VALUES
  ('2017-02-27', 'Segunda-feira de Carnaval'),
  ('2026-02-16', 'Segunda-feira de Carnaval'),
  ('2026-10-28', 'Dia do Servidor Público'),
  ('2027-02-08', 'Segunda-feira de Carnaval'),
  ('2027-10-28', 'Dia do Servidor Público');
