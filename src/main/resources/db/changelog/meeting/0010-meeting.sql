--liquibase formatted sql

--changeset meeting:0010-kind
CREATE TABLE meeting_kind (
  code            text    PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]{0,39}$'),
  position        integer NOT NULL,
  name_pt         text    NOT NULL CHECK (length(name_pt) BETWEEN 1 AND 120),
  name_en         text    NOT NULL CHECK (length(name_en) BETWEEN 1 AND 120),
  quorum          numeric(4, 3) CHECK (quorum > 0 AND quorum <= 1),
  notice_days     integer NOT NULL CHECK (notice_days BETWEEN 0 AND 60),
  invited_groups  text[]  NOT NULL CHECK (cardinality(invited_groups) > 0),
  approver_groups text[]  NOT NULL CHECK (cardinality(approver_groups) > 0),
  quarterly       boolean NOT NULL
);
COMMENT ON TABLE meeting_kind IS 'Kinds of meetings and their rules; the coordination may change them';
COMMENT ON COLUMN meeting_kind.quorum IS 'Part of those expected that has to be present; null if none is asked for';
COMMENT ON COLUMN meeting_kind.notice_days IS 'Working days between convocation and meeting, at least';
COMMENT ON COLUMN meeting_kind.invited_groups IS 'Groups of the network; *.members, *.head and *.office mean those of every body';
COMMENT ON COLUMN meeting_kind.quarterly IS 'Whether such a meeting is the one that every quarter needs';

INSERT INTO meeting_kind (code, position, name_pt, name_en, quorum, notice_days, invited_groups, approver_groups, quarterly) VALUES
  ('QUARTERLY', 1, 'Reunião trimestral com o CIGA e a São Paulo Aberta', 'Quarterly meeting with CIGA and São Paulo Aberta', 0.333, 5,
   '{*.members,ciga,sao-paulo-aberta,coordination}', '{ciga,sao-paulo-aberta}', true),
  ('JOINT', 2, 'Sessão conjunta com as altas autoridades', 'Joint session with high authorities', NULL, 10,
   '{*.head,*.members,ciga,sao-paulo-aberta,coordination}', '{ciga,sao-paulo-aberta}', false),
  ('FORUM', 3, 'Fórum da rede', 'Forum of the network', NULL, 5,
   '{*.head,*.office,*.members,ciga,sao-paulo-aberta,coordination}', '{sao-paulo-aberta,coordination}', false),
  ('THEMATIC', 4, 'Reunião temática', 'Thematic meeting', NULL, 3,
   '{*.members,coordination}', '{sao-paulo-aberta,coordination}', false);

--changeset meeting:0010-meeting
CREATE TABLE meeting (
  id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind                text        NOT NULL REFERENCES meeting_kind,
  title               text        NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  purpose             text        CHECK (length(purpose) BETWEEN 1 AND 2000),
  state               text        NOT NULL CHECK (state IN ('PLANNED', 'CONVENED', 'HELD', 'MINUTES_CIRCULATED',
                        'MINUTES_APPROVED', 'PUBLISHED', 'NOT_HELD', 'CANCELLED')),
  state_since         timestamptz NOT NULL,
  starts_at           timestamptz NOT NULL,
  ends_at             timestamptz NOT NULL,
  place               text        CHECK (length(place) BETWEEN 1 AND 300),
  link                text        CHECK (length(link) BETWEEN 1 AND 500),
  hosts               text        NOT NULL CHECK (length(hosts) BETWEEN 1 AND 300),
  quarter             text        CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  attendance_event_id bigint      REFERENCES attendance_event,
  own_sheet           boolean     NOT NULL DEFAULT true,
  sequence            integer     NOT NULL DEFAULT 0,
  reason              text        CHECK (length(reason) BETWEEN 1 AND 1000),
  message             text        CHECK (length(message) BETWEEN 1 AND 2000),
  convened_by         bigint      REFERENCES person,
  convened_at         timestamptz,
  began_at            timestamptz,
  ended_at            timestamptz,
  others_present      integer     CHECK (others_present BETWEEN 0 AND 10000),
  quorum_met          boolean,
  held_at             timestamptz,
  recorded_by         bigint      REFERENCES person,
  recorded_at         timestamptz,
  created_by          bigint      NOT NULL REFERENCES person,
  created_at          timestamptz NOT NULL,
  CONSTRAINT meeting_period CHECK (starts_at < ends_at),
  CONSTRAINT meeting_somewhere CHECK (place IS NOT NULL OR link IS NOT NULL),
  CONSTRAINT meeting_convened CHECK (
    (convened_at IS NULL) = (convened_by IS NULL)
    AND (state IN ('PLANNED', 'CANCELLED') OR convened_at IS NOT NULL)),
  CONSTRAINT meeting_held CHECK (
    (state IN ('HELD', 'MINUTES_CIRCULATED', 'MINUTES_APPROVED', 'PUBLISHED')) = (held_at IS NOT NULL)
    AND num_nonnulls(held_at, began_at, ended_at) IN (0, 3)
    AND (began_at IS NULL OR began_at < ended_at)),
  CONSTRAINT meeting_recorded CHECK ((recorded_at IS NULL) = (recorded_by IS NULL)),
  CONSTRAINT meeting_off_with_reason CHECK (state NOT IN ('NOT_HELD', 'CANCELLED') OR reason IS NOT NULL)
);
CREATE INDEX meeting_by_time ON meeting (starts_at, id);
CREATE INDEX meeting_by_quarter ON meeting (quarter, starts_at) WHERE quarter IS NOT NULL;
CREATE INDEX meeting_by_sheet ON meeting (attendance_event_id) WHERE attendance_event_id IS NOT NULL;
COMMENT ON TABLE meeting IS 'Meetings of the network; minutes and follow-ups refer to them';
COMMENT ON COLUMN meeting.quarter IS 'The quarter it counts for, if its kind is the quarterly one';
COMMENT ON COLUMN meeting.own_sheet IS 'False if it is a session of a training at the same time: that session''s sheet is the meeting''s, and date follows it';
COMMENT ON COLUMN meeting.sequence IS 'How often its calendar entry has changed';
COMMENT ON COLUMN meeting.reason IS 'Why it was last postponed, was cancelled, or was not held';
COMMENT ON COLUMN meeting.message IS 'What the convocation says besides the agenda';
COMMENT ON COLUMN meeting.began_at IS 'When it really began; ended_at likewise';
COMMENT ON COLUMN meeting.others_present IS 'People counted who stand neither on the sheet nor among the guests';
COMMENT ON COLUMN meeting.quorum_met IS 'As it was when the meeting was recorded; null if the kind asks for none';

--changeset meeting:0010-agenda
CREATE TABLE agenda_item (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting_id        bigint      NOT NULL REFERENCES meeting,
  position          integer     NOT NULL,
  title             text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  text              text        CHECK (length(text) BETWEEN 1 AND 2000),
  minutes           integer     CHECK (minutes BETWEEN 1 AND 480),
  state             text        NOT NULL CHECK (state IN ('PROPOSED', 'ACCEPTED', 'REFUSED')),
  reason            text        CHECK (length(reason) BETWEEN 1 AND 1000),
  proposed_by       bigint      NOT NULL REFERENCES person,
  proposed_at       timestamptz NOT NULL,
  decided_by        bigint      REFERENCES person,
  decided_at        timestamptz,
  from_follow_up_id bigint,
  CONSTRAINT agenda_item_once_per_follow_up UNIQUE (meeting_id, from_follow_up_id),
  CONSTRAINT agenda_item_refused_with_reason CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
  CONSTRAINT agenda_item_decided CHECK (
    (state = 'PROPOSED') = (decided_at IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
);
CREATE INDEX agenda_item_of_meeting ON agenda_item (meeting_id, position, id);
CREATE INDEX agenda_item_of_follow_up ON agenda_item (from_follow_up_id) WHERE from_follow_up_id IS NOT NULL;
COMMENT ON TABLE agenda_item IS 'What a meeting is to talk about: proposed by members, accepted or refused by the coordination';
COMMENT ON COLUMN agenda_item.minutes IS 'How long it is to take';
COMMENT ON COLUMN agenda_item.from_follow_up_id IS 'The open follow-up that put it there by itself';

--changeset meeting:0010-guest
CREATE TABLE meeting_guest (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting_id   bigint  NOT NULL REFERENCES meeting,
  name         text    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  role         text    CHECK (length(role) BETWEEN 1 AND 120),
  organisation text    CHECK (length(organisation) BETWEEN 1 AND 160),
  authority    boolean NOT NULL,
  present      boolean
);
CREATE INDEX meeting_guest_of_meeting ON meeting_guest (meeting_id, id);
COMMENT ON TABLE meeting_guest IS 'Who is invited besides the network''s groups';
COMMENT ON COLUMN meeting_guest.authority IS 'Speaks for a body or a power: minutes name them publicly';
COMMENT ON COLUMN meeting_guest.present IS 'Null until the meeting is recorded';
