package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers;
import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers.NewCover;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Covers during absences, named for tests. */
@TestComponent
public class Covers {

  private final AbsenceCovers covers;
  private final TrainingLife life;
  private final JdbcClient jdbc;
  private final Clock clock;

  Covers(AbsenceCovers covers, TrainingLife life, JdbcClient jdbc, Clock clock) {
    this.covers = covers;
    this.life = life;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The person names this substitute, from this morning for a week. */
  public long name(Person absent, Person substitute, String... processKeys) {
    return covers.name(cover(absent, substitute, processKeys), life.signedIn(absent));
  }

  /** From this morning for a week. */
  public NewCover cover(Person absent, Person substitute, String... processKeys) {
    LocalDateTime today = SaoPaulo.today(clock).atStartOfDay();
    return new NewCover(
        absent.id(), substitute.id(), today, today.plusDays(7), Set.of(processKeys), null);
  }

  /** Its last moment has just passed. */
  public void passes(long cover) {
    jdbc.sql("UPDATE absence_cover SET ends_at = now() - interval '1 second' WHERE id = ?")
        .param(cover)
        .update();
  }

  public String endReason(long cover) {
    return jdbc.sql("SELECT coalesce(end_reason, '') FROM absence_cover WHERE id = ?")
        .param(cover)
        .query(String.class)
        .single();
  }
}
