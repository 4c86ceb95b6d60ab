--liquibase formatted sql

--changeset meeting:0012-forum
-- Who wrote minutes does not approve them: a coordination of one needs somebody else.
UPDATE meeting_kind SET approver_groups = '{ciga,sao-paulo-aberta,coordination}' WHERE code IN ('FORUM', 'THEMATIC');
