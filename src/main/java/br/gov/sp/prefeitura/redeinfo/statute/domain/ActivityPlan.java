package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.statute.domain.Target.State;
import java.time.Instant;
import java.util.List;

/**
 * What the network plans for a year, with what is done of it.
 *
 * @param publishedAt {@code null} while the coordination alone sees it
 * @param changedAt when a target was last written
 * @param lines in the order of their last days
 */
public record ActivityPlan(int year, Instant publishedAt, Instant changedAt, List<Line> lines) {

  public ActivityPlan {
    lines = List.copyOf(lines);
  }

  public boolean isPublished() {
    return publishedAt != null;
  }

  public long count(State state) {
    return lines.stream().filter(line -> line.state() == state).count();
  }

  /**
   * A target as it stands today.
   *
   * @param done the number reached
   */
  public record Line(Target target, long done, State state) {

    /** Reached in per cent, at most 100. */
    public int percent() {
      return (int) Math.min(100, done * 100 / target.target());
    }
  }
}
