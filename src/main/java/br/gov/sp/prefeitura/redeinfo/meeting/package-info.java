/**
 * The network's meetings: planned, convened, held, recorded in minutes that are circulated,
 * approved and published; what is to follow from them, the initiatives they lead to, and the
 * quarters in which one is due.
 */
@ApplicationModule(
    allowedDependencies = {
      "attendance",
      "calendar",
      "statute",
      "network",
      "notification",
      "identity",
      "workflow",
      "audit",
      "shared"
    })
package br.gov.sp.prefeitura.redeinfo.meeting;

import org.springframework.modulith.ApplicationModule;
