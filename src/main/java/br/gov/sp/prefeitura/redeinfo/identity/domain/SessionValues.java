package br.gov.sp.prefeitura.redeinfo.identity.domain;

/** How what a session holds is written into the database. */
public interface SessionValues {

  /**
   * @throws IllegalArgumentException for a value of a type that sessions do not hold
   */
  byte[] write(Object value);

  /**
   * @return {@code null} for what cannot be read, as if the session did not hold it
   */
  Object read(byte[] stored);
}
