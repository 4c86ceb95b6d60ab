package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import org.springframework.stereotype.Component;

/** Finds the place an address names, for those who appoint there. */
@Component
class AppointmentPlaces {

  private final BodyAccess access;
  private final Bodies bodies;

  AppointmentPlaces(BodyAccess access, Bodies bodies) {
    this.access = access;
    this.bodies = bodies;
  }

  /**
   * @param slug of the body, or {@code null}
   * @param desk {@code admin} or {@code network} if there is no body
   * @throws Refusal (forbidden) for whoever does not appoint there, (not found) if there is no such
   *     body
   */
  AppointmentPlace forWriting(String slug, String desk) {
    boolean administrative = "admin".equals(desk);
    access.requireWrite(administrative);
    Body body =
        slug == null
            ? null
            : bodies.findBySlug(slug).orElseThrow(() -> Refusal.notFound("network.body-unknown"));
    return new AppointmentPlace(body, administrative);
  }
}
