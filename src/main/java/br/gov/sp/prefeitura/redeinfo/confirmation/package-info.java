/** Twice a year every body says whether its focal points are still the right ones. */
@ApplicationModule(
    allowedDependencies = {"network", "notification", "identity", "workflow", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.confirmation;

import org.springframework.modulith.ApplicationModule;
