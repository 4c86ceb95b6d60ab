package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What campaigns keep about a person, found by the person's address. */
@Component
class OutreachPersonalData implements PersonalData {

  private final JdbcClient jdbc;
  private final Persons persons;

  OutreachPersonalData(JdbcClient jdbc, Persons persons) {
    this.jdbc = jdbc;
    this.persons = persons;
  }

  @Override
  public List<Section> of(long personId) {
    byte[] address = Address.digest(persons.get(personId).email());
    return List.of(contact(address), invitations(address));
  }

  private Section contact(byte[] address) {
    return new Section(
        "outreach.data.contact",
        List.of(
            "outreach.contact.name",
            "outreach.contact.email",
            "outreach.contact.origin",
            "outreach.contact.listed",
            "outreach.contact.opted-out"),
        jdbc.sql(
                """
                SELECT c.name, c.email, c.origin, c.listed_at, o.opted_out_at
                  FROM (SELECT cast(:address AS bytea) AS address_hash) who
                  LEFT JOIN contact c USING (address_hash)
                  LEFT JOIN opt_out o USING (address_hash)
                 WHERE c.id IS NOT NULL OR o.opted_out_at IS NOT NULL
                """)
            .param("address", address)
            .query(
                (rs, n) ->
                    Arrays.asList(
                        rs.getString("name"),
                        rs.getString("email"),
                        rs.getString("origin"),
                        day(rs, "listed_at"),
                        day(rs, "opted_out_at")))
            .list());
  }

  private Section invitations(byte[] address) {
    return new Section(
        "outreach.data.invitations",
        List.of(
            "outreach.data.subject",
            "outreach.data.sent",
            "outreach.data.answered",
            "outreach.data.joined"),
        jdbc.sql(
                """
                SELECT c.subject, r.sent_at, r.answered_at, r.joined_at
                  FROM campaign_recipient r JOIN campaign c ON c.id = r.campaign_id
                 WHERE r.address_hash = :address ORDER BY r.id
                """)
            .param("address", address)
            .query(
                (rs, n) ->
                    Arrays.asList(
                        rs.getString("subject"),
                        day(rs, "sent_at"),
                        day(rs, "answered_at"),
                        day(rs, "joined_at")))
            .list());
  }

  private static String day(ResultSet rs, String column) throws SQLException {
    Timestamp moment = rs.getTimestamp(column);
    return moment == null ? null : SaoPaulo.DAY.format(moment.toInstant().atZone(SaoPaulo.ZONE));
  }
}
