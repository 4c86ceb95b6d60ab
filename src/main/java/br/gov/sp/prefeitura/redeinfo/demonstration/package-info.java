/**
 * The demonstration's invented data: accounts for every body, the programme of 2017, a round of
 * last week, trainings and pilots, all replayed through the real processes. Exists only where
 * {@code rede-info.demonstration.enabled} says so; no other module knows it.
 */
@ApplicationModule(
    allowedDependencies = {
      "nomination",
      "training",
      "pilot",
      "statute",
      "volunteer",
      "outreach",
      "meeting",
      "succession",
      "confirmation",
      "cover",
      "attendance",
      "notification",
      "network",
      "identity",
      "workflow",
      "shared"
    })
package br.gov.sp.prefeitura.redeinfo.demonstration;

import org.springframework.modulith.ApplicationModule;
