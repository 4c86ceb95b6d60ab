package br.gov.sp.prefeitura.redeinfo.training.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The counters of an edition: arrivals, seats, waiting list. Pages read them instead of counting
 * enrolments. Whoever changes them holds the edition's lock; the checks of the table say no to a
 * seat too many even to one who does not.
 */
@Repository
class SeatCounters {

  private final JdbcClient jdbc;

  SeatCounters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of who comes next. */
  int arrive(long editionId) {
    return jdbc.sql(
            """
            UPDATE training_edition SET arrivals = arrivals + 1 WHERE id = :id RETURNING arrivals
            """)
        .param("id", editionId)
        .query(Integer.class)
        .single();
  }

  /**
   * Takes a seat if one is left.
   *
   * @return whether there was one
   */
  boolean takeSeat(long editionId) {
    return jdbc.sql(
                """
                UPDATE training_edition SET seats_taken = seats_taken + 1
                 WHERE id = :id AND seats_taken < capacity
                """)
            .param("id", editionId)
            .update()
        == 1;
  }

  void freeSeats(long editionId, int seats) {
    jdbc.sql("UPDATE training_edition SET seats_taken = seats_taken - :seats WHERE id = :id")
        .param("id", editionId)
        .param("seats", seats)
        .update();
  }

  /** The waiting list is so much longer, or shorter. */
  void changeWaiting(long editionId, int by) {
    jdbc.sql("UPDATE training_edition SET waiting = waiting + :by WHERE id = :id")
        .param("id", editionId)
        .param("by", by)
        .update();
  }

  int waiting(long editionId) {
    return jdbc.sql("SELECT waiting FROM training_edition WHERE id = :id")
        .param("id", editionId)
        .query(Integer.class)
        .single();
  }
}
