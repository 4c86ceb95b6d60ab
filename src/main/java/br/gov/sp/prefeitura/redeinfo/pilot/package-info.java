/**
 * Pilot projects: proposals written by several people of a body, endorsement, review, the
 * committee's vote, presentation, execution with progress reports and evidence, evaluation and what
 * the public reads of it. {@code domain} holds the facts and rules, {@code process} what touches
 * the engine, {@code web} the pages.
 */
@ApplicationModule(
    allowedDependencies = {
      "statute",
      "calendar",
      "network",
      "notification",
      "identity",
      "workflow",
      "audit",
      "shared"
    })
package br.gov.sp.prefeitura.redeinfo.pilot;

import org.springframework.modulith.ApplicationModule;
