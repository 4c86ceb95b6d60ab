/**
 * The network's trainings: editions of courses and workshops, enrolment with release, seats and
 * waiting list, the way from attendance to the certificate, and trainings that bodies give
 * themselves. {@code domain} holds the facts and rules, {@code process} what touches the engine,
 * {@code web} the pages.
 */
@ApplicationModule(
    allowedDependencies = {
      "statute",
      "attendance",
      "certificate",
      "calendar",
      "network",
      "notification",
      "identity",
      "workflow",
      "audit",
      "shared"
    })
package br.gov.sp.prefeitura.redeinfo.training;

import org.springframework.modulith.ApplicationModule;
