package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData.Section;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What all modules keep about a person, for that person alone. */
@Service
public class DataCopies {

  private static final Duration HOUR = Duration.ofHours(1);

  private final List<PersonalData> modules;
  private final PrivacyProperties properties;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  DataCopies(
      List<PersonalData> modules,
      PrivacyProperties properties,
      AuditLog audit,
      JdbcClient jdbc,
      Clock clock) {
    this.modules = List.copyOf(modules);
    this.properties = properties;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** In a number of statements that does not depend on how much there is. */
  @Transactional(readOnly = true)
  public List<Section> of(long personId) {
    return modules.stream().flatMap(module -> module.of(personId).stream()).toList();
  }

  /**
   * The same to be taken away, which goes on record.
   *
   * @param format for the record, e.g. {@code json}
   * @throws Refusal (too many) if the person took several within the hour
   */
  @Transactional
  public List<Section> take(long personId, String format) {
    Instant now = clock.instant();
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('personal-data-copy', :person))")
        .param("person", personId)
        .query(row -> {});
    jdbc.sql("DELETE FROM personal_data_copy WHERE taken_at < :hourAgo")
        .param("hourAgo", Timestamp.from(now.minus(HOUR)))
        .update();
    long taken =
        jdbc.sql("SELECT count(*) FROM personal_data_copy WHERE person_id = :person")
            .param("person", personId)
            .query(Long.class)
            .single();
    if (taken >= properties.copiesPerHour()) {
      throw Refusal.tooMany("privacy.copies", properties.copiesPerHour());
    }
    jdbc.sql("INSERT INTO personal_data_copy (person_id, taken_at) VALUES (:person, :now)")
        .param("person", personId)
        .param("now", Timestamp.from(now))
        .update();
    audit.record(
        AuditEntry.of(PrivacyAction.COPY_TAKEN, personId).about(personId).with("format", format));
    return of(personId);
  }
}
