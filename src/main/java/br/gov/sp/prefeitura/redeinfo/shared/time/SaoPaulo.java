package br.gov.sp.prefeitura.redeinfo.shared.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** The city's time zone. Instants are stored with zone; people see and mean São Paulo's time. */
public final class SaoPaulo {

  public static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  /** How people there write and read a day; days that no calendar has are refused. */
  public static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private SaoPaulo() {}

  /** Today's date in the city. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
