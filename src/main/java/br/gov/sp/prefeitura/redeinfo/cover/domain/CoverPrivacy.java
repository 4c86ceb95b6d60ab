package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Covers name two people and sometimes say why one was away. Nothing counts them: a cover that
 * lapsed long ago goes altogether; who did what in whose place stays on record.
 */
@Component
class CoverPrivacy implements PersonalData, Retention {

  private static final int MOST_SHOWN = 1000;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(SaoPaulo.ZONE);

  private final CoverRepository covers;
  private final Persons persons;
  private final JdbcClient jdbc;

  CoverPrivacy(CoverRepository covers, Persons persons, JdbcClient jdbc) {
    this.covers = covers;
    this.persons = persons;
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> of(long personId) {
    List<AbsenceCover> own = covers.ofPerson(personId, MOST_SHOWN);
    Map<Long, Person> people =
        persons.byId(
            own.stream()
                .flatMap(cover -> Stream.of(cover.absentId(), cover.substituteId()))
                .distinct()
                .toList());
    return List.of(
        new Section(
            "cover.title",
            List.of(
                "cover.column.absent",
                "cover.field.substitute",
                "cover.field.starts",
                "cover.field.ends",
                "cover.field.reason"),
            own.stream().map(cover -> row(cover, people)).toList()));
  }

  private static List<String> row(AbsenceCover cover, Map<Long, Person> people) {
    return Arrays.asList(
        people.get(cover.absentId()).name(),
        people.get(cover.substituteId()).name(),
        MOMENT.format(cover.startsAt()),
        MOMENT.format(cover.endsAt()),
        cover.reason());
  }

  @Override
  public String kind() {
    return "absence-covers";
  }

  @Override
  public long lapsed(Instant before) {
    return jdbc.sql("SELECT count(*) FROM absence_cover WHERE ended_at < :before")
        .param("before", Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM absence_cover
             WHERE id IN (SELECT id FROM absence_cover WHERE ended_at < :before
                           ORDER BY id LIMIT :limit)
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
