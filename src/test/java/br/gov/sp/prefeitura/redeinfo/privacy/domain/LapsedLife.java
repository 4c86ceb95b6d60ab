package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody whose last trace is of 2003, with a word of their own in every place that may name or
 * describe a person. Written as rows: no process of today can be led in 2003.
 */
final class LapsedLife {

  private final JdbcClient jdbc;
  private final String word =
      "zabumba" + UUID.randomUUID().toString().replaceAll("[0-9-]", "").toLowerCase(Locale.ROOT);
  private final long person;
  private final long body;

  LapsedLife(JdbcClient jdbc, TrainingLife trainings) {
    this.jdbc = jdbc;
    body = number("SELECT id FROM body WHERE slug = 'svma'");
    person =
        number(
            """
            INSERT INTO person (username, name, email, bond, body_id, unit, identifier, created_at)
            VALUES ('p' || floor(random() * 1e12)::bigint, 'Ana @', '@@prefeitura.sp.gov.br', 'EFETIVO',
                    %d, 'Unidade @', left('@', 20), '2001-02-03') RETURNING id
            """,
            body);
    account();
    run(
        """
        INSERT INTO appointment (person_id, body_id, function, valid_from, valid_to, appointed_at)
        VALUES (%d, %d, 'VOLUNTEER', '2001-02-03', '2003-02-03', '2001-02-03')
        """,
        person, body);
    nomination();
    training(trainings);
    attendance();
    pilot();
    notices();
  }

  private void account() {
    run(
        "INSERT INTO account (person_id, username, created_at)"
            + " SELECT id, username, '2001-02-03' FROM person WHERE id = %d",
        person);
    run(
        "INSERT INTO password_link (token_hash, person_id, reset, issued_at, valid_until)"
            + " VALUES (sha256('@'), %d, false, '2001-02-03', '2001-02-04')",
        person);
    run(
        "INSERT INTO known_device (token_hash, person_id, last_used_at)"
            + " VALUES (sha256('@'), %d, '2003-01-01')",
        person);
    run(
        "INSERT INTO calendar_feed (person_id, token_hash, made_at)"
            + " VALUES (%d, sha256('@'), '2001-02-03')",
        person);
  }

  private void nomination() {
    long round =
        number(
            "INSERT INTO nomination_round (name, tracks, deadline, opened_by, opened_at, closed_at)"
                + " VALUES ('Rodada de 2001', '{OPEN_GOVERNMENT}', '2001-03-01', %d, '2001-02-01',"
                + " '2001-04-01') RETURNING id",
            person);
    long nomination =
        number(
            "INSERT INTO nomination (round_id, body_id, state, close_reason, state_since, deadline,"
                + " created_at) VALUES (%d, %d, 'CLOSED', 'MANDATES_ENDED', '2003-02-03',"
                + " '2001-03-01', '2001-02-01') RETURNING id",
            round, body);
    run(
        "INSERT INTO nomination_seat (nomination_id, track, seat, body_id, open, name, identifier,"
            + " email, bond, unit, justification, filled_by, filled_at, person_id, answer)"
            + " VALUES (%d, 'OPEN_GOVERNMENT', 'TITULAR', %d, false, 'Ana @', left('@', 20),"
            + " '@@prefeitura.sp.gov.br', 'EFETIVO', 'Unidade @', 'Porque @', %d, '2001-02-03', %d,"
            + " 'ACCEPTED')",
        nomination, body, person, person);
    run(
        "INSERT INTO nomination_decision (nomination_id, step, decision, reason, decided_by,"
            + " decided_at) VALUES (%d, 'APPROVAL', 'RETURNED', 'Por causa de @', %d, '2001-02-04')",
        nomination, person);
  }

  private void training(TrainingLife trainings) {
    long edition = trainings.published(trainings.draft());
    long session = trainings.sessions(edition).get(0);
    long enrollment =
        number(
            "INSERT INTO training_enrollment (edition_id, person_id, body_id, arrival, state,"
                + " state_since, enrolled_at, reason) VALUES (%d, %d, %d, 9001, 'WITHDRAWN',"
                + " '2003-01-01', '2002-01-01', '@ não pode') RETURNING id",
            edition, person, body);
    run(
        "INSERT INTO training_absence (enrollment_id, session_id, in_a_row, noticed_at, reason,"
            + " answered_at) VALUES (%d, %d, 2, '2002-02-01', '@ adoeceu', '2002-02-02')",
        enrollment, session);
    run(
        "INSERT INTO training_release (enrollment_id, released, reason, decided_at)"
            + " VALUES (%d, false, 'Falta gente: @', '2002-02-02')",
        enrollment);
    run(
        "INSERT INTO training_activity (enrollment_id, answer, handed_in_at)"
            + " VALUES (%d, 'Escrito por @', '2002-02-02')",
        enrollment);
    long certificate =
        number(
            "INSERT INTO certificate (enrollment_id, edition_id, person_id, code, person_name,"
                + " course_title, minutes, first_day, last_day, attendance_percent,"
                + " signatory_unit, issued_at, sha256, revoked_at, revoked_by, revoked_reason)"
                + " VALUES (%d, %d, %d, translate(upper(left(md5('@'), 16)), 'ILOU', '1100'), 'Ana @',"
                + " 'Curso', 60, '2002-01-01', '2002-01-02', 100, 'Escola', '2002-01-03',"
                + " sha256('@'), '2002-01-04', %d, 'Não é de @') RETURNING id",
            enrollment, edition, person, person);
    run("INSERT INTO certificate_file (certificate_id, pdf) VALUES (%d, 'Ana @')", certificate);
  }

  private void attendance() {
    long event =
        number(
            "INSERT INTO attendance_event (kind, subject_id, title, starts_at, ends_at, state,"
                + " check_in_key, closed_at, closed_by, expected, present, absent, justified)"
                + " SELECT 'lapsed-life', %d, 'Encontro de 2002', '2002-02-02 10:00',"
                + " '2002-02-02 12:00', 'CLOSED', sha256('@'), '2002-02-03', %d, 1, 0, 1, 0"
                + " RETURNING id",
            person, person);
    run(
        "INSERT INTO attendance_entry (event_id, person_id, sort_key, status, reason, means,"
            + " marked_at, recorded_by, recorded_at) VALUES (%d, %d, 'ana @ svma', 'JUSTIFIED',"
            + " '@ adoeceu', 'SCREEN', '2002-02-02', %d, '2002-02-02')",
        event, person, person);
    run(
        "INSERT INTO attendance_correction (event_id, person_id, old_status, new_status, reason,"
            + " corrected_by, corrected_at) VALUES (%d, %d, 'ABSENT', 'JUSTIFIED',"
            + " 'Atestado de @', %d, '2002-02-04')",
        event, person, person);
  }

  private void pilot() {
    long pilot =
        number(
            "INSERT INTO pilot (body_id, state, state_since, title, created_by, created_at,"
                + " ended_at) VALUES (%d, 'CANCELLED', '2003-01-01', 'Projeto de 2002', %d,"
                + " '2002-01-01', '2003-01-01') RETURNING id",
            body, person);
    run(
        "INSERT INTO pilot_draft (pilot_id, revision, typed, saved_by, saved_at) VALUES"
            + " (%1$d, 1, '{\"team\": \"@\"}', %2$d, '2002-01-01'),"
            + " (%1$d, 2, '{}', %2$d, '2002-01-02')",
        pilot, person);
    run(
        "INSERT INTO pilot_event (pilot_id, kind, at, person_id, reason, sight)"
            + " VALUES (%d, 'returned', '2002-01-03', %d, 'Falta ouvir @', 'BODY')",
        pilot, person);
    run(
        "INSERT INTO pilot_partner (pilot_id, guest, part, state, reason, answered_at)"
            + " VALUES (%d, 'Universidade', 'Dados', 'DECLINED', '@ saiu', '2002-01-03')",
        pilot);
    run(
        "INSERT INTO pilot_comment (pilot_id, submission, field, text, person_id, at)"
            + " VALUES (%d, 1, 'title', 'Pergunte a @', %d, '2002-01-03')",
        pilot, person);
    run(
        "INSERT INTO pilot_review (pilot_id, submission, outcome, opinion, internal_note,"
            + " reviewed_by, reviewed_at) VALUES (%d, 1, 'ADJUST', 'Bom.', '@ hesita', %d,"
            + " '2002-01-03')",
        pilot, person);
    run(
        "INSERT INTO pilot_milestone (pilot_id, position, title, planned_start, planned_end,"
            + " responsible) VALUES (%d, 1, 'Marco', '2002-01-01', '2002-02-01', 'Ana @')",
        pilot);
    long ballot =
        number(
            "INSERT INTO pilot_ballot (pilot_id, round, submission, quorum, quorum_percent,"
                + " opened_at, deadline, closed_at, outcome) VALUES (%d, 1, 1, 1, 50, '2002-01-04',"
                + " '2002-01-05', '2002-01-05', 'APPROVED') RETURNING id",
            pilot);
    run(
        "INSERT INTO pilot_vote (ballot_id, person_id, vote, reason, cast_at)"
            + " VALUES (%d, %d, 'AGAINST', 'Conheço @', '2002-01-04')",
        ballot, person);
  }

  private void notices() {
    run(
        "INSERT INTO notice (event_key, recipient_id, template, parameters, locale, created_at,"
            + " secret, state, sent_at) VALUES ('lapsed:@', %d, 'test-plain',"
            + " '{\"reason\": \"@\"}', 'pt-BR', '2002-01-01', false, 'sent', '2002-01-01')",
        person);
    run(
        "INSERT INTO letter (event_key, address, template, parameters, locale, created_at, secret,"
            + " state, sent_at) VALUES ('lapsed:' || gen_random_uuid(), '@@prefeitura.sp.gov.br',"
            + " 'test-plain', '{\"name\": \"@\"}', 'pt-BR', '2002-01-01', false, 'sent',"
            + " '2002-01-01')");
  }

  long person() {
    return person;
  }

  /** Where the word, and so the person, is still found: every text of every table is searched. */
  List<String> found() {
    return jdbc
        .sql(
            """
            SELECT table_name, column_name FROM information_schema.columns
              JOIN information_schema.tables USING (table_schema, table_name)
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
               AND data_type IN ('text', 'character varying', 'jsonb', 'ARRAY', 'bytea')
             ORDER BY 1, 2
            """)
        .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
        .list()
        .stream()
        .filter(
            column ->
                jdbc.sql(
                        "SELECT EXISTS (SELECT FROM %s WHERE position(:word IN lower(%s)) > 0)"
                            .formatted(column[0], text(column[0], column[1])))
                    .param("word", word)
                    .query(Boolean.class)
                    .single())
        .map(column -> column[0] + "." + column[1])
        .toList();
  }

  /** Of files the bytes as they are. */
  private String text(String table, String column) {
    boolean file = table.equals("certificate_file");
    return file ? "encode(%s, 'escape')".formatted(column) : column + "::text";
  }

  private void run(String sql, Object... ids) {
    jdbc.sql(filled(sql, ids)).update();
  }

  private long number(String sql, Object... ids) {
    return jdbc.sql(filled(sql, ids)).query(Long.class).single();
  }

  /** An at sign stands for the word; two for the word and one. */
  private String filled(String sql, Object... ids) {
    return sql.formatted(ids)
        .replace("@@", word + "\u0000")
        .replace("@", word)
        .replace('\u0000', '@');
  }
}
