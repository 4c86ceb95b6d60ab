package br.gov.sp.prefeitura.redeinfo.support;

import java.util.stream.IntStream;

/**
 * How often a test that looks for rare events repeats: a few times in every build, many times in
 * {@code mvn verify -Pendurance}. Such a test bears the tag {@link #TAG}.
 */
public final class Endurance {

  public static final String TAG = "endurance";

  private Endurance() {}

  /** The numbers of the rounds, from 1. */
  public static IntStream rounds(int inEveryBuild, int inEnduranceRuns) {
    return IntStream.rangeClosed(1, measures() ? inEnduranceRuns : inEveryBuild);
  }

  /**
   * Whether this is a run that measures: only then are times held to bounds. A build shares its
   * machine with whatever else runs there.
   */
  public static boolean measures() {
    return Boolean.getBoolean("rede-info.endurance");
  }
}
