/**
 * How public bodies nominate their focal points: rounds opened by the coordination, vacancies, and
 * the way of one nomination from the office's indication to the mandate. {@code domain} holds the
 * facts and rules, {@code process} what touches the engine, {@code web} the pages.
 */
@ApplicationModule(
    allowedDependencies = {
      "statute",
      "network",
      "notification",
      "identity",
      "workflow",
      "audit",
      "shared"
    })
package br.gov.sp.prefeitura.redeinfo.nomination;

import org.springframework.modulith.ApplicationModule;
