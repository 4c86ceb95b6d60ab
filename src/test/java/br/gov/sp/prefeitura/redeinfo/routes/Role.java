package br.gov.sp.prefeitura.redeinfo.routes;

/**
 * Who asks. What is asked for belongs to body A: for the people of body B, and for those of no
 * body, its ids are foreign.
 */
enum Role {
  NOBODY("nobody"),
  PLAIN("plain"),
  MEMBER_A("memberA"),
  OFFICE_A("officeA"),
  HEAD_A("headA"),
  NOMINEE_A("nomineeA"),
  MEMBER_B("memberB"),
  OFFICE_B("officeB"),
  HEAD_B("headB"),
  NOMINEE_B("nomineeB"),
  COORDINATION("coord"),
  CIGA("ciga"),
  EMASP("emasp"),
  AUDITOR("auditor"),
  ADMINISTRATOR("admin");

  private final String column;

  Role(String column) {
    this.column = column;
  }

  /** The name in the tables. */
  String column() {
    return column;
  }

  static Role of(String column) {
    for (Role role : values()) {
      if (role.column.equals(column)) {
        return role;
      }
    }
    throw new IllegalArgumentException(column);
  }

  /** Whose lists may name people of any body. */
  boolean readsAllBodies() {
    return this == COORDINATION || this == AUDITOR || this == ADMINISTRATOR;
  }

  boolean isOfBodyB() {
    return name().endsWith("_B");
  }
}
