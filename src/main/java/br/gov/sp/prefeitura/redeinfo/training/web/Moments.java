package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDateTime;

/** Moments as browsers write them into forms: the city's time, to the minute. */
final class Moments {

  static final String FORM = "uuuu-MM-dd'T'HH:mm";
  static final String WITH_SECONDS = "uuuu-MM-dd'T'HH:mm:ss";

  private Moments() {}

  static LocalDateTime local(Instant moment) {
    return moment == null ? null : LocalDateTime.ofInstant(moment, SaoPaulo.ZONE);
  }
}
