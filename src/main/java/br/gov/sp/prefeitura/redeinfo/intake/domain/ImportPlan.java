package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A list held against what is known now: what each line would do, and the doing of it. */
public final class ImportPlan {

  private final List<PlannedLine> lines;
  private final Runnable writes;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  /**
   * @param writes does what the lines say, in the caller's transaction; only if none is refused
   */
  ImportPlan(List<PlannedLine> lines, Runnable writes) {
    this.lines = List.copyOf(lines);
    this.writes = writes;
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, 0);
    }
    lines.forEach(line -> counts.merge(line.verdict(), 1, Integer::sum));
  }

  /** In the file's order. */
  public List<PlannedLine> lines() {
    return lines;
  }

  public int count(Verdict verdict) {
    return counts.get(verdict);
  }

  /** Whether it can be carried out: nothing is refused and something is to be done. */
  public boolean isFit() {
    return count(Verdict.REFUSED) == 0 && count(Verdict.NEW) + count(Verdict.CHANGED) > 0;
  }

  /**
   * Differs when anything would be done differently. Whoever confirms a plan names it, so that
   * nothing happens but what was shown.
   */
  public String fingerprint() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> sha256.update(line.toString().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void carryOut() {
    writes.run();
  }
}
