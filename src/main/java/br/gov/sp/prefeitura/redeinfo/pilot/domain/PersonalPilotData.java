package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person has to do with pilots, and what they wrote in them. */
@Component
class PersonalPilotData implements PersonalData {

  private final PersonalTables tables;

  PersonalPilotData(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.pilots",
            """
            SELECT title, state, created_at, sponsor_id = :person FROM pilot
             WHERE sponsor_id = :person OR created_by = :person ORDER BY id DESC
            """,
            personId,
            Column.of("pilot"),
            Column.of("state", "pilot.state."),
            Column.of("since"),
            Column.of("sponsor")),
        tables.read(
            "privacy.section.pilot-story",
            """
            SELECT p.title, e.kind, e.reason, e.at FROM pilot_event e JOIN pilot p ON p.id = e.pilot_id
             WHERE e.person_id = :person ORDER BY e.id DESC
            """,
            personId,
            Column.of("pilot"),
            Column.of("what", "pilot.event."),
            Column.of("reason"),
            Column.of("at")),
        tables.read(
            "privacy.section.pilot-texts",
            """
            SELECT p.title, x.what, x.text, x.at
              FROM (SELECT pilot_id, 'comment' AS what, text, at FROM pilot_comment WHERE person_id = :person
                    UNION ALL SELECT pilot_id, 'review', concat_ws(' ', opinion, internal_note), reviewed_at
                                FROM pilot_review WHERE reviewed_by = :person
                    UNION ALL SELECT pilot_id, 'report', concat_ws(' ', summary, risk_text, help_text), submitted_at
                                FROM pilot_report WHERE submitted_by = :person
                    UNION ALL SELECT pilot_id, 'scope-change', reason, asked_at
                                FROM pilot_scope_change WHERE asked_by = :person
                    UNION ALL SELECT pilot_id, 'evaluation', concat_ws(' ', text, lessons), evaluated_at
                                FROM pilot_evaluation WHERE evaluated_by = :person
                    UNION ALL SELECT pilot_id, 'evidence', title, added_at
                                FROM pilot_evidence WHERE added_by = :person
                    UNION ALL SELECT pilot_id, 'proposal', NULL, submitted_at
                                FROM pilot_submission WHERE submitted_by = :person) x
              JOIN pilot p ON p.id = x.pilot_id ORDER BY x.at DESC
            """,
            personId,
            Column.of("pilot"),
            Column.of("what", "privacy.pilot-text."),
            Column.of("text"),
            Column.of("at")),
        tables.read(
            "privacy.section.pilot-votes",
            """
            SELECT p.title, v.vote, v.reason, v.cast_at
              FROM pilot_vote v JOIN pilot_ballot b ON b.id = v.ballot_id JOIN pilot p ON p.id = b.pilot_id
             WHERE v.person_id = :person ORDER BY b.id DESC
            """,
            personId,
            Column.of("pilot"),
            Column.of("vote", "pilot.vote."),
            Column.of("reason"),
            Column.of("at")));
  }
}
