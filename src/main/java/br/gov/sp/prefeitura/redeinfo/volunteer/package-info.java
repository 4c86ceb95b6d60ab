/**
 * How servants join the network by themselves: the public page, the confirmation by mail, the
 * coordination's decision, and the volunteers that a vacant seat may be offered to.
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
package br.gov.sp.prefeitura.redeinfo.volunteer;

import org.springframework.modulith.ApplicationModule;
