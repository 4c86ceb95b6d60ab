package br.gov.sp.prefeitura.redeinfo.attack;

/**
 * How hard the tests of this package press: a little in every build, in full in {@code mvn verify
 * -Pattack}. They bear the tag {@link #TAG}.
 */
final class Attack {

  static final String TAG = "attack";

  /** Of the scanner's test, which takes minutes and runs in full or not at all. */
  static final String SCAN = "scan";

  private Attack() {}

  static boolean inFull() {
    return Boolean.getBoolean("rede-info.attack");
  }

  static int count(int inEveryBuild, int inFull) {
    return inFull() ? inFull : inEveryBuild;
  }
}
