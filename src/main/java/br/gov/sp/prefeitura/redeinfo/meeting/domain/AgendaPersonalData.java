package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem.State;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person proposed for agendas. That they were invited and came stands on the sheets. */
@Component
class AgendaPersonalData implements PersonalData {

  private final JdbcClient jdbc;
  private final MeetingTexts texts;

  AgendaPersonalData(JdbcClient jdbc, MeetingTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        new Section(
            "meeting.data.proposals",
            List.of(
                "meeting.data.meeting",
                "meeting.item.title",
                "meeting.item.text",
                "meeting.data.proposed",
                "meeting.data.state",
                "meeting.field.reason"),
            jdbc.sql(
                    """
                    SELECT m.title AS meeting, a.title, a.text, a.proposed_at, a.state, a.reason
                      FROM agenda_item a JOIN meeting m ON m.id = a.meeting_id
                     WHERE a.proposed_by = :person AND a.from_follow_up_id IS NULL ORDER BY a.id
                    """)
                .param("person", personId)
                .query(
                    (row, n) ->
                        Arrays.asList(
                            row.getString("meeting"),
                            row.getString("title"),
                            row.getString("text"),
                            SaoPaulo.DAY.format(
                                MeetingRepository.instant(row, "proposed_at")
                                    .atZone(SaoPaulo.ZONE)),
                            texts.text(
                                "meeting.agenda.state." + State.valueOf(row.getString("state"))),
                            row.getString("reason")))
                .list()));
  }
}
